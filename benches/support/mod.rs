//! What the benches share: messages, and content of several times the size.
//!
//! Larger content is made in memory: every entry is copied under new ids, and a token is appended to each way of
//! asking in a copy so that none stands twice. That gives as many texts and classes as real growth would, but fewer new
//! words: learning from real content of that size would meet more of them, up to the fixed number of buckets.
#![allow(dead_code)]

use chrono::NaiveDate;
use popas::engine::Engine;
use popas::faq::problem::File;
use popas::faq::{Faq, Source};

/// A message of each language, and a long one.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    pub name: &'static str,
    pub text: &'static str,
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Answers, days of trips, a term that runs from a date.
pub const MESSAGES: [Message; 7] = [
    Message { name: "en", text: "my 90 days ended last week, what happens if i leave through the airport now?" },
    Message { name: "ro", text: "mi-am pierdut permisul de sedere pe 3 noiembrie, unde ma duc sa fac altul?" },
    Message {
        name: "ru",
        text: "въехал 3 сентября, выехал 20 октября, снова въехал 2 ноября, сколько ещё можно быть?",
    },
    Message {
        name: "uk", text: "скільки коштує подати документи на возз'єднання сім'ї з дружиною?"
    },
    Message { name: "tr", text: "iş sözleşmem erken bitti, kaç gün içinde bildirmem gerekiyor?" },
    Message { name: "az", text: "Azərbaycan vətəndaşıyam, Moldovada neçə gün qala bilərəm?" },
    Message { name: "long", text: LONG },
];

/// Some 300 words, with dates, towns and much that matters little, as worried people write.
pub const LONG: &str = "Здравствуйте! Пишу вам, потому что уже не знаю, куда обращаться, извините, что так длинно. Мы с \
    мужем и дочкой приехали в Молдову из Турции, въехали через аэропорт 3 сентября 2025, жили сначала у его двоюродного \
    брата в Кишинёве на Рышкановке, потом сняли комнату в Сороках, потому что там дешевле и рядом школа. 20 октября мы \
    выехали в Румынию к врачу, ребёнку делали операцию на глазах, слава богу всё хорошо, и 2 ноября вернулись обратно через \
    Унгены. На границе пограничник долго смотрел в паспорт, что-то считал на бумажке и сказал, чтобы мы были внимательны с \
    днями, но по-русски говорил плохо, и мы не поняли, сколько именно нам осталось. Соседка говорит одно, в интернете пишут \
    другое, а знакомый, который живёт здесь уже семь лет, уверяет, что каждый выезд обнуляет дни и можно ничего не считать. \
    Муж работал водителем в фирме, у него был контракт и вид на жительство, но хозяин закрыл дело, и контракт закончился \
    раньше срока, кажется, 10 ноября, точной бумаги нам не дали, только сообщение в телефоне. Теперь мы боимся, что нас \
    оштрафуют на вокзале или в маршрутке, у подруги так было весной в Бельцах: проверили документы и составили протокол, она \
    потом два месяца ходила по кабинетам. У меня гражданство Турции, у мужа тоже, дочка записана в мой паспорт, паспорт \
    действует ещё два года. Мы хотели бы остаться до лета, чтобы девочка закончила школу, учительница её хвалит, она уже \
    читает по-румынски лучше нас. Подскажите, пожалуйста, сколько дней мы ещё можем быть здесь законно, что будет, если мы \
    немного просрочим, какой штраф за двоих взрослых и надо ли платить за ребёнка, должен ли муж кому-то сообщить, что \
    контракт закончился, и за сколько дней, куда нам ехать с бумагами из Сорок, в Бельцы или всё-таки в столицу, нужна ли \
    запись, говорят ли там по-русски или по-английски и можно ли прийти вместе с ребёнком, потому что оставить её не с кем. \
    Заранее большое спасибо за ответ, дай бог вам здоровья!";

/// The day on which the messages arrive.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day")
}

/// The built-in content with so many times its entries.
pub fn content(times: usize) -> Vec<File> {
    let originals = Source::BuiltIn.read().expect("the content was built in");
    let copies = (2..=times).flat_map(|copy| originals.iter().filter_map(move |file| copy_of(file, copy)));
    let mut files: Vec<File> = copies.collect();
    files.extend(originals.iter().map(|file| match file.path.as_str() {
        "menu.toml" => File { path: file.path.clone(), text: longer_menu(&file.text, times) },
        _ => file.clone(),
    }));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// What the built-in content with so many times its entries says.
pub fn faq(times: usize) -> Faq {
    Faq::check(&content(times)).unwrap_or_else(|problems| panic!("{problems}"))
}

/// An engine that learnt from so many times the entries.
pub fn engine(times: usize) -> Engine {
    Engine::new(faq(times), None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A file of an entry as its copy has it; what is no entry's is not copied.
fn copy_of(file: &File, copy: usize) -> Option<File> {
    let (id, name) = file.path.strip_prefix("entries/")?.split_once('/')?;
    let text = if name.ends_with(".md") { with_other_ways(&file.text, copy) } else { file.text.clone() };
    Some(File { path: format!("entries/{}/{name}", copied_id(id, copy)), text })
}

fn copied_id(id: &str, copy: usize) -> String {
    format!("{id}-{copy}")
}

/// The text with the copy's token behind each way of asking.
fn with_other_ways(text: &str, copy: usize) -> String {
    let mut among_ways = false;
    let lines = text.lines().map(|line| {
        if line.starts_with('#') {
            among_ways = line == "## Asked as";
        }
        if among_ways && line.starts_with("- ") { format!("{line} k{copy}\n") } else { format!("{line}\n") }
    });
    lines.collect()
}

/// The menu with the copies of each entry behind it; it has one entry a line.
fn longer_menu(menu: &str, times: usize) -> String {
    let mut longer = String::new();
    for line in menu.lines() {
        longer += &format!("{line}\n");
        let id = line.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix("\","));
        let copies = id.into_iter().flat_map(|id| (2..=times).map(move |copy| copied_id(id, copy)));
        copies.for_each(|id| longer += &format!("    \"{id}\",\n"));
    }
    longer
}

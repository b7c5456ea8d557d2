//! How long it takes to find the places of a message: a usual one, a long one, one of nothing but names.

use std::sync::Arc;

use divan::{Bencher, black_box};
use popas::faq::places::Places;
use popas::understanding::places::Gazetteer;

fn main() {
    divan::main();
}

const USUAL: &str =
    "am fost inainte la Soroca, acum stau la Criuleni cu sotia. unde ma duc cu actele de sedere si cit costa?";

const LONG: &str = "Здравствуйте! Мы с мужем приехали из Турции весной, сначала снимали квартиру в Кишинёве на Рышкановке, потом \
    переехали в Сороки, потому что там живёт его сестра, а с осени мы в деревне под Флорештами. Муж работает водителем, \
    я сижу с ребёнком и учу румынский. Разрешение заканчивается через месяц, в миграционной службе сказали одно, соседка \
    говорит другое, на вокзале в Бельцах нас проверяли два раза. Подскажите, пожалуйста, куда нам теперь подавать документы на \
    продление, нужно ли ехать в столицу или можно ближе, и сколько стоит пошлина за двоих взрослых и одного ребёнка?";

fn places() -> Places {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/faq/places.toml");
    Places::read(&std::fs::read_to_string(path).expect("the file is there")).expect("the file is faultless")
}

fn gazetteer() -> Gazetteer {
    Gazetteer::new(Arc::new(places()))
}

#[divan::bench]
fn a_usual_message(bencher: Bencher<'_, '_>) {
    let gazetteer = gazetteer();
    bencher.bench(|| gazetteer.find(black_box(USUAL), &|_| false));
}

#[divan::bench]
fn a_long_message(bencher: Bencher<'_, '_>) {
    let gazetteer = gazetteer();
    bencher.bench(|| gazetteer.find(black_box(LONG), &|_| false));
}

#[divan::bench]
fn a_message_of_4096_letters_that_are_all_names(bencher: Bencher<'_, '_>) {
    let gazetteer = gazetteer();
    let text: String = "Rîșcani Sorocca Ceadîr Florseti din ".chars().cycle().take(4096).collect();
    bencher.bench(|| gazetteer.find(black_box(&text), &|_| false));
}

#[divan::bench]
fn building_the_gazetteer(bencher: Bencher<'_, '_>) {
    let places = Arc::new(places());
    bencher.bench(|| Gazetteer::new(black_box(places.clone())));
}

#[divan::bench]
fn reading_the_file() -> Places {
    places()
}

//! Paper: a sheet for a notice board as a page of HTML that prints well on A4. Pure.
//!
//! One file without anything to load: it opens and prints without a network.

use super::escape;
use crate::qr;
use crate::wording::sheet::{Code, Group, Sheet};
use crate::wording::spoken::{Block, Run, Words};

/// The same in every language.
const NAME: &str = "Popas";
const STYLE: &str = include_str!("paper/sheet.css");

/// The page; its codes open the bot of that name.
pub fn page(sheet: &Sheet, bot: &str) -> String {
    let groups: String = sheet.groups.iter().map(|group| codes(group, bot)).collect();
    let any = code(&sheet.any, bot);
    let title = escape(&sheet.title);
    let foot: String = sheet.foot.iter().map(|line| format!("<p>{}</p>\n", escape(line))).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<div>\n<p class=\"name\">{NAME}</p>\n<h1>{title}</h1>\n\
         <p class=\"lead\">{lead}</p>\n</div>\n<div class=\"any\">{any}<span>t.me/{bot}</span></div>\n</header>\n\
         <main>\n{groups}{offices}</main>\n<footer>\n{foot}</footer>\n</body>\n</html>\n",
        language = sheet.language,
        lead = escape(&sheet.lead),
        offices = offices(sheet),
        bot = escape(bot),
    )
}

fn codes(group: &Group, bot: &str) -> String {
    let codes: String =
        group.codes.iter().map(|one| format!("<div class=\"code\">{}</div>\n", code(one, bot))).collect();
    format!("<section>\n<h2>{}</h2>\n<div class=\"codes\">\n{codes}</div>\n</section>\n", escape(&group.heading))
}

/// A code with its words; on a screen it can be pressed.
fn code(code: &Code, bot: &str) -> String {
    let (url, words) = (code.link.url(bot), escape(&code.words));
    // No address of ours is too long for a code; the words and the link would stay.
    let drawn = qr::Code::of(&url).map_or_else(String::new, |drawn| drawn.svg(&words));
    format!("<a href=\"{0}\">{drawn}</a><a href=\"{0}\">{words}</a>", escape(&url))
}

fn offices(sheet: &Sheet) -> String {
    let kind = |(name, list): &(String, Vec<Block>)| {
        format!("<section>\n<h3>{}</h3>\n{}</section>\n", escape(name), blocks(list))
    };
    let offices: String = sheet.offices.iter().map(kind).collect();
    format!(
        "<section>\n<h2>{}</h2>\n<div class=\"where\">\n{offices}</div>\n</section>\n\
         <section class=\"call\">\n<h2>{}</h2>\n{}</section>\n",
        escape(&sheet.offices_heading),
        escape(&sheet.call_heading),
        blocks(&sheet.call),
    )
}

fn blocks(blocks: &[Block]) -> String {
    let list = |items: &[Words]| items.iter().map(|item| format!("<li>{}</li>\n", html(item))).collect::<String>();
    let block = |block: &Block| match block {
        Block::Paragraph(words) => format!("<p>{}</p>\n", html(words)),
        Block::Small(words) => format!("<p><small>{}</small></p>\n", html(words)),
        Block::Bullets(items) => format!("<ul>\n{}</ul>\n", list(items)),
        Block::Numbered(items) => format!("<ol>\n{}</ol>\n", list(items)),
    };
    blocks.iter().map(block).collect()
}

fn html(words: &Words) -> String {
    let run = |run: &Run| match run {
        Run { copy: true, text, .. } => format!("<code>{}</code>", escape(text)),
        Run { bold: true, text, .. } => format!("<b>{}</b>", escape(text)),
        Run { text, .. } => escape(text),
    };
    words.iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::links::{Link, Target};
    use crate::wording::spoken::words;

    #[test]
    fn words_stand_on_the_page_and_none_of_them_is_markup() {
        let code = |words: &str| Code { words: words.into(), link: Link::new(Target::Days, Some(Language::Ru)) };
        let sheet = Sheet {
            language: Language::Ru,
            title: "a <b> & \"c\"".into(),
            lead: "<script>".into(),
            any: code("</svg>"),
            groups: vec![Group { heading: "<h>".into(), codes: vec![code("<one>"), code("two")] }],
            offices_heading: "<i>".into(),
            offices: vec![("<kind>".into(), vec![Block::Bullets(vec![words("str. <A> `copied <x>` **bold <y>**")])])],
            call_heading: "<j>".into(),
            call: vec![Block::Small(words("<s>"))],
            foot: vec!["<f>".into()],
        };
        let page = page(&sheet, "our_bot");
        for raw in ["<b> &", "<script>", "</svg>\"", "<h>", "<one>", "<i>", "<kind>", "<A>", "<x>", "<y>", "<s>", "<f>"]
        {
            assert!(!page.contains(raw), "{raw}");
        }
        assert!(page.contains("<html lang=\"ru\">"));
        assert!(page.contains("<code>copied &lt;x&gt;</code>"));
        assert_eq!(page.matches("href=\"https://t.me/our_bot?start=days_ru\"").count(), 6);
        assert_eq!(page.matches("<svg ").count(), 3);
    }
}

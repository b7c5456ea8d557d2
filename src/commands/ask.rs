//! `popas ask`: one message, no memory.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::deadline::LastDay;
use super::lines::{self, Fields, Refusal};
use super::{today, write_out};
use crate::assistant::Mind;
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::{Asked as Question, Choice, Part, StayQuestion};
use crate::dialogue::{self, Situation, Stage, Turn, routing};
use crate::engine::Engine;
use crate::faq::{EntryId, Faq, OfficeId, Talk};
use crate::language::Language;
use crate::message::Said;
use crate::settings::Settings;
use crate::stay::{self, Count, DeadlineInput, Visit};
use crate::understanding::Meaning;
use crate::understanding::topics::{Judgement, Topic, Verdict};

/// One message and how to answer it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The message; several words are joined by spaces
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub text: Vec<String>,
    /// The language of the person's app; the language of the text wins
    #[arg(long, value_name = "LANG", conflicts_with = "jsonl")]
    pub lang: Option<Language>,
    /// The day on which it was said, YYYY-MM-DD; today when left out
    #[arg(long, value_name = "DATE", value_parser = lines::day, conflicts_with = "jsonl")]
    pub as_of: Option<NaiveDate>,
    /// Print one JSON object
    #[arg(long, conflicts_with = "jsonl")]
    pub json: bool,
    /// Read {"id","text","as_of"?,"lang"?} a line from stdin, print one JSON object a line
    #[arg(long)]
    pub jsonl: bool,
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let as_of = args.as_of.unwrap_or_else(today);
    let engine = settings.engine()?;
    if args.jsonl {
        return lines::answer_stdin(|fields| of_line(&engine, fields));
    }
    let asked = ask(&engine, &args.text.join(" "), args.lang, as_of);
    if args.json {
        write_out(format_args!("{}\n", serde_json::to_string(&asked)?))?;
    } else {
        write_out(format_args!("{}\n", asked.text))?;
    }
    Ok(())
}

fn of_line(engine: &Engine, fields: &Fields) -> Result<Asked, Refusal> {
    let text = fields.text("text")?.ok_or_else(|| lines::wrong("text", "there: the message to answer"))?;
    // An app may be in any language; one that is not served is no hint.
    let app_language = fields.text("lang")?.and_then(Language::of_tag);
    let as_of = fields.date("as_of")?.unwrap_or_else(today);
    Ok(ask(engine, text, app_language, as_of))
}

/// The answer as scripts see it; the fields are those of the contract.
#[derive(Debug, Serialize)]
pub struct Asked {
    pub language: Language,
    pub kind: Kind,
    pub entries: Vec<EntryId>,
    pub score: f32,
    pub stay: Option<Count>,
    pub deadline: Option<LastDay>,
    pub offices: Vec<OfficeId>,
    pub smalltalk: Option<&'static str>,
    pub understood: serde_json::Value,
    pub text: String,
}

/// What kind of answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Answer,
    Choices,
    Stay,
    Office,
    Smalltalk,
    Unknown,
}

/// Answers one message as the assistant would, but at once: what it would ask before counting, it takes as
/// confirmed and says so in its text.
pub fn ask(engine: &Engine, text: &str, app_language: Option<Language>, as_of: NaiveDate) -> Asked {
    let situation = Situation { app_language, ..Situation::new(as_of) };
    let meaning = engine.understanding.understand(&Said::Text(text.to_string()), app_language, as_of);
    let first = dialogue::respond(&situation, &meaning, &engine.faq);
    // What is not certain is never computed with: then the question is the answer.
    let certain = meaning.stays.iter().all(|stay| stay.certain);
    let turns = if certain { confirmed(engine, &situation, first) } else { vec![first] };
    let parts: Vec<&Part> = turns.iter().flat_map(|turn| &turn.reply.parts).collect();
    let spoken = turns.iter().map(|turn| engine.speak(&turn.reply, turn.language, as_of).plain());
    let (kind, entries) = kind_of(&engine.faq, &parts, &turns, &meaning);
    let offices = offices(&engine.faq, &parts, &turns[0]);
    Asked {
        language: turns[0].language,
        kind,
        entries,
        score: meaning.judgement.as_ref().map_or(0.0, |judgement| judgement.score),
        stay: parts.iter().find_map(|part| count(engine, part)),
        deadline: parts.iter().find_map(|part| last_day(engine, part)),
        offices,
        smalltalk: smalltalk(&meaning).filter(|_| kind == Kind::Smalltalk),
        understood: understood(&meaning),
        text: spoken.collect::<Vec<_>>().join("\n\n"),
    }
}

/// The first turn and, when it asks to confirm trips, the ones that follow from “yes, count”.
fn confirmed(engine: &Engine, situation: &Situation, first: Turn) -> Vec<Turn> {
    let mut turns = vec![first];
    while let Some(last) = turns.last() {
        let answer = match last.memory.stage {
            Stage::Confirming { .. } => Choice::CountTrips,
            // Not said, so not assumed: the stricter rule, and the fine without the exception.
            Stage::Citizenship { .. } => Choice::NoTo(Question::Citizenship),
            Stage::LeftBank { .. } => Choice::NoTo(Question::LeftBank),
            _ => break,
        };
        let next = Situation { memory: last.memory.clone(), ..situation.clone() };
        let turn = engine.decide(&next, &Said::Choice(answer));
        turns.push(turn);
    }
    turns
}

fn kind_of(faq: &Faq, parts: &[&Part], turns: &[Turn], meaning: &Meaning) -> (Kind, Vec<EntryId>) {
    let ranked = || ranked(meaning);
    let answered = parts.iter().find_map(|part| match part {
        Part::Answer(id) => Some(id.clone()),
        _ => None,
    });
    let says = |phrase: &Phrase| parts.iter().any(|part| matches!(part, Part::Say(said) if said == phrase));
    if parts.iter().any(|part| matches!(part, Part::Stay(_))) {
        (Kind::Stay, ranked())
    } else if let Some(id) = answered {
        let others = ranked().into_iter().filter(|other| *other != id).collect::<Vec<_>>();
        (Kind::Answer, [vec![id], others].concat())
    } else if says(&Phrase::WhichOfThese) {
        (Kind::Choices, turns[0].reply.choices.iter().filter_map(entry_of).collect())
    } else if names_offices(parts) || says(&Phrase::PlaceWhich) {
        let chosen = meaning.judgement.as_ref().and_then(|judgement| told_by_entry(faq, judgement, meaning));
        chosen.map_or((Kind::Office, Vec::new()), |id| (Kind::Answer, vec![id]))
    } else if smalltalk(meaning).is_some() {
        (Kind::Smalltalk, Vec::new())
    } else {
        (Kind::Unknown, Vec::new())
    }
}

/// The entry with the addresses, when the words chose it, or ask for the office of a town that has one: the reply
/// then says what the entry says. From any other place it is routing, and of kind `office`.
fn told_by_entry(faq: &Faq, judgement: &Judgement, meaning: &Meaning) -> Option<EntryId> {
    let in_town = || faq.offices.iter().any(|office| meaning.places.first() == Some(&office.place));
    match &judgement.verdict {
        Verdict::Answer(id) => Some(id.clone()).filter(|id| routing::kind_of(id).is_some()),
        Verdict::Talk(Talk::Office) if in_town() => Some(EntryId::new(routing::ONE_STOP_SHOPS)),
        _ => None,
    }
}

fn entry_of(choice: &Choice) -> Option<EntryId> {
    match choice {
        Choice::Entry(id) => Some(id.clone()),
        _ => None,
    }
}

/// The entries that fit best, best first.
fn ranked(meaning: &Meaning) -> Vec<EntryId> {
    let ranked = meaning.judgement.iter().flat_map(|judgement| &judgement.ranked);
    let entries = ranked.filter_map(|scored| match &scored.what {
        Topic::Entry(id) => Some(id.clone()),
        Topic::Talk(_) => None,
    });
    entries.take(4).collect()
}

fn smalltalk(meaning: &Meaning) -> Option<&'static str> {
    match &meaning.judgement.as_ref()?.verdict {
        Verdict::Talk(talk) => smalltalk_name(*talk),
        _ => None,
    }
}

/// What the contract calls a kind of talk: who asks for a call wants a person.
pub(super) fn smalltalk_name(talk: Talk) -> Option<&'static str> {
    Some(match talk {
        Talk::Greeting => "greeting",
        Talk::Thanks => "thanks",
        Talk::Help | Talk::Privacy | Talk::Back | Talk::Remind | Talk::FollowUps | Talk::MyData => "help",
        Talk::Human | Talk::CallBack => "human",
        Talk::Stop | Talk::Forget => "stop",
        Talk::Language => "language",
        _ => return None,
    })
}

fn count(engine: &Engine, part: &Part) -> Option<Count> {
    let Part::Stay(StayQuestion { trips, on, nationality, left_bank }) = part else { return None };
    let law = engine.faq.stay_law(*on).ok()?;
    let traveller = stay::Traveller { rule: law.rule_for(nationality.as_deref()), left_bank: *left_bank };
    Some(stay::count(&stay::History::new(trips).ok()?, *on, traveller, &law))
}

fn last_day(engine: &Engine, part: &Part) -> Option<LastDay> {
    let Part::Deadline { kind, event, exit, .. } = part else { return None };
    let input = DeadlineInput { event: Some(*event), exit: *exit, ..DeadlineInput::default() };
    let deadline = stay::deadline(*kind, &input, &engine.faq.stay_law(*event).ok()?, &engine.faq.holidays).ok()?;
    Some(LastDay { kind: *kind, deadline })
}

fn names_offices(parts: &[&Part]) -> bool {
    parts.iter().any(|part| matches!(part, Part::Office { .. } | Part::OfficeList(_) | Part::OtherOffices(_)))
}

/// The offices that are named; of an answer, those it tells; when it is asked which place was meant, the first
/// office of each.
fn offices(faq: &Faq, parts: &[&Part], turn: &Turn) -> Vec<OfficeId> {
    let of_part = |part: &&Part| match part {
        Part::Office { id, .. } => vec![id.clone()],
        Part::OfficeList(ids) | Part::OtherOffices(ids) => ids.clone(),
        Part::Answer(id) => faq.entry(id).map_or_else(Vec::new, |entry| entry.offices.clone()),
        _ => Vec::new(),
    };
    let asked = of_places_asked(faq, turn);
    if !asked.is_empty() {
        return asked;
    }
    // What is near comes before all that an answer tells.
    let (answers, near): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| matches!(part, Part::Answer(_)));
    let mut found: Vec<OfficeId> = Vec::new();
    for id in near.iter().chain(&answers).flat_map(of_part) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

fn of_places_asked(faq: &Faq, turn: &Turn) -> Vec<OfficeId> {
    let Stage::Place { kind } = &turn.memory.stage else { return Vec::new() };
    let mut found: Vec<OfficeId> = Vec::new();
    for choice in &turn.reply.choices {
        let Choice::Place(id) = choice else { continue };
        let first = faq.place(id).and_then(|place| routing::first_office(faq, place, *kind));
        found.extend(first.map(|office| office.id.clone()).filter(|id| !found.contains(id)));
    }
    found
}

fn understood(meaning: &Meaning) -> serde_json::Value {
    let stays: Vec<Visit> = meaning.stays.iter().map(|stay| stay.value).collect();
    let dates: Vec<NaiveDate> = meaning.dates.iter().map(|date| date.value.date).collect();
    let errors = vec!["invalid-date"; meaning.impossible.len()];
    let asks: Vec<_> = meaning.asks.iter().map(|(kind, quote)| json!({"kind": kind.code(), "quote": quote})).collect();
    json!({
        "stays": stays,
        "dates": dates,
        "place": meaning.places.first(),
        "nationality": meaning.nationality,
        "errors": errors,
        "asks": asks,
    })
}

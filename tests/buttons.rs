//! Buttons pressed late, or twice: each answers its own question and no other.

use std::sync::LazyLock;

use chrono::NaiveDate;
use popas::assistant::Mind;
use popas::dialogue::phrase::Phrase;
use popas::dialogue::reply::{Asked, Choice, Part};
use popas::dialogue::{Effect, Memory, Situation, Stage, Turn};
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::language::Language;
use popas::message::Said;
use popas::stay::Visit;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn presses(memory: &Memory, choice: Choice) -> Turn {
    let situation = Situation { memory: memory.clone(), ..Situation::new(day("2025-11-22")) };
    ENGINE.decide(&situation, &Said::Choice(choice))
}

fn says(turn: &Turn, phrase: &Phrase) -> bool {
    turn.reply.parts.iter().any(|part| matches!(part, Part::Say(said) if said == phrase))
}

fn confirming(trips: &[(&str, Option<&str>)]) -> Memory {
    let trips = trips.iter().map(|(entry, exit)| Visit { entry: day(entry), exit: exit.map(day) }).collect();
    Memory { language: Some(Language::En), stage: Stage::Confirming { trips }, ..Memory::default() }
}

/// Counted from the last entry 13 days, in the window of 180 days more: the citizenship matters.
fn citizenship_matters() -> Memory {
    confirming(&[("2025-06-01", Some("2025-08-20")), ("2025-11-10", None)])
}

#[test]
fn yes_count_pressed_twice_says_nothing_about_the_citizenship() {
    let asked = presses(&citizenship_matters(), Choice::CountTrips);
    assert!(matches!(asked.memory.stage, Stage::Citizenship { .. }));
    let again = presses(&asked.memory, Choice::CountTrips);
    assert!(says(&again, &Phrase::CitizenshipAsk));
    assert_eq!((again.memory.nationality.as_deref(), &again.memory.stage), (None, &asked.memory.stage));
    assert_eq!(again.reply.choices, asked.reply.choices);
}

#[test]
fn yes_to_the_citizenship_pressed_twice_says_nothing_about_the_left_bank() {
    // Over by any rule, so that the fine depends on where she lives.
    let asked = presses(&confirming(&[("2025-06-01", Some("2025-08-20")), ("2025-08-21", None)]), Choice::CountTrips);
    let yes = Choice::YesTo(Asked::Citizenship);
    assert!(asked.reply.choices.contains(&yes));
    let left_bank = presses(&asked.memory, yes.clone());
    assert!(says(&left_bank, &Phrase::LeftBankAsk));
    let again = presses(&left_bank.memory, yes);
    assert!(says(&again, &Phrase::LeftBankAsk));
    assert_eq!(again.memory.left_bank, None);
}

#[test]
fn nothing_is_deleted_by_a_button_of_another_question() {
    let asked = presses(&confirming(&[("2025-11-10", None)]), Choice::NoTo(Asked::Citizenship));
    let situation = Situation { memory: asked.memory, ..Situation::new(day("2025-11-22")) };
    let forget = ENGINE.decide(&situation, &Said::Text("/forget".into()));
    assert_eq!(forget.memory.stage, Stage::Forgetting);
    for choice in [Choice::CountTrips, Choice::YesTo(Asked::Booking), Choice::YesTo(Asked::LeftBank)] {
        let turn = presses(&forget.memory, choice);
        assert!(says(&turn, &Phrase::OldButton) && turn.effects.is_empty());
        assert_eq!(turn.memory.stage, Stage::Forgetting);
    }
    let turn = presses(&forget.memory, Choice::YesTo(Asked::Forget));
    assert_eq!(turn.effects, [Effect::Forget]);
}

#[test]
fn a_citizenship_just_given_decides_whether_a_reminder_is_offered() {
    let asked = presses(&citizenship_matters(), Choice::CountTrips);
    let counted = presses(&asked.memory, Choice::YesTo(Asked::Citizenship));
    assert_eq!(counted.memory.nationality.as_deref(), Some("AZ"));
    assert!(counted.reply.choices.contains(&Choice::RemindLastDay));
}

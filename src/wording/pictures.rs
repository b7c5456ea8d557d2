//! The days counted as a scene with its words; `picture` draws it.

use chrono::NaiveDate;

use super::days::Counted;
use super::label::Label;
use super::spoken::Picture;
use crate::picture::{self, Kind, Named, Scene, Words};
use crate::stay::{Status, Timeline, timeline};

impl Counted<'_> {
    /// The picture, and the sentences that say the same: until when, and how many days are used.
    pub(super) fn picture(&self) -> Picture {
        let alt = self.first().iter().map(|label| self.speaking.label(label)).collect::<Vec<_>>().join(" ");
        let today = self.question.on;
        let scene = Scene {
            timeline: self.shown(),
            allowed_until: self.count.last_lawful_day,
            today: self.named(today, &Label::PictureToday { day: today }),
            ahead: self.ahead().into_iter().map(|(day, label)| self.named(day, &label)).collect(),
            words: self.words(),
        };
        Picture { scene, alt }
    }

    fn named(&self, day: NaiveDate, label: &Label) -> Named {
        Named { day, words: self.speaking.label(label) }
    }

    /// The window, and the days after it up to the last that has a name.
    fn shown(&self) -> Timeline {
        let today = self.question.on;
        let window = timeline(&self.history, today, today, self.traveller, &self.law);
        let last = self.ahead().into_iter().map(|(day, _)| day).max().unwrap_or(today);
        let last = last.min(picture::last_day(window.first));
        let (until, exit) = (self.count.last_lawful_day, self.count.planned_exit);
        window.with_days_to_come(last, |day| Some(day) > until && Some(day) <= exit)
    }

    /// The days besides today that have a name, earliest first.
    fn ahead(&self) -> Vec<(NaiveDate, Label)> {
        let count = &self.count;
        let returning = Some(count.earliest_return).filter(|day| *day > self.question.on);
        let mut ahead: Vec<(NaiveDate, Label)> = match count.status {
            Status::Inside => {
                let last = count.last_lawful_day.map(|day| (day, Label::PictureLastDay { day }));
                last.into_iter().chain(count.planned_exit.map(|day| (day, Label::PictureExit { day }))).collect()
            }
            Status::Outside => returning.map(|day| (day, Label::PictureReturn { day })).into_iter().collect(),
        };
        ahead.sort_by_key(|(day, _)| *day);
        ahead
    }

    fn words(&self) -> Words {
        let say = |label: &Label| self.speaking.label(label);
        let mut month = 0;
        let months = [(); 12].map(|()| {
            month += 1;
            say(&Label::MonthShort { month })
        });
        let legend = [
            (Kind::Here, Label::PictureHere),
            (Kind::Away, Label::PictureAway),
            (Kind::Allowed, Label::PictureAllowed),
            (Kind::Over, Label::PictureOver),
            (Kind::Ahead, Label::PictureAhead),
        ];
        let legend = legend.iter().map(|(kind, label)| (*kind, say(label))).collect();
        Words { title: say(&Label::PictureTitle), used: say(&self.used()), months, legend }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use crate::dialogue::reply::{Part, Reply, StayQuestion};
    use crate::faq::{Faq, Source};
    use crate::language::Language;
    use crate::stay::{Mark, Visit, iso_date};
    use crate::wording::Wording;
    use crate::wording::speak::Speaking;
    use crate::wording::spoken::Spoken;

    /// What is said on 22 November 2025 to who made these trips.
    fn said(trips: &[&str], language: Language) -> Spoken {
        let day = |text: &str| iso_date(text);
        let visit = |trip: &&str| trip.split_once("..").map(|(entry, exit)| (day(entry).unwrap(), day(exit)));
        let trips = trips.iter().filter_map(visit).map(|(entry, exit)| Visit { entry, exit }).collect();
        let today = day("2025-11-22").unwrap();
        let question = StayQuestion { trips, on: today, nationality: None, left_bank: false };
        static CONTENT: LazyLock<(Wording, Faq)> =
            LazyLock::new(|| (Wording::load(&Source::BuiltInLocales).unwrap(), Faq::load(&Source::BuiltIn).unwrap()));
        let (wording, faq) = &*CONTENT;
        let speaking = Speaking { wording, faq, language, today, operator: None };
        speaking.speak(&Reply { parts: vec![Part::Stay(question)], choices: vec![] })
    }

    #[test]
    fn a_picture_says_in_its_caption_what_the_answer_says_first() {
        for language in Language::ALL {
            let spoken = said(&["2025-07-05..2025-08-20", "2025-11-02.."], language);
            let [picture] = &spoken.pictures[..] else { panic!("{language}: one picture") };
            let first = spoken.plain().split("\n\n").take(2).collect::<Vec<_>>().join(" ");
            assert_eq!(picture.alt, first, "{language}");
            assert!(picture.alt.contains("14") && picture.alt.contains("68"), "{language}: {}", picture.alt);
        }
    }

    #[test]
    fn nothing_is_drawn_without_trips_or_where_they_contradict_each_other() {
        for trips in [&[][..], &["2025-09-02..2025-09-01"], &["2025-09-01..", "2025-10-01.."], &["1990-01-01.."]] {
            let pictures = said(trips, Language::En).pictures.len();
            assert_eq!(pictures, usize::from(trips == ["1990-01-01.."]), "{trips:?}");
        }
    }

    #[test]
    fn the_days_that_matter_have_names() {
        for (trips, shown) in [
            (&["2025-11-02.."][..], "22 November, last 30 January"),
            (&["2025-11-02..2025-11-30"], "22 November, leave 30 November, last 30 January"),
            (&["2025-06-05..2025-07-20", "2025-10-03.."], "22 November, last 15 November"),
            (&["2025-08-01..2025-11-20"], "22 November, from 19 February"),
            (&["2025-11-01..2025-11-10"], "22 November"),
        ] {
            let scene = &said(trips, Language::En).pictures[0].scene;
            let names = [&scene.today].into_iter().chain(&scene.ahead).map(|named| {
                let words = named.words.replace("today, ", "").replace("last allowed day:", "last");
                words
                    .replace("you leave:", "leave")
                    .replace("you may enter from", "from")
                    .replace(" 2025", "")
                    .replace(" 2026", "")
            });
            assert_eq!(names.collect::<Vec<_>>().join(", "), shown, "{trips:?}");
        }
    }

    #[test]
    fn an_exit_that_is_too_late_is_drawn_as_days_over_however_far_it_is() {
        let scene = &said(&["2025-11-02..9999-01-01"], Language::En).pictures[0].scene;
        assert_eq!(scene.timeline.marks.len(), 339);
        assert_eq!(scene.timeline.marks.last(), Some(&Mark::Over));
        assert_eq!(scene.timeline.marks.iter().filter(|mark| **mark == Mark::After).count(), 69);
    }
}

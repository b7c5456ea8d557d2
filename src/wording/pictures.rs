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

//! Topics (stand-in until the classifier is merged).
use crate::faq::{EntryId, Faq, Talk};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    Entry(EntryId),
    Talk(Talk),
}
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints {
    pub place: bool,
    pub stay_dates: bool,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Answer(EntryId),
    Choices(Vec<EntryId>),
    Talk(Talk),
    Unknown { outside: Option<Talk> },
}
#[derive(Clone, Debug)]
pub struct Judgement {
    pub verdict: Verdict,
    pub ranked: Vec<Scored>,
    pub score: f32,
    pub second: Option<EntryId>,
}
pub struct Topics;
impl Topics {
    pub fn learn(_: &Faq) -> Topics {
        Topics
    }
    pub fn judge(&self, _: &str, _: Hints) -> Judgement {
        Judgement { verdict: Verdict::Unknown { outside: None }, ranked: vec![], score: 0.0, second: None }
    }
}

#[derive(Clone, Debug)]
pub struct Scored {
    pub topic: Topic,
    pub score: f32,
}

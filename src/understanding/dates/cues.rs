//! Words that say what happened on a day, where they stand, and how far they are from a date.

use super::found::Found;
use super::line::Line;
use super::papers::is_verb_of_paper;
use super::scan::Item;
use super::vocabulary::Word;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// An entry or an exit: "vyihav" may be either.
    Crossing,
    Entry,
    EntryPlan,
    Exit,
    ExitPlan,
    Visit,
    Still,
    /// Gone between the dates, or until or since one.
    Away,
    Expired,
    LastLawfulDay,
    LastDay,
    Valid,
    Permit,
    Passport,
    Contract,
    Loss,
    Decision,
    Filing,
    Issued,
    Birth,
}

#[derive(Debug, Clone, Copy)]
pub struct Cue {
    pub at: usize,
    pub end: usize,
    pub happening: Happening,
    /// "Entry:", "giriş": before its date in every language.
    pub noun: bool,
    /// The verb of a language that ends its sentences with it.
    pub follows: bool,
}

const HAPPENINGS: [(Word, Happening, bool); 26] = [
    (Word::Dismissed, Happening::Contract, false),
    (Word::LastLawfulDay, Happening::LastLawfulDay, true),
    (Word::LastDay, Happening::LastDay, true),
    (Word::Away, Happening::Away, false),
    (Word::BackThere, Happening::Entry, false),
    (Word::ReturnPlan, Happening::ExitPlan, false),
    (Word::EntryBeside, Happening::Entry, true),
    (Word::ExitBeside, Happening::Exit, true),
    (Word::Entry, Happening::Entry, false),
    (Word::EntryNoun, Happening::Entry, true),
    (Word::EntryPlan, Happening::EntryPlan, false),
    (Word::Exit, Happening::Exit, false),
    (Word::ExitNoun, Happening::Exit, true),
    (Word::ExitPlan, Happening::ExitPlan, false),
    (Word::Visit, Happening::Visit, false),
    (Word::Still, Happening::Still, false),
    (Word::Expired, Happening::Expired, false),
    (Word::Valid, Happening::Valid, false),
    (Word::Permit, Happening::Permit, true),
    (Word::Passport, Happening::Passport, true),
    (Word::Contract, Happening::Contract, true),
    (Word::Loss, Happening::Loss, false),
    (Word::Decision, Happening::Decision, true),
    (Word::Filing, Happening::Filing, false),
    (Word::Issued, Happening::Issued, false),
    (Word::Birth, Happening::Birth, false),
];

/// What separates one thing said from the next, in tokens' worth of distance.
pub const COMMA: usize = 6;
const SENTENCE: usize = 14;
const CONJUNCTION: usize = 3;
const ANOTHER_DATE: usize = 10;

/// How far apart the places of a message are in meaning.
pub struct Distances {
    breaks: Vec<usize>,
    dates: Vec<usize>,
    clauses: Vec<usize>,
    /// Of each clause: a date is said before any cue.
    date_first: Vec<bool>,
}

impl Distances {
    pub fn new(line: &Line, items: &[Item], cues: &[Cue]) -> Self {
        let mut dated = vec![false; line.len()];
        for item in items {
            dated[item.first().tokens.start..item.last().tokens.end].fill(true);
        }
        let is_verb = |at| {
            let place = cues.binary_search_by_key(&at, |cue| cue.at);
            place.is_ok_and(|place| {
                matches!(
                    cues[place].happening,
                    Happening::Entry | Happening::Exit | Happening::EntryPlan | Happening::ExitPlan
                ) && !cues[place].noun
            })
        };
        let mut distances = Self { breaks: vec![0], dates: vec![0], clauses: vec![0], date_first: Vec::new() };
        for at in 0..line.len() {
            let dated_after = dated.get(at + 1).is_some_and(|dated| *dated) && at > 0 && !dated[at - 1];
            let and = line.is(at, Word::And) && !line.is(at, Word::Again);
            let begins = and && (is_verb(at + 1) || dated_after);
            let cost = match dated[at] {
                true => 0,
                // "And left", "left and on 1 October came back": a clause of its own, not "and my son".
                false if begins => COMMA.max(break_at(line, at)),
                false => break_at(line, at),
            };
            let starts_date = dated[at] && (at == 0 || !dated[at - 1]);
            distances.breaks.push(distances.breaks[at] + cost);
            distances.dates.push(distances.dates[at] + usize::from(starts_date));
            distances.clauses.push(distances.clauses[at] + usize::from(cost >= COMMA));
        }
        distances.date_first = date_first(&distances.clauses, &dated, cues);
        distances
    }

    /// From the end of one thing to the start of a later one.
    pub fn between(&self, end: usize, start: usize) -> usize {
        let dates = self.dates[start].saturating_sub(self.dates[end]);
        start.saturating_sub(end) + (self.breaks[start] - self.breaks[end.min(start)]) + dates * ANOTHER_DATE
    }

    /// Neither a date nor a comma nor an "and" in these tokens.
    pub fn unbroken(&self, tokens: &Range<usize>) -> bool {
        !self.breaks(tokens) && self.dates[tokens.start] == self.dates[tokens.end]
    }

    /// A comma or an "and" in these tokens.
    pub fn breaks(&self, tokens: &Range<usize>) -> bool {
        self.breaks[tokens.start] != self.breaks[tokens.end]
    }

    pub fn dates_between(&self, cue: &Cue, found: &Found) -> usize {
        let (from, to) = (cue.end.min(found.tokens.end), cue.at.max(found.tokens.start));
        self.dates[to].saturating_sub(self.dates[from.min(to)])
    }

    pub fn clause(&self, at: usize) -> usize {
        self.clauses[at]
    }

    pub fn date_first(&self, at: usize) -> bool {
        self.date_first[self.clauses[at]]
    }
}

fn date_first(clauses: &[usize], dated: &[bool], cues: &[Cue]) -> Vec<bool> {
    let mut first = vec![None; clauses.last().map_or(1, |last| last + 1)];
    let mut cues = cues.iter().map(|cue| cue.at).peekable();
    for (at, is_date) in dated.iter().enumerate() {
        let is_cue = cues.next_if(|cue| *cue == at).is_some();
        if *is_date || is_cue {
            first[clauses[at]].get_or_insert(*is_date);
        }
    }
    first.into_iter().map(|first| first.unwrap_or(false)).collect()
}

pub fn break_at(line: &Line, at: usize) -> usize {
    let Some(token) = line.token(at) else {
        return 0;
    };
    let glued_on = line.glued(at + 1);
    if token.is_mark("!?\n") || token.is_mark(".;") && !glued_on {
        SENTENCE
    } else if token.is_mark(",();—–|") || token.is_mark("-:") && !token.glued {
        COMMA
    } else if line.is(at, Word::And) && !line.is(at, Word::Article) {
        CONJUNCTION
    } else {
        0
    }
}

/// All cues in the order of the text; questions ("when must I leave") and denials ("never left") are none.
pub fn cues(line: &Line) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut asked = Recent::default();
    let mut denied = Recent::default();
    for at in 0..line.len() {
        if break_at(line, at) >= COMMA {
            (asked, denied) = Default::default();
        }
        asked.note(line.is(at, Word::When), at);
        // “No, I left …” denies what was said before.
        denied.note(line.is(at, Word::Not) && !(at == 0 && line.is(1, Word::Myself)), at);
        for (word, happening, noun) in HAPPENINGS {
            let Some(end) = line.word(at, word) else {
                continue;
            };
            let beside = matches!(word, Word::EntryBeside | Word::ExitBeside);
            if beside && !(line.number(end, 2).is_some() && line.mark(end + 1, "./-") && line.glued(end + 1)) {
                continue;
            }
            let open = matches!(happening, Happening::ExitPlan | Happening::EntryPlan)
                || matches!(happening, Happening::Expired | Happening::Valid)
                || matches!(happening, Happening::LastLawfulDay | Happening::LastDay);
            let leaves = matches!(happening, Happening::Exit | Happening::ExitPlan);
            if asked.within(at, 6) && open || denied.within(at, 4) && leaves {
                continue;
            }
            let either = line.is(at, Word::Entry) && line.is(at, Word::Exit);
            let happening = match word {
                Word::BackThere | Word::ReturnPlan => way_back(&cues, happening),
                _ if either => Happening::Crossing,
                Word::Entry | Word::Exit if is_verb_of_paper(line, at) => Happening::Issued,
                _ => happening,
            };
            let follows = line.senses(at).first().is_some_and(|sense| sense.verbs_follow);
            // "Uçakla geldim": by plane, and the verb says which way.
            let means = |last: &mut Cue| last.happening == Happening::ExitPlan && at - last.end <= 1;
            if matches!(word, Word::Entry | Word::Exit) && follows {
                cues.pop_if(means);
            }
            cues.push(Cue { at, end, happening, noun, follows });
            break;
        }
    }
    cues
}

/// "Leaving 10 December, back on 20 December", "уехал вчера, возвращаюсь в понедельник": the way back of an exit told before.
fn way_back(before: &[Cue], otherwise: Happening) -> Happening {
    let crossing = |cue: &&Cue| {
        matches!(cue.happening, Happening::Entry | Happening::EntryPlan | Happening::Exit | Happening::ExitPlan)
    };
    match (before.iter().rev().find(crossing).map(|cue| cue.happening), otherwise) {
        (Some(Happening::ExitPlan), _) | (Some(Happening::Exit), Happening::ExitPlan) => Happening::EntryPlan,
        _ => otherwise,
    }
}

/// Whether an entry or an exit that has been is told right beside these bytes: before them, or behind where verbs stand last.
pub fn happened_beside(line: &Line, quote: &Range<usize>) -> bool {
    let begin = line.tokens.partition_point(|token| token.span.start < quote.start);
    let end = line.tokens.partition_point(|token| token.span.start < quote.end);
    let happened = |at: usize| line.any(at, &[Word::Entry, Word::Exit]).is_some();
    let goes_on = |at: &usize| line.number(*at, 4).is_none() && break_at(line, *at) < COMMA;
    let before = (begin.saturating_sub(BESIDE)..begin).rev().take_while(goes_on).any(happened);
    let behind = |at: usize| happened(at) && line.verbs_follow(at);
    before || (end..(end + BESIDE).min(line.len())).take_while(goes_on).any(behind)
}

/// Where "the day before yesterday" is said.
pub fn days_before_yesterday(line: &Line) -> Vec<Range<usize>> {
    let said = (0..line.len()).filter_map(|at| Some(at..line.word(at, Word::DayBeforeYesterday)?));
    said.map(|tokens| line.quote(&tokens)).collect()
}

/// So many words may stand between a verb and its length: "entered about a week before".
const BESIDE: usize = 3;

#[derive(Default)]
struct Recent(Option<usize>);

impl Recent {
    fn note(&mut self, here: bool, at: usize) {
        if here {
            self.0 = Some(at);
        }
    }

    fn within(&self, at: usize, tokens: usize) -> bool {
        self.0.is_some_and(|last| at - last <= tokens)
    }
}

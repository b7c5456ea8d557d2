//! What each date is: an entry, an exit, a visit, or the day of something else.

use super::cues::{Cue, Distances, Happening, cues};
use super::found::{Found, Side, When};
use super::line::Line;
use super::near::said_in_clauses;
use super::numeric::converb;
use super::papers::{is_event, is_paper};
use super::scan::Item;
use super::vocabulary::Word;
use super::whereabouts::{self, Place, Way};
use super::years::{settle, settle_pair};
use super::{AskKind, Role};
use chrono::NaiveDate;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Entry {
        planned: bool,
    },
    Exit {
        planned: bool,
    },
    /// Both ends of a range; `past` when a verb says that it is over.
    Stay {
        planned: bool,
        past: bool,
    },
    /// Gone from the first day of a range to its last.
    Absence {
        planned: bool,
    },
    /// "Until 15 August": the first such day after the entry, past or to come; `past` when a verb says that it is over.
    Until {
        past: bool,
    },
    Event {
        role: Role,
        planned: bool,
    },
    Unknown,
    /// No date after all.
    Nothing,
}

#[derive(Debug, Clone)]
pub struct Cast {
    pub item: Item,
    pub part: Part,
    pub certain: bool,
    /// Told as a return, or as what was before another thing: there was a stay before.
    pub back: bool,
    /// Of an exit: how long after it she came back.
    pub lasting: Option<When>,
}

/// A cue further away than this says nothing about a date.
pub(super) const TOO_FAR: usize = 30;
/// A figure that might be a price needs one as near as this.
const NEAR: usize = 16;
const FROM: usize = 6;
/// A plan told without its year is doubted when it is more days away than this.
const FAR: i64 = 270;

pub struct Roles<'l, 'v> {
    pub(super) line: &'l Line<'v>,
    pub(super) cues: Vec<Cue>,
    pub(super) distances: Distances,
    /// Somewhere the message speaks of a stay at all.
    stay_talk: bool,
    pub(super) places: Vec<Place>,
    /// What happens in each clause.
    pub(super) said: Vec<Vec<Happening>>,
    plans: Vec<usize>,
    asks: Vec<usize>,
    only_dates: bool,
    /// Somewhere an entry is told, or that she is here.
    pub(super) has_entered: bool,
    /// Somewhere a trip is told with both its ends.
    ranges: bool,
    pub(super) today: NaiveDate,
    /// More than dates is said, and of no paper: what else would the date be than an entry? Asked, never taken for sure.
    told: bool,
}

impl<'l, 'v> Roles<'l, 'v> {
    pub fn new(line: &'l Line<'v>, items: &[Item], today: NaiveDate) -> Self {
        let cues = cues(line);
        let distances = Distances::new(line, items, &cues);
        let clauses_with =
            |word| (0..line.len()).filter(|at| line.is(*at, word)).map(|at| distances.clause(at)).collect();
        let about_stay = |cue: &Cue| matches!(cue.happening, Happening::Still | Happening::Visit | Happening::Entry);
        let stay_talk = cues.iter().any(about_stay) || (0..line.len()).any(|at| line.is(at, Word::StayTalk));
        let (plans, asks) = (clauses_with(Word::Plan), clauses_with(Word::MayI));
        let only_dates = said_besides(line, items) == 0;
        let told =
            !only_dates && !cues.iter().any(|cue| is_event(cue.happening) && cue.happening != Happening::Passport);
        let ranges = items.iter().any(|item| matches!(item, Item::Range(..)));
        let entered = |cue: &Cue| matches!(cue.happening, Happening::Entry | Happening::Still);
        let (places, has_entered) = (whereabouts::places(line), cues.iter().any(entered));
        let said = said_in_clauses(&cues, &distances);
        Self {
            places,
            said,
            has_entered,
            plans,
            asks,
            told,
            ranges,
            only_dates,
            today,
            line,
            stay_talk,
            cues,
            distances,
        }
    }

    pub fn cast(&self, item: Item) -> Cast {
        let (part, sure) = match &item {
            Item::One(found) => self.single(found),
            Item::Range(first, last) => self.range(first, last),
        };
        let hedged = self.hedged(&item);
        let sure = sure && !self.is_far_plan(&part, &item);
        let certain = sure && !hedged && item.all().iter().all(|found| found.certain);
        let back = self.is_back(&item);
        let tokens = item.first().tokens.start..item.last().tokens.end;
        let lasting = matches!(part, Part::Exit { .. }).then(|| self.lasting(&tokens)).flatten();
        Cast { part, certain, item, back, lasting }
    }

    /// "I return on 5 October", said in November: next year's, or told of the last one?
    fn is_far_plan(&self, part: &Part, item: &Item) -> bool {
        let (Part::Entry { planned } | Part::Exit { planned } | Part::Stay { planned, .. } | Part::Absence { planned }) =
            *part
        else {
            return false;
        };
        let yearless = |found: &&Found| matches!(found.when, When::Day { year: None, .. });
        let far =
            |found: &Found| settle(found, true, self.today).is_some_and(|day| (day - self.today).num_days() > FAR);
        planned && item.all().into_iter().filter(yearless).any(far)
    }

    fn is_back(&self, item: &Item) -> bool {
        let cue = self.nearest(item.first().tokens.start, item.last().tokens.end);
        cue.is_some_and(|(cue, _)| self.line.is(cue.at, Word::Back))
    }

    fn single(&self, found: &Found) -> (Part, bool) {
        let best = self.nearest(found.tokens.start, found.tokens.end);
        if let Some(part) = self.gone(found, best) {
            return (part, false);
        }
        // "Never left, except on 5 October"
        if self.excepted(found) && self.clause_has(found.tokens.start, |it| it == Happening::Still) {
            return (Part::Exit { planned: false }, false);
        }
        if let Some(part) = self.by_preposition(found, best) {
            return (part, true);
        }
        if self.is_left_open(found) && best.is_none_or(|(_, score)| score > FROM) {
            return (Part::Entry { planned: false }, self.ranges);
        }
        let near = |(cue, score): &(Cue, usize)| {
            *score <= if found.weak { NEAR } else { TOO_FAR } && !self.belongs_to_another(cue, found)
        };
        let Some((cue, _)) = best.filter(near) else {
            return (self.uncued(found), false);
        };
        let plan = matches!(cue.happening, Happening::EntryPlan | Happening::ExitPlan);
        if plan && matches!(found.when, When::Fixed(day) if day < self.today) {
            return (self.uncued(found), false);
        }
        let planned = self.planned(found.tokens.start);
        // "They told me to come tomorrow": to the office, or to the country?
        let vague = cue.happening == Happening::EntryPlan && !planned && !matches!(found.when, When::Day { .. });
        let part = match cue.happening {
            Happening::Entry if self.is_led_by_plan(&cue) => {
                return (Part::Entry { planned: self.is_rather_ahead(found) }, false);
            }
            Happening::Exit if self.is_led_by_plan(&cue) => {
                return (Part::Exit { planned: self.is_rather_ahead(found) }, false);
            }
            // "Planning an exit on 3 December"
            Happening::Entry if cue.noun => Part::Entry { planned: planned && self.is_rather_ahead(found) },
            Happening::Exit if cue.noun => Part::Exit { planned: planned && self.is_rather_ahead(found) },
            Happening::Entry => Part::Entry { planned: false },
            Happening::Still => Part::Entry { planned: false },
            Happening::Visit => Part::Entry { planned },
            Happening::EntryPlan => Part::Entry { planned: true },
            Happening::Exit => Part::Exit { planned: false },
            // "Улетел домой": the verb has been.
            Happening::ExitPlan => {
                Part::Exit { planned: planned || !self.clause_has(cue.at, |it| it == Happening::Exit) }
            }
            // "The passport says 05.10.2025" is a stamp; "the passport is valid until" has a nearer cue.
            Happening::Passport => return (self.uncued(found), false),
            Happening::Crossing | Happening::Away => return (Part::Unknown, false),
            Happening::LastLawfulDay | Happening::LastDay => return self.last_day(found, cue),
            other => {
                let valid = other == Happening::Valid || is_paper(other) && self.prepositions(found).until;
                Part::Event { role: self.role(other, cue), planned: planned || valid }
            }
        };
        (part, !vague && cue.happening != Happening::Visit)
    }

    /// "3 Sept - 20 Oct, 2 Nov -": a range that nobody has ended.
    fn is_left_open(&self, found: &Found) -> bool {
        let end = found.tokens.end;
        let last = |at: usize| self.line.token(at).is_none_or(|token| token.is_mark(",;.?!)"));
        self.line.mark(end, "-–—−~→…") && last(end + 1)
    }

    /// Whether what names no day tells of an entry, an exit or a visit that has been.
    pub fn tells_of_trip(&self, tokens: &Range<usize>, kind: AskKind) -> bool {
        let Some((cue, score)) = self.nearest(tokens.start, tokens.end) else {
            return false;
        };
        let happened = match cue.happening {
            Happening::Visit => true,
            Happening::Away => true,
            // "Entered 5 September for 40 days": of a day that is told.
            Happening::Entry | Happening::Exit | Happening::Crossing | Happening::Still => kind != AskKind::Length,
            _ => false,
        };
        happened && score <= NEAR && !self.planned(tokens.start)
    }

    /// A day of the week told after another date ("arrived 26 August, my bus is on Monday") is not one more entry.
    fn belongs_to_another(&self, cue: &Cue, found: &Found) -> bool {
        let weekday = matches!(found.when, When::Weekday { .. } | When::Later { .. });
        let entry = matches!(cue.happening, Happening::Entry | Happening::Still | Happening::Visit);
        weekday && entry && self.distances.dates_between(cue, found) > 0
    }

    /// "Gelip kalacağım": the verb that follows says when.
    fn is_led_by_plan(&self, cue: &Cue) -> bool {
        let plan = |it| matches!(it, Happening::EntryPlan | Happening::ExitPlan);
        let last = cue.end.checked_sub(1).and_then(|last| self.line.word_token(last));
        cue.follows && last.is_some_and(|token| converb(&token.folded)) && self.clause_has(cue.at, plan)
    }

    pub(super) fn is_rather_ahead(&self, found: &Found) -> bool {
        let away = |planned| settle(found, planned, self.today).map(|day| (day - self.today).num_days().abs());
        away(true) < away(false)
    }

    pub(super) fn prepositions(&self, found: &Found) -> Prepositions {
        let (start, end) = (found.tokens.start, found.tokens.end);
        let before = self.line.any_before(start, &[Word::Filler]).unwrap_or(start);
        let since = self.line.word_before(before, Word::Since).is_some() || self.line.is(end, Word::Since);
        let from = since || found.side == Side::From || self.line.word_before(before, Word::From).is_some();
        let until = self.line.word_before(before, Word::Until).is_some() || self.line.is(end, Word::UntilAfter);
        Prepositions { since, from, until }
    }

    fn excepted(&self, found: &Found) -> bool {
        let before = self.line.any_before(found.tokens.start, &[Word::Filler]).unwrap_or(found.tokens.start);
        self.line.word_before(before, Word::Except).is_some() || self.line.is(found.tokens.end, Word::Except)
    }

    /// "с 5 ноября", "5 Eylül'den beri": an entry where no nearer verb says otherwise; "до 5 января": an exit.
    fn by_preposition(&self, found: &Found, best: Option<(Cue, usize)>) -> Option<Part> {
        let start = found.tokens.start;
        let Prepositions { since, from, until } = self.prepositions(found);
        let nearest = best.map_or(usize::MAX, |(_, score)| score);
        // "Since 5 September, what is my last day?" is an entry.
        let last_day = |cue: &Cue| matches!(cue.happening, Happening::LastLawfulDay | Happening::LastDay);
        let event =
            best.is_some_and(|(cue, score)| score <= NEAR && is_event(cue.happening) && !(from && last_day(&cue)));
        if event {
            return None;
        }
        if until && self.is_of_paper(start) {
            let paper = self.paper_before(start).or(best.map(|(cue, _)| cue))?;
            let was = self.clause_has(start, |it| it == Happening::Visit);
            return Some(Part::Event { role: self.role(Happening::Valid, paper), planned: !was });
        }
        if until {
            let planned = self.planned(start) || self.asked(start);
            return Some(if planned { Part::Exit { planned } } else { Part::Until { past: self.is_over(start) } });
        }
        (from && nearest > if since { 2 } else { FROM }).then_some(Part::Entry { planned: self.planned(start) })
    }

    fn range(&self, first: &Found, last: &Found) -> (Part, bool) {
        let leaves = |it| matches!(it, Happening::Exit | Happening::ExitPlan);
        if last.when == When::Fixed(self.today) && !self.clause_has(last.tokens.start, leaves) {
            // "1 October - today": who is here today has not left.
            return (Part::Entry { planned: false }, true);
        }
        let best = self.nearest(first.tokens.start, last.tokens.end);
        let planned = self.planned(first.tokens.start);
        let Some((cue, score)) = best.filter(|(_, score)| *score <= TOO_FAR) else {
            if matches!(first.when, When::Weekday { .. }) {
                return (Part::Nothing, false);
            }
            let sure = !first.weak || self.stay_talk || self.only_dates;
            if self
                .place_of(&(first.tokens.start..last.tokens.end))
                .is_some_and(|place| place.abroad && place.way == Way::Into)
            {
                return (Part::Absence { planned }, false);
            }
            let stay = Part::Stay { planned, past: false };
            return if sure || self.told { (stay, sure) } else { (Part::Nothing, false) };
        };
        let part = match cue.happening {
            event if is_event(event) && score <= NEAR => {
                Part::Event { role: self.role(event, cue), planned: event == Happening::Valid }
            }
            _ if self.is_absence(&cue, &(first.tokens.start..last.tokens.end)) => {
                let plan = matches!(cue.happening, Happening::EntryPlan | Happening::ExitPlan)
                    && !self.is_over(first.tokens.start);
                Part::Absence { planned: planned || plan }
            }
            // "I come every month, last time 5–9 October": told beside a plan, and over.
            Happening::EntryPlan if !planned && self.is_of_another_clause(&cue, first) => {
                return (Part::Stay { planned: false, past: true }, false);
            }
            Happening::EntryPlan => Part::Stay { planned: true, past: false },
            Happening::Exit => Part::Stay { planned: false, past: true },
            // "Entered 1 October until 15 January": the end may be to come.
            Happening::Entry if self.ends_ahead(first, last) => {
                return (Part::Stay { planned: false, past: false }, false);
            }
            Happening::Entry => Part::Stay { planned: false, past: true },
            Happening::Visit => Part::Stay { planned, past: !planned },
            _ => Part::Stay { planned, past: false },
        };
        (part, true)
    }

    fn ends_ahead(&self, first: &Found, last: &Found) -> bool {
        settle_pair(first, last, (false, false), self.today).is_some_and(|(_, leave)| leave > self.today)
    }

    fn uncued(&self, found: &Found) -> Part {
        match found.when {
            When::Later { .. } => Part::Nothing,
            _ if found.weak && !self.only_dates && !self.stay_talk => Part::Nothing,
            When::Weekday { .. } if !self.only_dates && !self.stay_talk => Part::Nothing,
            When::Weekday { .. } => Part::Unknown,
            // "Do the 90 days start today?", "are you open tomorrow?"
            When::Fixed(day) if !self.only_dates && (!self.stay_talk || day >= self.today) => Part::Nothing,
            _ if self.stay_talk || self.told && !found.weak => Part::Entry { planned: false },
            _ => Part::Unknown,
        }
    }

    pub(super) fn planned(&self, at: usize) -> bool {
        self.plans.binary_search(&self.distances.clause(at)).is_ok()
    }

    /// "Can I come back in 90 days": a question about a length.
    pub fn asked(&self, at: usize) -> bool {
        self.asks.binary_search(&self.distances.clause(at)).is_ok()
    }

    fn hedged(&self, item: &Item) -> bool {
        let near = item.first().tokens.start.saturating_sub(4)..(item.last().tokens.end + 4).min(self.line.len());
        near.into_iter().any(|at| self.line.is(at, Word::Hedge))
    }
}

pub(super) struct Prepositions {
    pub since: bool,
    pub from: bool,
    pub until: bool,
}

/// Words and numbers outside the dates.
fn said_besides(line: &Line, items: &[Item]) -> usize {
    let spoken = |range: std::ops::Range<usize>| range.filter(|at| !line.mark(*at, ".,!?;:()-–—\"'")).count();
    let inside: usize = items.iter().map(|item| spoken(item.first().tokens.start..item.last().tokens.end)).sum();
    spoken(0..line.len()).saturating_sub(inside)
}

//! Trips, counted days and last days for something, in sentences.

use chrono::NaiveDate;

use super::label::Label;
use super::speak::Speaking;
use super::spoken::{Block, Picture, Words, words};
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::StayQuestion;
use crate::faq::grouped;
use crate::stay::{
    self, Count, Deadline, DeadlineInput, DeadlineKind, Fine, History, HistoryError, Regime, Rule, Status, Traveller,
    Visit, Warning,
};

impl Speaking<'_> {
    /// The trips as they were understood, one a line.
    pub(super) fn trips(&self, trips: &[Visit], on: NaiveDate) -> Vec<Block> {
        let lines = trips.iter().map(|trip| words(&self.label(&trip_label(trip, on)))).collect();
        vec![Block::Numbered(lines)]
    }

    /// The days counted: the answer first, then what may follow, then the rule.
    pub(super) fn stay(&self, question: &StayQuestion) -> Vec<Block> {
        match self.counted(question) {
            Ok(counted) => counted.blocks(),
            Err(NotCounted::Trips(error)) => self.say(&history_phrase(error)),
            Err(NotCounted::BeforeLaw) => self.before_the_law(),
        }
    }

    /// The days counted, as a picture; none without any trip, and where nothing can be counted.
    pub(super) fn picture(&self, question: &StayQuestion) -> Option<Picture> {
        let counted = self.counted(question).ok().filter(|_| !question.trips.is_empty())?;
        Some(counted.picture())
    }

    fn counted<'a>(&'a self, question: &'a StayQuestion) -> Result<Counted<'a>, NotCounted> {
        let history = History::new(&question.trips).map_err(NotCounted::Trips)?;
        let law = self.faq.stay_law(question.on).map_err(|_| NotCounted::BeforeLaw)?;
        let traveller =
            Traveller { rule: law.rule_for(question.nationality.as_deref()), left_bank: question.left_bank };
        let count = stay::count(&history, question.on, traveller, &law);
        Ok(Counted { speaking: *self, question, history, traveller, count, law })
    }

    /// The last day for something, and the last working day before it where an office must be open.
    pub(super) fn deadline(
        &self,
        kind: DeadlineKind,
        event: NaiveDate,
        exit: Option<NaiveDate>,
        on: NaiveDate,
    ) -> Vec<Block> {
        let Ok(law) = self.faq.stay_law(event) else { return self.before_the_law() };
        let input = DeadlineInput { event: Some(event), exit, ..DeadlineInput::default() };
        let Ok(deadline) = stay::deadline(kind, &input, &law, &self.faq.holidays) else { return Vec::new() };
        let (due, office_day) = match deadline {
            Deadline::Due { due } => (due, None),
            Deadline::Office { due, office_day } => (due, Some(office_day)),
            Deadline::Return { earliest_return } => (earliest_return, None),
            _ => return Vec::new(),
        };
        let label = match (kind, exit) {
            (DeadlineKind::ReturnDecision, Some(exit)) if exit > event => Label::DueReturnLeft { exit, due },
            _ => match due_label(kind, event, due, &law) {
                Some(label) => label,
                None => return Vec::new(),
            },
        };
        let mut blocks = vec![self.paragraph(&label)];
        if due < on && needs_action(kind) {
            blocks.push(self.paragraph(&Label::DuePassed));
        } else if due < on && kind == DeadlineKind::FineFree {
            blocks.push(self.paragraph(&Label::DueOver));
        } else if let Some(day) = office_day.filter(|day| kind == DeadlineKind::PermitLost && *day != due) {
            blocks.push(self.paragraph(&Label::DueOfficeDay { day }));
        }
        blocks
    }

    fn before_the_law(&self) -> Vec<Block> {
        self.say(&Phrase::BeforeTheLaw { since: self.faq.law.since() })
    }
}

/// The question to ask when trips contradict each other.
pub(crate) fn history_phrase(error: HistoryError) -> Phrase {
    let Visit { entry, exit } = error.visit();
    match (error, exit) {
        (HistoryError::ExitBeforeEntry(_), Some(exit)) => Phrase::ExitBeforeEntry { entry, exit },
        _ => Phrase::MissingExit { entry },
    }
}

fn trip_label(trip: &Visit, on: NaiveDate) -> Label {
    let Visit { entry, exit } = *trip;
    match exit {
        Some(exit) if entry > on => Label::TripPlanned { entry, exit },
        None if entry > on => Label::TripPlannedOpen { entry },
        Some(exit) if exit > on => Label::TripLeaving { entry, exit },
        Some(exit) => Label::TripPast { entry, exit, days: (exit - entry).num_days() + 1 },
        None => Label::TripOpen { entry, days: (on - entry).num_days() + 1 },
    }
}

/// Terms in which the person must do something; a return and an expected answer only come.
fn needs_action(kind: DeadlineKind) -> bool {
    matches!(kind, DeadlineKind::EmploymentEnded | DeadlineKind::PermitLost)
}

fn due_label(kind: DeadlineKind, event: NaiveDate, due: NaiveDate, law: &stay::Law) -> Option<Label> {
    Some(match kind {
        DeadlineKind::EmploymentEnded => {
            Label::DueEmployment { event, due, days: i64::from(law.employment_ended_working_days) }
        }
        DeadlineKind::ReunificationExam => {
            Label::DueExam { event, due, days: i64::from(law.reunification_exam_working_days) }
        }
        DeadlineKind::PermitLost => Label::DuePermit { event, due, days: i64::from(law.permit_lost_days) },
        DeadlineKind::FineFree => Label::DueFineFree { event, due, days: i64::from(law.fine_free_days) },
        DeadlineKind::RegimeLimit => Label::DueRegime { event, due, months: i64::from(law.regime_months) },
        DeadlineKind::ReturnDecision => Label::DueReturn { event, due, days: i64::from(law.return_after_days) },
        DeadlineKind::PassportValidity | DeadlineKind::FilingLimit => return None,
    })
}

/// Why there is no count.
enum NotCounted {
    Trips(HistoryError),
    BeforeLaw,
}

/// A count on its way into sentences.
pub(super) struct Counted<'a> {
    pub(super) speaking: Speaking<'a>,
    pub(super) question: &'a StayQuestion,
    pub(super) history: History,
    pub(super) traveller: Traveller,
    pub(super) count: Count,
    pub(super) law: stay::Law,
}

impl Counted<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = self.first().into_iter().map(|label| self.speaking.paragraph(&label)).collect();
        let then: Vec<Words> = self.then().iter().map(|label| words(&self.speaking.label(label))).collect();
        if !then.is_empty() {
            blocks.push(Block::Bullets(then));
        }
        if self.count.warnings.contains(&Warning::Overlap) {
            blocks.push(self.speaking.paragraph(&Label::StayOverlap));
        }
        blocks.push(self.speaking.small(&self.rule()));
        if !self.question.trips.is_empty() {
            blocks.push(self.speaking.small(&Label::StayCaution));
        }
        blocks
    }

    /// The answer itself, and the days used beside it: two figures, named apart.
    pub(super) fn first(&self) -> Vec<Label> {
        let count = &self.count;
        let status = match (count.status, count.last_lawful_day, count.entry) {
            (Status::Outside, _, _) => self.outside(),
            (Status::Inside, Some(until), _) => match (count.overstay_days, count.days_left) {
                (0, Some(0)) => Label::StayLastDay { until },
                (0, left) => Label::StayUntil { until, left: left.unwrap_or_default() },
                (over, _) => Label::StayOver { until, over },
            },
            (Status::Inside, None, entry) => {
                Label::StayNoDay { entry: entry.unwrap_or_default(), over: count.overstay_days }
            }
        };
        vec![status, self.used()]
    }

    pub(super) fn used(&self) -> Label {
        let (used, limit) = (self.count.used, i64::from(self.law.stay_days));
        match self.count.rule {
            Rule::Window => Label::StayUsed { used, limit, window: i64::from(self.law.window_days) },
            Rule::LastEntry => Label::StayUsedLastEntry { used, limit },
        }
    }

    fn outside(&self) -> Label {
        let Count { earliest_return: from, max_stay_from_return: days, full_stay_from: full, .. } = self.count;
        if full <= from { Label::StayOutsideFull { from, days } } else { Label::StayOutside { from, days, full } }
    }

    /// What follows: leaving, the fine, coming back, other trips.
    fn then(&self) -> Vec<Label> {
        let mut then = Vec::new();
        if self.count.status == Status::Inside {
            then.extend(self.leaving());
            then.extend(self.fine());
            then.extend(self.coming_back());
        }
        let past_over = self.count.past.iter().filter(|past| past.overstay_days > 0);
        then.extend(past_over.map(|past| Label::StayPastOver {
            entry: past.entry,
            exit: past.exit,
            over: past.overstay_days,
        }));
        then.extend(self.count.planned.iter().map(planned));
        then
    }

    fn leaving(&self) -> Option<Label> {
        let exit = self.count.planned_exit?;
        Some(match self.count.planned_exit_overstay {
            Some(over) if over > 0 => Label::StayLeavingLate { exit, over },
            _ => Label::StayLeavingInTime { exit },
        })
    }

    fn fine(&self) -> Vec<Label> {
        let count = &self.count;
        let fine = match (count.fine, count.fine_free_until) {
            (Some(Fine::None), Some(until)) => vec![Label::StayThen { until }],
            (Some(Fine::Avoidable), Some(until)) => vec![Label::StayAvoidable { until }],
            (Some(Fine::Exempt), _) => vec![Label::StayFineExempt],
            (Some(Fine::Due), _) => vec![self.fine_due()],
            _ => Vec::new(),
        };
        let regime = match (count.regime, count.regime_under_until) {
            (Some(Regime::Under), Some(until)) => {
                Some(Label::StayUnder { until, months: i64::from(self.law.regime_months) })
            }
            (Some(Regime::Over), Some(until)) => {
                Some(Label::StayOverMonths { until, months: i64::from(self.law.regime_months) })
            }
            _ => None,
        };
        fine.into_iter().chain(regime).collect()
    }

    fn fine_due(&self) -> Label {
        let on = |name| self.speaking.faq.law.on(name, self.speaking.today).unwrap_or(0);
        let (min, max) = (on("fine-lei-min"), on("fine-lei-max"));
        // Written as in the answers; the number itself decides the word that follows.
        Label::StayFineDue { min: grouped(min), max: grouped(max), lei: i64::from(max) }
    }

    fn coming_back(&self) -> Option<Label> {
        let Count { earliest_return: from, max_stay_from_return: days, full_stay_from: full, .. } = self.count;
        let exit = self.count.return_assumes_exit_on?;
        Some(if full <= from {
            Label::StayReturnFull { exit, from, days }
        } else {
            Label::StayReturn { exit, from, days, full }
        })
    }

    fn rule(&self) -> Label {
        let limit = i64::from(self.law.stay_days);
        match self.count.rule {
            Rule::Window => Label::StayRuleWindow { limit, window: i64::from(self.law.window_days) },
            Rule::LastEntry => Label::StayRuleLastEntry { limit },
        }
    }
}

fn planned(trip: &stay::PlannedStay) -> Label {
    match (trip.last_lawful_day, trip.exit, trip.overstay_days) {
        (None, _, _) => Label::StayPlannedNone { entry: trip.entry },
        (Some(_), Some(exit), Some(over)) if over > 0 => Label::StayPlannedOver { entry: trip.entry, exit, over },
        (Some(until), _, _) => Label::StayPlanned { entry: trip.entry, until, days: trip.max_stay },
    }
}

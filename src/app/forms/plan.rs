//! A payment plan as typed: how it is divided, from when, what becomes of penalties.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::super::plans::PlanDraft;
use super::super::problem::{Findings, Problem};
use super::super::views::plan_desk::{Coverable, PlanDesk, Spoken};
use super::{date, positive, prefilled, whole};
use crate::base::{Amount, InvoiceId, Region, dates};
use crate::domain::claim::Instalment;
use crate::domain::plan::caution::{Caution, Circumstances};
use crate::domain::plan::schedule::{Division, PlanTerms, Rhythm, Schedule, ScheduleError};
use crate::domain::plan::{InterestDuring, LONGEST_NOTICE_DAYS, Penalties, Reserved, SHORTEST_NOTICE_DAYS};
use crate::text::{Lang, format};

/// Days until the first instalment, unless chosen otherwise.
const FIRST_DAYS: u32 = 15;
/// Instalments, unless chosen otherwise.
const USUAL_COUNT: u32 = 3;
/// Most instalments one agrees on: ten years by the month, more than two by the week.
const MOST_PLANNED: u32 = 120;
/// Days the client has to answer, unless chosen otherwise; fewest and most.
const ANSWER: (u32, u32, u32) = (8, 1, 60);
/// What may be spread, as one looks for what was agreed: what becomes of penalties, and whether what is contested is spread
/// as well.
const SPREADS: [Spreads; 4] = [
    (Penalties::Included, false),
    (Penalties::Frozen, false),
    (Penalties::Included, true),
    (Penalties::Frozen, true),
];

type Spreads = (Penalties, bool);

/// What decides how many instalments there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DividedBy {
    /// So many.
    #[default]
    Count,
    /// So much each.
    Each,
    /// Until a day.
    Until,
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanForm {
    /// Invoices that are not covered.
    pub left_out: Vec<InvoiceId>,
    /// Day it was proposed on; empty where that is today.
    #[serde(default)]
    pub proposed: String,
    /// What decides how many instalments there are.
    pub by: DividedBy,
    /// How many.
    pub count: String,
    /// How much each.
    pub each: String,
    /// Until when.
    pub until: String,
    /// Day of the first.
    pub first: String,
    /// How far apart they are.
    pub rhythm: Rhythm,
    /// What is paid down; may be left out.
    pub down: String,
    /// Days without banks are moved.
    pub moved: bool,
    /// What is contested is spread as well.
    #[serde(default)]
    pub whole: bool,
    /// What becomes of penalties.
    pub penalties: Penalties,
    /// Whether interest goes on meanwhile.
    pub interest: InterestDuring,
    /// Days the client has to answer.
    pub answer_days: String,
    /// Days a notice gives.
    pub notice_days: String,
    /// What the client saw on the reply card this answers.
    #[serde(default)]
    pub shown: Option<CardShown>,
}

/// What a reply card showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardShown {
    /// Its balance.
    pub balance: Amount,
    /// The day that was stated at.
    #[serde(with = "crate::base::iso")]
    pub on: NaiveDate,
}

/// What a client proposed on a reply card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardAnswer<'a> {
    /// The invoices on it.
    pub invoices: &'a [InvoiceId],
    /// What it showed.
    pub shown: CardShown,
    /// Day of the first instalment.
    pub first: NaiveDate,
    /// How many, a month apart.
    pub count: u32,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanField {
    /// Which invoices.
    Covered,
    /// Day it is proposed on.
    Proposed,
    /// How many instalments.
    Count,
    /// How much each.
    Each,
    /// Until when.
    Until,
    /// Day of the first.
    First,
    /// What is paid down.
    Down,
    /// Days to answer.
    AnswerDays,
    /// Days of a notice.
    NoticeDays,
}

/// What a form comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What is recorded.
    pub draft: PlanDraft,
    /// Its schedule.
    pub schedule: Schedule,
    /// What to think twice about.
    pub cautions: Vec<Caution>,
    /// All there is to pay under it, what is paid down included.
    pub amount: Amount,
    /// What stays owed beside it.
    pub beside: Amount,
}

impl PlanForm {
    /// The form as it starts; amounts are written as the user’s language writes them.
    ///
    /// A consumer has fifteen days after a notice rather than eight: what is a reasonable time is for the court (recalled,
    /// to be checked).
    #[must_use]
    pub fn start(desk: &PlanDesk, lang: Lang) -> Self {
        // Nothing is asked for before it is due.
        let due = desk.invoices.iter().map(|one| one.debt.due).min().unwrap_or(desk.today);
        let usual = dates::add_days(desk.today, FIRST_DAYS).max(due);
        let usual = desk.region.working_from(usual);
        let start = Self {
            left_out: Vec::new(),
            proposed: String::new(),
            by: DividedBy::default(),
            count: USUAL_COUNT.to_string(),
            each: String::new(),
            until: String::new(),
            first: format::date_digits(usual),
            rhythm: Rhythm::default(),
            down: String::new(),
            moved: true,
            whole: false,
            penalties: Penalties::default(),
            interest: InterestDuring::default(),
            answer_days: ANSWER.0.to_string(),
            notice_days: if desk.is_consumer { LONGEST_NOTICE_DAYS } else { SHORTEST_NOTICE_DAYS }
                .to_string(),
            shown: None,
        };
        // What was agreed on the telephone is where one starts.
        match &desk.spoken {
            Some(spoken) => start.saying(spoken, desk, lang),
            None => start,
        }
    }

    /// The same with what was agreed on the telephone: the invoices spoken about, the sums and their days. Where they come to
    /// what those invoices are owed, with penalties or without, the schedule is exactly what was agreed; where they do not,
    /// each is the sum agreed on, and as many follow as what is owed takes.
    fn saying(mut self, spoken: &Spoken, desk: &PlanDesk, lang: Lang) -> Self {
        let Some(first) = spoken.sums.first() else { return self };
        let is_meant = |id: &InvoiceId| spoken.invoices.contains(id);
        self.left_out = desk.invoices.iter().map(|one| one.id).filter(|id| !is_meant(id)).collect();
        let agreed = spoken.amount();
        let comes_to =
            |(penalties, whole): &Spreads| desk.amount(*penalties, *whole, |id| is_meant(&id)) == agreed;
        let known = SPREADS.into_iter().find(comes_to);
        (self.penalties, self.whole) = known.unwrap_or_default();
        self.first = format::date_digits(first_day(&spoken.sums, desk.region).unwrap_or(first.due));
        self.answer_days = answer_days(desk, first.due).to_string();
        if known.is_some() {
            self.count = spoken.sums.len().to_string();
        } else {
            self.by = DividedBy::Each;
            self.each = prefilled(lang, first.amount);
        }
        self
    }

    /// The form with what a client proposed on a reply card: so many times what the card showed as the balance, by the month
    /// from the day it chose, and nothing the card did not show. `then`: the desk of the day the card was made, whose
    /// balance it is counted on where it was another. Anything else is for the user to choose.
    #[must_use]
    pub fn answering(card: CardAnswer<'_>, desk: &PlanDesk, then: Option<&PlanDesk>, lang: Lang) -> Self {
        let CardAnswer { invoices, shown, first, count } = card;
        let bare = PlanDesk { spoken: None, ..desk.clone() };
        let covers = |id: InvoiceId| invoices.contains(&id);
        let shows = |desk: &PlanDesk| {
            let fits = |(one, whole): &Spreads| desk.amount(*one, *whole, covers) == shown.balance;
            [SPREADS[1], SPREADS[0], SPREADS[3], SPREADS[2]].into_iter().find(fits)
        };
        let earlier =
            then.filter(|_| shows(desk).is_none()).and_then(|then| Some((then.today, shows(then)?)));
        let spreads = shows(desk).or(earlier.map(|(_, spreads)| spreads));
        let (penalties, whole) = spreads.unwrap_or((Penalties::Frozen, false));
        Self {
            left_out: desk.invoices.iter().map(|one| one.id).filter(|id| !covers(*id)).collect(),
            proposed: earlier.map(|(day, _)| format::date_digits(day)).unwrap_or_default(),
            by: DividedBy::Count,
            count: count.to_string(),
            first: format::date_digits(first),
            rhythm: Rhythm::Monthly,
            moved: false,
            whole,
            penalties,
            answer_days: answer_days(desk, first).to_string(),
            shown: Some(shown),
            ..Self::start(&bare, lang)
        }
    }

    /// What is contested of the invoices it covers, spread or not.
    #[must_use]
    pub fn contested(&self, desk: &PlanDesk) -> Amount {
        desk.invoices.iter().filter(|one| self.covers(one.id)).map(|one| one.contested).sum()
    }

    /// Whether an invoice is covered.
    #[must_use]
    pub fn covers(&self, id: InvoiceId) -> bool {
        !self.left_out.contains(&id)
    }

    /// The day it is proposed on, where what is typed is one that is not to come.
    #[must_use]
    pub fn proposed_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        if self.proposed.trim().is_empty() {
            return Some(today);
        }
        dates::parse_typed(&self.proposed).ok().filter(|day| *day <= today)
    }

    /// The proposal, or every fault. The desk is that of the day it is proposed on.
    #[must_use]
    pub fn parse(&self, desk: &PlanDesk, today: NaiveDate) -> (Option<Proposal>, Findings<PlanField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let proposed = if self.proposed.trim().is_empty() {
            Some(today)
        } else {
            date(f, PlanField::Proposed, &self.proposed, today)
        };
        if proposed.is_some_and(|day| today < day) {
            f.problem(PlanField::Proposed, Problem::InTheFuture);
        }
        let first = date(f, PlanField::First, &self.first, desk.today);
        if first.is_some_and(|first| first < desk.today) {
            // One that was proposed earlier may have begun since.
            let is_new = desk.today == today;
            f.problem(PlanField::First, if is_new { Problem::DayPast } else { Problem::BeforeItsStart });
        }
        let down_payment = if self.down.trim().is_empty() {
            Some(Amount::ZERO)
        } else {
            positive(f, PlanField::Down, &self.down)
        };
        let division = match self.by {
            DividedBy::Count => {
                whole(f, PlanField::Count, &self.count, (1, MOST_PLANNED)).map(Division::Count)
            }
            DividedBy::Each => positive(f, PlanField::Each, &self.each).map(Division::Each),
            DividedBy::Until => date(f, PlanField::Until, &self.until, desk.today).map(Division::Until),
        };
        let answer_days = whole(f, PlanField::AnswerDays, &self.answer_days, (ANSWER.1, ANSWER.2));
        let notice = (SHORTEST_NOTICE_DAYS, LONGEST_NOTICE_DAYS);
        let notice_days = whole(f, PlanField::NoticeDays, &self.notice_days, notice);
        let penalties = desk.penalties(self.penalties);
        // An invoice that is contested as a whole has nothing to spread, unless what is contested is spread as well.
        let covers = |one: &&Coverable| self.covers(one.id) && (self.whole || !one.is_wholly_contested());
        let amount = desk.amount(penalties, self.whole, |id| self.covers(id));
        let terms = (|| {
            Some(PlanTerms {
                amount,
                down_payment: down_payment?,
                first: first?,
                rhythm: self.rhythm,
                division: division?,
                working_days: self.moved.then_some(desk.region),
            })
        })();
        let schedule = terms.and_then(|terms| {
            let schedule = terms.schedule().and_then(few);
            schedule.map_err(|error| f.problem(self.place(error), Problem::Schedule(error))).ok()
        });
        let proposal = (|| {
            let schedule = schedule?;
            let covered = || desk.invoices.iter().filter(covers);
            let answer_by = desk.region.working_from(dates::add_days(desk.today, answer_days?));
            let at = Circumstances {
                today: desk.today,
                answer_by,
                limitation: covered().filter_map(|one| one.limitation).min(),
                region: desk.region,
                contested: covered().filter(|_| self.whole).map(|one| one.contested).sum(),
                not_due_before: covered().map(|one| one.debt.due).min().filter(|due| desk.today < *due),
            };
            let reserved = covered().filter(|one| !self.whole && one.contested.is_positive());
            let due = schedule.instalments.first().map_or(answer_by, |first| answer_by.min(first.due));
            let down = Instalment { due, amount: schedule.down_payment };
            let draft = PlanDraft {
                invoices: covered().map(|one| one.id).collect(),
                proposed: desk.today,
                answer_by,
                down_payment: Some(down).filter(|down| down.amount.is_positive()),
                instalments: schedule.instalments.clone(),
                penalties,
                interest: desk.interest(self.interest),
                notice_days: notice_days?,
                reserved: reserved.map(|one| Reserved { invoice: one.id, amount: one.contested }).collect(),
                note: String::new(),
            };
            let beside = desk.beside(penalties, self.whole, |id| self.covers(id));
            Some(Proposal { cautions: schedule.cautions(at), draft, schedule, amount, beside })
        })();
        (proposal.filter(|_| findings.problems.is_empty()), findings)
    }

    /// The field a fault of the schedule belongs to.
    fn place(&self, error: ScheduleError) -> PlanField {
        match error {
            ScheduleError::NothingOwed => PlanField::Covered,
            ScheduleError::NegativeDownPayment | ScheduleError::NothingLeft { .. } => PlanField::Down,
            _ => match self.by {
                DividedBy::Count => PlanField::Count,
                DividedBy::Each => PlanField::Each,
                DividedBy::Until => PlanField::Until,
            },
        }
    }
}

/// Days to answer that end no later than the first instalment, as far as there are any.
fn answer_days(desk: &PlanDesk, first: NaiveDate) -> u32 {
    let ends = |days: &u32| desk.region.working_from(dates::add_days(desk.today, *days)) <= first;
    (ANSWER.1..=ANSWER.0).rev().find(ends).unwrap_or(ANSWER.1)
}

/// A schedule of no more instalments than one agrees on.
fn few(schedule: Schedule) -> Result<Schedule, ScheduleError> {
    let count = i64::try_from(schedule.instalments.len()).unwrap_or(i64::MAX);
    if count <= i64::from(MOST_PLANNED) { Ok(schedule) } else { Err(ScheduleError::TooMany { count }) }
}

/// The day monthly sums were counted from, where each that falls on a day off was moved: it may lie a few days before the
/// first of them.
fn first_day(sums: &[Instalment], region: Region) -> Option<NaiveDate> {
    /// Most days in a row without banks, Christmas or Easter with a weekend.
    const MOST_MOVED: u64 = 5;
    let first = sums.first()?.due;
    let counted_from = |day: &NaiveDate| {
        sums.iter().zip(0..).all(|(sum, index)| {
            Rhythm::Monthly.day(*day, index).is_some_and(|day| region.working_from(day) == sum.due)
        })
    };
    (0..=MOST_MOVED).filter_map(|days| first.checked_sub_days(Days::new(days))).find(counted_from)
}

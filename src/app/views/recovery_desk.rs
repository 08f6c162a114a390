//! What the page of the ways out shows: the situation, every way with its prospects, the advice; and one scale for the picture.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::book::Book;
use super::today::{action, setting};
use crate::base::{Amount, ClientId, Currency, InvoiceId};
use crate::domain::assumptions::Assumptions;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::cost::Spending;
use crate::domain::dunning::{Action, Setting, engaged};
use crate::domain::party::Client;
use crate::domain::plan::End;
use crate::domain::plan::standing::{PlanStanding, Standing};
use crate::domain::recovery::{
    Advice, Availability, Beyond, FactFile, Notice, Outlook, Prospect, Range, RecoveryRoute, Situation,
    advice, beyond, prospects,
};

/// The ways out of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryDesk {
    /// Which claim.
    pub id: InvoiceId,
    /// Who owes it.
    pub client: ClientId,
    /// Its own currency, whatever the sums compared are in.
    pub currency: Currency,
    /// What it is on the day.
    pub situation: Situation,
    /// Every way.
    pub prospects: Vec<Prospect>,
    /// What to do.
    pub advice: Advice,
    /// The next step of chasing, as every page says it.
    pub next: Option<Action>,
    /// What the stop line keeps from being advised.
    pub beyond: Option<Beyond>,
    /// It was sold or given up: there is no way out left to compare.
    pub is_out: bool,
    /// What was spent.
    pub spending: Spending,
    /// What the user assumes.
    pub assumptions: Assumptions,
    /// What they expect of this claim.
    pub outlook: Outlook,
}

/// What a claim and its debtor are on a day; none where there is no such invoice.
#[must_use]
pub fn situation(book: &Book, id: InvoiceId, day: NaiveDate) -> Option<Situation> {
    let case = book.case(id)?;
    let client = book.client(case.invoice.client)?;
    Some(situation_of(book, case, client, &book.claim(case, day), &case.outlook))
}

fn situation_of(
    book: &Book,
    case: &CaseFile,
    client: &Client,
    claim: &Claim,
    outlook: &Outlook,
) -> Situation {
    let (id, today) = (case.invoice.id, claim.as_of);
    let setting = Setting { plan: book.plan_of(id, today), ..setting(book, client, today) };
    // The same next step as on every other page, down to its day.
    let engaged = engaged(case, claim, setting).and_then(|_| action(book, id, today));
    let mut at = Situation::of(case, client, claim, (book.assumptions(), outlook), engaged);
    // A plan that is kept to is not enforced past.
    let gives_time = book.plan_of(id, today).is_some_and(|known| known.standing.gives_time());
    if let Some(title) = at.title.as_mut().filter(|_| gives_time) {
        title.comes_next = false;
    }
    // The notice after which a plan was broken was one about all that it then made due.
    let of_plan =
        setting.plan.and_then(|known| in_vain(book, known, today)).filter(|_| at.notice == Notice::None);
    Situation { notice: of_plan.map_or(at.notice, Notice::Over), ..at }
}

/// The last day of the notice that was left unanswered, of a plan that was broken or is about to be.
fn in_vain(book: &Book, known: PlanStanding<'_>, today: NaiveDate) -> Option<NaiveDate> {
    match known.standing {
        Standing::Breached(_, notice) => Some(notice.until),
        Standing::Ended(End::Broken) => {
            let on = known.plan.ended.filter(|ended| ended.on <= today)?.on;
            book.notices(known.plan).iter().map(|notice| notice.until).filter(|until| *until < on).max()
        }
        _ => None,
    }
}

/// One line of the picture, in hundredths of its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where the range begins.
    pub low: Decimal,
    /// Where the most likely sum is.
    pub expected: Decimal,
    /// Where the range ends.
    pub high: Decimal,
}

/// The scale all lines share: from the lowest end, or nothing, to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    low: Amount,
    high: Amount,
}

impl RecoveryDesk {
    /// The ways out of a claim on a day, with chances being typed where there are any; none where there is no such invoice.
    #[must_use]
    pub fn of(book: &Book, id: InvoiceId, today: NaiveDate, typed: Option<Outlook>) -> Option<Self> {
        let case = book.case(id)?;
        let client = book.client(case.invoice.client)?;
        let claim = book.claim(case, today);
        let assumptions = book.assumptions().clone();
        let outlook = typed.unwrap_or_else(|| case.outlook.clone());
        let situation = situation_of(book, case, client, &claim, &outlook);
        let prospects = prospects(&situation, FactFile::builtin(), &assumptions, &outlook);
        let advice = advice(&situation, &prospects, &assumptions);
        Some(Self {
            id,
            client: client.id,
            currency: claim.currency,
            beyond: beyond(&situation, &prospects, &assumptions, &advice),
            advice,
            next: action(book, id, today),
            is_out: case.is_out(today),
            spending: Spending::of(case, &claim, &assumptions),
            outlook,
            situation,
            prospects,
            assumptions,
        })
    }

    /// The ways the picture shows, what is expected to bring most first: those whose sum is known and that are not closed.
    #[must_use]
    pub fn pictured(&self) -> Vec<(&Prospect, Range)> {
        let mut shown: Vec<(&Prospect, Range)> = Vec::new();
        for prospect in &self.prospects {
            let is_closed = matches!(prospect.availability, Availability::Closed(_));
            let Some(net) = prospect.net.filter(|_| !is_closed) else { continue };
            // Few enough to put in order one by one; a sort is kilobytes of code.
            let at = shown.partition_point(|(_, known)| net.expected <= known.expected);
            shown.insert(at, (prospect, net));
        }
        shown
    }

    /// While something is under way, a dispute, a promise, a plan: the way that would bring most if it came to nothing.
    #[must_use]
    pub fn otherwise(&self) -> Option<(&Prospect, Range)> {
        let decided = |action: &Action| {
            action.hold.as_ref().is_some_and(|hold| hold.cause.is_for_others())
                || action.what.is_of_proceeding()
        };
        let waits = self.advice == Advice::Engaged
            && !self.is_out
            && self.is_comparable()
            && !self.situation.engaged.as_ref().is_some_and(decided);
        let worthy = |(one, net): &(&Prospect, Range)| {
            one.facts.advisable && one.is_within_claim() && net.expected.is_positive()
        };
        self.pictured().into_iter().filter(|_| waits).find(worthy)
    }

    /// One way.
    #[must_use]
    pub fn prospect(&self, route: RecoveryRoute) -> Option<&Prospect> {
        self.prospects.iter().find(|prospect| prospect.route == route)
    }

    /// The way the advice is about, taken now or prepared.
    #[must_use]
    pub fn advised(&self) -> Option<&Prospect> {
        match self.advice {
            Advice::Take { route, .. } | Advice::Prepare { route, .. } => self.prospect(route),
            _ => None,
        }
    }

    /// The scale of the picture.
    #[must_use]
    pub fn scale(&self) -> Scale {
        let shown = self.pictured();
        let ends = || shown.iter().map(|(_, net)| net);
        Scale {
            low: ends().map(|net| net.low).min().unwrap_or_default().min(Amount::ZERO),
            high: ends().map(|net| net.high).max().unwrap_or_default().max(Amount::from_cents(1)),
        }
    }

    /// Every sum is in euros, as costs are, and there is something to compare: what is not due, over-age or settled brings
    /// nothing today.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        self.situation.currency == Currency::EUR
            && !matches!(self.advice, Advice::Settled | Advice::NotLate(_) | Advice::Expired(_))
    }
}

impl Scale {
    /// Where an amount is, in hundredths of the width.
    #[must_use]
    pub fn at(self, amount: Amount) -> Decimal {
        let width = (self.high - self.low).value();
        let place = (amount - self.low).value() * Decimal::ONE_HUNDRED / width;
        place.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED).trunc_with_scale(2)
    }

    /// Where nothing is.
    #[must_use]
    pub fn zero(self) -> Decimal {
        self.at(Amount::ZERO)
    }

    /// A range as a line.
    #[must_use]
    pub fn bar(self, net: Range) -> Bar {
        Bar { low: self.at(net.low), expected: self.at(net.expected), high: self.at(net.high) }
    }
}

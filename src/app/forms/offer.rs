//! An offer as typed: what is given, for what, until when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::offers::OfferDraft;
use super::super::problem::{Findings, Problem};
use super::super::views::offer_desk::OfferDesk;
use super::{LONG_TEXT, SHORT_TEXT, date, positive, prefilled, required, text};
use crate::base::{Amount, OfferId, Rate, dates, rate};
use crate::domain::law::rates::RateTable;
use crate::domain::offer::{OfferError, OfferFigures, OfferKind, OfferSort, price};
use crate::text::{Lang, format};

/// Days an offer is good for, unless chosen otherwise.
const GOOD_DAYS: u32 = 8;
/// Days for goods to be back or work to be done, unless chosen otherwise.
const DONE_DAYS: u32 = 21;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferForm {
    /// What is offered.
    pub sort: OfferSort,
    /// What is taken off the price.
    pub amount: String,
    /// Penalties are given up with it.
    pub drops: bool,
    /// How many per cent off, of paying early.
    pub percent: String,
    /// Which goods or which work.
    pub what: String,
    /// What goods count for.
    pub worth: String,
    /// What work costs the user.
    pub cost: String,
    /// The last day.
    pub until: String,
    /// The day goods are back or work is done.
    pub done_by: String,
    /// The day by which what is left is paid then.
    #[serde(default)]
    pub balance_by: String,
    /// Note.
    pub note: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfferField {
    /// What is offered.
    Sort,
    /// What is taken off the price.
    Amount,
    /// How many per cent.
    Percent,
    /// Which goods or work.
    What,
    /// What goods count for.
    Worth,
    /// What work costs.
    Cost,
    /// The last day.
    Until,
    /// When goods are back or work is done.
    DoneBy,
    /// By when what is left is paid then.
    BalanceBy,
    /// Note.
    Note,
}

/// What a form comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// What is recorded.
    pub draft: OfferDraft,
    /// What it comes to.
    pub figures: OfferFigures,
}

impl OfferForm {
    /// The form as it starts: before the due date, a discount for paying early; after it, penalties given up where there
    /// are any and the law lets them be, else a discount.
    #[must_use]
    pub fn start(desk: &OfferDesk) -> Self {
        let day = |days| desk.region.working_from(dates::add_days(desk.today, days));
        let until = if desk.is_early() {
            day(GOOD_DAYS).min(dates::previous_day(desk.debt.due)).max(desk.today)
        } else {
            day(GOOD_DAYS)
        };
        Self {
            sort: desk.sorts().first().copied().unwrap_or_default(),
            amount: String::new(),
            drops: false,
            percent: "2".to_owned(),
            what: String::new(),
            worth: String::new(),
            cost: String::new(),
            until: format::date_digits(until),
            done_by: format::date_digits(day(DONE_DAYS)),
            balance_by: format::date_digits(day(DONE_DAYS + GOOD_DAYS)),
            note: String::new(),
        }
    }

    /// The form with the terms of an offer that was made, and new days: as long from today as they were from its own.
    /// Amounts are written as the user’s language writes them. None where there is no such offer.
    #[must_use]
    pub fn again(desk: &OfferDesk, id: OfferId, lang: Lang) -> Option<Self> {
        let (offer, _) = desk.offers.iter().find(|(known, _)| known.id == id)?;
        let start = Self::start(desk);
        let number = |amount| prefilled(lang, amount);
        let from_today = |day: NaiveDate| {
            let days = u32::try_from(dates::days_between(offer.date, day)).unwrap_or_default();
            desk.region.working_from(dates::add_days(desk.today, days.max(1)))
        };
        // Paying early ends before the due date, as the form does where it starts.
        let until =
            if desk.is_early() { start.until.clone() } else { format::date_digits(from_today(offer.until)) };
        let done_by =
            offer.kind.done_by().map_or(start.done_by.clone(), |by| format::date_digits(from_today(by)));
        let balance_by =
            offer.balance_by.map_or(start.balance_by.clone(), |by| format::date_digits(from_today(by)));
        let (sort, note) = (offer.kind.sort(), offer.note.clone());
        let form = Self { sort, until, done_by, balance_by, note, ..start };
        Some(match &offer.kind {
            OfferKind::Discount { amount, drops_penalties } => {
                Self { amount: number(*amount), drops: *drops_penalties, ..form }
            }
            OfferKind::Penalties => form,
            OfferKind::Early { percent, .. } => Self { percent: plain(lang, *percent), ..form },
            OfferKind::Return { what, worth, .. } => {
                Self { what: what.clone(), worth: number(*worth), ..form }
            }
            OfferKind::Repair { what, cost, .. } => {
                let cost = if cost.is_zero() { String::new() } else { number(*cost) };
                Self { what: what.clone(), cost, ..form }
            }
        })
    }

    /// The offer with what it comes to, or every fault.
    #[must_use]
    pub fn parse(&self, desk: &OfferDesk, rates: &RateTable) -> (Option<Drawn>, Findings<OfferField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let until = date(f, OfferField::Until, &self.until, desk.today);
        // What else is wrong is said as well, as if the last day were one to come.
        let is_over = until.is_some_and(|until| until <= desk.today);
        if is_over {
            f.problem(OfferField::Until, Problem::Offer(OfferError::OverAlready));
        }
        let until = if is_over { Some(dates::next_day(desk.today)) } else { until };
        let kind = self.kind(f, desk, until);
        let note = text(f, OfferField::Note, &self.note, LONG_TEXT);
        let drawn = kind.zip(until).and_then(|(kind, until)| {
            let balance_by = self.balance_by(f, desk, &kind);
            match price(&kind, desk.debtor, &desk.claim, desk.debt.due, until) {
                Ok(price) => {
                    let balance_by = balance_by.filter(|_| price.pay.is_positive());
                    let days = (until, balance_by);
                    let figures = price.figures(&kind, &desk.debt, &desk.claim, days, rates);
                    let draft = OfferDraft { kind, date: desk.today, until, balance_by, note };
                    Some(Drawn { draft, figures })
                }
                Err(error) => {
                    f.problem(self.place(error), Problem::Offer(error));
                    None
                }
            }
        });
        (drawn.filter(|_| findings.problems.is_empty()), findings)
    }

    /// The last day, where it is no working day, with the working one to choose rather: the next, or the one before where
    /// the next would be too late to pay early.
    #[must_use]
    pub fn off_day(&self, desk: &OfferDesk) -> Option<(NaiveDate, NaiveDate)> {
        let until = dates::parse_typed(&self.until).ok()?;
        let is_off = !desk.region.is_working(until) && desk.today < until;
        let next = desk.region.working_from(until);
        let rather = if desk.is_early() && desk.debt.due <= next {
            let before = std::iter::successors(Some(until), |day| Some(dates::previous_day(*day)));
            before.take_while(|day| desk.today < *day).find(|day| desk.region.is_working(*day))?
        } else {
            next
        };
        is_off.then_some((until, rather))
    }

    fn kind(
        &self,
        f: &mut Findings<OfferField>,
        desk: &OfferDesk,
        until: Option<NaiveDate>,
    ) -> Option<OfferKind> {
        match self.sort {
            OfferSort::Discount => {
                let amount = positive(f, OfferField::Amount, &self.amount)?;
                Some(OfferKind::Discount { amount, drops_penalties: self.drops && desk.may_drop() })
            }
            OfferSort::Penalties => Some(OfferKind::Penalties),
            OfferSort::Early => {
                let percent: Rate = f.check(OfferField::Percent, Rate::parse_typed(&self.percent))?;
                // So many per cent of all of it, as interest of a hundredth of a year for a hundredth of it would be.
                let amount = rate::interest(desk.claim.principal_left, percent, 1, 1);
                Some(OfferKind::Early { percent, amount })
            }
            OfferSort::Return => {
                let what = required(f, OfferField::What, &self.what);
                let worth = positive(f, OfferField::Worth, &self.worth);
                let by = self.done_by(f, desk, until);
                Some(OfferKind::Return { what, worth: worth?, by: by? })
            }
            OfferSort::Repair => {
                let what = required(f, OfferField::What, &self.what);
                let cost = if self.cost.trim().is_empty() {
                    Some(Amount::ZERO)
                } else {
                    positive(f, OfferField::Cost, &self.cost)
                };
                let by = self.done_by(f, desk, until);
                Some(OfferKind::Repair { what, cost: cost?, by: by? })
            }
        }
        .filter(|kind| match kind {
            OfferKind::Return { what, .. } | OfferKind::Repair { what, .. } => {
                !what.is_empty() && what.chars().count() <= SHORT_TEXT
            }
            _ => true,
        })
    }

    fn done_by(
        &self,
        f: &mut Findings<OfferField>,
        desk: &OfferDesk,
        until: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let by = date(f, OfferField::DoneBy, &self.done_by, desk.today)?;
        if until.is_some_and(|until| by < until) {
            f.problem(OfferField::DoneBy, Problem::BeforeItsStart);
            return None;
        }
        Some(by)
    }

    /// When what is left is paid: not before goods are back, or work is put right.
    fn balance_by(
        &self,
        f: &mut Findings<OfferField>,
        desk: &OfferDesk,
        kind: &OfferKind,
    ) -> Option<NaiveDate> {
        let done = kind.done_by()?;
        let by = date(f, OfferField::BalanceBy, &self.balance_by, desk.today)?;
        if by < done {
            f.problem(OfferField::BalanceBy, Problem::BeforeItsStart);
            return None;
        }
        Some(by)
    }

    /// The field a fault of the terms belongs to.
    fn place(&self, error: OfferError) -> OfferField {
        match (error, self.sort) {
            (OfferError::OverAlready | OfferError::NotBeforeDue, _) => OfferField::Until,
            (OfferError::TooLarge, OfferSort::Early) => OfferField::Percent,
            (OfferError::TooLarge, OfferSort::Return) => OfferField::Worth,
            (OfferError::TooLarge, _) => OfferField::Amount,
            _ => OfferField::Sort,
        }
    }
}

/// A percentage as one types it: no more places than it has.
fn plain(lang: Lang, percent: Rate) -> String {
    let text = percent.value().normalize().to_string();
    lang.pick(text.replace('.', ","), text.clone())
}

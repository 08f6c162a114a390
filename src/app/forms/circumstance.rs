//! A circumstance as typed: one form for all kinds, of which each uses the fields it needs.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::CircumstanceDraft;
use super::super::problem::{Findings, Note, Problem};
use super::{LONG_TEXT, SHORT_TEXT, date, positive, prefilled, required, text};
use crate::base::calendar::Region;
use crate::base::dates;
use crate::base::{Amount, Currency, Lang};
use crate::domain::circumstance::{CircumstanceKind, PauseCause, Unpaid};
pub use crate::domain::dunning::deadline::usual_day;
use crate::domain::event::Channel;
use crate::text::format;

/// Days after which a pause is long.
const LONG_PAUSE: u32 = 92;

/// Which kind of circumstance is being noted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// A promise to pay.
    #[default]
    Promise,
    /// Why it is not paid. A dispute is opened on a page of its own: one half typed here in an earlier release keeps what was
    /// typed, under this.
    #[serde(alias = "dispute")]
    Unpaid,
    /// Chasing pauses.
    Pause,
    /// Work is suspended.
    Suspension,
    /// A code of the e-invoice's life cycle.
    LifeCycle,
    /// It is followed up every working day.
    CloseWatch,
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CircumstanceForm {
    /// Which kind.
    pub sort: Sort,
    /// Day it was learnt, or began.
    pub date: String,
    /// Amount promised.
    pub amount: String,
    /// Day it is promised for, or lasts until.
    pub by: String,
    /// Who promised.
    pub who: String,
    /// How it was promised.
    pub channel: Channel,
    /// Why chasing pauses.
    pub pause: PauseCause,
    /// Why it is not paid.
    pub reason: Unpaid,
    /// Code of the life cycle.
    pub code: u16,
    /// Work that is suspended.
    pub work: String,
    /// Note.
    pub note: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CircumstanceField {
    /// Day it was learnt.
    Date,
    /// Amount.
    Amount,
    /// Day it is promised for, or lasts until.
    By,
    /// Who promised.
    Who,
    /// Work that is suspended.
    Work,
    /// Note.
    Note,
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CircumstanceContext {
    /// Day the invoice was issued.
    pub issued: NaiveDate,
    /// Principal that is unpaid.
    pub owed: Amount,
    /// All that was invoiced.
    pub invoiced: Amount,
    /// Currency of both.
    pub currency: Currency,
    /// Today.
    pub today: NaiveDate,
}

impl Sort {
    /// Every kind, in the order the form offers them.
    pub const ALL: [Self; 6] =
        [Self::Promise, Self::Unpaid, Self::Pause, Self::CloseWatch, Self::Suspension, Self::LifeCycle];

    /// It is about a sum of money.
    #[must_use]
    pub fn has_amount(self) -> bool {
        self == Self::Promise
    }

    /// It lasts until a day, or is expected by one.
    #[must_use]
    pub fn has_day(self) -> bool {
        matches!(self, Self::Promise | Self::Pause | Self::CloseWatch)
    }
}

impl CircumstanceForm {
    /// A form for what was learnt today about a claim of which so much is unpaid.
    #[must_use]
    pub fn new(owed: Amount, today: NaiveDate, region: Region, lang: Lang) -> Self {
        Self {
            sort: Sort::default(),
            date: format::date_digits(today),
            amount: if owed.is_positive() { prefilled(lang, owed) } else { String::new() },
            by: format::date_digits(usual_day(today, region)),
            who: String::new(),
            channel: Channel::Phone,
            pause: PauseCause::Granted,
            reason: Unpaid::NotReceived,
            code: 205,
            work: String::new(),
            note: String::new(),
        }
    }

    /// The circumstance, or every fault; notes in any case. Only what the kind uses is looked at.
    #[must_use]
    pub fn parse(
        &self,
        context: CircumstanceContext,
    ) -> (Option<CircumstanceDraft>, Findings<CircumstanceField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let day = date(f, CircumstanceField::Date, &self.date, context.today);
        if day.is_some_and(|day| context.today < day) {
            f.problem(CircumstanceField::Date, Problem::InTheFuture);
        } else if day.is_some_and(|day| day < context.issued) {
            f.problem(CircumstanceField::Date, Problem::SentBeforeIssue);
        }
        let kind = self.kind(f, day, context.owed);
        let is_other = self.sort == Sort::Pause && self.pause == PauseCause::Other;
        let note = text(f, CircumstanceField::Note, &self.note, LONG_TEXT);
        if is_other && note.is_empty() {
            f.problem(CircumstanceField::Note, Problem::Required);
        }
        let draft = day
            .zip(kind)
            .filter(|_| findings.problems.is_empty())
            .map(|(date, kind)| CircumstanceDraft { date, kind, note });
        (draft, findings)
    }

    /// A pause of more than three months from today: one may forget it, and limitation goes on meanwhile.
    #[must_use]
    pub fn is_long_pause(&self, today: NaiveDate) -> bool {
        let until = dates::parse_typed(&self.by).ok();
        self.sort == Sort::Pause && until.is_some_and(|until| dates::add_days(today, LONG_PAUSE) < until)
    }

    fn kind(
        &self,
        findings: &mut Findings<CircumstanceField>,
        day: Option<NaiveDate>,
        owed: Amount,
    ) -> Option<CircumstanceKind> {
        let amount = if self.sort.has_amount() { self.amount(findings, owed) } else { None };
        let by = if self.sort.has_day() { self.by(findings, day) } else { None };
        match self.sort {
            Sort::Promise => {
                let who = text(findings, CircumstanceField::Who, &self.who, SHORT_TEXT);
                let (amount, by) = amount.zip(by)?;
                Some(CircumstanceKind::Promise { amount, by, who, channel: self.channel })
            }
            Sort::Pause => Some(CircumstanceKind::Pause { cause: self.pause, until: by? }),
            Sort::CloseWatch => Some(CircumstanceKind::CloseWatch { until: by? }),
            Sort::Unpaid => Some(CircumstanceKind::Unpaid(self.reason)),
            Sort::LifeCycle => Some(CircumstanceKind::LifeCycle(self.code)),
            Sort::Suspension => {
                let work = required(findings, CircumstanceField::Work, &self.work);
                Some(CircumstanceKind::Suspension { work })
            }
        }
    }

    fn amount(&self, findings: &mut Findings<CircumstanceField>, owed: Amount) -> Option<Amount> {
        let amount = positive(findings, CircumstanceField::Amount, &self.amount)?;
        if owed < amount {
            findings.note(CircumstanceField::Amount, Note::AboveUnpaid(owed));
        }
        Some(amount)
    }

    fn by(&self, findings: &mut Findings<CircumstanceField>, day: Option<NaiveDate>) -> Option<NaiveDate> {
        let by = findings.check(CircumstanceField::By, dates::parse_typed(&self.by))?;
        if day.is_some_and(|day| by < day) {
            findings.problem(CircumstanceField::By, Problem::BeforeItsStart);
        }
        Some(by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn context() -> CircumstanceContext {
        CircumstanceContext {
            issued: day("2026-02-13"),
            owed: Amount::from_cents(248_000),
            invoiced: Amount::from_cents(348_000),
            currency: Currency::EUR,
            today: day("2026-11-24"),
        }
    }

    fn form(sort: Sort) -> CircumstanceForm {
        let CircumstanceContext { owed, today, .. } = context();
        CircumstanceForm { sort, ..CircumstanceForm::new(owed, today, Region::France, Lang::Fr) }
    }

    fn faults(form: &CircumstanceForm) -> Vec<(CircumstanceField, Problem)> {
        let (draft, findings) = form.parse(context());
        assert_eq!(draft.is_none(), !findings.problems.is_empty());
        findings.problems
    }

    #[test]
    fn a_promise_starts_as_the_balance_in_a_week() {
        let (draft, findings) = form(Sort::Promise).parse(context());
        let kind = CircumstanceKind::Promise {
            amount: Amount::from_cents(248_000),
            by: day("2026-12-01"),
            who: String::new(),
            channel: Channel::Phone,
        };
        assert_eq!(draft, Some(CircumstanceDraft { date: day("2026-11-24"), kind, note: String::new() }));
        assert!(findings.notes.is_empty());
    }

    #[test]
    fn the_usual_day_is_a_working_one() {
        assert_eq!(usual_day(day("2026-11-14"), Region::France), day("2026-11-23"));
        assert_eq!(usual_day(day("2026-12-18"), Region::France), day("2026-12-28"));
    }

    #[test]
    fn every_kind_as_it_starts_is_whole_but_a_suspension_without_work() {
        for sort in Sort::ALL {
            let expected: &[_] = match sort {
                Sort::Suspension => &[(CircumstanceField::Work, Problem::Required)],
                _ => &[],
            };
            assert_eq!(faults(&form(sort)), expected, "{sort:?}");
        }
    }

    #[test]
    fn only_what_the_kind_uses_is_looked_at() {
        let wrong = CircumstanceForm { amount: "x".to_owned(), by: "x".to_owned(), ..form(Sort::Unpaid) };
        assert_eq!(faults(&wrong), []);
        assert_eq!(faults(&CircumstanceForm { sort: Sort::Promise, ..wrong.clone() }).len(), 2);
        assert_eq!(faults(&CircumstanceForm { sort: Sort::Pause, ..wrong }).len(), 1);
    }

    #[test]
    fn days_are_in_their_order() {
        let early = CircumstanceForm { by: "23/11/2026".to_owned(), ..form(Sort::Promise) };
        assert_eq!(faults(&early), [(CircumstanceField::By, Problem::BeforeItsStart)]);
        let past = CircumstanceForm { date: "10/11/2026".to_owned(), by: "18/11/2026".to_owned(), ..early };
        assert_eq!(faults(&past), [], "a promise of long ago may be noted today");
        let future = CircumstanceForm { date: "25/11/2026".to_owned(), ..form(Sort::Promise) };
        assert_eq!(faults(&future), [(CircumstanceField::Date, Problem::InTheFuture)]);
        let old = CircumstanceForm { date: "12/02/2026".to_owned(), ..form(Sort::Unpaid) };
        assert_eq!(faults(&old), [(CircumstanceField::Date, Problem::SentBeforeIssue)]);
    }

    #[test]
    fn a_pause_of_years_is_noticed_and_one_of_weeks_is_not() {
        let until = |by: &str| CircumstanceForm { by: by.to_owned(), ..form(Sort::Pause) };
        let today = context().today;
        assert!(until("20/11/2028").is_long_pause(today));
        assert!(until("25/02/2027").is_long_pause(today), "93 days");
        assert!(!until("24/02/2027").is_long_pause(today) && !until("x").is_long_pause(today));
        assert!(
            !CircumstanceForm { by: "20/11/2028".to_owned(), ..form(Sort::Promise) }.is_long_pause(today)
        );
        assert!(until("20/11/2028").parse(context()).0.is_some(), "and it may be noted");
    }

    #[test]
    fn another_cause_is_said_in_the_note() {
        let pause = CircumstanceForm { pause: PauseCause::Other, ..form(Sort::Pause) };
        assert_eq!(faults(&pause), [(CircumstanceField::Note, Problem::Required)]);
        assert_eq!(faults(&CircumstanceForm { note: "déménagement".to_owned(), ..pause }), []);
    }

    #[test]
    fn more_than_is_unpaid_draws_a_note() {
        let (draft, findings) =
            CircumstanceForm { amount: "3000".to_owned(), ..form(Sort::Promise) }.parse(context());
        assert!(draft.is_some());
        assert_eq!(
            findings.note_of(CircumstanceField::Amount),
            Some(Note::AboveUnpaid(Amount::from_cents(248_000)))
        );
    }

    #[test]
    fn what_was_half_typed_of_a_dispute_in_an_earlier_release_is_not_lost() {
        let mut json = serde_json::to_value(form(Sort::Unpaid)).unwrap();
        json["sort"] = "dispute".into();
        json["dispute"] = "late".into();
        json["note"] = "livré en retard".into();
        let read: CircumstanceForm = serde_json::from_value(json).unwrap();
        assert_eq!((read.sort, read.note.as_str()), (Sort::Unpaid, "livré en retard"));
    }
}

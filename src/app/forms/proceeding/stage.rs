//! The next stage of a proceeding, as typed.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::super::super::problem::{Findings, Problem};
use super::super::dispute::parse_time;
use super::super::{SHORT_TEXT, date, optional_date, positive, text};
use super::spent;
use crate::base::dates;
use crate::base::{Amount, Currency, Region};
use crate::domain::proceeding::timing::Untimely;
use crate::domain::proceeding::{Milestone, Proceeding, Stage};

/// The next stage, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "boxes that are ticked or not, each of its own")]
pub struct StageForm {
    /// Which; the most usual one where none was chosen.
    pub stage: Option<Stage>,
    /// When.
    pub date: String,
    /// The sum.
    pub amount: String,
    /// The second sum.
    pub beside: String,
    /// What it cost the user.
    #[serde(default)]
    pub cost: String,
    /// Handed to the debtor in person.
    pub in_person: bool,
    /// Of the service of an order for a part: the rest is given up.
    #[serde(default)]
    pub gives_up: bool,
    /// Of an appeal: it is the user’s own.
    #[serde(default)]
    pub by_us: bool,
    /// Of an appeal: the decision is not enforced meanwhile.
    #[serde(default)]
    pub suspends: bool,
    /// Of a hearing, of what came of one, or of what a court asks: the day the court set.
    #[serde(default)]
    pub set_for: String,
    /// When that hearing starts.
    #[serde(default)]
    pub at: String,
    /// Of a proceeding that several invoices share: it is noted on this one only.
    #[serde(default)]
    pub alone: bool,
    /// Note.
    pub note: String,
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageContext {
    /// Today.
    pub today: NaiveDate,
    /// Holidays of the place of the court, which is the debtor’s.
    pub region: Region,
    /// Currency of the claim.
    pub currency: Currency,
    /// Principal an order that is to be served leaves out.
    pub left_out: Option<Amount>,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageField {
    /// When.
    Date,
    /// The sum.
    Amount,
    /// The second sum.
    Beside,
    /// That the rest is given up.
    GivesUp,
    /// What it cost the user.
    Cost,
    /// The day the court set.
    SetFor,
    /// When that hearing starts.
    At,
    /// Note.
    Note,
}

impl StageForm {
    /// The stage chosen, or the most usual one.
    #[must_use]
    pub fn chosen(&self, all: &Proceeding) -> Option<Stage> {
        let following = all.following();
        self.stage.filter(|stage| following.contains(stage)).or_else(|| following.first().copied())
    }

    /// The day typed, where it is one.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        dates::parse_typed(&self.date).ok()
    }

    /// What is odd about the day typed for the stage chosen.
    #[must_use]
    pub fn untimely(&self, all: &Proceeding, region: Region) -> Option<Untimely> {
        all.untimely(self.chosen(all)?, self.day()?, region)
    }

    /// When the hearing starts; none of a decision, and where nobody said.
    fn time(&self, findings: &mut Findings<StageField>, stage: Stage) -> Option<NaiveTime> {
        if !stage.is_hearing() || self.at.trim().is_empty() {
            return None;
        }
        let at = parse_time(&self.at);
        if at.is_none() {
            findings.problem(StageField::At, Problem::Time);
        }
        at
    }

    /// The stage of a proceeding, or every fault; notes in any case. A stage the law does not know on that day is refused, one
    /// that is late only pointed out: see [`Self::untimely`].
    #[must_use]
    pub fn parse(
        &self,
        all: &Proceeding,
        context: StageContext,
    ) -> (Option<Milestone>, Findings<StageField>) {
        let StageContext { today, region, currency, left_out } = context;
        let mut findings = Findings::none();
        let f = &mut findings;
        let stage = self.chosen(all);
        let day = date(f, StageField::Date, &self.date, today);
        if day.is_some_and(|day| today < day) {
            f.problem(StageField::Date, Problem::InTheFuture);
        } else if day.is_some_and(|day| day < all.last_day()) {
            f.problem(StageField::Date, Problem::BeforeLast(all.last_day()));
        } else if let Some(untimely) = self.untimely(all, region).filter(|one| one.is_impossible()) {
            f.problem(StageField::Date, Problem::Untimely(untimely));
        }
        let needs =
            matches!(stage, Some(Stage::Made | Stage::Returned | Stage::PricePaid | Stage::CostsRecovered));
        let sum = |f: &mut Findings<StageField>, field, typed: &str, needed: bool| {
            if typed.trim().is_empty() && !needed { None } else { positive(f, field, typed) }
        };
        let amount = match stage {
            Some(stage) if stage.has_amount() => sum(f, StageField::Amount, &self.amount, needs),
            _ => None,
        };
        let price = all.unpaid_price(NaiveDate::MAX);
        let above = |amount: Amount| price.is_positive() && price < amount;
        if stage == Some(Stage::PricePaid) && amount.is_some_and(above) {
            f.problem(StageField::Amount, Problem::NotOfBalance(price, currency));
        }
        let beside = match stage {
            Some(stage) if stage.has_beside() => sum(f, StageField::Beside, &self.beside, false),
            _ => None,
        };
        let left_out = left_out.filter(|_| stage == Some(Stage::Served) && all.serves_order());
        if left_out.is_some() && !self.gives_up {
            f.problem(StageField::GivesUp, Problem::NotDespite);
        }
        // Nobody keeps more than came in.
        if let (Some(Stage::Returned), Some(came), Some(kept)) = (stage, amount, beside)
            && came < kept
        {
            f.problem(StageField::Beside, Problem::NotOfBalance(came, currency));
        }
        let cost = match stage {
            Some(stage) if stage.has_cost() => spent(f, StageField::Cost, &self.cost),
            _ => None,
        };
        let (set_for, at) = stage.filter(|stage| stage.has_day()).map_or((None, None), |stage| {
            // A decision may be announced for no day, and news promise none.
            let set_for = match stage {
                Stage::Reserved | Stage::News => optional_date(f, StageField::SetFor, &self.set_for),
                _ => date(f, StageField::SetFor, &self.set_for, today),
            };
            (set_for, self.time(f, stage))
        });
        if let (Some(day), Some(set)) = (day, set_for)
            && set < day
        {
            f.problem(StageField::SetFor, Problem::BeforeLast(day));
        }
        let note = text(f, StageField::Note, &self.note, SHORT_TEXT);
        let in_person = self.in_person && stage == Some(Stage::Served);
        let is_appeal = stage == Some(Stage::Appealed);
        // Who lost is who appeals.
        let lost = all.stages.last().is_some_and(|one| one.stage == Stage::Dismissed);
        let (by_us, suspends) = (is_appeal && (self.by_us || lost), is_appeal && self.suspends);
        let done = stage.zip(day).filter(|_| findings.problems.is_empty());
        let milestone = done.map(|(stage, date)| Milestone {
            amount,
            beside: beside.or(left_out),
            cost,
            in_person,
            by_us,
            suspends,
            set_for,
            at,
            note,
            ..Milestone::new(stage, date)
        });
        (milestone, findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ProceedingId;
    use crate::base::dates::parse_iso;
    use crate::domain::proceeding::ProceedingKind;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn note(form: &StageForm, all: &Proceeding) -> (Option<Milestone>, Findings<StageField>) {
        let (today, region, currency) = (day("2026-11-24"), Region::France, Currency::EUR);
        let left_out = None;
        form.parse(all, StageContext { today, region, currency, left_out })
    }

    #[test]
    fn nobody_keeps_more_than_came_in() {
        let all = Proceeding::new(ProceedingId(1), ProceedingKind::HandedOver, day("2026-11-02"));
        let returned = |beside: &str| {
            let form = StageForm {
                stage: Some(Stage::Returned),
                date: "20/11/2026".to_owned(),
                amount: "100".to_owned(),
                beside: beside.to_owned(),
                ..StageForm::default()
            };
            note(&form, &all).1.problem_of(StageField::Beside)
        };
        let most = Problem::NotOfBalance(Amount::from_cents(10_000), Currency::EUR);
        assert_eq!([returned("100"), returned("100,01")], [None, Some(most)]);
    }

    #[test]
    fn a_buyer_pays_no_more_than_the_price() {
        let mut sold = Proceeding::new(ProceedingId(1), ProceedingKind::Sold, day("2026-11-02"));
        sold.amount = Some(Amount::from_cents(30_000));
        let form = StageForm {
            stage: Some(Stage::PricePaid),
            date: "20/11/2026".to_owned(),
            amount: "300,01".to_owned(),
            ..StageForm::default()
        };
        let most = Problem::NotOfBalance(Amount::from_cents(30_000), Currency::EUR);
        assert_eq!(note(&form, &sold).1.problem_of(StageField::Amount), Some(most));
    }

    #[test]
    fn what_the_law_takes_to_be_void_is_refused_at_its_day() {
        let mut order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-01-05"));
        order.stages = vec![Milestone::new(Stage::Made, day("2026-02-03"))];
        let form = |stage, date: &str| StageForm {
            stage: Some(stage),
            date: date.to_owned(),
            ..StageForm::default()
        };
        let late = form(Stage::Served, "20/11/2026");
        let (stage, findings) = note(&late, &order);
        assert!(stage.is_none());
        let void = Problem::Untimely(Untimely::OrderVoid(day("2026-08-03")));
        assert_eq!(findings.problem_of(StageField::Date), Some(void));
        assert!(note(&form(Stage::Served, "03/08/2026"), &order).0.is_some(), "its last day is a day");
        assert!(note(&form(Stage::Ended, "20/11/2026"), &order).0.is_some(), "it is ended, and filed again");
        order.stages.push(Milestone::new(Stage::Served, day("2026-07-15")));
        let soon = Problem::Untimely(Untimely::StillOpposable(day("2026-08-17")));
        let findings = note(&form(Stage::Enforceable, "10/08/2026"), &order).1;
        assert_eq!(findings.problem_of(StageField::Date), Some(soon));
        assert!(note(&form(Stage::Enforceable, "18/08/2026"), &order).0.is_some());
    }

    #[test]
    fn a_stage_follows_the_one_before() {
        let order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
        let parse = |form: &StageForm| note(form, &order);
        let form = StageForm { date: "01/11/2026".to_owned(), ..StageForm::default() };
        let (_, findings) = parse(&form);
        assert_eq!(findings.problem_of(StageField::Date), Some(Problem::BeforeLast(day("2026-11-02"))));
        assert!(findings.problem_of(StageField::Amount).is_some(), "an order says for how much");
        let form = StageForm { date: "20/11/2026".to_owned(), amount: "1240".to_owned(), ..form };
        assert_eq!(parse(&form).0.unwrap().stage, Stage::Made);
        let form = StageForm { stage: Some(Stage::Enforceable), ..form };
        assert_eq!(parse(&form).0.unwrap().stage, Stage::Made, "a stage that cannot follow is not taken");
    }
}

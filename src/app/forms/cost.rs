//! A cost as typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::costs::CostDraft;
use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, date, positive, text, whole};
use crate::base::EventId;
use crate::domain::cost::{CostKind, Proposed};
use crate::text::format;

/// Fewest and most minutes of one cost: a working week.
pub const MINUTES: (u32, u32) = (1, 3_000);

/// What kind of cost it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spent {
    /// Own time.
    #[default]
    Time,
    /// Stamps, registered post.
    Postage,
    /// A fee.
    Fee,
    /// Anything else.
    Other,
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostForm {
    /// What kind of cost.
    pub kind: Spent,
    /// Minutes, of time.
    pub minutes: String,
    /// Amount, of anything else.
    pub amount: String,
    /// Day.
    pub date: String,
    /// What it was for.
    pub note: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CostField {
    /// Minutes.
    Minutes,
    /// Amount.
    Amount,
    /// Day.
    Date,
    /// What it was for.
    Note,
}

impl CostForm {
    /// An empty form: time spent today.
    #[must_use]
    pub fn start(today: NaiveDate) -> Self {
        Self {
            kind: Spent::default(),
            minutes: String::new(),
            amount: String::new(),
            date: format::date_digits(today),
            note: String::new(),
        }
    }

    /// The cost, or every fault.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<CostDraft>, Findings<CostField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let kind = if self.kind == Spent::Time {
            whole(f, CostField::Minutes, &self.minutes, MINUTES).map(CostKind::Time)
        } else {
            positive(f, CostField::Amount, &self.amount).map(|amount| match self.kind {
                Spent::Postage => CostKind::Postage(amount),
                Spent::Fee => CostKind::Fee(amount),
                Spent::Time | Spent::Other => CostKind::Other(amount),
            })
        };
        let date = date(f, CostField::Date, &self.date, today);
        if date.is_some_and(|date| today < date) {
            f.problem(CostField::Date, Problem::InTheFuture);
        }
        let note = text(f, CostField::Note, &self.note, SHORT_TEXT);
        let draft = kind.zip(date).filter(|_| f.problems.is_empty());
        (draft.map(|(kind, date)| CostDraft { date, kind, contact: None, note }), findings)
    }
}

/// Minutes of proposed costs, where they were corrected, by the number of their contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmForm {
    /// What was typed.
    pub corrections: BTreeMap<EventId, String>,
}

impl ConfirmForm {
    /// What stands in the field of a proposed cost.
    #[must_use]
    pub fn minutes(&self, proposed: &Proposed) -> String {
        self.corrections.get(&proposed.event).cloned().unwrap_or_else(|| proposed.minutes.to_string())
    }

    /// The costs of some contacts, or every fault. No minutes at all says that a contact costs nothing, postage either.
    #[must_use]
    pub fn parse(&self, proposed: &[Proposed]) -> (Option<Vec<CostDraft>>, Findings<EventId>) {
        let mut findings = Findings::none();
        let mut drafts = Vec::new();
        for one in proposed {
            let typed = self.minutes(one);
            let Some(minutes) = whole(&mut findings, one.event, &typed, (0, MINUTES.1)) else { continue };
            let draft =
                |kind| CostDraft { date: one.date, kind, contact: Some(one.contact), note: String::new() };
            drafts.push(draft(CostKind::Time(minutes)));
            drafts.extend(one.postage.filter(|_| 0 < minutes).map(|sum| draft(CostKind::Postage(sum))));
        }
        (Some(drafts).filter(|_| findings.problems.is_empty()), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Amount;
    use crate::base::dates::parse_iso;
    use crate::domain::cost::{Contacted, REGISTERED};
    use crate::domain::event::{Channel, Step};

    fn today() -> NaiveDate {
        parse_iso("2026-11-29").unwrap()
    }

    #[test]
    fn each_kind_asks_for_its_own_figure() {
        let form = CostForm { minutes: "25".to_owned(), ..CostForm::start(today()) };
        assert_eq!(form.parse(today()).0.unwrap().kind, CostKind::Time(25));
        let form = CostForm { kind: Spent::Fee, amount: "35,21".to_owned(), ..CostForm::start(today()) };
        assert_eq!(form.parse(today()).0.unwrap().kind, CostKind::Fee(Amount::from_cents(3_521)));
        let form = CostForm { kind: Spent::Postage, minutes: "25".to_owned(), ..CostForm::start(today()) };
        let (none, findings) = form.parse(today());
        assert!(none.is_none());
        assert_eq!(findings.problem_of(CostField::Amount), Some(Problem::Required));
        assert_eq!(findings.problem_of(CostField::Minutes), None);
    }

    #[test]
    fn proposed_costs_are_corrected_or_counted_for_nothing() {
        let proposed = |event, postage| Proposed {
            event: EventId(event),
            date: today(),
            contact: Contacted { step: Step::FormalNotice, channel: Channel::RegisteredPost },
            minutes: 30,
            postage,
        };
        let both = [proposed(1, Some(REGISTERED)), proposed(2, Some(REGISTERED))];
        let mut form = ConfirmForm::default();
        form.corrections.insert(EventId(2), "0".to_owned());
        let kinds: Vec<CostKind> = form.parse(&both).0.unwrap().iter().map(|draft| draft.kind).collect();
        assert_eq!(kinds, [CostKind::Time(30), CostKind::Postage(REGISTERED), CostKind::Time(0)]);
        form.corrections.insert(EventId(1), "longtemps".to_owned());
        let (none, findings) = form.parse(&both);
        assert!(none.is_none());
        assert_eq!(findings.problem_of(EventId(1)), Some(Problem::Count(0, 3_000)));
    }

    #[test]
    fn what_is_still_to_come_was_not_spent() {
        let form =
            CostForm { minutes: "0".to_owned(), date: "30/11/2026".to_owned(), ..CostForm::start(today()) };
        let (none, findings) = form.parse(today());
        assert!(none.is_none());
        assert_eq!(findings.problem_of(CostField::Date), Some(Problem::InTheFuture));
        assert!(matches!(findings.problem_of(CostField::Minutes), Some(Problem::Count(1, 3_000))));
    }
}

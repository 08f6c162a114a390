//! What a formal notice grants and what it joins: chosen when it is written, kept with it once it was sent.
//!
//! No statute fixes either. Eight days are usual between professionals and fifteen for a consumer; what is joined is what a
//! judge will want to see that the debtor had (rulebook of November 2026; C. civ. art. 1344 asks only that the request be
//! plain).

use serde::{Deserialize, Serialize};

use super::party::DebtorKind;

/// A paper that goes with a formal notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Annex {
    /// A copy of each invoice.
    Invoice,
    /// The quote that was accepted.
    Quote,
    /// The order.
    Order,
    /// The delivery note.
    Delivery,
    /// The record by which the work was accepted.
    Acceptance,
    /// The general terms.
    Terms,
    /// A copy of each reminder that was written.
    Reminders,
}

impl Annex {
    /// Every one, in the order a notice lists them.
    pub const ALL: [Self; 7] = [
        Self::Invoice,
        Self::Quote,
        Self::Order,
        Self::Delivery,
        Self::Acceptance,
        Self::Terms,
        Self::Reminders,
    ];

    /// What is joined unless something else is said: what this program knows to exist.
    pub const USUAL: [Self; 2] = [Self::Invoice, Self::Reminders];
}

/// Time that a formal notice may grant, in days.
pub const NOTICE_DAYS: [u32; 2] = [8, 15];

/// What a formal notice grants and joins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeTerms {
    /// Days to pay, from when it arrives.
    pub days: u32,
    /// What goes with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<Annex>,
}

impl NoticeTerms {
    /// What is usual for such a debtor.
    #[must_use]
    pub fn usual(kind: DebtorKind) -> Self {
        let [short, long] = NOTICE_DAYS;
        let days = if kind.is_professional() { short } else { long };
        Self { days, annexes: Annex::USUAL.to_vec() }
    }

    /// The same with a paper joined, or left out.
    #[must_use]
    pub fn with(&self, annex: Annex, is_joined: bool) -> Self {
        let is_in = |one: &Annex| if *one == annex { is_joined } else { self.annexes.contains(one) };
        Self { annexes: Annex::ALL.into_iter().filter(is_in).collect(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consumer_has_longer_and_papers_stay_in_order() {
        assert_eq!(NoticeTerms::usual(DebtorKind::Business).days, 8);
        let terms = NoticeTerms::usual(DebtorKind::Consumer).with(Annex::Delivery, true);
        assert_eq!(
            (terms.days, &terms.annexes[..]),
            (15, &[Annex::Invoice, Annex::Delivery, Annex::Reminders][..])
        );
        assert_eq!(terms.with(Annex::Delivery, false), NoticeTerms::usual(DebtorKind::Consumer));
        let json = serde_json::to_string(&terms).unwrap();
        assert_eq!(json, r#"{"days":15,"annexes":["invoice","delivery","reminders"]}"#);
        assert_eq!(serde_json::from_str::<NoticeTerms>(&json).unwrap(), terms);
    }
}

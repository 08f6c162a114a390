//! What a formal notice grants and what it joins: chosen when it is written, kept with it once it was sent.
//!
//! No statute fixes either. Eight days are usual between professionals and fifteen for a consumer; what is joined is what a
//! judge will want to see that the debtor had (rulebook of November 2026; C. civ. art. 1344 asks only that the request be
//! plain).

use serde::{Deserialize, Serialize};

use super::party::DebtorKind;
use super::proof::ProofKind;

/// A paper that goes with a formal notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Annex {
    /// A copy of each invoice.
    Invoice,
    /// The contract.
    Contract,
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
    /// The messages exchanged.
    Emails,
    /// What the debtor wrote to acknowledge the debt.
    Acknowledgement,
    /// A copy of each reminder that was written.
    Reminders,
}

impl Annex {
    /// Every one, in the order a notice lists them.
    pub const ALL: [Self; 10] = [
        Self::Invoice,
        Self::Contract,
        Self::Quote,
        Self::Order,
        Self::Delivery,
        Self::Acceptance,
        Self::Terms,
        Self::Emails,
        Self::Acknowledgement,
        Self::Reminders,
    ];

    /// The kind of paper it is, where the user notes such papers.
    #[must_use]
    pub fn paper(self) -> Option<ProofKind> {
        match self {
            Self::Contract => Some(ProofKind::Contract),
            Self::Quote => Some(ProofKind::Quote),
            Self::Order => Some(ProofKind::Order),
            Self::Delivery => Some(ProofKind::Delivery),
            Self::Acceptance => Some(ProofKind::Acceptance),
            Self::Terms => Some(ProofKind::Terms),
            Self::Emails => Some(ProofKind::Emails),
            Self::Acknowledgement => Some(ProofKind::Acknowledgement),
            Self::Invoice | Self::Reminders => None,
        }
    }

    /// What is joined unless something else is said: what this program knows to exist.
    pub const USUAL: [Self; 2] = [Self::Invoice, Self::Reminders];
}

/// Time that a formal notice may grant, in days.
pub const NOTICE_DAYS: [u32; 2] = [8, 15];

/// Lines of one’s own in the list of what is joined, and characters of each, at most.
pub const OTHERS: (usize, usize) = (20, 200);

/// What a formal notice grants and joins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeTerms {
    /// Days to pay, from when it arrives.
    pub days: u32,
    /// What goes with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<Annex>,
    /// What else goes with it, in the user’s own words, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
}

impl NoticeTerms {
    /// What is usual for such a debtor.
    #[must_use]
    pub fn usual(kind: DebtorKind) -> Self {
        let [short, long] = NOTICE_DAYS;
        let days = if kind.is_professional() { short } else { long };
        Self { days, annexes: Annex::USUAL.to_vec(), others: Vec::new() }
    }

    /// The same with a paper joined, or left out.
    #[must_use]
    pub fn with(&self, annex: Annex, is_joined: bool) -> Self {
        let is_in = |one: &Annex| if *one == annex { is_joined } else { self.annexes.contains(one) };
        Self { annexes: Annex::ALL.into_iter().filter(is_in).collect(), ..self.clone() }
    }

    /// The same with lines of one’s own as typed, those without words left out.
    #[must_use]
    pub fn with_others(&self, typed: &str) -> Self {
        let (most, longest) = OTHERS;
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = typed.lines().map(words).filter(|line| !line.is_empty()).take(most);
        Self { others: lines.map(|line| line.chars().take(longest).collect()).collect(), ..self.clone() }
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

    #[test]
    fn own_lines_are_kept_in_their_order_without_empty_ones() {
        let terms =
            NoticeTerms::usual(DebtorKind::Business).with_others(" photos  du chantier \n\n plan A3\n");
        assert_eq!(terms.others, ["photos du chantier", "plan A3"]);
        assert_eq!(terms.with_others(&"a\n".repeat(30)).others.len(), OTHERS.0);
        assert_eq!(terms.with_others(&"é".repeat(500)).others[0].chars().count(), OTHERS.1);
        assert_eq!(terms.with_others(" \n"), NoticeTerms::usual(DebtorKind::Business));
        let json = serde_json::to_string(&terms).unwrap();
        assert_eq!(serde_json::from_str::<NoticeTerms>(&json).unwrap(), terms);
    }
}

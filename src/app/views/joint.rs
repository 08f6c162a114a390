//! The other invoices of a client that a proceeding may be about too (*jonction*: one request, writ, mandate or sale for several
//! claims): which of them it can begin on, and which go through the same one already.

use chrono::NaiveDate;

use super::super::book::Book;
use super::recovery_desk::situation;
use crate::base::{Amount, Currency, InvoiceId, ProceedingId, Region};
use crate::domain::case_file::CaseFile;
use crate::domain::proceeding::timing::Untimely;
use crate::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use crate::domain::recovery::{Obstacle, Situation, is_small_together, obstacles};
use crate::domain::status::status;

/// Another open, late invoice of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joinable {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// Principal that is unpaid.
    pub unpaid: Amount,
    /// All that is owed on it.
    pub balance: Amount,
    /// Currency of both.
    pub currency: Currency,
    /// What it is on the day.
    pub at: Situation,
    /// What is missing for the kind, what cannot be passed over first.
    pub missing: Vec<Obstacle>,
    /// One of the kind runs already.
    pub runs: bool,
    /// With it the whole would be more than a small claim.
    pub above: bool,
    /// It is in what is begun.
    pub is_taken: bool,
}

impl Joinable {
    /// It cannot be taken.
    #[must_use]
    pub fn is_barred(&self) -> bool {
        self.runs || self.above || self.missing.iter().any(|one| one.is_bar)
    }
}

/// The others a proceeding of a kind may begin on with an invoice, on a day, the oldest first. Where one is usually about all
/// that is owed, those of which nothing is missing are taken unless `by_hand` says otherwise; of all else none are. A loss is
/// noted on each: it has a VAT of its own.
#[must_use]
pub fn joinable(
    book: &Book,
    id: InvoiceId,
    kind: ProceedingKind,
    (day, today): (NaiveDate, NaiveDate),
    by_hand: &[(InvoiceId, bool)],
) -> Vec<Joinable> {
    let Some((case, own)) = book.case(id).zip(situation(book, id, day)) else { return Vec::new() };
    if kind == ProceedingKind::WrittenOff {
        return Vec::new();
    }
    let (client, currency) = (case.invoice.client, case.invoice.currency);
    let late = book.cases_of(client).filter(|other| {
        other.invoice.id != id
            && other.invoice.currency == currency
            && other.invoice.issued <= day
            && !other.is_out(today)
            && status(other, &book.claim(other, today)).state.is_late()
    });
    let late = crate::base::order::in_order(late, |other| (other.invoice.due, other.invoice.id));
    let mut all: Vec<Joinable> = Vec::new();
    for other in late {
        let Some(at) = situation(book, other.invoice.id, day) else { continue };
        let taken = all.iter().filter(|one| one.is_taken).map(|one| &one.at);
        let is_small = || is_small_together(taken.chain([&own, &at]));
        let runs = |one: &Proceeding| one.is_open(today) && (one.kind.is_out() || one.kind == kind);
        let claim = book.claim(other, day);
        let one = Joinable {
            id: other.invoice.id,
            number: other.invoice.number.clone(),
            unpaid: claim.principal_left,
            balance: claim.balance(),
            currency,
            missing: obstacles(kind, &at),
            runs: other.proceedings.iter().any(runs),
            above: kind == ProceedingKind::Simplified && !is_small(),
            is_taken: false,
            at,
        };
        let said = by_hand.iter().rfind(|(known, _)| *known == one.id).map(|(_, ticked)| *ticked);
        let usual = kind.is_usually_joint() && one.missing.is_empty();
        let is_taken = !one.is_barred() && said.unwrap_or(usual);
        all.push(Joinable { is_taken, ..one });
    }
    all
}

/// An invoice that goes through the same proceeding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// The proceeding, by its number there.
    pub one: ProceedingId,
    /// Where that stands.
    pub all: Proceeding,
}

impl Shared {
    /// Its last stage is that of another one it shares: one decision, one service. What came in is each one’s own.
    #[must_use]
    pub fn has_last(&self, stage: &Milestone) -> bool {
        let is_same = |last: &Milestone| (last.stage, last.date) == (stage.stage, stage.date);
        !stage.stage.is_received() && self.all.stages.last().is_some_and(is_same)
    }

    /// A stage may come next on a day there too.
    #[must_use]
    pub fn takes(&self, stage: Stage, day: NaiveDate, region: Region) -> bool {
        self.all.following().contains(&stage)
            && self.all.last_day() <= day
            && !self.all.untimely(stage, day, region).is_some_and(Untimely::is_impossible)
    }
}

/// The other invoices of the client on which something is owed that go through the same proceeding as one of an invoice.
#[must_use]
pub fn shared(book: &Book, id: InvoiceId, one: &Proceeding, today: NaiveDate) -> Vec<Shared> {
    let owes = |case: &CaseFile| book.claim(case, today).balance().is_positive();
    let mut all = sharing(book, id, one);
    all.retain(|other| book.case(other.id).is_some_and(owes));
    all
}

/// The other invoices of the client that go through the same proceeding as one of an invoice: of its kind, begun the same
/// day with the same court or person.
#[must_use]
pub fn sharing(book: &Book, id: InvoiceId, one: &Proceeding) -> Vec<Shared> {
    let Some(case) = book.case(id) else { return Vec::new() };
    let others = book.cases_of(case.invoice.client).filter(|other| other.invoice.id != id);
    let same = |known: &&Proceeding| (known.kind, known.date, &known.with) == (one.kind, one.date, &one.with);
    let found = others.filter_map(|other| {
        let known = other.proceedings.iter().find(same)?;
        Some(Shared {
            id: other.invoice.id,
            number: other.invoice.number.clone(),
            one: known.id,
            all: known.clone(),
        })
    });
    found.collect()
}

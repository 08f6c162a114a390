//! What a payment plan is built on: the invoices it may cover with what each comes to today, and what terms would cost
//! if they were kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::plans::PlanDraft;
use super::withheld::withheld;
use crate::base::{Amount, Currency, InvoiceId, Region};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Claim, Debt, Instalment};
use crate::domain::law::rates::RateTable;
use crate::domain::movement::{Change, MovementKind};
use crate::domain::party::DebtorKind;
use crate::domain::plan::beside::{beside_due, left_aside};
use crate::domain::plan::waiver::given_up;
use crate::domain::plan::{InterestDuring, Penalties, reserved_of};

/// An invoice a plan may cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverable {
    /// Which.
    pub id: InvoiceId,
    /// Number printed on it.
    pub number: String,
    /// Its debt.
    pub debt: Debt,
    /// Its claim today.
    pub claim: Claim,
    /// The claim without what the client contests of it; the claim itself where nothing is.
    pub undisputed: Claim,
    /// Last day on which it can be sued for, where that is known.
    pub limitation: Option<NaiveDate>,
    /// What the client contests of its principal.
    pub contested: Amount,
}

/// What a plan about an invoice is built on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDesk {
    /// The day it is proposed on: what is owed is counted to its end.
    pub today: NaiveDate,
    /// Whose public holidays count.
    pub region: Region,
    /// Currency of every amount.
    pub currency: Currency,
    /// The invoices of the client in that currency on which something is owed, by due date; the one of the address
    /// always.
    pub invoices: Vec<Coverable>,
    /// What was agreed on the telephone and is still to come.
    pub spoken: Option<Spoken>,
    /// The client is a public buyer, whose interest is not given up: what is written of that is void (CCP art. L2192-14,
    /// read November 2026).
    pub is_public: bool,
    /// The client is a consumer, or nobody knows what it is: then it is asked for the least.
    pub is_consumer: bool,
    /// No penalties are owed, and none run before a formal notice was received (C. civ. art. 1231-6): there is nothing to
    /// say of them.
    pub waits_for_notice: bool,
}

/// What a plan brings of one invoice, if every sum comes on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptPart {
    /// Which.
    pub invoice: InvoiceId,
    /// What its sums pay of it.
    pub paid: Amount,
    /// What is still owed at the end: penalties that were frozen, interest that went on.
    pub after: Amount,
    /// What is given up.
    pub given_up: Amount,
    /// The day all of it is paid, or to be paid.
    pub on: NaiveDate,
}

/// Instalments that were agreed on the telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Day of the call.
    pub on: NaiveDate,
    /// The invoices spoken about.
    pub invoices: Vec<InvoiceId>,
    /// The sums still promised, in the order of their days.
    pub sums: Vec<Instalment>,
}

impl Spoken {
    /// All of them together.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.sums.iter().map(|sum| sum.amount).sum()
    }
}

impl Coverable {
    /// What a plan covers of its claim: `whole` says that what is contested is covered as well.
    #[must_use]
    pub fn part(&self, whole: bool) -> &Claim {
        if whole { &self.claim } else { &self.undisputed }
    }

    /// Nothing of it is left beside what is contested: a plan that leaves that out does not cover it.
    #[must_use]
    pub fn is_wholly_contested(&self) -> bool {
        self.contested.is_positive() && self.contested == self.claim.principal_left
    }
}

impl PlanDesk {
    /// What a plan about an invoice is built on; none where there is no such invoice.
    #[must_use]
    pub fn of(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Self> {
        let first = book.case(id)?;
        let debtor = book.debtor_of(first);
        let coverable = book.cases_of(first.invoice.client).filter_map(|case| {
            let debt = case.debt(debtor);
            let claim = debt.claim_on(today, book.rates());
            let is_ours = !withheld(book, case.invoice.id, today).is_some_and(|held| held.is_for_others());
            let fits = case.invoice.currency == first.invoice.currency
                && claim.principal_left.is_positive()
                && is_ours;
            (case.invoice.id == id || fits).then(|| Coverable {
                id: case.invoice.id,
                number: case.invoice.number.clone(),
                limitation: case.limitation(debtor, today).map(|known| known.expires),
                contested: case.disputed(&claim),
                undisputed: case.undisputed(debtor.kind, &claim),
                debt,
                claim,
            })
        });
        let mut invoices: Vec<Coverable> = Vec::new();
        for one in coverable {
            // Few enough to put in order one by one; a sort is kilobytes of code.
            let at = invoices.partition_point(|known| (known.debt.due, known.id) <= (one.debt.due, one.id));
            invoices.insert(at, one);
        }
        let spoken = spoken(book, first, today);
        let (region, currency) = (book.policy().region, first.invoice.currency);
        let is_consumer = matches!(debtor.kind, DebtorKind::Consumer | DebtorKind::Unknown);
        let waits_for_notice = invoices.iter().all(|one| {
            let owed = one.claim.interest_left + one.claim.indemnity_left;
            one.debt.regime.needs_formal_notice() && one.debt.formal_notice.is_none() && owed.is_zero()
        });
        let is_public = debtor.kind == DebtorKind::Public;
        Some(Self { today, region, currency, invoices, spoken, is_public, is_consumer, waits_for_notice })
    }

    /// What may become of penalties, of what was chosen: those of a public buyer are kept apart rather than given up; where
    /// there are none, nothing is said of them.
    #[must_use]
    pub fn penalties(&self, chosen: Penalties) -> Penalties {
        match chosen {
            Penalties::WaivedIfKept if self.is_public => Penalties::Frozen,
            _ if self.waits_for_notice => Penalties::Included,
            chosen => chosen,
        }
    }

    /// Whether interest goes on, of what was chosen: that of a public buyer does, and none goes on that does not run.
    #[must_use]
    pub fn interest(&self, chosen: InterestDuring) -> InterestDuring {
        match chosen {
            _ if self.is_public => InterestDuring::Runs,
            _ if self.waits_for_notice => InterestDuring::Stops,
            chosen => chosen,
        }
    }

    /// What a plan has to spread of the invoices it covers; `whole` says that what is contested of them is spread as well.
    #[must_use]
    pub fn amount(&self, penalties: Penalties, whole: bool, covers: impl Fn(InvoiceId) -> bool) -> Amount {
        penalties.amount(self.invoices.iter().filter(|one| covers(one.id)).map(|one| one.part(whole)))
    }

    /// What stays owed beside a plan of the invoices it covers: penalties and fixed sums that are frozen.
    #[must_use]
    pub fn beside(&self, penalties: Penalties, whole: bool, covers: impl Fn(InvoiceId) -> bool) -> Amount {
        if penalties != Penalties::Frozen {
            return Amount::ZERO;
        }
        let covered = self.invoices.iter().filter(|one| covers(one.id));
        covered.map(|one| one.part(whole).penalties_left()).sum()
    }

    /// What the terms of a plan bring of each invoice, if every sum comes on its day. Rates that are not published yet are
    /// the last known.
    #[must_use]
    pub fn kept(&self, rates: &RateTable, plan: &PlanDraft) -> Vec<KeptPart> {
        let mut sums: Vec<(NaiveDate, Amount)> =
            plan.down_payment.iter().chain(&plan.instalments).map(|sum| (sum.due, sum.amount)).collect();
        let Some(last) = sums.last().map(|(day, _)| *day) else { return Vec::new() };
        let covered = self.invoices.iter().filter(|one| plan.invoices.contains(&one.id));
        covered
            .map(|one| {
                let mut debt = one.debt.clone();
                let reserved = reserved_of(&plan.reserved, one.id);
                let proposed = debt.beside_contested(&one.claim, reserved, plan.proposed);
                let paid = plan.penalties.amount([&proposed]);
                let (mut wanted, mut on) = (paid, last);
                for (day, left) in &mut sums {
                    let part = wanted.min(*left);
                    if part.is_positive() {
                        debt.changes.push(Change::new(*day, MovementKind::Payment, part));
                        *left -= part;
                        wanted -= part;
                        on = *day;
                    }
                }
                let end = debt.beside_contested(&debt.claim_on(last, rates), reserved, plan.proposed);
                let given_up = given_up(plan.penalties, plan.interest, &proposed, &end).sum();
                let after = left_aside(plan.penalties, plan.interest, &proposed, &end);
                let beside = beside_due(plan.penalties, plan.interest, last);
                let on = beside.filter(|_| after.is_positive()).unwrap_or(on);
                KeptPart { invoice: one.id, paid, after, given_up, on }
            })
            .collect()
    }

    /// What would be given up in the end, if every sum of a plan came on its day.
    #[must_use]
    pub fn cost(&self, rates: &RateTable, plan: &PlanDraft) -> Amount {
        self.kept(rates, plan).iter().map(|part| part.given_up).sum()
    }

    /// What interest adds until the end of a plan in which it goes on, if every sum comes on its day.
    #[must_use]
    pub fn accrued(&self, rates: &RateTable, plan: &PlanDraft) -> Amount {
        let after: Amount = self.kept(rates, plan).iter().map(|part| part.after).sum();
        // What is left out is left out of every invoice it covers.
        let whole = plan.reserved.is_empty();
        (after - self.beside(plan.penalties, whole, |id| plan.invoices.contains(&id))).or_zero()
    }
}

/// The sums of the last call about a case that ended with instalments, over all the invoices it was about, where several
/// of them are still promised.
fn spoken(book: &Book, first: &CaseFile, today: NaiveDate) -> Option<Spoken> {
    let on = first.spoken_sums(today)?.on;
    let mut invoices = Vec::new();
    let mut sums: BTreeMap<NaiveDate, Amount> = BTreeMap::new();
    let same = |case: &&CaseFile| case.invoice.currency == first.invoice.currency;
    for case in book.cases_of(first.invoice.client).filter(same) {
        let Some(spoken) = case.spoken_sums(today).filter(|spoken| spoken.on == on) else { continue };
        invoices.push(case.invoice.id);
        for sum in spoken.sums {
            *sums.entry(sum.due).or_default() += sum.amount;
        }
    }
    let sums: Vec<Instalment> = sums.into_iter().map(|(due, amount)| Instalment { due, amount }).collect();
    (sums.len() > 1).then_some(Spoken { on, invoices, sums })
}

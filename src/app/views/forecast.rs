//! The forecast of cash as a page shows it: by currency, week by week, with what it rests on; and the same without one
//! client.

pub mod reasons;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::reasons::{WeekReasons, reasons};
use super::super::book::Book;
use super::invoice_list::euros_first;
use crate::base::{Amount, ClientId, Currency, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::dunning::habits::{Habits, habits, share};
use crate::domain::forecast::planned::OnPlan;
use crate::domain::forecast::weeks::{Week, weeks};
use crate::domain::forecast::{Apart, CashFlow, Pace, Seen, SetApart, Supposed, counts_on};

/// The forecast of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// What it supposes.
    pub assumptions: Supposed,
    /// One part for each currency, euros first.
    pub parts: Vec<Part>,
}

/// The forecast in one currency: never added to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The currency.
    pub currency: Currency,
    /// Thirteen weeks, and what comes later.
    pub weeks: Vec<Week>,
    /// What each of them rests on.
    pub reasons: Vec<WeekReasons>,
    /// The same without the client who is supposed not to pay.
    pub without: Option<Vec<Week>>,
    /// Sums without a day.
    pub apart: Vec<SetApart>,
    /// Penalties and fixed sums that signed plans bring within the thirteen weeks, beside what is counted.
    pub besides: Amount,
    /// What is owed and, by its chance, is not counted.
    pub uncounted: Amount,
    /// Principal owed in all.
    pub owed: Amount,
    /// Days of sales outstanding, where anything was invoiced in the last year.
    pub dso: Option<i64>,
    /// The clients who owe, the largest first.
    pub clients: Vec<Owing>,
}

/// A client who owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owing {
    /// Which.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// Principal owed.
    pub owed: Amount,
    /// Its share of all that is owed, in thousandths.
    pub share: i64,
    /// What of it is counted.
    pub counted: Amount,
    /// How late it usually pays.
    pub pace: Pace,
    /// Average and median days late of its settled invoices.
    pub late: Option<(i64, i64)>,
}

impl Part {
    /// What the thirteen weeks bring.
    #[must_use]
    pub fn quarter(&self) -> Amount {
        quarter(&self.weeks)
    }
}

/// What the dated weeks bring.
#[must_use]
pub fn quarter(weeks: &[Week]) -> Amount {
    weeks.iter().filter(|week| week.monday.is_some()).map(Week::total).sum()
}

/// The forecast on a day, where a client may be supposed not to pay.
#[must_use]
pub fn forecast(book: &Book, today: NaiveDate, without: Option<ClientId>) -> Forecast {
    let assumptions = book.policy().forecast.clone();
    let cases: Vec<(&CaseFile, Claim)> = book.cases().map(|case| (case, book.claim(case, today))).collect();
    let all = habits(cases.iter().map(|(case, claim)| (*case, claim)), today);
    let mut by_client: BTreeMap<ClientId, Vec<(&CaseFile, &Claim)>> = BTreeMap::new();
    for (case, claim) in &cases {
        by_client.entry(case.invoice.client).or_default().push((*case, claim));
    }
    let own: BTreeMap<ClientId, (Habits, Pace)> = by_client
        .into_iter()
        .map(|(client, cases)| {
            let habits = habits(cases, today);
            let pace = assumptions.pace(&habits, &all);
            (client, (habits, pace))
        })
        .collect();
    // What was sold or given up brings nothing from its client any more.
    let mut flow = CashFlow::default();
    for (case, _) in &cases {
        flow.add_sale(case, today);
    }
    let cases: Vec<(&CaseFile, Claim)> = cases.into_iter().filter(|(case, _)| !case.is_out(today)).collect();
    let pace = |client| own.get(&client).map(|(_, pace)| *pace).unwrap_or_default();
    let planned = planned(book, &cases, today, (&pace, &assumptions), &mut flow);
    for (case, claim) in &cases {
        let client = case.invoice.client;
        let pace = pace(client);
        let planned = planned.get(&case.invoice.id).copied().unwrap_or_default();
        let insolvency = book.client(client).and_then(|client| client.insolvency);
        flow.add_case(&Seen { case, claim, insolvency, pace, planned }, &assumptions);
    }
    let mut owed: BTreeMap<Currency, Amount> = BTreeMap::new();
    for (_, claim) in cases.iter().filter(|(_, claim)| claim.principal_left.is_positive()) {
        *owed.entry(claim.currency).or_default() += claim.principal_left;
    }
    // A plan may have nothing but penalties left to bring, and a claim that was sold its price.
    let besides = flow.besides.iter().map(|one| one.currency);
    let sold = flow.apart.iter().filter(|one| one.why == Apart::Sold).map(|one| one.currency);
    for currency in besides.chain(sold) {
        owed.entry(currency).or_default();
    }
    let part = |sum| part(book, today, without, sum, &cases, &own, &all, &flow);
    let parts = euros_first(owed).into_iter().map(part).collect();
    Forecast { assumptions, parts }
}

/// Adds what signed plans bring; the principal they cover, by invoice.
fn planned(
    book: &Book,
    cases: &[(&CaseFile, Claim)],
    today: NaiveDate,
    (pace, assumptions): (&dyn Fn(ClientId) -> Pace, &Supposed),
    flow: &mut CashFlow,
) -> BTreeMap<InvoiceId, Amount> {
    let mut covered: BTreeMap<InvoiceId, Amount> = BTreeMap::new();
    let running = book.plans().filter(|plan| {
        let standing = book.standing(plan, today);
        plan.is_running() && counts_on(standing) && !is_insolvent(book, plan.client, today)
    });
    for plan in running {
        // What has another client since, or is in another plan, is none of this one's.
        let is_on_it = |case: &CaseFile| {
            plan.invoices.contains(&case.invoice.id)
                && case.invoice.client == plan.client
                && !covered.contains_key(&case.invoice.id)
        };
        let on_it = cases.iter().filter(|(case, _)| is_on_it(case)).map(|(case, claim)| OnPlan {
            id: case.invoice.id,
            client: plan.client,
            debt: case.debt(book.debtor_of(case)),
            claim,
        });
        let on_it: Vec<OnPlan<'_>> = on_it.collect();
        let rows = plan.rows(book.received(plan, today));
        covered.extend(flow.add_plan(plan.penalties, &rows, &on_it, today, (pace(plan.client), assumptions)));
    }
    covered
}

fn is_insolvent(book: &Book, client: ClientId, today: NaiveDate) -> bool {
    book.client(client).and_then(|client| client.insolvency).is_some_and(|opened| opened <= today)
}

#[expect(clippy::too_many_arguments, reason = "all that a forecast is made of, once")]
fn part(
    book: &Book,
    today: NaiveDate,
    without: Option<ClientId>,
    (currency, whole): (Currency, Amount),
    cases: &[(&CaseFile, Claim)],
    own: &BTreeMap<ClientId, (Habits, Pace)>,
    all: &Habits,
    flow: &CashFlow,
) -> Part {
    let expected: Vec<_> = flow.expected.iter().filter(|one| one.currency == currency).collect();
    let mut owed: BTreeMap<ClientId, Amount> = BTreeMap::new();
    for (case, claim) in cases.iter().filter(|(_, claim)| claim.currency == currency) {
        if claim.principal_left.is_positive() {
            *owed.entry(case.invoice.client).or_default() += claim.principal_left;
        }
    }
    let mut clients: Vec<Owing> = Vec::new();
    for (client, owed) in owed {
        let (habits, pace) = own.get(&client).cloned().unwrap_or_default();
        let name = book.client(client).map(|client| client.name.clone()).unwrap_or_default();
        let counted = expected.iter().filter(|one| one.client == client).map(|one| one.amount).sum();
        let late = habits.average_days.zip(habits.median_days);
        let share = share(owed, whole).unwrap_or_default();
        let at = clients.partition_point(|known| owed <= known.owed);
        clients.insert(at, Owing { client, name, owed, share, counted, pace, late });
    }
    let others = |client| expected.iter().copied().filter(move |one| one.client != client);
    Part {
        currency,
        weeks: weeks(expected.iter().copied(), today),
        reasons: reasons(book, today, currency, (&flow.expected, &book.policy().forecast), own),
        without: without.map(|client| weeks(others(client), today)),
        apart: flow.apart.iter().filter(|one| one.currency == currency).copied().collect(),
        besides: quarter(&weeks(flow.besides.iter().filter(|one| one.currency == currency), today)),
        uncounted: expected.iter().map(|one| one.whole - one.amount).sum(),
        owed: whole,
        dso: all.dso.iter().find(|(known, _)| *known == currency).map(|(_, days)| *days),
        clients,
    }
}

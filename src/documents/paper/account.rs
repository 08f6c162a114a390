//! The account of one or several invoices in one currency: every movement with its debit or credit and the balance after
//! it, and what is left by age. It is the principal’s account: what payments extinguished of interest and fixed sums is
//! put back in one row, so that the balance is the principal the claims say.

use chrono::NaiveDate;

use super::facts::PaperFacts;
use super::layout::table;
use crate::base::order::in_order;
use crate::base::{Amount, dates};
use crate::documents::letter::{Block, Table};
use crate::domain::claim::{Claim, InstalmentClaim};
use crate::domain::movement::{Movement, MovementKind};
use crate::text::format;
use crate::text::words::movements;

/// Last day of each age but the open one, in days after the due date.
const AGES: [i64; 4] = [0, 30, 60, 90];

/// A row before it is written.
struct Row {
    date: NaiveDate,
    what: String,
    debit: Amount,
    credit: Amount,
}

/// The account, movement by movement; what was before a day as one opening balance.
pub(super) fn movements_table(from: Option<NaiveDate>, facts: &PaperFacts<'_>) -> Table {
    let lang = facts.lang;
    let all = in_order(entries(facts), |row| row.date);
    let is_earlier = |row: &Row| from.is_some_and(|from| row.date < from);
    let opening: Amount = all.iter().filter(|row| is_earlier(row)).map(|row| row.debit - row.credit).sum();
    let (mut balance, mut debits, mut credits) = (opening, Amount::ZERO, Amount::ZERO);
    let mut rows = Vec::new();
    if let Some(from) = from {
        let before = format::date(lang, dates::previous_day(from));
        let what = lang.pick(format!("Solde au {before}"), format!("Balance on {before}"));
        let none = String::new;
        rows.push(vec![
            format::date_in_table(lang, dates::previous_day(from)),
            what,
            none(),
            none(),
            facts.money(opening),
        ]);
    }
    let mut add = |row: Row, rows: &mut Vec<Vec<String>>| {
        balance = balance + row.debit - row.credit;
        debits += row.debit;
        credits += row.credit;
        let (debit, credit) = (facts.some(row.debit), facts.some(row.credit));
        rows.push(vec![format::date_in_table(lang, row.date), row.what, debit, credit, facts.money(balance)]);
        balance
    };
    let mut last = opening;
    for row in all.into_iter().filter(|row| !is_earlier(row)) {
        last = add(row, &mut rows);
    }
    let owed = facts.sum(|claim| claim.principal_left - claim.credit);
    let rest = owed - last;
    if !rest.is_zero() {
        let what = if rest.is_positive() {
            lang.pick(
                "À déduire des paiements\u{a0}: part imputée sur les pénalités et indemnités",
                "To be taken off the payments: part set against interest and fixed sums",
            )
        } else {
            lang.pick(
                "Remboursement qu’aucun paiement ne couvre, à vérifier",
                "Refund that no payment covers, to be checked",
            )
        };
        // Of the credits: the columns are of the principal alone, and it is no new debt.
        balance += rest;
        credits -= rest;
        rows.push(vec![
            String::new(),
            what.to_owned(),
            String::new(),
            facts.money(Amount::ZERO - rest),
            facts.money(balance),
        ]);
    }
    let as_of = format::date(lang, facts.as_of());
    let caption = match from.map(|from| format::date(lang, from)) {
        None => lang.pick(format!("Opérations jusqu’au {as_of}"), format!("Movements up to {as_of}")),
        Some(from) => {
            lang.pick(format!("Opérations du {from} au {as_of}"), format!("Movements from {from} to {as_of}"))
        }
    };
    let head = lang.pick(
        ["Date", "Opération", "Débit", "Crédit", "Solde"],
        ["Date", "Movement", "Debit", "Credit", "Balance"],
    );
    let totals = lang.pick("Total en principal", "Total principal").to_owned();
    let total = vec![String::new(), totals, facts.money(debits), facts.money(credits), facts.money(balance)];
    Table { total: Some(total), ..table(caption, &head, rows, 2) }
}

/// Every invoice and every movement known on the day of the claims, case by case.
fn entries(facts: &PaperFacts<'_>) -> Vec<Row> {
    let lang = facts.lang;
    let named = facts.numbers_with_orders();
    let mut rows = Vec::new();
    for (case, claim) in facts.cases {
        let invoice = &case.invoice;
        let number = facts.number(&invoice.number);
        let (named, due) = (named(invoice), format::date_in_table(lang, invoice.due));
        let what = match (lang, invoice.later.is_empty()) {
            (crate::text::Lang::Fr, true) => format!("Facture n°\u{a0}{named}, échéance {due}"),
            (crate::text::Lang::Fr, false) => format!("Facture n°\u{a0}{named}, première échéance {due}"),
            (crate::text::Lang::En, true) => format!("Invoice {named}, due {due}"),
            (crate::text::Lang::En, false) => format!("Invoice {named}, first due {due}"),
        };
        rows.push(Row { date: invoice.issued, what, debit: invoice.amount, credit: Amount::ZERO });
        for movement in case.movements.iter().filter(|movement| movement.date <= claim.as_of) {
            rows.push(entry(facts, movement, &number));
        }
    }
    rows
}

fn entry(facts: &PaperFacts<'_>, movement: &Movement, number: &str) -> Row {
    let lang = facts.lang;
    let name = movements::kind(lang, movement.kind);
    let mut what = if facts.cases.len() > 1 {
        lang.pick(format!("{name}, facture n°\u{a0}{number}"), format!("{name}, invoice {number}"))
    } else {
        name.to_owned()
    };
    let reference = movement.reference.trim();
    if !reference.is_empty() {
        what = format!("{what} ({reference})");
    }
    let (debit, credit) = match movement.kind {
        MovementKind::Refund => (movement.amount, Amount::ZERO),
        kind if kind.is_waiver() => {
            // Given up beside the principal: told, and counted nowhere in this account.
            let sum = facts.money(movement.amount);
            what = lang.pick(
                format!("{what}\u{a0}: {sum}, hors principal"),
                format!("{what}: {sum}, beside the principal"),
            );
            if let Some(by) = movement.if_settled_by {
                let by = format::date(lang, by);
                what = lang.pick(
                    format!("{what}, si réglé au plus tard le {by}"),
                    format!("{what}, if settled by {by}"),
                );
            }
            (Amount::ZERO, Amount::ZERO)
        }
        _ => (Amount::ZERO, movement.amount),
    };
    Row { date: movement.date, what, debit, credit }
}

/// What is left of the principal, by how long ago it fell due.
pub(super) fn ageing(facts: &PaperFacts<'_>) -> Option<Block> {
    let lang = facts.lang;
    let head = lang.pick(
        ["Non échu", "1 à 30 jours", "31 à 60 jours", "61 à 90 jours", "Plus de 90 jours", "Total"],
        ["Not yet due", "1 to 30 days", "31 to 60 days", "61 to 90 days", "Over 90 days", "Total"],
    );
    let mut sums = [Amount::ZERO; 5];
    let all =
        facts.cases.iter().flat_map(|(_, claim)| claim.instalments.iter().map(move |one| (*claim, one)));
    for (claim, instalment) in all {
        let place = age(claim, instalment);
        if let Some(sum) = sums.get_mut(place) {
            *sum += instalment.left;
        }
    }
    if facts.cases.len() == 1 && sums.iter().filter(|sum| !sum.is_zero()).count() == 1 {
        return None;
    }
    let total: Amount = sums.iter().copied().sum();
    let row = sums.into_iter().chain([total]).map(|sum| facts.money(sum)).collect();
    let caption = lang.pick("Solde en principal, par ancienneté", "Outstanding principal, by age").to_owned();
    Some(Block::Table(table(caption, &head, vec![row], 0)))
}

/// The place of an instalment among the ages.
fn age(claim: &Claim, instalment: &InstalmentClaim) -> usize {
    let late = dates::days_between(instalment.due, claim.as_of);
    AGES.iter().position(|last| late <= *last).unwrap_or(AGES.len())
}

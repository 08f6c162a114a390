//! The invoices of a letter as a table: what each was, what was paid of it, what is left.

use super::context::{InvoiceText, TextContext};
use super::letter::{Table, cells};
use super::orders::numbered;
use crate::text::Lang;

/// Where the column of what is not due yet stands, before the balance.
const NOT_DUE_COLUMN: usize = 5;

/// The table.
pub(super) fn invoices(context: &TextContext) -> Table {
    let lang = context.lang;
    let mut head = cells(&lang.pick(
        ["Facture", "Émise le", "Échéance", "Montant TTC", "Payé ou déduit", "Reste dû"],
        ["Invoice", "Issued", "Due", "Amount incl. VAT", "Paid or credited", "Balance"],
    ));
    let some_not_due = context.invoices.iter().any(|invoice| !invoice.not_due.is_empty());
    if some_not_due {
        head.insert(NOT_DUE_COLUMN, lang.pick("À échoir", "Not yet due").to_owned());
    }
    let row = |invoice: &InvoiceText| {
        let deducted = if invoice.deducted.is_empty() { "–" } else { &invoice.deducted };
        let mut row = cells(&[
            &numbered(&invoice.number, &invoice.ordered),
            &invoice.issued_digits,
            &invoice.due_digits,
            &invoice.amount,
            deducted,
            &invoice.balance,
        ]);
        if some_not_due {
            let not_due = if invoice.not_due.is_empty() { "–" } else { &invoice.not_due };
            row.insert(NOT_DUE_COLUMN, not_due.to_owned());
        }
        row
    };
    let total = (context.several && !context.principal.is_empty()).then(|| {
        let mut total = vec![String::new(); head.len()];
        if let [first, .., last] = total.as_mut_slice() {
            *first = total_name(context);
            last.clone_from(&context.principal);
        }
        total
    });
    Table {
        caption: format!("{} {}", lang.pick("Situation arrêtée au", "Position as at"), context.as_of),
        note: String::new(),
        rows: context.invoices.iter().map(row).collect(),
        head,
        total,
        figures_from: 3,
    }
}

/// What the total of the invoices is of: what is contested stands in their balances, and is not asked for.
fn total_name(context: &TextContext) -> String {
    let lang = context.lang;
    let name = lang.pick("Total en principal", "Total principal");
    if context.invoices.iter().all(|invoice| invoice.disputed.is_empty()) {
        return name.to_owned();
    }
    match lang {
        Lang::Fr => format!("{name}, hors {} contestés", context.disputed),
        Lang::En => format!("{name}, leaving aside {} in dispute", context.disputed),
    }
}

//! What a letter asks for, part by part, as a table: its figures stand below one another, to the cent.

use super::context::TextContext;
use super::letter::{Table, cells};
use crate::base::Amount;
use crate::domain::event::Step;
use crate::text::format;
use crate::text::words::labels;

/// The account of a letter; of a note of penalties without the principal, which it does not ask for.
pub(super) fn account(context: &TextContext, step: Step) -> Table {
    let (lang, sums) = (context.lang, context.sums);
    let is_note = step == Step::PenaltyNote;
    let money = |amount| format::money(lang, amount, sums.currency);
    // A note names the law of each sum; a reminder does so in its next sentence.
    let resting = |name: &str, law: &str| {
        if law.is_empty() || !is_note { name.to_owned() } else { format!("{name} ({law})") }
    };
    let principal = if is_note { Amount::ZERO } else { sums.principal };
    let principal_name = if context.disputed.is_empty() {
        lang.pick("Principal restant dû", "Principal outstanding")
    } else {
        lang.pick("Principal non contesté", "Principal not in dispute")
    };
    let interest = labels::upper_first(&context.late_interest);
    let indemnity =
        lang.pick("Indemnité forfaitaire de recouvrement", "Fixed compensation for recovery costs");
    let parts = [
        (principal_name.to_owned(), principal),
        (resting(&interest, &context.running.law), sums.interest),
        (resting(indemnity, &context.running.law_indemnity), sums.indemnity),
    ];
    let whole = parts.iter().map(|(_, amount)| *amount).sum::<Amount>();
    let asked = if is_note { sums.penalties } else { sums.total };
    let mut rows: Vec<Vec<String>> = parts
        .into_iter()
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(name, amount)| vec![name, money(amount)])
        .collect();
    if asked < whole {
        let name = lang.pick(
            "À déduire, ce que je vous dois en retour (avoir ou trop-perçu)",
            "Less what I owe you in return (credit note or overpayment)",
        );
        rows.push(vec![name.to_owned(), format!("−{}", money(whole - asked))]);
    }
    let total = if is_note && asked == whole {
        lang.pick("Total de cette note", "Total of this statement")
    } else {
        lang.pick("Total à régler", "Total to be paid")
    };
    Table {
        // The sentence before it says what it is, and of which day.
        caption: String::new(),
        note: String::new(),
        head: cells(&["", ""]),
        rows,
        total: Some(vec![total.to_owned(), money(asked)]),
        figures_from: 1,
    }
}

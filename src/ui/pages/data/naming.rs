//! What a record is called where records are listed.

use super::trash;
use crate::app::record::Key;
use crate::domain::movement::MovementKind;
use crate::store::backup::compare::Label;
use crate::text::Lang;
use crate::text::words::{data, labels, restore, trash as trash_words};

/// Words of how many there are.
pub use crate::text::format::count;

/// A record by its key and what it is about.
pub fn record(lang: Lang, key: Key, label: &Label) -> String {
    let (words, restore) = (data::words(lang), restore::words(lang));
    let of_case = || {
        let client = labels::client_name(lang, &label.client);
        format!("{}{} · {client}", restore.invoice, label.number)
    };
    match key {
        Key::Profile => words.record_profile.to_owned(),
        Key::Settings => words.record_settings.to_owned(),
        Key::Rates => words.record_rates.to_owned(),
        Key::Policy => words.record_policy.to_owned(),
        Key::Templates => words.record_templates.to_owned(),
        Key::Unbilled => words.record_unbilled.to_owned(),
        Key::Stationery => words.record_stationery.to_owned(),
        Key::Assumptions => words.record_assumptions.to_owned(),
        Key::Client(_) => labels::client_name(lang, &label.client),
        Key::Case(_) => of_case(),
        Key::Plan(id) => format!("{}\u{a0}{id} · {}", words.record_plan, of_case()),
        Key::Trash(_) => {
            let thing = label.trashed.as_ref().map(|(item, currency)| trash::thing(lang, item, *currency));
            let of = (!label.number.is_empty()).then(of_case);
            let parts: Vec<String> = thing.into_iter().chain(of).filter(|part| !part.is_empty()).collect();
            format!("{}{}", restore.in_trash, parts.join(" · "))
        }
    }
}

/// A kind of movement.
pub fn movement(lang: Lang, kind: MovementKind) -> &'static str {
    let words = trash_words::words(lang);
    match kind {
        MovementKind::Payment => words.payment,
        MovementKind::CreditNote => words.credit_note,
        MovementKind::Discount => words.discount,
        MovementKind::InterestWaiver | MovementKind::CompensationWaiver => words.waiver,
        MovementKind::Refund => words.refund,
    }
}

/// How many, as the text of a list's length wants it.
pub fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

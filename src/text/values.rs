//! Fields of records and what is in them, as words, for where two versions of a record are held side by side.

use crate::base::dates::parse_iso;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::words::{dunning, evidence, fields, labels, limitation, movements};
use super::{Lang, format};
use crate::base::Amount;
use crate::domain::party::DebtorKind;

/// Letters of a value after which it is cut.
const LONGEST: usize = 120;

/// What a field is called, by its place in a record: `invoice.amount` is « Montant », `movements.5` « Mouvement n° 5 ».
#[must_use]
pub fn field(lang: Lang, place: &str) -> String {
    let words = fields::words(lang);
    let place = place.strip_prefix("invoice.").unwrap_or(place);
    if let Some((list, rest)) = place.split_once('.') {
        let (number, field) = rest.split_once('.').unwrap_or((rest, ""));
        let entry = match list {
            "movements" => words.movement,
            "events" => words.event,
            "acts" => words.act,
            "corrections" => return words.correction.to_owned(),
            _ => return field_word(lang, list).unwrap_or(place).to_owned(),
        };
        let of_entry = if field.is_empty() {
            String::new()
        } else {
            format!(", {}", labels::lower_first(field_word(lang, field).unwrap_or(field)))
        };
        return format!("{entry}{number}{of_entry}");
    }
    field_word(lang, place).unwrap_or(place).to_owned()
}

fn field_word(lang: Lang, name: &str) -> Option<&'static str> {
    let words = fields::words(lang);
    Some(match name {
        "name" => words.name,
        "kind" => words.kind,
        "contact" => words.contact,
        "address" => words.address,
        "email" => words.email,
        "phone" => words.phone,
        "siren" => words.siren,
        "notes" => words.notes,
        "city" => words.city,
        "iban" => words.iban,
        "bic" => words.bic,
        "cheque" => words.cheque,
        "pay_link" => words.pay_link,
        "body" => words.body,
        "insolvency" => words.insolvency,
        "client" => words.client,
        "number" => words.number,
        "issued" => words.issued,
        "due" => words.due,
        "terms" => words.terms,
        "amount" => words.amount,
        "currency" => words.currency,
        "subject" => words.subject,
        "order" => words.order,
        "service" => words.service,
        "later" => words.later,
        "contract" => words.contract,
        "allocation" => words.allocation,
        _ => return None,
    })
}

/// What is in a field, however long, from the text of its JSON; empty where there is nothing.
#[must_use]
pub fn whole(lang: Lang, raw: &str) -> String {
    match serde_json::from_str::<Value>(raw) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => parts(lang, &value).join(" · "),
        _ => plain(lang, raw),
    }
}

/// As [`whole`], cut where it is long.
#[must_use]
pub fn value(lang: Lang, raw: &str) -> String {
    let text = whole(lang, raw);
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

/// The values within one, without numbers that only the program uses.
fn parts(lang: Lang, value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "id")
            .flat_map(|(name, value)| match coded(lang, name, value) {
                Some(word) => vec![word],
                None => parts(lang, value),
            })
            .collect(),
        Value::Array(entries) => entries.iter().flat_map(|entry| parts(lang, entry)).collect(),
        Value::String(text) => vec![plain(lang, text)],
        Value::Null => Vec::new(),
        other => vec![other.to_string()],
    }
}

/// The word for a value that is one of a fixed list, by the field it stands in.
fn coded(lang: Lang, field: &str, value: &Value) -> Option<String> {
    let word = match field {
        "kind" => one_of(value)
            .map(|kind| movements::kind(lang, kind))
            .or_else(|| one_of(value).map(|kind| evidence::paper(lang, kind)))
            .or_else(|| one_of(value).map(|kind| limitation::act(lang, kind)))?,
        "channel" => dunning::channel(lang, one_of(value)?),
        "step" => dunning::step(lang, one_of(value)?),
        _ => return None,
    };
    Some(word.to_owned())
}

fn one_of<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

fn plain(lang: Lang, text: &str) -> String {
    if let Ok(day) = parse_iso(text) {
        return format::date(lang, day);
    }
    let is_amount =
        text.contains('.') && text.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
    let quoted = Value::from(text);
    if let Some(amount) = serde_json::from_value::<Amount>(quoted.clone()).ok().filter(|_| is_amount) {
        return format::number(lang, amount);
    }
    if let Ok(kind) = serde_json::from_value::<DebtorKind>(quoted) {
        return labels::kind(lang, kind).to_owned();
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_names() {
        assert_eq!(field(Lang::Fr, "invoice.amount"), "Montant");
        assert_eq!(field(Lang::En, "movements.5"), "Movement no.\u{a0}5");
        assert_eq!(field(Lang::Fr, "movements.5.amount"), "Mouvement n°\u{a0}5, montant");
        assert_eq!(field(Lang::Fr, "unheard_of"), "unheard_of");
    }

    #[test]
    fn values_are_read_by_people() {
        assert_eq!(value(Lang::Fr, "2026-03-15"), "15\u{a0}mars 2026");
        assert_eq!(value(Lang::En, "3480.00"), "3,480.00");
        assert_eq!(value(Lang::Fr, "consumer"), labels::kind(Lang::Fr, DebtorKind::Consumer));
        assert_eq!(value(Lang::Fr, "4 place du Marché"), "4 place du Marché");
        assert_eq!(
            value(Lang::En, r#"{"id":5,"kind":"payment","date":"2026-07-02","amount":"1000.00"}"#),
            "1,000.00 · 2\u{a0}July 2026 · Payment"
        );
        assert_eq!(
            value(Lang::Fr, r#"{"kind":"payment","channel":"registered-post","step":"first-reminder"}"#),
            "Recommandé · Paiement · Première relance"
        );
        assert_eq!(value(Lang::Fr, ""), "");
        assert!(value(Lang::Fr, &"é".repeat(500)).chars().count() == LONGEST + 1);
    }
}

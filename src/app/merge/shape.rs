//! How each place in a record is merged, and what its entries are called.

use serde_json::{Map, Value};

/// Facts that tell apart two movements, sendings, acts or offers which two devices gave the same number.
const IDENTITY: [&str; 8] = ["kind", "date", "amount", "step", "channel", "client", "name", "secret"];

/// Lists of which each entry is a thing of its own.
const LISTS: &[&str] = &[
    "movements",
    "events",
    "acts",
    "circumstances",
    "offers",
    "costs",
    "proceedings",
    "proofs",
    "cards",
    "corrections",
    "works",
    "templates",
    "goes_on",
    "notices",
];

/// How a place in a record is merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Field by field.
    Fields,
    /// Entry by entry.
    Entries,
    /// As one thing.
    Whole,
}

/// The way of a place, of which two sides have these values.
pub(super) fn shape(field: &str, sides: [Option<&Value>; 2]) -> Shape {
    let steps: Vec<&str> = field.split('.').collect();
    match steps.as_slice() {
        [list] if LISTS.contains(list) => Shape::Entries,
        [list, _] if LISTS.contains(list) => Shape::Fields,
        // A dispute lives on: a meeting set here and a promise noted there are no conflict.
        ["circumstances", _, "kind"] if !sides.iter().all(|side| is_dispute(*side)) => Shape::Whole,
        ["circumstances", _, "kind", "dispute", "life", "commitments"] => Shape::Entries,
        ["" | "invoice" | "outlook" | "shares"]
        | ["invoice", "contract"]
        | ["outlook", "chances" | "quotes" | "delays"]
        | ["circumstances", _, "kind"]
        | ["circumstances", _, "kind", "dispute"]
        | ["circumstances", _, "kind", "dispute", "life"]
        | ["circumstances", _, "kind", "dispute", "life", "commitments", _] => Shape::Fields,
        // The sums of a plan add up to what is owed: mixed, they would not.
        _ => Shape::Whole,
    }
}

fn is_dispute(value: Option<&Value>) -> bool {
    value.and_then(Value::as_object).is_some_and(|kind| kind.contains_key("dispute"))
}

pub(super) fn below(field: &str, name: &str) -> String {
    if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") }
}

pub(super) fn fields(value: Option<&Value>) -> Map<String, Value> {
    value.and_then(Value::as_object).cloned().unwrap_or_default()
}

pub(super) fn entries(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(super) fn id(entry: &Value) -> Option<u64> {
    entry.get("id").and_then(Value::as_u64)
}

/// What an entry is called: its number; for a notice about a plan, or its going on, its day, for a corrected rate its series and day.
pub(super) fn name(entry: &Value) -> String {
    match id(entry) {
        Some(id) => id.to_string(),
        None if entry.get("sent").is_some() => text(entry.get("sent")),
        None if entry.get("written").is_some() => text(entry.get("on")),
        None => format!("{}/{}", text(entry.get("series")), text(entry.get("from"))),
    }
}

pub(super) fn find<'a>(entries: &'a [Value], wanted: &Value) -> Option<&'a Value> {
    entries.iter().find(|entry| name(entry) == name(wanted))
}

/// Entries without a number are told by what they are about.
pub(super) fn is_same_thing(theirs: &Value, mine: &Value) -> bool {
    id(mine).is_none() || IDENTITY.iter().all(|field| theirs.get(field) == mine.get(field))
}

pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}

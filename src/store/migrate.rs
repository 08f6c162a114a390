//! Migrations: what a record of an older format becomes in ours, one pure function a step. A step is never changed once
//! its format was released; examples of every format are in `tests/fixtures`.

use std::borrow::Cow;

use serde_json::Value;

use super::SCHEMA;

/// What a step makes of the JSON of a record, given its key.
type Step = fn(&str, Value) -> Value;

/// The step from schema 1 to 2, from 2 to 3, and so on.
const STEPS: [Step; 1] = [same];

/// Schema 2 keeps records in another way (`codec`); what they say is the same.
fn same(_key: &str, record: Value) -> Value {
    record
}

/// The JSON of an older record as our format has it; none where it is no JSON, or of a format that never was.
///
/// Our own format, and a newer one, is left as it is: what we know of a newer one can be read, and nothing is written.
#[must_use]
pub fn migrate<'a>(schema: u32, key: &str, json: &'a str) -> Option<Cow<'a, str>> {
    if SCHEMA <= schema {
        return Some(Cow::Borrowed(json));
    }
    let first = usize::try_from(schema).ok()?.checked_sub(1)?;
    let mut record: Value = serde_json::from_str(json).ok()?;
    for step in STEPS.get(first..).unwrap_or_default() {
        record = step(key, record);
    }
    serde_json::to_string(&record).ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_step_from_every_format_to_the_next() {
        assert_eq!(STEPS.len() + 1, SCHEMA as usize);
    }

    #[test]
    fn an_older_record_keeps_what_it_says() {
        let json = r#"{"profile":{"name":"Claire"}}"#;
        assert_eq!(migrate(1, "profile", json).as_deref(), Some(json));
        assert_eq!(migrate(1, "profile", "{"), None);
        assert_eq!(migrate(SCHEMA + 1, "profile", json).as_deref(), Some(json));
        assert_eq!(migrate(0, "profile", json), None);
    }
}

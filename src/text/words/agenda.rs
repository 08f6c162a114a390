//! Placeholder until the sentences are there.
use crate::base::Currency;
use crate::domain::dunning::{Action, What};
use crate::text::Lang;
/// Reason.
#[must_use]
pub fn reason(lang: Lang, action: &Action, _currency: Currency) -> String {
    format!("{:?} {:?}", lang, action.why)
}
/// Verb.
#[must_use]
pub fn verb(lang: Lang, what: What) -> &'static str {
    what.step().map_or("Ouvrir", |step| super::dunning::step(lang, step))
}

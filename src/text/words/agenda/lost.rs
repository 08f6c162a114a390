//! A decision that nothing is owed: what is left, and until when.

use chrono::NaiveDate;

use crate::text::{Lang, format};

/// Why it is time to appeal it or to give the claim up; its time is known once it was served.
pub(super) fn why(lang: Lang, on: NaiveDate, by: Option<NaiveDate>) -> String {
    let on = format::date(lang, on);
    match by.map(|by| format::date(lang, by)) {
        None => lang.pick(
            format!(
                "Demande rejetée le {on}\u{a0}: ne plus rien réclamer. L’appel se décide vite, son délai part de la signification de la décision\u{a0}; sinon, passer la créance en perte."
            ),
            format!(
                "Dismissed on {on}: ask for nothing more. An appeal is soon decided on, its time runs from service of the decision; or else write the claim off."
            ),
        ),
        Some(by) => lang.pick(
            format!(
                "Demande rejetée le {on}\u{a0}: ne plus rien réclamer. Recours possible jusqu’à la fin du {by}\u{a0}; sinon, passer la créance en perte."
            ),
            format!(
                "Dismissed on {on}: ask for nothing more. It can be gone against until the end of {by}; or else write the claim off."
            ),
        ),
    }
}

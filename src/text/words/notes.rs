//! Words of the register of penalty notes.

use crate::domain::note_series::{Cancelled, Gone};
use crate::text::{Lang, format};

words! {
    register: "Registre des notes de pénalités", "Register of penalty notes";
    register_hint: "Chaque numéro de la série, avec ce qu’il est devenu. Un numéro annulé n’est jamais redonné.", "Every number of the series, with what became of it. A cancelled number is never given again.";
    number: "Numéro", "Number";
    state: "Ce qu’il est devenu", "What became of it";
    sent: "envoyée le ", "sent on ";
    in_trash: "note supprimée, à la corbeille depuis le ", "note deleted, in the trash since ";
    unknown: "numéro annulé, date non gardée", "number cancelled, day not kept";
}

/// Why a number of the series has no note any more: « numéro annulé le 3 novembre 2026 (note supprimée) ».
#[must_use]
pub fn cancelled(lang: Lang, one: &Cancelled) -> String {
    let day = format::date(lang, one.on);
    match one.why {
        Gone::Deleted => lang.pick(
            format!("numéro annulé le {day} (note supprimée)"),
            format!("number cancelled on {day} (note deleted)"),
        ),
        Gone::Erased => lang.pick(
            format!("numéro annulé le {day} (client effacé)"),
            format!("number cancelled on {day} (client erased)"),
        ),
        Gone::Archived => lang
            .pick(format!("note d’un dossier archivé le {day}"), format!("note of a case archived on {day}")),
    }
}

//! What the agenda says of a claim that was sold or given up.

use chrono::NaiveDate;

use super::say;
use crate::domain::proceeding::ProceedingKind;
use crate::text::{Lang, format};

/// It was sold or given up; `vat_back`: its VAT comes back.
pub(super) fn out(lang: Lang, kind: ProceedingKind, on: NaiveDate, vat_back: bool) -> String {
    let on = format::date(lang, on);
    let duplicate = lang.pick(
        " La TVA versée se récupère avec le duplicata de la facture, à envoyer au client.",
        " The VAT you paid comes back with the duplicate of the invoice, which is sent to the client.",
    );
    let duplicate = if vat_back { duplicate } else { "" };
    if kind == ProceedingKind::Sold {
        say(
            lang,
            || {
                format!(
                    "Créance cédée le {on} : elle est à un autre, et ne compte plus dans ce qui vous est dû."
                )
            },
            || format!("Claim sold on {on}: it is another’s, and counts no longer in what you are owed."),
        )
    } else {
        say(
            lang,
            || {
                format!(
                    "Passée en perte le {on} : elle ne compte plus dans ce qui vous est dû.{duplicate} Supprimer la perte la rouvre."
                )
            },
            || {
                format!(
                    "Written off on {on}: it counts no longer in what you are owed.{duplicate} Deleting the loss opens it again."
                )
            },
        )
    }
}

//! Names of movements, of what became of a waiver on condition, and the words of their form.

use crate::domain::claim::Outcome;
use crate::domain::movement::MovementKind;
use crate::text::Lang;

words! {
    title: "Mouvements", "Movements";
    none: "Aucun paiement, avoir ni remise.", "No payment, credit note or discount.";
    add: "Noter un mouvement", "Note a movement";
    kind_label: "Nature", "Kind";
    amount: "Montant", "Amount";
    date: "Date", "Date";
    reference: "Référence", "Reference";
    save: "Noter", "Note it";
    delete: "Supprimer ce mouvement", "Delete this movement";
    all_of_it: "Tout ce qui reste dû à ce titre", "All that is owed under this head";
    conditional: "Seulement si tout le principal est réglé à temps", "Only if the whole principal is settled in time";
    settled_by: "Réglé au plus tard le", "Settled by";
    settled_by_hint: "L’abandon portera sur tout ce qui restera dû à ce titre le jour du règlement, quel que soit le montant noté. Passé ce jour, il ne compte plus et tout reste dû.", "It will cover all that is owed under this head on the day of settlement, whatever the amount noted. After that day it no longer counts and all is owed.";
    of_plan: "Une somme de l’échéancier : la répartir entre ses factures", "A sum of the payment plan: share it out between its invoices";
    settled_by_row: "tout ce qui reste à ce titre, si réglé au plus tard le ", "all that is left under this head, if settled by ";
    unmatched: "Un remboursement dépasse ce qui avait été reçu : vérifiez les dates et les montants.", "More was given back than had been received: check dates and amounts.";
}

/// What a movement is.
#[must_use]
pub fn kind(lang: Lang, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Payment => lang.pick("Paiement", "Payment"),
        MovementKind::CreditNote => lang.pick("Avoir", "Credit note"),
        MovementKind::Discount => lang.pick("Remise", "Discount"),
        MovementKind::InterestWaiver => lang.pick("Abandon de pénalités", "Penalties given up"),
        MovementKind::CompensationWaiver => {
            lang.pick("Abandon de l’indemnité", "Fixed compensation given up")
        }
        MovementKind::Refund => lang.pick("Remboursement ou rejet", "Refund or bounced payment"),
    }
}

/// What the user should know of a kind of movement before noting one.
#[must_use]
pub fn hint(lang: Lang, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Payment => {
            lang.pick("Le jour où l’argent est sur votre compte.", "The day the money is on your account.")
        }
        MovementKind::CreditNote => lang.pick(
            "Un avoir que vous avez émis : il réduit le principal à sa date.",
            "A credit note you issued: it reduces the principal on its date.",
        ),
        MovementKind::Discount => lang.pick(
            "Ce que vous renoncez à demander du principal, escompte compris.",
            "What you no longer ask for of the principal, early-payment discount included.",
        ),
        MovementKind::InterestWaiver => lang.pick(
            "Les pénalités ou intérêts que vous renoncez à demander.",
            "Penalties or interest you no longer ask for.",
        ),
        MovementKind::CompensationWaiver => {
            lang.pick("Les 40 € que vous renoncez à demander.", "The 40 € you no longer ask for.")
        }
        MovementKind::Refund => lang.pick(
            "Ce que vous avez rendu, ou un chèque ou prélèvement rejeté : la dette revient.",
            "What you gave back, or a cheque or direct debit that bounced: the debt comes back.",
        ),
    }
}

/// What became of a waiver on condition.
#[must_use]
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => lang.pick("condition remplie", "condition met"),
        Outcome::Pending => {
            lang.pick("en attente : tout reste dû d’ici là", "pending: all is owed meanwhile")
        }
        Outcome::Lapsed => lang.pick("caduc : tout reste dû", "lapsed: all is owed"),
    }
}

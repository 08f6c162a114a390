//! Words of payment plans.

use crate::app::update::Refusal;

/// Why a command about a plan was refused, in French and in English.
#[must_use]
pub fn refusal(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::PlanRuns => (
            "Un échéancier signé court déjà sur cette facture. Terminez-le d’abord.",
            "A signed plan already runs on this invoice. End it first.",
        ),
        Refusal::PlanNotOpen => (
            "Cet échéancier n’est plus une proposition : il est signé ou terminé.",
            "This plan is no longer a proposal: it is signed or ended.",
        ),
        Refusal::PlanNotRunning => (
            "Cet échéancier ne court pas : il n’est pas signé, ou il est terminé.",
            "This plan does not run: it is not signed, or has ended.",
        ),
        Refusal::PlanNotPaid => (
            "Il reste une échéance à recevoir. Notez d’abord les paiements.",
            "Something of the plan is still to come. Note the payments first.",
        ),
        Refusal::SignedBeforeProposed => (
            "La signature ne peut pas précéder la proposition.",
            "It cannot be signed before it was proposed.",
        ),
        _ => (
            "Un échéancier porte sur des factures d’un seul client, dans une seule monnaie, et sur une somme à payer.",
            "A plan is about invoices of one client, in one currency, and about something to pay.",
        ),
    }
}

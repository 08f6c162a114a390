//! What to do about something that is missing for a proceeding.

use crate::domain::proceeding::ProceedingKind;
use crate::domain::recovery::Condition;
use crate::text::Lang;

/// What to do, in a sentence or two.
#[must_use]
pub fn what_to_do(lang: Lang, kind: ProceedingKind, missing: Condition) -> &'static str {
    match missing {
        Condition::SmallClaim => lang.pick(
            "Demandez plutôt une injonction de payer\u{a0}: elle n’a pas de plafond.",
            "Ask for an order for payment instead: it has no upper limit.",
        ),
        Condition::NotPublic => lang.pick(
            "Un organisme public se poursuit devant le tribunal administratif\u{a0}: notez un référé-provision ou une action au fond.",
            "A public body is sued before the administrative court: note summary proceedings or a claim in court.",
        ),
        Condition::InFrance if kind.is_suit() => lang.pick(
            "Un tribunal français n’est pas toujours compétent\u{a0}: vérifiez la clause de votre contrat, ou demandez à un avocat.",
            "A French court is not always the right one: check your contract, or ask a lawyer.",
        ),
        Condition::InFrance => lang.pick(
            "Dans un autre pays de l’Union, il y a l’injonction de payer européenne\u{a0}; ailleurs, un avocat sur place.",
            "In another country of the Union there is the European order for payment; elsewhere, a lawyer on the spot.",
        ),
        Condition::Solvent => lang.pick(
            "Personne ne poursuit seul après le jugement (C. com. art. L622-21)\u{a0}: déclarez la créance.",
            "Nobody sues alone after the judgment (C. com. art. L622-21): lodge the claim.",
        ),
        Condition::Due => lang.pick(
            "On ne poursuit pas une somme qui n’est pas échue\u{a0}: vérifiez la date, ou attendez.",
            "A sum that is not due is not sued for: check the day, or wait.",
        ),
        Condition::InTime => lang.pick(
            "Le juge ne relève pas la prescription de lui-même entre professionnels (C. civ. art. 2247, à vérifier), mais le débiteur le fera. Notez d’abord ce qui l’a interrompue\u{a0}: reconnaissance, paiement, acte de procédure.",
            "Between professionals a court does not raise it by itself (C. civ. art. 2247, to be checked), but the debtor will. Note first what interrupted it: an acknowledgement, a payment, an act in court.",
        ),
        Condition::Contacted => lang.pick(
            "Relancez d’abord, par écrit\u{a0}: le juge demande ce que vous avez tenté (CPC art. 54 et 750-1).",
            "Send a reminder first, in writing: the court asks what you tried (CPC art. 54 and 750-1).",
        ),
        Condition::NoticeOver => lang.pick(
            "Envoyez d’abord une mise en demeure et laissez passer son délai. La loi n’en fait pas une condition, mais le juge s’attend à la voir.",
            "Send a formal notice first and let its time run. The law makes no condition of it, but the court expects to see one.",
        ),
        Condition::Conciliated => lang.pick(
            "Un conciliateur de justice est gratuit. Sans cette étape, la demande peut être déclarée irrecevable.",
            "A conciliateur de justice costs nothing. Without that step the claim may be inadmissible.",
        ),
        Condition::Uncontested => lang.pick(
            "Ce qui est contesté mène à une opposition ou à un refus\u{a0}: répondez d’abord au litige, ou agissez au fond.",
            "What is contested leads to an opposition or a refusal: answer the dispute first, or sue on the merits.",
        ),
        _ => lang.pick("Menez-le d’abord à son terme.", "See it through first."),
    }
}

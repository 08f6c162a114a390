//! What to do about something that is missing for a proceeding.

use crate::domain::party::DebtorKind;
use crate::domain::proceeding::ProceedingKind;
use crate::domain::recovery::Condition;
use crate::text::Lang;

/// What to do, in a sentence or two.
#[must_use]
pub fn what_to_do(lang: Lang, kind: ProceedingKind, missing: Condition, debtor: DebtorKind) -> &'static str {
    let is_administrative = debtor == DebtorKind::Public && kind.is_suit();
    match missing {
        Condition::Contacted if is_administrative => lang.pick(
            "Demandez d’abord le paiement par écrit\u{a0}: le tribunal administratif se saisit après une demande restée sans effet (CJA art. R421-1, à vérifier).",
            "Ask for the payment in writing first: the administrative court is gone to after a request that had no effect (CJA art. R421-1, to be checked).",
        ),
        Condition::InTime if is_administrative => lang.pick(
            "L’administration peut opposer la prescription quadriennale (loi n°\u{a0}68-1250, à vérifier). Notez d’abord ce qui l’a interrompue\u{a0}: demande écrite, reconnaissance, paiement.",
            "The body may raise the four-year limitation (act no. 68-1250, to be checked). Note first what interrupted it: a written request, an acknowledgement, a payment.",
        ),
        Condition::SmallClaim => lang.pick(
            "Demandez plutôt une injonction de payer\u{a0}: elle n’a pas de plafond.",
            "Ask for an order for payment instead: it has no upper limit.",
        ),
        Condition::NotPublic => lang.pick(
            "Un organisme public se poursuit devant le tribunal administratif\u{a0}: notez un référé-provision ou une action au fond.",
            "A public body is sued before the administrative court: note summary proceedings or a claim in court.",
        ),
        Condition::Untitled => lang.pick(
            "Confiez ce titre à un commissaire de justice. S’il n’est que provisoire (référé) ou ne vaut que pour une autre part de la créance, demandez d’abord à un avocat ce qu’une nouvelle demande apporterait.",
            "Give this title to an enforcement officer. If it is only provisional (summary proceedings) or is about another part of the claim, ask a lawyer first what a new claim would bring.",
        ),
        Condition::InUnion => lang.pick(
            "En France, l’injonction de payer ordinaire va plus vite\u{a0}; au Danemark ou hors de l’Union, un avocat sur place.",
            "In France the ordinary order for payment is quicker; in Denmark or outside the Union, a lawyer on the spot.",
        ),
        Condition::FrenchCourt => lang.pick(
            "Un tribunal français n’est pas toujours compétent\u{a0}: vérifiez la clause de votre contrat, ou demandez à un avocat.",
            "A French court is not always the right one: check your contract, or ask a lawyer.",
        ),
        Condition::InFrance => lang.pick(
            "Dans un autre pays de l’Union, Danemark excepté, notez une injonction de payer européenne\u{a0}; ailleurs, un avocat sur place.",
            "In another country of the Union but Denmark, note a European order for payment; elsewhere, a lawyer on the spot.",
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
        Condition::Undecided => lang.pick(
            "Faites appel si le délai court encore\u{a0}; sinon, passez la créance en perte. Un avocat dit si une autre demande reste possible.",
            "Appeal if there is still time; or else write the claim off. A lawyer says whether another claim is still possible.",
        ),
        Condition::Untried => lang.pick(
            "Rien ne l’interdit, mais cherchez d’abord ce qui a changé depuis.",
            "Nothing forbids it, but ask first what has changed since.",
        ),
        Condition::Uncontested => lang.pick(
            "Ce qui est contesté mène à une opposition ou à un refus\u{a0}: répondez d’abord au litige, ou agissez au fond.",
            "What is contested leads to an opposition or a refusal: answer the dispute first, or sue on the merits.",
        ),
        _ => lang.pick("Menez-le d’abord à son terme.", "See it through first."),
    }
}

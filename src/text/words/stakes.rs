//! Words of what is at stake: penalties as a claim of their own, the claim three ways, what changed.

use crate::domain::difference::ClaimPart;
use crate::domain::three_way::Concession;
use crate::text::Lang;

words! {
    penalties: "Pénalités et indemnité", "Penalties and compensation";
    penalties_of_consumer: "Intérêts", "Interest";
    arisen: "Dues", "Arisen";
    asked: "Demandées", "Asked for";
    not_asked: "pas encore demandées", "not asked for yet";
    waived: "Abandonnées", "Given up";
    paid: "Payées", "Paid";
    left: "Restent dues", "Still owed";
    instalments: "Échéances", "Instalments";
    instalment_due: "Échéance", "Due date";
    instalment_amount: "Montant", "Amount";
    instalment_left: "Reste à payer", "Left to pay";
    instalment_interest: "Intérêts courus", "Interest accrued";
    not_due: "À échoir", "Not due yet";
    three_ways: "Réclamer moins, réclamer plus", "Claim less, claim more";
    least: "Le moins", "The least";
    least_text: "le principal seul", "the principal alone";
    standard: "Ce dossier", "This case";
    standard_text: "ce que disent vos textes", "what your texts say";
    most: "Le plus", "The most";
    most_text: "tout ce que la loi permet", "all the law allows";
    price: "Ce que coûte chaque geste", "What each concession costs";
    grace: "Trente jours de plus sans intérêts", "Thirty more days without interest";
    compare: "Comparer avec une autre date", "Compare with another day";
    compare_on: "Chiffres du", "Figures of";
    compare_hint: "Ce que les mêmes faits donnaient, ou donneront, ce jour-là.", "What the same facts came to, or will come to, on that day.";
    compare_none: "Rien ne change entre ces deux jours.", "Nothing changes between these two days.";
    compare_rates: "Comparer avec la table des taux d’origine", "Compare with the built-in rate table";
    compare_rates_hint: "Ce que donneraient les mêmes faits sans vos corrections ni la table importée.", "What the same facts would come to without your corrections or the imported table.";
    line: "Ligne", "Line";
    before: "Ce jour-là", "That day";
    builtin: "Table d’origine", "Built-in table";
    after: "Aujourd’hui", "Today";
    change: "Écart", "Change";
    since_sent: "Depuis cet envoi : ", "Since this sending: ";
    annex: "Copier le décompte détaillé", "Copy the detailed working";
}

/// Something given away.
#[must_use]
pub fn concession(lang: Lang, concession: Concession) -> &'static str {
    match concession {
        Concession::ContractRate => lang.pick(
            "Garder le taux du contrat, sous le plancher légal",
            "Keeping the contract rate, under the legal floor",
        ),
        Concession::PrincipalFirst => lang.pick(
            "Imputer les paiements d’abord sur le principal",
            "Setting payments against the principal first",
        ),
        Concession::FixedSum => {
            lang.pick("Renoncer à l’indemnité forfaitaire", "Dropping the fixed compensation")
        }
        Concession::Interest => lang.pick("Renoncer aux pénalités", "Dropping the interest"),
    }
}

/// A part of a claim.
#[must_use]
pub fn part(lang: Lang, part: ClaimPart) -> &'static str {
    match part {
        ClaimPart::Principal => lang.pick("Principal", "Principal"),
        ClaimPart::Interest => lang.pick("Pénalités ou intérêts", "Interest"),
        ClaimPart::Indemnity => lang.pick("Indemnité forfaitaire", "Fixed compensation"),
        ClaimPart::Total => lang.pick("Total", "Total"),
    }
}

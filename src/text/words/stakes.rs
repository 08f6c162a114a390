//! Words of what is at stake: penalties as a claim of their own, the claim three ways, what changed.

use crate::base::{Amount, Currency};
use crate::domain::difference::ClaimPart;
use crate::domain::three_way::Concession;
use crate::text::{Lang, format};

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

/// What is asked for while a part is contested, and what is reserved with it: the part, what goes on being asked for with
/// the penalties in it, and the penalties that wait.
#[must_use]
pub fn beside_dispute(
    lang: Lang,
    [contested, asked, with_it, reserved]: [Amount; 4],
    currency: Currency,
) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let contested = money(contested);
    let mut text = if asked.is_zero() {
        lang.pick(
            format!("{contested} sont contestés\u{a0}: rien n’est demandé tant que dure ce désaccord."),
            format!("{contested} is contested: nothing is asked for while that lasts."),
        )
    } else {
        let asked = money(asked);
        lang.pick(
            format!("{contested} sont contestés. Sans cette part, les textes demandent {asked}"),
            format!("{contested} is contested. Without that part, the texts ask for {asked}"),
        )
    };
    if !asked.is_zero() {
        if with_it.is_positive() {
            let with_it = money(with_it);
            text.push_str(&lang.pick(
                format!(", dont {with_it} en raison du retard"),
                format!(", {with_it} of it for being late"),
            ));
        }
        text.push('.');
    }
    if reserved.is_positive() {
        let reserved = money(reserved);
        text.push_str(&lang.pick(
            format!(" Ce que coûte le retard de la part contestée, {reserved}, est réservé."),
            format!(" What the lateness of the contested part costs, {reserved}, is reserved."),
        ));
    }
    text
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_beside_a_dispute_is_told_with_what_is_reserved() {
        let said = |lang, cents: [i64; 4]| {
            beside_dispute(lang, cents.map(Amount::from_cents), Currency::EUR)
                .replace(['\u{a0}', '\u{202f}'], "~")
        };
        assert_eq!(
            said(Lang::Fr, [40_000, 234_567, 26_567, 3_456]),
            "400,00~€ sont contestés. Sans cette part, les textes demandent 2~345,67~€, dont 265,67~€ en raison du retard. \
             Ce que coûte le retard de la part contestée, 34,56~€, est réservé."
        );
        assert_eq!(
            said(Lang::En, [40_000, 0, 0, 0]),
            "€400.00 is contested: nothing is asked for while that lasts."
        );
    }
}

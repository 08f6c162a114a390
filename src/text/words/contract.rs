//! Words of a contract: the law it is under, how days are counted, what it adds.

use crate::domain::claim::DayCount;
use crate::domain::contract::Law;
use crate::text::Lang;

words! {
    title: "Contrat et loi applicable", "Contract and law";
    law: "Loi applicable", "Law";
    currency: "Monnaie", "Currency";
    rate: "Taux du contrat", "Contract rate";
    rate_hint: "12,15 %, ou « 3 fois le taux légal ». Vide : le taux de la loi.", "12.15%, or “3 times the legal rate”. Empty: the rate of the law.";
    fixed_sum: "Indemnité fixe", "Fixed sum";
    day_count: "Décompte des jours", "Day count";
    capitalises: "Le contrat prévoit la capitalisation des intérêts dus pour une année entière (C. civ. art. 1343-2)", "The contract capitalises interest due for a whole year (C. civ. art. 1343-2)";
    capitalises_short: "Capitalisation", "Capitalisation";
    capitalises_yes: "intérêts dus pour une année entière", "interest due for a whole year";
    periodic: "Facture périodique ou récapitulative", "Periodic invoice";
    currency_other: "La loi fixe son indemnité dans une autre monnaie : elle n’est pas ajoutée.", "The law fixes its compensation in another currency: it is not added.";
}

/// A law, by the country it is of.
#[must_use]
pub fn law(lang: Lang, law: Law) -> &'static str {
    match law {
        Law::French => lang.pick("France", "France"),
        Law::European => {
            lang.pick("Autre pays de l’Union européenne", "Another country of the European Union")
        }
        Law::Belgian => lang.pick("Belgique", "Belgium"),
        Law::Luxembourg => lang.pick("Luxembourg", "Luxembourg"),
        Law::German => lang.pick("Allemagne", "Germany"),
        Law::British => lang.pick("Royaume-Uni", "United Kingdom"),
        Law::Swiss => lang.pick("Suisse", "Switzerland"),
        Law::Plain => lang.pick("Aucune : calcul libre", "None: plain calculation"),
    }
}

/// What a law says, its source, what is not confirmed, and for whom it is not meant.
#[must_use]
pub fn about(lang: Lang, law: Law) -> &'static str {
    match law {
        Law::French => lang.pick(
            "Code de commerce art. L441-10 entre professionnels, Code civil art. 1231-6 pour un particulier, Code de la commande publique pour un acheteur public. C’est la loi du vendeur établi en France quand le contrat n’en choisit pas d’autre. Lu en novembre 2026.",
            "C. com. art. L441-10 between professionals, C. civ. art. 1231-6 for a consumer, the Public Procurement Code for a public buyer. It is the law of a seller established in France where the contract chooses no other. Read in November 2026.",
        ),
        Law::European => lang.pick(
            "Le minimum de la directive 2011/7/UE : BCE + 8 points et 40 €. La loi du pays peut donner plus : à vérifier. Pas pour un particulier. Lu en novembre 2026.",
            "The minimum of directive 2011/7/EU: ECB + 8 points and €40. The law of the country may give more: to be checked. Not for a consumer. Read in November 2026.",
        ),
        Law::Belgian => lang.pick(
            "Loi du 2 août 2002 : taux publié au Moniteur belge chaque semestre (BCE + 8 points, arrondi au demi-point supérieur) et 40 €. Entre entreprises et envers le secteur public, pas pour un particulier. Lu en novembre 2026.",
            "Act of 2 August 2002: rate published every half-year in the Moniteur belge (ECB + 8 points, rounded up to the half point) and €40. Between businesses and towards public bodies, not for a consumer. Read in November 2026.",
        ),
        Law::Luxembourg => lang.pick(
            "Loi modifiée du 18 avril 2004 : BCE + 8 points et 40 €. À confirmer : le taux publié au Luxembourg pour 2026 n’a pas été lu. Pas pour un particulier.",
            "Act of 18 April 2004 as amended: ECB + 8 points and €40. To be confirmed: the rate published in Luxembourg for 2026 was not read. Not for a consumer.",
        ),
        Law::German => lang.pick(
            "§ 288 BGB : taux de base + 9 points et 40 € entre entreprises, + 5 points et aucune indemnité pour un particulier. À confirmer : le taux de base du 2e semestre 2026 est calculé, non lu.",
            "§ 288 BGB: base rate + 9 points and €40 between businesses, + 5 points and no fixed sum for a consumer. To be confirmed: the base rate of the second half of 2026 is computed, not read.",
        ),
        Law::British => lang.pick(
            "Loi de 1998 sur les retards de paiement : taux de la Banque d’Angleterre de la veille du semestre + 8 points, fixé pour toute la dette, et 40, 70 ou 100 £. À confirmer : le taux après juin 2026. Entre entreprises, pas pour un particulier.",
            "Late Payment of Commercial Debts (Interest) Act 1998: Bank Rate on the eve of the half-year + 8 points, fixed for the whole debt, and £40, £70 or £100. To be confirmed: the rate after June 2026. Between businesses, not for a consumer.",
        ),
        Law::Swiss => lang.pick(
            "CO art. 104 : 5 % par an dès l’échéance convenue, ou dès l’interpellation si vous en notez la réception. Aucune indemnité. Lu de mémoire : à confirmer.",
            "CO art. 104: 5% a year from the agreed due date, or from the request for payment where you note its receipt. No fixed sum. From memory: to be confirmed.",
        ),
        Law::Plain => lang.pick(
            "Le taux et l’indemnité que vous entrez, sans aucun contrôle de la loi.",
            "The rate and the fixed sum you enter, held against no law.",
        ),
    }
}

/// How days and years are counted.
#[must_use]
pub fn day_count(lang: Lang, day_count: DayCount) -> &'static str {
    match day_count {
        DayCount::Actual365 => lang.pick("Jours réels sur 365 (la règle)", "Actual days over 365 (the rule)"),
        DayCount::ActualActual => lang.pick("Jours réels sur 365 ou 366", "Actual days over 365 or 366"),
        DayCount::Actual360 => lang.pick("Jours réels sur 360", "Actual days over 360"),
        DayCount::Thirty360 => lang.pick("Mois de 30 jours sur 360", "Months of 30 days over 360"),
    }
}

//! What to think twice about before a payment plan is proposed.

use crate::base::Currency;
use crate::domain::plan::caution::Caution;
use crate::text::{Lang, format};

/// Days off that are named before the rest is counted.
const SHOWN: usize = 3;

/// Something to think twice about, in a sentence or two.
#[must_use]
pub fn caution(lang: Lang, caution: &Caution, currency: Currency) -> String {
    let date = |day| format::date(lang, day);
    let money = |amount| format::money(lang, amount, currency);
    match (caution, lang) {
        (Caution::Contested { amount }, Lang::Fr) => format!(
            "{} sont contestés : qui signe un échéancier reconnaît tout ce qu’il couvre, et le protocole attend la fin du litige. Réglez-le d’abord, ou n’étalez que le reste.",
            money(*amount)
        ),
        (Caution::Contested { amount }, Lang::En) => format!(
            "{} is contested: who signs a plan owns to all it covers, and the agreement waits for the end of the dispute. Settle that first, or spread the rest alone.",
            money(*amount)
        ),
        (Caution::AnswerAfterFirst { first, answer_by }, Lang::Fr) => format!(
            "La première échéance, le {}, vient avant la réponse attendue le {} : repoussez l’une ou avancez l’autre.",
            date(*first),
            date(*answer_by)
        ),
        (Caution::AnswerAfterFirst { first, answer_by }, Lang::En) => format!(
            "The first instalment, on {}, comes before the answer expected by {}: move one of them.",
            date(*first),
            date(*answer_by)
        ),
        (Caution::BeforeDue { first, due }, Lang::Fr) => format!(
            "La première échéance, le {}, vient avant celle de la facture, le {}\u{a0}: le client n’a rien à payer jusque-là.",
            date(*first),
            date(*due)
        ),
        (Caution::BeforeDue { first, due }, Lang::En) => format!(
            "The first instalment, on {}, comes before the invoice is due, on {}: the client has nothing to pay until then.",
            date(*first),
            date(*due)
        ),
        (Caution::OnlyOne, _) => lang
            .pick(
                "Une seule échéance : c’est un délai, pas un paiement en plusieurs fois. Noter une promesse suffit, sauf si vous voulez une reconnaissance de dette signée.",
                "A single instalment: that is more time, not payment in parts. Noting a promise is enough, unless you want a signed acknowledgement of the debt.",
            )
            .to_owned(),
        (Caution::OverTwoYears { limit, .. }, Lang::Fr) => format!(
            "Plus de 24 mois : un juge n’accorderait pas de délai au-delà du {} (C. civ. art. 1343-5).",
            date(*limit)
        ),
        (Caution::OverTwoYears { limit, .. }, Lang::En) => format!(
            "Over 24 months: a court would give no time beyond {} (C. civ. art. 1343-5).",
            date(*limit)
        ),
        (Caution::BeyondLimitation { expires }, Lang::Fr) => format!(
            "L’action se prescrit le {} : faites signer l’échéancier avant, la signature la fait repartir.",
            date(*expires)
        ),
        (Caution::BeyondLimitation { expires }, Lang::En) => format!(
            "The claim can be sued for until {} only: have the plan signed before, which starts the time again.",
            date(*expires)
        ),
        (Caution::Many { count }, Lang::Fr) => format!(
            "{count} échéances : autant de virements à attendre un par un. Moins nombreuses et plus fortes, elles se suivent et se tiennent mieux."
        ),
        (Caution::Many { count }, Lang::En) => format!(
            "{count} instalments: as many transfers to wait for one by one. Fewer and larger ones are easier to follow and to keep."
        ),
        (Caution::TinyLast { last, regular }, Lang::Fr) => format!(
            "La dernière échéance n’est que de {}, contre {} pour les autres : ajoutez-la à l’avant-dernière.",
            money(*last),
            money(*regular)
        ),
        (Caution::TinyLast { last, regular }, Lang::En) => format!(
            "The last instalment is only {}, the others are {}: add it to the one before.",
            money(*last),
            money(*regular)
        ),
        (Caution::OffDays { days }, _) => {
            let mut named: Vec<String> =
                days.iter().take(SHOWN).map(|day| format::date_with_weekday(lang, *day)).collect();
            if let rest @ 1.. = days.len().saturating_sub(SHOWN) {
                let (one, many) = lang.pick(("autre jour", "autres jours"), ("other day", "other days"));
                named.push(format::count(lang, i64::try_from(rest).unwrap_or(i64::MAX), one, many));
            }
            let days = format::list(lang, &named);
            lang.pick(format!("Sans banque ce jour-là : {days}."), format!("No bank works on {days}."))
        }
    }
}

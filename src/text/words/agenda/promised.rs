//! What the agenda says of promises to pay.

use chrono::NaiveDate;

use super::say;
use crate::base::Currency;
use crate::domain::dunning::Promised;
use crate::text::words::dunning;
use crate::text::{Lang, format};

/// « 1 820,00 € promis pour le 18 novembre par Mme Le Goff, au téléphone ».
pub(super) fn promise(lang: Lang, promised: &Promised, currency: Currency) -> String {
    let amount = format::money(lang, promised.amount, currency);
    let by = format::date(lang, promised.by);
    let how = dunning::by_channel(lang, promised.channel);
    let who = promised.who.trim();
    match (lang, who.is_empty()) {
        (Lang::Fr, true) => format!("{amount} promis pour le {by}, {how}"),
        (Lang::Fr, false) => format!("{amount} promis pour le {by} par {who}, {how}"),
        (Lang::En, true) => format!("{amount} promised for {by}, {how}"),
        (Lang::En, false) => format!("{amount} promised for {by} by {who}, {how}"),
    }
}

/// A promise was not kept, after so many others that were not.
pub(super) fn broken(lang: Lang, before: usize) -> String {
    let said = match (before, lang) {
        (0, Lang::Fr) => "Promesse non tenue",
        (0, Lang::En) => "Promise not kept",
        (1, Lang::Fr) => "Deuxième promesse non tenue",
        (1, Lang::En) => "Second promise not kept",
        (2, Lang::Fr) => "Troisième promesse non tenue",
        (2, Lang::En) => "Third promise not kept",
        (more, Lang::Fr) => return format!("{}e promesse non tenue", more + 1),
        (more, Lang::En) => return format!("Promise not kept, after {more} others that were not"),
    };
    said.to_owned()
}

/// A promise that runs, what is left beside it, and what to do until its day.
pub(super) fn running(lang: Lang, promised: &Promised, currency: Currency, today: NaiveDate) -> String {
    let sentence = promise(lang, promised, currency);
    let (nth, all) = promised.of;
    let part = match (all, lang) {
        (..=1, _) => String::new(),
        (_, Lang::Fr) => format!(" (versement {nth} sur {all})"),
        (_, Lang::En) => format!(" (instalment {nth} of {all})"),
    };
    let wait = if today < promised.by {
        lang.pick("Rien à faire d’ici là.", "Nothing to do until then.")
    } else {
        lang.pick("Vérifier la banque.", "Look at the bank.")
    };
    let rest = promised.rest.is_positive().then(|| {
        let rest = format::money(lang, promised.rest, currency);
        say(
            lang,
            || format!(" Le solde de {rest} sera redemandé ensuite."),
            || format!(" The remaining {rest} will be asked for after that."),
        )
    });
    format!("{sentence}{part}. {wait}{}", rest.unwrap_or_default())
}

//! Words of costs: what was spent on a claim, held against it.

use super::agenda::say;
use super::recovery::{about, percent};
use crate::base::{Currency, Percent};
use crate::domain::cost::{Cost, CostKind, Level, Spending};
use crate::text::words::dunning;
use crate::text::{Lang, format};

words! {
    title: "Ce que cette facture vous coûte", "What this invoice costs you";
    nothing: "Rien de noté pour le moment", "Nothing noted so far";
    gauge: "Part de la créance dépensée", "Share of the claim that is spent";
    to_confirm: "À confirmer", "To confirm";
    to_confirm_hint: "Proposé d’après vos contacts. Corrigez les minutes, puis notez\u{a0}; zéro ne compte rien.", "Proposed from your contacts. Correct the minutes, then note them; zero counts nothing.";
    note_all: "Noter tout", "Note them all";
    spent: "Noté", "Noted";
    day: "Jour", "Day";
    what: "Dépense", "Cost";
    amount: "Montant", "Amount";
    sum: "Total", "Total";
    none: "Notez ici le temps, les timbres et les frais que vous coûte cette facture. Rien de cela ne peut être demandé au client avant un jugement (CPCE art. L111-8).", "Note the time, stamps and fees this invoice costs you here. None of it may be asked of the client before a judgment (CPCE art. L111-8).";
    delete: "Supprimer", "Delete";
    add: "Noter une dépense", "Note a cost";
    kind: "Nature", "Kind";
    kind_time: "Temps", "Time";
    kind_postage: "Courrier", "Postage";
    kind_fee: "Frais", "Fee";
    kind_other: "Autre", "Other";
    minutes: "Minutes", "Minutes";
    note: "Pour quoi", "What for";
    save: "Noter", "Note it";
    ways: "Comparer les voies de recouvrement", "Compare the ways out";
    postage: "affranchissement", "postage";
    postage_source: "Lettre verte de 20\u{a0}g\u{a0}: 1,52\u{a0}€\u{a0}; recommandé R1 de 20\u{a0}g\u{a0}: 6,11\u{a0}€ (tarif du 1er\u{a0}janvier 2026 d’après la presse, lu le 29\u{a0}novembre 2026), plus 1,25\u{a0}€ d’avis de réception (tarif de 2023, celui de 2026 reste à vérifier). Si votre reçu dit autre chose, supprimez la ligne notée et saisissez la vôtre.", "Ordinary letter of 20\u{a0}g: €1.52; registered letter of 20\u{a0}g: €6.11 (tariff of 1\u{a0}January 2026 as the press has it, read on 29\u{a0}November 2026), plus €1.25 for the acknowledgement of receipt (tariff of 2023; that of 2026 is to be checked). If your receipt says otherwise, delete the line noted and enter yours.";
    no_rate: "La créance n’est pas en euros\u{a0}: sans taux de change, ces frais ne se comparent à rien.", "The claim is not in euros: without a rate of exchange these costs compare with nothing.";
    say_rate: "Dire le taux", "Say the rate";
    hourly_default: "Taux horaire supposé\u{a0}: dites le vôtre plus bas.", "Hourly rate assumed: say yours below.";
}

/// What was spent, as an answer: « 84 € dépensés, 2 % de la créance ».
#[must_use]
pub fn answer(lang: Lang, spending: &Spending) -> String {
    if spending.total().is_zero() {
        return words(lang).nothing.to_owned();
    }
    let total = about(lang, spending.total());
    let share = spending.share().map(|share| match u8::try_from(share) {
        Ok(share) if share <= 100 => percent(lang, Percent::nearest(share.into())),
        _ => lang.pick(format!("{share}\u{a0}%"), format!("{share}%")),
    });
    match share {
        Some(share) => lang.pick(
            format!("{total} dépensés, {share} de la créance"),
            format!("{total} spent, {share} of the claim"),
        ),
        None => lang.pick(format!("{total} dépensés"), format!("{total} spent")),
    }
}

/// Of what the answer is made: « 1 h 25 de votre temps, 7,63 € payés ».
#[must_use]
pub fn made_of(lang: Lang, spending: &Spending) -> String {
    let money = format::money(lang, spending.money, Currency::EUR);
    let time = time(lang, spending.minutes);
    let worth = spending.worth.map(|worth| format::money(lang, worth, Currency::EUR));
    let spent = lang
        .pick(format!("{time} de votre temps, {money} payés"), format!("{time} of your time, {money} paid"));
    let spent = if spending.kept.is_positive() {
        let kept = format::money(lang, spending.kept, Currency::EUR);
        lang.pick(
            format!("{spent}, dont {kept} gardés par qui recouvre"),
            format!("{spent}, of which the collector kept {kept}"),
        )
    } else {
        spent
    };
    match worth {
        Some(worth) => lang.pick(
            format!("{spent}, pour une créance qui vaut {worth}."),
            format!("{spent}, for a claim worth {worth}."),
        ),
        None => format!("{spent}."),
    }
}

/// Minutes as hours.
#[must_use]
pub fn time(lang: Lang, minutes: u32) -> String {
    let (hours, left) = (minutes / 60, minutes % 60);
    match (hours, left) {
        (0, left) => format!("{left}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, left) => {
            lang.pick(format!("{hours}\u{a0}h\u{a0}{left:02}"), format!("{hours}\u{a0}h {left:02}\u{a0}min"))
        }
    }
}

/// Where the user drew the lines.
#[must_use]
pub fn lines(lang: Lang, alert: Percent, stop: Percent) -> String {
    let (alert, stop) = (percent(lang, alert), percent(lang, stop));
    lang.pick(format!("Alerte à {alert}, arrêt à {stop}."), format!("Alert at {alert}, stop at {stop}."))
}

/// What the lines say about it; nothing while it is below both.
#[must_use]
pub fn level(lang: Lang, level: Level, alert: Percent, stop: Percent) -> Option<String> {
    let (alert, stop) = (percent(lang, alert), percent(lang, stop));
    match level {
        Level::Fine => None,
        Level::Alert => Some(say(
            lang,
            || {
                format!(
                    "Vous avez dépensé plus de {alert} de ce que vaut la créance. Vérifiez que la suite en vaut la peine."
                )
            },
            || {
                format!(
                    "You have spent more than {alert} of what the claim is worth. Check that going on is worth it."
                )
            },
        )),
        Level::Stop => Some(say(
            lang,
            || {
                format!(
                    "Votre ligne d’arrêt, {stop} de la créance, est atteinte\u{a0}: arrêtez-vous là, ou changez de voie."
                )
            },
            || format!("Your stop line, {stop} of the claim, is reached: stop there, or go another way."),
        )),
    }
}

/// What a cost was.
#[must_use]
pub fn name(lang: Lang, cost: &Cost) -> String {
    let w = words(lang);
    let kind = match cost.kind {
        CostKind::Time(_) => w.kind_time,
        CostKind::Postage(_) => w.kind_postage,
        CostKind::Fee(_) => w.kind_fee,
        CostKind::Other(_) => w.kind_other,
    };
    let about = cost.contact.map(|contact| dunning::step(lang, contact.step).to_owned());
    let about = about.or_else(|| Some(cost.note.clone()).filter(|note| !note.is_empty()));
    match about {
        Some(about) => format!("{kind} · {about}"),
        None => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Amount;

    #[test]
    fn minutes_are_said_as_hours() {
        assert_eq!(time(Lang::Fr, 25), "25\u{a0}min");
        assert_eq!(time(Lang::Fr, 65), "1\u{a0}h\u{a0}05");
        assert_eq!(time(Lang::En, 120), "2\u{a0}h");
    }

    #[test]
    fn the_answer_says_sum_and_share() {
        let spending = Spending {
            minutes: 60,
            time: Amount::from_cents(4_000),
            money: Amount::from_cents(4_400),
            kept: Amount::ZERO,
            worth: Some(Amount::from_cents(400_000)),
            level: Level::Fine,
        };
        assert_eq!(answer(Lang::Fr, &spending), "84\u{a0}€ dépensés, 2\u{a0}% de la créance");
        let poor = Spending { worth: Some(Amount::from_cents(4_000)), ..spending };
        assert_eq!(answer(Lang::En, &poor), "€84 spent, 210% of the claim");
        assert_eq!(answer(Lang::En, &Spending { worth: None, ..spending }), "€84 spent");
    }
}

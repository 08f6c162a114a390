//! Words of costs: what was spent on a claim, held against it.

use super::agenda::{proceeding, say};
use super::labels;
use super::recovery::{about, percent};
use super::stages;
use crate::base::{Amount, Currency, Percent};
use crate::domain::cost::entries::Source;
use crate::domain::cost::{Cost, CostKind, Level, Spending};
use crate::text::words::dunning;
use crate::text::{Lang, format};

words! {
    title: "Ce que cette facture vous coûte", "What this invoice costs you";
    nothing: "Rien de noté pour le moment", "Nothing noted so far";
    gauge: "Part dépensée de ce qui reste à recevoir", "Spent share of what is still to come";
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
    already_stage: "Le même montant est déjà compté dans les suites, le ", "The same amount is counted already in what follows, on ";
    already_noted: "Le même montant est déjà noté dans «\u{a0}Coûts\u{a0}», le ", "The same amount is noted already under “Costs”, on ";
    already_once: ". Ne le notez qu’une fois.", ". Note it only once.";
    kept: "Gardé par qui recouvre", "Kept by the collector";
    recovered: "Frais récupérés", "Costs recovered";
    borne: "À votre charge", "Yours to bear";
    see_after: "Suites", "What follows";
    hourly_default: "Taux horaire supposé\u{a0}: dites le vôtre plus bas.", "Hourly rate assumed: say yours below.";
}

/// What was spent, as an answer: « 84 € dépensés, 2 % de ce qui reste à recevoir »; what is left of it once costs were recovered.
#[must_use]
pub fn answer(lang: Lang, spending: &Spending) -> String {
    if spending.total().is_zero() {
        let back = about(lang, spending.recovered);
        return if spending.recovered.is_positive() {
            lang.pick(
                format!("{back} de frais récupérés, rien de noté en face"),
                format!("{back} of costs recovered, none noted against them"),
            )
        } else {
            words(lang).nothing.to_owned()
        };
    }
    let net = about(lang, spending.net());
    let spent = if spending.recovered.is_positive() {
        lang.pick(format!("{net} à votre charge"), format!("{net} yours to bear"))
    } else {
        lang.pick(format!("{net} dépensés"), format!("{net} spent"))
    };
    let share = spending.share().map(|share| match u8::try_from(share) {
        Ok(share) if share <= 100 => percent(lang, Percent::nearest(share.into())),
        _ => lang.pick(format!("{share}\u{a0}%"), format!("{share}%")),
    });
    match share {
        Some(share) => lang.pick(
            format!("{spent}, {share} de ce qui reste à recevoir"),
            format!("{spent}, {share} of what is still to come"),
        ),
        None => spent,
    }
}

/// Of what the answer is made, and what it is held against: « 1 h 25 de votre temps, 7,63 € payés. Il reste 200,00 € à recevoir;
/// 800,00 € sont déjà reçus et n’y comptent pas. »
#[must_use]
pub fn made_of(lang: Lang, spending: &Spending) -> String {
    let money = |amount| format::money(lang, amount, Currency::EUR);
    let (time, paid) = (time(lang, spending.minutes), money(spending.money));
    let mut spent = lang
        .pick(format!("{time} de votre temps, {paid} payés"), format!("{time} of your time, {paid} paid"));
    if spending.kept.is_positive() {
        let kept = money(spending.kept);
        spent.push_str(&lang.pick(
            format!(", dont {kept} gardés par qui recouvre"),
            format!(", of which the collector kept {kept}"),
        ));
    }
    if spending.recovered.is_positive() && spending.total().is_zero() {
        let recovered = money(spending.recovered);
        spent = lang.pick(format!("{recovered} récupérés"), format!("{recovered} recovered"));
    } else if spending.recovered.is_positive() {
        let recovered = money(spending.recovered);
        spent.push_str(
            &lang.pick(format!("\u{a0}; {recovered} récupérés"), format!("; {recovered} recovered")),
        );
    }
    let Some((at_stake, received)) = spending.at_stake.zip(spending.received) else {
        return format!("{spent}.");
    };
    let (left, there) = (money(at_stake), money(received));
    let base = match (at_stake.is_positive(), received.is_positive()) {
        (true, true) => lang.pick(
            format!("Il reste {left} à recevoir\u{a0}; les {there} déjà reçus n’y comptent pas."),
            format!("{left} is still to come; the {there} already received does not count in it."),
        ),
        (true, false) => {
            lang.pick(format!("Il reste {left} à recevoir."), format!("{left} is still to come."))
        }
        (false, true) => lang.pick(
            format!("{there} reçus, plus rien à recevoir."),
            format!("{there} received, nothing is still to come."),
        ),
        (false, false) => lang.pick("Plus rien à recevoir.", "Nothing is still to come.").to_owned(),
    };
    format!("{spent}. {base}")
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

/// Where the user drew the lines, in shares and in euros of what is still to come.
#[must_use]
pub fn lines(lang: Lang, alert: Percent, stop: Percent, at_stake: Amount) -> String {
    let sums = [alert, stop].map(|line| about(lang, line.of(at_stake)));
    let [alert_sum, stop_sum] = sums;
    let (alert, stop) = (percent(lang, alert), percent(lang, stop));
    lang.pick(
        format!(
            "De ce qui reste à recevoir\u{a0}: alerte à {alert} ({alert_sum}), arrêt à {stop} ({stop_sum})."
        ),
        format!("Of what is still to come: alert at {alert} ({alert_sum}), stop at {stop} ({stop_sum})."),
    )
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
                    "Vous avez dépensé au moins {alert} de ce qui reste à recevoir. Vérifiez que la suite en vaut la peine."
                )
            },
            || {
                format!(
                    "You have spent {alert} or more of what is still to come. Check that going on is worth it."
                )
            },
        )),
        Level::Stop => Some(say(
            lang,
            || {
                format!(
                    "Votre ligne d’arrêt, {stop} de ce qui reste à recevoir, est atteinte. Ce qui est dépensé l’est\u{a0}: n’engagez plus que ce qui peut encore rapporter davantage. Comparez les voies."
                )
            },
            || {
                format!(
                    "Your stop line, {stop} of what is still to come, is reached. What is spent is spent: only go on with what may still bring more than it costs. Compare the ways out."
                )
            },
        )),
    }
}

/// What a line of the list is about, but for a cost the user noted: the proceeding and its stage.
#[must_use]
pub fn source(lang: Lang, source: Source) -> Option<String> {
    let of = |kind, what: &str| Some(format!("{} · {what}", proceeding::kind(lang, kind)));
    match source {
        Source::Noted(_) => None,
        Source::Begun(kind) => of(kind, lang.pick("ouverture", "beginning")),
        Source::Stage(kind, stage) => of(kind, &labels::lower_first(stages::stage(lang, kind, stage))),
        Source::Kept => Some(words(lang).kept.to_owned()),
        Source::Recovered(kind) => of(kind, lang.pick("frais récupérés", "costs recovered")),
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
            recovered: Amount::ZERO,
            received: Some(Amount::ZERO),
            at_stake: Some(Amount::from_cents(400_000)),
            level: Level::Fine,
        };
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        let fr = |spending: &Spending| plain(answer(Lang::Fr, spending));
        assert_eq!(fr(&spending), "84 € dépensés, 2 % de ce qui reste à recevoir");
        let poor = Spending { at_stake: Some(Amount::from_cents(4_000)), ..spending };
        assert_eq!(answer(Lang::En, &poor), "€84 spent, 210% of what is still to come");
        assert_eq!(answer(Lang::En, &Spending { at_stake: None, ..spending }), "€84 spent");
        assert_eq!(fr(&Spending { at_stake: Some(Amount::ZERO), ..spending }), "84 € dépensés");
        let back = Spending { recovered: Amount::from_cents(6_400), ..spending };
        assert_eq!(fr(&back), "20 € à votre charge, 0 % de ce qui reste à recevoir");
        let made = |spending: &Spending| plain(made_of(Lang::Fr, spending));
        assert_eq!(made(&spending), "1 h de votre temps, 44,00 € payés. Il reste 4 000,00 € à recevoir.");
        let some = Spending { received: Some(Amount::from_cents(80_000)), ..back };
        assert_eq!(
            made(&some),
            "1 h de votre temps, 44,00 € payés ; 64,00 € récupérés. Il reste 4 000,00 € à recevoir ; les 800,00 € déjà reçus n’y comptent pas."
        );
        let all = Spending { at_stake: Some(Amount::ZERO), ..some };
        assert!(made(&all).ends_with("800,00 € reçus, plus rien à recevoir."), "{}", made(&all));
    }
}

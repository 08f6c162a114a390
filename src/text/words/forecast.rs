//! Words of the forecast of cash.

use crate::base::{Amount, Currency};
use crate::domain::forecast::why::{Expectation, Probable};
use crate::domain::forecast::{Apart, Certainty, PaceSource, Supposed};
use crate::text::words::labels;
use crate::text::{Lang, format};

words! {
    title: "Prévisions", "Forecast";
    expected: "attendus d’ici treize semaines", "expected within thirteen weeks";
    nothing: "Rien n’est dû : rien à prévoir.", "Nothing is owed: nothing to forecast.";
    basis: "Principal seul, sans pénalités. Une somme n’est comptée qu’une fois : promise ou échelonnée, elle n’est plus probable, sauf une échéance manquée. Une offre acceptée vaut promesse, et ce qu’elle abandonne n’est plus attendu.", "Principal only, without penalties. A sum is counted once: promised or in a plan, it is no longer probable, but for an instalment that was missed. An offer the client agreed to counts as a promise, and what it gives up is no longer expected.";
    besides: "S’y ajoutent, hors de ce total, les pénalités et indemnités comprises dans les échéanciers signés : ", "Beside this total come penalties and fixed sums included in signed plans: ";
    besides_end: " d’ici treize semaines.", " within thirteen weeks.";
    picture: "Encaissements par semaine", "Money in by week";
    week: "Semaine du", "Week of";
    promised: "Promis", "Promised";
    planned: "Échelonné", "In a plan";
    probable: "Probable", "Probable";
    total: "Total", "Total";
    why: "D’où vient chaque somme", "Where each sum comes from";
    without: "Sans lui", "Without this client";
    balance_without: "Trésorerie sans lui", "Cash without this client";
    later: "Plus tard", "Later";
    balance: "Trésorerie", "Cash";
    uncounted: "Dû mais non compté, selon les chances retenues : ", "Owed but not counted, by the chances assumed: ";
    apart: "Sans date : ", "Without a day: ";
    stress: "Et si un client ne payait pas ?", "What if a client did not pay?";
    stress_none: "Tous paient", "All of them pay";
    stress_client: "Le client qui ne paierait pas", "The client who would not pay";
    stress_loss: "Il manquerait ", "You would be short of ";
    stress_of: " d’ici treize semaines, sur ", " within thirteen weeks, out of ";
    lowest_cash: "Point bas de trésorerie : ", "Lowest cash: ";
    lowest_unknown: "Donnez votre trésorerie et vos dépenses dans les hypothèses pour voir le point bas.", "Give your cash and your spending in the assumptions to see the lowest point.";
    in_week: ", semaine du ", ", week of ";
    lowest_now: "au lieu de ", "instead of ";
    clients: "Qui doit, et comment il paie", "Who owes, and how it pays";
    client: "Client", "Client";
    owed: "Dû", "Owed";
    share: "Part", "Share";
    counted: "Compté", "Counted";
    delay: "Retard retenu", "Lateness assumed";
    late: "Retard moyen / médian", "Average / median lateness";
    concentration: "Le premier client pèse ", "The largest client weighs ";
    concentration_end: " de ce qui vous est dû.", " of what you are owed.";
    concentration_heavy: " Au-delà d’un tiers (repère de Relance), son retard devient le vôtre : une avance ou des délais plus courts vous protègent.", " Above a third (a guide of Relance), its lateness becomes yours: a deposit or shorter terms protect you.";
    dso: "Délai moyen d’encaissement (DSO) : ", "Days sales outstanding (DSO): ";
    dso_formula: " = principal impayé ÷ montants facturés sur 365 jours × 365, TTC.", " = unpaid principal ÷ amounts invoiced over 365 days × 365, including VAT.";
    assumptions: "Hypothèses", "Assumptions";
    assumptions_text: "Les chances par ancienneté sont une estimation de départ de Relance (novembre 2026), sans statistique officielle : corrigez-les d’après votre expérience. Le retard habituel par défaut est la moyenne française du 1er semestre 2025, 14,1 jours, arrondie (Altares, étude du 18 septembre 2025 citée par la presse, lue en novembre 2026).", "The chances by age are a first estimate by Relance (November 2026) and rest on no official statistic: correct them from your experience. The usual lateness by default is the French average of the first half of 2025, 14.1 days, rounded (Altares, study of 18 September 2025 as reported by the press, read in November 2026).";
    chance_0: "À échoir, en %", "Not due, in %";
    chance_1: "1 à 30 jours de retard, en %", "1 to 30 days late, in %";
    chance_2: "31 à 60 jours, en %", "31 to 60 days, in %";
    chance_3: "61 à 90 jours, en %", "61 to 90 days, in %";
    chance_4: "91 à 180 jours, en %", "91 to 180 days, in %";
    chance_5: "Plus de 180 jours, en %", "Over 180 days, in %";
    chances: "Chances d’être payé, par ancienneté", "Chances of being paid, by age";
    usual: "Retard habituel par défaut, en jours", "Usual lateness by default, in days";
    catch_up: "Délai donné à ce qui a déjà dépassé son retard habituel, en jours", "Time given to what is later than usual already, in days";
    catch_up_hint: "Compté d’aujourd’hui\u{a0}: tant que rien n’est payé, ces sommes reculent d’autant chaque jour. L’écart de votre historique l’allonge, s’il est plus grand.", "Counted from today: as long as nothing is paid, these sums move on day by day. The spread of your own history lengthens it where it is larger.";
    own_share: "Part de votre historique, en %", "Share of your own history, in %";
    own_share_hint: "À partir de trois factures réglées par le client, sinon par tous. À 0, seul le retard par défaut compte.", "From three invoices settled by the client, else by all. At 0, only the default lateness counts.";
    cash: "Trésorerie aujourd’hui", "Cash today";
    costs: "Dépenses par semaine", "Spending per week";
    costs_hint: "Pour voir le point bas de votre trésorerie, en euros.", "To see the lowest point of your cash, in euros.";
    save: "Enregistrer ces hypothèses", "Save these assumptions";
    reset: "Revenir aux valeurs de départ", "Back to the first values";
}

/// How certain a sum is, as the legend says it.
#[must_use]
pub fn certainty(lang: Lang, certainty: Certainty) -> &'static str {
    let words = words(lang);
    match certainty {
        Certainty::Promised => words.promised,
        Certainty::Planned => words.planned,
        Certainty::Probable => words.probable,
    }
}

/// What of the probable sums of a week counts: « probable : 95 % de 1 000,00 €, 20 % de 1 980,00 € ».
#[must_use]
pub fn chances(lang: Lang, chances: &[(u32, Amount)], currency: Currency) -> Option<String> {
    let told = chances.iter().map(|(chance, sum)| {
        let sum = format::money(lang, *sum, currency);
        lang.pick(format!("{chance}\u{a0}% de {sum}"), format!("{chance}% of {sum}"))
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let name = labels::lower_first(words(lang).probable);
    (!told.is_empty()).then(|| format!("{name}{}{told}", lang.pick("\u{a0}: ", ": ")))
}

/// Why a week brings a sum: what is owed, at which chance, and why on that day.
#[must_use]
pub fn reason(lang: Lang, one: &Expectation, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let (day, whole) = (format::date(lang, one.day), money(one.whole));
    let Some(Probable { chance, due, late, pace }) = one.probable else {
        return match one.certainty {
            Certainty::Planned => {
                lang.pick(format!("échéancier signé, le {day}"), format!("signed plan, on {day}"))
            }
            _ => lang.pick(format!("promis pour le {day}"), format!("promised for {day}")),
        };
    };
    let due = format::date(lang, due);
    let age = if late <= 0 {
        lang.pick("à échoir".to_owned(), "not due".to_owned())
    } else {
        let days = format::days(lang, late);
        lang.pick(format!("{days} de retard"), format!("{days} late"))
    };
    let source = source(lang, pace.source);
    let usual = format::days(lang, pace.delay);
    let more = format::days(lang, pace.catch_up);
    // Later than usual already, it is given a while from today.
    let when = if late < pace.delay {
        lang.pick(
            format!("échéance du {due} plus {usual} de retard habituel ({source})"),
            format!("due on {due}, plus a usual lateness of {usual} ({source})"),
        )
    } else {
        lang.pick(
            format!(
                "plus tard que le retard habituel de {usual} ({source})\u{a0}: {more} de plus à compter d’aujourd’hui sont supposés"
            ),
            format!("later than the usual lateness of {usual} ({source}): {more} more from today are assumed"),
        )
    };
    lang.pick(
        format!("{chance}\u{a0}% de {whole} ({age}), vers le {day}\u{a0}: {when}"),
        format!("{chance}% of {whole} ({age}), around {day}: {when}"),
    )
}

/// The smaller sums of a week, told together.
#[must_use]
pub fn others(lang: Lang, count: usize, sum: Amount, currency: Currency) -> String {
    let sum = format::money(lang, sum, currency);
    let count = format::integer(lang, i64::try_from(count).unwrap_or(i64::MAX));
    lang.pick(format!("et {count} autres, {sum} en tout"), format!("and {count} more, {sum} in all"))
}

/// Why a sum has no day.
#[must_use]
pub fn apart(lang: Lang, why: Apart) -> &'static str {
    match why {
        Apart::Insolvent => lang.pick("procédure collective", "insolvency"),
        Apart::Disputed => lang.pick("contesté", "disputed"),
        Apart::Sold => lang.pick("prix de cession attendu", "price of a sale to come"),
        Apart::InCourt => lang.pick("en justice", "in court"),
        Apart::HandedOver => lang.pick("confié à un recouvreur", "handed over to a collector"),
    }
}

/// Whose history a lateness comes from.
#[must_use]
pub fn source(lang: Lang, source: PaceSource) -> &'static str {
    match source {
        PaceSource::Client => lang.pick("le sien", "its own"),
        PaceSource::All => lang.pick("tous vos clients", "all your clients"),
        PaceSource::Assumed => lang.pick("par défaut", "by default"),
    }
}

/// The chances assumed, in one sentence.
#[must_use]
pub fn assumed(lang: Lang, known: &Supposed) -> String {
    let [not_due, month, two, three, half, over] = known.chances;
    let (delay, more) = (known.delay, known.catch_up);
    match lang {
        Lang::Fr => format!(
            "Chances retenues\u{a0}: {not_due}\u{a0}% à échoir, {month}\u{a0}% jusqu’à 30 jours de retard, {two}\u{a0}% jusqu’à 60, {three}\u{a0}% jusqu’à 90, {half}\u{a0}% jusqu’à 180, {over}\u{a0}% au-delà. Retard habituel par défaut\u{a0}: {delay} jours. Ce qui l’a déjà dépassé est attendu {more} jours après aujourd’hui, au moins."
        ),
        Lang::En => format!(
            "Chances assumed: {not_due}% not due, {month}% up to 30 days late, {two}% up to 60, {three}% up to 90, {half}% up to 180, {over}% beyond. Usual lateness by default: {delay} days. What is later already is expected {more} days from today, at least."
        ),
    }
}

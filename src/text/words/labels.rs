//! Names of states, reasons, kinds, steps and terms: words several screens share.

use super::stages;
use crate::base::{Amount, Currency, HalfYear, Rate};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Claim, DayCount, Debt, Segment};
use crate::domain::invoice::Invoice;
use crate::domain::law::terms::Terms;
use crate::domain::party::{DebtorKind, PublicBody};
use crate::domain::regime::Regime;
use crate::domain::status::{Reason, State, Status};
use crate::text::{Lang, format};

/// What a debtor is in law.
#[must_use]
pub fn kind(lang: Lang, kind: DebtorKind) -> &'static str {
    match kind {
        DebtorKind::Business => lang.pick("Professionnel", "Business"),
        DebtorKind::Consumer => lang.pick("Particulier", "Consumer"),
        DebtorKind::Public => lang.pick("Public", "Public body"),
        DebtorKind::Unknown => lang.pick("À préciser", "To be said"),
    }
}

/// What the order of a client is called: a public buyer gives a commitment number.
#[must_use]
pub fn order(lang: Lang, kind: DebtorKind) -> &'static str {
    match kind {
        DebtorKind::Public => lang.pick("N°\u{a0}d’engagement", "Commitment number"),
        DebtorKind::Business | DebtorKind::Consumer | DebtorKind::Unknown => {
            lang.pick("Bon de commande", "Purchase order")
        }
    }
}

/// What the service of a public buyer is named by.
#[must_use]
pub fn service(lang: Lang) -> &'static str {
    lang.pick("Code service", "Service code")
}

/// Name of a client who is not to be known any more: « Client anonymisé n° 3 ».
#[must_use]
pub fn anonymous_client(lang: Lang, number: u32) -> String {
    match lang {
        Lang::Fr => format!("Client anonymisé n°\u{a0}{number}"),
        Lang::En => format!("Anonymised client no. {number}"),
    }
}

/// What kind of body a public buyer is, with the longest term it may take.
#[must_use]
pub fn public_body(lang: Lang, body: PublicBody) -> &'static str {
    match body {
        PublicBody::General => {
            lang.pick("État, collectivité, établissement (30 jours)", "State, local authority (30 days)")
        }
        PublicBody::Health => {
            lang.pick("Établissement de santé (50 jours)", "Health establishment (50 days)")
        }
        PublicBody::Undertaking => {
            lang.pick("Entreprise publique (60 jours)", "Public undertaking (60 days)")
        }
    }
}

/// Payment terms as people say them.
#[must_use]
pub fn terms(lang: Lang, terms: Terms) -> String {
    match (terms, lang) {
        (Terms::OnReceipt, Lang::Fr) => "À réception".to_owned(),
        (Terms::OnReceipt, Lang::En) => "On receipt".to_owned(),
        (Terms::Days(days), _) => format::days(lang, days.into()),
        (Terms::DaysThenEndOfMonth(days), Lang::Fr) => {
            format!("{days} jours fin de mois ({days} jours, puis fin du mois)")
        }
        (Terms::DaysThenEndOfMonth(days), Lang::En) => {
            format!("{days} days end of month ({days} days, then end of month)")
        }
        (Terms::EndOfMonthThenDays(10), Lang::Fr) => "Le 10 du mois suivant".to_owned(),
        (Terms::EndOfMonthThenDays(10), Lang::En) => "The 10th of next month".to_owned(),
        (Terms::EndOfMonthThenDays(days), Lang::Fr) => {
            format!("{days} jours fin de mois (fin du mois, puis {days} jours)")
        }
        (Terms::EndOfMonthThenDays(days), Lang::En) => {
            format!("{days} days end of month (end of month, then {days} days)")
        }
        (Terms::DaysThenDayOfMonth { days, day }, Lang::Fr) => format!("{days} jours le {day}"),
        (Terms::DaysThenDayOfMonth { days, day }, Lang::En) => format!("{days} days, on the {day}"),
    }
}

/// The badge of a state.
#[must_use]
pub fn state(lang: Lang, status: &Status) -> String {
    match status.state {
        State::NoticeExpired => lang.pick("Mise en demeure expirée", "Formal notice expired").to_owned(),
        State::NoticeRunning => lang.pick("Mise en demeure en cours", "Formal notice running").to_owned(),
        State::Reminded => {
            let count = status.reasons.iter().find_map(|reason| match reason {
                Reason::Reminded { count, .. } => Some(*count),
                _ => None,
            });
            let count = i64::try_from(count.unwrap_or(1)).unwrap_or(i64::MAX);
            let times = match (lang, count) {
                (Lang::En, 1) => "once".to_owned(),
                _ => format::count(lang, count, lang.pick("fois", "time"), lang.pick("fois", "times")),
            };
            format!("{} {times}", lang.pick("Relancée", "Reminded"))
        }
        state => short_state(lang, state).to_owned(),
    }
}

/// The badge of a state where there is no room for its count.
#[must_use]
pub fn short_state(lang: Lang, state: State) -> &'static str {
    match state {
        State::Procedure => lang.pick("En procédure", "In procedure"),
        State::HandedOver => lang.pick("Confiée", "Handed over"),
        State::Sold => lang.pick("Cédée", "Sold"),
        State::WrittenOff => lang.pick("Passée en perte", "Written off"),
        State::NoticeExpired => lang.pick("Mise en demeure expirée", "Notice expired"),
        State::NoticeRunning => lang.pick("Mise en demeure", "Formal notice"),
        State::Reminded => lang.pick("Relancée", "Reminded"),
        State::Overdue => lang.pick("En retard", "Overdue"),
        State::DueSoon => lang.pick("Bientôt due", "Due soon"),
        State::NotDue => lang.pick("À échoir", "Not due yet"),
        State::SettledExceptPenalties => lang.pick("Réglée sauf pénalités", "Settled except penalties"),
        State::Settled => lang.pick("Réglée", "Settled"),
    }
}

/// A reason of a state as a sentence.
#[must_use]
pub fn reason(lang: Lang, reason: &Reason, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let date = |day| format::date(lang, day);
    match (reason, lang) {
        (Reason::Due { due, days: 0 }, Lang::Fr) => format!("L’échéance est aujourd’hui, le {}.", date(*due)),
        (Reason::Due { due, days: 0 }, Lang::En) => format!("It is due today, {}.", date(*due)),
        (Reason::Due { due, days }, Lang::Fr) if *days < 0 => {
            format!("Échéance le {}, dans {}.", date(*due), format::days(lang, -days))
        }
        (Reason::Due { due, days }, Lang::En) if *days < 0 => {
            format!("Due on {}, in {}.", date(*due), format::days(lang, -days))
        }
        (Reason::Due { due, days }, Lang::Fr) => {
            format!("L’échéance du {} est passée de {}.", date(*due), format::days(lang, *days))
        }
        (Reason::Due { due, days }, Lang::En) => {
            format!("The due date, {}, was {} ago.", date(*due), format::days(lang, *days))
        }
        (Reason::Unpaid(amount), Lang::Fr) => format!("Il reste {} de principal à payer.", money(*amount)),
        (Reason::Unpaid(amount), Lang::En) => format!("{} of principal is unpaid.", money(*amount)),
        (Reason::Paid(amount), Lang::Fr) => format!("{} reçus.", money(*amount)),
        (Reason::Paid(amount), Lang::En) => format!("{} received.", money(*amount)),
        (Reason::Credited(amount), Lang::Fr) => format!("{} d’avoirs.", money(*amount)),
        (Reason::Credited(amount), Lang::En) => format!("{} of credit notes.", money(*amount)),
        (Reason::Reminded { count: 1, last }, Lang::Fr) => format!("Une relance, le {}.", date(*last)),
        (Reason::Reminded { count: 1, last }, Lang::En) => format!("One reminder, on {}.", date(*last)),
        (Reason::Reminded { count, last }, Lang::Fr) => {
            format!("{count} relances, la dernière le {}.", date(*last))
        }
        (Reason::Reminded { count, last }, Lang::En) => {
            format!("{count} reminders, the last on {}.", date(*last))
        }
        (Reason::Notified { sent, deadline }, Lang::Fr) => {
            format!("Mise en demeure envoyée le {}, délai jusqu’au {}.", date(*sent), date(*deadline))
        }
        (Reason::Notified { sent, deadline }, Lang::En) => {
            format!("Formal notice sent on {}, deadline {}.", date(*sent), date(*deadline))
        }
        (Reason::PenaltiesLeft(amount), Lang::Fr) => {
            format!("Le principal est réglé ; il reste {} de pénalités et d’indemnité.", money(*amount))
        }
        (Reason::PenaltiesLeft(amount), Lang::En) => {
            format!("The principal is settled; {} of penalties and compensation remain.", money(*amount))
        }
        (Reason::Proceeding { kind, began, last }, _) => stages::reason(lang, *kind, *began, *last),
        (Reason::Credit(amount), Lang::Fr) => format!("Le client a payé {} de trop.", money(*amount)),
        (Reason::Credit(amount), Lang::En) => format!("The client has paid {} too much.", money(*amount)),
    }
}

/// Days late, short: `252 j`, `252 d`.
#[must_use]
pub fn days_late(lang: Lang, days: i64) -> String {
    format!("{}\u{a0}{}", format::integer(lang, days), lang.pick("j", "d"))
}

/// What the principal left comes from: « 3 480,00 € moins 1 000,00 € reçus ».
#[must_use]
pub fn principal_basis(lang: Lang, case: &CaseFile, claim: &Claim) -> String {
    let money = |amount| format::money(lang, amount, claim.currency);
    let mut parts = vec![format!("{} {}", money(case.invoice.amount), lang.pick("TTC", "including VAT"))];
    if claim.credited.is_positive() {
        parts.push(match lang {
            Lang::Fr => format!("moins {} d’avoir", money(claim.credited)),
            Lang::En => format!("less {} credited", money(claim.credited)),
        });
    }
    if claim.discounted.is_positive() {
        parts.push(match lang {
            Lang::Fr => format!("moins {} de remise", money(claim.discounted)),
            Lang::En => format!("less {} of discount", money(claim.discounted)),
        });
    }
    if claim.paid.is_positive() {
        parts.push(match lang {
            Lang::Fr => format!("moins {} reçus", money(claim.paid)),
            Lang::En => format!("less {} received", money(claim.paid)),
        });
    }
    if claim.refunded.is_positive() {
        parts.push(match lang {
            Lang::Fr => format!("plus {} rendus", money(claim.refunded)),
            Lang::En => format!("plus {} given back", money(claim.refunded)),
        });
    }
    parts.join(", ")
}

/// What interest rests on: the article, and the day it started.
#[must_use]
pub fn interest_basis(lang: Lang, regime: Regime, claim: &Claim) -> String {
    let source = regime.interest_source().map_or("", |source| source.short);
    match (claim.interest_from, regime.needs_formal_notice(), lang) {
        (None, ..) => source.to_owned(),
        (Some(day), false, Lang::Fr) => {
            format!("{source}, de plein droit dès le {}", format::date(lang, day))
        }
        (Some(day), false, Lang::En) => format!("{source}, by law since {}", format::date(lang, day)),
        (Some(day), true, Lang::Fr) => format!("{source}, depuis le {}", format::date(lang, day)),
        (Some(day), true, Lang::En) => format!("{source}, since {}", format::date(lang, day)),
    }
}

/// « Total dû au 22 novembre 2026 ».
#[must_use]
pub fn total_as_of(lang: Lang, claim: &Claim) -> String {
    format!("{} {}", lang.pick("Total dû au", "Total owed on"), format::date(lang, claim.as_of))
}

/// « + 0,84 € par jour ».
#[must_use]
pub fn growth(lang: Lang, claim: &Claim) -> String {
    let daily = format::money(lang, claim.daily, claim.currency);
    format!("+\u{a0}{daily} {}", lang.pick("par jour", "a day"))
}

/// What of a part of the claim is no longer owed: « , 126,31 € dus, dont 126,31 € payés ». Empty where all still is.
#[must_use]
pub fn gone(lang: Lang, arisen: Amount, paid: Amount, waived: Amount, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let part = |amount: Amount, name: &str| amount.is_positive().then(|| format!("{} {name}", money(amount)));
    let parts = [part(paid, lang.pick("payés", "paid")), part(waived, lang.pick("abandonnés", "given up"))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return String::new();
    }
    let (arisen, parts) = (money(arisen), format::list(lang, &parts));
    match lang {
        Lang::Fr => format!(" – {arisen} dus, dont {parts}"),
        Lang::En => format!(" – {arisen} arisen, of which {parts}"),
    }
}

/// Why figures are provisional: which half-years are not known, one after the other as one run.
#[must_use]
pub fn provisional(lang: Lang, claim: &Claim) -> String {
    let mut runs: Vec<(HalfYear, HalfYear)> = Vec::new();
    for half in &claim.provisional {
        match runs.last_mut().filter(|(_, last)| last.next() == *half) {
            Some((_, last)) => *last = *half,
            None => runs.push((*half, *half)),
        }
    }
    let written: Vec<String> = runs
        .iter()
        .map(|(first, last)| {
            let (from, to) = (half_year(lang, *first), half_year(lang, *last));
            match lang {
                _ if first == last => format!("{} {from}", lang.pick("le", "the")),
                Lang::Fr => format!("du {from} au {to}"),
                Lang::En => format!("from the {from} to the {to}"),
            }
        })
        .collect();
    let list = format::list(lang, &written);
    match lang {
        Lang::Fr => format!(
            "Taux pas encore connu : {list}. Le plus proche taux connu le remplace, et chaque ligne concernée le dit."
        ),
        Lang::En => format!(
            "Rate not known yet: {list}. The nearest known rate stands in, and each row concerned says so."
        ),
    }
}

/// Why a contract rate is under the floor.
#[must_use]
pub fn below_floor(lang: Lang, agreed: Rate, floor: Rate) -> String {
    let (agreed, floor) = (format::rate(lang, agreed), format::rate(lang, floor));
    match lang {
        Lang::Fr => format!(
            "{agreed} est sous le plancher légal d’au moins un semestre du retard (3 × le taux légal, soit {floor}). Le taux par défaut de la loi entre professionnels, BCE + 10 points, est plus sûr."
        ),
        Lang::En => format!(
            "{agreed} is under the legal floor of at least one half-year of the delay (3 × the legal rate, {floor}). The default rate of the law between professionals, ECB + 10 points, is safer."
        ),
    }
}

/// The caption of a working: what it is, as of when.
#[must_use]
pub fn working_caption(lang: Lang, regime: Regime, claim: &Claim) -> String {
    let (what, as_of) = (interest(lang, regime).to_lowercase(), format::date(lang, claim.as_of));
    match lang {
        Lang::Fr => format!("Décompte des {what} arrêté au {as_of}"),
        Lang::En => format!("Working of {what} at {as_of}"),
    }
}

/// Where the rate of a row comes from, in a few words.
#[must_use]
pub fn rate_origin(lang: Lang, regime: Regime, segment: &Segment) -> String {
    let half = half_year(lang, HalfYear::of(segment.from));
    let origin = match regime {
        Regime::FrBusinessDefault => match lang {
            Lang::Fr => format!("BCE + 10 points, {half}"),
            Lang::En => format!("ECB + 10 points, {half}"),
        },
        Regime::FrPublic => {
            lang.pick("BCE + 8 points, figé au départ", "ECB + 8 points, fixed at the start").to_owned()
        }
        Regime::FrConsumer(None) | Regime::FrBusinessLegalMultiple(_) => match lang {
            Lang::Fr => format!("Taux légal, {half}"),
            Lang::En => format!("Legal rate, {half}"),
        },
        Regime::FrBusinessContract(_) | Regime::FrConsumer(Some(_)) | Regime::Fixed { .. } => {
            lang.pick("Taux du contrat", "Contract rate").to_owned()
        }
        _ => regime.interest_source().map_or("", |source| source.short).to_owned(),
    };
    let state = if segment.provisional {
        lang.pick(", taux provisoire", ", provisional rate")
    } else if segment.confirmed {
        ""
    } else {
        lang.pick(", à confirmer", ", to be confirmed")
    };
    format!("{origin}{state}")
}

/// A half-year: « 1er semestre 2026 », “first half of 2026”.
#[must_use]
pub fn half_year(lang: Lang, half: HalfYear) -> String {
    match (lang, half.number()) {
        (Lang::Fr, 1) => format!("1er semestre {}", half.year()),
        (Lang::Fr, _) => format!("2e semestre {}", half.year()),
        (Lang::En, 1) => format!("first half of {}", half.year()),
        (Lang::En, _) => format!("second half of {}", half.year()),
    }
}

/// How the figures of a regime are worked out.
#[must_use]
pub fn method(lang: Lang, debt: &Debt) -> String {
    let words = super::calculator::words(lang);
    let usual = match debt.regime {
        Regime::FrConsumer(_) => words.method_consumer,
        Regime::FrPublic => words.method_public,
        Regime::FrBusinessDefault => words.method_business,
        _ => words.method_contract,
    };
    let day_count = super::contract::day_count(lang, debt.day_count);
    match (debt.day_count == DayCount::default(), debt.capitalisation.is_some()) {
        (true, false) => usual.to_owned(),
        (_, false) => format!("{}{day_count}.", words.method_other),
        (_, true) => format!("{}{day_count}. {}", words.method_other, words.method_capitalised),
    }
}

/// The name of interest in a regime: penalties between professionals (C. com. art. L441-10), *intérêts moratoires*
/// of a public buyer (CCP art. L2192-13), interest otherwise.
#[must_use]
pub fn interest(lang: Lang, regime: Regime) -> &'static str {
    let words = super::calculator::words(lang);
    match regime {
        Regime::FrPublic => words.interest_public,
        Regime::FrConsumer(_) => words.interest_civil,
        _ => words.interest,
    }
}

/// The same in one word, for the head of a column.
#[must_use]
pub fn interest_short(lang: Lang, regime: Regime) -> &'static str {
    let words = super::calculator::words(lang);
    match regime {
        Regime::FrPublic | Regime::FrConsumer(_) => words.interest_short_civil,
        _ => words.interest_short,
    }
}

/// The name of a client, or that it cannot be read.
#[must_use]
pub fn client_name(lang: Lang, name: &str) -> String {
    if name.is_empty() { super::invoices::words(lang).no_client.to_owned() } else { name.to_owned() }
}

/// « Facture 2026-014 du 13 février 2026 ».
#[must_use]
pub fn invoice_of(lang: Lang, invoice: &Invoice) -> String {
    let issued = format::date(lang, invoice.issued);
    match lang {
        Lang::Fr => format!("Facture {} du {issued}", invoice.number),
        Lang::En => format!("Invoice {} of {issued}", invoice.number),
    }
}

/// The same of several: « Factures 2026-014 et 2026-031 ».
#[must_use]
pub fn invoices_of(lang: Lang, invoices: &[&Invoice]) -> String {
    if let [one] = invoices {
        return invoice_of(lang, one);
    }
    let numbers: Vec<String> = invoices.iter().map(|invoice| invoice.number.clone()).collect();
    format!("{}{}", lang.pick("Factures ", "Invoices "), format::list(lang, &numbers))
}

/// « 252 jours de retard ».
#[must_use]
pub fn late_by(lang: Lang, days: i64) -> String {
    match lang {
        Lang::Fr => format!("{} de retard", format::days(lang, days)),
        Lang::En => format!("{} late", format::days(lang, days)),
    }
}

/// A sentence that goes on after a colon: without its capital.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A phrase that begins a line of a table: with a capital.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

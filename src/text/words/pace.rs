//! Words of the screens of the ladder: for all clients, for one, for one invoice.

use chrono::NaiveDate;

use crate::domain::event::Step;
use crate::text::{Lang, format};

words! {
    policy_title: "Rythme des relances", "Pace of reminders";
    policy_subtitle: "Pour tous les clients. Un client ou une facture peut avoir le sien.", "For all clients. A client or an invoice may have its own.";
    own_title: "Rythme de relance", "Pace of reminders";
    client_subtitle: "Pour ce client. Ce qui reste « comme pour tous » suit vos réglages.", "For this client. What stays “as for all” follows your settings.";
    invoice_subtitle: "Pour cette facture. Ce qui reste « comme pour le client » suit le sien.", "For this invoice. What stays “as for the client” follows the client’s.";
    settings_text: "Les étapes, leurs jours, la vitesse, les heures d’appel.", "The steps, their days, the speed, the hours for calls.";
    settings_link: "Régler le rythme des relances", "Set the pace of reminders";
    link: "Rythme de relance", "Pace of reminders";
    speed: "Vitesse", "Speed";
    speed_hint: "Doux prend moitié plus de temps, ferme en prend moins des deux tiers. Ce qui précède l’échéance ne bouge pas.", "Gentle takes half as long again, firm less than two thirds of the time. What comes before the due date stays.";
    as_for_all: "Comme pour tous", "As for all";
    as_for_client: "Comme pour le client", "As for the client";
    own_steps: "Étapes", "Steps";
    own_yes: "Les siennes", "Its own";
    steps: "Étapes et jours", "Steps and days";
    steps_hint: "Décochez une étape pour la sauter, recochez-la pour la remettre.", "Untick a step to leave it out, tick it to put it back.";
    clocks: "Deux horloges comptent : une étape ne vient ni avant son jour, ni moins de jours que l’écart après le dernier contact, ni avant la fin du délai qu’il donnait.", "Two clocks count: a step comes neither before its day, nor fewer days than the gap after the last contact, nor before the time it gave is over.";
    days_before: "jours avant l’échéance", "days before the due date";
    days_after: "jours après l’échéance", "days after the due date";
    days_of: "Jours : ", "Days: ";
    gap: "Écart entre deux contacts (jours)", "Gap between two contacts (days)";
    sample: "Voir les dates d’une facture", "See the dates of an invoice";
    sample_none: "Aucune", "None";
    sample_empty: "Les dates s’affichent ici dès qu’une facture est ouverte.", "Dates show here as soon as an invoice is open.";
    sample_search: "Chercher un client ou un numéro", "Search a client or a number";
    sample_unfound: "Aucune facture ouverte ne correspond.", "No open invoice matches.";
    done: "fait le ", "done on ";
    held: "en attente", "on hold";
    first: "D’abord : ", "First: ";
    passed: "dépassée le ", "passed on ";
    conduct: "Bonne conduite", "Good conduct";
    conduct_hint: "Usage prudent, pas une règle de loi : aucun texte ne fixe le nombre des relances d’un créancier, mais des appels répétés ou à toute heure peuvent être reprochés comme du harcèlement (C. pén. art. 222-16 et 222-33-2-2). Au-delà, une raison vous sera demandée et gardée au dossier.", "Good practice, no statute: no law fixes how often a creditor may remind, but repeated calls at any hour can be held to be harassment (C. pén. arts. 222-16 and 222-33-2-2). Beyond it you are asked for a reason, which stays in the case.";
    per_day: "Contacts par jour", "Contacts a day";
    per_week: "Contacts sur sept jours", "Contacts in seven days";
    from_hour: "Pas avant (heure)", "Not before (hour)";
    to_hour: "Pas après (heure)", "Not after (hour)";
    region: "Jours fériés", "Public holidays";
    region_hint: "En Alsace-Moselle, le Vendredi saint et le 26 décembre sont fériés aussi. Rien n’est proposé un jour férié ni le week-end.", "In Alsace-Moselle Good Friday and 26 December are public holidays too. Nothing is proposed on a public holiday or at the weekend.";
    save: "Enregistrer ce rythme", "Save this pace";
    reset: "Revenir aux étapes d’origine", "Back to the original steps";
    rules: "Règles de bonne conduite", "Rules of good conduct";
    rules_print: "Imprimer ces règles", "Print these rules";
    rule_first: "On appelle d’abord, pour comprendre : beaucoup de retards sont des oublis.", "Call first, to understand: many late payments were simply forgotten.";
    rule_civil: "On reste courtois et précis, à l’oral comme à l’écrit. Ni menace, ni insulte, ni chantage.", "Stay courteous and precise, in speech and in writing. No threat, no insult, no blackmail.";
    rule_truth: "On n’emprunte pas le ton d’un acte de justice. Une relance n’est ni une sommation ni une saisie.", "Never sound like a court. A reminder is no summons and no seizure.";
    rule_private: "On parle de la dette au débiteur et à personne d’autre. Jamais en public, jamais sur un réseau social.", "Speak of the debt to the debtor and to nobody else. Never in public, never on a social network.";
    rule_listen: "Une promesse, une contestation ou une difficulté se note, et la relance en tient compte.", "A promise, a dispute or a difficulty is noted, and chasing takes it into account.";
    rule_proof: "Chaque appel est suivi d’un e-mail qui le résume, et chaque envoi est gardé mot pour mot.", "Every call is followed by an e-mail that sums it up, and every sending is kept word for word.";
}

/// The rule of the contact budget, in figures.
#[must_use]
pub fn rule_budget(lang: Lang, (per_day, per_week): (u32, u32), (from, to): (u32, u32)) -> String {
    let contacts =
        |count: u32| format::count(lang, count.into(), "contact", lang.pick("contacts", "contacts"));
    let (day, week) = (contacts(per_day), contacts(per_week));
    match lang {
        Lang::Fr => format!(
            "Au plus {day} par jour et {week} sur sept jours, de {from}\u{a0}h à {to}\u{a0}h, les jours ouvrés."
        ),
        Lang::En => {
            format!(
                "At most {day} a day and {week} in seven days, from {from}:00 to {to}:00, on working days."
            )
        }
    }
}

/// What a number of days comes to at the speed chosen: « soit 24 jours ».
#[must_use]
pub fn at_speed(lang: Lang, days: i32) -> String {
    let days = format::days(lang, days.into());
    match lang {
        Lang::Fr => format!("soit {days} à cette vitesse"),
        Lang::En => format!("{days} at this speed"),
    }
}

/// What a step is for, in a few words.
#[must_use]
pub fn purpose(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::ReceiptCheck => lang.pick(
            "Facture bien arrivée\u{a0}? Pour un nouveau client ou un montant élevé.",
            "Did the invoice arrive? For a new client or a large amount.",
        ),
        Step::Courtesy => lang.pick("Un mot avant l’échéance.", "A word before the due date."),
        Step::FirstCall => lang.pick("Comprendre pourquoi, au téléphone.", "Find out why, by telephone."),
        Step::FirstReminder => lang.pick("Rappel cordial, par écrit.", "A courteous reminder in writing."),
        Step::SecondCall => lang.pick("Obtenir une date.", "Get a date."),
        Step::FirmReminder => {
            lang.pick("Pénalités et 40\u{a0}€ en chiffres.", "Penalties and the €40 in figures.")
        }
        Step::LastReminder => {
            lang.pick("Avertissement avant mise en demeure.", "Warning before formal notice.")
        }
        Step::PenaltyNote => {
            lang.pick("Les pénalités, demandées à part.", "Penalties, asked for on their own.")
        }
        Step::FormalNotice => {
            lang.pick("Lettre recommandée, dernier délai.", "Registered letter, a last deadline.")
        }
        _ => "",
    }
}

/// Where an open invoice stands: « échue le 15/03/2026, 12 jours de retard », « échéance le 15/03/2026 ».
#[must_use]
pub fn standing(lang: Lang, due: NaiveDate, days_late: i64) -> String {
    let day = format::date_digits(due);
    if days_late == 0 {
        return format!("{}{day}", lang.pick("échéance le ", "due on "));
    }
    let late = format::count(lang, days_late, lang.pick("jour", "day"), lang.pick("jours", "days"));
    match lang {
        Lang::Fr => format!("échue le {day}, {late} de retard"),
        Lang::En => format!("due on {day}, {late} late"),
    }
}

//! Words of the call: whom, what to say, what to ask, how it ended.

use chrono::NaiveDate;

use crate::domain::dunning::conduct::Breach;
use crate::domain::event::Outcome;
use crate::text::{Lang, format};

words! {
    back: "Dossier", "Case";
    title: "Appel", "Call";
    asked: "à demander aujourd’hui", "to ask for today";
    with_extras: " avec ce que le retard ajoute, arrêté au ", " with what lateness adds, as of ";
    not_due: "à régler, pas encore échu", "to pay, not due yet";
    all_contested: "à demander\u{a0}: tout est contesté", "to ask for: all of it is contested";
    no_number: "Aucun numéro de téléphone connu.", "No telephone number known.";
    add_number: "Ajouter un numéro", "Add a number";
    who: "Qui appeler", "Whom to call";
    call: "Appeler", "Call";
    general: "Contact général", "General contact";
    say: "À dire", "To say";
    timer: "Durée de l’appel", "Length of the call";
    start: "Lancer le chronomètre", "Start the timer";
    stop: "Arrêter", "Stop";
    script: "Le déroulé", "The script";
    questions: "À demander", "To ask";
    questions_hint: "La réponse est gardée dans la fiche du client.", "The answer is kept in the record of the client.";
    answer: "Réponse", "Answer";
    keep: "Garder", "Keep";
    yes: "Oui", "Yes";
    no: "Non", "No";
    excuses: "S’il vous répond…", "If the answer is…";
    note: "Notes", "Notes";
    covered: "Factures dont vous avez parlé", "Invoices you spoke about";
    outcome: "Comment ça s’est terminé", "How it ended";
    to: "À qui vous avez parlé", "Whom you spoke to";
    reason: "Raison donnée", "Reason given";
    no_reason: "Pas dite", "Not said";
    promised: "Montant promis", "Amount promised";
    promised_for: "Promis pour le", "Promised for";
    plan_sum: "Total à échelonner", "Sum in all";
    parts: "En combien de fois", "How many";
    first: "Premier versement", "First payment";
    plan: "Versements", "Instalments";
    contested: "Montant contesté", "Amount contested";
    cause: "Ce qu’il conteste", "What is contested";
    answer_by: "Répondre au plus tard le", "Answer by";
    contact_name: "Nom", "Name";
    contact_phone: "Téléphone", "Telephone";
    contact_email: "E-mail", "E-mail";
    contact_role: "Ce que fait cette personne", "What this person does";
    paid_on: "Payé le", "Paid on";
    paid_hint: "Un jour à venir vaut promesse. Sinon, vérifiez votre banque avant toute nouvelle relance.", "A day to come counts as a promise. Otherwise look at your bank before any further reminder.";
    again: "Rappeler le", "Call again on";
    in_vain: "Deux appels sans réponse : la suite se fait par écrit. Donnez une date si vous préférez rappeler.", "Two calls unanswered: what follows is in writing. Give a date if you would rather call again.";
    refuses_hint: "Restez courtois\u{a0}: la suite se fait par écrit. Si le client a dit pourquoi, notez-le ici.", "Stay courteous: what follows is in writing. If the client said why, note it here.";
    exception: "Pourquoi appeler quand même", "Why call all the same";
    conduct: "Mieux vaut attendre", "Better to wait";
    conduct_hint: "Vous pouvez appeler si le client l’a demandé, par exemple : la raison sera notée avec l’appel.", "You may call if the client asked for it, for example: the reason will be noted with the call.";
    suggested: "Proposé par Relance, et pas encore noté. Corrigez ce qui a été dit autrement : continuer le note comme dit par le client.", "Suggested by Relance, and not noted yet. Correct what was said otherwise: going on notes it as said by the client.";
    nothing_said: "Rien de précis n’a été dit", "Nothing precise was said";
    save: "Enregistrer l’appel", "Save the call";
    noted: "Appel noté", "Call noted";
    not_noted: "Encore un mot, et l’appel est noté.", "One more word, and the call is noted.";
    go_recap: "Écrire le récapitulatif", "Write the recap";
    go_plan: "Préparer l’échéancier", "Prepare the plan";
    go_dispute: "Suivre le litige", "Follow the dispute";
    go_case: "Revenir au dossier", "Back to the case";
    go_back: "Reprendre l’appel", "Back to the call";
    not_late: "Rien n’est en retard dans ce dossier : un appel sert à prendre des nouvelles, pas à réclamer.", "Nothing is late in this case: a call is to hear how things stand, not to claim.";
}

/// What a big button says of an outcome.
#[must_use]
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Promise => lang.pick("Promet de payer", "Promises to pay"),
        Outcome::Plan => lang.pick("En plusieurs fois", "In instalments"),
        Outcome::Dispute => lang.pick("Conteste", "Disputes it"),
        Outcome::Resend => lang.pick("Facture à renvoyer", "Send it again"),
        Outcome::NewContact => lang.pick("Voir avec un autre", "Somebody else"),
        Outcome::SaysPaid => lang.pick("Dit avoir payé", "Says it is paid"),
        Outcome::CallBack => lang.pick("À rappeler", "Call again"),
        Outcome::Voicemail => lang.pick("Message laissé", "Left a message"),
        Outcome::NoAnswer => lang.pick("Pas de réponse", "No answer"),
        Outcome::Refuses => lang.pick("Refuse de payer", "Refuses to pay"),
    }
}

/// The same where there is little room: words that its whole name has too.
#[must_use]
pub fn outcome_short(lang: Lang, which: Outcome) -> &'static str {
    match which {
        Outcome::Plan => lang.pick("Plusieurs fois", "Instalments"),
        Outcome::Resend => lang.pick("À renvoyer", "Send it again"),
        which => outcome(lang, which),
    }
}

/// The sentence to say about several invoices at once.
#[must_use]
pub fn several(lang: Lang, numbers: &[String], sum: &str) -> String {
    let numbers = format::list(lang, numbers);
    match lang {
        Lang::Fr => format!("À ce jour, les factures {numbers} restent à régler, pour {sum} en tout."),
        Lang::En => format!("As of today, invoices {numbers} remain to be paid, {sum} in all."),
    }
}

/// Who did not take the last calls.
#[must_use]
pub fn silent(lang: Lang, name: &str, last: NaiveDate) -> String {
    let last = format::date(lang, last);
    if name.is_empty() {
        return lang.pick(
            format!("Personne n’a répondu à vos derniers appels, dont celui du {last}."),
            format!("Nobody took your last calls, the last one on {last}."),
        );
    }
    lang.pick(
        format!("{name} n’a pas répondu à vos derniers appels, dont celui du {last}."),
        format!("{name} did not take your last calls, the last one on {last}."),
    )
}

/// Work stands still: what the client may ask about.
#[must_use]
pub fn suspended(lang: Lang, work: &str, since: NaiveDate) -> String {
    let since = format::date(lang, since);
    lang.pick(
        format!(
            "Prestations suspendues depuis le {since}\u{a0}: {work}. Elles reprennent dès le principal réglé."
        ),
        format!("Work suspended since {since}: {work}. It goes on as soon as the principal is paid."),
    )
}

/// A length of time: « 3 min 20 s ».
#[must_use]
pub fn duration(seconds: u32) -> String {
    let (minutes, rest) = (seconds.div_euclid(60), seconds.rem_euclid(60));
    match (minutes, rest) {
        (0, rest) => format!("{rest}\u{a0}s"),
        (minutes, 0) => format!("{minutes}\u{a0}min"),
        (minutes, rest) => format!("{minutes}\u{a0}min {rest}\u{a0}s"),
    }
}

/// Why it is better not to call now, as a sentence.
#[must_use]
pub fn breach(lang: Lang, breach: Breach) -> String {
    let times =
        |count: u32| format::count(lang, count.into(), lang.pick("fois", "time"), lang.pick("fois", "times"));
    match (breach, lang) {
        (Breach::Day { had, .. }, Lang::Fr) => {
            format!("Vous avez déjà contacté ce client {} aujourd’hui.", times(had))
        }
        (Breach::Day { had, .. }, Lang::En) => {
            format!("You have contacted this client {} today already.", times(had))
        }
        (Breach::Week { had, most }, Lang::Fr) => {
            format!("Vous l’avez contacté {} en sept jours, pour {most} au plus.", times(had))
        }
        (Breach::Week { had, most }, Lang::En) => {
            format!("You have contacted it {} in seven days; {most} is the most.", times(had))
        }
        (Breach::Hour { from, to, .. }, Lang::Fr) => {
            format!("Il est trop tôt ou trop tard\u{a0}: on appelle de {from}\u{a0}h à {to}\u{a0}h.")
        }
        (Breach::Hour { from, to, .. }, Lang::En) => {
            format!("It is too early or too late: calls are made from {from}:00 to {to}:00.")
        }
        (Breach::Weekend, Lang::Fr) => "C’est le week-end\u{a0}: on appelle un jour ouvré.".to_owned(),
        (Breach::Weekend, Lang::En) => "It is the weekend: calls are made on working days.".to_owned(),
        (Breach::Holiday(holiday), Lang::Fr) => {
            format!("C’est férié\u{a0}: {}.", super::dunning::holiday(lang, holiday))
        }
        (Breach::Holiday(holiday), Lang::En) => {
            format!("It is a public holiday: {}.", super::dunning::holiday(lang, holiday))
        }
        (Breach::Held(hold), _) => format!("{}.", super::agenda::hold(lang, &hold)),
        (Breach::Soon(until), _) => super::composer::soon(lang, until),
    }
}

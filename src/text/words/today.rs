//! Words of « Aujourd’hui »: whom to chase now.

use crate::base::Percent;
use crate::domain::dunning::CallHours;
use crate::text::{Lang, format};

words! {
    title: "Aujourd’hui", "Today";
    forecast: "Quand l’argent rentrera", "When the money comes in";
    agenda: "Mettre dans mon agenda", "Put in my calendar";
    receivable: "à encaisser", "to collect";
    late_at: "en retard, chez ", "overdue, at ";
    client: "client", "client";
    clients: "clients", "clients";
    penalties: "de pénalités et indemnité", "of penalties and fixed sums";
    a_day: " par jour", " a day";
    out: "cédé ou passé en perte, hors total", "sold or written off, not in the total";
    average: "de retard moyen", "late on average";
    aged: "Balance âgée", "Aged balance";
    not_due: "À échoir", "Not due";
    to_30: "1 à 30 jours", "1 to 30 days";
    to_60: "31 à 60 jours", "31 to 60 days";
    to_90: "61 à 90 jours", "61 to 90 days";
    over_90: "Plus de 90 jours", "Over 90 days";
    disputed: "dont contesté ", "of which disputed ";
    bank_title: "D’abord, la banque.", "First, the bank.";
    bank_text: "Un virement reçu ce matin vous évite une relance de trop.", "A transfer received this morning saves you one reminder too many.";
    bank_last: "Vérifiée le ", "Checked on ";
    bank_never: "Jamais vérifiée ici.", "Never checked here.";
    bank_checked: "Vérifiée aujourd’hui", "Checked today";
    todo: "À faire, dans cet ordre", "To do, in this order";
    todo_for: "Pour le ", "For ";
    day_off: "Jour non ouvré : rien ne presse d’ici là.", "Not a working day: nothing is urgent before then.";
    of_penalties: "dont ", "of which ";
    of_penalties_end: " de pénalités et indemnité", " of penalties and fixed sums";
    suspended: "Prestations suspendues pour ce client.", "Work for this client is suspended.";
    of_plan: "selon l’échéancier", "under the plan";
    invoice: "facture", "invoice";
    invoices: "factures", "invoices";
    more: "Et aussi : ", "And also: ";
    keys: "Au clavier", "By keyboard";
    keys_move: "changer de ligne", "change line";
    keys_open: "agir", "act";
    keys_pay: "noter un paiement", "note a payment";
    keys_case: "ouvrir le dossier", "open the case";
    later: "À venir cette semaine", "Coming this week";
    nothing_title: "Rien à faire aujourd’hui", "Nothing to do today";
    nothing_text: "Aucun client à relancer. ", "No client to chase. ";
    nothing_next: "Prochaine action : ", "Next action: ";
    nothing_late: "Rien n’est en retard.", "Nothing is overdue.";
    empty_title: "Qui vous doit de l’argent ?", "Who owes you money?";
    empty_text: "Entrez une facture impayée. Vous saurez chaque matin qui relancer, pourquoi, et avec quels mots.", "Enter an unpaid invoice. Each morning you will know whom to chase, why, and in which words.";
    empty_new: "Entrer une facture", "Enter an invoice";
    empty_calculator: "Ou calculer d’abord ce qui est dû", "Or first compute what is owed";
    example: "Exemple", "Example";
    example_client: "Atelier Brun & Fils", "Atelier Brun & Fils";
    example_late: "8 j de retard", "8 days late";
    example_reason: "Facture échue le 14, aucun contact depuis : première relance.", "Invoice due on the 14th, no contact since: first reminder.";
    example_action: "Copier l’e-mail", "Copy the e-mail";
    just_late: "Tout juste en retard", "Just overdue";
    just_late_curve: "Voir la courbe", "See the curve";
    just_late_call: "Appeler dès maintenant", "Call right away";
    just_late_due: ", échéance du ", ", due on ";
    just_late_next: "Prochaine étape : ", "Next step: ";
    besides: "À ne pas oublier", "Not to forget";
    work_to_invoice: "À facturer : ", "To invoice: ";
    work_all: "Voir tout ce qui est à facturer", "See all work to invoice";
    verify: "Coordonnées à vérifier avant de relancer : ", "Contact details to check before reminding: ";
    verify_more: " et d’autres", " and others";
    limitation: "Prescription le ", "Time-barred on ";
    limitation_over: "Prescription acquise le ", "Time-barred since ";
    recap: "Appel à résumer par écrit : ", "Call to put in writing: ";
    promised: "Promis lors d’un litige : ", "Promised in a dispute: ";
    promised_by_client: "Promis par le client lors d’un litige : ", "Promised by the client in a dispute: ";
    plan_unsigned: "Accord convenu au téléphone, à faire signer avant la première échéance", "Agreed by telephone, to be signed before the first instalment";
    plan_unanswered: "Proposition sans réponse : échéancier", "Proposal not answered: payment plan";
    offer_unanswered: "Proposition sans réponse : offre", "Proposal not answered: offer";
    offer_unpaid: "Offre acceptée et non réglée", "Offer agreed to and not paid";
    review: "Revue de la semaine", "Weekly review";
    review_bank: "Banque vérifiée", "Bank checked";
    review_never: "jamais", "never";
    review_promises: "Promesses qui arrivent", "Promises coming due";
    review_broken: "Promesses non tenues", "Broken promises";
    review_deadlines: "Délais qui se terminent", "Deadlines ending";
    review_unsent: "Factures sans envoi noté", "Invoices with no sending noted";
    review_recaps: "Appels à résumer", "Calls to put in writing";
    review_unbilled: "Travaux à facturer", "Work to invoice";
    round: "Tour du jour", "Today’s round";
    round_back: "Liste du jour", "Today’s list";
    round_of: " sur ", " of ";
    round_next: "Suivant : ", "Next: ";
    round_noted: "C’est noté.", "Noted.";
    round_last: "C’était le dernier.", "That was the last one.";
}

/// « Et 4 autres »: lines of a kind that stand behind the first ones.
#[must_use]
pub fn others(lang: Lang, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let others = format::count(lang, count, lang.pick("autre", "other"), lang.pick("autres", "others"));
    format!("{}{others}", lang.pick("Et ", "And "))
}

/// Why to act at once, in the chance after three months and after a year; `own`: the user put figures of their own.
#[must_use]
pub fn why_now(lang: Lang, (early, late): (Percent, Percent), own: bool) -> String {
    let source = if own {
        lang.pick("selon vos hypothèses", "as you assume")
    } else {
        lang.pick("chiffres attribués à la FIGEC, non vérifiés", "figures attributed to FIGEC, not verified")
    };
    lang.pick(
        format!(
            "Plus tôt on en parle, mieux on est payé\u{a0}: environ {early}\u{a0}% de chances à trois mois, moins de {late}\u{a0}% après un an ({source})."
        ),
        format!(
            "The sooner it is spoken of, the better one is paid: about {early}% at three months, under {late}% after a year ({source})."
        ),
    )
}

/// When clients may be called: « appels possibles jusqu’à 18 h ».
#[must_use]
pub fn call_hours(lang: Lang, today: chrono::NaiveDate, hours: CallHours) -> String {
    let tomorrow = today.succ_opt();
    match (lang, hours) {
        (Lang::Fr, CallHours::Until(hour)) => format!("appels possibles jusqu’à {hour}\u{a0}h"),
        (Lang::Fr, CallHours::From(hour)) => format!("appels possibles dès {hour}\u{a0}h"),
        (Lang::Fr, CallHours::On(day, hour)) if Some(day) == tomorrow => {
            format!("appels possibles demain dès {hour}\u{a0}h")
        }
        (Lang::Fr, CallHours::On(day, hour)) => {
            format!("appels possibles {} dès {hour}\u{a0}h", format::date_with_weekday(lang, day))
        }
        (Lang::En, CallHours::Until(hour)) => format!("calls possible until {hour}:00"),
        (Lang::En, CallHours::From(hour)) => format!("calls possible from {hour}:00"),
        (Lang::En, CallHours::On(day, hour)) if Some(day) == tomorrow => {
            format!("calls possible tomorrow from {hour}:00")
        }
        (Lang::En, CallHours::On(day, hour)) => {
            format!("calls possible on {} from {hour}:00", format::date_with_weekday(lang, day))
        }
    }
}

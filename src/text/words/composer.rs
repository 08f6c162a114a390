//! Words of the page where a text is chosen, checked and sent.

use chrono::NaiveDate;

use crate::domain::dunning::conduct::Breach;
use crate::domain::event::Step;
use crate::domain::notice::Annex;
use crate::text::{Lang, format};

use super::{agenda, dunning};

words! {
    inbox: "Vu par le client", "As the client sees it";
    inbox_phone: "Sur téléphone", "On a telephone";
    inbox_computer: "Sur ordinateur", "On a computer";
    inbox_you: "Vous", "You";
    inbox_hint: "Une approximation : chaque messagerie coupe à sa façon, et montre le nom réglé dans la vôtre.", "An approximation: each program cuts in its own way, and shows the name set in yours.";
    inbox_cut: "L’objet est coupé sur téléphone : l’essentiel doit être au début.", "The subject is cut on a telephone: what matters must come first.";
    own_link: "Lien de paiement de cette facture", "Payment link of this invoice";
    own_link_hint: "Il remplace celui des réglages dans les textes sur cette facture.", "It stands in for the one of the settings in texts about this invoice.";
    own_link_host: "Le texte renverra vers", "The text will lead to";
    own_link_save: "Enregistrer le lien", "Save the link";
    back_to_today: "Revenir à aujourd’hui", "Back to today";
    sent_back_hint: "Un jour passé : le texte et les chiffres sont ceux de ce jour-là.", "A past day: text and figures are those of that day.";
    below_floor: "Le taux du contrat est sous le plancher légal (3 fois le taux légal) : le texte le dit tel quel. Le taux par défaut de la loi, BCE + 10 points, est plus sûr.", "The contract rate is under the legal floor (3 times the legal rate): the text states it as it is. The default rate of the law, ECB + 10 points, is safer.";
    insolvency: "Ce client est en procédure collective : ne lui demandez plus de payer. Déclarez la créance au mandataire dans les deux mois de la publication au BODACC (C. com. art. L622-24).", "This client is in insolvency proceedings: ask for no more payment. Lodge the claim with the creditors’ representative within two months of publication in the BODACC (C. com. art. L622-24).";
    title: "Écrire à ", "Write to ";
    which: "Quel texte", "Which text";
    others: "Autre texte", "Another text";
    group_before: "Avant l’échéance", "Before the due date";
    group_reminders: "Relances", "Reminders";
    group_occasions: "Selon la situation", "As the case may be";
    proposed_now: "Proposé maintenant. ", "Proposed now. ";
    is_call: "Cette étape se fait au téléphone : le script, les chiffres et les réponses aux excuses sont sur l’écran d’appel.", "This step is done by telephone: script, figures and answers to excuses are on the screen of the call.";
    no_number: "Aucun numéro de téléphone n’est connu pour ce client : cette étape se fait par écrit.", "No telephone number is known for this client: this step is done in writing.";
    add_number: "Ajouter un numéro", "Add a number";
    open_call: "Préparer l’appel", "Prepare the call";
    call_instead: "Plutôt appeler ? Ouvrir le script", "Rather call? Open the script";
    tone: "Ton", "Tone";
    vous: "vous", "formal";
    tu: "tu", "informal";
    french: "Français", "French";
    english: "Anglais", "English";
    address: "On se dit", "Form of address";
    language: "Langue du texte", "Language of the text";
    ends_contract: "Annoncer que le contrat pourra être résolu", "Say that the contract may be ended";
    says_weight_hint: "Une phrase dit ce que ce retard pèse pour vous. Elle touche un client de bonne foi ; elle montre aussi que vous dépendez de lui.", "One sentence says what this delay weighs for you. It moves a client in good faith; it also shows that you depend on them.";
    ends_contract_hint: "Cette phrase est la condition d’une résiliation pour défaut de paiement (C. civ. art. 1226). Relisez d’abord ce que dit votre contrat.", "This sentence is what a termination for non-payment depends on (C. civ. art. 1226). Read your contract first.";
    ends_contract_consumer: "Avec un particulier, certains contrats ont leurs propres règles (logement, énergie, crédit, assurance) : ne l’ajoutez pas pour ceux-là.", "With a consumer, some contracts have rules of their own (housing, energy, credit, insurance): leave it out for those.";
    notice_days: "Délai accordé", "Time granted";
    days_short: "8 jours", "8 days";
    days_long: "15 jours", "15 days";
    annexes: "Pièces jointes à la mise en demeure", "Enclosed with the formal notice";
    annexes_hint: "La lettre en donne la liste et le nombre : ne cochez que ce que vous mettez dans l’enveloppe.", "The letter lists and counts them: tick only what you put in the envelope.";
    annex_on_file: "au dossier", "on file";
    annexes_other: "Autres pièces, une par ligne", "Other papers, one a line";
    keep_manner: "Retenir ces choix pour ce client", "Keep these choices for this client";
    source: "Texte de départ", "Text to start from";
    built_in: "Texte proposé", "Proposed text";
    my_template: "Mon modèle : ", "My template: ";
    recipient: "À qui", "To whom";
    choices: "Factures, destinataire, ton…", "Invoices, recipient, tone…";
    general: "Contact général", "General contact";
    no_address: "Aucune adresse connue pour cet envoi.", "No address is known for this.";
    add_address: "Compléter le client", "Complete the client";
    silent: "Sans réponse de ", "No answer from ";
    silent_since: " depuis votre relance du ", " since your reminder of ";
    write_to: "Écrire à ", "Write to ";
    about: "Quelles factures", "Which invoices";
    about_due: "échéance du ", "due on ";
    about_one: "facture", "invoice";
    about_many: "factures", "invoices";
    about_one_sum: ", ", ", ";
    about_sum: ", ensemble ", ", together ";
    left_not_sent: "Pas notée comme envoyée.", "Not noted as sent.";
    left_send: "Noter son envoi", "Note its sending";
    left_promised: "Une promesse court.", "A promise is running.";
    left_paused: "Relance en pause.", "Chasing is paused.";
    left_disputed: "Contestée.", "Contested.";
    left_negotiated: "Offre ou échéancier en cours.", "Offer or payment plan under way.";
    left_withheld: "Échéancier signé, ou suites en cours : rien de plus ne se demande.", "Payment plan signed, or in other hands: nothing more is asked for.";
    left_under_notice: "Mise en demeure déjà envoyée : une relance l’affaiblirait.", "Formal notice already given: a reminder would weaken it.";
    left_not_reminded: "Jamais relancée.", "Never reminded of.";
    left_reminded: "Déjà relancée, à la différence de celle que vous avez ouverte.", "Reminded of before, unlike the one you opened.";
    left_not_late: "Pas encore échue.", "Not due yet.";
    left_already_late: "Déjà échue : elle se relance à part.", "Overdue already: it is reminded of apart.";
    left_not_now: "Ce message n’est pas prévu pour elle aujourd’hui.", "This message is not due for it today.";
    left_not_spoken_of: "L’appel ne portait pas dessus.", "The call was not about it.";
    missing_title: "Ce qui manque à ce texte", "What this text lacks";
    missing_text: "Servira aussi aux textes suivants.", "Used in later texts too.";
    preview: "Aperçu", "Preview";
    to: "À", "To";
    subject: "Objet", "Subject";
    copy: "Copier l’e-mail", "Copy the e-mail";
    open_mail: "Ouvrir dans ma messagerie", "Open in my mail program";
    copy_sms: "Copier le SMS", "Copy the text message";
    landline: "Ce numéro est une ligne fixe : il ne reçoit pas de SMS.", "This number is a landline: it takes no text messages.";
    email_instead: "Écrire un e-mail", "Write an e-mail";
    open_sms: "Ouvrir dans mes messages", "Open in my messages";
    copy_portal: "Copier le message", "Copy the message";
    portal_hint: "À coller dans le portail du client.", "To be pasted into the client’s portal.";
    character_one: "caractère", "character";
    character_many: "caractères", "characters";
    sms_one: "SMS", "text message";
    sms_many: "SMS", "text messages";
    mark_sent: "Marquer comme envoyé", "Mark as sent";
    print: "Imprimer", "Print";
    copy_letter: "Copier le texte", "Copy the text";
    download_letter: "Télécharger la page", "Download the page";
    sent_on: "Envoyé le", "Sent on";
    posting_number: "Numéro du recommandé", "Number of the registered letter";
    posting_number_hint: "Si vous l’avez déjà : il est imprimé sur la lettre. Sinon, notez-le plus tard dans l’historique.", "If you have it already: it is printed on the letter. Otherwise note it later in the history.";
    channel: "Comment", "How";
    sent_jump: "Je l’ai envoyé", "I have sent it";
    sent_save: "Noter l’envoi", "Note the sending";
    sent_missing: "Il manque encore : ", "Still missing: ";
    noted: "Noté au dossier : ", "Noted in the case: ";
    noted_to: ", à ", ", to ";
    left_too_soon: "Dernier message trop récent, ou son délai court encore.", "The last message is too recent, or the time it gave still runs.";
    left_further: "Déjà relancée plus fermement.", "Reminded of more firmly already.";
    left_by_status: "Son statut de facture électronique se règle d’abord.", "Its e-invoice status is dealt with first.";
    left_stopped: "Refusée, annulée ou cédée selon la plateforme : elle ne se demande pas.", "Refused, cancelled or sold according to the platform: not to be asked for.";
    left_announced: "Le client dit l’avoir payée.", "The client says it is paid.";
    left_not_promised: "La promesse ne portait pas dessus.", "The promise was not about it.";
    left_alone: ", laissée de côté : aucune relance jusqu’au ", ", left out: no reminder until ";
    noted_on: ", pour les factures ", ", for invoices ";
    why_now: "Pourquoi maintenant ?", "Why now?";
    why_unreminded: "Pourquoi sans relance préalable ?", "Why without a reminder first?";
    why_now_hint: "Gardé avec l’envoi, pour le jour où l’on vous le demanderait.", "Kept with the sending, for the day somebody asks.";
    conduct: "Ce n’est pas le meilleur moment", "This is not the best moment";
    conduct_next: "Vous pouvez l’envoyer quand même : dites seulement pourquoi en le notant.", "You may send it all the same: only say why when you note it.";
    guard: "Cette facture n’est pas notée comme envoyée", "This invoice is not noted as sent";
    guard_why: "Relancer une facture que le client n’a jamais reçue met tout le monde mal à l’aise. Dites quand elle est partie, et le texte s’ouvre.", "Reminding a client of an invoice they never got is awkward for everyone. Say when it went out, and the text opens.";
    guard_sent_on: "Déjà envoyée le", "Already sent on";
    guard_save: "C’est envoyé, voir le texte", "It was sent, show the text";
    guard_save_call: "C’est envoyé, voir le script", "It was sent, show the script";
    guard_send: "L’envoyer maintenant", "Send it now";
    no_reminder: "Aucune relance n’est notée. Une mise en demeure sans relance préalable est licite, mais moins bien reçue : relancez d’abord, ou dites pourquoi en la notant.", "No reminder is on record. A formal notice without one is lawful, but less well received: remind first, or say why when you note it.";
    kind_unknown: "La nature du client n’est pas dite : ce texte réclame le moins.", "What the client is has not been said: this text claims least.";
    provisional: "Un taux n’est pas encore connu : le texte le dit.", "A rate is not known yet: the text says so.";
    notice_page_hint: "À relire, signer et envoyer en recommandé.", "To read again, sign and post registered.";
    post_hint: "À relire, signer et poster.", "To read again, sign and post.";
    hand_hint: "À imprimer en deux exemplaires : le client date et signe le vôtre.", "To print twice: the client dates and signs your copy.";
    sheet: "Aperçu de la lettre", "Preview of the letter";
    printed_hint: "Imprimez à 100 %, sans en-tête ni pied de page du navigateur.", "Print at 100%, without the browser’s headers and footers.";
}

/// What a text is for, in a line.
#[must_use]
pub fn why(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Invoice => lang.pick(
            "La facture, avec son échéance et où payer.",
            "The invoice, when it is due and where to pay.",
        ),
        Step::ReceiptCheck => {
            lang.pick("Est-elle bien arrivée, qui la paie ?", "Did it arrive, and who pays it?")
        }
        Step::Courtesy => {
            lang.pick("L’échéance approche, sans insister.", "The due date is near, no pressure.")
        }
        Step::FirstReminder => {
            lang.pick("Un mot court : le solde, une date limite.", "A short word: the balance, a deadline.")
        }
        Step::FirmReminder => {
            lang.pick("Les sommes exactes, une date limite.", "The exact sums, a deadline.")
        }
        Step::LastReminder => {
            lang.pick("Le dernier mot avant la mise en demeure.", "The last word before formal notice.")
        }
        Step::PenaltyNote => {
            lang.pick("Pénalités et indemnité, avec le compte.", "Interest and fixed sum, with the working.")
        }
        Step::FormalNotice => {
            lang.pick("Une lettre à imprimer, en recommandé.", "A letter to print, by registered post.")
        }
        Step::FirstCall | Step::SecondCall | Step::Call => {
            lang.pick("Comprendre pourquoi, obtenir une date.", "Find out why, get a date.")
        }
        Step::Recap => lang
            .pick("Ce qui a été dit au téléphone, par écrit.", "What was said on the telephone, in writing."),
        Step::BrokenPromise => lang.pick("Rappelle ce qui était promis.", "Recalls what was promised."),
        Step::Duplicate => lang.pick("La facture une fois de plus.", "The invoice once more."),
        Step::Approval => lang.pick("Qui la valide, et quand ?", "Who approves it, and when?"),
        Step::Confirmation => lang.pick(
            "Une réponse qui vaut confirmation écrite du solde.",
            "An answer that confirms the balance in writing.",
        ),
        Step::Correction => {
            lang.pick("La facture, ses mentions rectifiées.", "The invoice with its details put right.")
        }
        Step::Inquiry => lang.pick(
            "Qui répond d’un client fermé ou insolvable\u{a0}?",
            "Who answers for a closed or insolvent client?",
        ),
        Step::Meeting => lang.pick("Parler de ce qui ne va pas.", "Talk about what is wrong."),
        Step::Instalments => lang.pick("Payer en plusieurs fois.", "Pay in several parts."),
        Step::PlanNotice => {
            lang.pick("La mise en demeure prévue par l’échéancier.", "The notice the plan provides for.")
        }
        Step::Offer => lang.pick("L’offre, avec sa date de fin.", "The offer, with its last day."),
        Step::Agreed => lang.pick("Ce qui a été convenu, par écrit.", "What was agreed, in writing."),
        Step::Suspension => lang.pick("Le travail s’arrête jusqu’au paiement.", "Work stops until payment."),
        Step::Resumption => lang.pick("Payé : le travail reprend.", "Paid: work goes on."),
        Step::Thanks => lang.pick("Merci pour le paiement.", "Thanks for the payment."),
        Step::Document => {
            lang.pick("Relevé, reçu, dossier à transmettre.", "Statement, receipt, file to hand over.")
        }
    }
}

/// What speaks against a contact now, as a sentence with its reason.
#[must_use]
pub fn breach(lang: Lang, breach: Breach) -> String {
    let n = |count: u32| format::integer(lang, i64::from(count));
    let contacts = |count: u32| format::count(lang, count.into(), "contact", "contacts");
    match (breach, lang) {
        (Breach::Day { most, .. }, Lang::Fr) => {
            format!("Ce client a déjà eu de vos nouvelles ce jour-là : {} par jour au plus.", contacts(most))
        }
        (Breach::Day { most, .. }, Lang::En) => {
            format!("This client has heard from you on that day: {} a day at most.", contacts(most))
        }
        (Breach::Week { had, most }, Lang::Fr) => {
            format!("{} en sept jours : {} au plus, pour rester loin du harcèlement.", contacts(had), n(most))
        }
        (Breach::Week { had, most }, Lang::En) => {
            format!("{} in seven days: {} at most, to keep clear of harassment.", contacts(had), n(most))
        }
        (Breach::Hour { from, to, .. }, Lang::Fr) => {
            format!("L’heure : entre {} h et {} h, un message est mieux reçu.", n(from), n(to))
        }
        (Breach::Hour { from, to, .. }, Lang::En) => {
            format!("The hour: between {}:00 and {}:00 a message is better received.", n(from), n(to))
        }
        (Breach::Weekend, Lang::Fr) => "C’est le week-end : un jour ouvré, il sera lu et traité.".to_owned(),
        (Breach::Weekend, Lang::En) => {
            "It is the weekend: on a working day it will be read and dealt with.".to_owned()
        }
        (Breach::Holiday(holiday), Lang::Fr) => {
            format!("Jour férié : {}.", dunning::holiday(lang, holiday))
        }
        (Breach::Holiday(holiday), Lang::En) => {
            format!("A public holiday: {}.", dunning::holiday(lang, holiday))
        }
        (Breach::Held(hold), _) => format!("{}.", agenda::hold(lang, &hold)),
        (Breach::Soon(until), _) => soon(lang, until),
    }
}

/// Time that runs, as a sentence.
#[must_use]
pub fn soon(lang: Lang, until: NaiveDate) -> String {
    let until = format::date_with_weekday(lang, until);
    lang.pick(
        format!("Le dernier message est récent : laissez-lui jusqu’au {until}."),
        format!("The last message is recent: leave it until {until}."),
    )
}

/// The paragraph that brings the link in an e-mail.
#[must_use]
pub fn invitation(lang: Lang, tu: bool, link: &str) -> String {
    let text = match (lang, tu) {
        (Lang::Fr, false) => {
            "Pour me répondre en une minute (date de règlement, paiement en plusieurs fois, paiement déjà fait ou désaccord), ouvrez cette page. Rien n’y est envoyé\u{a0}: elle prépare un e-mail que vous relisez."
        }
        (Lang::Fr, true) => {
            "Pour me répondre en une minute (date de règlement, paiement en plusieurs fois, paiement déjà fait ou désaccord), ouvre cette page. Rien n’y est envoyé\u{a0}: elle prépare un e-mail que tu relis."
        }
        (Lang::En, _) => {
            "To answer in a minute (payment date, instalments, payment already made or disagreement), open this page. Nothing is sent from it: it prepares an e-mail for you to read over."
        }
    };
    format!("{text}\n{link}")
}

/// What the box says that has a text tell what the debt weighs.
#[must_use]
pub fn says_weight(lang: Lang, percent: u32) -> String {
    lang.pick(
        format!("Dire que c’est {percent}\u{a0}% de ce que vos clients vous doivent"),
        format!("Say that it is {percent}% of what your clients owe you"),
    )
}

/// The days of papers noted of a kind: « (au dossier : 12 janvier 2026) ».
#[must_use]
pub fn on_file(lang: Lang, days: &[NaiveDate]) -> String {
    let colon = lang.pick("\u{a0}: ", ": ");
    let days: Vec<String> = days.iter().map(|day| format::date(lang, *day)).collect();
    format!(" ({}{colon}{})", words(lang).annex_on_file, format::list(lang, &days))
}

/// A paper to tick that goes with a formal notice.
#[must_use]
pub fn annex(lang: Lang, annex: Annex) -> &'static str {
    match annex {
        Annex::Invoice => lang.pick("Facture", "Invoice"),
        Annex::Contract => lang.pick("Contrat", "Contract"),
        Annex::Emails => lang.pick("Échange d’e-mails", "Exchange of e-mails"),
        Annex::Acknowledgement => lang.pick("Reconnaissance de dette", "Acknowledgement of the debt"),
        Annex::Quote => lang.pick("Devis accepté", "Accepted quote"),
        Annex::Order => lang.pick("Bon de commande", "Order"),
        Annex::Delivery => lang.pick("Bon de livraison", "Delivery note"),
        Annex::Acceptance => lang.pick("Procès-verbal de réception", "Acceptance record"),
        Annex::Terms => lang.pick("Conditions générales", "General terms"),
        Annex::Reminders => lang.pick("Relances écrites", "Written reminders"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_counted_in_the_number_they_are_in() {
        let said = |lang, one| breach(lang, one).replace('\u{a0}', " ");
        let day = |most| Breach::Day { had: most, most };
        assert!(said(Lang::Fr, day(1)).contains("1 contact par jour"));
        assert!(said(Lang::Fr, day(2)).contains("2 contacts par jour"));
        assert!(said(Lang::En, day(2)).contains("2 contacts a day"));
        let week = Breach::Week { had: 1, most: 1 };
        assert!(said(Lang::Fr, week).starts_with("1 contact en sept jours"));
        assert!(said(Lang::En, week).starts_with("1 contact in seven days"));
    }
}

//! Words of the page of one claim.

use super::{composer, dunning};
use crate::domain::event::{Event, Step};
use crate::domain::notice::NoticeTerms;
use crate::text::{Lang, format};

words! {
    ways: "Négocier, aller plus loin", "Negotiate, go further";
    plan: "Échéancier", "Payment plan";
    plan_hint: "Payer en plusieurs fois, à dates convenues.", "Pay in several parts, on agreed days.";
    routes: "Voies", "Ways out";
    routes_hint: "Ce que chaque issue coûte et rapporte, pour cette créance.", "What each way out costs and brings, for this claim.";
    costs: "Coûts", "Costs";
    costs_hint: "Votre temps et vos frais, face à ce qui reste à recevoir.", "Your time and fees, against what is still to come.";
    after: "Suites", "What follows";
    after_hint: "Justice, agence, cession, perte\u{a0}: étapes et délais.", "Court, agency, sale, loss: stages and deadlines.";
    offers: "Offres", "Offers";
    offers_hint: "Remise, pénalités abandonnées, reprise, escompte : avec une date de fin.", "Discount, penalties dropped, work put right, early payment: with a last day.";
    dispute: "Litige", "Dispute";
    dispute_hint: "Ce qui est contesté, le rendez-vous, les engagements, l’issue.", "What is contested, the meeting, what was promised, the outcome.";
    proofs: "Preuves", "Evidence";
    replies: "Lire une réponse de carte", "Read the answer of a card";
    back: "Factures", "Invoices";
    why: "pourquoi ?", "why?";
    story: "Ce qui s’est passé", "What happened";
    story_issued: "Facture émise", "Invoice issued";
    story_due: "Échéance", "Due date";
    story_to: " à ", " to ";
    story_lasted: "Durée\u{a0}: ", "Length: ";
    story_again: "À rappeler ", "To be called again ";
    story_why: "Malgré les règles de contact\u{a0}: ", "Although the contact rules spoke against it: ";
    story_ended: "Terminé", "Over";
    story_print: "Histoire à imprimer", "Story to print";
    story_title: "Histoire du dossier", "Story of the case";
    story_back: "Dossier", "Case";
    story_print_now: "Imprimer", "Print";
    story_creditor: "Créancier", "Creditor";
    story_debtor: "Débiteur", "Debtor";
    story_as_of: "Arrêté au ", "As of ";
    story_paid: "Paiements, avoirs et remises", "Payments, credit notes and discounts";
    story_principal: "Reste dû", "Unpaid";
    story_interest: "Pénalités de retard", "Late-payment interest";
    story_indemnity: "Indemnité forfaitaire", "Fixed compensation";
    story_set_off: "À déduire : avoir ou trop-perçu", "Less credit note or overpayment";
    story_total: "Total", "Total";
    strands: "Que montrer", "What to show";
    strand_all: "Tout", "All";
    strand_sendings: "Envois", "Sendings";
    strand_calls: "Appels", "Calls";
    strand_payments: "Paiements", "Payments";
    strand_promises: "Promesses et litiges", "Promises and disputes";
    strand_offers: "Offres et échéanciers", "Offers and plans";
    strand_none: "Rien de ce genre pour le moment.", "Nothing of that kind so far.";
    exact_text: "Le texte exact", "The exact text";
    frozen: "Figé le ", "Frozen on ";
    rates_version: "table des taux du ", "rate table of ";
    received_on: "Reçue le", "Received on";
    received_hint: "Date de l’avis de réception ou de première présentation.", "Date on the acknowledgement of receipt or of first presentation.";
    received_set: "Noter la réception", "Note the receipt";
    delete_sending: "Supprimer cet envoi", "Delete this sending";
    sendings: "Envois", "Sendings";
    never_sent: "Aucun envoi noté. Une relance suppose une facture bien envoyée.", "No sending noted. A reminder supposes an invoice that was sent.";
    second_way: "Un deuxième canal, par courrier ou en main propre, ôte l’excuse de la facture perdue.", "A second way, by post or by hand, takes away the excuse of a lost invoice.";
    sent_already: "Noter un envoi déjà fait…", "Note something sent already…";
    sent_already_hint: "La facture, une relance ou une mise en demeure parties sans Relance, de vous ou d’un conseil\u{a0}: elles comptent pour la suite, et le dossier à transmettre les citera à joindre.", "The invoice, a reminder or a formal notice that went without Relance, from you or an adviser: they count for what comes next, and the file to hand over lists them as to be attached.";
    sent_kind: "Ce qui est parti", "What was sent";
    sent_by: "Rédigé par", "Written by";
    sent_until: "Paiement demandé pour le", "Payment asked for by";
    sent_outside: "Parti sans Relance\u{a0}: son texte n’est pas gardé ici.", "Sent without Relance: its text is not kept here.";
    sent_on: "Envoyée le", "Sent on";
    sent_what: "Envoi", "Sending";
    sent_how: "Comment", "How";
    sent_to: "À qui", "To whom";
    sent_save: "Noter cet envoi", "Note this sending";
    proof_email: "La personne ou l’adresse.", "The person or the address.";
    proof_post: "La personne, et ce qui prouve le dépôt\u{a0}: numéro de suivi, preuve de la Poste.", "The person, and what proves the posting: tracking number, receipt.";
    proof_registered: "La personne.", "The person.";
    proof_hand: "Qui l’a reçue et a signé.", "Who received it and signed.";
    proof_portal: "Le portail, et le numéro de dépôt.", "The portal, and the number of the deposit.";
    other_text: "Autre texte", "Other text";
    next_step: "Prochaine étape", "Next step";
    to_sign: "Préparer l’accord à signer", "Prepare the agreement to sign";
    next_from: "à partir du ", "from ";
    next_until: "jusqu’au ", "until ";
    call: "Appeler", "Call";
    next_with: "En même temps que la facture ", "Together with invoice ";
    recap_due: "Récapitulatif de l’appel à envoyer", "Recap of the call to send";
    invoice: "La facture", "The invoice";
    number: "Numéro", "Number";
    issued: "Émise le", "Issued on";
    terms: "Délai", "Terms";
    due: "Échéance", "Due date";
    amount: "Montant TTC", "Amount including VAT";
    client: "Client", "Client";
    subject: "Objet", "Subject";
    allocation: "Imputation", "Allocation";
    allocation_principal: "le principal d’abord", "principal first";
    allocation_interest: "les intérêts d’abord", "interest first";
    note_payment: "Noter un paiement", "Note a payment";
    client_unreadable: "La fiche de ce client n’a pas pu être lue ; elle est mise de côté dans Réglages. Redonnez son nom dans la facture.", "The record of this client could not be read; it is set aside in Settings. Name the client again in the invoice.";
    client_again: "Redonner le client", "Name the client";
    insolvency_title: "Procédure collective ouverte le ", "Insolvency proceedings opened on ";
    insolvency_text: "Les intérêts s’arrêtent la veille. Ne demandez plus de payer : déclarez la créance au mandataire dans les deux mois de la publication au BODACC (C. com. art. L622-24 et R622-24).", "Interest stops the day before. Ask for no more payment: lodge the claim with the creditors’ representative within two months of publication in the BODACC (C. com. art. L622-24 and R622-24).";
    insolvency_later: "Cette facture est postérieure\u{a0}: si le travail l’est aussi, elle est payée à son échéance et ses intérêts courent (C. com. art. L622-17, à confirmer auprès du mandataire).", "This invoice was issued later: if the work was done later too, it is paid when it falls due and bears interest (C. com. art. L622-17, to be confirmed by the representative).";
    kind_unknown_title: "Qui est ce client ?", "Who is this client?";
    kind_unknown_text: "Tant que ce n’est pas dit, le calcul réclame le moins : celui d’un particulier.", "Until it is said, the figures claim least: those for a consumer.";
    other_way: "Si un paiement éteignait d’abord ", "If a payment first extinguished ";
    other_way_total: ", le total serait de ", ", the total would be ";
    other_way_choose: "Choisir", "Choose";
    change_rate: "Modifier le taux", "Change the rate";
    delete_title: "Supprimer cette facture", "Delete this invoice";
}

/// Characters of the name of a document that are shown.
const LONGEST_NAME: usize = 120;

/// What a sending was: a document by its title, a note with its number, any other text by its step.
#[must_use]
pub fn sent(lang: Lang, event: &Event) -> String {
    let subject = event.text.subject.trim();
    let name = match event.step {
        Step::Document if !subject.is_empty() => subject.chars().take(LONGEST_NAME).collect(),
        _ => dunning::sending(lang, event).to_owned(),
    };
    match event.text.number.trim() {
        "" => name,
        number => format!("{name} {}{number}", lang.pick("n°\u{a0}", "no.\u{a0}")),
    }
}

/// What may have been sent without this program, as a choice.
#[must_use]
pub fn handed(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Invoice => lang.pick("La facture", "The invoice"),
        step => dunning::step(lang, step),
    }
}

/// What a formal notice granted and joined.
#[must_use]
pub fn granted(lang: Lang, notice: &NoticeTerms) -> String {
    let days = format::days(lang, notice.days.into());
    let joined: Vec<String> = notice
        .annexes
        .iter()
        .map(|one| composer::annex(lang, *one).to_lowercase())
        .chain(notice.others.iter().cloned())
        .collect();
    let joined = format::list(lang, &joined);
    match (lang, joined.is_empty()) {
        (Lang::Fr, true) => format!("Délai accordé\u{a0}: {days}."),
        (Lang::Fr, false) => format!("Délai accordé\u{a0}: {days}. Joint\u{a0}: {joined}."),
        (Lang::En, true) => format!("Time granted: {days}."),
        (Lang::En, false) => format!("Time granted: {days}. Enclosed: {joined}."),
    }
}

/// By how many ways of sending an invoice went.
#[must_use]
pub fn ways(lang: Lang, count: usize, in_all: usize) -> String {
    match lang {
        Lang::Fr => {
            let ways = if count > 1 { "canaux" } else { "canal" };
            format!("Facture envoyée par {count}\u{a0}{ways} sur\u{a0}{in_all}.")
        }
        Lang::En => {
            let ways = if count > 1 { "ways" } else { "way" };
            format!("Invoice sent {count} {ways} out of {in_all}.")
        }
    }
}

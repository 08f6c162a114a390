//! Words of disputes: the page that follows one, and what the law says around it.

use crate::base::Currency;
use crate::domain::dispute::{ReasonCode, Settlement, Side, Verdict};
use crate::domain::party::DebtorKind;
use crate::text::{Lang, format};

words! {
    title: "Litige", "Dispute";
    contested: "contestés", "contested";
    all_contested: "Tout ce qui reste dû est contesté : les relances attendent la réponse.", "All that is left to pay is contested: reminders wait for the answer.";
    rest: "Le reste n’est pas contesté et continue d’être demandé : ", "The rest is not contested, and goes on being asked for: ";
    share: "Part contestée de ce qui reste dû", "Contested part of what is left to pay";
    undisputed: "Non contesté", "Not contested";
    disputed: "Contesté", "Contested";
    next: "Ce qui vient", "What comes next";
    contested_part: "Pour la part contestée :", "For the contested part:";
    answered: "Réponse envoyée le ", "Answered on ";
    why: "Motif", "Reason";
    says: "Ce que dit le client", "What the client says";
    open: "Ouvrir un litige", "Open a dispute";
    open_hint: "Notez ce qui est contesté, et pas plus : le reste continue d’être dû et demandé.", "Note what is contested and no more: the rest stays owed and asked for.";
    amount: "Montant contesté", "Amount contested";
    cause: "Ce qui est contesté", "What is contested";
    code: "Motif officiel (facture électronique)", "Official reason (e-invoice)";
    code_none: "Aucun motif reçu d’une plateforme", "No reason received from a platform";
    code_hint: "Celui que la plateforme du client a donné avec le statut, s’il y en a un.", "The one the client’s platform gave with the status, where there is one.";
    code_source: "Liste : ", "List: ";
    code_read: ", lue le ", ", read on ";
    code_unread: " dans deux copies publiées concordantes ; la norme elle-même, payante, n’a pas été lue.", " in two published copies that agree; the standard itself, which is sold, was not read.";
    learnt: "Appris le", "Learnt on";
    answer_day: "Répondre au plus tard le", "Answer by";
    note: "Ce que dit le client, avec ses mots", "What the client says, in the client’s words";
    correct: "Corriger ce litige", "Correct this dispute";
    correct_hint: "Le motif officiel, le rendez-vous et les engagements restent comme ils sont.", "The official reason, the meeting and the promises stay as they are.";
    save_correct: "Enregistrer la correction", "Save the correction";
    save_open: "Ouvrir le litige", "Open the dispute";
    meeting: "Rendez-vous", "Meeting";
    meeting_hint: "Une demi-heure de vive voix règle plus de litiges que dix messages. Proposez un moment, notez ce qui est convenu, confirmez-le par écrit.", "Half an hour of talking settles more disputes than ten messages. Propose a time, note what is agreed, confirm it in writing.";
    day: "Jour", "Day";
    time: "Heure", "Time";
    time_hint: "Comme 14 h 30.", "As 14:30.";
    length: "Durée en minutes", "Length in minutes";
    place: "Lieu, lien ou numéro", "Place, link or number";
    agenda: "Ordre du jour", "Agenda";
    agenda_hint: "Repris dans la proposition. Par exemple : ce qui manque, ce que nous reprenons, la date.", "Used in the proposal. For example: what is missing, what is put right, by when.";
    minutes: "Compte rendu", "Minutes";
    minutes_hint: "Qui était là, ce qui a été dit, ce qui est convenu. Repris dans la confirmation : rien que le client ne puisse lire.", "Who was there, what was said, what is agreed. Used in the confirmation: nothing the client may not read.";
    save_meeting: "Garder le rendez-vous", "Keep the meeting";
    no_meeting: "Retirer le rendez-vous", "Take the meeting out";
    ics: "Mettre dans mon agenda (.ics)", "Put in my calendar (.ics)";
    write_meeting: "Écrire la proposition", "Write the proposal";
    promises: "Engagements", "Promises";
    promises_none: "Aucun engagement noté.", "No promise noted.";
    side: "Qui s’engage", "Who promises";
    ours: "Moi", "I do";
    theirs: "Le client", "The client";
    what: "À quoi", "What";
    by: "Pour le", "By";
    save_promise: "Noter l’engagement", "Note the promise";
    done: "C’est fait", "Done";
    dropped: "Abandonné", "Given up";
    reopen: "Rouvrir", "Reopen";
    late: "en retard", "late";
    is_done: "fait le ", "done on ";
    is_dropped: "abandonné le ", "given up on ";
    end: "Issue", "Outcome";
    how: "Comment il se termine", "How it ends";
    on: "Le", "On";
    credited: "Avoir convenu, TTC", "Credit note agreed, VAT included";
    credited_hint: "Noté comme avoir à cette date : ce qui reste dû baisse d’autant. Vide s’il n’y a pas d’avoir : dites alors ce qui est convenu.", "Noted as a credit note on that day: what is left to pay is less by it. Empty where there is none: then say what is agreed.";
    reference: "Numéro de l’avoir", "Number of the credit note";
    terms: "Ce qui est convenu", "What is agreed";
    terms_hint: "Repris mot pour mot dans la confirmation.", "Used word for word in the confirmation.";
    pay_by: "Paiement convenu pour le", "Payment agreed for";
    pay_by_hint: "Suivi comme une promesse, et écrit dans la confirmation. Vide, aucune date n’est annoncée au client.", "Followed as a promise, and written in the confirmation. Left empty, the client is told no date.";
    close: "Clore le litige", "Close the dispute";
    confirm: "Confirmer par écrit", "Confirm in writing";
    settle: "Faire une offre", "Make an offer";
    past: "Litiges clos", "Closed disputes";
    others: "Autres litiges", "Other disputes";
    closed_on: "clos le ", "closed on ";
    law: "Ce que dit la loi, et qui peut aider", "What the law says, and who can help";
    law_rest: "Contester une partie ne dispense pas de payer le reste : la part non contestée reste exigible, et c’est elle que demandent les textes. Les pénalités sont demandées pour cette part seule, au même nombre de jours et aux mêmes taux ; celles de la part contestée sont réservées, et restent comptées.", "Contesting a part is no reason not to pay the rest: the part not contested stays due, and it is what the texts ask for. Penalties are asked for on that part alone, for the same days at the same rates; those of the contested part are reserved, and go on being counted.";
    law_order: "Une injonction de payer suppose une créance qui ne se discute pas sérieusement : sur une somme contestée, le débiteur peut s’y opposer, et l’affaire va alors devant le juge.", "An order for payment supposes a claim that is not seriously disputed: on a contested sum the debtor can object, and the matter then goes before the court.";
    law_attempt: "Devant le tribunal judiciaire, une demande jusqu’à 5 000 € suppose d’abord une tentative amiable (conciliation, médiation ou procédure participative), sous peine d’irrecevabilité (CPC art. 750-1). Une injonction de payer n’y est pas soumise. À confirmer : le décret 2025-660 a réécrit une partie de ces articles, et sa rédaction actuelle n’a pas été relue.", "Before the tribunal judiciaire, a claim up to €5,000 supposes that an amicable way was tried first (conciliation, mediation or a participative procedure), or it is inadmissible (CPC art. 750-1). An order for payment is not subject to this. To be confirmed: decree 2025-660 rewrote part of these articles, and their present wording was not read again.";
    law_proof: "Rendez-vous, compte rendu, confirmation écrite : ce sont eux qui montreront que vous avez cherché un accord (CPC art. 54).", "Meeting, minutes, written confirmation: these will show that you sought an agreement (CPC art. 54).";
    law_settlement: "Des concessions des deux côtés, écrites et signées, font une transaction : elle clôt le litige (C. civ. art. 2044).", "Concessions on both sides, written and signed, make a settlement: it ends the dispute (C. civ. art. 2044).";
    conciliator: "Le conciliateur de justice est gratuit, pour tous : au tribunal ou en mairie.", "The conciliateur de justice is free, for everybody: at the court or the town hall.";
}

/// An official reason, with its code and the statuses it comes with, by which it is found on a platform.
#[must_use]
pub fn reason_code(lang: Lang, code: ReasonCode) -> String {
    let statuses: Vec<String> = code.statuses().iter().map(u16::to_string).collect();
    let status = match statuses.as_slice() {
        [_] => lang.pick("statut", "status"),
        _ => lang.pick("statuts", "statuses"),
    };
    format!("{} ({}, {status} {})", reason(lang, code), code.code(), statuses.join(", "))
}

fn reason(lang: Lang, code: ReasonCode) -> &'static str {
    match code {
        ReasonCode::Quality => lang.pick("Qualité de ce qui est livré", "Quality of what was delivered"),
        ReasonCode::Delivery => {
            lang.pick("Livraison incomplète ou non conforme", "Delivery incomplete or not as agreed")
        }
        ReasonCode::Quantity => lang.pick("Quantité facturée", "Quantity invoiced"),
        ReasonCode::Article => lang.pick("Article facturé", "Article invoiced"),
        ReasonCode::UnitPrice => lang.pick("Prix unitaire", "Unit price"),
        ReasonCode::Discount => lang.pick("Remise absente ou erronée", "Discount missing or wrong"),
        ReasonCode::PaymentTerms => lang.pick("Modalités de paiement", "Terms of payment"),
        ReasonCode::Total => lang.pick("Montant total", "Total amount"),
        ReasonCode::Calculation => lang.pick("Erreur de calcul", "Error of calculation"),
        ReasonCode::VatRate => lang.pick("Taux de TVA", "Rate of VAT"),
        ReasonCode::Mention => lang.pick("Mention légale manquante", "Legal mention missing"),
        ReasonCode::Duplicate => lang.pick("Facture en double", "Same invoice twice"),
        ReasonCode::BilledTwice => lang.pick("Double facturation", "Invoiced twice"),
        ReasonCode::UnknownOrder => lang.pick("Opération inconnue du client", "Unknown to the client"),
        ReasonCode::UnknownSeller => lang.pick("Émetteur inconnu du client", "Seller unknown to the client"),
        ReasonCode::ContractOver => lang.pick("Contrat terminé", "Contract over"),
        ReasonCode::Recipient => lang.pick("Erreur de destinataire", "Wrong recipient"),
        ReasonCode::OrderNumber => {
            lang.pick("Numéro de commande erroné ou absent", "Order number wrong or missing")
        }
        ReasonCode::ContractReference => {
            lang.pick("Référence du contrat absente", "Reference of the contract missing")
        }
        ReasonCode::Reference => lang.pick("Autre référence erronée", "Another reference wrong"),
        ReasonCode::Address => lang.pick("Adresse de facturation électronique", "Electronic address"),
        ReasonCode::Siret => lang.pick("SIRET erroné ou absent", "SIRET wrong or missing"),
        ReasonCode::RoutingCode => lang.pick("Code de routage", "Routing code"),
        ReasonCode::BankDetails => lang.pick("Coordonnées bancaires", "Bank details"),
        ReasonCode::Document => lang.pick("Justificatif manquant", "Supporting document missing"),
        ReasonCode::Other => {
            lang.pick("Autre motif, expliqué dans le message", "Other, explained in the message")
        }
    }
}

/// How a dispute ends, as a choice.
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Upheld => lang.pick("Le client a raison", "The client is right"),
        Verdict::Partly => lang.pick("Le client a raison en partie", "The client is right in part"),
        Verdict::Rejected => lang.pick("La contestation n’est pas fondée", "Not justified"),
        Verdict::Withdrawn => lang.pick("Le client y renonce", "The client gives it up"),
    }
}

/// How a dispute ended, in a few words.
#[must_use]
pub fn settled(lang: Lang, outcome: &Settlement, currency: Currency) -> String {
    let mut said = verdict(lang, outcome.how).to_owned();
    if outcome.credited.is_positive() {
        let credited = format::money(lang, outcome.credited, currency);
        said.push_str(&lang.pick(format!(", avoir de {credited}"), format!(", credit note of {credited}")));
    }
    if let Some(by) = outcome.pay_by {
        let by = format::date(lang, by);
        said.push_str(
            &lang.pick(format!(", paiement convenu pour le {by}"), format!(", payment agreed for {by}")),
        );
    }
    said
}

/// Who promised.
#[must_use]
pub fn side(lang: Lang, side: Side) -> &'static str {
    match side {
        Side::Ours => words(lang).ours,
        Side::Theirs => words(lang).theirs,
    }
}

/// The mediator a client of this kind is for.
#[must_use]
pub fn mediator(lang: Lang, kind: DebtorKind) -> &'static str {
    match kind {
        DebtorKind::Business | DebtorKind::Public => lang.pick(
            "Le Médiateur des entreprises est gratuit et confidentiel, entre entreprises comme avec un acheteur public : on le saisit en ligne. Il n’impose rien, et la prescription est suspendue pendant une médiation convenue (C. civ. art. 2238).",
            "The Médiateur des entreprises is free and confidential, between firms and with public buyers: one applies online. He imposes nothing, and limitation is suspended during a mediation both agreed to (C. civ. art. 2238).",
        ),
        DebtorKind::Consumer | DebtorKind::Unknown => lang.pick(
            "Un professionnel doit donner à ses clients consommateurs les coordonnées d’un médiateur de la consommation, gratuit pour eux (C. conso. art. L612-1 et L616-1). C’est le consommateur qui le saisit, après une réclamation écrite : rappelez-lui cette voie. À confirmer : ces articles sont cités de mémoire.",
            "A professional must give consumer clients the details of a consumer mediator, free for them (C. conso. art. L612-1 and L616-1). It is the consumer who applies, after a written complaint: recall that way. To be confirmed: these articles are quoted from memory.",
        ),
    }
}

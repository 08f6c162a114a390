//! Words of the evidence of a claim: what is looked for, what is there, what to obtain next.

use super::labels;
use crate::domain::evidence::{Element, State, Strength};
use crate::domain::proof::{Proof, ProofKind};
use crate::text::{Lang, format};

words! {
    title: "Preuves", "Evidence";
    picture: "Solidité du dossier", "Strength of the case";
    guide: "Repère établi par Relance en novembre 2026, sans barème légal : un juge apprécie librement.", "A guide drawn up by Relance in November 2026, no scale of the law: a judge is free to weigh.";
    next: "À obtenir maintenant", "To obtain now";
    nothing_next: "Rien d’essentiel ne manque.", "Nothing essential is missing.";
    ask_title: "La question à poser", "The question to ask";
    ask_text: "Une réponse écrite de votre client vaut mieux que dix relances : elle montre qu’il reconnaît devoir, et fait repartir la prescription (C. civ. art. 2240). Posez une vraie question, en disant que vous garderez la réponse : un piège se retournerait contre vous.", "A written answer from your client is worth ten reminders: it shows that the debt is recognised, and starts limitation again (C. civ. art. 2240). Ask a real question, and say that you will keep the answer: a trap would turn against you.";
    ask: "Faire confirmer le solde", "Have the balance confirmed";
    answered: "Il a répondu : noter la reconnaissance", "There is an answer: note the acknowledgement";
    talk_title: "D’abord, en parler", "Talk about it first";
    talk_text: "Votre client conteste toute la somme\u{a0}: lui demander de la confirmer ne servirait à rien. Proposez-lui un rendez-vous, et notez ce qui en sort\u{a0}: un accord écrit, même sur une partie, est une preuve.", "Your client contests the whole sum: to ask that it be confirmed would be of no use. Propose a meeting, and note what comes of it: an agreement in writing, even about a part, is evidence.";
    talk: "Proposer un rendez-vous", "Propose a meeting";
    talk_follow: "Suivre le litige", "Follow the dispute";
    list: "Ce que l’on cherche dans un dossier", "What is looked for in a case";
    element: "Élément", "Element";
    state: "Où il est", "Where it is";
    weight: "Poids", "Weight";
    score: "Total présent", "On file in all";
    papers_title: "Pièces que vous gardez", "Papers you keep";
    papers_text: "Relance ne garde ni scan ni copie : notez ce que vous avez, et où. Le dossier à transmettre les citera à joindre.", "Relance keeps no scan or copy: note what you have, and where. The file to hand over will list them as to be attached.";
    kind: "Pièce", "Paper";
    name: "Intitulé de la pièce", "What it is called";
    date: "Date de la pièce", "Date of the paper";
    place: "Où elle est rangée", "Where it is kept";
    place_hint: "Un classeur, un dossier de votre messagerie.", "A binder, a folder of your mailbox.";
    add: "Noter cette pièce", "Note this paper";
    kept_at: "rangée : ", "kept: ";
    delete: "Retirer", "Take off";
    file: "Voir le dossier à transmettre", "See the file to hand over";
}

/// The meter on one line: « dossier sérieux, 60 points sur 100 ».
#[must_use]
pub fn meter(lang: Lang, strength: Strength, score: u32) -> String {
    format!("{}, {}", self::strength(lang, strength), out_of(lang, score))
}

/// How strong a file is.
#[must_use]
pub fn strength(lang: Lang, strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => lang.pick("dossier fragile", "weak case"),
        Strength::Serious => lang.pick("dossier sérieux", "sound case"),
        Strength::Solid => lang.pick("dossier solide", "strong case"),
    }
}

/// What that means.
#[must_use]
pub fn meaning(lang: Lang, strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => lang.pick(
            "Si votre client niait la dette, il pourrait être cru. Obtenez d’abord ce qui montre l’accord ou la livraison, ou sa confirmation écrite.",
            "If your client denied the debt, it might be believed. First obtain what shows the agreement or the delivery, or a written confirmation.",
        ),
        Strength::Serious => lang.pick(
            "L’essentiel se montre. Ce qui manque ci-dessous rendrait la contestation difficile.",
            "Most of it can be shown. What is missing below would make it hard to contest.",
        ),
        Strength::Solid => lang.pick(
            "L’accord, la livraison et vos demandes se montrent : le dossier peut être transmis.",
            "Agreement, delivery and your requests can be shown: the file can be handed over.",
        ),
    }
}

/// Where an element is.
#[must_use]
pub fn state(lang: Lang, state: State) -> &'static str {
    match state {
        State::OnFile => lang.pick("au dossier", "on file"),
        State::Yours => lang.pick("à joindre par vous", "to be enclosed by you"),
        State::Missing => lang.pick("manque", "missing"),
    }
}

/// What is looked for.
#[must_use]
pub fn element(lang: Lang, element: Element) -> &'static str {
    match element {
        Element::Agreement => {
            lang.pick("L’accord : devis, commande, contrat", "The agreement: quote, order, contract")
        }
        Element::Delivery => lang.pick("La livraison ou l’acceptation", "Delivery or acceptance"),
        Element::Sent => lang.pick("La facture envoyée", "The invoice sent"),
        Element::Terms => lang.pick("Les conditions de retard annoncées", "The late-payment terms announced"),
        Element::Uncontested => lang.pick("Aucune contestation", "No dispute"),
        Element::Reminders => lang.pick("Les relances", "The reminders"),
        Element::FormalNotice => lang.pick("La mise en demeure", "The formal notice"),
        Element::NoticeReceipt => lang.pick("La preuve de sa réception", "The proof of its receipt"),
        Element::Acknowledgement => {
            lang.pick("La reconnaissance de la dette", "The acknowledgement of the debt")
        }
        Element::Identity => lang.pick("L’identité du débiteur", "The debtor’s identity"),
    }
}

/// Why it is looked for.
#[must_use]
pub fn why(lang: Lang, element: Element) -> &'static str {
    match element {
        Element::Agreement => {
            lang.pick("Ce qui a été commandé, et à quel prix.", "What was ordered, and at what price.")
        }
        Element::Delivery => lang
            .pick("Que vous avez fait ce qui était dû en échange.", "That you did what was owed in return."),
        Element::Sent => lang.pick("Que le client a pu la payer.", "That the client was able to pay it."),
        Element::Terms => lang.pick(
            "Que les pénalités étaient connues, au devis, aux CGV ou sur la facture.",
            "That penalties were known, from the quote, the terms or the invoice.",
        ),
        Element::Uncontested => lang.pick(
            "Trente jours sans un mot contre elle : un indice, pas une preuve à lui seul.",
            "Thirty days without a word against it: a hint, no proof by itself.",
        ),
        Element::Reminders => {
            lang.pick("Que vous avez cherché une issue amiable.", "That you looked for an amicable way.")
        }
        Element::FormalNotice => lang.pick(
            "Demandée en pratique avant une injonction de payer.",
            "Asked for in practice before an order for payment.",
        ),
        Element::NoticeReceipt => {
            lang.pick("Le jour d’où elle produit ses effets.", "The day from which it takes effect.")
        }
        Element::Acknowledgement => lang.pick(
            "Le client écrit qu’il doit, demande un délai, ou paie une partie.",
            "The client writes that it owes, asks for time, or pays a part.",
        ),
        Element::Identity => lang.pick(
            "Contre qui l’on agit : SIREN d’une entreprise, nom et adresse d’une personne.",
            "Whom one acts against: SIREN of a firm, name and address of a person.",
        ),
    }
}

/// How it is obtained.
#[must_use]
pub fn how(lang: Lang, element: Element) -> &'static str {
    match element {
        Element::Agreement => lang.pick(
            "Retrouvez le devis accepté, la commande ou l’e-mail d’accord.",
            "Find the accepted quote, the order or the e-mail that agreed.",
        ),
        Element::Delivery => lang.pick(
            "Retrouvez le bon signé, le procès-verbal, ou l’e-mail qui remercie du travail.",
            "Find the signed slip, the report, or the e-mail that thanks for the work.",
        ),
        Element::Sent => lang.pick(
            "Envoyez la facture d’ici, ou notez son envoi.",
            "Send the invoice from here, or note that it was sent.",
        ),
        Element::Terms => lang.pick(
            "Notez où elles sont écrites : devis, conditions générales ou facture.",
            "Note where they are written: quote, general terms or invoice.",
        ),
        Element::Uncontested => {
            lang.pick("Demandez au client de confirmer le solde.", "Ask the client to confirm the balance.")
        }
        Element::Reminders => lang.pick("Relancez par écrit.", "Send a reminder in writing."),
        Element::FormalNotice => lang.pick(
            "Quand les relances n’ont rien donné, mettez en demeure.",
            "When reminders brought nothing, give formal notice.",
        ),
        Element::NoticeReceipt => lang.pick(
            "Notez le jour de l’avis de réception, et gardez-le.",
            "Note the day of the acknowledgement of receipt, and keep it.",
        ),
        Element::Acknowledgement => lang.pick(
            "Posez la question ci-dessous : la réponse écrite suffit.",
            "Ask the question below: a written answer is enough.",
        ),
        Element::Identity => lang.pick("Complétez la fiche du client.", "Complete the client’s details."),
    }
}

/// A paper only the user has, as a list of exhibits names it.
#[must_use]
pub fn paper(lang: Lang, kind: ProofKind) -> &'static str {
    match kind {
        ProofKind::Agreement => {
            lang.pick("Devis accepté, bon de commande ou contrat", "Accepted quote, order or contract")
        }
        ProofKind::Contract => lang.pick("Contrat signé", "Signed contract"),
        ProofKind::Quote => lang.pick("Devis signé ou accepté", "Signed or accepted quote"),
        ProofKind::Order => lang.pick("Bon de commande", "Purchase order"),
        ProofKind::Acceptance => {
            lang.pick("Procès-verbal de réception ou d’acceptation", "Record of acceptance")
        }
        ProofKind::Acknowledgement => {
            lang.pick("Reconnaissance de dette du client", "The client’s acknowledgement of the debt")
        }
        ProofKind::Emails => lang.pick("Échange d’e-mails", "Exchange of e-mails"),
        ProofKind::Letter => lang.pick("Courrier du client", "Letter from the client"),
        ProofKind::Minutes => {
            lang.pick("Compte rendu d’appel ou de réunion", "Minutes of a call or a meeting")
        }
        ProofKind::Posting => {
            lang.pick("Preuve de dépôt ou avis de la Poste", "Receipt or notice from the post")
        }
        ProofKind::Other => lang.pick("Autre pièce", "Another paper"),
        ProofKind::Delivery => lang.pick(
            "Preuve de la livraison ou de l’exécution\u{a0}: bon signé, procès-verbal ou échanges",
            "Proof of delivery or of the work done: signed slip, report or messages",
        ),
        ProofKind::Invoice => lang.pick("Facture telle qu’émise", "Invoice as issued"),
        ProofKind::Terms => lang.pick(
            "Conditions de paiement annoncées\u{a0}: devis, conditions générales ou facture",
            "Terms of payment announced: quote, general terms or invoice",
        ),
        ProofKind::NoticeReceipt => lang.pick(
            "Preuve de dépôt et avis de réception de la mise en demeure",
            "Proof of posting and acknowledgement of receipt of the formal notice",
        ),
        ProofKind::Identity => lang.pick(
            "Extrait de registre identifiant le débiteur",
            "Extract of a register that identifies the debtor",
        ),
    }
}

/// A paper by its kind and its title: « Échange d’e-mails – retouches de mai »; one of no known kind by its title alone.
#[must_use]
pub fn named(lang: Lang, proof: &Proof) -> String {
    let title = proof.title.split_whitespace().collect::<Vec<_>>().join(" ");
    match (proof.kind, title.is_empty()) {
        (ProofKind::Other, false) => labels::upper_first(&title),
        (kind, true) => paper(lang, kind).to_owned(),
        (kind, false) => format!("{} – {title}", paper(lang, kind)),
    }
}

/// How much there is, in the one measure every screen gives it in: « 60 points sur 100 ».
#[must_use]
pub fn out_of(lang: Lang, number: u32) -> String {
    let score = format::integer(lang, i64::from(number));
    let (fr, en) =
        (if number < 2 { "point" } else { "points" }, if number == 1 { "point" } else { "points" });
    lang.pick(format!("{score} {fr} sur 100"), format!("{score} {en} of 100"))
}

//! Words of the page that a client answers on: the client's own, sober, and told to somebody who knows nothing of Relance.

use crate::text::{Lang, format};

words! {
    title: "Répondre à une facture", "Answer about an invoice";
    what_this_is: "Cette page a été préparée par ", "This page was prepared by ";
    what_this_is_end: " avec Relance, un outil gratuit. Tout ce qu’elle montre était dans le lien ou le fichier reçu : elle n’envoie rien, n’enregistre rien et ne demande aucune coordonnée bancaire.", " with Relance, a free tool. All it shows was in the link or the file received: it sends nothing, keeps nothing and asks for no bank details.";
    doubt: "Un doute sur ce message ? Appelez votre fournisseur à son numéro habituel.", "Any doubt about this message? Call your supplier on its usual number.";
    balance: "Solde", "Balance";
    as_of: "arrêté au ", "as at ";
    due: "Échéance", "Due date";
    pay_online: "Payer en ligne sur ", "Pay online at ";
    cheque: "Chèque à l’ordre de ", "Cheque payable to ";
    question: "Que répondez-vous ?", "What do you answer?";
    pays: "Je paie le…", "I pay on…";
    instalments: "Je propose de payer en plusieurs fois", "I propose to pay in several parts";
    paid: "J’ai déjà payé", "I have already paid";
    contests: "Je ne suis pas d’accord", "I do not agree";
    pay_date: "Jour du paiement", "Day of payment";
    first_date: "Jour du premier paiement", "Day of the first payment";
    paid_date: "Jour de votre paiement", "Day of your payment";
    amount: "Montant", "Amount";
    contested: "Montant contesté", "Amount contested";
    count: "Nombre de fois", "How many times";
    count_hint: "De 2 à 24, une fois par mois.", "From 2 to 24, once a month.";
    cause: "Pourquoi", "Why";
    word: "Un mot à ajouter", "A word to add";
    word_hint: "Il n’est que dans l’e-mail.", "It is only in the e-mail.";
    prepare: "Préparer ma réponse", "Prepare my answer";
    ready: "Votre réponse, à relire", "Your answer, to read over";
    ready_text: "Rien n’est parti. Envoyez-la par votre messagerie, ou copiez-la.", "Nothing has left. Send it from your mailbox, or copy it.";
    open_mail: "Ouvrir dans ma messagerie", "Open in my mailbox";
    copy: "Copier la réponse", "Copy the answer";
    copied: "Copié.", "Copied.";
    change: "Changer ma réponse", "Change my answer";
    code_note: "Le code permet à votre fournisseur de noter votre réponse sans la retaper.", "The code lets your supplier note your answer without typing it again.";
    broken_title: "Ce lien est incomplet", "This link is incomplete";
    broken_text: "Une partie du lien a été coupée ou changée en route. Rouvrez-le depuis l’e-mail reçu, ou répondez simplement à cet e-mail.", "A part of the link was cut or changed on its way. Open it again from the e-mail you received, or simply answer that e-mail.";
    required: "À compléter.", "To be completed.";
    wrong_date: "Écrivez un jour comme 15/12/2026.", "Write a day such as 15/12/2026.";
    wrong_to_come: "Choisissez aujourd’hui ou un jour à venir.", "Choose today or a day to come.";
    wrong_far: "Dans les six mois : au-delà, les relances ne peuvent pas attendre. Proposez plutôt plusieurs paiements.", "Within six months: reminders cannot wait for longer. Propose several payments instead.";
    wrong_past: "Ce jour n’est pas encore venu.", "This day has not come yet.";
    wrong_amount: "Un montant au-dessus de zéro, au plus le solde.", "An amount above zero, no more than the balance.";
    wrong_count: "Un nombre de 2 à 24.", "A number from 2 to 24.";
    no_script: "Cette page a besoin de JavaScript. Vous pouvez aussi répondre simplement à l’e-mail reçu.", "This page needs JavaScript. You can also simply answer the e-mail you received.";
}

/// The invoices a card is about: « Facture n° 2026-014 ».
#[must_use]
pub fn about(lang: Lang, numbers: &[String]) -> String {
    let list = format::list(lang, numbers);
    match (lang, numbers.len()) {
        (Lang::Fr, 0 | 1) => format!("Facture n°\u{a0}{list}"),
        (Lang::Fr, _) => format!("Factures n°\u{a0}{list}"),
        (Lang::En, 0 | 1) => format!("Invoice {list}"),
        (Lang::En, _) => format!("Invoices {list}"),
    }
}

/// Subject of the client's e-mail.
#[must_use]
pub fn subject(lang: Lang, numbers: &[String]) -> String {
    let about = about(lang, numbers);
    lang.pick(format!("{about}\u{a0}: ma réponse"), format!("{about}: my answer"))
}

/// Body of the client’s e-mail, with `{answer}`, `{word}` and `{code}` where they go.
#[must_use]
pub fn body_pattern(lang: Lang, numbers: &[String]) -> String {
    let about = crate::text::words::labels::lower_first(&about(lang, numbers));
    match (lang, numbers.len()) {
        (Lang::Fr, 0 | 1) => {
            format!(
                "Bonjour,\n\nAu sujet de la {about}\u{a0}: {{answer}}.\n\n{{word}}Code de réponse\u{a0}: {{code}}\n"
            )
        }
        (Lang::Fr, _) => {
            format!(
                "Bonjour,\n\nAu sujet des {about}\u{a0}: {{answer}}.\n\n{{word}}Code de réponse\u{a0}: {{code}}\n"
            )
        }
        (Lang::En, _) => format!("Hello,\n\nAbout {about}: {{answer}}.\n\n{{word}}Answer code: {{code}}\n"),
    }
}

/// Body of the client’s e-mail: who it is to, the answer as a sentence, a word, the code.
#[must_use]
pub fn body(lang: Lang, numbers: &[String], answer: &str, word: &str, code: &str) -> String {
    let word = if word.trim().is_empty() { String::new() } else { format!("{}\n\n", word.trim()) };
    // What was typed comes last: nothing in it is taken for a place.
    let body = body_pattern(lang, numbers).replace("{answer}", answer).replace("{code}", code);
    body.replace("{word}", &word)
}

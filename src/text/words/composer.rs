//! Words of the page where a text is chosen, checked and sent.

words! {
    title: "Écrire à ", "Write to ";
    which: "Quel texte", "Which text";
    first: "Première relance", "First reminder";
    first_why: "Un e-mail court, le ton au choix.", "A short e-mail, in the tone you choose.";
    firm: "Relance ferme", "Firm reminder";
    firm_why: "Les sommes exactes, une date limite.", "The exact sums, a deadline.";
    notice: "Mise en demeure", "Formal notice";
    notice_why: "Une lettre à imprimer, en recommandé.", "A letter to print, by registered post.";
    tone: "Ton", "Tone";
    tone_warm: "Amical", "Warm";
    tone_courteous: "Cordial", "Courteous";
    tone_direct: "Direct", "Direct";
    tone_firm: "Ferme", "Firm";
    address: "On se dit", "Form of address";
    language: "Langue du texte", "Language of the text";
    missing_title: "Ce qui manque à ce texte", "What this text lacks";
    missing_text: "Gardé dans ce navigateur pour les textes suivants.", "Kept in this browser for later texts.";
    preview: "Aperçu", "Preview";
    to: "À", "To";
    subject: "Objet", "Subject";
    copy: "Copier l’e-mail", "Copy the e-mail";
    open_mail: "Ouvrir dans ma messagerie", "Open in my mail program";
    mark_sent: "Marquer comme envoyée", "Mark as sent";
    print: "Imprimer", "Print";
    copy_letter: "Copier le texte", "Copy the text";
    sent_on: "Envoyée le", "Sent on";
    channel: "Comment", "How";
    sent_save: "Noter l’envoi", "Note the sending";
    sent_missing: "Il manque encore : ", "Still missing: ";
    deadline: "Date limite pour payer", "Deadline to pay";
    not_late: "L’échéance n’est pas passée : une relance dirait qu’elle l’est.", "The due date is not past: a reminder would say it is.";
    settled: "Plus rien n’est dû : il n’y a rien à réclamer.", "Nothing is owed any more: there is nothing to claim.";
    no_reminder: "Aucune relance n’est notée. Une mise en demeure sans relance préalable est licite, mais moins bien reçue.", "No reminder is on record. A formal notice without one is lawful, but less well received.";
    kind_unknown: "La nature du client n’est pas dite : ce texte réclame le moins.", "What the client is has not been said: this text claims least.";
    provisional: "Un taux n’est pas encore connu : le texte le dit.", "A rate is not known yet: the text says so.";
    printed_hint: "Imprimez avec les marges par défaut, sans en-tête ni pied de page du navigateur.", "Print with default margins, without the browser’s headers and footers.";
}

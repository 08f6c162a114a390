//! Words of putting a text in one's own words, and of what is checked in it.

words! {
    edit: "Modifier le texte", "Edit the text";
    back: "Revenir au texte proposé", "Back to the proposed text";
    again: "Reprendre mes modifications", "Take my changes up again";
    own: "Ce sont vos mots : ils ne suivent plus ni le ton, ni la langue, ni les chiffres choisis.", "These are your own words: they no longer follow the tone, language or figures chosen.";
    own_letter: "Adresses, tableaux et paiement restent tels quels.", "Addresses, tables and payment details stay as they are.";
    moved: "Le texte proposé a changé", "The proposed text has changed";
    moved_text: "Les faits, les chiffres ou vos choix ne sont plus ceux d’où vous êtes parti.", "The facts, the figures or your choices are no longer those you started from.";
    take: "Prendre le nouveau", "Take the new one";
    keep: "Garder le mien", "Keep mine";
    body: "Message", "Message";
    paragraph: "Paragraphe ", "Paragraph ";
    checks: "Avant l’envoi", "Before sending";
    nothing: "Rien à corriger.", "Nothing to correct.";
    block_one: "point à corriger avant l’envoi", "point to correct before sending";
    block_many: "points à corriger avant l’envoi", "points to correct before sending";
    weigh_one: "point à relire", "point to look at again";
    weigh_many: "points à relire", "points to look at again";
    not_said: "Le texte ne dit plus ", "The text no longer says ";
    number: "le numéro de la facture", "the number of the invoice";
    dates: "de quand date la facture", "when the invoice dates from";
    balance: "la somme réclamée", "the sum claimed";
    deadline: "la date limite en toutes lettres", "the deadline in full";
    iban: "où payer", "where to pay";
    sender: "qui écrit", "who is writing";
    notice: "qu’il met en demeure", "that it is a formal notice";
    penalties: "que des pénalités courent", "that interest runs";
    reminders: "vos relances précédentes", "your earlier reminders";
    put_back: "Remettre", "Put back";
    see: "Voir", "Show";
    write_instead: "Écrire ", "Write ";
    write_sentence: "Remplacer la phrase par ", "Replace the sentence with ";
    to_correct: "À corriger", "To correct";
    to_weigh: "À peser", "To weigh";
    is_true: "C’est exact, et je peux le prouver", "It is true, and I can prove it";
    refused: "Ces mots ne peuvent pas partir : ", "These words cannot be sent: ";
    refused_next: ". Corrigez-les sous « Avant l’envoi ».", ". Correct them under “Before sending”.";
    cool_down: "Relisez-le dans dix minutes : un texte écrit à froid fait payer plus vite.", "Read it again in ten minutes: a text written with a cool head is paid sooner.";
    quote_open: "« ", "“";
    quote_close: " »", "”";
}

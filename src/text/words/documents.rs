//! Words of the screens where documents are chosen, printed, recorded, and opened again.

use crate::text::Lang;

words! {
    title: "Documents", "Documents";
    link: "Documents et dossier à transmettre", "Documents and file to hand over";
    statement_link: "Relevé de compte", "Statement of account";
    which: "Quel document", "Which document";
    letters: "Relances, mise en demeure et notes se composent à part.", "Reminders, formal notices and notes are written elsewhere.";
    letters_link: "Écrire au client", "Write to the client";
    from: "Du", "From";
    until: "Au", "To";
    period_hint: "Laissez vide pour tout le compte, jusqu’à aujourd’hui. Ce qui précède la période est repris en un seul solde.", "Leave empty for the whole account, up to today. What came before the period is one opening balance.";
    open_only: "Seulement les factures non soldées", "Only invoices that are not settled";
    payment: "Quel paiement", "Which payment";
    items: "Ce qui est remis", "What is handed over";
    items_hint: "Une pièce par ligne. Laissez vide pour les copies des factures.", "One item a line. Leave empty for copies of the invoices.";
    addressee: "À qui le dossier est remis", "To whom the file goes";
    addressee_hint: "Nom et adresse de l’avocat, du cabinet ou du tribunal, une ligne chacun. Peut rester vide.", "Name and address of the lawyer, the agency or the court, a line each. May stay empty.";
    discount: "Remise sur le principal", "Discount on the principal";
    drops: "Abandonner pénalités et indemnité", "Give up interest and fixed sum";
    by: "Payé au plus tard le", "Paid by";
    place: "Fait à", "Done at";
    place_hint: "La ville où vous signez. Laissez vide pour l’écrire à la main.", "The town where you sign. Leave it empty to write it by hand.";
    signed: "Place pour l’accord signé du client", "Room for the client to sign";
    offer_owed: "Dû aujourd’hui", "Owed today";
    offer_paid: "À payer avec l’offre", "To be paid under the offer";
    offer_saved: "Ce que vous abandonnez", "What you give up";
    no_plan: "Aucun échéancier n’est proposé pour cette facture : construisez-le d’abord.", "No payment plan is proposed for this invoice: build it first.";
    plan_link: "Construire ou suivre l’échéancier", "Build or follow the plan";
    standing: "Le débiteur est", "The debtor is";
    trader: "Commerçant ou société", "Trader or company";
    other_professional: "Libéral, association", "Liberal profession, association";
    consumer: "Particulier", "Consumer";
    fields: "Champs à recopier", "Fields to copy";
    fields_hint: "Un appui copie le champ.", "One press copies the field.";
    print: "Imprimer ou enregistrer en PDF", "Print or save as PDF";
    print_hint: "Imprimez à 100 %, sans en-tête ni pied de page du navigateur.", "Print at 100%, without the browser’s headers and footers.";
    copy: "Copier avec la mise en forme", "Copy with its form";
    download: "Télécharger la page", "Download the page";
    sheet: "Le document, page par page", "The document, page by page";
    know: "À savoir avant l’envoi", "To know before it leaves";
    record: "Noter l’envoi", "Record the sending";
    record_hint: "Le document est noté sur chaque facture qu’il concerne, et gardé tel quel avec son empreinte.", "The document is noted on each invoice it is about, and kept as it is with its fingerprint.";
    by_which: "Comment", "How";
    sent_on: "Remis ou envoyé le", "Handed over or sent on";
    to: "À qui", "To whom";
    reopen: "Rouvrir la lettre", "Open the letter again";
    copy_title: "Copie de ce qui a été envoyé", "Copy of what was sent";
    copy_mark: "Marquer « Duplicata »", "Mark as “Duplicate”";
    copy_same: "Conforme à ce qui a été noté : l’empreinte est la même.", "The same as what was recorded: the fingerprint agrees.";
    copy_differs: "L’empreinte diffère de celle du texte noté : cette copie a été changée depuis.", "The fingerprint differs from that of the recorded text: this copy was changed since.";
    copy_bare: "Le logo ou la signature d’alors n’est plus gardé : la copie s’imprime sans.", "The logo or signature of then is no longer kept: the copy prints without it.";
    copy_none: "De cet envoi, seul le texte est gardé : le voici, tel qu’il a été noté.", "Of this sending the text alone is kept: here it is, as it was recorded.";
    filed: "Une fois la requête déposée, notez-la : chaque délai sera suivi.", "Once the request is filed, note it: each deadline will be followed.";
    no_office_address: "L’adresse du mandataire manque\u{a0}: la déclaration lui est envoyée.", "The representative’s address is missing: the declaration is sent there.";
    office_link: "Donner l’adresse", "Give the address";
    lodged: "Une fois la déclaration envoyée, notez-la : la suite sera suivie.", "Once the declaration is sent, note it: what follows will be followed.";
    filed_link: "Noter la suite", "Note what follows";
    batch_title: "Courriers à imprimer", "Letters to print";
    batch_link: "Imprimer plusieurs courriers", "Print several letters";
    batch_what: "Quels courriers", "Which letters";
    batch_due: "À envoyer aujourd’hui", "To send today";
    batch_statements: "Relevés de compte", "Statements of account";
    batch_none: "Aucun courrier de cette sorte pour l’instant.", "No letter of this kind for now.";
    batch_prepare: "Préparer les courriers", "Prepare the letters";
    batch_one: "courrier prêt", "letter ready";
    batch_many: "courriers prêts", "letters ready";
    batch_of: " sur ", " of ";
    batch_record: "Noter tous ces envois", "Record all these sendings";
    batch_missing: "Incomplet : ", "Incomplete: ";
    batch_own: "Avec les mots que vous avez préparés.", "In the words you prepared.";
    batch_moved: "Vous l’avez préparée avant que les chiffres ou les faits ne changent\u{a0}: relisez-la d’abord.", "You prepared it before figures or facts changed: read it again first.";
    batch_faulty: "Vos mots sont à revoir\u{a0}: il en manque, ou l’un d’eux ne peut pas partir.", "Your words need another look: something is missing, or may not be sent.";
    batch_again: "La relire", "Read it again";
}

/// What stands at the top of a copy.
#[must_use]
pub fn duplicate(lang: Lang, printed: &str) -> String {
    lang.pick(format!("Duplicata imprimé le {printed}"), format!("Duplicate printed on {printed}"))
}

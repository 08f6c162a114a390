//! Words of erasing: one client, or everything, for good.

words! {
    title: "Effacer", "Erase";
    one_hint: "Pour effacer ou anonymiser un client, ouvrez sa fiche.", "To erase or anonymise a client, open its record.";
    clients: "Voir les clients", "See the clients";
    all_hint: "Efface de ce navigateur tout ce que Relance y garde : clients, factures, réglages, corbeille, journal. C’est pour de bon.", "Erases from this browser all that Relance keeps in it: clients, invoices, settings, trash, journal. It is for good.";
    files: "Les fichiers que vous avez enregistrés ailleurs ne sont pas touchés.", "Files you saved elsewhere are not touched.";
    backup_first: "D’abord télécharger une sauvegarde", "Download a backup first";
    backup_done: "Sauvegarde téléchargée.", "Backup downloaded.";
    type_word: "Pour confirmer, tapez EFFACER", "To confirm, type ERASE";
    word: "EFFACER", "ERASE";
    wrong_word: "Tapez EFFACER en capitales, ou fermez sans rien effacer.", "Type ERASE in capitals, or close and erase nothing.";
    all_yes: "Tout effacer pour de bon", "Erase everything for good";
    all_start: "Tout effacer…", "Erase everything…";
    client_start: "Effacer ce client…", "Erase this client…";
    anonymise_start: "Anonymiser ce client…", "Anonymise this client…";
    client_title: "Effacer ce client pour de bon ?", "Erase this client for good?";
    client_goes: "Avec lui disparaissent : ", "With it go: ";
    client_alone: "Rien d’autre ne le concerne.", "Nothing else is about it.";
    client_yes: "Effacer pour de bon", "Erase for good";
    anonymise_title: "Anonymiser ce client pour de bon ?", "Anonymise this client for good?";
    anonymise_goes: "Nom, adresse, contacts, notes, références et textes envoyés disparaissent. Dates, montants et numéros de facture restent : ", "Name, address, contacts, notes, references and sent texts go. Dates, amounts and invoice numbers stay: ";
    anonymise_alone: "Nom, adresse, contacts et notes disparaissent.", "Name, address, contacts and notes go.";
    anonymise_yes: "Anonymiser pour de bon", "Anonymise for good";
    for_good: "Cela ne pourra pas être annulé, et rien n’en restera dans ce navigateur.", "This cannot be undone, and nothing of it will remain in this browser.";
    invoice: "facture", "invoice";
    invoices: "factures", "invoices";
    movement: "mouvement", "movement";
    movements: "mouvements", "movements";
    sending: "envoi", "sending";
    sendings: "envois", "sendings";
    act: "acte", "act";
    acts: "actes", "acts";
    proceeding: "procédure ou cession", "procedure or sale";
    proceedings: "procédures et cessions", "procedures and sales";
    plan: "échéancier", "payment plan";
    plans: "échéanciers", "payment plans";
    paper: "pièce ou carte de réponse", "paper or reply card";
    papers: "pièces ou cartes de réponse", "papers or reply cards";
    trash_item: "élément de la corbeille", "item of the trash";
    trash_items: "éléments de la corbeille", "items of the trash";
}

//! Words of what is kept, where, and whether it outlives accidents.

words! {
    where_label: "Où", "Where";
    where_local: "Dans la mémoire locale de ce navigateur (« local storage »), un enregistrement par client et par facture.", "In this browser’s local storage, one record for each client and each invoice.";
    where_journal: "S’y ajoute, dans sa base de données (« IndexedDB »), un journal des modifications du dernier jour : il retrouve ce que le navigateur n’aurait pas eu le temps d’écrire.", "Beside it, in its database (IndexedDB), a journal of the last day’s changes: it recovers what the browser had no time to write.";
    where_memory: "Nulle part : ce navigateur refuse de garder quoi que ce soit. Tout est dans cette page, et disparaît avec elle.", "Nowhere: this browser refuses to keep anything. All is in this page, and goes with it.";
    room: "Place", "Room";
    unit: "Ko", "kB";
    room_of: " sur environ ", " of about ";
    others: " en sont pris par d’autres pages de la même adresse.", " of it are taken by other pages of the same address.";
    room_left: "De quoi ajouter environ ", "Enough to add about ";
    room_none: "Plus assez pour une facture comme les vôtres.", "Not enough for an invoice like yours.";
    full: "Il n’y a plus de place.", "There is no room left.";
    full_what: "Ce que vous ajoutez peut être refusé ; rien de ce qui est enregistré n’est perdu. Sauvegardez, puis archivez les affaires closes et videz la corbeille.", "What you add may be refused; nothing saved is lost. Back up, then archive closed cases and empty the trash.";
    warned: "La place se réduit.", "Room is running short.";
    warned_what: "Sauvegardez, puis archivez les affaires closes et videz la corbeille.", "Back up, then archive closed cases and empty the trash.";
    warned_link: "Faire de la place", "Make room";
    crash: "Arrêt brutal", "Sudden stop";
    crash_safe: "Ce qui est dit enregistré le reste, même si le navigateur est arrêté net à l’instant d’après.", "What is said to be saved stays so, even if the browser is killed the moment after.";
    crash_late: "Ce navigateur refuse le journal. Il écrit vos modifications pour de bon au bout de quelques minutes : fermez-le normalement, et sauvegardez souvent.", "This browser refuses the journal. It writes your changes for good within some minutes: close it the usual way, and back up often.";
    persistence: "Stockage persistant", "Persistent storage";
    persistent: "Accordé : le navigateur n’efface pas ces données de lui-même quand il manque de place.", "Granted: the browser does not clear this data by itself when it runs short of room.";
    not_persistent: "Pas accordé : s’il manque de place, le navigateur peut effacer ces données. Une sauvegarde ailleurs en protège.", "Not granted: if it runs short of room, the browser may clear this data. A backup elsewhere protects you.";
    persistence_unknown: "Ce navigateur ne dit pas s’il garde ces données quand il manque de place. Une sauvegarde ailleurs en protège.", "This browser does not say whether it keeps this data when it runs short of room. A backup elsewhere protects you.";
    persistence_ask: "Demander au navigateur", "Ask the browser";
    persistence_no: "Le navigateur a répondu non. Il décide seul ; mettre cette page en favori le fait souvent changer d’avis.", "The browser said no. It decides alone; a bookmark to this page often changes its mind.";
    partial: "Une partie de vos données manque", "A part of your data is missing";
    partial_what: "Le navigateur a perdu des enregistrements, et le journal du dernier jour ne les a pas tous. Ce qui reste est ici. Restaurez votre dernière sauvegarde avec « Fusionner » : ce qui manque revient, ce qui est là reste. D’ici là, aucune copie automatique n’est faite.", "The browser lost records, and the last day’s journal does not have them all. What is left is here. Restore your last backup with “Merge”: what is missing comes back, what is here stays. Until then no automatic copy is made.";
    partial_done: "C’est fait, ou je continue avec ce qui reste", "Done, or I go on with what is left";
    mended: "Réparé à l’ouverture", "Mended at opening";
    redone: "modification que le navigateur avait perdue, retrouvée", "change the browser had lost, recovered";
    redone_many: "modifications que le navigateur avait perdues, retrouvées", "changes the browser had lost, recovered";
    repaired: "élément abîmé, remis en état", "damaged item, put right";
    repaired_many: "éléments abîmés, remis en état", "damaged items, put right";
    rolled_back: "modification coupée avant d’être dite enregistrée, retirée", "change cut before it was said to be saved, taken out";
    rolled_back_many: "modifications coupées avant d’être dites enregistrées, retirées", "changes cut before they were said to be saved, taken out";
}

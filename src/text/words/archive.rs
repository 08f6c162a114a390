//! Words of the archive: closed cases in a file of their own.

words! {
    title: "Archive", "Archive";
    hint: "Les affaires closes peuvent passer dans un fichier, ce qui fait de la place ici. Le fichier s’ouvre ici à tout moment, pour le consulter.", "Closed cases can go to a file, which makes room here. The file can be opened here at any time, to look at.";
    none: "Aucune affaire close : rien à archiver.", "No closed case: nothing to archive.";
    which: "Closes : réglées en entier, cédées, passées en perte.", "Closed: settled in full, sold, written off.";
    unclaimed: "Archiver aussi celles dont il ne reste que les pénalités, que vous ne réclamerez pas : ", "Archive also those of which only penalties are left, which you will not claim: ";
    kept_plan: ", à garder ici pour l’instant : un échéancier qui n’est pas clos, ou qui couvre aussi une facture ouverte, en dépend.", ", to be kept here for now: a payment plan that is not closed, or that covers an open invoice too, depends on it.";
    kept_credit: ", à garder ici pour l’instant : le client a un trop-perçu ou un avoir à rembourser.", ", to be kept here for now: the client has a credit to be paid back.";
    kept_sale: ", à garder ici pour l’instant : la cession reste à notifier, ou son prix à recevoir.", ", to be kept here for now: the sale is still to be notified, or its price to come.";
    kept_proceeding: ", à garder ici pour l’instant : une voie engagée court encore pour les pénalités.", ", to be kept here for now: a proceeding about the penalties is under way.";
    case: "affaire close", "closed case";
    cases: "affaires closes", "closed cases";
    room: ", soit environ ", ", about ";
    of_room: " de place", " of room";
    step_one: "1. Enregistrez-les dans un fichier.", "1. Save them to a file.";
    download: "Télécharger l’archive", "Download the archive";
    step_two: "2. Choisissez le fichier que vous venez d’enregistrer. Il est relu et comparé ; les affaires ne partent d’ici que s’il est complet. Gardez-le bien : elles s’y consultent, et se remettent de là dans vos données.", "2. Choose the file you have just saved. It is read back and compared; the cases go from here only if it is complete. Keep it safe: they can be looked at in it, and put back into your data from there.";
    undone: "Tant que l’archivage est parmi vos cinquante dernières modifications, « Annuler » les ramène aussi.", "As long as the archiving is among your last fifty changes, “Undo” brings them back too.";
    not_undone: "« Annuler » ne les ramène pas : ce navigateur ne laisse pas de place pour cela.", "“Undo” does not bring them back: this browser leaves no room for that.";
    choose: "Choisir l’archive enregistrée", "Choose the saved archive";
    reading: "Relecture…", "Reading it back…";
    not_all: "Ce fichier ne contient pas les affaires telles qu’elles sont ici. Téléchargez l’archive de nouveau, puis choisissez ce fichier-là.", "This file does not hold the cases as they are here. Download the archive again, then choose that file.";
    failed: "L’archive relue ne correspond pas à vos données. Rechargez la page et recommencez.", "The archive, read back, is not your data. Reload the page and try again.";
    not_archive: "Ce fichier n’est pas une archive. Choisissez le fichier relance-archive-….json que vous venez d’enregistrer.", "This file is not an archive. Choose the relance-archive-….json file you have just saved.";
    look: "Consulter une archive", "Look at an archive";
    look_hint: "Une archive s’affiche à la place de vos données, sans pouvoir être modifiée. Un bouton vous y ramène, un autre y remet ce qu’elle contient, après comparaison.", "An archive is shown in place of your data and cannot be changed. One button takes you back, another puts what it holds back into it, after a comparison.";
    busy: "Une modification s’enregistre encore. Réessayez dans un instant.", "A change is still being saved. Try again in a moment.";
    saved_on: "Archive du ", "Archive of ";
    take_back: "Remettre dans mes données…", "Put back into my data…";
    back: "Revenir à mes données", "Back to my data";
}

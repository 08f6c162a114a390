//! Words of « Vos données »: what is kept, backup and restore.

words! {
    title: "Vos données", "Your data";
    kept_where: "Dans la mémoire locale de ce navigateur, sur cet appareil. Il n’y a ni serveur, ni compte.", "In this browser’s local storage, on this device. There is no server and no account.";
    kept: "Enregistré ici", "Kept here";
    room: "Place", "Room";
    room_of: " sur environ ", " of about ";
    character: "caractère", "character";
    characters: "caractères", "characters";
    backup: "Sauvegarde", "Backup";
    backup_hint: "Un fichier JSON avec tout ce que vous avez saisi. Gardez-le ailleurs que sur cet appareil.", "A JSON file with everything you entered. Keep it somewhere else than on this device.";
    backup_save: "Télécharger une sauvegarde", "Download a backup";
    backup_verified: "Sauvegarde vérifiée : ", "Backup verified: ";
    backup_failed: "La sauvegarde relue ne correspond pas à vos données. Rechargez la page et recommencez.", "The backup, read back, is not your data. Reload the page and try again.";
    restore: "Restaurer une sauvegarde", "Restore a backup";
    restore_hint: "La sauvegarde remplace tout ce qui est dans ce navigateur. Rien n’est écrit avant votre accord.", "The backup takes the place of everything in this browser. Nothing is written before you agree.";
    restore_choose: "Choisir un fichier", "Choose a file";
    restore_in_file: "Dans le fichier", "In the file";
    restore_aside: "Éléments illisibles, qui seront mis de côté : ", "Unreadable items, to be set aside: ";
    restore_here: "Dans ce navigateur", "In this browser";
    restore_saved: "Sauvegardé le ", "Saved on ";
    restore_confirm: "Remplacer par la sauvegarde", "Replace with the backup";
    client: "client", "client";
    clients: "clients", "clients";
    invoice: "facture", "invoice";
    invoices: "factures", "invoices";
    movement: "mouvement", "movement";
    movements: "mouvements", "movements";
    sending: "envoi", "sending";
    sendings: "envois", "sendings";
    too_large: "Ce fichier dépasse 20 Mo : ce n’est pas une sauvegarde de Relance. Rien n’a été lu.", "This file is over 20 MB: it is not a backup of Relance. Nothing was read.";
    truncated: "Ce fichier s’arrête au milieu : la copie ou le téléchargement a été coupé. Reprenez l’original.", "This file stops half-way: the copy or download was cut. Go back to the original.";
    not_json: "Ce n’est pas une sauvegarde : le fichier n’est pas du JSON. Choisissez un fichier relance-….json.", "This is not a backup: the file is not JSON. Choose a relance-….json file.";
    foreign: "Ce fichier vient d’un autre programme. Choisissez un fichier relance-….json.", "This file comes from another program. Choose a relance-….json file.";
    newer: "Cette sauvegarde vient d’une version plus récente. Rechargez la page pour l’obtenir, puis recommencez.", "This backup comes from a newer version. Reload the page to get it, then try again.";
    bad_record: "Un élément de cette sauvegarde est illisible ; rien n’a été écrit : ", "An item of this backup cannot be read; nothing was written: ";
    counts_differ: "Cette sauvegarde ne contient pas ce qu’elle annonce : elle a été modifiée. Rien n’a été écrit.", "This backup does not hold what it says: it was altered. Nothing was written.";
    aside: "Données illisibles, mises de côté", "Unreadable data, set aside";
    aside_hint: "Elles sont gardées telles quelles. Téléchargez-les avant toute chose.", "They are kept as they are. Download them before anything else.";
    record_profile: "Vos coordonnées", "Your details";
    record_rates: "Vos taux", "Your rates";
    record_settings: "Réglages", "Settings";
    record_client: "Client n°", "Client no.";
    record_case: "Facture n°", "Invoice no.";
    record_trash: "Corbeille n°", "Trash no.";
    aside_download: "Télécharger", "Download";
    network: "Vérifier la promesse : ouvrez les outils du navigateur, onglet Réseau, puis utilisez la page. Après le chargement, rien n’est demandé à personne. Vous pouvez aussi couper le réseau.", "Check the promise: open the browser’s tools, Network tab, then use the page. Once it has loaded, nothing is asked of anyone. You may also cut the network.";
}

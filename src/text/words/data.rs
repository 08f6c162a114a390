//! Words of « Vos données »: what is kept, backup and restore.

words! {
    title: "Vos données", "Your data";
    kept_where: "Dans la mémoire locale de ce navigateur, sur cet appareil. Il n’y a ni serveur, ni compte.", "In this browser’s local storage, on this device. There is no server and no account.";
    kept_nowhere: "Dans cette page seulement : ce navigateur refuse de garder quoi que ce soit. Il n’y a ni serveur, ni compte.", "In this page only: this browser refuses to keep anything. There is no server and no account.";
    contents: "Contenu", "Contents";
    link: "Voir, sauvegarder, restaurer, effacer", "See, back up, restore, erase";
    kept: "Enregistré ici", "Kept here";
    character: "caractère", "character";
    characters: "caractères", "characters";
    backup: "Sauvegarde", "Backup";
    backup_hint: "Un fichier JSON avec tout ce que vous avez saisi. Gardez-le ailleurs que sur cet appareil.", "A JSON file with everything you entered. Keep it somewhere else than on this device.";
    backup_save: "Télécharger une sauvegarde", "Download a backup";
    backup_verified: "Sauvegarde vérifiée : ", "Backup verified: ";
    backup_failed: "La sauvegarde relue ne correspond pas à vos données. Rechargez la page et recommencez.", "The backup, read back, is not your data. Reload the page and try again.";
    client: "client", "client";
    clients: "clients", "clients";
    invoice: "facture", "invoice";
    invoices: "factures", "invoices";
    movement: "mouvement", "movement";
    movements: "mouvements", "movements";
    sending: "envoi", "sending";
    sendings: "envois", "sendings";
    truncated: "Ce fichier s’arrête au milieu : la copie ou le téléchargement a été coupé. Reprenez l’original.", "This file stops half-way: the copy or download was cut. Go back to the original.";
    not_json: "Ce n’est pas une sauvegarde : le fichier n’est pas du JSON. Choisissez un fichier relance-….json.", "This is not a backup: the file is not JSON. Choose a relance-….json file.";
    foreign: "Ce fichier vient d’un autre programme. Choisissez un fichier relance-….json.", "This file comes from another program. Choose a relance-….json file.";
    newer: "Cette sauvegarde vient d’une version plus récente. Rechargez la page pour l’obtenir, puis recommencez.", "This backup comes from a newer version. Reload the page to get it, then try again.";
    bad_record: "Un élément de cette sauvegarde est illisible ; rien n’a été écrit : ", "An item of this backup cannot be read; nothing was written: ";
    counts_differ: "Cette sauvegarde ne contient pas ce qu’elle annonce : elle a été modifiée. Rien n’a été écrit.", "This backup does not hold what it says: it was altered. Nothing was written.";
    damaged: "Ce fichier a été abîmé ou modifié en chemin : il ne contient plus ce qui y a été écrit. Reprenez l’original. Rien n’a été écrit ici.", "This file was damaged or altered on the way: it no longer holds what was written to it. Go back to the original. Nothing was written here.";
    encrypted: "Cette sauvegarde est chiffrée : entrez sa phrase secrète.", "This backup is encrypted: enter its passphrase.";
    is_archive: "Ce fichier est une archive d’affaires closes : elle se consulte, elle ne remplace pas vos données. Choisissez une sauvegarde.", "This file is an archive of closed cases: it is there to look at and does not take the place of your data. Choose a backup.";
    wrong_passphrase: "Ce n’est pas la phrase secrète de ce fichier. Vérifiez majuscules et espaces, puis réessayez.", "This is not the passphrase of this file. Check capitals and spaces, then try again.";
    tampered: "Ce fichier a été modifié après son chiffrement : il n’est pas ouvert. Reprenez l’original. Rien n’a été écrit ici.", "This file was altered after it was encrypted: it is not opened. Go back to the original. Nothing was written here.";
    no_crypto: "Ce navigateur ne chiffre pas ici : la page n’est pas venue par une connexion sécurisée (https). Ouvrez-la par son adresse en https, puis recommencez.", "This browser does not encrypt here: the page did not come over a secure connection (https). Open it at its https address, then try again.";
    aside: "Données illisibles, mises de côté", "Unreadable data, set aside";
    aside_hint: "Elles sont gardées telles quelles. Téléchargez-les avant toute chose.", "They are kept as they are. Download them before anything else.";
    record_profile: "Vos coordonnées", "Your details";
    record_rates: "Vos taux", "Your rates";
    record_policy: "Votre scénario de relance", "Your ladder of reminders";
    record_templates: "Vos modèles", "Your templates";
    record_unbilled: "À facturer", "To be invoiced";
    record_settings: "Réglages", "Settings";
    record_client: "Client n°", "Client no.";
    record_case: "Facture n°", "Invoice no.";
    record_trash: "Corbeille n°", "Trash no.";
    aside_download: "Télécharger", "Download";
}

//! Words of backups: how old the last one is, the encrypted ones, the reminder.

words! {
    never: "Aucune sauvegarde pour l’instant.", "No backup so far.";
    last: "Dernière sauvegarde il y a ", "Age of the last backup: ";
    and: " ; ", "; ";
    within_hour: "moins d’une heure", "less than an hour";
    hour: "heure", "hour";
    hours: "heures", "hours";
    change: "modification depuis", "change since";
    changes: "modifications depuis", "changes since";
    nothing_since: "Rien n’a changé depuis.", "Nothing has changed since.";
    unsaved_change: "modification n’est que dans ce navigateur", "change is in this browser only";
    unsaved_changes: "modifications ne sont que dans ce navigateur", "changes are in this browser only";
    unsaved_page: "modification n’est que dans cette page", "change is on this page only";
    unsaved_page_many: "modifications ne sont que dans cette page", "changes are on this page only";
    due: "Pensez à sauvegarder.", "Time for a backup.";
    due_action: "Sauvegarder", "Back up";
    sealed: "Sauvegarde chiffrée", "Encrypted backup";
    sealed_hint: "Le même fichier, que personne ne lit sans votre phrase secrète : pour l’envoyer ou le laisser dans un nuage. La phrase n’est gardée nulle part : oubliée, le fichier est perdu.", "The same file, which nobody reads without your passphrase: to send it or leave it in a cloud. The passphrase is kept nowhere: once forgotten, the file is lost.";
    seal: "Chiffrer et télécharger", "Encrypt and download";
    sealing: "Chiffrement, puis relecture du fichier…", "Encrypting, then reading the file back…";
    sealed_verified: "Sauvegarde chiffrée vérifiée, déchiffrée et relue : ", "Encrypted backup verified, decrypted and read back: ";
    sealed_how: "AES-256-GCM ; la clé est tirée de la phrase par PBKDF2 (SHA-256, 600 000 tours).", "AES-256-GCM; the key comes from the passphrase by PBKDF2 (SHA-256, 600,000 rounds).";
}

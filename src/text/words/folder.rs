//! Words of the copies made by themselves in a folder.

words! {
    title: "Copie automatique", "Automatic copy";
    hint: "Une copie vérifiée dans un dossier à vous, sans y penser.", "A verified copy in a folder of yours, without a thought.";
    impossible: "Ce navigateur ne laisse pas une page écrire dans un dossier (Chrome, Edge et Opera le font, sur ordinateur). Rien d’autre n’en dépend : la sauvegarde à télécharger contient exactement la même chose.", "This browser does not let a page write to a folder (Chrome, Edge and Opera do, on a computer). Nothing else depends on it: the backup to download holds exactly the same.";
    not_kept: "Ce navigateur ne laisse pas cette page enregistrer ce qu’il faut pour se souvenir du dossier. Autorisez les données de site, puis rechargez ; en attendant, la sauvegarde à télécharger contient exactement la même chose.", "This browser does not let this page keep what it needs to remember the folder. Allow site data, then reload; until then the backup to download holds exactly the same.";
    how: "Un fichier par jour y est écrit, trente secondes après la dernière modification et quand vous quittez la page. Ceux des dix derniers jours restent. Le mieux : un dossier synchronisé, ou sur un autre disque.", "One file a day is written there, thirty seconds after the last change and when you leave the page. Those of the last ten days stay. Best: a synchronised folder, or one on another disk.";
    choose: "Choisir un dossier", "Choose a folder";
    other: "Choisir un autre dossier", "Choose another folder";
    folder: "Dossier", "Folder";
    last: "Dernière copie, il y a", "Age of the last copy";
    waiting: "Le navigateur redemande votre accord après un redémarrage. Sans lui, rien n’est copié.", "After a restart the browser wants your consent again. Without it nothing is copied.";
    allow: "Autoriser ce dossier", "Allow this folder";
    stop: "Ne plus copier", "Stop copying";
    behind: "La copie automatique est en retard.", "The automatic copy is behind.";
    not_fetched: "La partie de Relance qui fait les copies n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.", "The part of Relance that makes copies could not be loaded. Check your connection, then try again.";
    see: "Voir pourquoi", "See why";
    plain: "Les copies sont en clair : qui ouvre ce dossier peut les lire.", "The copies are in plain: whoever opens this folder can read them.";
    sealed: "Les copies sont chiffrées par la phrase secrète de vos données.", "The copies are encrypted by the passphrase of your data.";
    not_copied: "Pas copié.", "Not copied.";
    cancelled: "Aucun dossier n’a été choisi.", "No folder was chosen.";
    not_allowed: "Le navigateur n’a pas donné l’accès. Autorisez le dossier, ou choisissez-en un autre.", "The browser gave no access. Allow the folder, or choose another one.";
    missing: "Le dossier n’est plus là : déplacé, renommé, ou sur un disque débranché. Remettez-le, ou choisissez-en un autre.", "The folder is not there any more: moved, renamed, or on a disk that was unplugged. Put it back, or choose another one.";
    full: "Le disque est plein. Faites de la place, puis réessayez.", "The disk is full. Make room, then try again.";
    busy: "Un autre programme ou un autre onglet tient ce fichier. Fermez-le, puis réessayez.", "Another program or tab holds this file. Close it, then try again.";
    differs: "La copie, relue, n’est pas ce qui a été écrit. Réessayez ; sinon, choisissez un autre disque.", "The copy, read back, is not what was written. Try again; or else choose another disk.";
    refused: "Le navigateur a refusé ce dossier : ceux du système sont interdits. Choisissez-en un dans vos documents.", "The browser refused this folder: those of the system are off limits. Choose one in your documents.";
}

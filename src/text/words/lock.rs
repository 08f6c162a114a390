//! Words of the passphrase of the data at rest.

words! {
    title: "Phrase secrète", "Passphrase";
    hint: "Facultative. Elle chiffre ce que ce navigateur garde.", "Optional. It encrypts what this browser keeps.";
    why: "Sans elle, qui ouvre une session sur cet appareil, ou copie ses fichiers, peut lire vos données. Avec elle, il faut la donner à chaque ouverture de Relance.", "Without it, whoever opens a session on this device, or copies its files, can read your data. With it, you give it each time you open Relance.";
    forgotten: "Phrase oubliée, données perdues : personne ne peut la retrouver. Ne reste alors que ce qui est dans une sauvegarde.", "Passphrase forgotten, data lost: nobody can find it again. Only what is in a backup is left then.";
    limits: "Ce qu’elle ne protège pas", "What it does not protect";
    limit_open: "Ce qui est à l’écran ou en mémoire, tant que Relance est ouvert : formulaires en cours compris.", "What is on the screen or in memory while Relance is open, half-typed forms included.";
    limit_spies: "Contre une extension du navigateur, un logiciel espion ou quelqu’un qui vous regarde taper.", "Against a browser extension, spyware, or someone watching you type.";
    limit_names: "Le nombre de clients et de factures, leurs numéros internes, leur taille, la langue choisie.", "The number of clients and invoices, their internal numbers, their size, the language chosen.";
    limit_files: "Les sauvegardes téléchargées en clair, et ce qui a été mis de côté comme illisible.", "Backups downloaded in plain, and what was set aside as unreadable.";
    limit_traces: "D’anciennes traces en clair, que le navigateur met du temps à effacer de ses fichiers.", "Old traces in plain, which the browser takes its time to clear from its files.";
    switch_on: "Chiffrer mes données", "Encrypt my data";
    switching: "Chiffrement de tout ce qui est gardé ici…", "Encrypting all that is kept here…";
    opening_all: "Déchiffrement de tout ce qui est gardé ici…", "Decrypting all that is kept here…";
    is_on: "Vos données sont chiffrées dans ce navigateur.", "Your data is encrypted in this browser.";
    now: "Verrouiller maintenant", "Lock now";
    switch_off: "Ne plus chiffrer", "Stop encrypting";
    is_off: "Vos données ne sont plus chiffrées dans ce navigateur.", "Your data is no longer encrypted in this browser.";
    change: "Changer la phrase", "Change the passphrase";
    old: "Phrase actuelle", "Present passphrase";
    new_label: "Nouvelle phrase", "New passphrase";
    changed: "La phrase est changée. L’ancienne n’ouvre plus que les sauvegardes faites avec elle.", "The passphrase is changed. The old one only opens backups made with it.";
    not_here: "Ce navigateur ne garde rien : il n’y a rien à chiffrer.", "This browser keeps nothing: there is nothing to encrypt.";
    wrong: "Ce n’est pas la bonne phrase. Vérifiez majuscules et espaces, puis réessayez.", "This is not the passphrase. Check capitals and spaces, then try again.";
    broken: "La clé gardée dans ce navigateur est abîmée : aucune phrase ne l’ouvre. Restaurez une sauvegarde.", "The key kept in this browser is damaged: no passphrase opens it. Restore a backup.";
    no_room: "La place manque pour chiffrer. Rien n’a changé. Archivez des affaires closes, puis recommencez.", "There is no room to encrypt. Nothing has changed. Archive closed cases, then try again.";
    refused: "Le navigateur refuse d’écrire. Rien n’a changé. Rechargez la page, puis recommencez.", "The browser refuses to write. Nothing has changed. Reload the page, then try again.";
    unlock_title: "Vos données sont sous phrase secrète", "Your data is under a passphrase";
    unlock_text: "Elle ne quitte pas ce navigateur. Le calcul rapide marche sans elle.", "It does not leave this browser. The quick calculator works without it.";
    unlock: "Ouvrir", "Open";
    unlocking: "Ouverture…", "Opening…";
    lost_title: "La clé de vos données n’est plus là", "The key of your data is gone";
    lost_text: "Vos données sont chiffrées, et la clé qui les ouvre a été effacée de ce navigateur. Aucune phrase ne les ouvre plus. Effacez-les, puis restaurez une sauvegarde.", "Your data is encrypted, and the key that opens it was erased from this browser. No passphrase opens it any more. Erase it, then restore a backup.";
    abandon: "Phrase oubliée ?", "Forgotten the passphrase?";
    abandon_text: "Rien ne l’ouvrira sans elle. Si vous avez une sauvegarde, effacez ce qui est ici, puis restaurez-la dans « Vos données ».", "Nothing opens it without the passphrase. If you have a backup, erase what is here, then restore it in “Your data”.";
    abandon_type: "Tapez EFFACER pour confirmer", "Type ERASE to confirm";
    abandon_word: "EFFACER", "ERASE";
    abandon_action: "Effacer ce qui est ici", "Erase what is here";
}

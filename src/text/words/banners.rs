//! Words of the banners above the screen: what keeps data from being read or written. Fetched with the lists.

words! {
    unsaved_title: "Non enregistré.", "Not saved.";
    unsaved_full: "La mémoire de ce navigateur est pleine. Téléchargez vos données, puis faites de la place.", "This browser’s storage is full. Download your data, then make room.";
    unsaved_refused: "Le navigateur refuse d’écrire. Gardez cette page ouverte : nouvel essai dans quelques secondes.", "The browser refuses to write. Keep this page open: trying again in a few seconds.";
    unsaved_closed: "Un autre onglet a mis une phrase secrète. Téléchargez vos données, puis rechargez la page.", "Another tab set a passphrase. Download your data, then reload the page.";
    unsaved_occupied: "Une donnée illisible occupe la place et n’est pas écrasée. Téléchargez vos données avant de continuer.", "Unreadable data is in the way and is not overwritten. Download your data before going on.";
    download_data: "Télécharger mes données", "Download my data";
    newer_title: "Données plus récentes que cette version.", "Data newer than this version.";
    newer_text: "Vos données s’affichent en lecture seule : rien n’est écrit. Rechargez la page pour obtenir la nouvelle version.", "Your data is shown read-only: nothing is written. Reload the page to get the new version.";
    memory_title: "Ce navigateur refuse de garder vos données.", "This browser refuses to keep your data.";
    memory_text: "Tout sera perdu à la fermeture de cette page. Téléchargez une sauvegarde avant de partir.", "Everything is lost when this page closes. Download a backup before you leave.";
    partial: "Le navigateur a perdu une partie de vos données.", "The browser lost a part of your data.";
    partial_action: "Que faire", "What to do";
    aside_title: "Des données sont illisibles.", "Some data cannot be read.";
    aside_text: "Elles sont mises de côté, intactes.", "They are set aside, untouched.";
    aside_action: "Les voir", "See them";
    locked_title: "Données sous phrase secrète.", "Data under a passphrase.";
    locked_text: "Donnez la phrase secrète pour les ouvrir. Le calcul rapide marche sans elle.", "Give the passphrase to open it. The quick calculator works without.";
    archive_title: "Vous regardez une archive.", "You are looking at an archive.";
    archive_text: "Elle ne peut pas être modifiée. Vos données n’ont pas bougé.", "It cannot be changed. Your data is where it was.";
    unreadable_title: "Vos données ne peuvent pas être lues.", "Your data cannot be read.";
    unreadable_text: "Le navigateur ne rend pas ce qu’il garde ; rien n’y a été changé. Fermez les autres onglets, puis rechargez la page ou redémarrez le navigateur. Si cela persiste, téléchargez ce qu’il rend encore et restaurez votre dernière sauvegarde.", "The browser does not give back what it keeps; nothing in it was changed. Close the other tabs, then reload the page or restart the browser. If it persists, download what it still gives and restore your last backup.";
    reload: "Recharger la page", "Reload the page";
}

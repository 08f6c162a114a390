//! Words around every screen: navigation, the line that says what was done.

words! {
    skip: "Aller au contenu", "Skip to content";
    navigation: "Navigation principale", "Main navigation";
    nav_today: "Aujourd’hui", "Today";
    nav_today_count: " à faire", " to do";
    nav_calculator: "Calcul rapide", "Quick calculator";
    nav_calculator_short: "Calcul", "Calculator";
    nav_invoices: "Factures", "Invoices";
    nav_clients: "Clients", "Clients";
    nav_settings: "Réglages", "Settings";
    nothing_leaves: "Rien ne quitte ce navigateur.", "Nothing leaves this browser.";
    language: "Langue", "Language";
    undo: "Annuler", "Undo";
    close: "Fermer", "Close";
    cancel: "Annuler", "Cancel";
    save: "Enregistrer", "Save";
    delete: "Supprimer", "Delete";
    edit: "Modifier", "Edit";
    optional: "facultatif", "optional";
    not_found_title: "Cette page n’existe pas", "There is no such page";
    not_found_text: "L’adresse est incomplète, ou ce qu’elle montrait n’est plus ici : supprimé (voyez la corbeille), archivé, effacé ou mis de côté, peut-être dans un autre onglet.", "The address is incomplete, or what it showed is no longer here: deleted (see the trash), archived, erased or set aside, perhaps in another tab.";
    not_found_action: "Revenir au calcul", "Back to the calculator";
    later_coming: "Chargement…", "Loading…";
    later_missing_title: "Cette page n’a pas pu être chargée", "This page could not be loaded";
    later_missing_text: "Vérifiez votre connexion, puis réessayez. Ce qui est enregistré l’est toujours.", "Check your connection, then try again. What was saved still is.";
    retry: "Réessayer", "Try again";
    copied: "Copié.", "Copied.";
    copy_failed: "La copie n’a pas marché. Sélectionnez le texte et copiez-le avec le clavier.", "Copying did not work. Select the text and copy it with the keyboard.";
    link_copied: "Lien copié. Les chiffres sont dans le lien, après le # : aucun serveur ne les voit.", "Link copied. The figures are in the link, after the #: no server sees them.";
    kept_page: "Dans cette page seulement : téléchargez vos données avant de la fermer.", "In this page only: download your data before you close it.";
    kept_soon: "Le navigateur l’écrit pour de bon d’ici quelques minutes.", "The browser writes it for good within minutes.";
}

//! Words of what two tabs changed in the same instant.

words! {
    title: "Modifié au même instant dans un autre onglet : ", "Changed in another tab in the same instant: ";
    kept: "Gardé ici : ", "Kept here: ";
    other: "L’autre valeur : ", "The other value: ";
    nothing: "rien", "nothing";
    take: "Prendre l’autre valeur", "Take the other value";
    see: "Voir la fiche", "See the record";
    keep: "Garder", "Keep";
    dropped: "Non enregistré, à cause d’une modification faite dans un autre onglet : ", "Not saved, because of a change made in another tab: ";
    entered: "Ce que vous aviez saisi", "What you had entered";
    is: " : ", ": ";
    copy: "Copier ma saisie", "Copy what I entered";
    seen: "C’est noté", "Understood";
    missed: "Des modifications enregistrées lors d’une visite précédente ne sont pas dans vos données.", "Changes saved in an earlier visit are not in your data.";
    missed_action: "Les revoir", "See them";
}

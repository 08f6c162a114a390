//! Words of fields that two tabs changed in the same instant.

words! {
    title: "Modifié au même instant dans un autre onglet : ", "Changed in another tab in the same instant: ";
    kept: "Gardé ici : ", "Kept here: ";
    other: "L’autre valeur : ", "The other value: ";
    nothing: "rien", "nothing";
    take: "Prendre l’autre valeur", "Take the other value";
    see: "Voir la fiche", "See the record";
    keep: "Garder", "Keep";
}

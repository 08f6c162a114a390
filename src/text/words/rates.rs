//! Words of the page of reference rates.

words! {
    title: "Taux de référence", "Reference rates";
    checked: "Vérifiés le ", "Checked on ";
    checked_on: "vérifié le ", "checked on ";
    version: "Édition de la table : ", "Edition of the table: ";
    half_year: "Semestre", "Half-year";
    business: "Entre professionnels", "Between professionals";
    public: "Acheteur public", "Public buyer";
    legal: "Taux légal", "Legal rate";
    floor: "Plancher du contrat", "Contract floor";
    anchor: "BCE", "ECB";
    colon: "\u{a0}: ", ": ";
    source: "Source", "Source";
    unconfirmed: "à confirmer", "to be confirmed";
    explain: "Entre professionnels : taux de la BCE au premier jour du semestre + 10 points. Acheteur public : + 8 points. Taux légal : « tous les autres cas », celui d’un indépendant qui réclame ses honoraires. Plancher : 3 fois le taux légal.", "Between professionals: ECB rate on the first day of the half-year + 10 points. Public buyer: + 8 points. Legal rate: “all other cases”, that of a freelancer claiming fees. Floor: 3 times the legal rate.";
    unknown: "Un semestre absent de cette table est calculé au dernier taux connu et marqué « taux provisoire » sur chaque montant.", "A half-year missing from this table is computed at the last known rate and marked “provisional rate” on every amount.";
    own: "Vos taux", "Your rates";
    own_explain: "Un taux publié depuis cette édition, ou un taux que vous avez lu autrement : notez-le ici. La table d’origine reste telle quelle, et chaque montant suit.", "A rate published since this edition, or one you read otherwise: note it here. The built-in table stays as it is, and every amount follows.";
    correct: "Noter un taux", "Note a rate";
    series: "Quel taux", "Which rate";
    series_ecb: "Taux de refinancement de la BCE au premier jour", "ECB refinancing rate on the first day";
    series_legal: "Taux d’intérêt légal, tous les autres cas", "Legal interest rate, all other cases";
    rate: "Taux annuel", "Yearly rate";
    origin: "Lu où", "Read where";
    origin_hint: "Un site, un arrêté et sa date.", "A site, an order and its date.";
    save: "Utiliser ce taux", "Use this rate";
    builtin: "table d’origine : ", "built-in table: ";
    unknown_value: "inconnu", "unknown";
    entered: "noté le ", "noted on ";
    withdraw: "Retirer", "Withdraw";
    import: "Importer une table", "Import a table";
    import_explain: "Un fichier JSON de même forme que la table d’origine, que vous pouvez télécharger pour modèle.", "A JSON file of the same shape as the built-in table, which you can download as a model.";
    import_choose: "Choisir un fichier", "Choose a file";
    import_older: "Cette table n’est pas plus récente que celle de Relance : elle ne serait pas utilisée.", "This table is no newer than that of Relance: it would not be used.";
    import_same: "Elle donne les mêmes taux.", "It gives the same rates.";
    import_changes: "Ce qui change", "What changes";
    import_use: "Utiliser cette table", "Use this table";
    imported: "Table importée, édition du ", "Imported table, edition of ";
    imported_drop: "Revenir à la table d’origine", "Back to the built-in table";
    export: "Télécharger la table utilisée", "Download the table in use";
    column_before: "Avant", "Before";
    column_after: "Après", "After";
}

/// Whether a text says that a rate in it is provisional, in either language.
#[must_use]
pub fn says_provisional(text: &str) -> bool {
    let folded = crate::base::fold::fold(text);
    folded.contains("provisoire") || folded.contains("provisional")
}

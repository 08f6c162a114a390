//! Words of the page of reference rates.

words! {
    title: "Taux de référence", "Reference rates";
    checked: "Vérifiés le ", "Checked on ";
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
}

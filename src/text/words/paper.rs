//! Words that are printed on every sheet.

words! {
    fingerprint: "SHA-256 ", "SHA-256 ";
    payment_code: "Code de virement à scanner avec l’application de la banque", "Transfer code to scan with the bank’s application";
    goes_on: " (suite)", " (continued)";
}

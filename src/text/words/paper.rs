//! Words that are printed on every sheet.

words! {
    fingerprint: "SHA-256 ", "SHA-256 ";
    payment_code: "Code de virement à scanner avec l’application de la banque", "Transfer code to scan with the bank’s application";
    life: "Vie de la facture n° ", "Life of invoice ";
    life_due: "échéance ", "due ";
    life_before: "avant l’échéance", "before the due date";
    life_waits: "sans intérêts", "without interest";
    life_at: "somme due à ", "sum owed at ";
    life_stopped: "somme due, intérêts arrêtés", "sum owed, interest stopped";
    life_paid: "part réglée ou déduite", "part paid or deducted";
    life_received: "règlement ou avoir", "payment or credit note";
    life_sent: "relance ou courrier", "reminder or letter";
    goes_on: " (suite)", " (continued)";
}

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
    read_large: "Lire en grand", "Read it large";
    address_crowded: "L’adresse est longue : elle est imprimée en petits caractères. Six lignes se lisent mieux, et c’est ce que la Poste demande ; raccourcissez-la dans la fiche du client.", "The address is long: it is printed in small type. Six lines are easier to read, and are what the French post asks for; shorten it in the client’s record.";
    address_cut: "L’adresse est trop longue pour sa place, et n’est pas imprimée en entier : ", "The address is too long for its room, and is not printed in full: ";
    address_cut_what: "Raccourcissez ces lignes, dans la fiche du client ou dans vos réglages.", "Shorten these lines, in the client’s record or in your settings.";
    goes_on: " (suite)", " (continued)";
}

//! Words of the settings of paper.

words! {
    title: "Vos documents sur papier", "Your documents on paper";
    text: "Ce qui s’ajoute aux lettres imprimées. Rien n’est obligatoire.", "What is added to printed letters. Nothing is required.";
    logo: "Logo, en tête de lettre", "Logo, at the head of letters";
    signature: "Image de votre signature", "Image of your signature";
    payment_code: "Code de virement à scanner, à côté de l’IBAN", "Transfer code to scan, beside the IBAN";
    payment_code_hint: "Le client le scanne avec l’application de sa banque : bénéficiaire, IBAN, montant et référence sont remplis. En euros seulement.", "The client scans it with the bank’s application: payee, IBAN, amount and reference are filled in. In euros only.";
    folding_marks: "Repères de pliage pour enveloppe à fenêtre", "Folding marks for a window envelope";
    remove: "Retirer", "Remove";
    refused: "Cette image ne peut pas être gardée. Choisissez un fichier PNG, JPEG ou WebP, plus petit ou plus simple.", "This image cannot be kept. Choose a PNG, JPEG or WebP file, smaller or simpler.";
}

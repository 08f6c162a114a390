//! Names of the fields of a record, for where two versions of it are held side by side.

words! {
    name: "Nom", "Name";
    kind: "Nature", "Kind";
    contact: "Contact", "Contact";
    address: "Adresse", "Address";
    email: "E-mail", "E-mail";
    phone: "Téléphone", "Telephone";
    siren: "SIREN", "SIREN";
    notes: "Notes", "Notes";
    city: "Ville", "City";
    iban: "IBAN", "IBAN";
    bic: "BIC", "BIC";
    cheque: "Ordre des chèques", "Cheques payable to";
    pay_link: "Lien de paiement", "Payment link";
    body: "Organisme", "Body";
    insolvency: "Procédure collective", "Insolvency";
    client: "Client", "Client";
    number: "Numéro", "Number";
    issued: "Émission", "Issued";
    due: "Échéance", "Due";
    terms: "Délai", "Terms";
    amount: "Montant", "Amount";
    currency: "Devise", "Currency";
    subject: "Objet", "Subject";
    order: "Commande ou engagement", "Order or commitment";
    service: "Code service", "Service code";
    later: "Échéances suivantes", "Later instalments";
    contract: "Contrat", "Contract";
    allocation: "Imputation", "Allocation";
    movement: "Mouvement n° ", "Movement no. ";
    event: "Envoi n° ", "Sending no. ";
    act: "Acte n° ", "Act no. ";
    correction: "Taux corrigé", "Corrected rate";
}

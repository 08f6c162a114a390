//! Words of the forms for an invoice and a movement.

words! {
    new_title: "Nouvelle facture", "New invoice";
    new_subtitle: "Six champs, le reste est facultatif.", "Six fields, the rest is optional.";
    edit_title: "Modifier la facture", "Edit the invoice";
    edit_subtitle: "Pour corriger une faute de frappe. Un paiement ou un avoir se note dans le dossier.", "To correct a typing error. A payment or credit note is noted in the case.";
    client: "Client", "Client";
    client_hint: "Un nouveau nom crée un nouveau client.", "A new name makes a new client.";
    number: "Numéro de facture", "Invoice number";
    subject: "Objet", "Subject";
    subject_hint: "Ce qui a été livré ou réalisé.", "What was delivered or done.";
    details: "Facultatif", "Optional";
    save_invoice: "Enregistrer la facture", "Save the invoice";
    draft_back: "Votre saisie en cours a été retrouvée.", "Your unfinished entry was found again.";
    draft_clear: "Repartir de zéro", "Start afresh";
    add_movement: "Noter un mouvement", "Note a movement";
    movement_kind: "Nature", "Kind";
    payment: "Paiement", "Payment";
    credit_note: "Avoir", "Credit note";
    movement_amount: "Montant", "Amount";
    movement_date: "Date", "Date";
    movement_reference: "Référence", "Reference";
    movement_save: "Noter", "Note it";
    delete_movement: "Supprimer ce mouvement", "Delete this movement";
}

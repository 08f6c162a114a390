//! Words of the trash.

words! {
    title: "Corbeille", "Trash";
    number_kept: " (numéro annulé, qui ne sert plus)", " (number cancelled, not given again)";
    hint: "Ce que vous supprimez y reste trente jours.", "What you delete stays here for thirty days.";
    hint_page: "Ce que vous supprimez y reste tant que cette page est ouverte.", "What you delete stays here as long as this page is open.";
    empty: "La corbeille est vide.", "The trash is empty.";
    deleted_on: "Supprimé le ", "Deleted on ";
    until: ", gardé jusqu’au ", ", kept until ";
    put_back: "Remettre", "Put back";
    drop: "Supprimer pour de bon", "Delete for good";
    drop_all: "Vider la corbeille", "Empty the trash";
    sure: "Sans retour possible.", "There is no way back.";
    sure_yes: "Oui, pour de bon", "Yes, for good";
    sure_no: "Non, garder", "No, keep it";
    client: "Client : ", "Client: ";
    invoice: "Facture ", "Invoice ";
    payment: "Paiement", "Payment";
    credit_note: "Avoir", "Credit note";
    discount: "Remise", "Discount";
    waiver: "Abandon", "Waiver";
    refund: "Remboursement", "Refund";
    act: "Acte", "Act";
    plan: "Échéancier", "Payment plan";
    cost: "Dépense du", "Cost of";
    offer: "Offre", "Offer";
    template: "Modèle : ", "Template: ";
    work: "À facturer : ", "To invoice: ";
    more: "Plus", "More";
}

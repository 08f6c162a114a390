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
    order: "Bon de commande", "Purchase order";
    order_hint: "S’il y en a un : vos textes le rappellent.", "If there is one: your texts quote it.";
    commitment: "N° d’engagement", "Commitment number";
    commitment_hint: "Ou le bon de commande. Vos textes le rappellent.", "Or the purchase order. Your texts quote it.";
    service: "Code service", "Service code";
    service_hint: "Celui de Chorus Pro, si l’acheteur en demande un.", "The one of Chorus Pro, if the buyer asks for one.";
    details: "Facultatif", "Optional";
    save_invoice: "Enregistrer la facture", "Save the invoice";
    draft_back: "Votre saisie en cours a été retrouvée.", "Your unfinished entry was found again.";
    draft_theirs: "Là où vous aviez tapé aussi, l’autre onglet a enregistré : ", "Where you had typed too, the other tab saved: ";
    draft_moved: "Cette fiche a changé ailleurs pendant votre saisie. Les champs que vous n’avez pas touchés sont à jour ; les vôtres sont gardés.", "This record changed elsewhere while you were typing. Fields you did not touch are up to date; yours are kept.";
    gone_typed: "Ce que vous aviez tapé, et qui n’est pas enregistré :", "What you had typed, which is not saved:";
    draft_clear: "Repartir de zéro", "Start afresh";
    instalments: "Payable en plusieurs fois", "Payable in instalments";
    instalments_hint: "L’échéance saisie plus haut est la première ; son montant est ce qui reste du total.", "The due date entered above is the first; its amount is what is left of the whole.";
}

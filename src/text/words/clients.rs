//! Words of the list and pages of clients.

words! {
    title: "Clients", "Clients";
    new: "Nouveau client", "New client";
    edit_title: "Modifier le client", "Edit the client";
    search: "Chercher un client", "Search clients";
    search_hint: "Nom, SIREN, e-mail", "Name, SIREN, e-mail";
    client: "Client", "Client";
    life: "Depuis l’émission", "Since it was issued";
    late_since: "En retard depuis le ", "Overdue since ";
    open_one: "facture ouverte", "open invoice";
    open_many: "factures ouvertes", "open invoices";
    nothing_owed: "Rien à encaisser", "Nothing owed";
    of_which_late: "dont en retard ", "of which overdue ";
    empty_title: "Aucun client pour le moment", "No client yet";
    empty_text: "Un client naît avec sa première facture.", "A client is born with its first invoice.";
    none_match: "Aucun client ne correspond.", "No client matches.";
    name: "Nom ou raison sociale", "Name or company name";
    kind: "Nature", "Kind";
    contact: "Interlocuteur", "Contact person";
    contact_hint: "Comme on lui écrit : Mme Le Goff.", "As one writes to them: Ms Le Goff.";
    address: "Adresse", "Address";
    client_address: "Adresse du client", "Client’s address";
    address_hint: "Celle de la lettre, une ligne par ligne.", "As on the letter, line by line.";
    email: "E-mail", "E-mail";
    phone: "Téléphone", "Telephone";
    siren: "SIREN ou SIRET", "SIREN or SIRET";
    notes: "Notes", "Notes";
    notes_hint: "Pour vous seul, jamais imprimées.", "For you only, never printed.";
    number: "Numéro", "Number";
    due: "Échéance", "Due";
    due_on: "échéance ", "due ";
    state: "État", "State";
    owed_on: "dus au ", "owed on ";
    owed: "Dû", "Owed";
    late: "en retard", "overdue";
    invoices: "Factures", "Invoices";
    no_invoice: "Aucune facture.", "No invoice.";
    new_invoice: "Nouvelle facture", "New invoice";
    delete: "Supprimer ce client", "Delete this client";
    fault_one: "champ à revoir", "field to look at";
    fault_many: "champs à revoir", "fields to look at";
    fault_colon: "\u{a0}: ", ": ";
    record: "Fiche", "Record";
}

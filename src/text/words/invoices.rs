//! Words of the list of invoices.

words! {
    title: "Factures", "Invoices";
    planned: "Échéancier", "Payment plan";
    planned_next: "prochaine échéance le ", "next instalment on ";
    planned_late: "en retard, échéance du ", "late, instalment of ";
    new: "Nouvelle facture", "New invoice";
    search: "Chercher une facture", "Search invoices";
    search_hint: "Client, numéro, montant", "Client, number, amount";
    filter: "Filtrer par état", "Filter by state";
    filter_open: "À encaisser", "Open";
    filter_late: "En retard", "Overdue";
    filter_upcoming: "À échoir", "Not due yet";
    filter_settled: "Réglées", "Settled";
    filter_out: "Cédées, en perte", "Sold, written off";
    out: "cédé ou passé en perte, hors total", "sold or written off, not in the total";
    filter_all: "Toutes", "All";
    sort_by: "Trier par", "Sort by";
    client: "Client", "Client";
    number: "Numéro", "Number";
    due: "Échéance", "Due";
    late: "Retard", "Late";
    principal: "Reste", "Left";
    total: "Dû", "Owed";
    state: "État", "State";
    empty_title: "Aucune facture pour le moment", "No invoice yet";
    empty_text: "Entrez la première facture impayée : six champs, et vous saurez ce qui est dû et quoi écrire.", "Enter the first unpaid invoice: six fields, and you will know what is owed and what to write.";
    none_match: "Aucune facture ne correspond.", "No invoice matches.";
    clear: "Tout afficher", "Show all";
    to_collect: "à encaisser au ", "to collect on ";
    of_which_late: "en retard", "overdue";
    penalties: "de pénalités et indemnités", "of penalties and compensation";
    a_day: " par jour", " a day";
    one: "facture", "invoice";
    many: "factures", "invoices";
    due_on: "échéance ", "due ";
    no_client: "Client illisible", "Unreadable client";
    range_to: " à ", " to ";
    range_of: " sur ", " of ";
    pages: "Pages", "Pages";
    previous: "Précédentes", "Previous";
    next: "Suivantes", "Next";
}

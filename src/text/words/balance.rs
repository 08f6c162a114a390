//! Words of the aged balance.

words! {
    link: "Balance âgée, client par client", "Aged balance, client by client";
    on: "Principal impayé au ", "Unpaid principal on ";
    basis: ", TTC, sans pénalités ni indemnités. Le contesté est compris dans le total. Sous un échéancier signé, seules ses échéances manquées sont en retard. Ce qui est cédé ou passé en perte n’y est pas.", ", including VAT, without penalties or fixed sums. What is disputed is part of the total. Under a signed plan only its missed instalments are late. What was sold or written off is left out.";
    client: "Client", "Client";
    total: "Total", "Total";
    all: "Tous les clients", "All clients";
    due: "échéance du ", "due on ";
    nothing: "Rien n’est dû.", "Nothing is owed.";
}

//! Words of « À facturer »: work done that is not invoiced yet.

use crate::text::{Lang, format};

words! {
    title: "À facturer", "To invoice";
    subtitle: "Ce qui est fait et pas encore facturé. C’est là que l’argent se perd d’abord.", "What is done and not invoiced yet. That is where money is lost first.";
    link: "À facturer", "To invoice";
    list: "Travaux à facturer", "Work to invoice";
    empty_title: "Tout est facturé", "Everything is invoiced";
    empty_text: "Notez ici un travail dès qu’il est fini : vous serez prévenu s’il attend sa facture trop longtemps.", "Note work here as soon as it is done: you are told when it waits too long for its invoice.";
    example: "Exemple : « Maquette du site, Atelier Brun, finie le 12, 1 200 € ».", "For example: “Site layout, Atelier Brun, done on the 12th, €1,200”.";
    add: "Noter un travail", "Note work";
    correct: "Corriger ce travail", "Correct this work";
    client: "Client", "Client";
    client_hint: "Un nom déjà connu, ou un nouveau.", "A known name, or a new one.";
    what: "Travail", "Work";
    done: "Fini le", "Done on";
    amount: "Montant TTC", "Amount including VAT";
    alert_days: "Prévenir après (jours)", "Tell me after (days)";
    alert_hint: "Sept jours d’habitude ; 0 pour le jour même.", "Seven days usually; 0 for the same day.";
    save: "Noter", "Note it";
    save_change: "Enregistrer", "Save";
    invoice: "Facturer", "Invoice it";
    invoice_of: "Facturer : ", "Invoice: ";
    edit_of: "Modifier : ", "Edit: ";
    delete_of: "Supprimer : ", "Delete: ";
    done_on: "fini le ", "done on ";
    overdue: "facture en attente", "invoice waiting";
    total: "En tout ", "In all ";
    seems_invoiced: "Facture ", "Invoice ";
    seems_invoiced_end: " enregistrée depuis pour ce client.", " was entered for this client since.";
    take_off: "Retirer de la liste", "Take it off the list";
    offer: "Facture enregistrée. Retirer ce travail de la liste à facturer ?", "Invoice saved. Take this work off the list to invoice?";
    keep: "Garder", "Keep it";
}

/// How long ago something was done: « il y a 12 jours ».
#[must_use]
pub fn ago(lang: Lang, days: i64) -> String {
    match (lang, days) {
        (_, ..=0) => lang.pick("aujourd’hui", "today").to_owned(),
        (_, 1) => lang.pick("hier", "yesterday").to_owned(),
        (Lang::Fr, days) => format!("il y a {}", format::days(lang, days)),
        (Lang::En, days) => format!("{} ago", format::days(lang, days)),
    }
}

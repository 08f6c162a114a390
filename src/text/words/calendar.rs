//! Words of the calendar file.

words! {
    promise: "Paiement promis", "Payment promised";
    instalment: "Échéance de l’échéancier", "Instalment of the plan";
    dispute: "Réponse au litige", "Answer to the dispute";
    deadline: "Fin du délai accordé", "End of the time granted";
}

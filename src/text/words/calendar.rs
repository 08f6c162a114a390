//! Words of the calendar file.

words! {
    promise: "Paiement promis", "Payment promised";
    instalment: "Échéance de l’échéancier", "Instalment of the plan";
    dispute: "Réponse au litige", "Answer to the dispute";
    meeting: "Rendez-vous", "Meeting";
    commitment: "Engagement à tenir", "Promise to keep";
    offer: "Fin de l’offre", "End of the offer";
    deadline: "Fin du délai accordé", "End of the time granted";
}

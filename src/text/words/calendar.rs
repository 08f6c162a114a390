//! Words of the calendar file.

words! {
    promise: "Paiement promis", "Payment promised";
    instalment: "Échéance de l’échéancier", "Instalment of the plan";
    dispute: "Réponse au litige", "Answer to the dispute";
    meeting: "Rendez-vous", "Meeting";
    commitment: "Engagement à tenir", "Promise to keep";
    offer: "Fin de l’offre", "End of the offer";
    opposition: "Dernier jour pour s’opposer à l’ordonnance", "Last day to oppose the order";
    opposed_in_person: "Un mois après la signification en personne (CPC art. 1416).", "A month from service in person (CPC art. 1416).";
    opposed_service: "Un mois après la signification\u{a0}; non remise en personne, elle reste ouverte plus tard (CPC art. 1416).", "A month from service; not handed over in person, it stays open later (CPC art. 1416).";
    opposed_measure: "Un mois après la première saisie (CPC art. 1416).", "A month after the first seizure (CPC art. 1416).";
    deadline: "Fin du délai accordé", "End of the time granted";
}

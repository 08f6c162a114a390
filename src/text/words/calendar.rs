//! Words of the calendar file.

words! {
    promise: "Paiement promis", "Payment promised";
    instalment: "Échéance de l’échéancier", "Instalment of the plan";
    plan_answer: "Dernier jour pour répondre à l’échéancier proposé", "Last day to answer the plan proposed";
    dispute: "Réponse au litige", "Answer to the dispute";
    meeting: "Rendez-vous", "Meeting";
    commitment: "Engagement à tenir", "Promise to keep";
    offer: "Fin de l’offre", "End of the offer";
    opposition: "Dernier jour pour s’opposer à l’ordonnance", "Last day to oppose the order";
    opposed_in_person: "Un mois après la signification en personne (CPC art. 1416).", "A month from service in person (CPC art. 1416).";
    opposed_service: "Un mois après la signification\u{a0}; non remise en personne, elle reste ouverte plus tard (CPC art. 1416).", "A month from service; not handed over in person, it stays open later (CPC art. 1416).";
    opposed_measure: "Un mois après la première saisie (CPC art. 1416).", "A month after the first seizure (CPC art. 1416).";
    opposed_european: "Trente jours après la signification (règlement n°\u{a0}1896/2006, art. 16, lu le 30\u{a0}novembre 2026).", "Thirty days from service (regulation no. 1896/2006, art. 16, read on 30\u{a0}November 2026).";
    appeal: "Dernier jour pour faire appel", "Last day to appeal";
    appealed: "Un mois après la signification (CPC art. 538). À vérifier.", "A month from service (CPC art. 538). To be checked.";
    appealed_summary: "Quinze jours après la signification d’une ordonnance de référé (CPC art. 490). À vérifier.", "Fifteen days from service of an order of summary proceedings (CPC art. 490). To be checked.";
    appealed_public: "Compté de la notification par le tribunal administratif (CJA art. R811-2 et R541-3). À vérifier.", "Counted from notification by the administrative court (CJA art. R811-2 and R541-3). To be checked.";
    limitation: "Dernier jour avant la prescription", "Last day before limitation";
    limitation_rule: "Ni relance ni mise en demeure ne l’interrompt.", "Neither a reminder nor a formal notice interrupts it.";
    limitation_suspended: "Suspendue par une médiation\u{a0}: cette date recule tant qu’elle dure.", "Suspended by a mediation: this day moves back while it lasts.";
    hearing: "Audience", "Hearing";
    decision: "Décision annoncée", "Decision announced";
    cassation: "Dernier jour pour un pourvoi en cassation", "Last day to ask the court of cassation";
    cassation_rule: "Deux mois après la signification (CPC art. 612). À vérifier.", "Two months from service (CPC art. 612). To be checked.";
    deadline: "Fin du délai accordé", "End of the time granted";
}

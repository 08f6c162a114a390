//! Words of the payment a prefect orders in the place of a local authority (*mandatement d’office*).

words! {
    title: "Faire payer d’office par le préfet", "Have the prefect order the payment";
    lead: "Gratuit, sans avocat ni tribunal\u{a0}: c’est souvent le plus court chemin contre une collectivité qui tarde.", "Free, without a lawyer or a court: often the shortest way against a local authority that is late.";
    for_whom: "Contre qui", "Against whom";
    for_whom_text: "Commune, département, région, leurs groupements et leurs établissements publics. Pas contre l’État ni ses établissements\u{a0}: écrivez au service qui a commandé, puis au comptable public dont il dépend, et au médiateur des entreprises.", "A municipality, a department, a region, their groupings and their public establishments. Not against the State or its own establishments: write to the service that ordered, then to its public accountant, and to the mediator of enterprises.";
    when: "À quelle condition", "On which condition";
    when_text: "La dette est échue, certaine, chiffrée, et n’est pas sérieusement contestée, ni dans son principe ni dans son montant\u{a0}: c’est alors une dépense obligatoire (CGCT art. L1612-15). En cas de vrai litige, il faut le juge administratif.", "The debt is due, certain, put in figures, and neither its principle nor its amount is seriously contested: it is then a compulsory expense (CGCT art. L1612-15). Where there is a real dispute, the administrative court has to decide.";
    to_whom: "À qui écrire", "Whom to write to";
    to_whom_text: "Au préfet du département, en recommandé, avec copie à la collectivité\u{a0}: contrat ou bon de commande, preuve que le travail est fait, facture et son dépôt sur Chorus Pro, relances et mise en demeure, décompte.", "To the prefect of the department, by registered letter, with a copy to the authority: contract or order, proof that the work is done, invoice and its deposit on Chorus Pro, reminders and formal notice, figures.";
    how_long: "En combien de temps", "How long it takes";
    how_long_text: "Le préfet met la collectivité en demeure. Un mois plus tard, il ordonne lui-même le paiement\u{a0}; deux mois si la somme atteint 5\u{a0}% de la section de fonctionnement, et plus si les crédits manquent (CGCT art. L1612-16).", "The prefect gives the authority notice. A month later he orders the payment himself; two months where the sum reaches 5% of its running budget, and longer where the funds are not there (CGCT art. L1612-16).";
    penalties: "Intérêts et 40\u{a0}€", "Interest and €40";
    penalties_text: "Restés impayés trente jours après le principal, ils se demandent de la même façon\u{a0}: mise en demeure dans les quinze jours, puis paiement d’office un mois après (CGCT art. L1612-18).", "Where they are unpaid thirty days after the principal, they are asked for in the same way: notice within fifteen days, and the payment ordered a month later (CGCT art. L1612-18).";
    source: "Articles lus dans des copies et sur le site d’une préfecture, le 30\u{a0}novembre 2026. À vérifier sur Légifrance.", "Articles read in copies and on the site of a prefecture on 30\u{a0}November 2026. To be checked on Légifrance.";
    file: "Préparer le dossier à joindre", "Prepare the file to enclose";
}

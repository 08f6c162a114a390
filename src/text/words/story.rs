//! Words of the story of the book: what was changed, and taking it back.

words! {
    title: "Journal", "Journal";
    hint: "Vos dernières modifications. Les cinquante dernières s’annulent, même après avoir fermé la page.", "Your last changes. The last fifty can be undone, even after closing the page.";
    hint_page: "Vos dernières modifications. Les cinquante dernières s’annulent, tant que cette page est ouverte.", "Your last changes. The last fifty can be undone, as long as this page is open.";
    keys: "Au clavier : Ctrl+Z annule, Ctrl+Maj+Z ou Ctrl+Y rétablit (⌘ sur Mac). Dans un champ, ces touches agissent sur ce que vous y tapez.", "By keyboard: Ctrl+Z undoes, Ctrl+Shift+Z or Ctrl+Y redoes (⌘ on a Mac). In a field, these keys act on what you type there.";
    empty: "Rien encore. Chaque modification se notera ici.", "Nothing yet. Each change will be noted here.";
    settings: "Langue ou couleurs", "Language or colours";
    book_named: "Premier fichier d’agenda préparé", "First calendar file prepared";
    circumstance: "Fait noté au dossier", "Fact noted in the case";
    promise: "Promesse de paiement notée", "Promise to pay noted";
    proposal: "Proposition du client notée", "Client’s proposal noted";
    pause: "Relances mises en pause", "Reminders paused";
    dispute: "Litige ouvert", "Dispute opened";
    dispute_saved: "Suite du litige notée", "Course of the dispute noted";
    reason: "Motif de non-paiement noté", "Reason for not paying noted";
    suspension: "Travail suspendu", "Work suspended";
    watch: "Suivi rapproché commencé", "Close watch begun";
    circumstance_ended: "Promesse, pause ou autre fait terminé", "Promise, pause or other fact ended";
    circumstance_deleted: "Promesse, pause ou autre fait supprimé", "Promise, pause or other fact deleted";
    plan: "Échéancier proposé", "Payment plan proposed";
    plan_signed: "Échéancier signé", "Payment plan signed";
    plan_notice: "Rappel d’échéance noté", "Notice of a missed instalment noted";
    plan_ended: "Fin ou poursuite de l’échéancier notée", "End or continuation of the payment plan noted";
    plan_deleted: "Échéancier supprimé", "Payment plan deleted";
    proceeding: "Suite notée : ", "Proceeding noted: ";
    proceeding_deleted: "Suite supprimée", "Proceeding deleted";
    stage: "Étape de procédure notée", "Stage of the proceeding noted";
    insolvency: "Procédure collective mise à jour", "Insolvency proceedings updated";
    offer: "Offre faite", "Offer made";
    offer_agreed: "Offre acceptée par le client", "Offer agreed by the client";
    offer_ended: "Offre refusée ou retirée", "Offer refused or withdrawn";
    offer_deleted: "Offre supprimée", "Offer deleted";
    proof: "Pièce notée", "Paper noted";
    proof_deleted: "Pièce retirée", "Paper taken off";
    reply: "Réponse du client reprise", "Client’s answer taken up";
    policy: "Règles de relance enregistrées", "Rules of chasing saved";
    outlook: "Attentes sur les voies enregistrées", "Expectations of the ways out saved";
    undone: "annulé", "undone";
    undoing: "Annulation", "Undone";
    redoing: "Rétablissement", "Redone";
    first: "À annuler d’abord : ", "To undo first: ";
    gone: "Ne s’annule plus : ce qu’elle concernait a été effacé ou archivé.", "Cannot be undone any more: what it was about was erased or archived.";
    undo: "Annuler", "Undo";
    more: "Plus", "More";
}

//! Words of the story of the book: what was changed, and taking it back.

words! {
    title: "Journal", "Journal";
    hint: "Vos dernières modifications. Les cinquante dernières s’annulent, même après avoir fermé la page.", "Your last changes. The last fifty can be undone, even after closing the page.";
    hint_page: "Vos dernières modifications. Les cinquante dernières s’annulent, tant que cette page est ouverte.", "Your last changes. The last fifty can be undone, as long as this page is open.";
    keys: "Au clavier : Ctrl+Z annule, Ctrl+Maj+Z ou Ctrl+Y rétablit (⌘ sur Mac). Dans un champ, ces touches agissent sur ce que vous y tapez.", "By keyboard: Ctrl+Z undoes, Ctrl+Shift+Z or Ctrl+Y redoes (⌘ on a Mac). In a field, these keys act on what you type there.";
    empty: "Rien encore. Chaque modification se notera ici.", "Nothing yet. Each change will be noted here.";
    settings: "Langue ou couleurs", "Language or colours";
    book_named: "Premier fichier d’agenda préparé", "First calendar file prepared";
    undone: "annulé", "undone";
    undoing: "Annulation", "Undone";
    redoing: "Rétablissement", "Redone";
    first: "À annuler d’abord : ", "To undo first: ";
    gone: "Ne s’annule plus : ce qu’elle concernait a été effacé ou archivé.", "Cannot be undone any more: what it was about was erased or archived.";
    undo: "Annuler", "Undo";
    more: "Plus", "More";
}

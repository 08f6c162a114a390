//! Words of the page where templates of one's own are made: what they are for, what they may name, what is wrong with them.

words! {
    title: "Vos modèles", "Your templates";
    explain: "Un modèle est un texte à vous, avec des variables : il se remplit avec les chiffres de chaque dossier, et s’ajoute au texte proposé quand vous écrivez ou téléphonez.", "A template is a text of your own with variables: it fills with the figures of each case, and comes beside the proposed text when you write or call.";
    none: "Aucun modèle pour l’instant. Partez d’un texte proposé : vous en changez ce que vous voulez.", "No template yet. Start from a proposed text: change what you want of it.";
    list: "Modèles enregistrés", "Saved templates";
    new: "Nouveau modèle", "New template";
    new_text: "La copie garde les variables et laisse de côté les phrases qui dépendent d’un dossier : acompte reçu, taux provisoire.", "The copy keeps the variables and leaves out the sentences that depend on a case: part payment received, provisional rate.";
    step: "Pour quel texte", "For which text";
    channel: "Envoyé ou dit par", "Sent or said by";
    language: "Langue", "Language";
    tone: "Ton de départ", "Tone to start from";
    create: "Copier le texte proposé", "Copy the proposed text";
    edit: "Modifier", "Edit";
    remove: "Supprimer", "Delete";
    close: "Fermer", "Close";
    name: "Nom du modèle", "Name of the template";
    name_hint: "Pour le reconnaître quand vous écrivez.", "To know it when you write.";
    subject: "Objet", "Subject";
    body: "Texte", "Text";
    save: "Enregistrer le modèle", "Save the template";
    reset: "Revenir au texte proposé", "Back to the proposed text";
    variables: "Variables", "Variables";
    variables_hint: "Touchez une variable : elle s’écrit là où vous étiez.", "Tap a variable: it is written where you were.";
    address_hint: "{te|vous} écrit l’un ou l’autre, selon que le client est tutoyé.", "In French, {te|vous} writes one or the other: the first for a client addressed as tu.";
    faults: "À corriger avant d’enregistrer", "To correct before saving";
    line: "Ligne ", "Line ";
    in_subject: "Objet", "Subject";
    unknown_variable: "cette variable n’existe pas : ", "there is no such variable: ";
    not_text: "ceci se répond par oui ou non, et ne s’écrit pas : ", "this is a yes or no, and is not written: ";
    single_brace: "une variable s’écrit entre deux paires d’accolades : ", "a variable is written between two pairs of braces: ";
    unclosed: "une accolade ouverte ici n’est pas refermée sur la même ligne", "a brace opened here is not closed on the same line";
    no_name: "variable vide\u{a0}: choisissez-en une, ou retirez les accolades", "empty variable: choose one, or remove the braces";
    bad_tag: "cette instruction n’est pas connue, ou n’est pas à sa place", "this instruction is not known, or not in its place";
    nearest: ". Vouliez-vous dire ", ". Did you mean ";
    preview: "Aperçu sur un dossier", "Preview on a case";
    preview_of: "Avec la facture", "With invoice";
    no_case: "L’aperçu se fait sur un vrai dossier : ajoutez une facture pour le voir.", "The preview is on a real case: add an invoice to see it.";
    words: "Mots relevés", "Words found";
    words_none: "Rien à corriger dans les mots.", "Nothing to correct in the words.";
    settings_title: "Modèles", "Templates";
    settings_text: "Vos propres textes, avec des variables, à côté de ceux proposés.", "Your own texts, with variables, beside the proposed ones.";
    settings_link: "Voir et créer des modèles", "See and make templates";
}

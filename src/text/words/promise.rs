//! Words of what the user can check, and of what cannot be promised.

words! {
    title: "Ce que vous pouvez vérifier", "What you can check";
    hint: "Rien ne quitte ce navigateur. Ne nous croyez pas : regardez.", "Nothing leaves this browser. Do not take our word for it: look.";
    network: "Avec l’onglet Réseau", "With the Network tab";
    network_1: "Ouvrez les outils du navigateur : touche F12, ou Ctrl + Maj + I (⌥ ⌘ I sur Mac), puis l’onglet « Réseau ».", "Open the browser’s tools: F12, or Ctrl + Shift + I (⌥ ⌘ I on a Mac), then the “Network” tab.";
    network_2: "Rechargez la page. Les fichiers de Relance arrivent, tous de cette adresse. Attendez que la liste ne bouge plus, puis videz-la.", "Reload the page. Relance’s files come, all from this address. Wait until the list is still, then clear it.";
    network_3: "Servez-vous de tout : calcul, facture, client, texte, sauvegarde. La liste reste vide. Les lignes « blob: » sont vos fichiers, faits ici.", "Use all of it: calculator, invoice, client, text, backup. The list stays empty. Lines with “blob:” are your own files, made here.";
    flight: "En mode avion", "In flight mode";
    flight_text: "Page chargée, coupez le réseau et continuez : tout marche, y compris enregistrer et sauvegarder. Rien n’attend de partir au retour du réseau.", "Once the page has loaded, cut the network and go on: all works, saving and backups included. Nothing waits to be sent when the network returns.";
    policy: "La règle que la page impose au navigateur", "The rule the page sets the browser";
    policy_text: "Cette règle (« Content Security Policy ») est écrite au début de la page, et c’est le navigateur qui la fait respecter, même contre une erreur de notre part. La voici, telle qu’elle est dans cette page :", "This rule (the Content Security Policy) stands at the start of the page, and it is the browser that enforces it, even against a mistake of ours. Here it is, as it stands in this page:";
    policy_none: "Cette page n’en a pas : c’est une version de développement.", "This page has none: it is a development build.";
    default_src: "Tout est interdit, sauf ce qui suit.", "Everything is forbidden, except what follows.";
    script_src: "Seuls les programmes de cette adresse tournent, plus ceux écrits dans la page, reconnus à leur empreinte.", "Only programs from this address run, and those in the page itself, known by their fingerprint.";
    style_src: "Les mises en forme viennent de cette adresse.", "Styles come from this address.";
    img_src: "Les images viennent de cette adresse ou sont faites ici : aucune image espion.", "Images come from this address or are made here: no tracking pixel.";
    font_src: "Les caractères viennent de cette adresse.", "Fonts come from this address.";
    connect_src: "La page ne peut parler à aucun autre serveur que celui de cette adresse, qui ne donne que des fichiers.", "The page can speak to no server but that of this address, which only gives files.";
    base_uri: "Nul ne peut détourner les adresses de la page.", "Nobody can divert the page’s addresses.";
    form_action: "Aucun formulaire ne peut être envoyé, nulle part.", "No form can be sent, anywhere.";
    other_rule: "Une interdiction de plus.", "One more prohibition.";
    limits: "Ce que Relance ne peut pas promettre", "What Relance cannot promise";
    limit_extensions: "Une extension du navigateur autorisée à « lire et modifier les données des sites » voit ce que vous voyez. N’en gardez que de sûres.", "A browser extension allowed to “read and change data on websites” sees what you see. Keep only those you trust.";
    limit_shared: "Sur un ordinateur partagé, qui ouvre votre session ouvre vos données. La phrase secrète, plus haut, aide.", "On a shared computer, whoever opens your session opens your data. The passphrase, above, helps.";
    limit_cleaning: "Un nettoyage du navigateur (« effacer les données des sites », ou « effacer à la fermeture ») efface tout, sans prévenir. Seule une sauvegarde en protège.", "Cleaning the browser (“clear site data”, or “clear on exit”) erases everything, without a warning. Only a backup protects you.";
    limit_device: "Un appareil perdu, volé ou en panne emporte vos données. Une sauvegarde ailleurs les rend.", "A device lost, stolen or broken takes your data along. A backup elsewhere gives it back.";
    limit_private: "En navigation privée, tout disparaît avec la dernière fenêtre.", "In private browsing, everything goes with the last window.";
    limit_host: "Les autres pages de la même adresse partagent cette mémoire, et pourraient la lire ou la remplir. Préférez une adresse réservée à Relance.", "Other pages at the same address share this storage, and could read it or fill it. Prefer an address kept for Relance alone.";
}

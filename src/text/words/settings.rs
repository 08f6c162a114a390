//! Words of the settings page.

words! {
    title: "Réglages", "Settings";
    profile: "Vos coordonnées", "Your details";
    profile_hint: "Elles apparaissent sur vos textes. Rien n’est obligatoire avant qu’un texte en ait besoin.", "They appear on your texts. Nothing is required until a text needs it.";
    name: "Nom ou raison sociale", "Name or company name";
    address: "Adresse", "Address";
    city: "Ville des lettres", "City of letters";
    city_hint: "Comme dans « Fait à Lyon ».", "As in “Lyon, 22 November”.";
    email: "E-mail", "E-mail";
    phone: "Téléphone", "Telephone";
    siren: "SIREN ou SIRET", "SIREN or SIRET";
    iban: "IBAN", "IBAN";
    bic: "BIC", "BIC";
    cheque: "Chèques à l’ordre de", "Cheques payable to";
    cheque_hint: "Vide si vous n’en acceptez pas.", "Empty if you take none.";
    pay_link: "Lien de paiement en ligne", "Online payment link";
    pay_link_hint: "Celui de votre prestataire, qui commence par https://. Une facture peut avoir le sien.", "Your provider’s, which starts with https://. An invoice may have its own.";
    pay_link_host: "Vos textes renverront vers", "Your texts will lead to";
    appearance: "Affichage", "Display";
    french: "Français", "Français";
    english: "English", "English";
    theme: "Couleurs", "Colours";
    theme_auto: "Comme l’appareil", "As the device";
    theme_light: "Clair", "Light";
    theme_dark: "Sombre", "Dark";
    law: "La loi et les taux", "Law and rates";
    law_text: "Relance donne des informations et leurs sources ; ce n’est pas un conseil juridique. Aucun avocat n’a relu ces règles.", "Relance gives information and its sources; it is not legal advice. No lawyer has reviewed these rules.";
    rates_link: "Voir les taux et leurs sources", "See the rates and their sources";
}

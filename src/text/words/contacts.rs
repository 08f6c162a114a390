//! Words of the page of a client about who is talked to and how: contacts, payment circuit, manner, habits.

use super::dunning;
use crate::domain::dunning::given::Given;
use crate::domain::dunning::habits::Habits;
use crate::text::{Lang, format};

words! {
    title: "Contacts", "Contacts";
    none: "Personne pour le moment. Savoir qui valide et qui paie fait gagner des semaines.", "Nobody yet. Knowing who approves and who pays saves weeks.";
    general: "Contact général", "General contact";
    add: "Ajouter une personne", "Add a person";
    role: "Ce que fait cette personne", "What this person does";
    name: "Nom", "Name";
    name_hint: "Comme on lui écrit : Mme Le Goff.", "As one writes to them: Ms Le Goff.";
    email: "E-mail", "E-mail";
    phone: "Téléphone professionnel", "Work telephone";
    personal_phone: "Téléphone personnel", "Personal telephone";
    personal_hint: "Donnée personnelle : ne la gardez que si cette personne vous l’a donnée pour cela.", "Personal data: keep it only if this person gave it to you for this.";
    personal: "personnel", "personal";
    save: "Enregistrer", "Save";
    cancel: "Fermer", "Close";
    edit: "Modifier", "Edit";
    remove: "Retirer", "Remove";
    verify: "Vérifié aujourd’hui", "Checked today";
    verified: "vérifié le ", "checked on ";
    circuit: "Circuit de paiement", "How invoices are paid";
    circuit_unknown: "Ce qui n’est pas connu devient une question du prochain appel.", "What is not known becomes a question of the next call.";
    order_number: "Numéro de commande", "Order number";
    order_question: "Un numéro de commande est-il demandé ?", "Is an order number needed?";
    order_yes: "à mettre sur la facture", "to be on the invoice";
    order_no: "pas demandé", "not needed";
    portal: "Portail", "Portal";
    portal_question: "Les factures passent-elles par un portail ?", "Are invoices handed in on a portal?";
    portal_name: "Lequel", "Which one";
    portal_none: "aucun", "none";
    approval: "Validation", "Approval";
    approval_hint: "Par exemple : le chef de projet, puis le contrôle de gestion.", "For example: the project lead, then the controller.";
    payment_days: "Jours de paiement", "Payment days";
    payment_days_hint: "Par exemple : le 10 et le 25.", "For example: the 10th and the 25th.";
    yes: "Oui", "Yes";
    no: "Non", "No";
    unknown: "Pas su", "Not known";
    not_known: "non connu", "not known";
    manner: "Comment on se parle", "How you talk";
    relation: "Relation", "Relation";
    tone: "Ton des textes", "Tone of texts";
    tone_of_step: "Selon l’étape", "As the step";
    address: "On se dit", "You say";
    vous: "vous", "vous";
    tu: "tu", "tu";
    language: "Langue des textes", "Language of texts";
    language_of_screens: "Celle de l’écran", "As the screens";
    french: "Français", "French";
    english: "Anglais", "English";
    speed: "Rythme des relances", "Speed of reminders";
    speed_policy: "Comme pour tous", "As for all";
    pace: "Voir les étapes et leurs dates", "See the steps and their dates";
    habits: "Comment il paie", "How it pays";
    promises: "Promesses", "Promises";
    late_average: "Retard moyen", "Average delay";
    late_median: "Retard médian", "Median delay";
    over_settled: "sur les factures réglées", "over settled invoices";
    share: "Part de vos créances", "Share of what you are owed";
    reasons: "Raisons données", "Reasons given";
    pauses: "Relances mises en pause", "Pauses in chasing";
    suspensions: "Prestations suspendues", "Work suspended";
    no_habits: "Pas encore d’habitude connue : aucune facture réglée, aucune promesse.", "No habits known yet: no settled invoice, no promise.";
    missing: "À compléter", "To complete";
    no_email: "E-mail absent", "No e-mail address";
    no_phone: "Téléphone absent", "No telephone";
    no_address: "Adresse absente", "No address";
    partial_address: "Adresse incomplète : il y faut une rue, un code postal et une ville", "Address not complete: it needs a street, a postcode and a town";
    never_verified: "Coordonnées jamais vérifiées", "Details never checked";
    long_verified: "Coordonnées vérifiées il y a plus de six mois", "Details checked more than six months ago";
    verify_all: "Tout est juste aujourd’hui", "All is right today";
    all_verified: "Coordonnées vérifiées le ", "Details checked on ";
    suspended_title: "Prestations suspendues.", "Work is suspended.";
    suspended_since: ", depuis le ", ", since ";
    suspended_see: "Voir le dossier", "See the case";
}

/// Promises of a client: « 3 tenues, 1 non tenue, 1 en cours »; nothing where there is none.
#[must_use]
pub fn promises(lang: Lang, habits: &Habits) -> Option<String> {
    let part = |count: usize, one: &str, many: &str| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        (count > 0).then(|| format::count(lang, count, one, many))
    };
    let parts = [
        part(habits.kept, lang.pick("tenue", "kept"), lang.pick("tenues", "kept")),
        part(habits.broken, lang.pick("non tenue", "not kept"), lang.pick("non tenues", "not kept")),
        part(habits.running, lang.pick("en cours", "running"), lang.pick("en cours", "running")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A reason that was given and what became of it: « Difficulté de trésorerie, 3 fois : payé 2 fois, 25 jours après (médiane),
/// surtout à la suite de : Échéancier proposé ».
#[must_use]
pub fn given(lang: Lang, given: &Given) -> String {
    let times = |count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        format::count(lang, count, lang.pick("fois", "time"), lang.pick("fois", "times"))
    };
    let name = dunning::unpaid(lang, given.reason);
    let Some(days) = given.days else {
        let never = lang.pick("pas encore payé", "not paid yet");
        return format!("{name}, {}{}{never}", times(given.times), lang.pick("\u{a0}: ", ": "));
    };
    let (all, paid, days) = (times(given.times), times(given.paid), format::days(lang, days));
    let worked = given.worked.map(|(step, _)| dunning::step(lang, step));
    match lang {
        Lang::Fr => {
            let worked = worked.map(|step| format!(", le plus souvent après «\u{a0}{step}\u{a0}»"));
            format!(
                "{name}, {all}\u{a0}: payé {paid}, {days} plus tard (médiane){}",
                worked.unwrap_or_default()
            )
        }
        Lang::En => {
            let worked = worked.map(|step| format!(", mostly after “{step}”"));
            format!("{name}, {all}: paid {paid}, {days} later (median){}", worked.unwrap_or_default())
        }
    }
}

/// A delay: « 12 jours », « 3 jours d’avance ».
#[must_use]
pub fn delay(lang: Lang, days: i64) -> String {
    if days < 0 {
        format!("{}{}", format::days(lang, -days), lang.pick(" d’avance", " early"))
    } else {
        format::days(lang, days)
    }
}

/// A share given in thousandths, as whole per cent.
#[must_use]
pub fn per_cent(lang: Lang, thousandths: i64) -> String {
    let whole = (thousandths + 5).div_euclid(10);
    match lang {
        Lang::Fr => format!("{whole}\u{202f}%"),
        Lang::En => format!("{whole}%"),
    }
}

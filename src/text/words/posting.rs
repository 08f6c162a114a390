//! Words of the tracking of a registered letter.

use crate::text::Lang;

words! {
    title: "Suivi du recommandé", "Tracking of the registered letter";
    number: "Numéro du recommandé", "Number of the registered letter";
    presented: "Présenté le", "Presented on";
    fate: "Où en est-il", "Where it stands";
    on_its_way: "Pas encore remis", "Not handed over yet";
    received: "Remis", "Handed over";
    refused: "Refusé", "Refused";
    not_collected: "Non réclamé", "Not collected";
    received_on: "Reçu le", "Received on";
    save: "Noter la réception", "Note its receipt";
    known_number: "recommandé n° ", "registered letter no. ";
    known_presented: "présenté le ", "presented on ";
    known_received: "reçu le ", "received on ";
    known_refused: "refusé par le client", "refused by the client";
    known_not_collected: "non réclamé", "not collected";
    waits: "Le délai donné court de la date de la lettre. Notez ici ce que dit l’avis de réception : c’est votre preuve.", "The time given runs from the date of the letter. Note here what the acknowledgement says: it is your proof.";
    proves: "L’avis de réception prouve la mise en demeure : gardez-le.", "The acknowledgement proves the formal notice: keep it.";
    was_running: "Les intérêts de retard couraient déjà, depuis le lendemain de l’échéance.", "Late-payment interest was already running, from the day after the due date.";
    starts_interest: "Les intérêts courent à partir de cette réception. Gardez l’avis : c’est votre preuve.", "Interest runs from this receipt. Keep the acknowledgement: it is your proof.";
    returned_professional: "Gardez l’enveloppe fermée telle qu’elle est revenue : la mise en demeure reste valable (à vérifier : Cass. 1re civ., 20 janvier 2021, n° 19-20.680).", "Keep the envelope closed as it came back: the formal notice stays valid (to be checked: Cass. 1re civ., 20 January 2021, no. 19-20.680).";
    returned_consumer: "Gardez l’enveloppe fermée telle qu’elle est revenue : la mise en demeure reste valable (à vérifier : Cass. 1re civ., 20 janvier 2021, n° 19-20.680), et les intérêts sont comptés depuis sa première présentation, dès que ce jour est noté. S’il est contesté, un commissaire de justice peut remettre une nouvelle lettre.", "Keep the envelope closed as it came back: the formal notice stays valid (to be checked: Cass. 1re civ., 20 January 2021, no. 19-20.680), and interest is counted from its first presentation, once that day is noted. If that is disputed, a bailiff can hand over a new letter.";
}

/// The number of a registered letter, after its name and on one line; nothing where it is not known.
#[must_use]
pub fn numbered(lang: Lang, number: &str) -> String {
    let groups: Vec<&str> = number.split_whitespace().collect();
    if groups.is_empty() {
        return String::new();
    }
    format!("{}{}", lang.pick(" n°\u{a0}", " no.\u{a0}"), groups.join("\u{a0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_on_one_line() {
        assert_eq!(numbered(Lang::Fr, "1A 234 567 8901 2"), " n°\u{a0}1A\u{a0}234\u{a0}567\u{a0}8901\u{a0}2");
        assert_eq!(numbered(Lang::En, " 12 "), " no.\u{a0}12");
        assert_eq!(numbered(Lang::Fr, "  "), "");
    }
}

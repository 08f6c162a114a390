use super::*;

fn edited(body: &str) -> EditedText {
    let proposed = vec!["Objet".to_owned(), "Bonjour,\n\nCordialement,\n\nClaire Morel".to_owned()];
    let mut text = EditedText::new(Tone::Courteous, false, Lang::Fr, proposed);
    text.passages[1] = body.to_owned();
    text
}

fn found(text: &EditedText) -> Vec<Place> {
    text.places(Document::Email, DebtorKind::Business, &[])
}

#[test]
fn swapping_puts_the_lawful_words_there_and_nothing_else_moves() {
    let mut text = edited("Été. Dernier avis avant saisie de vos biens. Merci !");
    let places = found(&text);
    assert_eq!(places.len(), 1, "{places:?}");
    let place = &places[0];
    assert!(text.refuses(place));
    assert_eq!(place.utf16(&text.passages[1]).start, 5, "counted as a browser does");
    text.swap(place);
    assert!(text.passages[1].starts_with("Été. Dernière relance"), "{}", text.passages[1]);
    assert!(text.passages[1].ends_with(". Merci !"));
    assert!(found(&text).is_empty());
    let before = text.clone();
    text.swap(place);
    assert_eq!(text, before, "words that are gone are not swapped");
}

#[test]
fn a_true_fact_may_be_confirmed_and_a_threat_may_not() {
    let mut text = edited("Hier, j’ai saisi le tribunal. Vous irez en prison.");
    for place in found(&text) {
        text.confirm(&place, true);
    }
    let places = found(&text);
    let refused: Vec<&str> =
        places.iter().filter(|place| text.refuses(place)).map(|place| place.words.as_str()).collect();
    assert!(!refused.iter().any(|words| words.contains("tribunal")), "{refused:?}");
    assert!(refused.iter().any(|words| words.contains("prison")), "{refused:?}");
    let told = places.iter().find(|place| place.words.contains("tribunal")).unwrap();
    text.confirm(told, false);
    assert!(!text.is_confirmed(told) && text.refuses(told));
}

#[test]
fn no_tick_lets_words_of_an_act_or_of_enforcement_out() {
    for words in [
        "Dernier avis avant saisie.",
        "Sommation de payer.",
        "Un huissier viendra saisir vos biens.",
        "Vous êtes un escroc.",
        "Je publierai votre nom sur LinkedIn.",
        "Commandement de payer.",
    ] {
        let mut text = edited(words);
        // A draft of an earlier release, which confirmed a rule for the whole text.
        text.confirmed = vec![Rule::FalseProcedure.id().to_owned()];
        let places = found(&text);
        assert!(!places.is_empty(), "{words}");
        for place in &places {
            assert!(!place.may_be_fact(), "{words}: {place:?}");
            text.confirm(place, true);
            assert!(text.refuses(place), "{words}: {place:?}");
        }
    }
}

#[test]
fn a_tick_is_for_the_words_it_stands_at() {
    let mut text = edited("Hier, j’ai saisi le tribunal. Le juge vous a condamné.");
    let places = found(&text);
    assert_eq!(places.len(), 2, "{places:?}");
    text.confirm(&places[0], true);
    assert!(!text.refuses(&places[0]) && text.refuses(&places[1]));
}

#[test]
fn names_in_the_records_are_not_the_senders_words() {
    let mut text = edited("");
    text.proposed[1] = "Bonjour SCP Roux, commissaires de justice mandatés,".to_owned();
    text.passages[1] = format!("{} merci.", text.proposed[1]);
    assert!(found(&text).is_empty());
    assert!(!edited("Vous êtes un escroc.").places(Document::Email, DebtorKind::Business, &[]).is_empty());
}

#[test]
fn what_becomes_known_takes_the_place_of_its_marker() {
    let mut text = edited("IBAN : ⟦votre IBAN⟧, à moi");
    text.fill(&[("⟦votre IBAN⟧".to_owned(), "FR76".to_owned())]);
    assert_eq!(text.passages[1], "IBAN : FR76, à moi");
}

#[test]
fn a_line_goes_back_where_it_was() {
    let proposed =
        "Bonjour,\n\nVoici :\nIBAN : FR76 1\nRéférence : 14\n\nCordialement,\n\nClaire Morel\n06 00";
    let lack = |fact, value: &str, line: &str| Lack {
        fact,
        value: value.to_owned(),
        line: line.to_owned(),
        is_mandatory: false,
        place: None,
    };
    let iban = lack(Fact::Iban, "FR76 1", "IBAN : FR76 1");
    let sender = lack(Fact::Sender, "Claire Morel", "Claire Morel");
    let sum = lack(Fact::Balance, "12 €", "À régler : 12 €");
    for (body, lack, expected) in [
        ("A\n\nVoici :\nRéférence : 14", &iban, "A\n\nVoici :\nIBAN : FR76 1\nRéférence : 14"),
        ("A\n\nVoici :\nIBAN : FR76 2", &iban, "A\n\nVoici :\nIBAN : FR76 1"),
        ("A\n\nB\n\nCordialement,\n\nMoi", &iban, "A\n\nB\n\nIBAN : FR76 1\n\nCordialement,\n\nMoi"),
        ("A\n\nCordialement,\n\n06 00", &sender, "A\n\nCordialement,\n\nClaire Morel\n06 00"),
        ("A\n\nCordialement,", &sum, "A\n\nÀ régler : 12 €\n\nCordialement,"),
        ("", &sum, "À régler : 12 €"),
    ] {
        assert_eq!(with_line(body, lack, proposed), expected);
    }
}

#[test]
fn what_is_swapped_in_a_subject_is_a_subject() {
    let mut text = edited("Bonjour,");
    text.passages[0] = "Vous irez en prison".to_owned();
    let places = found(&text);
    assert_eq!(places[0].passage, 0, "{places:?}");
    text.swap(&places[0]);
    assert_eq!(text.passages[0], "Objet");
    text.passages[0] = "Dernier avis avant saisie".to_owned();
    let places = found(&text);
    assert_eq!(
        places[0].swap().unwrap().text,
        "Dernière relance",
        "other words for the words found stay offered"
    );
}

#[test]
fn what_was_typed_into_a_form_is_checked_though_no_word_of_the_text_was_changed() {
    let work = "reprendre le site de cet escroc de Brun";
    let body = format!("Bonjour,\n\n– {work}, au plus tard le 4 décembre.\n\nCordialement");
    let text = EditedText::new(Tone::Courteous, false, Lang::Fr, vec!["Objet".to_owned(), body]);
    assert!(found(&text).is_empty(), "names and numbers of the records are no words of the sender’s");
    let typed = [work.to_owned()];
    let places = text.places(Document::Email, DebtorKind::Business, &typed);
    assert_eq!(places.iter().map(|place| place.words.as_str()).collect::<Vec<_>>(), ["escroc"]);
    assert!(text.refuses(&places[0]));
    let elsewhere = ["le 4 décembre".to_owned()];
    assert!(text.places(Document::Email, DebtorKind::Business, &elsewhere).is_empty());
}

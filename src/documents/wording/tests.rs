use proptest::prelude::*;

use super::*;

const KINDS: [DebtorKind; 4] =
    [DebtorKind::Business, DebtorKind::Consumer, DebtorKind::Public, DebtorKind::Unknown];

fn words_found(text: &str, debtor: DebtorKind) -> Vec<(&'static str, &str)> {
    let findings = check(text, Lang::Fr, Document::Email, debtor);
    findings.into_iter().map(|finding| (finding.rule.id(), text.get(finding.range).unwrap())).collect()
}

#[test]
fn the_offending_words_are_given_and_no_others() {
    let text = "Madame, ceci est un com\u{ad}mandement\nde\u{a0}payer. Votre commande est prête.";
    assert_eq!(
        words_found(text, DebtorKind::Business),
        [
            ("judicial-vocabulary", "un com\u{ad}mandement\nde\u{a0}payer"),
            ("false-procedure", "un com\u{ad}mandement\nde\u{a0}payer"),
        ]
    );
    let text = "Vous me devez 25\u{a0}€ de frais de relance, et 340,40\u{a0}€.";
    assert_eq!(words_found(text, DebtorKind::Business), [("illegal-fee", "25\u{a0}€ de frais de relance")]);
}

#[test]
fn what_a_professional_owes_a_consumer_may_not_be_asked_for() {
    let text = "Indemnité forfaitaire pour frais de recouvrement\u{a0}: 40\u{a0}€";
    for (kind, found) in KINDS.into_iter().zip([false, true, false, true]) {
        assert_eq!(!words_found(text, kind).is_empty(), found, "{kind:?}");
    }
}

#[test]
fn a_lawful_wording_stands_in_for_the_words() {
    let corrected = |lang, text: &str| {
        let findings = check(text, lang, Document::Letter, DebtorKind::Business);
        replaced(text, &findings)
    };
    for (text, lawful) in [
        ("Ce courrier vaut sommation de payer.", "Ce courrier vaut mise en demeure."),
        ("Ceci est un commandement de payer.", "Ceci est une mise en demeure de payer."),
        ("SOMMATION DE PAYER", "MISE EN DEMEURE DE PAYER"),
        ("Dernier avis avant saisie", "Dernière relance"),
        // Where no words fit the place, a sentence stands in for the sentence, and for no more.
        (
            "Bonjour. Hier, j’ai mandaté un huissier ! Merci.",
            "Bonjour. À défaut de règlement, la juridiction compétente pourra être saisie. Merci.",
        ),
        (
            "Une procédure est engagée contre vous.",
            "À défaut de règlement, la juridiction compétente pourra être saisie.",
        ),
        ("Vous êtes des voleurs !", "La facture reste impayée à ce jour."),
        (
            "Total : 300 €\n– Frais de relance : 25 €\nMerci",
            "Total : 300 €\n– Restent dus le principal et les sommes que la loi prévoit en cas de retard\nMerci",
        ),
    ] {
        assert_eq!(corrected(Lang::Fr, text), lawful);
    }
    for (text, lawful) in [
        ("FINAL COURT NOTICE", "FINAL REMINDER"),
        ("You are a crook.", "The invoice remains unpaid to this day."),
        (
            "A £25 reminder fee has been added.",
            "The principal remains due, with the sums that the law provides for late payment.",
        ),
        (
            "Our solicitors have issued proceedings.",
            "Failing payment, the matter may be brought before the competent court.",
        ),
    ] {
        assert_eq!(corrected(Lang::En, text), lawful);
    }
}

#[test]
fn denying_and_reserving_are_not_doing() {
    for text in [
        "Je n’ai mandaté aucun huissier.",
        "Je pourrai mandater un commissaire de justice.",
        "Aucuns frais de relance ne vous sont demandés.",
        "Nous préférons régler cela sans huissier.",
    ] {
        assert_eq!(words_found(text, DebtorKind::Consumer), [], "{text}");
    }
    for text in [
        "Si vous ne payez pas un huissier sera mandaté.",
        "Je pourrai patienter. Un huissier est mandaté.",
        "Sans paiement un huissier passera.",
        "Sans nouvelles, huissier mandaté.",
        "Sans règlement, des frais de relance vous seront facturés.",
    ] {
        assert!(!words_found(text, DebtorKind::Consumer).is_empty(), "{text}");
    }
    let english = |text| check(text, Lang::En, Document::Email, DebtorKind::Consumer);
    assert_eq!(english("You can settle without a bailiff."), []);
    for text in ["Without payment a bailiff will call.", "Without payment reminder fees will be added."] {
        assert!(!english(text).is_empty(), "{text}");
    }
}

#[test]
fn names_strangers_and_proven_facts_are_no_faults() {
    for text in [
        "La société Huissier & Fils vous rappelle sa facture.",
        "Le Voleur de Bicyclettes SARL nous doit 300 €.",
        "Un escroc se fait passer pour moi.",
        "La requête a été déposée le 4 mars au tribunal, récépissé joint.",
        "Je ne vous harcèlerai pas.",
        "Le costume du bandit est prêt.",
    ] {
        assert_eq!(words_found(text, DebtorKind::Business), [], "{text}");
    }
    for text in [
        "L’étude Huissier & Associés vous rappelle sa facture.",
        "VOLEUR DE BICYCLETTES, payez !",
        "Vous êtes un escroc et vous vous faites passer pour un autre.",
        "La requête a été déposée au tribunal.",
        "Si vous ne payez pas, je vous harcèlerai.",
    ] {
        assert!(!words_found(text, DebtorKind::Business).is_empty(), "{text}");
    }
}

#[test]
fn a_sentence_cut_in_pieces_says_the_same() {
    for text in ["Il y a aussi des frais. De relance.", "Il vous est fait commandement. De payer."] {
        assert!(!words_found(text, DebtorKind::Business).is_empty(), "{text}");
    }
    assert_eq!(words_found("J’ai payé mes frais. De plus, la relance est partie.", DebtorKind::Business), []);
}

#[test]
fn the_first_words_of_a_short_message_are_its_heading() {
    let text = "Tribunal de commerce de Lyon : vous devez 300 €.";
    let looks = |document| check(text, Lang::Fr, document, DebtorKind::Business).len();
    // It looks like a court’s, and uses its words.
    assert_eq!((looks(Document::Sms), looks(Document::Letter)), (2, 0));
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    // Thirty thousand repetitions of what phrases are made of; quadratic work would never end.
    for piece in ["a ", "huissier est ", "(", "€ 40 ", "h u i s s i e r", "sommation", "pas ", "un ", "a@"]
    {
        let text = piece.repeat(30_000);
        let findings = check(&text, Lang::Fr, Document::Letter, DebtorKind::Unknown);
        assert!(findings.len() <= text.len());
    }
}

/// Pieces of sentences, lawful or not, that meet in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "sommation de payer",
        "un huissier a été mandaté",
        "vous êtes un escroc",
        "dernier avis avant saisie",
        "frais de relance",
        "40 €",
        "je pourrai",
        "pas",
        "sans",
        "notre avocat",
        "le tribunal",
        "a été saisi",
        "j’ai saisi",
        "final court notice",
        "bailiffs will attend",
        "you are a crook",
        "proceedings",
        "have been issued",
        "our solicitors",
        "a reminder fee",
        "RÉPUBLIQUE FRANÇAISE",
        "\u{ad}",
        "é",
        "e\u{301}",
        "LinkedIn",
        "je publierai",
        "procédure",
        "est engagée",
        "commandement",
        "de payer",
        "İ",
        "ﬁ",
        "👩‍⚖️",
    ]);
    let joint = prop::sample::select(vec![" ", "\u{a0}", "\n", ". ", ", ", "\n\n", "", "’"]);
    prop::collection::vec((piece, joint), 0..20)
        .prop_map(|all| all.into_iter().flat_map(|(piece, joint)| [piece, joint]).collect())
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    for lang in [Lang::Fr, Lang::En] {
        for debtor in KINDS {
            let findings = check(text, lang, Document::Sms, debtor);
            for finding in &findings {
                prop_assert!(text.get(finding.range.clone()).is_some_and(|words| !words.is_empty()));
            }
            for pair in findings.windows(2) {
                let [a, b] = pair else { continue };
                prop_assert!(a.range == b.range && a.rule != b.rule || a.range.end <= b.range.start);
            }
            let _ = replaced(text, &findings);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_can_be_checked(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn ranges_are_whole_and_apart(text in pieces()) {
        holds(&text)?;
    }

    #[test]
    fn invisible_characters_and_capitals_hide_nothing(
        at in 0_usize..30,
        with in prop::sample::select(vec!['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}']),
        capitals in any::<bool>(),
    ) {
        let mut text: Vec<char> = "dernier avis avant saisie sur salaire".chars().collect();
        text.insert(at, with);
        let text: String = text.into_iter().collect();
        let text = if capitals { text.to_uppercase() } else { text };
        prop_assert!(!check(&text, Lang::Fr, Document::Email, DebtorKind::Business).is_empty(), "{text:?}");
    }
}

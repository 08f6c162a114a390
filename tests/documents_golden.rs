//! Every text, in every language and for every kind of debtor, against files a person has read.
//!
//! `UPDATE_GOLDEN=1 cargo test --test documents_golden` rewrites the files; read the difference before committing it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

#[path = "golden/scenes.rs"]
mod scenes;

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use relance::base::dates::parse_iso;
use relance::base::{Amount, CircumstanceId, ProofId};
use relance::documents::sms::{SmsLength, sms_length};
use relance::documents::wording::{Document, check};
use relance::documents::{
    Block, Excuse, Message, MissingFact, TextContext, TextError, Tone, Unoffered, channels, check_own,
    fill_own, message, missing, missing_facts, own,
};
use relance::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause, PauseCause};
use relance::domain::event::{Channel, Step};
use relance::domain::movement::Movement;
use relance::domain::notice::Annex;
use relance::domain::party::DebtorKind;
use relance::domain::proof::{Proof, ProofKind};
use relance::text::words::variables::meaning;
use relance::text::{Lang, format};
use scenes::{Scene, Told, scenes};

const KINDS: [DebtorKind; 4] =
    [DebtorKind::Business, DebtorKind::Consumer, DebtorKind::Public, DebtorKind::Unknown];
const LANGUAGES: [Lang; 2] = [Lang::Fr, Lang::En];

/// `first-reminder`, as files and records name it.
fn name_of<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// Messages under headings; those that are the same under one.
fn under_headings(lang: Lang, told: &[Told]) -> String {
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for Told { channel, tone, tu, message } in told {
        let text = match message {
            Ok(message) => message.plain_text(lang),
            Err(error) => format!("[{}]", error.explained(lang)),
        };
        let address = lang.pick(if *tu { " tu" } else { " vous" }, "");
        let heading = format!("{} {}{address}", name_of(*channel), name_of(*tone));
        match texts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, headings)) => headings.push(heading),
            None => texts.push((text, vec![heading])),
        }
    }
    let written: Vec<String> =
        texts.iter().map(|(text, headings)| format!("===== {}\n\n{text}", headings.join(", "))).collect();
    written.join("\n\n")
}

/// Every golden file with its path below the folder.
fn files() -> &'static [(String, String)] {
    static FILES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    FILES.get_or_init(written_files)
}

fn written_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for lang in LANGUAGES {
        for (folder, scene) in scenes() {
            let folder = format!("{}/{folder}", lang.tag());
            for step in scene.steps() {
                let text = under_headings(lang, &scene.messages(lang, step));
                files.push((format!("{folder}/{}.txt", name_of(step)), text));
            }
            let figures: Vec<String> = scene
                .figures(lang)
                .into_iter()
                .map(|(name, text)| format!("===== {name}\n\n{text}"))
                .collect();
            if !figures.is_empty() && !folder.contains("call-") {
                files.push((format!("{folder}/figures.txt"), figures.join("\n\n")));
            }
        }
        let scene = Scene::new(DebtorKind::Business);
        let excuses = lang.pick(
            format!("{}\n\n===== tu\n\n{}", scene.excuses(lang, false), scene.excuses(lang, true)),
            scene.excuses(lang, false),
        );
        files.push((format!("{}/business/excuses.txt", lang.tag()), excuses));
    }
    files
}

#[test]
fn texts_are_as_last_read() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut changed = Vec::new();
    for (path, text) in files() {
        let path = root.join(path);
        let text = format!("{text}\n");
        if fs::read_to_string(&path).is_ok_and(|known| known == *text) {
            continue;
        }
        if update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        } else {
            changed.push(format!("{}:\n{text}", path.display()));
        }
    }
    assert!(changed.is_empty(), "{} changed texts:\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn no_golden_file_is_left_over() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let known: HashSet<PathBuf> = files().iter().map(|(path, _)| root.join(path)).collect();
    for lang in LANGUAGES {
        for folder in fs::read_dir(root.join(lang.tag())).unwrap() {
            for file in fs::read_dir(folder.unwrap().path()).unwrap() {
                let path = file.unwrap().path();
                assert!(known.contains(&path), "{} is no text any more", path.display());
            }
        }
    }
}

/// Words that lose their vowel before another one, with the word that follows; none where French keeps both.
fn unelided(text: &str) -> Vec<String> {
    const SHORT: [&str; 11] = ["je", "te", "me", "se", "le", "la", "de", "ne", "que", "jusque", "lorsque"];
    // « le onze », « le oui », « de un à trois ».
    const KEPT: [&str; 4] = ["onze", "onzième", "oui", "un"];
    let words: Vec<&str> = text.split([' ', '\n', '\u{a0}']).collect();
    let is_short = |word: &str| {
        // After a hyphen it belongs to the verb before it: « dites-le aussitôt ».
        SHORT.contains(&word.trim_start_matches(['(', '«']).to_lowercase().as_str())
    };
    let starts_so = |word: &str| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let first = word.chars().next().is_some_and(|c| "aeiouyàâéèêîôûœ".contains(c));
        first && !KEPT.contains(&bare)
    };
    let pairs = words.windows(2).filter(|pair| is_short(pair[0]) && starts_so(pair[1]));
    pairs.map(|pair| pair.join(" ")).collect()
}

#[test]
fn french_short_words_lose_their_vowel() {
    assert_eq!(unelided("Si un point te empêche, dis-le aussitôt, le onze."), ["te empêche,"]);
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/fr")];
    let (mut read, mut found) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            read += 1;
            let text = fs::read_to_string(&path).unwrap();
            found.extend(unelided(&text).into_iter().map(|pair| format!("{}: {pair}", path.display())));
        }
    }
    assert!(read > 100, "{read} texts");
    assert!(found.is_empty(), "{found:#?}");
}

/// A text of some scene, with what to call it in a failure.
struct Text {
    name: String,
    lang: Lang,
    kind: DebtorKind,
    document: Document,
    channel: Option<Channel>,
    words: String,
}

/// Every text of every scene, each once, also told to clients of other kinds.
fn all_texts() -> &'static [Text] {
    static ALL: OnceLock<Vec<Text>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        let mut known = HashSet::new();
        for lang in LANGUAGES {
            for (folder, scene) in scenes() {
                let own = scene.client.kind;
                for kind in KINDS {
                    // To clients of other kinds, the scenes that differ most.
                    let is_told = ["business", "not-due", "paid-late"].contains(&folder);
                    if kind != own && !is_told {
                        continue;
                    }
                    let mut scene = scene.clone();
                    scene.client.kind = kind;
                    let mut add = |name: String, document, channel, text: String| {
                        if known.insert((text.clone(), kind)) {
                            let name = format!("{} {folder} {kind:?} {name}", lang.tag());
                            all.push(Text { name, lang, kind, document, channel, words: text });
                        }
                    };
                    for step in scene.steps() {
                        for told in scene.messages(lang, step) {
                            let Ok(message) = told.message else { continue };
                            let name = format!("{step:?} {:?} {:?} tu={}", told.channel, told.tone, told.tu);
                            add(name, message.document(step), Some(told.channel), message.plain_text(lang));
                        }
                    }
                    for (name, text) in scene.figures(lang) {
                        add(name.to_owned(), Document::Email, None, text);
                    }
                    for tu in [false, true] {
                        add("excuses".to_owned(), Document::Email, None, scene.excuses(lang, tu));
                    }
                }
            }
        }
        all
    })
}

#[test]
fn our_own_texts_pass_the_word_check() {
    // Paragraph by paragraph, each once: texts have most of theirs in common, and no rule looks beyond one.
    let mut known = HashSet::new();
    for Text { name, lang, kind, document, words, .. } in all_texts() {
        for paragraph in words.split("\n\n") {
            if known.insert((paragraph, *kind, *document)) {
                let findings = check(paragraph, *lang, *document, *kind);
                assert!(findings.is_empty(), "{name}: {findings:?}\n{paragraph}");
            }
        }
    }
}

#[test]
fn short_messages_are_short_and_say_who_what_and_how_much() {
    for Text { name, lang, channel, words: text, .. } in all_texts() {
        if *channel != Some(Channel::Sms) || name.contains("bare") {
            continue;
        }
        let length = text.chars().count();
        assert!(length <= 306, "{name} has {length} characters:\n{text}");
        assert!(text.contains("Claire Morel") && !text.contains('\n'), "{name}:\n{text}");
        // What a sum holds beside the price is named where a text asks for it.
        let asks_all = name.contains("FirmReminder") || name.contains("LastReminder");
        let names = |jargon: &str| asks_all && !matches!(jargon, "demeure" | "formal notice");
        for jargon in ["pénalité", "demeure", "indemnité", "interest", "formal notice", "compensation"]
            .into_iter()
            .filter(|jargon| !names(jargon))
        {
            assert!(!text.contains(jargon), "{name} says {jargon}:\n{text}");
        }
        assert!(*lang == Lang::Fr || !text.contains('{'), "{name}");
    }
}

/// Words that belong to one form of address.
fn says(text: &str, words: &[&str]) -> bool {
    let mut low = text.to_lowercase().replace("rendez-vous", "");
    // A marker speaks to the user.
    for label in missing(text) {
        low = low.replace(&label.to_lowercase(), "");
    }
    low.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word))
}

#[test]
fn tu_is_tu_and_vous_is_vous_throughout() {
    for Text { name, lang, words: text, .. } in all_texts() {
        if *lang == Lang::En || name.contains("FormalNotice Registered") || name.ends_with("excuses") {
            continue;
        }
        if name.contains("tu=true") {
            // « s’il vous plaît » would be one too.
            assert!(!says(text, &["vous", "votre", "vos"]), "{name}:\n{text}");
        } else {
            assert!(!says(text, &["tu", "toi", "ton", "ta", "tes", "te"]), "{name}:\n{text}");
        }
    }
}

#[test]
fn no_text_uses_words_kept_for_judicial_acts_nor_asks_for_fees() {
    let forbidden = [
        "sommation",
        "commandement",
        "saisie",
        "signification",
        "titre exécutoire",
        "huissier",
        "commissaire de justice",
        "judiciaire",
        "procédure engagée",
        "dernier avis",
        "poursuite",
        "contentieux",
        "frais",
        "dommages",
        "république",
        "tribunal",
        "bailiff",
        "summons",
        "seizure",
        "enforcement",
        "lawsuit",
        "fees",
        "damages",
        "final notice",
    ];
    for Text { name, words: text, .. } in all_texts() {
        let text = text.to_lowercase().replace("for recovery costs", "");
        for word in forbidden {
            assert!(!text.contains(word), "{name} says {word}:\n{text}");
        }
    }
}

#[test]
fn no_text_is_left_unfilled() {
    for Text { name, words: text, .. } in all_texts() {
        for trace in [
            "{{",
            "}}",
            "{%",
            "%}",
            "undefined",
            "none",
            "()",
            "  ",
            "\n\n\n",
            " ,",
            " .",
            "@in",
            "@wo",
            "@pa",
            "@si",
        ] {
            assert!(!text.contains(trace), "{name} has {trace:?}:\n{text}");
        }
    }
}

#[test]
fn typography_is_that_of_the_language() {
    for Text { name, lang, document, words: text, .. } in all_texts() {
        if *document == Document::Sms {
            continue;
        }
        assert!(!text.contains(['\'', '"']), "{name} has a straight quote:\n{text}");
        for (before, mark) in text.chars().zip(text.chars().skip(1)) {
            match (lang, mark) {
                (Lang::Fr, ';' | ':' | '?' | '!' | '»' | '€' | '%') => {
                    assert_eq!(before, '\u{a0}', "{name}: {before:?} before {mark}\n{text}");
                }
                (Lang::En, ';' | ':' | '?' | '!') => {
                    assert!(!before.is_whitespace(), "{name}: {mark}\n{text}");
                }
                _ => {}
            }
        }
        assert!(!text.contains("n° ") && !text.contains("« "), "{name} may break a line:\n{text}");
    }
}

/// What a message says is charged by 160 letters, and it is written without words that would lose an accent by that.
#[test]
fn short_messages_are_in_the_letters_of_operators() {
    for Text { name, document, words: text, .. } in all_texts() {
        if *document == Document::Sms && !text.contains('⟦') {
            let SmsLength { characters, parts } = sms_length(text);
            assert!(parts <= characters.div_ceil(140), "{name} is {parts} messages:\n{text}");
        }
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/documents/templates/fr/sms");
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!text.contains(['ç', 'â', 'ê', 'î', 'ô', 'û', 'ë', 'ï', 'œ', 'À', 'Ê']), "{text}");
    }
}

#[test]
fn consumers_are_asked_for_no_penalty_no_fixed_sum_and_no_fee() {
    for Text { name, kind, words: text, .. } in all_texts() {
        if matches!(kind, DebtorKind::Business | DebtorKind::Public) {
            continue;
        }
        let low = text.to_lowercase();
        for word in
            ["pénalité", "indemnité", "d441", "l441", "late-payment", "compensation", "cost", "€40.", "€40 "]
        {
            assert!(!low.contains(word), "{name} says {word}:\n{text}");
        }
        for sum in ["40\u{a0}€", "40,00\u{a0}€", "40 €", "40,00 €"] {
            let whole = |at: usize| !low[..at].ends_with(|c: char| c.is_ascii_digit());
            assert!(!low.match_indices(sum).any(|(at, _)| whole(at)), "{name} says {sum}:\n{text}");
        }
    }
}

#[test]
fn the_notice_states_the_claim_to_the_cent() {
    let scene = Scene::new(DebtorKind::Business);
    let claim = scene.claim();
    assert_eq!(claim.total.to_string(), "2766.79");
    for lang in [Lang::Fr, Lang::En] {
        let letter = scene.notice(lang).unwrap();
        let total = format::money(lang, claim.total, claim.currency);
        assert_eq!(letter.plain_text().matches(&total).count(), 3, "body twice, payment once");
        let interest = format::money(lang, claim.interest_left, claim.currency);
        let working = letter.blocks.iter().find_map(|block| match block {
            Block::Annex(table) => Some(table),
            _ => None,
        });
        let working = working.unwrap();
        assert_eq!(working.total.as_ref().unwrap().last(), Some(&interest));
        assert_eq!(working.rows.len(), claim.segments.len());
        assert!(working.rows.iter().all(|row| row.len() == working.head.len()));
    }
}

#[test]
fn missing_facts_are_marked_and_named() {
    for lang in [Lang::Fr, Lang::En] {
        let mut scene = Scene::bare(DebtorKind::Business);
        let mail = scene.email(lang, Step::FirstReminder, Tone::Warm, false).unwrap();
        assert_eq!(missing_facts(lang, &mail.body), [MissingFact::SenderName, MissingFact::Iban]);
        let letter = scene.notice(lang).unwrap().plain_text();
        assert_eq!(
            missing_facts(lang, &letter),
            [
                MissingFact::SenderName,
                MissingFact::SenderAddress,
                MissingFact::City,
                MissingFact::SenderSiren,
                MissingFact::Iban,
                MissingFact::ClientAddress,
            ]
        );
        scene.profile = Scene::new(DebtorKind::Business).profile;
        let mail = scene.email(lang, Step::FirmReminder, Tone::Warm, true).unwrap();
        assert!(missing(&mail.clipboard_text(lang)).is_empty());
    }
}

#[test]
fn provisional_rates_are_said_wherever_penalties_are_claimed() {
    let scene = Scene::bare(DebtorKind::Business);
    let texts = [
        scene.email(Lang::Fr, Step::FirstReminder, Tone::Firm, false).unwrap().body,
        scene.email(Lang::Fr, Step::FirmReminder, Tone::Warm, true).unwrap().body,
        scene.notice(Lang::Fr).unwrap().plain_text(),
    ];
    for text in texts {
        assert!(text.contains("1er\u{a0}semestre 2027") && text.contains("taux provisoire"), "{text}");
    }
}

#[test]
fn texts_with_nothing_to_ask_for_are_refused() {
    let refusal =
        |scene: &Scene, step, channel| scene.message(Lang::Fr, step, channel, Tone::Courteous, false).err();
    let scene = |name: &str| scenes().into_iter().find(|(known, _)| *known == name).unwrap().1;
    for step in [Step::FirstReminder, Step::FirmReminder, Step::FirstCall, Step::LastReminder] {
        let refused = |name: &str| refusal(&scene(name), step, Channel::Email);
        assert!(matches!(refused("not-due"), Some(TextError::NotLate)));
        assert!(matches!(refused("paid-on-time"), Some(TextError::NothingOwed)));
        assert!(matches!(refused("disputed-whole"), Some(TextError::Disputed)));
        assert!(refused("business").is_none());
    }
    let early = scene("not-due");
    let proposal = told(&early, Lang::Fr, Step::Instalments, Channel::Email);
    assert!(proposal.contains("arrive à échéance le"), "{proposal}");
    let business = scene("business");
    let why = |step, channel| refusal(&business, step, channel);
    assert!(matches!(why(Step::Courtesy, Channel::Email), Some(TextError::AlreadyLate)));
    assert!(matches!(why(Step::Recap, Channel::Email), Some(TextError::NoCall)));
    assert!(matches!(why(Step::BrokenPromise, Channel::Email), Some(TextError::NoPromise)));
    assert!(matches!(why(Step::Resumption, Channel::Email), Some(TextError::NotSuspended)));
    let not_offered = |step, channel| match why(step, channel) {
        Some(TextError::NotOffered(why)) => Some(why),
        _ => None,
    };
    assert_eq!(not_offered(Step::FormalNotice, Channel::Sms), Some(Unoffered::LetterOnly));
    assert_eq!(not_offered(Step::PenaltyNote, Channel::Phone), Some(Unoffered::InWriting));
    assert_eq!(not_offered(Step::Courtesy, Channel::RegisteredPost), Some(Unoffered::OrdinaryPost));
    assert_eq!(not_offered(Step::FirstCall, Channel::Post), Some(Unoffered::Spoken));
    assert_eq!(not_offered(Step::Recap, Channel::Phone), Some(Unoffered::Written));
    let consumer = scene("consumer");
    let refused = refusal(&consumer, Step::PenaltyNote, Channel::Email);
    assert!(matches!(refused, Some(TextError::NotOffered(Unoffered::NotForConsumers))));
    let public = scene("public");
    let refused = refusal(&public, Step::Suspension, Channel::Post);
    assert!(matches!(refused, Some(TextError::NotOffered(Unoffered::PublicContract))));
    let mut insolvent = business;
    insolvent.client.insolvency = parse_iso("2026-06-01").ok();
    for step in Step::ALL.into_iter().filter(|step| step.needs_lateness() && *step != Step::PenaltyNote) {
        let refused = refusal(&insolvent, step, Channel::Email);
        assert!(matches!(refused, Some(TextError::Insolvent)), "{step:?}");
    }
    // What was ordered after the proceedings were opened is paid like any other (C. com. art. L622-17).
    insolvent.client.insolvency = parse_iso("2025-06-01").ok();
    assert!(refusal(&insolvent, Step::FirstReminder, Channel::Email).is_none());
}

#[test]
fn one_sum_on_one_day_is_more_time_and_no_instalments() {
    let (_, mut scene) = scenes().into_iter().find(|(_, scene)| scene.agreement.is_some()).unwrap();
    let plan = scene.agreement.as_mut().unwrap();
    plan.down_payment = None;
    plan.instalments.truncate(1);
    for lang in [Lang::Fr, Lang::En] {
        for channel in [Channel::Email, Channel::Sms, Channel::Post] {
            let text = told(&scene, lang, Step::Instalments, channel);
            for many in ["plusieurs fois", "premier virement", "ces dates", "instalments", "these dates"] {
                assert!(!text.contains(many), "{many} in\n{text}");
            }
        }
    }
}

#[test]
fn what_is_offered_has_a_text_and_what_is_not_has_none() {
    for kind in KINDS {
        let mut scene = Scene::new(kind);
        scene.client.kind = kind;
        for step in Step::ALL {
            let offered = channels(step, kind);
            let to_none = match step {
                Step::PenaltyNote => kind != DebtorKind::Business,
                Step::Suspension => kind == DebtorKind::Public,
                _ => false,
            };
            assert!(!offered.is_empty() || to_none, "{step:?} {kind:?}");
            for channel in [
                Channel::Email,
                Channel::Sms,
                Channel::Phone,
                Channel::Post,
                Channel::RegisteredPost,
                Channel::Hand,
                Channel::Portal,
            ] {
                let message = scene.message(Lang::Fr, step, channel, Tone::Firm, false);
                let is_refused = matches!(message, Err(TextError::NotOffered(_)));
                assert_eq!(offered.contains(&channel), !is_refused, "{step:?} {channel:?} {kind:?}");
            }
        }
    }
}

#[test]
fn days_that_went_by_unpaid_are_recalled() {
    let scene = |wanted: &str| scenes().into_iter().find(|(name, _)| *name == wanted).unwrap().1;
    let twice = scene("promises-broken");
    let both = "Vous m’aviez promis 1 200,00 € pour le 3 novembre, puis 2 480,00 € pour le 16 novembre 2026 : ces dates n’ont pas été tenues.";
    for (step, channel) in [
        (Step::FirmReminder, Channel::Email),
        (Step::FirmReminder, Channel::Phone),
        (Step::FormalNotice, Channel::Post),
    ] {
        let text = told(&twice, Lang::Fr, step, channel);
        assert!(text.contains(both), "{text}");
    }
    let recalled = told(&twice, Lang::Fr, Step::BrokenPromise, Channel::Email);
    assert!(recalled.contains("Vous m’aviez déjà promis 1 200,00 € pour le 3 novembre 2026."), "{recalled}");
    assert!(!recalled.contains(both), "the last one is told in full: {recalled}");
    let english = told(&twice, Lang::En, Step::LastReminder, Channel::Email);
    assert!(english.contains("You had promised me €1,200.00 by 3 November, then €2,480.00 by 16 November 2026: those dates were not kept."), "{english}");
    // A formal notice says vous to whoever is addressed as tu otherwise.
    let of = |step, channel| match twice.message(Lang::Fr, step, channel, Tone::Firm, true).unwrap() {
        Message::Letter(letter) => letter.plain_text(),
        other => format!("{other:?}"),
    };
    assert!(of(Step::FormalNotice, Channel::Post).contains("Vous m’aviez promis"));
    assert!(of(Step::FirmReminder, Channel::Email).contains("Tu m’avais promis"));
    // What came after all is not held against anybody.
    let mut late = twice.clone();
    let payment = Movement {
        date: parse_iso("2026-11-10").unwrap(),
        amount: Amount::from_cents(120_000),
        ..late.case().movements[0].clone()
    };
    late.case().movements.push(payment);
    let text = told(&late, Lang::Fr, Step::FirmReminder, Channel::Email);
    assert!(
        text.contains(
            "Vous m’aviez promis 2 480,00 € pour le 16 novembre 2026 : cette date n’a pas été tenue."
        ),
        "{text}"
    );
    let over = scene("granted-over");
    let time = "Le délai que je vous avais accordé jusqu’au 13 novembre 2026 est passé.";
    for (step, channel) in [(Step::FirstReminder, Channel::Email), (Step::FirstCall, Channel::Phone)] {
        let text = told(&over, Lang::Fr, step, channel);
        assert!(text.contains(time), "{text}");
    }
    let again = over.with(
        "2026-11-20",
        CircumstanceKind::Pause { cause: PauseCause::Granted, until: parse_iso("2026-12-04").unwrap() },
    );
    let text = told(&again, Lang::Fr, Step::FirstReminder, Channel::Email);
    assert!(!text.contains("accordé"), "more time was granted: {text}");
}

#[test]
fn each_tone_has_words_of_its_own_for_each_reminder() {
    for (name, scene) in
        scenes().into_iter().filter(|(name, _)| ["business", "consumer", "several"].contains(name))
    {
        for lang in LANGUAGES {
            let steps = [Step::FirstReminder, Step::FirmReminder, Step::LastReminder];
            for (step, channel) in steps.into_iter().flat_map(|step| {
                [Channel::Email, Channel::Sms, Channel::Phone].map(|channel| (step, channel))
            }) {
                let all = [Tone::Warm, Tone::Courteous, Tone::Direct, Tone::Firm]
                    .map(|tone| format!("{:?}", scene.message(lang, step, channel, tone, false).unwrap()));
                let different: HashSet<&String> = all.iter().collect();
                assert_eq!(different.len(), 4, "{name} {step:?} {channel:?}: {all:#?}");
            }
        }
    }
}

#[test]
fn several_invoices_are_one_message_about_those_that_are_late() {
    let (_, scene) = scenes().into_iter().find(|(name, _)| *name == "several").unwrap();
    let letter = scene.notice(Lang::Fr).unwrap().plain_text();
    assert!(letter.contains("factures n°\u{a0}2026-014 et 2026-031"), "{letter}");
    let email = scene.email(Lang::Fr, Step::FirstReminder, Tone::Direct, false).unwrap().body;
    assert!(email.contains("total\u{a0}: 3\u{202f}730,00\u{a0}€"), "{email}");
    assert!(!email.contains("2026-040") && !letter.contains("2026-040"), "not due yet");
    let firm = scene.email(Lang::Fr, Step::FirmReminder, Tone::Courteous, false).unwrap().body;
    let firm = firm.replace('\u{a0}', " ");
    assert!(
        firm.contains(
            "Malgré mon e-mail du 3 novembre 2026 et mon courrier du 12 novembre 2026 (facture n° 2026-031)"
        ),
        "what both had, and what one had: {firm}"
    );
}

/// A text of a scene, its letters that hold a line as plain spaces.
fn told(scene: &Scene, lang: Lang, step: Step, channel: Channel) -> String {
    let text = match scene.message(lang, step, channel, Tone::Firm, false).unwrap() {
        Message::Email(email) => email.body,
        Message::Letter(letter) => letter.plain_text(),
        Message::Sms(text) | Message::Script(text) => text,
    };
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn no_text_recalls_a_reminder_of_an_invoice_that_never_had_it() {
    let (_, several) = scenes().into_iter().find(|(name, _)| *name == "several").unwrap();
    for lang in LANGUAGES {
        for (at, due) in
            ["2026-11-02", "2026-11-03", "2026-11-08", "2026-11-12", "2026-11-20"].into_iter().enumerate()
        {
            let mut scene = several.clone();
            scene.cases.truncate(2);
            let both = scene.cases[1].events.clone();
            scene.cases[0].events = both;
            scene.cases[1].invoice.due = parse_iso(due).unwrap();
            for (step, channel) in [
                (Step::FirmReminder, Channel::Email),
                (Step::LastReminder, Channel::Email),
                (Step::FormalNotice, Channel::RegisteredPost),
            ] {
                let text = told(&scene, lang, step, channel);
                let only = lang.pick(" (facture n° 2026-014)", " (invoice 2026-014)");
                for (day, both_had) in [
                    (lang.pick("du 3 novembre", "of 3 November"), at < 1),
                    (lang.pick("du 12 novembre", "of 12 November"), at < 3),
                ] {
                    let cited: Vec<usize> = text.match_indices(day).map(|(place, _)| place).collect();
                    assert!(!cited.is_empty(), "due {due}: {day} is not recalled in {text}");
                    for place in cited {
                        let after = text[place + day.len()..].trim_start_matches(" 2026");
                        assert_eq!(!after.starts_with(only), both_had, "due {due}: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn invoices_of_different_history_are_each_told_with_their_own() {
    let scene = |wanted: &str| scenes().into_iter().find(|(name, _)| *name == wanted).unwrap().1;
    let few = scene("several-histories");
    let firm = told(&few, Lang::Fr, Step::FirmReminder, Channel::Email);
    let history = "mes e-mails du 4 mai et du 3 novembre 2026 (facture n° 2026-014) et mon courrier du 12 novembre 2026 (facture n° 2026-031)";
    assert!(firm.contains(history), "{firm}");
    let notice = told(&few, Lang::Fr, Step::FormalNotice, Channel::RegisteredPost);
    assert!(notice.contains(&format!("Malgré {history}")), "{notice}");
    for copy in [
        "copie de mon e-mail du 4 mai 2026 (facture n° 2026-014)",
        "copie de mon e-mail du 3 novembre 2026 (facture n° 2026-014)",
        "copie de mon courrier du 12 novembre 2026 (facture n° 2026-031)",
    ] {
        assert!(notice.contains(copy), "{copy} is not enclosed: {notice}");
    }
    let english = told(&few, Lang::En, Step::FormalNotice, Channel::RegisteredPost);
    assert!(english.contains("my letter of 12 November 2026 (invoice 2026-031)"), "{english}");
    let many = scene("several-many-histories");
    for channel in [Channel::Email, Channel::Post] {
        let text = told(&many, Lang::Fr, Step::LastReminder, channel);
        let list =
            text.split_once("Rappels déjà adressés :\n").unwrap().1.split("\n\n").next().unwrap().to_owned();
        let lines: Vec<&str> = list.lines().collect();
        assert_eq!(lines.len(), 3, "{list}");
        assert!(lines[1].starts_with("– facture n° 2026-031 : "), "{list}");
        assert!(!list.contains("2026-034"), "it was never reminded of: {list}");
    }
}

#[test]
fn who_contests_the_price_or_the_order_is_not_told_that_the_work_was_not_to_its_taste() {
    for (cause, lang) in [
        (DisputeCause::NotOrdered, Lang::Fr),
        (DisputeCause::Price, Lang::Fr),
        (DisputeCause::NotOrdered, Lang::En),
        (DisputeCause::Quality, Lang::Fr),
    ] {
        let mut scene = Scene::new(DebtorKind::Business);
        let amount = Amount::parse("500.00").unwrap();
        let kind = CircumstanceKind::dispute(cause, amount, parse_iso("2026-12-02").unwrap());
        let (date, note) = (parse_iso("2026-11-20").unwrap(), String::new());
        let contested = Circumstance { id: CircumstanceId(9), date, kind, note, ended: None };
        scene.case().circumstances = vec![contested];
        let text = scene.email(lang, Step::Meeting, Tone::Courteous, false).unwrap().body;
        let about_work = text.contains("entière satisfaction") || text.contains("fully satisfied");
        assert_eq!(about_work, cause == DisputeCause::Quality, "{text}");
        let shows_order = text.contains("devis, commande, échanges") || text.contains("quotation, order");
        assert_eq!(shows_order, cause == DisputeCause::NotOrdered, "{text}");
    }
}

#[test]
fn a_letter_goes_as_its_channel_says() {
    let scene = Scene::new(DebtorKind::Business);
    let first_line = |channel| match scene.message(Lang::Fr, Step::LastReminder, channel, Tone::Firm, false) {
        Ok(Message::Letter(letter)) => letter.references.first().cloned().unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(first_line(Channel::Post), "");
    assert!(first_line(Channel::RegisteredPost).starts_with("Lettre recommandée"));
    assert!(first_line(Channel::Hand).starts_with("Remise en main propre"));
}

#[test]
fn every_excuse_has_its_answer() {
    for lang in LANGUAGES {
        for tu in [false, true] {
            let scene = Scene::new(DebtorKind::Business);
            let context = scene.context(lang, Step::FirstCall, Channel::Phone, tu);
            let answers = relance::documents::excuses(&context).unwrap();
            assert_eq!(answers.len(), Excuse::ALL.len());
            for answer in answers {
                assert!(answer.says.starts_with(['«', '“']), "{answer:?}");
                assert!(answer.answer.lines().count() >= 3, "{answer:?}");
            }
        }
    }
}

#[test]
fn templates_of_ones_own_are_checked_and_filled() {
    let scene = Scene::new(DebtorKind::Business);
    let context = scene.context(Lang::Fr, Step::FirmReminder, Channel::Email, true);
    let fill = |subject: &str, body: &str| fill_own(subject, body, Step::FirmReminder, Tone::Firm, &context);
    let filled = fill(
        "Facture {{ invoice.number }}",
        "Bonjour,\n\n{{ asked }} {% if firm %}aujourd’hui{% endif %} {te|vous} sont dus.",
    );
    let filled = filled.unwrap();
    assert_eq!(filled.subject, "Facture 2026-014");
    assert_eq!(filled.body, "Bonjour,\n\n2\u{202f}766,79\u{a0}€ aujourd’hui te sont dus.");
    assert_eq!(fill("", "a\n{{ montant }}").unwrap_err().line, 2);
    let faults = check_own("{{ montant }}\nb\n{{ total }}\n{{ échéance }}\n{{", Lang::Fr);
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [1, 4, 5]);
    assert!(check_own("{% if tu %}\na", Lang::Fr).len() == 1);
    assert!(check_own("{{ total }}", Lang::Fr).is_empty());
    for name in own::OFFERED {
        assert!(own::variables().any(|variable| variable.name == name), "{name}");
        for lang in LANGUAGES {
            assert!(meaning(lang, name).is_some(), "{name} has no meaning");
        }
    }
}

/// What is said of the user's own words holds for ours.
#[test]
fn our_own_texts_read_well() {
    use relance::documents::wording::hints::hints;
    use relance::domain::hints::Hint;
    let mut faults: Vec<String> = Vec::new();
    for (name, scene) in scenes() {
        let bic = scene.profile.bic.as_ref().map(|bic| bic.code().to_owned()).unwrap_or_default();
        let invoice = &scene.cases[0].invoice;
        let quoted = [invoice.order.clone(), invoice.service.clone()];
        let names = [&[scene.client.name.clone(), scene.profile.name.clone(), bic], &quoted[..]].concat();
        for lang in LANGUAGES {
            for step in scene.steps() {
                for told in scene.messages(lang, step) {
                    let Ok(message) = told.message else { continue };
                    for hint in hints(lang, &message.passages(), &names) {
                        // Figures and what the law wants said are long for a reason.
                        if matches!(hint, Hint::LongText { .. } | Hint::LongSentence { .. }) {
                            continue;
                        }
                        let fault = format!("{name} {} {}: {hint:?}", lang.tag(), name_of(step));
                        if !faults.contains(&fault) {
                            faults.push(fault);
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_notice_lists_what_is_on_file_with_its_day_and_then_lines_of_its_own() {
    for (lang, listed) in [
        (
            Lang::Fr,
            "Pièces jointes (5) :\n1. copie de la facture n° 2026-014\n2. copie du contrat du 12 janvier 2026\n\
             3. copie du bon de livraison\n4. conditions générales\n5. Photos du chantier",
        ),
        (
            Lang::En,
            "Enclosures (5):\n1. copy of invoice 2026-014\n2. copy of the contract of 12 January 2026\n\
             3. copy of the delivery note\n4. general terms\n5. Photos du chantier",
        ),
    ] {
        let mut scene = Scene::new(DebtorKind::Business);
        let proof = |id, kind| Proof {
            id: ProofId(id),
            kind,
            date: parse_iso("2026-01-12").unwrap(),
            title: String::new(),
            place: String::new(),
        };
        scene.case().proofs = vec![proof(1, ProofKind::Contract), proof(2, ProofKind::Terms)];
        let context = TextContext {
            annexes: vec![Annex::Invoice, Annex::Contract, Annex::Delivery, Annex::Terms],
            other_annexes: vec!["Photos du chantier".to_owned()],
            ..scene.context(lang, Step::FormalNotice, Channel::RegisteredPost, false)
        };
        let notice = message(Step::FormalNotice, Channel::RegisteredPost, Tone::Firm, &context).unwrap();
        let text = notice.plain_text(lang).replace('\u{a0}', " ");
        assert!(text.contains(listed), "{text}");
        let Message::Letter(letter) = notice else { continue };
        let rich = relance::documents::rich::html(&letter);
        assert!(rich.contains("<ol") && !rich.contains(">1.\u{a0}"), "numbers are the list’s own: {rich}");
    }
}

#[test]
fn what_was_typed_into_forms_stands_in_the_text_as_it_was_typed() {
    for (name, step) in [
        ("agreed-minutes", Step::Agreed),
        ("agreed-terms", Step::Agreed),
        ("meeting-proposed", Step::Meeting),
        ("offer-repair", Step::Offer),
        ("suspended", Step::Suspension),
    ] {
        let scene = scenes().into_iter().find(|(known, _)| *known == name).unwrap().1;
        for lang in LANGUAGES {
            let typed = scene.context(lang, step, Channel::Email, false).typed();
            assert!(!typed.is_empty(), "{name}");
            let body = scene.email(lang, step, Tone::default(), false).unwrap().body;
            let missing: Vec<_> = typed.iter().filter(|line| !body.contains(*line)).collect();
            assert!(missing.is_empty(), "{name}: {missing:?} in {body}");
        }
    }
}

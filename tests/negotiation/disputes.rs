//! Disputes: from the reason to the outcome, and what was promised.

use super::*;

#[test]
fn a_dispute_lives_from_its_reason_to_its_outcome() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetReason(Some(ReasonCode::Quality)), "2026-06-01").unwrap();
    let kept = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(kept.contains("\"QUALITE_ERR\""), "{kept}");
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    assert_eq!(action(&book, "2026-06-05").what, What::Meet);
    // Held, it wants its minutes; no minutes are written before its day.
    assert_eq!(action(&book, "2026-06-08").what, What::WriteMinutes);
    let early = DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "Convenu.")));
    assert_eq!(dispute(&mut book, early.clone(), "2026-06-04"), Err(Refusal::InTheFuture));
    dispute(&mut book, early, "2026-06-08").unwrap();
    let promise = DisputeCommand::Promise(Side::Ours, "reprendre la finition".to_owned(), day("2026-06-12"));
    dispute(&mut book, promise, "2026-06-08").unwrap();
    let late = action(&book, "2026-06-15");
    assert_eq!(late.what, What::KeepCommitment);
    assert!(matches!(late.why, Why::Committed { side: Side::Ours, .. }));
    let done = CommitmentEnd { done: true, on: day("2026-06-15") };
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(1), done), "2026-06-15").unwrap();
    assert_ne!(action(&book, "2026-06-15").what, What::KeepCommitment);
    let closing = Closing {
        how: Verdict::Partly,
        on: day("2026-06-16"),
        credited: Amount::from_cents(20_000),
        reference: "AV-7".to_owned(),
        terms: "Avoir de 200 €.".to_owned(),
        pay_by: None,
    };
    let before = book.claim(book.case(ONE).unwrap(), day("2026-06-16")).principal_left;
    dispute(&mut book, DisputeCommand::Close(closing.clone()), "2026-06-16").unwrap();
    let claim = book.claim(book.case(ONE).unwrap(), day("2026-06-16"));
    assert_eq!(claim.principal_left, before - Amount::from_cents(20_000));
    assert_eq!(book.case(ONE).unwrap().disputed(&claim), Amount::ZERO, "all that is left is asked for again");
    assert_eq!(book.case(ONE).unwrap().movements[0].reference, "AV-7");
    assert_eq!(dispute(&mut book, DisputeCommand::Close(closing), "2026-06-16"), Err(Refusal::DisputeOver));
}

/// What is contested turns out to be less, and learnt earlier: the dispute is corrected where it stands.
#[test]
fn an_open_dispute_is_corrected_and_keeps_what_was_noted_since() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetReason(Some(ReasonCode::Quality)), "2026-06-01").unwrap();
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    let promise = DisputeCommand::Promise(Side::Ours, "envoyer le plan".to_owned(), day("2026-06-04"));
    dispute(&mut book, promise, "2026-06-02").unwrap();
    let pause = CircumstanceKind::Pause { cause: PauseCause::Granted, until: day("2026-06-30") };
    let pause = CircumstanceDraft { date: day("2026-05-29"), kind: pause, note: String::new() };
    run(&mut book, Command::AddCircumstance(ONE, pause), "2026-06-02").unwrap();
    let before = book.case(ONE).unwrap().clone();
    let life = before.open_dispute(day("2026-06-03")).unwrap().life().unwrap().clone();
    let kind = CircumstanceKind::dispute(DisputeCause::Price, Amount::from_cents(20_000), day("2026-06-12"));
    let draft = CircumstanceDraft { date: day("2026-05-28"), kind, note: "le tarif".to_owned() };
    let amend = |draft: &CircumstanceDraft| DisputeCommand::Amend(draft.clone());
    assert_eq!(dispute(&mut book, amend(&draft), "2026-05-27"), Err(Refusal::InTheFuture));
    let done = update(&mut book, Command::Dispute(ONE, DISPUTE, amend(&draft)), day("2026-06-03")).unwrap();
    let case = book.case(ONE).unwrap().clone();
    let now = case.open_dispute(day("2026-06-03")).unwrap();
    assert_eq!((now.id, now.date, now.note.as_str()), (DISPUTE, day("2026-05-28"), "le tarif"));
    assert_eq!(now.life(), Some(&life), "reason, meeting and promises stay");
    let CircumstanceKind::Dispute { cause, amount, answer_by, .. } = now.kind else { panic!("no dispute") };
    let wanted = (DisputeCause::Price, Amount::from_cents(20_000), day("2026-06-12"));
    assert_eq!((cause, amount, answer_by), wanted);
    assert_eq!(case.disputed(&book.claim(&case, day("2026-06-03"))), Amount::from_cents(20_000));
    assert!(case.circumstances.is_sorted_by_key(|one| (one.date, one.id)), "still in order of day");
    let Some(Effect::Save(change)) = done.into_iter().next() else { panic!("nothing to keep") };
    run(&mut book, Command::Undo(change), "2026-06-03").unwrap();
    assert_eq!(book.case(ONE), Some(&before), "and taken back whole");
    // One that is over is not corrected.
    let closing = Closing {
        how: Verdict::Withdrawn,
        on: day("2026-06-03"),
        credited: Amount::ZERO,
        reference: String::new(),
        terms: String::new(),
        pay_by: None,
    };
    dispute(&mut book, DisputeCommand::Close(closing), "2026-06-03").unwrap();
    assert_eq!(dispute(&mut book, amend(&draft), "2026-06-03"), Err(Refusal::DisputeOver));
}

#[test]
fn minutes_are_asked_for_until_they_are_noted_or_the_meeting_is_dropped() {
    let mut met = owing();
    open_dispute(&mut met, 50_000);
    dispute(&mut met, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    // Something promised by an earlier day does not hide them.
    let late = DisputeCommand::Promise(Side::Ours, "envoyer le plan".to_owned(), day("2026-06-04"));
    dispute(&mut met, late, "2026-06-02").unwrap();
    assert_eq!(action(&met, "2026-06-04").what, What::KeepCommitment);
    let asked = |book: &Book, on: &str| {
        let line = today::day(book, day(on)).todos.into_iter().find(|todo| todo.cases.contains(&ONE));
        let held = Why::MeetingHeld { day: day("2026-06-05") };
        line.is_some_and(|todo| todo.action.what == What::WriteMinutes && todo.action.why == held)
    };
    // Nor does time that was granted, nor a promise that is not due yet.
    let mut granted = met.clone();
    let pause = CircumstanceKind::Pause { cause: PauseCause::Granted, until: day("2026-06-30") };
    let pause = CircumstanceDraft { date: day("2026-06-03"), kind: pause, note: String::new() };
    run(&mut granted, Command::AddCircumstance(ONE, pause), "2026-06-03").unwrap();
    for book in [&met, &granted] {
        for on in ["2026-06-08", "2026-06-22"] {
            assert!(asked(book, on), "{on}: {:?}", action(book, on));
        }
        let mut noted = book.clone();
        let minutes = DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "Reprise convenue.")));
        dispute(&mut noted, minutes, "2026-06-08").unwrap();
        let mut dropped = book.clone();
        dispute(&mut dropped, DisputeCommand::SetMeeting(None), "2026-06-08").unwrap();
        assert!(!asked(&noted, "2026-06-08") && !asked(&dropped, "2026-06-08"));
    }
}

#[test]
fn a_dispute_over_a_part_leaves_the_rest_to_the_ladder() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let claim = book.claim(book.case(ONE).unwrap(), day("2026-06-01"));
    assert_eq!(book.case(ONE).unwrap().disputed(&claim), Amount::from_cents(50_000));
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-20", ""))), "2026-06-01").unwrap();
    // After two reminders only a formal notice is left, which waits for the meeting.
    let next = action(&book, "2026-06-02");
    assert_eq!((next.what, next.day), (What::Meet, day("2026-06-20")));
    assert_eq!(next.hold.unwrap().cause, HoldCause::Meeting);
    // About all of it, the ladder waits and the meeting is what comes.
    let mut whole = owing();
    open_dispute(&mut whole, 348_000);
    assert_eq!(action(&whole, "2026-06-02").what, What::AnswerDispute);
    dispute(&mut whole, DisputeCommand::SetMeeting(Some(meeting("2026-06-19", ""))), "2026-06-01").unwrap();
    let waits = action(&whole, "2026-06-02");
    assert_eq!((waits.what, waits.day), (What::Meet, day("2026-06-19")));
    assert_eq!(waits.hold.unwrap().cause, HoldCause::Dispute);
}

#[test]
fn a_meeting_goes_to_a_calendar_at_its_time_and_a_promise_on_its_day() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    let promise = DisputeCommand::Promise(Side::Theirs, "envoyer la liste".to_owned(), day("2026-06-12"));
    dispute(&mut book, promise, "2026-06-02").unwrap();
    let file = meeting_file(Lang::Fr, &book, ONE, day("2026-06-02")).unwrap();
    let file = file.replace("\r\n ", "");
    for part in ["DTSTART:20260605T143000", "DTEND:20260605T151500", "LOCATION:visio", "meeting-1@relance"] {
        assert!(file.contains(part), "{part} in {file}");
    }
    let all = calendar_file(Lang::Fr, &book, day("2026-06-02")).replace("\r\n ", "");
    assert!(all.contains("commitment-1-1@relance") && all.contains("meeting-1@relance"), "{all}");
    assert!(!calendar_file(Lang::Fr, &book, day("2026-06-06")).contains("meeting-1@relance"), "it is over");
    assert!(meeting_file(Lang::Fr, &owing(), ONE, day("2026-06-02")).is_none());
}

#[test]
fn a_meeting_set_here_and_a_promise_noted_there_are_no_conflict() {
    let with = |command: Option<DisputeCommand>| {
        let mut book = owing();
        open_dispute(&mut book, 50_000);
        if let Some(command) = command {
            dispute(&mut book, command, "2026-06-02").unwrap();
        }
        book.record(Key::Case(ONE)).unwrap()
    };
    let here = with(Some(DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "")))));
    let promise = DisputeCommand::Promise(Side::Ours, "la liste".to_owned(), day("2026-06-12"));
    let merged = merge(Some(&with(None)), &with(Some(promise)), &here);
    assert_eq!(merged.conflicts, Vec::new());
    let Record::Case(case) = merged.record else { panic!("no case") };
    let life = case.circumstances[0].life().unwrap();
    assert!(life.meeting.is_some() && life.commitments.len() == 1);
}

#[test]
fn what_was_promised_stays_to_do_after_the_dispute_is_closed() {
    let mut book = closed_with_promises();
    let ours = || Loose::Commitment(Side::Ours, "reprendre la finition".to_owned());
    let theirs = || Loose::Commitment(Side::Theirs, "rendre la clé".to_owned());
    assert_eq!(ends(&book, "2026-06-05"), [ours()], "a week ahead");
    assert!(calendar_file(Lang::Fr, &book, day("2026-06-05")).contains("reprendre la finition"));
    // Ours, and late, it comes before asking for money; the other has a line of its own.
    let late = action(&book, "2026-06-15");
    assert_eq!(late.what, What::KeepCommitment);
    assert_eq!(ends(&book, "2026-06-15"), [theirs()]);
    let done = CommitmentEnd { done: true, on: day("2026-06-15") };
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(1), done), "2026-06-15").unwrap();
    assert_ne!(
        action(&book, "2026-06-15").what,
        What::KeepCommitment,
        "the ladder is not held up by the client’s"
    );
    assert_eq!(ends(&book, "2026-07-30"), [theirs()]);
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(2), done), "2026-06-15").unwrap();
    assert_eq!(ends(&book, "2026-06-16"), []);
}

#[test]
fn what_was_promised_stays_to_do_even_when_all_is_paid() {
    let mut book = closed_with_promises();
    let left = total(&book, "2026-06-04");
    pay(&mut book, left.cents(), "2026-06-04");
    assert_eq!(total(&book, "2026-06-05"), Amount::ZERO);
    let next = action(&book, "2026-06-05");
    assert_eq!((next.what, next.day), (What::KeepCommitment, day("2026-06-12")));
    assert!(
        today::day(&book, day("2026-06-12"))
            .todos
            .iter()
            .any(|todo| todo.action.what == What::KeepCommitment)
    );
    assert!(calendar_file(Lang::Fr, &book, day("2026-06-05")).contains("rendre la clé"));
}

/// A dispute closed on Monday 8 June by a credit note of 200 €, the rest to be paid by the 15th.
fn agreed_on_a_day() -> Book {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let closing = Closing {
        how: Verdict::Partly,
        on: day("2026-06-08"),
        credited: Amount::from_cents(20_000),
        reference: "AV-7".to_owned(),
        terms: "Avoir de 200 €.".to_owned(),
        pay_by: Some(day("2026-06-15")),
    };
    let early = Closing { pay_by: Some(day("2026-06-07")), ..closing.clone() };
    assert!(dispute(&mut book, DisputeCommand::Close(early), "2026-06-08").is_err(), "before it was agreed");
    dispute(&mut book, DisputeCommand::Close(closing), "2026-06-08").unwrap();
    book
}

#[test]
fn a_day_agreed_for_paying_is_a_promise_that_is_waited_for_and_recalled() {
    let book = agreed_on_a_day();
    let left = book.claim(book.case(ONE).unwrap(), day("2026-06-09")).principal_left;
    let waits = action(&book, "2026-06-09");
    assert_eq!((waits.what, waits.day), (What::CheckPromise, day("2026-06-15")));
    assert!(matches!(waits.why, Why::Promised(ref promised) if promised.amount == left), "{:?}", waits.why);
    let on =
        |on| today::day(&book, day(on)).todos.into_iter().map(|todo| todo.action.what).collect::<Vec<_>>();
    assert_eq!(on("2026-06-15"), [What::CheckPromise]);
    assert_eq!(on("2026-06-18"), [What::RecallPromise], "broken two days after its day");
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(json.contains("\"pay_by\":\"2026-06-15\""), "{json}");
    let mut settled = agreed_on_a_day();
    let owed = total(&settled, "2026-06-12").cents();
    pay(&mut settled, owed, "2026-06-12");
    assert!(!matches!(action(&settled, "2026-06-15").what, What::CheckPromise), "kept");
}

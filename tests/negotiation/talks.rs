//! What is said of offers, plans and promises in the story, and of proposals nobody answered.

use super::*;

#[test]
fn who_a_client_is_goes_from_offers_and_disputes_too() {
    let by = day("2026-06-20");
    let what = "le bureau de Mme Le Goff".to_owned();
    let mut book = offering(OfferKind::Repair { what, cost: Amount::ZERO, by });
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    let promise = DisputeCommand::Promise(Side::Theirs, "Mme Le Goff vérifie".to_owned(), by);
    dispute(&mut book, promise, "2026-06-02").unwrap();
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-06-03").unwrap();
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("Le Goff") && !json.contains("visio"), "{json}");
    assert!(json.contains("2026-06-20") && json.contains("2026-06-05"), "days stay: {json}");
}

#[test]
fn a_case_without_offers_or_lives_is_written_as_before() {
    let json = serde_json::to_string(&owing().record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("offers") && !json.contains("life"), "{json}");
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("life"), "{json}");
}

fn reminded(book: &mut Book, on: &str) {
    let text = SentText { body: "Bonjour".to_owned(), as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, Step::FirmReminder, day(on), text);
    run(book, Command::RecordSending(vec![(ONE, draft)]), on).unwrap();
}

#[test]
fn a_proposal_nobody_answered_is_said_until_something_is_done() {
    let mut book = owing();
    run(&mut book, Command::Plan(PlanCommand::Propose(proposing())), "2026-06-01").unwrap();
    assert_eq!(ends(&book, "2026-06-09"), [], "it may still be answered");
    assert_eq!(ends(&book, "2026-06-10"), [Loose::Plan]);
    let why = Why::PlanUnanswered { on: day("2026-06-01"), answer_by: day("2026-06-09") };
    assert_eq!(action(&book, "2026-06-10").why, why);
    reminded(&mut book, "2026-06-10");
    assert_eq!(ends(&book, "2026-06-11"), []);
    let mut book = offering(OfferKind::Penalties);
    assert_eq!(ends(&book, "2026-06-11"), []);
    assert_eq!(ends(&book, "2026-06-12"), [Loose::Offer]);
    // Another one that was taken back leaves it unanswered; another one that runs does not.
    let mut other = book.clone();
    let again = OfferCommand::Make(draft(OfferKind::Penalties, "2026-06-02", "2026-06-20"));
    offer(&mut other, again, "2026-06-02").unwrap();
    assert_eq!(ends(&other, "2026-06-12"), []);
    offer(&mut other, OfferCommand::Withdraw(OfferId(2), day("2026-06-03")), "2026-06-03").unwrap();
    assert_eq!(ends(&other, "2026-06-12"), [Loose::Offer]);
    // Agreed to and not paid is another thing; refused in time, it is answered.
    let mut agreed = book.clone();
    offer(&mut agreed, OfferCommand::Accept(OFFER, day("2026-06-08")), "2026-06-08").unwrap();
    assert_eq!(ends(&agreed, "2026-06-12"), [Loose::Agreed]);
    offer(&mut book, OfferCommand::Refuse(OFFER, day("2026-06-08")), "2026-06-08").unwrap();
    assert_eq!(ends(&book, "2026-06-12"), []);
}

#[test]
fn the_story_tells_what_was_offered_planned_and_promised_and_what_became_of_it() {
    let told = |book: &Book, strand: Strand, on: &str| -> Vec<(String, String)> {
        let case = book.case(ONE).unwrap();
        let plans = ToldPlan::about(book, ONE, day(on));
        let all = facts(case, &plans, day(on));
        let of = all.iter().filter(|(_, fact)| strand.has(fact));
        of.map(|(day, fact)| {
            let name = format!("{fact:?}");
            let name = name.trim_start_matches("Talked(").split(['(', ' ']).next().unwrap().to_owned();
            (day.to_string(), name)
        })
        .collect()
    };
    let names = |all: &[(String, String)]| all.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>();
    let mut book = offering(OfferKind::Penalties);
    assert_eq!(names(&told(&book, Strand::Offers, "2026-06-11")), ["Offered"]);
    let lapsed = told(&book, Strand::Offers, "2026-06-12");
    assert_eq!(lapsed.last(), Some(&("2026-06-12".to_owned(), "OfferLapsed".to_owned())));
    offer(&mut book, OfferCommand::Accept(OFFER, day("2026-06-03")), "2026-06-03").unwrap();
    offer(&mut book, OfferCommand::Withdraw(OFFER, day("2026-06-05")), "2026-06-05").unwrap();
    assert_eq!(names(&told(&book, Strand::Offers, "2026-06-12")), ["Offered", "OfferAgreed", "OfferEnded"]);
    // A plan: proposed, signed, missed, recalled without effect, ended.
    let mut book = owing();
    run(&mut book, Command::Plan(PlanCommand::Propose(proposing())), "2026-06-01").unwrap();
    let signing = Signing { proposed: day("2026-06-01"), signed: day("2026-06-05") };
    run(&mut book, Command::Plan(PlanCommand::Accept(PlanId(1), signing)), "2026-06-05").unwrap();
    pay(&mut book, 116_000, "2026-07-01");
    pay(&mut book, 16_000, "2026-08-03");
    let text = SentText { body: "Bonjour".to_owned(), as_of: day("2026-08-07"), ..SentText::default() };
    let notice =
        SendingDraft::new(day("2026-08-07"), Channel::Email, Step::PlanNotice, day("2026-08-15"), text);
    run(&mut book, Command::RecordSending(vec![(ONE, notice)]), "2026-08-07").unwrap();
    let end = PlanCommand::End(PlanId(1), End::Broken, day("2026-08-20"));
    run(&mut book, Command::Plan(end), "2026-08-20").unwrap();
    let all = told(&book, Strand::Offers, "2026-10-01");
    assert_eq!(names(&all), ["Planned", "Acted", "Missed", "Breached", "PlanEnded"]);
    let days: Vec<&str> = all.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["2026-06-01", "2026-06-05", "2026-08-03", "2026-08-16", "2026-08-20"]);
    assert_eq!(
        ToldPlan::about(&book, ONE, day("2026-10-01"))[0].missed[0].left(),
        Amount::from_cents(100_000)
    );
    // A dispute: its meeting with the minutes, what was promised, what became of it.
    let mut book = closed_with_promises();
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "Convenu."))), "2026-06-08")
        .unwrap();
    let dropped = CommitmentEnd { done: false, on: day("2026-06-09") };
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(2), dropped), "2026-06-09").unwrap();
    let all = names(&told(&book, Strand::Promises, "2026-06-10"));
    assert_eq!(all, ["Learnt", "Promised", "Promised", "Ended", "Met", "PromiseEnded"]);
    // All of it is in the story of everything, too.
    assert!(told(&book, Strand::All, "2026-06-10").len() > all.len());
}

/// Three promises in a row: two that were not kept, and one that was, on the day its money came.
#[test]
fn the_story_tells_what_became_of_each_promise_to_pay() {
    let promise = |on: &str, cents: i64, by: &str| CircumstanceDraft {
        date: day(on),
        kind: CircumstanceKind::Promise {
            amount: Amount::from_cents(cents),
            by: day(by),
            who: String::new(),
            channel: Channel::Phone,
        },
        note: String::new(),
    };
    let mut book = owing();
    for (on, by) in [("2026-04-01", "2026-04-08"), ("2026-04-15", "2026-04-22"), ("2026-05-04", "2026-05-12")]
    {
        run(&mut book, Command::AddCircumstance(ONE, promise(on, 50_000, by)), on).unwrap();
    }
    pay(&mut book, 50_000, "2026-05-07");
    let told = |strand: Strand, on: &str| {
        let all = facts(book.case(ONE).unwrap(), &[], day(on));
        let of = all.iter().filter(|(_, fact)| strand.has(fact)).filter_map(|(day, fact)| match fact {
            Fact::PromiseCame(one, kept) => {
                Some((day.to_string(), chronicle::promise_came(Lang::Fr, one, *kept, Currency::EUR)))
            }
            _ => None,
        });
        of.map(|(day, said)| (day, said.replace(['\u{a0}', '\u{202f}'], " "))).collect::<Vec<_>>()
    };
    let broken = |by: &str, said: &str| {
        (by.to_owned(), format!("Promesse non tenue : 500,00 € promis pour le {said} 2026"))
    };
    assert_eq!(told(Strand::Promises, "2026-04-10"), [], "the days a transfer takes are not over");
    assert_eq!(told(Strand::Promises, "2026-04-11"), [broken("2026-04-08", "8 avril")]);
    let all = told(Strand::Promises, "2026-06-01");
    assert_eq!(all[..2], [broken("2026-04-08", "8 avril"), broken("2026-04-22", "22 avril")]);
    let kept = ("2026-05-07".to_owned(), "Promesse tenue : 500,00 € promis pour le 12 mai 2026".to_owned());
    assert_eq!(all[2..], [kept]);
    assert_eq!(told(Strand::All, "2026-06-01"), all);
    assert_eq!(told(Strand::Payments, "2026-06-01"), []);
}

#[test]
fn a_promise_noted_before_its_day_was_kept_is_read_and_written_as_it_was() {
    let json = r#"{"commitments":[{"id":1,"side":"ours","what":"x","date":"2026-06-12"}]}"#;
    let life: DisputeLife = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&life).unwrap(), json);
    assert_eq!(life.told(day("2026-07-01")).count(), 0);
}

/// What is promised anew takes the place of what runs: nobody promised both.
#[test]
fn a_new_promise_replaces_the_one_that_runs() {
    let promise = |cents: i64, by: &str| CircumstanceDraft {
        date: day("2026-03-23"),
        kind: CircumstanceKind::Promise {
            amount: Amount::from_cents(cents),
            by: day(by),
            who: String::new(),
            channel: Channel::Phone,
        },
        note: String::new(),
    };
    let mut book = owing();
    run(&mut book, Command::AddCircumstance(ONE, promise(100_000, "2026-03-30")), "2026-03-23").unwrap();
    let call = |brought: Vec<CircumstanceDraft>| {
        let call = Call { outcome: Outcome::Promise, note: String::new(), seconds: 0, again: None };
        let text = SentText::default();
        let draft =
            SendingDraft::new(day("2026-03-23"), Channel::Phone, Step::FirstCall, day("2026-03-23"), text);
        Command::RecordCall(vec![(ONE, SendingDraft { call: Some(call), ..draft }, brought)], None)
    };
    run(&mut book, call(vec![promise(348_000, "2026-04-01")]), "2026-03-23").unwrap();
    let states = |book: &Book, on: &str| {
        let states = book.case(ONE).unwrap().promises(day(on));
        states.map(|(_, state)| state).collect::<Vec<_>>()
    };
    assert_eq!(states(&book, "2026-03-24"), [PromiseState::Withdrawn, PromiseState::Running]);
    assert_eq!(
        states(&book, "2026-04-10"),
        [PromiseState::Withdrawn, PromiseState::Broken],
        "the old one was not broken"
    );
    let waits = today::action(&book, ONE, day("2026-03-31")).unwrap();
    let Why::Promised(promised) = &waits.why else { panic!("{waits:?}") };
    assert_eq!((promised.amount, promised.of), (Amount::from_cents(348_000), (1, 1)));
    // Sums agreed on together stand together, and replace what was promised before them.
    let parts = vec![promise(174_000, "2026-04-02"), promise(174_000, "2026-05-04")];
    run(&mut book, call(parts), "2026-03-23").unwrap();
    let expected =
        [PromiseState::Withdrawn, PromiseState::Withdrawn, PromiseState::Running, PromiseState::Running];
    assert_eq!(states(&book, "2026-03-24"), expected);
}

/// A softer word about another invoice never takes in one that formal notice was given of.
#[test]
fn a_reminder_of_another_invoice_leaves_out_one_under_notice() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let sent = SendingDraft::invoice(day("2026-02-13"), Channel::Email);
    run(&mut book, Command::RecordSending(vec![(other, sent)]), "2026-02-13").unwrap();
    let left_out = |book: &Book, step, on: &str| {
        let all = candidates(book, other, step, day(on));
        all.into_iter().find(|one| one.id == ONE).unwrap().left_out
    };
    assert_eq!(left_out(&book, Step::FirmReminder, "2026-04-02"), None);
    let text = SentText::default();
    let notice = SendingDraft::new(
        day("2026-04-03"),
        Channel::RegisteredPost,
        Step::FormalNotice,
        day("2026-04-13"),
        text,
    );
    run(&mut book, Command::RecordSending(vec![(ONE, notice)]), "2026-04-03").unwrap();
    for on in ["2026-04-06", "2026-04-20"] {
        for step in [Step::FirstReminder, Step::FirmReminder, Step::LastReminder, Step::FormalNotice] {
            assert_eq!(left_out(&book, step, on), Some(LeftOut::UnderNotice), "{step:?} on {on}");
        }
        assert_eq!(left_out(&book, Step::Confirmation, on), None);
    }
}

/// What recalls earlier reminders is about invoices that had some, or about the one it is opened from alone.
#[test]
fn a_last_reminder_leaves_out_what_was_never_reminded() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let sent = SendingDraft::invoice(day("2026-02-13"), Channel::Email);
    run(&mut book, Command::RecordSending(vec![(other, sent)]), "2026-02-13").unwrap();
    let left_out = |book: &Book, from, step| {
        let all = candidates(book, from, step, day("2026-04-20"));
        all.into_iter().find(|one| one.id != from).unwrap().left_out
    };
    let recalls = [Step::LastReminder, Step::FormalNotice];
    for step in recalls {
        assert_eq!(left_out(&book, ONE, step), Some(LeftOut::NotReminded));
    }
    reminded(&mut book, "2026-04-02");
    for step in recalls {
        assert_eq!(left_out(&book, ONE, step), Some(LeftOut::NotReminded), "the other was not");
        assert_eq!(left_out(&book, other, step), Some(LeftOut::Reminded), "opened from the other: it alone");
    }
    assert_eq!(left_out(&book, other, Step::FirmReminder), None);
}

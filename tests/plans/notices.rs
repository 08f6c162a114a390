//! Notices about what was missed: sent, received, left unanswered.

use super::*;

#[test]
fn a_notice_that_was_sent_as_a_text_is_the_notice_of_the_plan() {
    let mut book = signed();
    pay(&mut book, ONE, 116_000, "2026-07-01");
    is(&action(&book, "2026-08-06"), What::RecallInstalment, "2026-08-06");
    run(&mut book, notice_sent("2026-08-06", "2026-08-17"), "2026-08-06").unwrap();
    assert_eq!(book.case(ONE).unwrap().events.last().unwrap().step, Step::PlanNotice);
    is(&action(&book, "2026-08-10"), What::WaitNotice, "2026-08-18");
    is(&action(&book, "2026-08-18"), What::EndPlan, "2026-08-18");
    // Deleted as sent by mistake, it is no notice any more; back from the trash, it is one again.
    let event = book.case(ONE).unwrap().events.last().unwrap().id;
    run(&mut book, Command::DeleteSending(ONE, event), "2026-08-10").unwrap();
    is(&action(&book, "2026-08-10"), What::RecallInstalment, "2026-08-10");
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-08-10").unwrap();
    is(&action(&book, "2026-08-10"), What::WaitNotice, "2026-08-18");
}

/// Agreement, notice and follow-up count alike: from receipt, and the last day is a working one.
#[test]
fn the_days_of_a_notice_run_from_its_receipt() {
    let mut book = signed();
    let text =
        SentText { body: "Mise en demeure".to_owned(), as_of: day("2026-07-06"), ..SentText::default() };
    let sent = SendingDraft::new(
        day("2026-07-06"),
        Channel::RegisteredPost,
        Step::PlanNotice,
        day("2026-07-16"),
        text,
    );
    run(&mut book, Command::RecordSending(vec![(ONE, sent)]), "2026-07-06").unwrap();
    let notice = |book: &Book| book.notices(book.plan(PLAN).unwrap())[0];
    assert_eq!((notice(&book).until, notice(&book).is_estimate), (day("2026-07-16"), true));
    let event = book.case(ONE).unwrap().events.last().unwrap().id;
    let presented = Posting { presented: Some(day("2026-07-07")), ..Posting::default() };
    run(&mut book, Command::TrackPosting(ONE, event, presented.clone(), None), "2026-07-10").unwrap();
    assert_eq!((notice(&book).until, notice(&book).is_estimate), (day("2026-07-15"), false));
    let received = Some(day("2026-07-10"));
    run(&mut book, Command::TrackPosting(ONE, event, presented, received), "2026-07-10").unwrap();
    // Eight days from Friday the 10th end on a Saturday: the Monday after.
    assert_eq!(notice(&book).until, day("2026-07-20"));
    is(&action(&book, "2026-07-17"), What::WaitNotice, "2026-07-21");
}

#[test]
fn a_plan_is_not_broken_by_the_end_one_expects_of_a_notice() {
    let mut book = noticed_by_post();
    let standing = |book: &Book, on| book.standing(book.plan(PLAN).unwrap(), day(on));
    assert!(matches!(standing(&book, "2026-07-16"), Standing::NoticeRuns(..)));
    assert!(matches!(standing(&book, "2026-07-17"), Standing::NoticeUndated(..)));
    is(&action(&book, "2026-07-17"), What::NoteReceipt, "2026-07-17");
    assert!(book.plan_of(ONE, day("2026-07-17")).unwrap().gives_time(), "its own sums alone are asked for");
    let broken = PlanCommand::End(PLAN, End::Broken, day("2026-07-17"));
    assert_eq!(plan(&mut book, broken.clone(), "2026-07-17"), Err(Refusal::NoticeOpen));
    let known = book.undated_notice(book.plan(PLAN).unwrap(), day("2026-07-06")).unwrap();
    // Presented on the 7th and never collected: eight days from there are over.
    let back = Posting {
        presented: Some(day("2026-07-07")),
        returned: Some(Returned::NotCollected),
        ..Posting::default()
    };
    run(&mut book, Command::TrackPosting(known.0, known.1, back, None), "2026-07-17").unwrap();
    assert!(matches!(standing(&book, "2026-07-17"), Standing::Breached(..)), "known on one, known on all");
    plan(&mut book, broken, "2026-07-17").unwrap();
    assert!(matches!(standing(&book, "2026-07-17"), Standing::Ended(End::Broken)));
}

#[test]
fn a_plan_is_broken_without_the_receipt_of_its_notice_for_a_reason_alone() {
    let mut book = noticed_by_post();
    let because = |why: &str| PlanCommand::BreakUndated(PLAN, day("2026-07-17"), why.to_owned());
    assert_eq!(plan(&mut book, because(" "), "2026-07-17"), Err(Refusal::NoticeOpen));
    let early = PlanCommand::BreakUndated(PLAN, day("2026-07-16"), "Avis perdu".to_owned());
    assert_eq!(plan(&mut book, early, "2026-07-17"), Err(Refusal::NoticeOpen), "its time still runs");
    plan(&mut book, because("Avis perdu"), "2026-07-17").unwrap();
    let kept = book.plan(PLAN).unwrap();
    assert_eq!((kept.undated_because.as_str(), kept.ended.unwrap().how), ("Avis perdu", End::Broken));
    let json = serde_json::to_string(&Record::Plan(kept.clone())).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), Record::Plan(kept.clone()));
    let without = Plan { undated_because: String::new(), ..kept.clone() };
    assert!(!serde_json::to_string(&without).unwrap().contains("undated"), "older files stay as they were");
}

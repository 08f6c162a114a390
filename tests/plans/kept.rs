//! That plans are kept as well as all else: backups, joining, archives, the trash.

use super::*;
use relance::store::backup::archive::KeptBy;

#[test]
fn a_plan_that_leaves_a_contested_part_out_is_kept_without_it() {
    for penalties in Penalties::ALL {
        let mut book = owing();
        contest(&mut book, 48_000, "2026-06-01");
        let desk = desk(&book);
        let form = PlanForm { penalties, ..PlanForm::start(&desk, Lang::Fr) };
        let proposal = form.parse(&desk, day("2026-06-01")).0.unwrap();
        let part = desk.invoices[0].undisputed.clone();
        let principal = Amount::from_cents(300_000);
        assert_eq!(part.principal_left, principal);
        let spread = if penalties == Penalties::Included { part.total } else { principal };
        assert_eq!(proposal.amount, spread, "{penalties:?}");
        let (sums, last) =
            (proposal.draft.instalments.clone(), proposal.draft.instalments[2].due.to_string());
        plan(&mut book, PlanCommand::Propose(proposal.draft), "2026-06-01").unwrap();
        plan(&mut book, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        for sum in &sums {
            pay(&mut book, ONE, sum.amount.cents(), &sum.due.to_string());
        }
        assert_eq!(book.standing(book.plan(PLAN).unwrap(), day(&last)), Standing::Complete);
        let beside = book.beside(book.plan(PLAN).unwrap(), day(&last)).map(|one| one.amount);
        let frozen = (penalties == Penalties::Frozen).then(|| part.penalties_left());
        assert_eq!(beside, frozen, "{penalties:?}");
        plan(&mut book, PlanCommand::End(PLAN, End::Settled, day(&last)), &last).unwrap();
        let claim = book.claim(book.case(ONE).unwrap(), day(&last));
        // What is left is what was contested, what its lateness costs, and what was frozen.
        let contested = Amount::from_cents(48_000);
        let reserved = claim.total - contested - frozen.unwrap_or_default();
        let alone = Debt::new(Regime::FrBusinessDefault, contested, day("2026-03-15"));
        let alone = alone.claim_on(day(&last), book.rates()).interest;
        let difference = (reserved - alone).cents().abs();
        assert!(difference <= 8, "a cent for each row: {reserved} for {alone}, {penalties:?}");
    }
}

#[test]
fn a_deleted_plan_comes_back() {
    let mut book = signed();
    let kept = book.plan(PLAN).cloned().unwrap();
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-05").unwrap();
    assert_eq!(book.plans().count(), 0);
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-06-05").unwrap();
    assert_eq!(book.plan(PLAN), Some(&kept));
}

#[test]
fn a_plan_goes_with_its_client_and_keeps_no_name() {
    let mut book = signed();
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-06-05").unwrap();
    let all = serde_json::to_string(&records(&book)).unwrap();
    assert!(!all.contains("Le Goff") && book.plan(PLAN).is_some(), "{all}");
    run(&mut book, Command::EraseClient(ClientId(1)), "2026-06-05").unwrap();
    assert!(book.plans().next().is_none() && book.record(Key::Plan(PLAN)).is_none());
}

fn saved(book: &Book) -> backup::Backup {
    backup::read(&backup::write(book, |_| None, &[], support::today()).unwrap()).unwrap()
}

#[test]
fn a_backup_holds_plans_and_counts_them() {
    let book = signed();
    let saved = saved(&book);
    assert_eq!(saved.counts.plans, 1);
    assert_eq!(records(&saved.book()), records(&book));
}

/// On another device the same numbers stand for other things: the plan follows its invoice and its client.
#[test]
fn a_plan_joined_from_another_device_names_its_own_invoice() {
    let mut here = Book::default();
    run(&mut here, invoice("Durand", "7"), "2026-02-13").unwrap();
    run(&mut here, invoice("Durand", "8"), "2026-02-13").unwrap();
    let other = PlanDraft { note: "ici".to_owned(), ..draft() };
    plan(&mut here, PlanCommand::Propose(other), "2026-06-01").unwrap();
    let joined = |here: &mut Book| {
        let file = saved(&signed());
        let comparison = compare(here, |_| None, &file);
        let records = merge_records(&comparison, |_| Choice::Mine, |_, _| None);
        run(here, Command::Merge(records), "2026-06-05").unwrap();
    };
    joined(&mut here);
    let theirs = here.plans().find(|plan| plan.note == "Mme Le Goff").unwrap();
    let case = here.case(theirs.invoices[0]).unwrap();
    assert_eq!((case.invoice.number.as_str(), case.invoice.client), ("1", theirs.client));
    assert_eq!(here.client(theirs.client).unwrap().name, "Atelier Brun");
    let count = here.plans().count();
    assert_eq!(count, 2);
    joined(&mut here);
    assert_eq!(here.plans().count(), count, "a second time adds nothing");
}

/// A plan may name an invoice that is gone: no new one is given its number.
#[test]
fn numbers_a_plan_names_are_not_given_again() {
    let mut book = signed();
    run(&mut book, Command::DeleteInvoice(ONE), "2026-06-05").unwrap();
    run(&mut book, Command::EmptyTrash, "2026-06-05").unwrap();
    let mut reopened = Book::default();
    for record in records(&book) {
        reopened.put(record);
    }
    run(&mut reopened, invoice("Durand", "9"), "2026-06-05").unwrap();
    let new = reopened.cases().next().unwrap().invoice.id;
    assert_ne!(new, ONE);
    assert!(reopened.plan_of(new, day("2026-06-05")).is_none());
}

#[test]
fn a_plan_that_contradicts_itself_is_set_aside() {
    // What cannot even be read is set aside as well.
    let is_sound = |sums: &str| {
        let json = format!(
            r#"{{"plan":{{"id":1,"client":1,"invoices":[1],"proposed":"2026-06-01","answer_by":"2026-06-09",
            "paid_before":"0.00","instalments":{sums},"penalties":"included","interest":"stops","notice_days":8}}}}"#
        );
        serde_json::from_str::<Record>(&json).is_ok_and(|record| record.is_sound())
    };
    assert!(is_sound(r#"[{"due":"2026-07-01","amount":"1.00"}]"#));
    assert!(!is_sound("[]"));
    assert!(!is_sound(r#"[{"due":"2026-07-01","amount":"0.00"}]"#));
    assert!(!is_sound(r#"[{"due":"9999-07-01","amount":"1.00"}]"#));
    assert!(!is_sound(r#"[{"due":"2026-07-01","amount":"1.00"},{"due":"2026-07-01","amount":"1.00"}]"#));
}

#[test]
fn two_devices_that_each_note_a_notice_lose_none_and_instalments_stay_one_thing() {
    let base = signed().record(Key::Plan(PLAN)).unwrap();
    let noted = |on: &str| {
        let mut book = signed();
        note(&mut book, on, on);
        book.record(Key::Plan(PLAN)).unwrap()
    };
    let merged = merge(Some(&base), &noted("2026-07-06"), &noted("2026-08-06"));
    let Record::Plan(both) = merged.record else { panic!("no plan") };
    let days: Vec<NaiveDate> = both.notices.iter().map(|notice| notice.sent).collect();
    assert_eq!((days, merged.conflicts.len()), (vec![day("2026-07-06"), day("2026-08-06")], 0));
    // Two schedules are no list of sums to be mixed: one is taken, the other is reported.
    let with = |cents: [i64; 2]| {
        let Record::Plan(mut plan) = base.clone() else { panic!("no plan") };
        plan.instalments = vec![instalment("2026-07-01", cents[0]), instalment("2026-08-03", cents[1])];
        Record::Plan(plan)
    };
    let merged = merge(Some(&base), &with([100_000, 248_000]), &with([200_000, 148_000]));
    assert_eq!(merged.record, with([200_000, 148_000]));
    assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
}

#[test]
fn an_archive_takes_the_plan_of_a_closed_case_along_and_never_half_of_one() {
    let mut book = signed();
    for on in ["2026-07-01", "2026-08-03", "2026-09-01"] {
        pay(&mut book, ONE, 116_000, on);
    }
    let on = day("2026-09-02");
    // Its penalties are still owed: it is not closed before the plan is.
    assert_eq!(archive::closed(&book, false, on).leaving, vec![]);
    assert_eq!(archive::closed(&book, true, on).kept, vec![(ONE, KeptBy::Plan)]);
    plan(&mut book, PlanCommand::End(PLAN, End::Settled, on), "2026-09-02").unwrap();
    assert_eq!(archive::closed(&book, false, on).leaving, vec![ONE]);
    let json = archive::write(&book, &[ONE], |_| None, on).unwrap();
    let read = archive::read(&json).unwrap();
    let (cases, plans) = (archive::cases(&read), archive::plans(&read));
    assert_eq!(plans.len(), 1);
    let alone = Command::RemoveArchived(cases.clone(), Vec::new());
    assert_eq!(run(&mut book, alone, "2026-09-02"), Err(Refusal::ChangedSinceArchive));
    run(&mut book, Command::RemoveArchived(cases, plans), "2026-09-02").unwrap();
    assert!(book.plan(PLAN).is_none() && book.case(ONE).is_none());
    assert!(read.book().plan_of(ONE, on).is_some(), "it is looked at there");
}

#[test]
fn a_closed_case_stays_while_its_plan_covers_an_open_one() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let two = InvoiceId(2);
    let both = PlanDraft { invoices: vec![ONE, two], ..draft() };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    pay(&mut book, ONE, 400_000, "2026-06-02");
    let on = day("2026-06-03");
    let over = book.claim(book.case(ONE).unwrap(), on).credit;
    let back = MovementDraft::new(MovementKind::Refund, on, over);
    run(&mut book, Command::AddMovement(ONE, back), "2026-06-03").unwrap();
    let closed = archive::closed(&book, false, on);
    assert_eq!((closed.leaving, closed.kept), (vec![], vec![(ONE, KeptBy::Plan)]));
    plan(&mut book, PlanCommand::End(PLAN, End::Withdrawn, on), "2026-06-03").unwrap();
    assert_eq!(archive::closed(&book, false, on).kept, vec![(ONE, KeptBy::Plan)], "the plan would be torn");
}

#[test]
fn plans_are_found_by_the_invoices_they_cover_whatever_becomes_of_them() {
    let mut book = signed();
    assert_eq!(book.plans_about(ONE).count(), 1);
    assert_eq!(book.plans_about(InvoiceId(2)).count(), 0);
    let Some(Record::Plan(known)) = book.record(Key::Plan(PLAN)) else { panic!("no plan") };
    book.put(Record::Plan(Plan { invoices: vec![InvoiceId(2)], ..known }));
    assert_eq!((book.plans_about(ONE).count(), book.plans_about(InvoiceId(2)).count()), (0, 1));
    book.take(Key::Plan(PLAN));
    assert_eq!(book.plans_about(InvoiceId(2)).count(), 0);
    assert_eq!(book.plans().count(), 0);
}

fn promise(book: &mut Book, cents: i64, on: &str, by: &str) {
    let kind = CircumstanceKind::Promise {
        amount: Amount::from_cents(cents),
        by: day(by),
        who: String::new(),
        channel: Channel::Phone,
    };
    let draft = CircumstanceDraft { date: day(on), kind, note: String::new() };
    run(book, Command::AddCircumstance(ONE, draft), on).unwrap();
}

#[test]
fn a_plan_entered_by_mistake_takes_what_its_signature_did_with_it_and_brings_it_back() {
    let mut before = owing();
    promise(&mut before, 348_000, "2026-05-28", "2026-06-15");
    let mut book = before.clone();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    let signed = book.case(ONE).unwrap().clone();
    assert_eq!(signed.acts.len(), 1);
    assert_eq!(signed.circumstances[0].ended, Some(day("2026-06-04")));
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-05").unwrap();
    assert_eq!(book.case(ONE), before.case(ONE), "nobody owned to the debt, and the promise stands");
    let trash = book.trash().next().unwrap().id;
    run(&mut book, Command::TakeFromTrash(trash), "2026-06-20").unwrap();
    let back = book.case(ONE).unwrap();
    let acts = |case: &CaseFile| case.acts.iter().map(|act| (act.kind, act.date)).collect::<Vec<_>>();
    assert_eq!((acts(back), &back.circumstances), (acts(&signed), &signed.circumstances));
    assert!(book.plan(PLAN).is_some_and(|plan| plan.accepted == Some(day("2026-06-04"))));
}

#[test]
fn an_act_of_the_users_own_keeps_its_effects() {
    let mut book = signed();
    let act = ActDraft {
        kind: ActKind::SignedPlan,
        date: day("2026-06-04"),
        reference: "échéancier papier".to_owned(),
    };
    run(&mut book, Command::AddAct(ONE, act), "2026-06-05").unwrap();
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-06").unwrap();
    let left: Vec<_> = book.case(ONE).unwrap().acts.iter().map(|act| act.reference.as_str()).collect();
    assert_eq!(left, ["échéancier papier"]);
}

#[test]
fn a_settled_plan_takes_what_was_given_up_at_its_end_with_it_and_brings_it_back() {
    let mut book = signed();
    for on in ["2026-07-01", "2026-08-03", "2026-09-01"] {
        pay(&mut book, ONE, 116_000, on);
    }
    let before = total(&book, "2026-09-05");
    plan(&mut book, PlanCommand::End(PLAN, End::Settled, day("2026-09-01")), "2026-09-01").unwrap();
    let own = MovementDraft {
        reference: "geste commercial".to_owned(),
        ..MovementDraft::new(MovementKind::InterestWaiver, day("2026-09-01"), Amount::from_cents(1))
    };
    assert_eq!(total(&book, "2026-09-05"), Amount::ZERO);
    let closed = book.case(ONE).unwrap().clone();
    let effects = update(&mut book, Command::Plan(PlanCommand::Delete(PLAN)), day("2026-09-05")).unwrap();
    assert_eq!(total(&book, "2026-09-05"), before, "nothing was given up by a plan that never was");
    let kinds =
        |book: &Book| book.case(ONE).unwrap().movements.iter().map(|one| one.kind).collect::<Vec<_>>();
    assert!(kinds(&book).iter().all(|kind| *kind == MovementKind::Payment));
    let mut undone = book.clone();
    update(&mut undone, Command::Undo(change(&effects)), day("2026-09-05")).unwrap();
    assert_eq!(undone.case(ONE), Some(&closed));
    let trash = book.trash().next().unwrap().id;
    run(&mut book, Command::TakeFromTrash(trash), "2026-09-20").unwrap();
    assert_eq!(total(&book, "2026-09-20"), Amount::ZERO);
    assert_eq!(kinds(&book).len(), closed.movements.len());
    // A waiver of the user’s own, with words of its own, is not the plan’s.
    run(&mut undone, Command::AddMovement(ONE, own), "2026-09-05").unwrap();
    plan(&mut undone, PlanCommand::Delete(PLAN), "2026-09-06").unwrap();
    let waivers = undone.case(ONE).unwrap().movements.iter().filter(|one| one.kind != MovementKind::Payment);
    assert_eq!(waivers.map(|one| one.reference.as_str()).collect::<Vec<_>>(), ["geste commercial"]);
}

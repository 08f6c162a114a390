//! What is claimed beside a plan: on the claim, in the lists, in « Aujourd’hui ».

use super::*;

fn held(book: &Book, on: &str) -> Option<Withheld> {
    withheld(book, ONE, day(on))
}

fn runs(book: &Book, on: &str) -> PlanRuns {
    held(book, on).and_then(|held| held.plan().cloned()).unwrap()
}

/// While a plan is kept what is due is its own sums; once a notice was left unanswered it is all of it.
#[test]
fn under_a_plan_only_its_sums_are_due_until_a_notice_is_left_unanswered() {
    let mut book = signed();
    let none = Amount::ZERO;
    let first = Amount::from_cents(116_000);
    assert_eq!(held(&owing(), "2026-06-05"), None);
    let before = runs(&book, "2026-06-30");
    assert_eq!((before.due, before.asked, before.left), (none, first, first + first + first));
    assert_eq!((before.signed, before.until), (day("2026-06-04"), day("2026-09-01")));
    assert_eq!(runs(&book, "2026-07-01").due, first);
    assert!(matches!(runs(&book, "2026-07-03").standing, Standing::Kept(_)));
    assert!(matches!(runs(&book, "2026-07-04").standing, Standing::Missed(_)));
    let plan_held = held(&book, "2026-06-30").unwrap();
    for step in
        [Step::FirstReminder, Step::LastReminder, Step::FormalNotice, Step::PenaltyNote, Step::Instalments]
    {
        assert!(plan_held.holds_back(step), "{step:?}");
    }
    for step in [Step::PlanNotice, Step::Courtesy, Step::Thanks, Step::Recap, Step::Call] {
        assert!(!plan_held.holds_back(step), "{step:?}");
    }
    run(&mut book, notice_sent("2026-07-06", "2026-07-15"), "2026-07-06").unwrap();
    assert!(matches!(runs(&book, "2026-07-15").standing, Standing::NoticeRuns(..)));
    assert_eq!(held(&book, "2026-07-16"), None, "all may be declared due");
}

#[test]
fn what_others_decide_comes_before_a_plan_and_names_whom_to_speak_to() {
    let mut book = signed();
    let insolvency = Insolvency { office: "Me Durand".to_owned(), ..Insolvency::default() };
    let mut client = book.client(ClientId(1)).cloned().unwrap();
    (client.insolvency, client.collective) = (Some(day("2026-06-10")), insolvency);
    book.put(Record::Client(client));
    assert!(held(&book, "2026-06-09").unwrap().plan().is_some());
    let insolvent = held(&book, "2026-06-10").unwrap();
    assert!(matches!(&insolvent, Withheld::Insolvent { office, .. } if office == "Me Durand"));
    for outcome in Outcome::ALL {
        let is_no_talk = matches!(outcome, Outcome::CallBack | Outcome::Voicemail | Outcome::NoAnswer);
        assert_eq!(insolvent.allows(outcome), is_no_talk, "{outcome:?}");
    }
    assert!(insolvent.holds_back(Step::PlanNotice) && insolvent.holds_back(Step::Courtesy));
    for lang in [Lang::Fr, Lang::En] {
        assert!(words::speak_to(lang, &insolvent).unwrap().contains("Me Durand"));
    }
    let mut book = owing();
    let mut case = book.case(ONE).cloned().unwrap();
    case.proceedings.push(proceeding(ProceedingKind::PaymentOrder));
    book.put(Record::Case(case));
    let order = held(&book, "2026-06-10").unwrap();
    assert!(order.holds_back(Step::FormalNotice) && order.holds_back(Step::Duplicate));
    assert!(!order.holds_back(Step::Thanks) && !order.holds_back(Step::Agreed));
    assert!(words::speak_to(Lang::Fr, &order).unwrap().contains("greffe"));
}

fn proceeding(kind: ProceedingKind) -> Proceeding {
    let json = serde_json::json!({ "id": 1, "kind": kind, "date": "2026-06-09" });
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_text_about_other_invoices_never_takes_in_one_under_a_plan() {
    let mut book = signed();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let why = |step| {
        let all = candidates(&book, other, step, day("2026-06-10"));
        all.into_iter().find(|one| one.id == ONE).unwrap().left_out
    };
    assert_eq!(why(Step::FirmReminder), Some(LeftOut::Withheld));
    assert!(LeftOut::Withheld.is_final());
}

/// What is sold, handed over, given up or lodged is not the user’s to give time on; before a court it still is.
#[test]
fn nothing_is_agreed_with_the_client_where_somebody_else_decides() {
    for kind in ProceedingKind::ALL {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
        let mut case = book.case(ONE).unwrap().clone();
        case.proceedings.push(proceeding(kind));
        book.put(Record::Case(case));
        let held = withheld(&book, ONE, day("2026-06-10")).unwrap();
        let for_others = matches!(
            kind,
            ProceedingKind::Sold
                | ProceedingKind::HandedOver
                | ProceedingKind::WrittenOff
                | ProceedingKind::Lodged
        );
        assert_eq!(held.is_for_others(), for_others, "{kind:?}");
        let proposed = PlanDraft { proposed: day("2026-06-10"), ..draft() };
        let refused = plan(&mut book, PlanCommand::Propose(proposed), "2026-06-10");
        assert_eq!(refused.err(), for_others.then_some(Refusal::OthersDecide), "{kind:?}");
        // Nor does a plan about another invoice take it in.
        let other = PlanDesk::of(&book, InvoiceId(2), day("2026-06-10")).unwrap();
        assert_eq!(other.invoices.iter().any(|one| one.id == ONE), !for_others, "{kind:?}");
        for lang in [Lang::Fr, Lang::En] {
            assert!(!plans::instead(lang, &held).is_empty());
        }
    }
    // Signed before it was sold, a plan may still be noted; after that it may not.
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let mut case = book.case(ONE).unwrap().clone();
    case.proceedings.push(proceeding(ProceedingKind::Sold));
    book.put(Record::Case(case));
    assert_eq!(plan(&mut book, accept(PLAN, "2026-06-10"), "2026-06-10"), Err(Refusal::OthersDecide));
    plan(&mut book, accept(PLAN, "2026-06-08"), "2026-06-10").unwrap();
}

/// « Aujourd’hui » asks for what the plan asks for, and nothing of it is late before its day.
#[test]
fn today_shows_the_instalment_and_not_the_whole_claim() {
    let mut book = signed();
    let lines = |book: &Book, on: &str| {
        let day = today::day(book, day(on));
        let line = day.todos.first().map(|todo| (todo.total.cents(), todo.under_plan, todo.days_late));
        let totals = day.totals[0].1;
        (line, totals.late.cents(), totals.aged.not_due.cents(), totals.daily.cents())
    };
    assert_eq!(lines(&book, "2026-06-30"), (None, 0, 348_000, 0));
    assert_eq!(lines(&book, "2026-07-01").0, Some((116_000, true, 0)));
    let missed = lines(&book, "2026-07-06");
    assert_eq!(missed, (Some((116_000, true, 5)), 116_000, 232_000, 0));
    pay(&mut book, ONE, 116_000, "2026-07-06");
    assert_eq!(lines(&book, "2026-07-06").1, 0);
}

/// The lists say of a claim under a plan what « Aujourd’hui » says, day by day.
#[test]
fn the_lists_count_lateness_by_the_plan_as_the_day_does() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let both = PlanDraft {
        invoices: vec![ONE, InvoiceId(2)],
        instalments: vec![instalment("2026-07-01", 348_000), instalment("2026-08-03", 348_000)],
        ..draft()
    };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    pay(&mut book, ONE, 100_000, "2026-07-02");
    let rows = |on: &str| invoice_list::rows_of(&book, ClientId(1), day(on));
    for on in
        ["2026-06-03", "2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-10", "2026-08-05"]
    {
        let all = invoice_list::rows(&book, day(on));
        assert_eq!(rows(on), all, "{on}");
        let (list, told) =
            (invoice_list::totals(&all)[&Currency::EUR], today::day(&book, day(on)).totals[0].1);
        assert_eq!((list.late, list.daily, list.principal), (told.late, told.daily, told.receivable), "{on}");
    }
    let of = |on: &str| {
        let row = rows(on).remove(0);
        (row.is_late(), row.days_late, row.planned.and_then(|planned| planned.next))
    };
    assert_eq!(of("2026-06-30"), (false, -1, Some(day("2026-07-01"))));
    assert_eq!(of("2026-07-03"), (true, 2, Some(day("2026-07-01"))));
    assert!(rows("2026-06-03")[0].planned.is_none() && rows("2026-06-03")[0].is_late());
    let shown = |filter: Filter, on: &str| rows(on).iter().filter(|row| filter.admits(row)).count();
    assert_eq!((shown(Filter::Late, "2026-06-30"), shown(Filter::Upcoming, "2026-06-30")), (0, 2));
    assert_eq!((shown(Filter::Late, "2026-07-03"), shown(Filter::Open, "2026-07-03")), (1, 2));
    let client = client_list::owed(&rows("2026-06-30"));
    assert_eq!(client[&Currency::EUR].late, Amount::ZERO);
}

#[test]
fn a_plan_and_a_proceeding_have_a_calendar_file_of_their_own() {
    let mut book = signed();
    pay(&mut book, ONE, 116_000, "2026-06-30");
    let file = |book: &Book| plan_file(Lang::Fr, book, book.plan(PLAN).unwrap(), day("2026-07-02"));
    let said = file(&book).unwrap();
    assert_eq!(said.matches("BEGIN:VEVENT").count(), 2, "{said}");
    // A whole day ends on the day after it.
    assert!(
        said.contains("DTSTART;VALUE=DATE:20260803") && said.contains("DTEND;VALUE=DATE:20260804"),
        "{said}"
    );
    pay(&mut book, ONE, 232_000, "2026-07-01");
    assert_eq!(file(&book), None);
    let mut book = owing();
    assert_eq!(proceeding_file(Lang::Fr, &book, ONE, day("2026-06-10")), None);
    let mut case = book.case(ONE).cloned().unwrap();
    case.proceedings.push(proceeding(ProceedingKind::PaymentOrder));
    book.put(Record::Case(case));
    let said = proceeding_file(Lang::Fr, &book, ONE, day("2026-06-10")).unwrap();
    assert!(said.contains("next-1@relance"), "{said}");
}

/// A call about two invoices is noted on both, and put in writing once.
#[test]
fn a_call_about_several_invoices_is_one_line_of_today() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let spoken = || {
        let call = Call { outcome: Outcome::Promise, note: String::new(), seconds: 0, again: None };
        let draft = SendingDraft::new(
            day("2026-06-01"),
            Channel::Phone,
            Step::Call,
            day("2026-06-01"),
            SentText::default(),
        );
        SendingDraft { call: Some(call), ..draft }
    };
    let calls = vec![(ONE, spoken(), Vec::new()), (other, spoken(), Vec::new())];
    run(&mut book, Command::RecordCall(calls, None), "2026-06-01").unwrap();
    for on in ["2026-06-02", "2026-06-15"] {
        let today = today::day(&book, day(on));
        let of_recap = |todo: &&today::Todo| todo.action.what == What::Recap;
        let led = today.todos.iter().filter(of_recap).count();
        assert_eq!((led + today.recaps.len(), today.review.recaps), (1, 1), "{on}");
    }
}

#[test]
fn a_plan_is_said_beside_the_claim_while_it_runs() {
    let mut book = noticed_by_post();
    let said = |book: &Book, on: &str| {
        let case = book.case(ONE).unwrap();
        let plan = book.plan_signed(ONE, day(on));
        flags(case, &book.claim(case, day(on)), book.debtor_of(case), plan)
            .iter()
            .any(|flag| matches!(flag, Flag::PlanSigned(signed) if *signed == day("2026-06-04")))
    };
    assert!(!said(&book, "2026-06-03") && said(&book, "2026-06-05"));
    let broken = PlanCommand::BreakUndated(PLAN, day("2026-07-20"), "Avis perdu".to_owned());
    plan(&mut book, broken, "2026-07-20").unwrap();
    assert!(!said(&book, "2026-07-21"), "it was broken");
}

/// What a plan leaves aside is one sum to be paid by one day, whoever says it: the form before, the proposal, the agreement,
/// the claim, « Aujourd’hui » and the lists once all is paid, and the claim after the plan is closed.
#[test]
fn what_a_plan_leaves_aside_is_said_alike_everywhere() {
    for (penalties, interest) in
        Penalties::ALL.into_iter().flat_map(|one| InterestDuring::ALL.map(|two| (one, two)))
    {
        let mut book = owing();
        run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Business), "2026-06-01").unwrap();
        let desk = PlanDesk::of(&book, ONE, day("2026-06-01")).unwrap();
        let form = PlanForm { penalties, interest, ..PlanForm::start(&desk, Lang::Fr) };
        let proposal = form.parse(&desk, day("2026-06-01")).0.unwrap();
        let said: Amount = desk.kept(book.rates(), &proposal.draft).iter().map(|part| part.after).sum();
        let sums = proposal.draft.instalments.clone();
        plan(&mut book, PlanCommand::Propose(proposal.draft), "2026-06-01").unwrap();
        let last = sums.last().unwrap().due;
        let leaves = penalties == Penalties::Frozen || interest == InterestDuring::Runs;
        assert_eq!(said.is_positive(), leaves, "{penalties:?} {interest:?}");
        let by = leaves.then(|| Region::France.working_from(last + chrono::Days::new(30)));
        let said_by = by.map(|day| format::date(Lang::Fr, day));
        let known = book.plan(PLAN).unwrap().clone();
        assert_eq!(known.beside_due(), by, "{penalties:?} {interest:?}");
        // The proposal and the agreement.
        let case = book.case(ONE).unwrap();
        let claim = book.claim(case, day("2026-06-01"));
        let cases = [(case, &claim)];
        let client = book.client(ClientId(1)).unwrap();
        let until = day("2026-06-09");
        let facts = Facts::new(book.profile(), client, &cases, day("2026-06-01"), until, Lang::Fr);
        let context = Facts { agreement: Some(&known), ..facts }.context();
        let written = message(Step::Instalments, Channel::Email, Tone::Courteous, &context).unwrap();
        let mail = written.plain_text(Lang::Fr);
        let facts = PaperFacts::new(book.profile(), client, &cases, day("2026-06-01"), Lang::Fr);
        let agreement = Paper::Agreement(AgreementTerms::from(&known));
        let agreement = paper(&agreement, &facts).unwrap().plain_text();
        for text in [&mail, &agreement] {
            assert_eq!(said_by.as_ref().is_some_and(|day| text.contains(day)), leaves, "{text}");
        }
        // Kept to its last day.
        plan(&mut book, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        for sum in &sums {
            let before = runs(&book, &sum.due.to_string());
            assert_eq!(before.beside.map(|one| one.due), by.filter(|_| before.beside.is_some()));
            pay(&mut book, ONE, sum.amount.cents(), &sum.due.to_string());
        }
        let on = last.to_string();
        let held = runs(&book, &on);
        assert_eq!((held.standing, held.due, held.left), (Standing::Complete, Amount::ZERO, Amount::ZERO));
        let beside = by.filter(|_| said.is_positive()).map(|due| Instalment { due, amount: said });
        assert_eq!((held.beside, held.asked), (beside, said), "{penalties:?} {interest:?}");
        assert_eq!(held.given_up + said, total(&book, &on), "what is neither asked nor given up is nothing");
        let (what, why) = {
            let action = action(&book, &on);
            (action.what, action.why)
        };
        assert_eq!((what, why), (What::ClosePlan, Why::PlanComplete { beside }));
        let today = today::day(&book, last);
        let line = &today.todos[0];
        assert_eq!((line.total, line.penalties), (said, said), "{penalties:?} {interest:?}");
        assert_eq!(today.totals[0].1.penalties, said);
        let row = &invoice_list::rows(&book, last)[0];
        assert_eq!((row.penalties, row.total), (said, said));
        // Closed, it is a claim of its own, with the same day.
        plan(&mut book, PlanCommand::End(PLAN, End::Settled, last), &on).unwrap();
        assert_eq!(total(&book, &on), said);
        let left = granted_by_plan(&book, ONE, Step::PenaltyNote, last);
        assert_eq!(left, by);
        if let Some(Instalment { due, amount }) = beside {
            assert_eq!(action(&book, &on).why, Why::PlanBeside { amount, due });
        }
    }
}

/// Beside a plan that froze penalties, or gives them up, none are claimed while it runs; of one that spreads them, those.
#[test]
fn what_is_claimed_beside_a_plan_is_what_the_plan_says() {
    for penalties in Penalties::ALL {
        let mut book = owing();
        let desk = PlanDesk::of(&book, ONE, day("2026-06-01")).unwrap();
        let form = PlanForm { penalties, ..PlanForm::start(&desk, Lang::Fr) };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        let spread = draft.instalments.iter().map(|one| one.amount).sum::<Amount>();
        plan(&mut book, PlanCommand::Propose(draft), "2026-06-01").unwrap();
        plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
        for on in ["2026-06-10", "2026-06-16", "2026-06-17"] {
            let (told, row) =
                (today::day(&book, day(on)).totals[0].1, &invoice_list::rows(&book, day(on))[0]);
            let claimed = spread - Amount::from_cents(348_000);
            assert_eq!(
                (told.penalties, told.receivable + told.penalties),
                (claimed, spread),
                "{penalties:?}"
            );
            assert_eq!((row.penalties, row.total), (claimed, spread), "{penalties:?} {on}");
            assert_eq!(client_list::owed([row])[&Currency::EUR].total, spread);
        }
    }
}

/// Instalments agreed on the telephone are said as what they are until they are signed: on the claim and in « Aujourd’hui ».
#[test]
fn what_was_agreed_on_the_telephone_is_to_be_signed() {
    let mut book = owing();
    let agreed = spoken_of(&mut book, "2026-06-15", 3);
    let said = |book: &Book, on: &str| {
        let (case, plan) = (book.case(ONE).unwrap(), book.plan_signed(ONE, day(on)));
        let known = flags(case, &book.claim(case, day(on)), book.debtor_of(case), plan);
        let is = |wanted: fn(&Flag) -> bool| known.iter().any(wanted);
        let loose =
            today::day(book, day(on)).open_ends.iter().map(|end| (end.what.clone(), end.by)).collect();
        let spoken = is(|flag| matches!(flag, Flag::PlanSpoken { count: 3, .. }));
        (spoken, is(|flag| matches!(flag, Flag::PromiseRunning { .. })), loose)
    };
    let first: Vec<(Loose, NaiveDate)> = vec![(Loose::Spoken, agreed[0].1)];
    assert_eq!(said(&book, "2026-06-02"), (true, false, first));
    let desk = PlanDesk::of(&book, ONE, day("2026-06-02")).unwrap();
    let draft = PlanForm::start(&desk, Lang::Fr).parse(&desk, day("2026-06-02")).0.unwrap().draft;
    plan(&mut book, PlanCommand::Propose(draft), "2026-06-02").unwrap();
    assert_eq!(said(&book, "2026-06-02").2, [], "the proposal is on its own page");
    let signing = Signing { proposed: day("2026-06-02"), signed: day("2026-06-04") };
    plan(&mut book, PlanCommand::Accept(PLAN, signing), "2026-06-04").unwrap();
    assert_eq!(said(&book, "2026-06-04"), (false, false, vec![]));
}

/// A plan signed after its first sum was due, unpaid, is missed at once: that is said before.
#[test]
fn a_signature_after_the_first_sum_is_told_unless_that_was_paid() {
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let missing = |book: &Book, on: &str| {
        let known = book.plan(PLAN).unwrap();
        known.missing_when_signed(book.received(known, day(on)), day(on)).map(|row| row.due)
    };
    assert_eq!(missing(&book, "2026-07-01"), None);
    assert_eq!(missing(&book, "2026-07-02"), Some(day("2026-07-01")));
    pay(&mut book, ONE, 116_000, "2026-07-02");
    assert_eq!(missing(&book, "2026-07-02"), None);
}

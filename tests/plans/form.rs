//! The form a plan is built with: where it starts, what it refuses, what it says a plan costs.

use super::*;

#[test]
fn a_form_starts_with_a_plan_that_can_be_proposed() {
    let mut book = owing();
    let desk = desk(&book);
    let (proposal, findings) = PlanForm::start(&desk, Lang::Fr).parse(&desk, day("2026-06-01"));
    assert!(findings.problems.is_empty(), "{findings:?}");
    let proposal = proposal.unwrap();
    assert_eq!(proposal.amount, total(&book, "2026-06-01"), "penalties are part of it");
    assert_eq!(proposal.draft.instalments.len(), 3);
    assert_eq!(proposal.cautions, Vec::new());
    plan(&mut book, PlanCommand::Propose(proposal.draft), "2026-06-01").unwrap();
    assert_eq!(book.plan(PLAN).unwrap().amount(), total(&book, "2026-06-01"));
}

/// A consumer owes nothing beside the principal before a formal notice was received: a plan says nothing of it.
#[test]
fn a_plan_of_a_consumer_says_of_penalties_what_it_owes() {
    let mut book = owing();
    for kind in [DebtorKind::Consumer, DebtorKind::Unknown] {
        run(&mut book, Command::SetClientKind(ClientId(1), kind), "2026-06-01").unwrap();
        let desk = desk(&book);
        assert!(desk.is_consumer && desk.waits_for_notice, "{kind:?}");
        let start = PlanForm::start(&desk, Lang::Fr);
        assert_eq!(start.notice_days, "15");
        let form = PlanForm { penalties: Penalties::Frozen, interest: InterestDuring::Runs, ..start };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        assert_eq!((draft.penalties, draft.interest), (Penalties::Included, InterestDuring::Stops));
    }
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Consumer), "2026-06-01").unwrap();
    let text =
        SentText { body: "Mise en demeure".to_owned(), as_of: day("2026-04-01"), ..SentText::default() };
    let (on, until) = (day("2026-04-01"), day("2026-04-16"));
    let sent = SendingDraft::new(on, Channel::RegisteredPost, Step::FormalNotice, until, text);
    run(&mut book, Command::RecordSending(vec![(ONE, sent)]), "2026-04-01").unwrap();
    let event = book.case(ONE).unwrap().events.iter().find(|one| one.step == Step::FormalNotice).unwrap().id;
    let received = Command::TrackPosting(ONE, event, Posting::default(), Some(day("2026-04-03")));
    run(&mut book, received, "2026-04-03").unwrap();
    // Once it was received, legal interest runs and may be spoken of; no fixed sum is owed all the same.
    let desk = desk(&book);
    assert!(desk.is_consumer && !desk.waits_for_notice);
    let claim = &desk.invoices[0].claim;
    assert!(claim.interest_left.is_positive() && claim.indemnity_left.is_zero());
    let form = PlanForm { interest: InterestDuring::Runs, ..PlanForm::start(&desk, Lang::Fr) };
    assert_eq!(form.parse(&desk, day("2026-06-01")).0.unwrap().draft.interest, InterestDuring::Runs);
    let business = PlanForm::start(&self::desk(&owing()), Lang::Fr);
    assert_eq!(business.notice_days, "8");
}

/// What interest adds that goes on is what is owed at the end of a plan that was paid day by day.
#[test]
fn interest_that_runs_on_is_counted_to_the_end() {
    for penalties in Penalties::ALL {
        let book = owing();
        let desk = desk(&book);
        let form = PlanForm { penalties, interest: InterestDuring::Runs, ..PlanForm::start(&desk, Lang::Fr) };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        let accrued = desk.accrued(book.rates(), &draft);
        assert!(accrued.is_positive(), "{penalties:?}");
        let mut paid = owing();
        let last = draft.instalments.last().unwrap().due.to_string();
        plan(&mut paid, PlanCommand::Propose(draft.clone()), "2026-06-01").unwrap();
        plan(&mut paid, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        for sum in &draft.instalments {
            pay(&mut paid, ONE, sum.amount.cents(), &sum.due.to_string());
        }
        plan(&mut paid, PlanCommand::End(PLAN, End::Settled, day(&last)), &last).unwrap();
        let beside = desk.beside(penalties, true, |_| true);
        assert_eq!(total(&paid, &last), beside + accrued, "{penalties:?}");
        let stops = PlanForm { interest: InterestDuring::Stops, ..form };
        let draft = stops.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        assert_eq!(desk.accrued(book.rates(), &draft), Amount::ZERO, "{penalties:?}");
    }
}

#[test]
fn a_plan_of_a_public_buyer_gives_nothing_up() {
    let mut book = owing();
    let mut buyer = book.client(ClientId(1)).cloned().unwrap();
    buyer.kind = DebtorKind::Public;
    book.put(Record::Client(buyer));
    let desk = desk(&book);
    let form = PlanForm {
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        ..PlanForm::start(&desk, Lang::Fr)
    };
    let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
    assert_eq!((draft.penalties, draft.interest), (Penalties::Frozen, InterestDuring::Runs));
}

#[test]
fn what_is_paid_down_comes_with_the_answer_and_no_later_than_the_first_instalment() {
    let desk = desk(&owing());
    let form = PlanForm {
        down: "480".to_owned(),
        first: "03/06/2026".to_owned(),
        ..PlanForm::start(&desk, Lang::Fr)
    };
    let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
    assert_eq!(draft.down_payment, Some(instalment("2026-06-03", 48_000)));
}

#[test]
fn every_fault_of_a_form_is_at_its_field() {
    let desk = desk(&owing());
    let start = PlanForm::start(&desk, Lang::Fr);
    let with = |change: fn(&mut PlanForm)| {
        let mut form = start.clone();
        change(&mut form);
        let (proposal, findings) = form.parse(&desk, day("2026-06-01"));
        assert!(proposal.is_none() && findings.problems.len() == 1, "{findings:?}");
        findings.problems[0]
    };
    assert_eq!(with(|form| form.count.clear()), (PlanField::Count, Problem::Required));
    assert_eq!(with(|form| form.count = "0".to_owned()), (PlanField::Count, Problem::Count(1, 120)));
    assert_eq!(with(|form| (form.by, form.each) = (DividedBy::Each, "0,01".to_owned())).0, PlanField::Each);
    let first = day("2026-06-16");
    assert_eq!(
        with(|form| (form.by, form.until) = (DividedBy::Until, "01/06/2026".to_owned())),
        (PlanField::Until, Problem::Schedule(ScheduleError::EndsBeforeFirst { first }))
    );
    assert_eq!(with(|form| form.down = "-1".to_owned()), (PlanField::Down, Problem::NotPositive));
    assert_eq!(with(|form| form.down = "9999".to_owned()).0, PlanField::Down);
    assert_eq!(with(|form| form.first.clear()), (PlanField::First, Problem::Required));
    assert_eq!(
        with(|form| form.notice_days = "7".to_owned()),
        (PlanField::NoticeDays, Problem::Count(8, 15))
    );
    assert_eq!(
        with(|form| form.answer_days = "0".to_owned()),
        (PlanField::AnswerDays, Problem::Count(1, 60))
    );
    let nothing = (PlanField::Covered, Problem::Schedule(ScheduleError::NothingOwed));
    assert_eq!(with(|form| form.left_out.push(ONE)), nothing);
}

/// What is said to be given up before is what is given up in the end.
#[test]
fn what_a_plan_will_cost_is_what_it_costs() {
    for (penalties, interest) in
        Penalties::ALL.into_iter().flat_map(|one| InterestDuring::ALL.map(|two| (one, two)))
    {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-14").unwrap();
        let desk = desk(&book);
        assert_eq!(desk.invoices.len(), 2);
        let form = PlanForm { penalties, interest, moved: false, ..PlanForm::start(&desk, Lang::Fr) };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        let said = desk.cost(book.rates(), &draft);
        let sums = draft.instalments.clone();
        plan(&mut book, PlanCommand::Propose(draft), "2026-06-01").unwrap();
        plan(&mut book, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        // The first invoice is paid before the second, as the estimate has it.
        let owed = |id| penalties.amount([&book.claim(book.case(id).unwrap(), day("2026-06-01"))]);
        let mut wanted = [(ONE, owed(ONE)), (InvoiceId(2), owed(InvoiceId(2)))];
        let mut last = String::new();
        for sum in sums {
            let mut left = sum.amount;
            last = sum.due.to_string();
            for (id, wanted) in &mut wanted {
                let part = left.min(*wanted);
                if part.is_positive() {
                    pay(&mut book, *id, part.cents(), &last);
                    left -= part;
                    *wanted -= part;
                }
            }
        }
        let totals =
            |book: &Book| -> Amount { book.cases().map(|case| book.claim(case, day(&last)).total).sum() };
        let before = totals(&book);
        plan(&mut book, PlanCommand::End(PLAN, End::Settled, day(&last)), &last).unwrap();
        assert_eq!(before - totals(&book), said, "{penalties:?} {interest:?}");
        // Where interest stops, what was spread is all there is to pay, but for what was to stay owed.
        if interest == InterestDuring::Stops && penalties != Penalties::Frozen {
            assert_eq!(totals(&book), Amount::ZERO, "{penalties:?}");
        }
    }
}

/// What a call agreed on is what the builder starts with: to the cent, on its days, over its invoices.
#[test]
fn what_was_agreed_on_the_telephone_is_the_schedule_that_is_proposed() {
    for (first, parts) in [("2026-06-15", 3), ("2026-06-13", 4), ("2026-06-30", 7)] {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
        let agreed = spoken_of(&mut book, first, parts);
        let desk = desk(&book);
        assert_eq!(desk.invoices.len(), 2);
        let form = PlanForm::start(&desk, Lang::Fr);
        let proposal = form.parse(&desk, day("2026-06-01")).0.unwrap();
        assert_eq!(proposal.draft.invoices, vec![ONE], "the other invoice was not spoken of");
        let sums: Vec<_> = proposal.draft.instalments.iter().map(|one| (one.amount, one.due)).collect();
        assert_eq!(sums, agreed, "{first} {parts}");
        assert_eq!(proposal.draft.penalties, Penalties::Frozen, "they were not part of what was agreed");
        assert!(proposal.beside.is_positive());
        let odd = proposal.cautions.iter().any(|one| !matches!(one, Caution::TinyLast { .. }));
        assert!(!odd, "it does not warn of where it starts: {:?}", proposal.cautions);
    }
}

/// Where what was agreed on the telephone is not what is owed, each is the sum agreed on, written as the language writes it.
#[test]
fn another_sum_than_what_is_owed_goes_on_until_that_is_covered() {
    for (lang, each) in [(Lang::Fr, "1\u{202f}500,00"), (Lang::En, "1,500.00")] {
        let desk = desk(&owing());
        let sums = vec![instalment("2026-06-15", 150_000), instalment("2026-07-15", 150_000)];
        let spoken = Some(Spoken { on: day("2026-06-01"), invoices: vec![ONE], sums });
        let desk = PlanDesk { spoken, ..desk };
        let form = PlanForm::start(&desk, lang);
        assert_eq!((form.by, form.each.as_str()), (DividedBy::Each, each));
        let proposal = form.parse(&desk, day("2026-06-01")).0.unwrap();
        let cents: Vec<i64> = proposal.draft.instalments.iter().map(|one| one.amount.cents()).collect();
        assert_eq!(cents[..2], [150_000, 150_000]);
        assert_eq!(cents.iter().sum::<i64>(), proposal.amount.cents());
    }
}

#[test]
fn days_off_that_are_not_named_are_counted() {
    let days = ["2026-12-25", "2027-01-01", "2027-05-01", "2027-05-08", "2027-07-14"].map(day).to_vec();
    let said = |lang, days: &[NaiveDate]| {
        let said = plans::caution(lang, &Caution::OffDays { days: days.to_vec() }, Currency::EUR);
        said.replace(['\u{a0}', '\u{202f}'], " ")
    };
    assert!(
        said(Lang::Fr, &days).ends_with("samedi 1er mai 2027 et 2 autres jours."),
        "{}",
        said(Lang::Fr, &days)
    );
    assert!(said(Lang::En, &days[..4]).ends_with("and 1 other day."), "{}", said(Lang::En, &days[..4]));
    assert!(!said(Lang::Fr, &days[..3]).contains("autre"));
}

#[test]
fn a_first_instalment_in_the_past_and_too_many_are_faults_at_their_field() {
    let book = owing();
    let desk = desk(&book);
    let fault = |change: fn(&mut PlanForm), field| {
        let mut form = PlanForm::start(&desk, Lang::Fr);
        change(&mut form);
        let (proposal, findings) = form.parse(&desk, day("2026-06-01"));
        assert!(proposal.is_none());
        findings.problem_of(field)
    };
    let past = |form: &mut PlanForm| form.first = "31/05/2026".to_owned();
    assert_eq!(fault(past, PlanField::First), Some(Problem::DayPast));
    let each = |form: &mut PlanForm| {
        form.by = DividedBy::Each;
        form.each = "5".to_owned();
    };
    let too_many =
        |problem| matches!(problem, Some(Problem::Schedule(ScheduleError::TooMany { count: 705.. })));
    assert!(too_many(fault(each, PlanField::Each)));
    let count = |form: &mut PlanForm| form.count = "121".to_owned();
    assert_eq!(fault(count, PlanField::Count), Some(Problem::Count(1, 120)));
    // Long before that it is warned of.
    let form =
        PlanForm { count: "26".to_owned(), rhythm: Rhythm::Weekly, ..PlanForm::start(&desk, Lang::Fr) };
    let cautions = form.parse(&desk, day("2026-06-01")).0.unwrap().cautions;
    assert_eq!(cautions, [Caution::Many { count: 26 }]);
    // Proposed earlier, it may have begun since, though not before it was proposed.
    let form = PlanForm {
        proposed: "01/06/2026".to_owned(),
        first: "15/06/2026".to_owned(),
        ..PlanForm::start(&desk, Lang::Fr)
    };
    assert!(form.parse(&desk, day("2026-07-01")).0.is_some());
    let early = PlanForm { first: "29/05/2026".to_owned(), ..form };
    let findings = early.parse(&desk, day("2026-07-01")).1;
    assert_eq!(findings.problem_of(PlanField::First), Some(Problem::BeforeItsStart));
}

/// What a client proposed on a reply card is what it saw there: not a cent of penalties the card did not show, all of those
/// it did, on its own days.
#[test]
fn what_a_client_proposed_on_a_card_is_exactly_what_it_saw() {
    let made = day("2026-06-01");
    for pays_since in [0, 100_000] {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
        let all = total(&book, "2026-06-01");
        if pays_since > 0 {
            pay(&mut book, ONE, pays_since, "2026-06-05");
        }
        let today = day("2026-06-10");
        let desk = PlanDesk::of(&book, ONE, today).unwrap();
        let then = PlanDesk::of(&book, ONE, made).unwrap();
        for (balance, penalties) in
            [(Amount::from_cents(348_000), Penalties::Frozen), (all, Penalties::Included)]
        {
            let shown = CardShown { balance, on: made };
            let first = day("2026-06-20");
            let card = CardAnswer { invoices: &[ONE], shown, first, count: 4 };
            let form = PlanForm::answering(card, &desk, Some(&then), Lang::Fr);
            let on = form.proposed_on(today).unwrap();
            let desk = PlanDesk::of(&book, ONE, on).unwrap();
            let proposal = form.parse(&desk, today).0.unwrap();
            assert_eq!((proposal.amount, proposal.draft.penalties), (balance, penalties), "{pays_since}");
            assert_eq!(proposal.draft.invoices, [ONE]);
            let days: Vec<_> = proposal.draft.instalments.iter().map(|one| one.due).collect();
            assert_eq!(days, ["2026-06-20", "2026-07-20", "2026-08-20", "2026-09-20"].map(day));
            assert_eq!(form.shown, Some(shown));
        }
    }
}

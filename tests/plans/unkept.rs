//! Plans that were not kept: money that comes after the notice, sums paid late, a judgment that stops them; and what is
//! written, and joined, once one was broken.

use super::*;
use relance::app::offers::{OfferCommand, OfferDraft};
use relance::app::views::recovery_desk::situation;
use relance::app::views::story::{ToldPlan, facts};
use relance::documents::paper::{Caution as PaperCaution, PaperError, cautions};
use relance::domain::act::Act;
use relance::domain::court;
use relance::domain::evidence::{Element, Evidence, State};
use relance::domain::offer::{OfferEnd, OfferKind};
use relance::domain::recovery::Notice as RecoveryNotice;

/// A text without the spaces that do not break.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The first sum missing, a notice of it until 14 July, the money on the 20th.
fn paid_after_the_notice() -> Book {
    let mut book = signed();
    note(&mut book, "2026-07-06", "2026-07-14");
    pay(&mut book, ONE, 116_000, "2026-07-20");
    book
}

fn go_on(written: &str) -> PlanCommand {
    PlanCommand::GoOn(PLAN, day("2026-07-21"), written.to_owned())
}

fn told(book: &Book, on: &str) -> Vec<(NaiveDate, String)> {
    let plans = ToldPlan::about(book, ONE, day(on));
    let case = book.case(ONE).unwrap();
    facts(case, &plans, day(on)).into_iter().map(|(day, fact)| (day, format!("{fact:?}"))).collect()
}

#[test]
fn money_after_the_notice_leaves_the_choice_to_the_user() {
    let mut book = paid_after_the_notice();
    let next = action(&book, "2026-07-21");
    is(&next, What::EndPlan, "2026-07-21");
    assert_eq!(next.why, Why::PlanBreached { until: day("2026-07-14"), paid_since: true });
    assert!(withheld(&book, ONE, day("2026-07-21")).is_none(), "all of it may be asked for");
    // Nor do the sums that follow heal it.
    for (on, cents) in [("2026-08-03", 116_000), ("2026-09-01", 116_000)] {
        pay(&mut book, ONE, cents, on);
        is(&action(&book, on), What::EndPlan, on);
    }
    let settled = PlanCommand::End(PLAN, End::Settled, day("2026-09-01"));
    assert_eq!(plan(&mut book, settled, "2026-09-01"), Err(Refusal::PlanBreached));
    let mut broken = paid_after_the_notice();
    plan(&mut broken, PlanCommand::End(PLAN, End::Broken, day("2026-07-21")), "2026-07-21").unwrap();
    let mut without = owing();
    pay(&mut without, ONE, 116_000, "2026-07-20");
    assert_eq!(total(&broken, "2026-07-21"), total(&without, "2026-07-21"));
}

#[test]
fn a_plan_is_let_go_on_in_writing() {
    let mut book = paid_after_the_notice();
    assert_eq!(plan(&mut book, go_on(" "), "2026-07-21"), Err(Refusal::PlanNotRunning), "not without a word");
    let before = records(&book);
    let effects = update(&mut book, Command::Plan(go_on("Il continue.")), day("2026-07-21")).unwrap();
    is(&action(&book, "2026-07-21"), What::CheckInstalment, "2026-08-03");
    assert!(matches!(withheld(&book, ONE, day("2026-07-21")), Some(Withheld::Plan(_))));
    assert_eq!(plan(&mut book, go_on("Encore."), "2026-07-22"), Err(Refusal::PlanNotRunning));
    let story = told(&book, "2026-07-22");
    assert!(
        story.iter().any(|(on, fact)| *on == day("2026-07-21") && fact.starts_with("GoesOn")),
        "{story:?}"
    );
    assert!(story.iter().any(|(on, fact)| *on == day("2026-07-15") && fact == "Breached"), "it stays told");
    // The next one that is missed wants a notice of its own.
    is(&action(&book, "2026-08-06"), What::RecallInstalment, "2026-08-06");
    update(&mut book, Command::Undo(change(&effects)), day("2026-07-21")).unwrap();
    assert_eq!(records(&book), before);
}

#[test]
fn what_was_written_when_a_plan_went_on_is_kept_and_erased_with_the_client() {
    let mut book = paid_after_the_notice();
    let older = book.record(Key::Plan(PLAN)).unwrap();
    assert!(!serde_json::to_string(&older).unwrap().contains("goes_on"), "older files stay as they are");
    plan(&mut book, go_on("Bonjour Madame Le Goff"), "2026-07-21").unwrap();
    let known = book.record(Key::Plan(PLAN)).unwrap();
    let json = serde_json::to_string(&known).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), known);
    // Two devices that each let it go on lose neither word.
    let mut other = paid_after_the_notice();
    let later = PlanCommand::GoOn(PLAN, day("2026-07-23"), "Il continue.".to_owned());
    plan(&mut other, later, "2026-07-23").unwrap();
    let merged = merge(Some(&older), &known, &other.record(Key::Plan(PLAN)).unwrap());
    let Record::Plan(both) = merged.record else { panic!("no plan") };
    let days: Vec<NaiveDate> = both.goes_on.iter().map(|one| one.on).collect();
    assert_eq!((days, merged.conflicts.len()), (vec![day("2026-07-21"), day("2026-07-23")], 0));
    // The trash.
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-07-22").unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-07-22").unwrap();
    assert_eq!(book.record(Key::Plan(PLAN)).unwrap(), known);
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-07-22").unwrap();
    let left = serde_json::to_string(&book.record(Key::Plan(PLAN)).unwrap()).unwrap();
    assert!(!left.contains("Le Goff") && book.plan(PLAN).unwrap().goes_on.len() == 1, "{left}");
}

#[test]
fn a_payment_in_doubt_is_settled_by_the_receipt_of_the_notice() {
    let mut book = noticed_by_post();
    pay(&mut book, ONE, 116_000, "2026-07-20");
    let known = |book: &Book| book.plan(PLAN).unwrap().clone();
    let doubtful = |book: &Book| book.doubtful_notice(&known(book), day("2026-07-21")).map(|one| one.sent);
    assert_eq!(doubtful(&book), Some(day("2026-07-06")));
    assert!(matches!(book.standing(&known(&book), day("2026-07-21")), Standing::Kept(_)));
    let (id, event) = book.undated_notice(&known(&book), day("2026-07-06")).unwrap();
    for (received, in_time) in [("2026-07-13", true), ("2026-07-07", false)] {
        let track = Command::TrackPosting(id, event, Posting::default(), Some(day(received)));
        run(&mut book, track, "2026-07-21").unwrap();
        let standing = book.standing(&known(&book), day("2026-07-21"));
        assert_eq!(matches!(standing, Standing::Kept(_)), in_time, "{standing:?}");
        assert_eq!(matches!(standing, Standing::Breached(..)), !in_time, "{standing:?}");
        assert_eq!(doubtful(&book), None);
    }
}

/// Paid in full, the second sum two days after its day.
fn paid_late() -> Book {
    let mut book = signed();
    for on in ["2026-07-01", "2026-08-05", "2026-09-01"] {
        pay(&mut book, ONE, 116_000, on);
    }
    book
}

#[test]
fn what_is_given_up_if_a_plan_is_kept_is_not_given_up_by_itself_where_it_was_paid_late() {
    let on = "2026-09-01";
    let end = |how| PlanCommand::End(PLAN, how, day(on));
    let mut book = paid_late();
    let late = book.late_sums(book.plan(PLAN).unwrap(), day(on));
    assert_eq!(
        late.iter().map(|row| (row.number, row.left().cents())).collect::<Vec<_>>(),
        [(Some(2), 116_000)]
    );
    let owed = total(&book, on);
    assert_eq!(plan(&mut book, end(End::Settled), on), Err(Refusal::PlanPaidLate));
    plan(&mut book, end(End::PaidLate), on).unwrap();
    assert_eq!(total(&book, on), owed, "nothing is given up");
    is(&action(&book, "2026-09-02"), What::ClaimPenalties, "2026-09-02");
    let before = book.record(Key::Plan(PLAN));
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-09-02").unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-09-02").unwrap();
    assert_eq!(total(&book, on), owed);
    assert_eq!(book.record(Key::Plan(PLAN)), before);
    let mut book = paid_late();
    plan(&mut book, PlanCommand::SettleLate(PLAN, day(on)), on).unwrap();
    assert_eq!(total(&book, on), Amount::ZERO, "unless the user says so");
    // One that was kept gives up what was agreed, and there is nothing to choose.
    let mut book = signed();
    for on in ["2026-07-01", "2026-08-03", "2026-09-01"] {
        pay(&mut book, ONE, 116_000, on);
    }
    assert_eq!(plan(&mut book, end(End::PaidLate), on), Err(Refusal::PlanKept));
    assert_eq!(plan(&mut book, PlanCommand::SettleLate(PLAN, day(on)), on), Err(Refusal::PlanKept));
    plan(&mut book, end(End::Settled), on).unwrap();
    assert_eq!(total(&book, on), Amount::ZERO);
}

#[test]
fn a_judgment_stops_a_plan_and_what_is_left_is_to_lodge() {
    let mut book = signed();
    pay(&mut book, ONE, 116_000, "2026-07-01");
    let mut client = book.client(ClientId(1)).cloned().unwrap();
    client.insolvency = Some(day("2026-07-20"));
    book.put(Record::Client(client));
    assert!(book.plan_signed(ONE, day("2026-07-19")).is_some());
    for on in ["2026-07-20", "2026-08-10"] {
        assert_eq!(
            book.plan_of(ONE, day(on)).unwrap().standing,
            Standing::Stopped(day("2026-07-20")),
            "{on}"
        );
        assert_eq!(book.plan_signed(ONE, day(on)), None, "no badge on the case");
        assert_eq!(action(&book, on).what, What::LodgeClaim);
        assert!(
            !calendar_file(Lang::Fr, &book, day(on)).contains("plan-1"),
            "nothing is put in the calendar"
        );
        let today = today::day(&book, day(on));
        let line = &today.todos[0];
        assert!(!line.under_plan && !line.flags.iter().any(|flag| matches!(flag, Flag::PlanSigned(_))));
        assert_eq!(line.total, today.totals[0].1.receivable + line.penalties);
        assert!(today.open_ends.is_empty());
    }
    let missed = &ToldPlan::about(&book, ONE, day("2026-10-01"))[0].missed;
    assert!(missed.is_empty(), "what may not be paid is not missed");
    let broken = PlanCommand::End(PLAN, End::Broken, day("2026-08-10"));
    assert_eq!(plan(&mut book, broken, "2026-08-10"), Err(Refusal::NoticeOpen));
    // A proposal is stopped too, and may still be taken back.
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let mut client = book.client(ClientId(1)).cloned().unwrap();
    client.insolvency = Some(day("2026-06-05"));
    book.put(Record::Client(client));
    assert!(today::day(&book, day("2026-06-20")).open_ends.is_empty());
    plan(&mut book, PlanCommand::End(PLAN, End::Withdrawn, day("2026-06-20")), "2026-06-20").unwrap();
}

/// Broken on 17 July, after a notice that was handed over on the 6th.
fn broken() -> Book {
    let mut book = signed();
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Business), "2026-06-05").unwrap();
    run(&mut book, notice_sent("2026-07-06", "2026-07-15"), "2026-07-06").unwrap();
    plan(&mut book, PlanCommand::End(PLAN, End::Broken, day("2026-07-17")), "2026-07-17").unwrap();
    book
}

#[test]
fn the_formal_notice_after_a_breach_says_so() {
    let book = broken();
    let today = day("2026-07-20");
    let (case, client) = (book.case(ONE).unwrap(), book.client(ClientId(1)).unwrap());
    let claim = book.claim(case, today);
    let cases = [(case, &claim)];
    let known = book.broken_plan(ONE, today).unwrap();
    assert_eq!(book.broken_plan(ONE, day("2026-07-16")), None);
    for (lang, says) in [
        (
            Lang::Fr,
            [
                "4 juin 2026",
                "1 160,00 € attendus le 1er juillet 2026",
                "6 juillet 2026",
                "redevenu exigible le 17 juillet 2026",
            ],
        ),
        (
            Lang::En,
            ["4 June 2026", "€1,160.00 due on 1 July 2026", "6 July 2026", "fell due on 17 July 2026"],
        ),
    ] {
        let facts = Facts::new(book.profile(), client, &cases, today, day("2026-07-28"), lang);
        let context = Facts { broken: Some(&known), ..facts }.context();
        let written = message(Step::FormalNotice, Channel::RegisteredPost, Tone::Firm, &context).unwrap();
        let text = plain(&written.plain_text(lang));
        for said in says {
            assert!(text.contains(said), "{said}: {text}");
        }
        let without =
            message(Step::FormalNotice, Channel::RegisteredPost, Tone::Firm, &facts.context()).unwrap();
        assert!(!plain(&without.plain_text(lang)).contains(says[0]));
    }
}

#[test]
fn a_broken_plan_and_its_notice_count_in_the_kit_the_evidence_and_the_ways() {
    let book = broken();
    let today = day("2026-07-20");
    let (case, client) = (book.case(ONE).unwrap(), book.client(ClientId(1)).unwrap());
    let claim = book.claim(case, today);
    let cases = [(case, &claim)];
    let plans: Vec<Plan> = book.plans().cloned().collect();
    let facts = PaperFacts::new(book.profile(), client, &cases, today, Lang::Fr);
    let facts = PaperFacts { plans: &plans, ..facts };
    let kit = Paper::PaymentOrder(court::Standing::Trader);
    let text = plain(&paper(&kit, &facts).unwrap().plain_text());
    assert!(text.contains("échéancier signé le 4 juin 2026"), "{text}");
    assert!(
        text.contains("exigible le 17 juillet 2026, après la mise en demeure du 6 juillet 2026"),
        "{text}"
    );
    assert_eq!(text.matches("Échéancier signé").count(), 1, "{text}");
    assert_eq!(text.matches("4 juin 2026").count(), 2, "the basis and the list: {text}");
    let known = cautions(&kit, &facts);
    assert!(!known.contains(&PaperCaution::NoFormalNotice), "{known:?}");
    let file = plain(&paper(&Paper::CaseFile(Vec::new()), &facts).unwrap().plain_text());
    assert_eq!(file.matches("Échéancier accepté par le client").count(), 1, "{file}");
    assert_eq!(file.matches("Échéancier signé").count(), 1, "told and listed once: {file}");
    let evidence = Evidence::of(case, client, today);
    let notice = evidence.rows.iter().find(|row| row.element == Element::FormalNotice).unwrap();
    assert_eq!((notice.state, notice.date), (State::OnFile, Some(day("2026-07-06"))));
    let noticed = |book: &Book, on: &str| situation(book, ONE, day(on)).unwrap().notice;
    assert_eq!(noticed(&book, "2026-07-20"), RecoveryNotice::Over(day("2026-07-15")));
    assert_eq!(noticed(&book, "2026-07-10"), RecoveryNotice::None, "while its time runs it is about a sum");
    // An act the user noted in words of their own is theirs, and listed.
    let mut noted = case.clone();
    noted.acts.push(Act { reference: "avenant".to_owned(), ..noted.acts[0].clone() });
    let cases = [(&noted, &claim)];
    let facts = PaperFacts { cases: &cases, ..facts };
    let text = plain(&paper(&kit, &facts).unwrap().plain_text());
    assert_eq!(text.matches("4 juin 2026").count(), 3, "{text}");
}

#[test]
fn the_proposal_answers_what_the_client_proposed() {
    let mut book = owing();
    let kind = CircumstanceKind::Proposal { count: 3, first: day("2026-07-01") };
    let proposed = CircumstanceDraft { date: day("2026-05-30"), kind, note: String::new() };
    let written = |book: &Book, lang| {
        let (case, client) = (book.case(ONE).unwrap(), book.client(ClientId(1)).unwrap());
        let claim = book.claim(case, day("2026-06-01"));
        let cases = [(case, &claim)];
        let facts = Facts::new(book.profile(), client, &cases, day("2026-06-01"), day("2026-06-09"), lang);
        let context = Facts { agreement: book.plan(PLAN), ..facts }.context();
        plain(
            &message(Step::Instalments, Channel::Email, Tone::Courteous, &context).unwrap().plain_text(lang),
        )
    };
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    assert!(written(&book, Lang::Fr).contains("je vous propose"));
    run(&mut book, Command::AddCircumstance(ONE, proposed), "2026-06-01").unwrap();
    let french = written(&book, Lang::Fr);
    assert!(
        !french.contains("je vous propose") && french.contains("le calendrier que j’accepte"),
        "{french}"
    );
    assert!(french.contains("d’ici au mardi 9 juin 2026"), "{french}");
    let english = written(&book, Lang::En);
    assert!(!english.contains("I suggest") && english.contains("the schedule I accept"), "{english}");
}

#[test]
fn what_was_agreed_on_the_telephone_over_two_invoices_is_one_plan() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let promise = |cents, by: &str| CircumstanceDraft {
        date: day("2026-06-01"),
        kind: CircumstanceKind::Promise {
            amount: Amount::from_cents(cents),
            by: day(by),
            who: String::new(),
            channel: Channel::Phone,
        },
        note: String::new(),
    };
    let call = Call { outcome: Outcome::Plan, note: String::new(), seconds: 0, again: None };
    let spoken = || {
        let (on, text) = (day("2026-06-01"), SentText::default());
        SendingDraft {
            call: Some(call.clone()),
            ..SendingDraft::new(on, Channel::Phone, Step::Call, on, text)
        }
    };
    // Three times 2,320 €: the third is all the second invoice’s.
    let first = vec![promise(232_000, "2026-06-15"), promise(116_000, "2026-07-15")];
    let second = vec![promise(348_000, "2026-08-17")];
    let calls = vec![(ONE, spoken(), first), (InvoiceId(2), spoken(), second)];
    run(&mut book, Command::RecordCall(calls, None), "2026-06-01").unwrap();
    for id in [ONE, InvoiceId(2)] {
        let desk = PlanDesk::of(&book, id, day("2026-06-02")).unwrap();
        let spoken = desk.spoken.clone().unwrap();
        assert_eq!((spoken.sums.len(), spoken.amount().cents(), spoken.invoices.len()), (3, 696_000, 2));
        let draft = PlanForm::start(&desk, Lang::Fr).parse(&desk, day("2026-06-02")).0.unwrap().draft;
        assert_eq!((draft.invoices.len(), draft.instalments.len()), (2, 3));
    }
    // The proposal that is sent puts the call in writing, and so does the signature.
    assert!(book.case(ONE).unwrap().recap_due(day("2026-06-02")).is_some());
    let mut sent = book.clone();
    let text = SentText { body: "Bonjour".to_owned(), ..SentText::default() };
    let proposal =
        SendingDraft::new(day("2026-06-01"), Channel::Email, Step::Instalments, day("2026-06-09"), text);
    run(&mut sent, Command::RecordSending(vec![(ONE, proposal)]), "2026-06-01").unwrap();
    assert!(sent.case(ONE).unwrap().recap_due(day("2026-06-02")).is_none());
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-02").unwrap();
    plan(
        &mut book,
        PlanCommand::Accept(PLAN, Signing { proposed: day("2026-06-01"), signed: day("2026-06-02") }),
        "2026-06-02",
    )
    .unwrap();
    assert!(book.case(ONE).unwrap().recap_due(day("2026-06-02")).is_none());
}

#[test]
fn what_a_plan_replaced_was_not_kept_by_money_that_came_later() {
    let mut book = owing();
    spoken_of(&mut book, "2026-06-15", 3);
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    pay(&mut book, ONE, 116_000, "2026-06-20");
    let case = book.case(ONE).unwrap();
    let states: Vec<String> =
        case.promises(day("2026-12-01")).map(|(_, state)| format!("{state:?}")).collect();
    assert_eq!(states, ["Withdrawn", "Withdrawn", "Withdrawn"]);
}

#[test]
fn no_order_is_asked_for_while_a_signed_plan_runs() {
    let book = signed();
    let today = day("2026-06-10");
    let (case, client) = (book.case(ONE).unwrap(), book.client(ClientId(1)).unwrap());
    let claim = book.claim(case, today);
    let cases = [(case, &claim)];
    let plans: Vec<Plan> = book.plans().cloned().collect();
    let facts = PaperFacts::new(book.profile(), client, &cases, today, Lang::Fr);
    let kit = Paper::PaymentOrder(court::Standing::Trader);
    assert!(paper(&kit, &facts).is_ok());
    let refused = paper(&kit, &PaperFacts { plans: &plans, ..facts }).err();
    assert!(matches!(refused, Some(PaperError::PlanRuns)));
}

#[test]
fn a_contested_part_is_told_in_the_builder_and_reminded_of_under_the_plan() {
    let mut book = owing();
    contest(&mut book, 50_000, "2026-06-01");
    let desk = desk(&book);
    let part = PlanForm::start(&desk, Lang::Fr);
    let contested = Amount::from_cents(50_000);
    assert_eq!(part.contested(&desk), contested);
    let told = part.parse(&desk, day("2026-06-01")).0.unwrap();
    assert_eq!((told.cautions, told.draft.reserved.len()), (Vec::new(), 1), "it is left out");
    let whole = PlanForm { whole: true, ..part }.parse(&desk, day("2026-06-01")).0.unwrap();
    assert_eq!(whole.cautions[0], Caution::Contested { amount: contested });
    assert_eq!(whole.amount, total(&book, "2026-06-01"));
    let mut book = signed();
    contest(&mut book, 50_000, "2026-06-05");
    is(&action(&book, "2026-06-08"), What::CheckInstalment, "2026-07-01");
    is(&action(&book, "2026-06-12"), What::AnswerDispute, "2026-06-12");
    is(&action(&book, "2026-06-20"), What::AnswerDispute, "2026-06-22");
    // A sum that is missing comes first, with the dispute beside it.
    is(&action(&book, "2026-07-06"), What::RecallInstalment, "2026-07-06");
    let line = &today::day(&book, day("2026-07-06")).todos[0];
    assert!(line.under_plan && line.contested.is_some());
}

#[test]
fn a_signature_takes_open_offers_back_and_deleting_the_plan_opens_them_again() {
    let mut book = owing();
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Business), "2026-06-01").unwrap();
    let offer = OfferDraft {
        kind: OfferKind::Penalties,
        date: day("2026-06-01"),
        until: day("2026-06-30"),
        balance_by: None,
        note: String::new(),
    };
    run(&mut book, Command::Offer(ONE, OfferCommand::Make(offer)), "2026-06-01").unwrap();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let before = book.case(ONE).unwrap().offers.clone();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    let ended = book.case(ONE).unwrap().offers[0].ended.unwrap();
    assert_eq!((ended.how, ended.on), (OfferEnd::Withdrawn, day("2026-06-04")));
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-05").unwrap();
    assert_eq!(book.case(ONE).unwrap().offers, before);
}

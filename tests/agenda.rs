//! The next action of a case, situation by situation: both clocks, fair steps after neglect, what pauses and what stops.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

use chrono::NaiveDate;
use relance::app::views::ladder_dates::{When, comes_first, ladder_dates};
use relance::base::dates::parse_iso;
use relance::base::{
    ActId, Amount, CircumstanceId, ClientId, Currency, EventId, InvoiceId, MovementId, dates,
};
use relance::domain::act::{Act, ActKind};
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause, PauseCause, Unpaid};
use relance::domain::claim::{Allocation, Instalment};
use relance::domain::contract::Contract;
use relance::domain::dunning::deadline::deadline;
use relance::domain::dunning::status::{Effect, STATUSES};
use relance::domain::dunning::{Action, HoldCause, Policy, Setting, Speed, What, Why, next, plan};
use relance::domain::event::{Call, Channel, Event, Outcome, SentText, Step};
use relance::domain::invoice::Invoice;
use relance::domain::law::rates::RateTable;
use relance::domain::manner::Relation;
use relance::domain::movement::{Movement, MovementKind};
use relance::domain::party::{Client, DebtorKind};
use relance::domain::status::{Reason, State, status};

fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

struct Scene {
    case: CaseFile,
    client: Client,
    policy: Policy,
    is_known: bool,
}

/// An invoice of 1,200 € issued on 2 February and due on Thursday 5 March 2026, sent on its day, to a firm with a telephone.
fn scene() -> Scene {
    let invoice = Invoice {
        id: InvoiceId(1),
        client: ClientId(1),
        number: "2026-014".to_owned(),
        issued: day("2026-02-02"),
        due: day("2026-03-05"),
        terms: None,
        amount: Amount::from_cents(120_000),
        later: Vec::new(),
        currency: Currency::EUR,
        subject: String::new(),
        order: String::new(),
        service: String::new(),
        contract: Contract::default(),
        allocation: Allocation::PrincipalFirst,
    };
    let client = Client {
        kind: DebtorKind::Business,
        email: "compta@brun.fr".to_owned(),
        phone: "02 40 00 00 00".to_owned(),
        ..Client::unknown(ClientId(1))
    };
    let scene = Scene { case: CaseFile::new(invoice), client, policy: Policy::default(), is_known: true };
    scene.sent(Step::Invoice, "2026-02-02", "2026-02-02")
}

impl Scene {
    fn sent(mut self, step: Step, date: &str, deadline: &str) -> Self {
        self.event(step, date, deadline, None);
        self
    }

    fn called(mut self, step: Step, date: &str, outcome: Outcome, again: Option<&str>) -> Self {
        let call = Call { outcome, note: String::new(), seconds: 0, again: again.map(day) };
        self.event(step, date, date, Some(call));
        self
    }

    fn event(&mut self, step: Step, date: &str, deadline: &str, call: Option<Call>) {
        let id = EventId(u32::try_from(self.case.events.len()).unwrap() + 1);
        let channel = if call.is_some() { Channel::Phone } else { Channel::Email };
        self.case.events.push(Event {
            id,
            date: day(date),
            channel,
            step,
            deadline: day(deadline),
            received: None,
            posting: relance::domain::posting::Posting::default(),
            to: String::new(),
            call,
            exception: String::new(),
            text: SentText::default().into(),
        });
    }

    fn known(mut self, date: &str, kind: CircumstanceKind) -> Self {
        let id = CircumstanceId(u32::try_from(self.case.circumstances.len()).unwrap() + 1);
        let known = Circumstance { id, date: day(date), kind, note: String::new(), ended: None };
        self.case.circumstances.push(known);
        self
    }

    fn promised(self, date: &str, cents: i64, by: &str) -> Self {
        let (amount, by) = (Amount::from_cents(cents), day(by));
        let kind = CircumstanceKind::Promise { amount, by, who: String::new(), channel: Channel::Phone };
        self.known(date, kind)
    }

    fn disputed(self, date: &str, cents: i64, answer_by: &str) -> Self {
        let (amount, answer_by) = (Amount::from_cents(cents), day(answer_by));
        self.known(date, CircumstanceKind::dispute(DisputeCause::Price, amount, answer_by))
    }

    fn paid(mut self, date: &str, cents: i64) -> Self {
        self.case.movements.push(Movement {
            id: MovementId(1),
            kind: MovementKind::Payment,
            date: day(date),
            amount: Amount::from_cents(cents),
            reference: String::new(),
            if_settled_by: None,
        });
        self
    }

    fn act(mut self, date: &str, kind: ActKind) -> Self {
        self.case.acts.push(Act { id: ActId(1), kind, date: day(date), reference: String::new() });
        self
    }

    fn setting(&self) -> Setting<'_> {
        Setting { client: &self.client, policy: &self.policy, is_known: self.is_known, plan: None }
    }

    fn on(&self, today: &str) -> Action {
        let claim = self.case.claim_on(day(today), self.client.debtor(), RateTable::builtin());
        next(&self.case, &claim, self.setting())
    }

    fn plan(&self, today: &str) -> Vec<(Step, String)> {
        let claim = self.case.claim_on(day(today), self.client.debtor(), RateTable::builtin());
        plan(&self.case, &claim, self.setting())
            .into_iter()
            .map(|(step, day)| (step, day.to_string()))
            .collect()
    }
}

fn is(action: &Action, what: What, on: &str) {
    assert_eq!((action.what, action.day), (what, day(on)), "{action:?}");
}

#[test]
fn money_owed_back_is_set_against_penalties_before_they_are_asked_for() {
    // Paid in full 42 days late; a credit note follows.
    let credited = |cents: i64| {
        let mut scene = scene().paid("2026-04-16", 120_000);
        scene.case.movements.push(Movement {
            id: MovementId(2),
            kind: MovementKind::CreditNote,
            date: day("2026-05-04"),
            amount: Amount::from_cents(cents),
            reference: String::new(),
            if_settled_by: None,
        });
        scene
    };
    let claim =
        |scene: &Scene| scene.case.claim_on(day("2026-05-11"), scene.client.debtor(), RateTable::builtin());
    let none = credited(0);
    let penalties = claim(&none).balance();
    assert!(penalties.is_positive());
    is(&none.on("2026-05-11"), What::ClaimPenalties, "2026-05-11");
    // A part of it: the rest is asked for.
    let part = credited(1_000);
    assert_eq!(claim(&part).balance(), penalties - Amount::from_cents(1_000));
    assert_eq!(claim(&part).penalties_left(), claim(&part).balance());
    let action = part.on("2026-05-11");
    let amount = penalties - Amount::from_cents(1_000);
    assert!(matches!(action.why, Why::PenaltiesLeft { amount: asked, .. } if asked == amount), "{action:?}");
    // More than that: nothing is left to ask for, and the invoice is settled.
    let whole = credited(50_000);
    assert_eq!(claim(&whole).balance(), Amount::ZERO);
    assert_ne!(whole.on("2026-05-11").what, What::ClaimPenalties);
    assert_eq!(status(&whole.case, &claim(&whole)).state, State::Settled);
}

#[test]
fn an_invoice_that_was_never_sent_is_sent_first() {
    let mut scene = scene();
    scene.case.events.clear();
    is(&scene.on("2026-04-20"), What::SendInvoice, "2026-04-20");
    // Sent late: the client has had it since then, and rungs count from there.
    let scene = scene.sent(Step::Invoice, "2026-04-20", "2026-04-20");
    is(&scene.on("2026-04-21"), What::Climb(Step::FirstCall), "2026-04-23");
}

#[test]
fn the_ladder_is_climbed_with_both_clocks() {
    let mut new = scene();
    new.is_known = false;
    is(&new.on("2026-02-10"), What::Climb(Step::ReceiptCheck), "2026-02-23");
    let scene = scene();
    is(&scene.on("2026-02-10"), What::Climb(Step::ReceiptCheck), "2026-02-23");
    is(&scene.on("2026-03-05"), What::Climb(Step::Courtesy), "2026-03-05");
    let scene = scene.sent(Step::Courtesy, "2026-03-02", "2026-03-02");
    // D+3 is a Sunday.
    let call = scene.on("2026-03-06");
    is(&call, What::Climb(Step::FirstCall), "2026-03-09");
    assert_eq!(call.channel, Channel::Phone);
    let scene = scene.called(Step::FirstCall, "2026-03-09", Outcome::Voicemail, None);
    is(&scene.on("2026-03-10"), What::Climb(Step::FirstReminder), "2026-03-13");
    let scene = scene.sent(Step::FirstReminder, "2026-03-13", "2026-03-23");
    // D+15 would be 20 March, but the time granted runs until the 23rd.
    is(&scene.on("2026-03-16"), What::Climb(Step::SecondCall), "2026-03-24");
    let scene = scene.called(Step::SecondCall, "2026-03-24", Outcome::NoAnswer, None);
    // A text may follow a call on the next working day.
    is(&scene.on("2026-03-24"), What::Climb(Step::FirmReminder), "2026-03-25");
    let scene = scene.sent(Step::FirmReminder, "2026-03-25", "2026-04-02");
    let last = scene.on("2026-04-03");
    is(&last, What::Climb(Step::LastReminder), "2026-04-03");
    assert!(matches!(last.why, Why::DeadlineOver { step: Step::FirmReminder, .. }));
    let scene = scene.sent(Step::LastReminder, "2026-04-03", "2026-04-13");
    is(&scene.on("2026-04-14"), What::Climb(Step::PenaltyNote), "2026-04-14");
    let scene = scene.sent(Step::PenaltyNote, "2026-04-14", "2026-04-22");
    let notice = scene.on("2026-04-23");
    is(&notice, What::Climb(Step::FormalNotice), "2026-04-23");
    assert_eq!(notice.channel, Channel::RegisteredPost);
    let scene = scene.sent(Step::FormalNotice, "2026-04-23", "2026-05-04");
    is(&scene.on("2026-04-24"), What::WaitNotice, "2026-05-05");
    is(&scene.on("2026-05-05"), What::Decide, "2026-05-05");
}

#[test]
fn after_two_months_away_there_is_one_fair_step() {
    let first = scene().on("2026-05-04");
    is(&first, What::Climb(Step::FirmReminder), "2026-05-04");
    assert_eq!(first.skipped, [Step::FirstCall, Step::FirstReminder, Step::SecondCall]);
    let reminded = scene().sent(Step::FirstReminder, "2026-03-13", "2026-03-23").on("2026-05-04");
    is(&reminded, What::Climb(Step::FormalNotice), "2026-05-04");
    // Not long enough to be firm at once.
    is(&scene().on("2026-03-20"), What::Climb(Step::FirstReminder), "2026-03-20");
    let call = scene().on("2026-03-23");
    is(&call, What::Climb(Step::SecondCall), "2026-03-23");
    assert_eq!(call.skipped, [Step::FirstCall], "the first reminder still comes, the day after");
    let called = scene().called(Step::SecondCall, "2026-03-23", Outcome::NoAnswer, None);
    is(&called.on("2026-03-24"), What::Climb(Step::FirstReminder), "2026-03-24");
}

#[test]
fn without_a_telephone_calls_become_texts() {
    let mut scene = scene();
    scene.client.phone.clear();
    let first = scene.on("2026-03-09");
    is(&first, What::Climb(Step::FirstCall), "2026-03-09");
    assert_eq!(first.channel, Channel::Email);
    // Written, it is a contact like another, and the ladder goes on after its days.
    let written = self::scene().sent(Step::FirstCall, "2026-03-09", "2026-03-09");
    let written = Scene { client: scene.client.clone(), ..written };
    is(&written.on("2026-03-10"), What::Climb(Step::FirstReminder), "2026-03-13");
    let steps: Vec<Step> = scene.plan("2026-03-06").into_iter().map(|(step, _)| step).collect();
    assert!(!steps.contains(&Step::SecondCall), "the firm reminder follows at once: {steps:?}");
}

#[test]
fn a_telephone_nobody_answers_gives_way_to_a_letter_box() {
    let once = scene().called(Step::FirstCall, "2026-03-09", Outcome::NoAnswer, Some("2026-03-10"));
    is(&once.on("2026-03-10"), What::CallBack, "2026-03-10");
    let twice = once.called(Step::Call, "2026-03-10", Outcome::NoAnswer, None);
    is(&twice.on("2026-03-11"), What::Climb(Step::FirstReminder), "2026-03-13");
    let wrote = twice.sent(Step::FirstReminder, "2026-03-13", "2026-03-23");
    is(&wrote.on("2026-03-24"), What::Climb(Step::SecondCall), "2026-03-24");
    // Somebody answered in between: the next call that reaches nobody is the first again.
    let answered = scene()
        .called(Step::FirstCall, "2026-03-09", Outcome::NoAnswer, None)
        .called(Step::Call, "2026-03-10", Outcome::NewContact, None)
        .sent(Step::Recap, "2026-03-10", "2026-03-10")
        .called(Step::Call, "2026-03-11", Outcome::NoAnswer, Some("2026-03-12"));
    is(&answered.on("2026-03-12"), What::CallBack, "2026-03-12");
}

#[test]
fn a_day_that_was_named_or_chosen_stands_however_many_calls_reach_nobody() {
    let chosen = scene().called(Step::FirstCall, "2026-03-09", Outcome::NoAnswer, Some("2026-03-10")).called(
        Step::Call,
        "2026-03-10",
        Outcome::Voicemail,
        Some("2026-03-12"),
    );
    is(&chosen.on("2026-03-11"), What::CallBack, "2026-03-12");
    // Somebody said to call again on Thursday. That holds through calls made before, and nobody is written to meanwhile.
    let named = scene().called(Step::FirstCall, "2026-03-09", Outcome::NoAnswer, Some("2026-03-10")).called(
        Step::Call,
        "2026-03-10",
        Outcome::CallBack,
        Some("2026-03-13"),
    );
    is(&named.on("2026-03-11"), What::CallBack, "2026-03-13");
    let early = named.called(Step::Call, "2026-03-11", Outcome::NoAnswer, None).called(
        Step::Call,
        "2026-03-12",
        Outcome::NoAnswer,
        None,
    );
    let action = early.on("2026-03-12");
    is(&action, What::CallBack, "2026-03-13");
    assert_eq!(action.why, Why::CallAgain { on: day("2026-03-10"), again: day("2026-03-13") });
    // Its day came and went in vain: one writes.
    let kept = early.called(Step::Call, "2026-03-13", Outcome::NoAnswer, None);
    is(&kept.on("2026-03-13"), What::Climb(Step::FirstReminder), "2026-03-16");
    // Naming one day after another does not put the letter off for ever.
    let twice = scene().called(Step::FirstCall, "2026-03-09", Outcome::CallBack, Some("2026-03-11")).called(
        Step::Call,
        "2026-03-11",
        Outcome::CallBack,
        Some("2026-03-16"),
    );
    is(&twice.on("2026-03-12"), What::Climb(Step::FirstReminder), "2026-03-13");
    let wrote = twice.sent(Step::FirstReminder, "2026-03-13", "2026-03-23");
    is(&wrote.on("2026-03-16"), What::CallBack, "2026-03-16");
}

/// However late a case is and whatever was written before: after a call nobody answered, the step that comes next is the
/// one that would have come without it, or a higher one.
#[test]
fn a_call_nobody_answers_never_lowers_the_step() {
    let written: [&[(Step, &str, &str)]; 4] = [
        &[],
        &[(Step::FirstReminder, "2026-03-13", "2026-03-23")],
        &[(Step::FirmReminder, "2026-03-25", "2026-04-02")],
        &[
            (Step::FirstReminder, "2026-03-13", "2026-03-23"),
            (Step::LastReminder, "2026-04-03", "2026-04-13"),
        ],
    ];
    let place = |what| match what {
        What::Climb(step) => Step::ALL.iter().position(|known| *known == step),
        _ => None,
    };
    let mut compared = 0;
    for before in written {
        let past = || before.iter().fold(scene(), |scene, (step, on, until)| scene.sent(*step, on, until));
        for step in [Step::FirstCall, Step::SecondCall, Step::Call] {
            for outcome in [Outcome::NoAnswer, Outcome::Voicemail] {
                let mut today = day("2026-04-14");
                for _ in 0..120 {
                    let called = past().called(step, &today.to_string(), outcome, None);
                    let next = called.setting().policy.region.next_working(today);
                    let (without, with) = (past().on(&next.to_string()), called.on(&next.to_string()));
                    let (low, high) = (place(without.what), place(with.what));
                    assert!(low <= high, "{before:?} {step:?} on {today}: {without:?}, then {with:?}");
                    compared += usize::from(low.is_some());
                    today = dates::next_day(today);
                }
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn who_refuses_to_pay_is_not_reminded_as_if_it_had_been_forgotten() {
    for step in [Step::FirstCall, Step::Call] {
        let refused = scene()
            .called(step, "2026-03-09", Outcome::Refuses, None)
            .known("2026-03-09", CircumstanceKind::Unpaid(Unpaid::BadFaith));
        is(&refused.on("2026-03-09"), What::Recap, "2026-03-09");
        // The recap asks for the reasons by a day; after it the firm reminder, and never the formal notice first.
        let asked = refused.sent(Step::Recap, "2026-03-09", "2026-03-17");
        is(&asked.on("2026-03-10"), What::Climb(Step::FirmReminder), "2026-03-18");
        let late = asked.on("2026-07-01");
        is(&late, What::Climb(Step::FirmReminder), "2026-07-01");
        assert!(late.skipped.is_empty());
        let reminded = asked.sent(Step::FirmReminder, "2026-03-18", "2026-03-26");
        assert!(matches!(reminded.on("2026-03-27").what, What::Climb(Step::LastReminder)));
    }
}

#[test]
fn nothing_but_an_address_leaves_calls_out() {
    let mut scene = scene();
    scene.client.phone.clear();
    scene.client.email.clear();
    scene.client.address = "4 place du Marché\n38000 Grenoble".to_owned();
    assert!(scene.plan("2026-03-06").iter().all(|(step, _)| !step.is_call()), "a call cannot be posted");
    let first = scene.on("2026-03-13");
    is(&first, What::Climb(Step::FirstReminder), "2026-03-13");
    assert_eq!(first.channel, Channel::Post);
}

#[test]
fn a_consumer_gets_no_penalty_note() {
    let mut scene = scene();
    scene.client.kind = DebtorKind::Consumer;
    assert!(scene.plan("2026-03-06").iter().all(|(step, _)| *step != Step::PenaltyNote));
    let shown = |scene: &Scene| {
        let claim = scene.case.claim_on(day("2026-03-06"), scene.client.debtor(), RateTable::builtin());
        let dates = ladder_dates(&scene.case, &claim, scene.setting());
        dates.into_iter().any(|(step, _)| step == Step::PenaltyNote)
    };
    assert!(!shown(&scene), "nor is one announced");
    scene.client.kind = DebtorKind::Business;
    assert!(scene.plan("2026-03-06").iter().any(|(step, _)| *step == Step::PenaltyNote));
    assert!(shown(&scene));
}

#[test]
fn a_plan_has_every_step_in_order_on_working_days() {
    let plan = scene().plan("2026-02-03");
    let days: Vec<&str> = plan.iter().map(|(_, day)| day.as_str()).collect();
    assert_eq!(
        days,
        [
            "2026-02-23",
            "2026-03-02",
            "2026-03-09",
            "2026-03-13",
            "2026-03-24",
            "2026-03-25",
            "2026-04-03",
            "2026-04-14",
            "2026-04-23"
        ]
    );
    assert_eq!(plan[8].0, Step::FormalNotice);
    let mut loyal = scene();
    loyal.client.manner.relation = Relation::Loyal;
    assert_eq!(loyal.plan("2026-03-06")[0], (Step::FirstCall, "2026-03-10".to_owned()));
    loyal.case.pace.speed = Some(Speed::Firm);
    assert_eq!(loyal.plan("2026-03-06")[0], (Step::FirstCall, "2026-03-09".to_owned()));
}

#[test]
fn a_promise_pauses_and_a_broken_one_is_recalled_at_once() {
    let scene = scene().promised("2026-03-10", 120_000, "2026-03-18");
    let waits = scene.on("2026-03-11");
    is(&waits, What::CheckPromise, "2026-03-18");
    assert_eq!(waits.hold.unwrap().until, Some(day("2026-03-20")));
    is(&scene.on("2026-03-20"), What::CheckPromise, "2026-03-20");
    is(&scene.on("2026-03-21"), What::RecallPromise, "2026-03-23");
    let recalled = scene.sent(Step::BrokenPromise, "2026-03-23", "2026-03-31");
    is(&recalled.on("2026-04-01"), What::Climb(Step::SecondCall), "2026-04-01");
    // Of a plan, what comes after a broken instalment holds no more.
    let plan = self::scene()
        .promised("2026-03-10", 60_000, "2026-03-12")
        .promised("2026-03-10", 60_000, "2026-04-30")
        .sent(Step::BrokenPromise, "2026-03-16", "2026-03-24");
    assert!(plan.on("2026-03-25").hold.is_none());
    let kept = self::scene()
        .promised("2026-03-10", 60_000, "2026-03-12")
        .promised("2026-03-10", 60_000, "2026-04-30")
        .paid("2026-03-12", 60_000);
    is(&kept.on("2026-03-25"), What::CheckPromise, "2026-04-30");
}

#[test]
fn pauses_and_disputes_hold_the_ladder() {
    let until = day("2026-03-20");
    let paused = scene()
        .known("2026-03-06", CircumstanceKind::Pause { cause: PauseCause::Granted, until })
        .on("2026-03-10");
    assert_eq!(paused.day, day("2026-03-23"));
    assert_eq!(paused.hold.unwrap().cause, HoldCause::Pause(PauseCause::Granted));
    let whole = scene().disputed("2026-03-10", 120_000, "2026-03-18");
    let action = whole.on("2026-03-11");
    is(&action, What::AnswerDispute, "2026-03-11");
    assert_eq!(action.until, Some(day("2026-03-18")));
    let answered = whole.sent(Step::Meeting, "2026-03-12", "2026-03-12");
    is(&answered.on("2026-03-13"), What::LookAgain, "2026-03-23");
    // The rest of a part goes on being chased.
    let part = scene().disputed("2026-03-10", 20_000, "2026-03-30");
    is(&part.on("2026-03-13"), What::Climb(Step::FirstCall), "2026-03-13");
    is(&part.on("2026-03-27"), What::AnswerDispute, "2026-03-27");
}

#[test]
fn life_cycle_codes_pause_stop_or_close() {
    let code = |code, date| scene().known(date, CircumstanceKind::LifeCycle(code));
    is(&code(205, "2026-03-06").on("2026-03-09"), What::Climb(Step::FirstCall), "2026-03-09");
    is(&code(207, "2026-03-06").on("2026-03-09"), What::AnswerDispute, "2026-03-09");
    is(&code(208, "2026-03-06").on("2026-03-09"), What::Answer(Step::Correction), "2026-03-09");
    is(&code(210, "2026-03-06").on("2026-03-09"), What::Answer(Step::Correction), "2026-03-09");
    is(&code(211, "2026-03-06").on("2026-03-09"), What::CheckPayment, "2026-03-11");
    is(&code(212, "2026-03-06").on("2026-03-09"), What::RecordPayment, "2026-03-09");
    let newest = code(210, "2026-03-06").known("2026-03-08", CircumstanceKind::LifeCycle(205));
    is(&newest.on("2026-03-09"), What::Climb(Step::FirstCall), "2026-03-09");
    let resent = code(210, "2026-03-06").sent(Step::Correction, "2026-03-09", "2026-03-09");
    assert_eq!(resent.on("2026-03-20").what, What::LookAgain);
}

/// What each status does to the ladder, three days after it was received, and whether it holds that.
#[test]
fn every_status_of_an_e_invoice_has_its_effect() {
    let climbs = (What::Climb(Step::FirstCall), false);
    let expected = [
        (200, climbs),
        (201, climbs),
        (202, climbs),
        (203, climbs),
        (204, climbs),
        // Evidence, and no more.
        (205, climbs),
        (206, (What::AnswerDispute, true)),
        (207, (What::AnswerDispute, true)),
        (208, (What::Answer(Step::Correction), true)),
        (209, climbs),
        (210, (What::Answer(Step::Correction), true)),
        (211, (What::CheckPayment, true)),
        (212, (What::RecordPayment, true)),
        (213, (What::Answer(Step::Correction), true)),
        (214, climbs),
        (220, (What::NoteCredit, true)),
        (221, (What::Answer(Step::Duplicate), true)),
        (224, climbs),
        (225, (What::LookAgain, true)),
        (226, climbs),
        (227, climbs),
        (228, climbs),
    ];
    assert_eq!(STATUSES.map(|(code, _)| code), expected.map(|(code, _)| code), "no row is missing");
    for ((code, effect), (_, (what, holds))) in STATUSES.into_iter().zip(expected) {
        let action = scene().known("2026-03-06", CircumstanceKind::LifeCycle(code)).on("2026-03-09");
        assert_eq!((action.what, action.hold.is_some()), (what, holds), "{code}");
        assert_eq!(matches!(effect, Effect::None | Effect::Evidence), !holds, "{code}");
        if let Some(hold) = action.hold.filter(|_| code != 207) {
            assert_eq!(hold.cause, HoldCause::LifeCycle(code));
        }
    }
    // One that is not known holds nothing up.
    is(
        &scene().known("2026-03-06", CircumstanceKind::LifeCycle(299)).on("2026-03-09"),
        climbs.0,
        "2026-03-09",
    );
}

#[test]
fn an_invoice_that_a_platform_stopped_is_not_chased_until_it_went_out_again() {
    let code = |code| scene().known("2026-03-06", CircumstanceKind::LifeCycle(code));
    for (stopped, answer) in [(213, Step::Correction), (221, Step::Duplicate)] {
        let action = code(stopped).on("2026-03-09");
        is(&action, What::Answer(answer), "2026-03-09");
        assert_eq!(action.hold.unwrap().cause, HoldCause::LifeCycle(stopped));
        let again = code(stopped).sent(answer, "2026-03-09", "2026-03-09");
        is(&again.on("2026-03-10"), What::LookAgain, "2026-03-18");
        assert!(matches!(again.on("2026-03-18").what, What::Climb(_)), "{stopped}");
    }
    // Cancelled: that is named at once, and until the credit note is there.
    for on in ["2026-03-09", "2026-04-20"] {
        let action = code(220).on(on);
        is(&action, What::NoteCredit, on);
        assert_eq!(action.hold.unwrap().cause, HoldCause::LifeCycle(220));
    }
    // Sold to a factor: not ours to ask for.
    let action = code(225).on("2026-03-20");
    assert_eq!((action.what, action.hold.unwrap().cause), (What::LookAgain, HoldCause::LifeCycle(225)));
    for neutral in [200, 201, 202, 203, 204, 205, 209, 214, 224, 226, 227, 228] {
        is(&code(neutral).on("2026-03-09"), What::Climb(Step::FirstCall), "2026-03-09");
    }
}

#[test]
fn insolvency_and_court_stop_reminders() {
    let mut insolvent = scene();
    insolvent.client.insolvency = Some(day("2026-03-10"));
    let action = insolvent.on("2026-03-12");
    is(&action, What::LodgeClaim, "2026-03-12");
    assert_eq!(action.until, Some(day("2026-05-10")));
    assert!(matches!(insolvent.on("2026-05-11").why, Why::LodgingOver { .. }));
    let lodged = insolvent.act("2026-03-20", ActKind::CourtClaim);
    assert!(matches!(lodged.on("2026-06-01").why, Why::Lodged { .. }));
    let court = scene().act("2026-05-20", ActKind::CourtClaim).on("2026-06-01");
    assert_eq!((court.what, court.hold.unwrap().cause), (What::LookAgain, HoldCause::Court));
}

#[test]
fn calls_bring_recaps_call_backs_and_looks_at_the_bank() {
    let call = |outcome, again| scene().called(Step::FirstCall, "2026-03-09", outcome, again);
    is(&call(Outcome::Refuses, None).on("2026-03-09"), What::Recap, "2026-03-09");
    is(&call(Outcome::CallBack, Some("2026-03-11")).on("2026-03-10"), What::CallBack, "2026-03-11");
    is(
        &call(Outcome::CallBack, Some("2026-04-30")).on("2026-03-10"),
        What::Climb(Step::FirstReminder),
        "2026-03-13",
    );
    is(&call(Outcome::SaysPaid, None).on("2026-03-09"), What::Recap, "2026-03-09");
    let mut paid = call(Outcome::SaysPaid, None).sent(Step::Recap, "2026-03-09", "2026-03-09");
    is(&paid.on("2026-03-10"), What::CheckPayment, "2026-03-12");
    paid.policy.bank_checked = Some(day("2026-03-12"));
    is(&paid.on("2026-03-12"), What::Climb(Step::FirstReminder), "2026-03-13");
    let resend = call(Outcome::Resend, None).sent(Step::Recap, "2026-03-09", "2026-03-09");
    assert!(matches!(resend.on("2026-03-10").what, What::Climb(_)), "the invoice went with the recap");
    let asked = call(Outcome::Resend, None).known("2026-03-09", CircumstanceKind::Unpaid(Unpaid::Lost));
    is(&asked.on("2026-03-09"), What::Answer(Step::Duplicate), "2026-03-09");
    let mailed = asked.sent(Step::Duplicate, "2026-03-09", "2026-03-17");
    assert_eq!(mailed.case.recap_due(day("2026-03-09")), None, "the same message puts the call in writing");
    assert!(matches!(mailed.on("2026-03-10").what, What::Climb(_)));
    let reason = scene().known("2026-03-09", CircumstanceKind::Unpaid(Unpaid::NotReceived));
    is(&reason.on("2026-03-10"), What::Answer(Step::Duplicate), "2026-03-10");
    let mailed = reason.sent(Step::Duplicate, "2026-03-10", "2026-03-10");
    assert!(matches!(mailed.on("2026-03-11").what, What::Climb(_)));
}

/// Who was given a day to answer by is not reminded before it is over; a recap that grants none delays nothing.
#[test]
fn the_day_a_recap_grants_is_waited_for() {
    let refused = || scene().called(Step::FirstCall, "2026-03-09", Outcome::Refuses, None);
    let plain = refused().sent(Step::Recap, "2026-03-09", "2026-03-09").on("2026-03-10");
    assert!(plain.day < day("2026-03-19"), "{plain:?}");
    let granted = refused().sent(Step::Recap, "2026-03-09", "2026-03-19").on("2026-03-10");
    assert!(matches!(granted.what, What::Climb(_)), "{granted:?}");
    assert_eq!(granted.day, day("2026-03-20"));
}

#[test]
fn after_payment_everything_stops() {
    let principal = scene().paid("2026-03-16", 120_000).promised("2026-03-10", 120_000, "2026-03-12");
    is(&principal.on("2026-03-17"), What::ClaimPenalties, "2026-03-17");
    let asked = principal.sent(Step::PenaltyNote, "2026-03-17", "2026-03-25");
    is(&asked.on("2026-03-18"), What::ClaimPenalties, "2026-04-16");
    let early = scene().paid("2026-03-04", 120_000);
    is(&early.on("2026-03-06"), What::Thank, "2026-03-06");
    is(&early.on("2026-05-05"), What::Nothing, "2026-05-05");
    let work = "maquettes".to_owned();
    let suspended = early.known("2026-03-02", CircumstanceKind::Suspension { work });
    is(&suspended.on("2026-05-05"), What::Resume, "2026-05-05");
    is(
        &suspended.sent(Step::Resumption, "2026-05-05", "2026-05-05").on("2026-05-06"),
        What::Nothing,
        "2026-05-06",
    );
}

#[test]
fn every_day_of_two_years_has_an_action_on_a_working_day() {
    for kind in [DebtorKind::Business, DebtorKind::Consumer, DebtorKind::Public, DebtorKind::Unknown] {
        let mut scene = scene();
        scene.client.kind = kind;
        let mut today = day("2026-02-02");
        for _ in 0..730 {
            let action = scene.on(&today.to_string());
            assert!(today <= action.day && scene.policy.region.is_working(action.day), "{today}: {action:?}");
            assert_ne!(action.what, What::Climb(Step::FormalNotice), "nothing was ever recorded");
            today = dates::next_day(today);
        }
    }
}

#[test]
fn a_formal_notice_says_nothing_of_an_instalment_that_fell_due_after_it() {
    let mut scene = scene()
        .sent(Step::FirstReminder, "2026-03-13", "2026-03-23")
        .sent(Step::FormalNotice, "2026-03-27", "2026-04-07")
        .paid("2026-04-02", 60_000);
    scene.case.invoice.later =
        vec![Instalment { due: day("2026-04-30"), amount: Amount::from_cents(60_000) }];
    let on = |today: &str| {
        let claim = scene.case.claim_on(day(today), scene.client.debtor(), RateTable::builtin());
        status(&scene.case, &claim)
    };
    let late = on("2026-05-05");
    assert_eq!(late.state, State::Overdue, "{:?}", late.reasons);
    assert!(!late.reasons.iter().any(|reason| matches!(reason, Reason::Notified { .. })));
    assert!(!matches!(scene.on("2026-05-05").what, What::Decide | What::WaitNotice));
    assert_eq!(on("2026-04-01").state, State::NoticeRunning, "the first was noticed");
}

#[test]
fn the_days_to_come_grant_what_the_texts_will_grant() {
    let by_post = |scene: Scene| {
        let client = Client {
            email: String::new(),
            phone: String::new(),
            address: "4 place du Marché\n38000 Grenoble".to_owned(),
            ..scene.client
        };
        Scene { client, ..scene }
    };
    for (scene, channel) in [(scene(), Channel::Email), (by_post(scene()), Channel::Post)] {
        let claim = scene.case.claim_on(day("2026-03-06"), scene.client.debtor(), RateTable::builtin());
        let steps = plan(&scene.case, &claim, scene.setting());
        let written: Vec<_> = steps.iter().filter(|(step, _)| !step.is_call()).collect();
        assert!(written.len() > 3, "{steps:?}");
        for pair in written.windows(2) {
            let (step, sent) = *pair[0];
            let last = deadline(step, channel, scene.client.kind, scene.policy.region, sent);
            assert!(last < pair[1].1, "{step:?} of {sent} by {channel:?} grants until {last}: {steps:?}");
        }
    }
}

#[test]
fn a_claim_about_to_be_time_barred_is_not_reminded_but_sued_for() {
    let scene = scene().sent(Step::FirstReminder, "2030-12-02", "2030-12-10");
    let expires = scene.case.limitation(scene.client.debtor(), day("2030-12-16")).unwrap().expires;
    let before = relance::base::dates::add_days(expires, 0).pred_opt().unwrap();
    let action = scene.on(&before.to_string());
    assert_eq!(action.what, What::Decide);
    assert_eq!(action.why, Why::LimitationNear { expires });
    assert!(action.day <= expires, "{action:?}");
    assert_ne!(scene.on("2030-12-16").what, What::Decide, "far enough for the ladder");
    let scene = scene.paid("2030-12-20", 10_000);
    assert_ne!(scene.on(&before.to_string()).what, What::Decide, "a payment on account began it again");
}

#[test]
fn an_invoice_approved_in_part_is_asked_about_by_the_day_of_a_dispute_opened_by_hand() {
    // A Monday, a week after which is Easter Monday.
    let code = |code| scene().known("2026-03-30", CircumstanceKind::LifeCycle(code));
    for known in [206, 207] {
        let action = code(known).on("2026-03-31");
        is(&action, What::AnswerDispute, "2026-03-31");
        assert_eq!(action.until, Some(day("2026-04-07")), "{known}: a working day");
        assert!(action.hold.is_some(), "{known}");
    }
    let answered = code(206).sent(Step::Meeting, "2026-03-31", "2026-03-31");
    is(&answered.on("2026-04-01"), What::LookAgain, "2026-04-09");
    assert!(answered.on("2026-04-09").hold.is_none(), "it does not wait for ever");
    let noted = code(206).disputed("2026-03-31", 20_000, "2026-04-20");
    assert_eq!(noted.on("2026-03-31").hold, None, "the rest is asked for");
}

#[test]
fn a_promise_for_a_part_says_what_is_left() {
    let rest = |scene: &Scene, on: &str| match scene.on(on).why {
        Why::Promised(promised) => promised.rest,
        why => panic!("{why:?}"),
    };
    let part = scene().promised("2026-03-10", 50_000, "2026-03-18");
    assert_eq!(rest(&part, "2026-03-11"), Amount::from_cents(70_000));
    let whole =
        scene().promised("2026-03-10", 60_000, "2026-03-18").promised("2026-03-10", 60_000, "2026-04-18");
    assert_eq!(rest(&whole, "2026-03-11"), Amount::ZERO);
    let begun = part.paid("2026-03-12", 20_000);
    assert_eq!(rest(&begun, "2026-03-13"), Amount::from_cents(70_000), "what came was of the promise");
}

#[test]
fn the_ladder_has_no_dates_while_it_stands_still() {
    let dates = |scene: &Scene, today: &str| {
        let claim = scene.case.claim_on(day(today), scene.client.debtor(), RateTable::builtin());
        ladder_dates(&scene.case, &claim, scene.setting())
    };
    let planned = |scene: &Scene, today: &str| {
        let all = dates(scene, today).into_iter();
        all.filter_map(|(_, when)| if let When::Planned(day) = when { Some(day) } else { None }).min()
    };
    let mut insolvent = scene();
    insolvent.client.insolvency = Some(day("2026-03-08"));
    assert_eq!(planned(&insolvent, "2026-03-10"), None);
    let contested = scene().disputed("2026-03-09", 120_000, "2026-03-18");
    assert_eq!(planned(&contested, "2026-03-10"), None);
    assert!(comes_first(&contested.on("2026-03-10")));
    let until = day("2026-03-27");
    let paused = scene().known("2026-03-09", CircumstanceKind::Pause { cause: PauseCause::Granted, until });
    assert!(planned(&paused, "2026-03-10").is_some_and(|first| until < first));
    let promised = scene().promised("2026-03-10", 120_000, "2026-03-25");
    assert!(planned(&promised, "2026-03-11").is_some_and(|first| day("2026-03-27") < first));
    let short = scene().known("2026-03-09", CircumstanceKind::Unpaid(Unpaid::Cash));
    assert!(comes_first(&short.on("2026-03-10")) && !comes_first(&scene().on("2026-03-10")));
    assert!(planned(&scene(), "2026-03-10").is_some_and(|first| first < day("2026-03-27")));
}

//! A close watch: a contact every working day between the steps of the ladder, never beyond the budget, until the first
//! sign of life.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

mod support;

use chrono::NaiveDate;
use relance::app::book::Book;
use relance::app::command::{
    ActDraft, CircumstanceDraft, ClientDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::update::update;
use relance::app::views::today::{action, day as list};
use relance::base::{Amount, CircumstanceId, InvoiceId, dates};
use relance::domain::act::ActKind;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause, Unpaid};
use relance::domain::dunning::watch::{Stop, WatchState, running, state};
use relance::domain::dunning::{What, Why};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use support::day;

const ID: InvoiceId = InvoiceId(1);

struct Watched {
    book: Book,
    today: NaiveDate,
}

impl Watched {
    /// 1,200 € due on Thursday 1 October 2026, reminded once on the 9th; watched closely since Monday the 12th.
    fn new(phone: &str) -> Self {
        let mut watched = Self { book: Book::default(), today: day("2026-09-01") };
        let client = ClientDraft {
            phone: phone.to_owned(),
            email: "compta@brun.fr".to_owned(),
            ..ClientDraft::named("Brun", DebtorKind::Business)
        };
        watched.send(Command::SaveClient(None, client));
        let invoice = InvoiceDraft::new(
            "Brun",
            "12",
            day("2026-09-01"),
            day("2026-10-01"),
            Amount::from_cents(120_000),
        );
        watched.send(Command::SaveInvoice(None, invoice));
        let sent = SendingDraft::invoice(day("2026-09-01"), Channel::Email);
        watched.send(Command::RecordSending(vec![(ID, sent)]));
        watched.today = day("2026-10-09");
        watched.write(Step::FirstReminder, "2026-10-19");
        watched.today = day("2026-10-12");
        watched.know(CircumstanceKind::CloseWatch { until: day("2026-10-30") });
        watched
    }

    fn send(&mut self, command: Command) {
        update(&mut self.book, command, self.today).unwrap();
    }

    fn know(&mut self, kind: CircumstanceKind) {
        let draft = CircumstanceDraft { date: self.today, kind, note: String::new() };
        self.send(Command::AddCircumstance(ID, draft));
    }

    fn write(&mut self, step: Step, deadline: &str) {
        let draft = SendingDraft::new(self.today, Channel::Email, step, day(deadline), SentText::default());
        self.send(Command::RecordSending(vec![(ID, draft)]));
    }

    fn call(&mut self, outcome: Outcome) {
        let text = SentText::default();
        let mut draft = SendingDraft::new(self.today, Channel::Phone, Step::Call, self.today, text);
        draft.call = Some(Call { outcome, note: String::new(), seconds: 60, again: None });
        self.send(Command::RecordCall(vec![(ID, draft, Vec::new())], None));
    }

    fn state(&self) -> WatchState {
        let case = self.book.case(ID).unwrap();
        state(case, &case.circumstances[0], self.today).unwrap()
    }

    fn what(&self) -> What {
        action(&self.book, ID, self.today).unwrap().what
    }
}

#[test]
fn every_working_day_has_one_line_and_no_week_has_a_fourth_contact() {
    let mut watched = Watched::new("02 40 00 00 00");
    let mut contacts: Vec<NaiveDate> = vec![day("2026-10-09")];
    let mut channels = Vec::new();
    let mut steps = Vec::new();
    while watched.today <= day("2026-10-30") {
        let today = watched.today;
        let shown = list(&watched.book, today);
        assert_eq!(shown.todos.len(), 1, "one line on {today}: {:?}", shown.todos);
        let todo = &shown.todos[0];
        if todo.action.day == today {
            match todo.action.what {
                What::FollowUp if todo.action.channel == Channel::Phone => {
                    watched.call(Outcome::NoAnswer);
                    contacts.push(today);
                    channels.push(Channel::Phone);
                }
                What::FollowUp => {
                    watched.write(Step::Call, &today.to_string());
                    contacts.push(today);
                    channels.push(Channel::Email);
                }
                What::Climb(step) => {
                    watched.write(step, &dates::add_days(today, 8).to_string());
                    contacts.push(today);
                    steps.push(step);
                }
                What::WatchBank => {
                    assert!(matches!(todo.action.why, Why::WatchWaits { next } if today < next));
                }
                other => panic!("{other:?} on {today}"),
            }
        }
        watched.today = dates::next_day(today);
    }
    for start in &contacts {
        let week = contacts.iter().filter(|day| (0..7).contains(&dates::days_between(*start, **day)));
        assert!(week.count() <= 3, "{contacts:?}");
    }
    let distinct: std::collections::BTreeSet<_> = contacts.iter().collect();
    assert_eq!(distinct.len(), contacts.len(), "one a day at most");
    assert!(channels.contains(&Channel::Email), "after two calls that reached nobody, one writes");
    assert!(steps.contains(&Step::FirmReminder), "the ladder goes on: {steps:?}");
    assert_eq!(watched.state(), WatchState::Stopped { on: day("2026-10-31"), by: Stop::Over });
}

#[test]
fn who_was_called_today_is_done_with_and_a_bank_that_was_looked_at_too() {
    let mut watched = Watched::new("02 40 00 00 00");
    assert_eq!(list(&watched.book, watched.today).todos[0].action.what, What::FollowUp);
    watched.call(Outcome::Voicemail);
    assert!(list(&watched.book, watched.today).todos.is_empty(), "once a day");
    watched.today = day("2026-10-13");
    watched.call(Outcome::NoAnswer);
    watched.today = day("2026-10-14");
    assert_eq!(list(&watched.book, watched.today).todos[0].action.what, What::WatchBank);
    watched.send(Command::CheckBank);
    let shown = list(&watched.book, watched.today);
    assert!(shown.todos.is_empty());
    assert_eq!(shown.later[0].action.what, What::FollowUp);
    let next = action(&watched.book, ID, watched.today).unwrap();
    assert_eq!((next.what, next.day), (What::FollowUp, day("2026-10-16")), "a week after the reminder");
}

#[test]
fn without_a_number_one_writes() {
    let watched = Watched::new("");
    let shown = action(&watched.book, ID, watched.today).unwrap();
    assert_eq!((shown.what, shown.channel), (What::FollowUp, Channel::Email));
}

#[test]
fn the_first_sign_of_life_stops_it() {
    let day_after = day("2026-10-13");
    let check = |by: Stop, happens: &dyn Fn(&mut Watched)| {
        let mut watched = Watched::new("02 40 00 00 00");
        watched.today = day_after;
        assert_eq!(watched.state(), WatchState::Running);
        happens(&mut watched);
        assert_eq!(watched.state(), WatchState::Stopped { on: day_after, by }, "{by:?}");
        assert_eq!(running(watched.book.case(ID).unwrap(), day_after), None);
        for days in 0..10 {
            watched.today = dates::add_days(day_after, days);
            assert!(!matches!(watched.what(), What::FollowUp | What::WatchBank), "{by:?} after {days} days");
        }
    };
    check(Stop::Answered, &|watched| watched.call(Outcome::Resend));
    check(Stop::Answered, &|watched| watched.know(CircumstanceKind::Unpaid(Unpaid::Approval)));
    check(Stop::Promised, &|watched| {
        watched.know(CircumstanceKind::Promise {
            amount: Amount::from_cents(120_000),
            by: day("2026-10-15"),
            who: String::new(),
            channel: Channel::Email,
        });
    });
    check(Stop::Disputed, &|watched| {
        let amount = Amount::from_cents(10_000);
        watched.know(CircumstanceKind::dispute(DisputeCause::Price, amount, day("2026-10-20")));
    });
    check(Stop::Agreed, &|watched| {
        let act = ActDraft { kind: ActKind::SignedPlan, date: watched.today, reference: String::new() };
        watched.send(Command::AddAct(ID, act));
    });
    check(Stop::Paid, &|watched| {
        let paid = MovementDraft::new(MovementKind::Payment, watched.today, Amount::from_cents(1_000));
        watched.send(Command::AddMovement(ID, paid));
    });
    check(Stop::Ended, &|watched| {
        watched.send(Command::EndCircumstance(ID, CircumstanceId(1), watched.today));
    });
}

#[test]
fn what_was_known_before_does_not_stop_it_and_it_may_begin_again() {
    let mut watched = Watched::new("02 40 00 00 00");
    watched.today = day("2026-10-13");
    watched.know(CircumstanceKind::Unpaid(Unpaid::Forgotten));
    assert!(running(watched.book.case(ID).unwrap(), watched.today).is_none());
    watched.know(CircumstanceKind::CloseWatch { until: day("2026-10-30") });
    assert!(running(watched.book.case(ID).unwrap(), watched.today).is_some());
}

#[test]
fn a_book_with_a_watch_reads_as_it_was_written() {
    let watched = Watched::new("02 40 00 00 00");
    let case = watched.book.case(ID).unwrap();
    let json = serde_json::to_string(case).unwrap();
    assert!(json.contains(r#""kind":{"close-watch":{"until":"2026-10-30"}}"#), "{json}");
    assert_eq!(&serde_json::from_str::<relance::domain::case_file::CaseFile>(&json).unwrap(), case);
}

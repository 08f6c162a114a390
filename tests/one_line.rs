//! A debtor’s several invoices: one line, one step, one reason, on the list of the day, on the page of each case and in the
//! calendar; and what is left out of a message by hand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod support;

use relance::app::book::Book;
use relance::app::calendar_file::calendar_file;
use relance::app::command::{
    CircumstanceDraft, ClientDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::effect::Effect;
use relance::app::route::Route;
use relance::app::update::update;
use relance::app::views::invoice_list::rows;
use relance::app::views::today::{action, action_with, day as list};
use relance::app::views::withheld::{way, withheld};
use relance::app::views::writing::{LeftOut, candidates, held_back};
use relance::base::{Amount, ClientId, InvoiceId};
use relance::domain::circumstance::{CircumstanceKind, PauseCause};
use relance::domain::dunning::conduct::Breach;
use relance::domain::dunning::habits::habits;
use relance::domain::dunning::{Hold, HoldCause, What, Why};
use relance::domain::event::{Channel, Outcome, SentText, Step};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::text::Lang;
use relance::text::words::{agenda, withheld as words};
use support::{day, today};

fn send(book: &mut Book, command: Command) {
    update(book, command, today()).unwrap();
}

/// A book with invoices of Brun in euros, sent on the day they were issued: number n with its due date and amount.
fn brun(invoices: &[(&str, i64)]) -> Book {
    let mut book = Book::default();
    let kind = DebtorKind::Business;
    let named = ClientDraft {
        email: "brun@example.com".to_owned(),
        phone: "04 76 00 00 00".to_owned(),
        ..ClientDraft::named("Brun", kind)
    };
    send(&mut book, Command::SaveClient(None, named));
    for (at, (due, cents)) in invoices.iter().enumerate() {
        let amount = Amount::from_cents(*cents);
        let number = (at + 1).to_string();
        let draft = InvoiceDraft::new("Brun", &number, day("2026-07-01"), day(due), amount);
        send(&mut book, Command::SaveInvoice(None, draft));
        let sent = SendingDraft::invoice(day("2026-07-01"), Channel::Email);
        let id = InvoiceId(u32::try_from(at + 1).unwrap());
        send(&mut book, Command::RecordSending(vec![(id, sent)]));
    }
    book
}

fn wrote(book: &mut Book, ids: &[u32], step: Step, on: &str, until: &str) {
    let text = SentText { as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, step, day(until), text);
    let drafts = ids.iter().map(|id| (InvoiceId(*id), draft.clone())).collect();
    update(book, Command::RecordSending(drafts), day(on)).unwrap();
}

#[test]
fn a_promise_over_three_invoices_that_was_not_kept_is_one_line_about_all_of_them() {
    let mut book = brun(&[
        ("2026-09-01", 100_000),
        ("2026-09-10", 50_000),
        ("2026-09-20", 30_000),
        ("2026-09-25", 9_000),
    ]);
    for (id, cents) in [(1, 100_000), (2, 50_000), (3, 30_000)] {
        let kind = CircumstanceKind::Promise {
            amount: Amount::from_cents(cents),
            by: day("2026-11-18"),
            who: "Mme Le Goff".to_owned(),
            channel: Channel::Phone,
        };
        let draft = CircumstanceDraft { date: day("2026-11-10"), kind, note: String::new() };
        send(&mut book, Command::AddCircumstance(InvoiceId(id), draft));
    }
    // Until its day, and on the way to it, it is one look at the bank.
    let before = list(&book, day("2026-11-16"));
    let looks: Vec<_> = before
        .later
        .iter()
        .filter(|todo| todo.action.what == What::CheckPromise)
        .map(|todo| &todo.cases)
        .collect();
    assert_eq!(looks, [&[InvoiceId(1), InvoiceId(2), InvoiceId(3)]]);
    let monday = day("2026-11-23");
    let lines = list(&book, monday);
    assert_eq!(lines.todos.len(), 1);
    let line = &lines.todos[0];
    assert_eq!((line.action.what, line.cases.len()), (What::RecallPromise, 3));
    let Why::PromiseBroken(promised) = &line.action.why else { panic!("{:?}", line.action) };
    assert_eq!(promised.amount, Amount::from_cents(180_000), "what was promised in all");
    assert!(lines.later.iter().all(|todo| todo.action.what != What::RecallPromise), "{:?}", lines.later);
    for id in 1..=3 {
        let action = action(&book, InvoiceId(id), monday).unwrap();
        assert_eq!((action.what, action.day), (What::RecallPromise, monday));
    }
    // The text is about those, and about no other.
    let about = candidates(&book, InvoiceId(2), Step::BrokenPromise, monday);
    let taken: Vec<_> = about.iter().filter(|one| one.left_out.is_none()).map(|one| one.id.0).collect();
    assert_eq!(taken, [1, 2, 3]);
    assert_eq!(about[3].left_out, Some(LeftOut::NotPromised));
}

#[test]
fn the_highest_step_leads_and_the_page_of_a_case_says_what_the_list_says() {
    // The young invoice is the heavier one; the old one was reminded of already.
    let mut book = brun(&[("2026-09-15", 100_000), ("2026-11-10", 900_000)]);
    wrote(&mut book, &[1], Step::FirstReminder, "2026-09-25", "2026-10-05");
    wrote(&mut book, &[1], Step::FirmReminder, "2026-10-12", "2026-10-20");
    let monday = day("2026-11-23");
    let lines = list(&book, monday);
    assert_eq!(lines.todos.len(), 1);
    let line = &lines.todos[0];
    // The old one is not written to as softly as the young one is.
    if line.cases.contains(&InvoiceId(1)) {
        assert_eq!(line.invoice, InvoiceId(1), "{line:?}");
    }
    for todo in lines.todos.iter().chain(&lines.later) {
        for id in &todo.cases {
            let (action, _) = action_with(&book, *id, monday).unwrap();
            assert_eq!((action.what, action.day), (todo.action.what, todo.action.day), "{id:?}");
        }
    }
    // Of two at the same step the one that is longest late says why.
    let book = brun(&[("2026-11-02", 10_000), ("2026-11-05", 900_000)]);
    let lines = list(&book, monday);
    assert_eq!((lines.todos[0].invoice, lines.todos[0].cases.len()), (InvoiceId(1), 2));
    let Why::Late { due, .. } = lines.todos[0].action.why else { panic!("{:?}", lines.todos[0].action) };
    assert_eq!(due, day("2026-11-02"));
    let (joined, with) = action_with(&book, InvoiceId(2), monday).unwrap();
    assert_eq!((joined.what, with), (lines.todos[0].action.what, Some(InvoiceId(1))));
}

#[test]
fn what_comes_this_week_is_one_line_a_client_too() {
    // Both are reminded of on a day that is still to come.
    let mut book = brun(&[("2026-11-20", 10_000), ("2026-11-20", 20_000)]);
    wrote(&mut book, &[1, 2], Step::Courtesy, "2026-11-17", "2026-11-17");
    let today = day("2026-11-20");
    let lines = list(&book, today);
    assert_eq!(lines.todos, []);
    assert_eq!(lines.later.iter().map(|todo| todo.cases.len()).collect::<Vec<_>>(), [2], "{:?}", lines.later);
    assert_eq!(lines.later[0].total, Amount::from_cents(30_000));
    // So it is in the calendar, under the name of the first.
    let file = calendar_file(Lang::Fr, &book, today).replace("\r\n ", "");
    assert_eq!(file.matches("UID:next-").count(), 1, "{file}");
    assert!(file.contains("UID:next-1@relance") && file.contains("Factures 1 et 2."), "{file}");
}

#[test]
fn an_invoice_left_out_by_hand_waits_and_comes_back_at_its_own_step() {
    let book = brun(&[("2026-11-11", 100_000), ("2026-11-12", 50_000)]);
    let friday = day("2026-11-20");
    let text = SentText { as_of: friday, ..SentText::default() };
    let draft = SendingDraft::new(friday, Channel::Email, Step::FirstReminder, day("2026-11-30"), text);
    let alone = |aside: Vec<_>| {
        let mut book = book.clone();
        let sent = vec![(InvoiceId(1), draft.clone())];
        update(&mut book, Command::RecordSendingWithout(sent, aside), friday).unwrap();
        book
    };
    let step_on = |book: &Book, on: &str| action(book, InvoiceId(2), day(on)).unwrap();
    let kept = alone(vec![(InvoiceId(2), day("2026-11-30"))]);
    for on in ["2026-11-20", "2026-11-23", "2026-11-30"] {
        let lines = list(&kept, day(on));
        assert!(lines.todos.iter().all(|todo| !todo.cases.contains(&InvoiceId(2))), "{on}");
        let hold = step_on(&kept, on).hold.unwrap();
        assert_eq!((hold.cause, hold.until), (HoldCause::Pause(PauseCause::Aside), Some(day("2026-11-30"))));
    }
    // What comes then is what would have come then, and nothing of it was climbed.
    let back = step_on(&kept, "2026-12-01");
    assert!(matches!(back.what, What::Climb(Step::FirstCall | Step::FirstReminder)), "{back:?}");
    assert!(back.skipped.is_empty(), "{back:?}");
    // It says nothing of how the client pays.
    let case = kept.case(InvoiceId(2)).unwrap();
    let claim = kept.claim(case, friday);
    assert_eq!(habits([(case, &claim)], friday).pauses, 0);
    // Taken back, it is as if nothing had been sent.
    let changed = |effect: Effect| match effect {
        Effect::Save(change) => Some(change),
        Effect::Open(_) => None,
    };
    let mut undone = book.clone();
    let sent = vec![(InvoiceId(1), draft.clone())];
    let aside = vec![(InvoiceId(2), day("2026-11-30"))];
    let effects = update(&mut undone, Command::RecordSendingWithout(sent, aside), friday).unwrap();
    let change = effects.into_iter().find_map(changed).unwrap();
    update(&mut undone, Command::Undo(change), friday).unwrap();
    assert_eq!(undone.records().collect::<Vec<_>>(), book.records().collect::<Vec<_>>());
}

fn code(book: &mut Book, id: u32, code: u16, on: &str) {
    let draft =
        CircumstanceDraft { date: day(on), kind: CircumstanceKind::LifeCycle(code), note: String::new() };
    send(book, Command::AddCircumstance(InvoiceId(id), draft));
}

fn left_out(book: &Book, first: u32, step: Step, on: &str) -> Vec<(u32, Option<LeftOut>)> {
    let all = candidates(book, InvoiceId(first), step, day(on));
    all.iter().filter(|one| one.id.0 != first).map(|one| (one.id.0, one.left_out)).collect()
}

#[test]
fn a_message_about_one_invoice_takes_no_other_whose_time_runs_or_that_is_further_or_stopped() {
    let base = brun(&[("2026-08-15", 100_000), ("2026-10-15", 50_000)]);
    assert_eq!(left_out(&base, 2, Step::FirmReminder, "2026-11-20"), [(1, None)]);
    let mut soon = base.clone();
    wrote(&mut soon, &[1], Step::FirstReminder, "2026-11-19", "2026-11-27");
    assert_eq!(left_out(&soon, 2, Step::FirmReminder, "2026-11-20"), [(1, Some(LeftOut::TooSoon))]);
    let mut further = base.clone();
    wrote(&mut further, &[1], Step::FirmReminder, "2026-10-01", "2026-10-09");
    assert_eq!(left_out(&further, 2, Step::FirstReminder, "2026-11-20"), [(1, Some(LeftOut::Further))]);
    assert_eq!(
        left_out(&further, 2, Step::FirmReminder, "2026-11-20"),
        [(1, None)],
        "the same step may be said again"
    );
    for status in [208, 210, 211, 212, 213, 220, 221, 225] {
        let mut stopped = base.clone();
        code(&mut stopped, 1, status, "2026-11-19");
        let why = if matches!(status, 210 | 220 | 225) { LeftOut::Stopped } else { LeftOut::ByStatus };
        assert_eq!(left_out(&stopped, 2, Step::FirmReminder, "2026-11-20"), [(1, Some(why))], "{status}");
        assert_eq!(why.is_final(), withheld(&stopped, InvoiceId(1), day("2026-11-20")).is_some(), "{status}");
    }
}

#[test]
fn what_holds_the_ladder_speaks_against_a_text_of_the_same_invoice_and_what_comes_next_does_not() {
    let base = brun(&[("2026-08-15", 100_000)]);
    let against = |book: &Book, step| held_back(book, &[InvoiceId(1)], step, day("2026-11-20"));
    assert_eq!(against(&base, Step::FirmReminder), []);
    assert_eq!(against(&base, Step::Call), []);
    let mut promised = base.clone();
    let kind = CircumstanceKind::Promise {
        amount: Amount::from_cents(100_000),
        by: day("2026-12-01"),
        who: String::new(),
        channel: Channel::Phone,
    };
    let draft = CircumstanceDraft { date: day("2026-11-19"), kind, note: String::new() };
    send(&mut promised, Command::AddCircumstance(InvoiceId(1), draft));
    for step in [Step::FirstReminder, Step::FirmReminder, Step::FormalNotice, Step::Call] {
        let found = against(&promised, step);
        assert!(
            matches!(found.as_slice(), [Breach::Held(Hold { cause: HoldCause::Promise, .. })]),
            "{found:?}"
        );
    }
    assert_eq!(against(&promised, Step::Thanks), []);
    let mut stopped = base.clone();
    code(&mut stopped, 1, 210, "2026-11-19");
    let found = against(&stopped, Step::FirmReminder);
    assert!(
        matches!(found.as_slice(), [Breach::Held(Hold { cause: HoldCause::LifeCycle(210), .. })]),
        "{found:?}"
    );
    let mut soon = base.clone();
    wrote(&mut soon, &[1], Step::FirstReminder, "2026-11-19", "2026-11-27");
    assert_eq!(against(&soon, Step::FirmReminder), [Breach::Soon(day("2026-11-27"))]);
    // A call noted yesterday is followed by its text today.
    assert_eq!(against(&base, Step::FirmReminder), []);
}

#[test]
fn an_invoice_a_platform_stopped_is_held_like_one_in_other_hands_and_says_what_to_do_first() {
    let base = brun(&[("2026-08-15", 100_000)]);
    let id = InvoiceId(1);
    let on = day("2026-11-20");
    // What is done first, and whether what was said on the telephone may still be put in writing.
    let expected = [
        (210, Route::Text(id, Step::Correction), What::Answer(Step::Correction), true),
        (220, Route::Invoice(id), What::NoteCredit, true),
        (225, Route::After(id), What::LookAgain, false),
    ];
    for (status, first, what, may_write) in expected {
        let mut stopped = base.clone();
        code(&mut stopped, 1, status, "2026-11-19");
        let held = withheld(&stopped, id, on).unwrap();
        for step in [Step::Courtesy, Step::FirstReminder, Step::PenaltyNote, Step::FormalNotice, Step::Offer]
        {
            assert!(held.holds_back(step), "{status}: {step:?}");
        }
        for step in [Step::Recap, Step::Correction] {
            assert_eq!(held.holds_back(step), !may_write, "{status}: {step:?}");
        }
        assert_eq!((held.allows(Outcome::Dispute), held.is_for_others()), (may_write, !may_write));
        assert_eq!(way(&held, id), first, "{status}");
        for lang in [Lang::Fr, Lang::En] {
            assert!(words::why(lang, &held).contains(&status.to_string()), "{status}");
            assert_eq!(words::speak_to(lang, &held).is_some(), !may_write, "{status}");
        }
        // The list of the day, the page of the case and the calendar say the same.
        let shown = action(&stopped, id, on).unwrap();
        assert_eq!(shown.what, what, "{status}");
        let lines = list(&stopped, on);
        let line = lines.todos.iter().find(|todo| todo.invoice == id);
        assert_eq!(line.map(|todo| todo.action.what), (shown.day <= on).then_some(what), "{status}");
        let file = calendar_file(Lang::Fr, &stopped, on).replace("\r\n ", "");
        assert!(file.contains(agenda::what(Lang::Fr, what)), "{status}: {file}");
        // Nothing holds it once the status is over.
        let ended = stopped.case(id).unwrap().circumstances[0].id;
        send(&mut stopped, Command::EndCircumstance(id, ended, on));
        assert_eq!(withheld(&stopped, id, on), None, "{status}");
    }
    let mut credited = base.clone();
    code(&mut credited, 1, 220, "2026-11-19");
    let credit = MovementDraft::new(MovementKind::CreditNote, day("2026-11-20"), Amount::from_cents(100_000));
    send(&mut credited, Command::AddMovement(id, credit));
    assert_eq!(withheld(&credited, id, on), None, "the credit note is there");
    assert_ne!(action(&credited, id, on).unwrap().what, What::NoteCredit);
}

#[test]
fn a_text_before_the_due_date_is_about_those_whose_day_it_is_and_no_late_one() {
    let book = brun(&[
        ("2026-12-01", 100_000),
        ("2026-12-01", 50_000),
        ("2026-12-20", 30_000),
        ("2026-08-15", 9_000),
    ]);
    assert_eq!(
        left_out(&book, 1, Step::ReceiptCheck, "2026-11-23"),
        [(4, Some(LeftOut::AlreadyLate)), (2, None), (3, Some(LeftOut::NotNow))]
    );
    assert!(LeftOut::AlreadyLate.is_final(), "with it there would be no such text");
}

#[test]
fn the_list_of_invoices_says_that_work_is_suspended_and_that_the_client_is_insolvent() {
    let mut book = brun(&[("2026-08-15", 100_000), ("2026-12-20", 30_000)]);
    let kind = CircumstanceKind::Suspension { work: "le site".to_owned() };
    let draft = CircumstanceDraft { date: day("2026-11-10"), kind, note: String::new() };
    send(&mut book, Command::AddCircumstance(InvoiceId(1), draft));
    let says = |book: &Book| {
        rows(book, today()).iter().map(|row| (row.insolvent, row.suspended)).collect::<Vec<_>>()
    };
    assert_eq!(says(&book), [(false, true), (false, false)]);
    let insolvent = ClientDraft {
        insolvency: Some(day("2026-10-01")),
        ..ClientDraft::named("Brun", DebtorKind::Business)
    };
    send(&mut book, Command::SaveClient(Some(ClientId(1)), insolvent));
    assert_eq!(says(&book), [(true, true), (true, false)]);
    let credit = MovementDraft::new(MovementKind::CreditNote, day("2026-07-02"), Amount::from_cents(100_000));
    send(&mut book, Command::AddMovement(InvoiceId(1), credit));
    assert_eq!(says(&book), [(false, true), (true, false)], "nothing is owed on it any more");
}

#[test]
fn once_time_is_granted_in_writing_one_is_back_on_the_case() {
    let mut book = brun(&[("2026-08-15", 100_000)]);
    let sent = |book: &mut Book, on: &str| {
        let text = SentText { body: "x".to_owned(), as_of: day(on), ..SentText::default() };
        let draft = SendingDraft::new(day(on), Channel::Email, Step::Agreed, day(on), text);
        let effects = update(book, Command::RecordSending(vec![(InvoiceId(1), draft)]), day(on)).unwrap();
        effects.into_iter().find_map(|effect| match effect {
            Effect::Open(route) => Some(route),
            Effect::Save(_) => None,
        })
    };
    assert_eq!(sent(&mut book.clone(), "2026-11-10"), Some(Route::Dispute(InvoiceId(1))));
    let kind = CircumstanceKind::Pause { cause: PauseCause::Granted, until: day("2026-11-30") };
    let draft = CircumstanceDraft { date: day("2026-11-10"), kind, note: String::new() };
    send(&mut book, Command::AddCircumstance(InvoiceId(1), draft));
    assert_eq!(sent(&mut book, "2026-11-10"), Some(Route::Invoice(InvoiceId(1))));
}

#[test]
fn work_goes_on_as_soon_as_the_principal_is_paid() {
    let mut book = brun(&[("2026-08-15", 100_000)]);
    let kind = CircumstanceKind::Suspension { work: "le site".to_owned() };
    let draft = CircumstanceDraft { date: day("2026-11-10"), kind, note: String::new() };
    send(&mut book, Command::AddCircumstance(InvoiceId(1), draft));
    let paid = MovementDraft::new(MovementKind::Payment, day("2026-11-18"), Amount::from_cents(100_000));
    send(&mut book, Command::AddMovement(InvoiceId(1), paid));
    assert_eq!(action(&book, InvoiceId(1), day("2026-11-20")).unwrap().what, What::Resume);
    wrote(&mut book, &[1], Step::Resumption, "2026-11-20", "2026-11-20");
    assert_eq!(action(&book, InvoiceId(1), day("2026-11-21")).unwrap().what, What::ClaimPenalties);
}

#[test]
fn a_client_who_was_written_to_is_left_in_peace_whichever_invoice_it_was_about() {
    let mut book = brun(&[("2026-06-15", 100_000), ("2026-10-15", 50_000)]);
    wrote(&mut book, &[1], Step::FirstReminder, "2026-07-01", "2026-07-09");
    wrote(&mut book, &[1], Step::LastReminder, "2026-11-19", "2026-11-27");
    let next = action(&book, InvoiceId(2), day("2026-11-20")).unwrap();
    assert_eq!((next.what, next.day), (What::Climb(Step::FirmReminder), day("2026-11-23")));
}

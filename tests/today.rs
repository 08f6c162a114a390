//! The day’s list: one line a client and currency, the figures above it, and how a client pays.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may fail loudly, their helpers too"
)]

mod support;

use relance::app::book::Book;
use relance::app::command::{
    CircumstanceDraft, ClientDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::update::update;
use relance::app::views::aged::{Aged, aged_balance};
use relance::app::views::figures::Figures;
use relance::app::views::ladder_sample::{OfClient, first_sample, found, open_invoices};
use relance::app::views::plan_desk::PlanDesk;
use relance::app::views::recovery_desk::RecoveryDesk;
use relance::app::views::today::{action, day as list};
use relance::app::views::writing::{time_barred, weight};
use relance::base::{Amount, Currency, InvoiceId};
use relance::domain::circumstance::{CircumstanceKind, DisputeCause, PauseCause, Unpaid};
use relance::domain::contract::{Contract, Law};
use relance::domain::dunning::given::given;
use relance::domain::dunning::habits::{habits, share};
use relance::domain::dunning::{What, Why};
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::domain::status::{Flag, flags};
use relance::text::Lang;
use relance::text::words::{contacts, limitation};
use support::{day, today};

fn send(book: &mut Book, command: Command) {
    update(book, command, today()).unwrap();
}

/// Three invoices of Brun in euros, one in pounds, and one of Dubois; all but the last were sent.
fn book() -> Book {
    let mut book = Book::default();
    let kind = DebtorKind::Business;
    send(&mut book, Command::SaveClient(None, ClientDraft::named("Brun", kind)));
    for (client, number, due, cents, currency) in [
        ("Brun", "1", "2026-11-10", 100_000, Currency::EUR),
        ("Brun", "2", "2026-11-12", 50_000, Currency::EUR),
        ("Brun", "3", "2026-12-31", 70_000, Currency::EUR),
        ("Brun", "4", "2026-10-01", 30_000, Currency::GBP),
        ("Dubois", "5", "2026-12-01", 20_000, Currency::EUR),
    ] {
        let draft = InvoiceDraft {
            kind: Some(kind),
            currency,
            ..InvoiceDraft::new(client, number, day("2026-09-01"), day(due), Amount::from_cents(cents))
        };
        send(&mut book, Command::SaveInvoice(None, draft));
    }
    for id in 1..=4 {
        let draft = SendingDraft::invoice(day("2026-09-01"), Channel::Email);
        send(&mut book, Command::RecordSending(vec![(InvoiceId(id), draft)]));
    }
    book
}

#[test]
fn what_is_time_barred_is_said_by_every_step_that_asks_for_money() {
    let book = book();
    let figures = |on| Figures::of_case(&book, book.case(InvoiceId(1)).unwrap(), on);
    let (now, late) = ([figures(today())], [figures(day("2031-11-11"))]);
    for step in [Step::FirstReminder, Step::FormalNotice, Step::PenaltyNote, Step::Offer] {
        assert!(time_barred(step, &now).is_empty(), "{step:?}");
        let over = time_barred(step, &late);
        assert_eq!(over.len(), 1, "{step:?}");
        assert_eq!((over[0].0.as_str(), over[0].1.expires), ("1", day("2031-09-01")), "{step:?}");
        let said = limitation::over(Lang::Fr, &over[0].0, &over[0].1);
        assert!(said.starts_with("Facture n°\u{a0}1. Prescrite depuis le 1er"), "{said}");
    }
    assert!(time_barred(Step::Thanks, &late).is_empty(), "it asks for nothing");
}

#[test]
fn a_debt_that_weighs_is_said_to_the_per_cent_and_a_small_one_is_not() {
    let book = book();
    // 1,000 € of 2,400 € that are owed in euros; the pounds are all there are.
    assert_eq!(weight(&book, &[InvoiceId(1)], today()), Some(42));
    assert_eq!(weight(&book, &[InvoiceId(1), InvoiceId(2)], today()), Some(63));
    assert_eq!(weight(&book, &[InvoiceId(5)], today()), None, "8 %");
    assert_eq!(weight(&book, &[InvoiceId(4)], today()), None, "all there is");
    assert_eq!(weight(&book, &[], today()), None);
}

#[test]
fn one_line_a_client_and_currency_within_its_budget() {
    let book = book();
    // A Sunday: the list is the one of Monday.
    let day_list = list(&book, today());
    let lines: Vec<_> = day_list.todos.iter().map(|todo| (todo.name.as_str(), todo.currency)).collect();
    assert_eq!(lines, [("Brun", Currency::EUR), ("Dubois", Currency::EUR)]);
    let brun = &day_list.todos[0];
    assert_eq!(brun.cases, [InvoiceId(1), InvoiceId(2)], "both late ones in one message");
    assert_eq!(brun.action.day, day("2026-11-23"));
    assert_eq!(day_list.todos[1].action.what, What::SendInvoice);
    // The pounds have to wait for a day of their own.
    let pounds = day_list.later.iter().find(|todo| todo.currency == Currency::GBP).unwrap();
    assert_eq!(pounds.action.day, day("2026-11-26"), "some days after what is written on the 23rd");
    assert!(day_list.check_bank);
    assert_eq!((day_list.review.unsent, day_list.unverified.len()), (1, 1));
    let mut checked = book.clone();
    send(&mut checked, Command::CheckBank);
    assert!(!list(&checked, today()).check_bank);
}

#[test]
fn totals_are_by_currency_and_their_ages_add_up() {
    let totals = list(&book(), today()).totals;
    let (currency, euros) = totals[0];
    assert_eq!((currency, totals.len()), (Currency::EUR, 2));
    let aged = euros.aged;
    assert_eq!(euros.receivable, Amount::from_cents(240_000));
    assert_eq!(aged.not_due + aged.to_30 + aged.to_60 + aged.to_90 + aged.over_90, euros.receivable);
    assert_eq!((aged.not_due, aged.to_30), (Amount::from_cents(90_000), Amount::from_cents(150_000)));
    assert_eq!((euros.late, euros.late_clients, euros.average_days), (aged.to_30, 1, 11));
    assert_eq!(totals[1].1.aged.to_60, Amount::from_cents(30_000));
}

#[test]
fn the_aged_balance_says_of_each_client_and_invoice_what_the_totals_say_of_all() {
    let book = book();
    let totals = list(&book, today()).totals;
    let balance = aged_balance(&book, today());
    assert_eq!(balance.len(), totals.len());
    for ((currency, rows), (other, sums)) in balance.iter().zip(&totals) {
        assert_eq!(currency, other);
        for row in rows {
            let own = Aged::sum(row.invoices.iter().map(|one| &one.aged));
            assert_eq!(own, row.aged, "{}", row.name);
        }
        let whole = Aged::sum(rows.iter().map(|row| &row.aged));
        assert_eq!((whole, whole.total()), (sums.aged, sums.receivable));
        assert!(rows.is_sorted_by(|one, next| next.aged.total() <= one.aged.total()));
    }
}

#[test]
fn habits_follow_their_formulas() {
    let mut book = book();
    for (id, date, cents) in [(1, "2026-11-20", 100_000), (2, "2026-11-12", 50_000), (3, "2026-11-19", 7_000)]
    {
        let draft = MovementDraft::new(MovementKind::Payment, day(date), Amount::from_cents(cents));
        send(&mut book, Command::AddMovement(InvoiceId(id), draft));
    }
    let cases: Vec<_> = book
        .cases_of(book.client_named("Brun").unwrap().id)
        .map(|case| (case, book.claim(case, today())))
        .collect();
    let found = habits(cases.iter().map(|(case, claim)| (*case, claim)), today());
    assert_eq!((found.settled, found.settled_late, found.late_without_penalties), (2, 1, 1));
    assert_eq!((found.average_days, found.median_days), (Some(5), Some(5)));
    // 630.00 unpaid of 2,200.00 invoiced.
    assert_eq!(found.dso[0], (Currency::EUR, 105));
    assert_eq!(share(Amount::from_cents(1), Amount::from_cents(3)), Some(333));
    assert_eq!(share(Amount::ZERO, Amount::ZERO), None);
}

#[test]
fn a_reason_says_how_often_it_was_given_and_what_then_worked() {
    let mut book = book();
    let mut reason = |id, on: &str, reason| {
        let draft =
            CircumstanceDraft { date: day(on), kind: CircumstanceKind::Unpaid(reason), note: String::new() };
        send(&mut book, Command::AddCircumstance(InvoiceId(id), draft));
    };
    reason(1, "2026-11-16", Unpaid::Cash);
    reason(2, "2026-11-10", Unpaid::Cash);
    reason(3, "2026-11-13", Unpaid::Forgotten);
    for (id, date, cents) in [(1, "2026-11-20", 100_000), (2, "2026-11-12", 50_000)] {
        let draft = MovementDraft::new(MovementKind::Payment, day(date), Amount::from_cents(cents));
        send(&mut book, Command::AddMovement(InvoiceId(id), draft));
    }
    let sent = SendingDraft::new(
        day("2026-11-18"),
        Channel::Email,
        Step::Instalments,
        day("2026-11-25"),
        SentText::default(),
    );
    send(&mut book, Command::RecordSending(vec![(InvoiceId(1), sent)]));
    let client = book.case(InvoiceId(1)).unwrap().invoice.client;
    let cases: Vec<_> = book.cases_of(client).map(|case| (case, book.claim(case, today()))).collect();
    let found = given(cases.iter().map(|(case, claim)| (*case, claim)), today());
    let cash = found.first().unwrap();
    assert_eq!(
        (cash.reason, cash.times, cash.paid, cash.days),
        (Unpaid::Cash, 2, 2, Some(3)),
        "4 and 2 days"
    );
    assert_eq!(cash.worked, Some((Step::Instalments, 1)));
    let said = contacts::given(Lang::Fr, cash);
    let wanted = "Difficulté de trésorerie, 2\u{a0}fois\u{a0}: payé 2\u{a0}fois, 3\u{a0}jours plus tard (médiane), le plus souvent après «\u{a0}Proposition d’échéancier\u{a0}»";
    assert_eq!(said, wanted);
    let forgotten = &found[1];
    assert_eq!((forgotten.reason, forgotten.paid, forgotten.days), (Unpaid::Forgotten, 0, None));
    assert!(contacts::given(Lang::En, forgotten).ends_with(": not paid yet"));
}

#[test]
fn habits_count_pauses_and_suspended_work() {
    let mut book = book();
    let until = day("2026-12-01");
    for kind in [
        CircumstanceKind::Pause { cause: PauseCause::Granted, until },
        CircumstanceKind::Suspension { work: "le site".to_owned() },
        CircumstanceKind::Pause { cause: PauseCause::Granted, until },
    ] {
        let draft = CircumstanceDraft { date: today(), kind, note: String::new() };
        send(&mut book, Command::AddCircumstance(InvoiceId(1), draft));
    }
    let cases: Vec<_> = book.cases().map(|case| (case, book.claim(case, today()))).collect();
    let found = habits(cases.iter().map(|(case, claim)| (*case, claim)), today());
    assert_eq!((found.pauses, found.suspensions), (2, 1));
}

#[test]
fn a_part_that_is_contested_is_said_apart_and_not_asked_for() {
    let on = day("2026-12-10");
    let mut book = book();
    let before = list(&book, on).todos.into_iter().find(|todo| todo.cases.contains(&InvoiceId(1))).unwrap();
    assert_eq!(before.contested, None);
    let kind = CircumstanceKind::dispute(DisputeCause::Price, Amount::from_cents(40_000), day("2027-01-20"));
    let draft = CircumstanceDraft { date: today(), kind, note: String::new() };
    send(&mut book, Command::AddCircumstance(InvoiceId(1), draft));
    let todo = list(&book, on).todos.into_iter().find(|todo| todo.cases.contains(&InvoiceId(1))).unwrap();
    assert!(matches!(todo.action.what, What::Climb(_)), "{todo:?}");
    let expected: Amount = todo
        .cases
        .iter()
        .map(|id| {
            let case = book.case(*id).unwrap();
            case.undisputed(DebtorKind::Business, &book.claim(case, on)).balance()
        })
        .sum();
    assert_eq!(todo.total, expected);
    if todo.invoice == InvoiceId(1) {
        let part = todo.contested.unwrap();
        assert_eq!((part.amount, part.answer_by), (Amount::from_cents(40_000), day("2027-01-20")));
    }
    assert!(todo.total < before.total);
}

#[test]
fn what_was_reminded_today_is_not_on_the_list_again() {
    let mut book = book();
    let first = list(&book, day("2026-11-23")).todos[0].clone();
    let step = first.action.what.step().unwrap_or(Step::FirstReminder);
    let text = relance::domain::event::SentText::default();
    let draft = SendingDraft::new(day("2026-11-20"), first.action.channel, step, day("2026-11-30"), text);
    send(&mut book, Command::RecordSending(first.cases.iter().map(|id| (*id, draft.clone())).collect()));
    let again = list(&book, day("2026-11-23"));
    assert!(again.todos.iter().all(|todo| !todo.cases.contains(&InvoiceId(1))));
}

#[test]
fn an_invoice_under_another_law_is_not_said_to_be_past_the_french_time_to_sue() {
    let old = |law| {
        let mut book = Book::default();
        let draft = InvoiceDraft {
            kind: Some(DebtorKind::Business),
            contract: Contract { law, ..Contract::default() },
            ..InvoiceDraft::new(
                "Brown Ltd",
                "7",
                day("2021-09-01"),
                day("2021-10-01"),
                Amount::from_cents(100_000),
            )
        };
        send(&mut book, Command::SaveInvoice(None, draft));
        book
    };
    for (law, known) in [(Law::French, true), (Law::Plain, true), (Law::British, false), (Law::German, false)]
    {
        let book = old(law);
        let case = book.case(InvoiceId(1)).unwrap();
        let near = |flag: &Flag| matches!(flag, Flag::LimitationNear { .. });
        let flags = flags(case, &book.claim(case, today()), book.debtor_of(case), None);
        assert_eq!(flags.iter().any(near), known, "{law:?}");
        assert_eq!(list(&book, today()).limitation.len(), usize::from(known), "{law:?}");
        let desk = RecoveryDesk::of(&book, InvoiceId(1), today(), None).unwrap();
        assert_eq!(desk.situation.expires.is_some(), known, "{law:?}");
        let plan = PlanDesk::of(&book, InvoiceId(1), today()).unwrap();
        assert_eq!(plan.invoices[0].limitation.is_some(), known, "{law:?}");
    }
}

#[test]
fn what_fell_due_since_the_last_working_day_is_said_the_morning_after() {
    let mut book = Book::default();
    let kind = DebtorKind::Business;
    // Due on Thursday 19, Friday 20 and Saturday 21 November 2026; one was never sent, one is promised.
    for (client, number, due) in [
        ("A", "1", "2026-11-19"),
        ("B", "2", "2026-11-20"),
        ("C", "3", "2026-11-21"),
        ("D", "4", "2026-11-20"),
        ("E", "5", "2026-11-20"),
    ] {
        let draft = InvoiceDraft {
            kind: Some(kind),
            ..InvoiceDraft::new(client, number, day("2026-11-01"), day(due), Amount::from_cents(100_000))
        };
        send(&mut book, Command::SaveInvoice(None, draft));
    }
    for id in [1, 2, 3, 5] {
        let draft = SendingDraft::invoice(day("2026-11-01"), Channel::Email);
        send(&mut book, Command::RecordSending(vec![(InvoiceId(id), draft)]));
    }
    let promise = relance::domain::circumstance::CircumstanceKind::Promise {
        amount: Amount::from_cents(100_000),
        by: day("2026-11-27"),
        who: String::new(),
        channel: Channel::Phone,
    };
    let promise =
        relance::app::command::CircumstanceDraft { date: today(), kind: promise, note: String::new() };
    send(&mut book, Command::AddCircumstance(InvoiceId(5), promise));
    let said = |on: &str| list(&book, day(on)).just_late.iter().map(|one| one.invoice).collect::<Vec<_>>();
    assert_eq!(said("2026-11-20"), [InvoiceId(1)], "late by a day");
    // On a Sunday the list is the one of Monday, on which those of Friday are called already.
    for morning in ["2026-11-22", "2026-11-23"] {
        assert_eq!(said(morning), [InvoiceId(3)], "{morning}");
        assert!(list(&book, day(morning)).todos.iter().any(|todo| todo.invoice == InvoiceId(2)));
    }
    assert_eq!(said("2026-11-24"), [], "said once");
    let one = &list(&book, day("2026-11-23")).just_late[0];
    assert_eq!((one.number.as_str(), one.amount), ("3", Amount::from_cents(100_000)));
    assert!(matches!(one.next.what, What::Climb(step) if step.needs_lateness()), "{:?}", one.next);
}

#[test]
fn the_figures_it_quotes_are_those_of_the_ways_out() {
    use relance::domain::dunning::priority::CHANCE;
    use relance::domain::recovery::{FactFile, Quoted};
    let shares = &FactFile::builtin().shares;
    let quoted = |which| i64::from(shares[&which].percent.value()) * 10;
    assert_eq!((CHANCE[1].1, CHANCE[2].1), (quoted(Quoted::AtThreeMonths), quoted(Quoted::AfterAYear)));
}

#[test]
fn open_invoices_to_look_at_come_by_client_as_the_list_of_the_day_has_them() {
    let mut book = book();
    send(&mut book, Command::SaveClient(None, ClientDraft::named("Écluse & Cie", DebtorKind::Business)));
    let later = InvoiceDraft::new(
        "Écluse & Cie",
        "E-1",
        day("2026-11-01"),
        day("2027-01-10"),
        Amount::from_cents(5_000),
    );
    send(&mut book, Command::SaveInvoice(None, later));
    let all = open_invoices(&book, None, today());
    let first = list(&book, today()).todos[0].client;
    assert_eq!(all[0].client, first, "the most urgent client");
    for one in &all {
        assert!(one.invoices.is_sorted_by_key(|open| open.due), "{one:?}");
        assert_eq!(open_invoices(&book, Some(one.client), today()).as_slice(), std::slice::from_ref(one));
    }
    assert_eq!(all.last().unwrap().name, "Écluse & Cie", "not due yet: last");
    assert_eq!(all.last().unwrap().invoices[0].days_late, 0);
    let open: usize = all.iter().map(|one| one.invoices.len()).sum();
    let part = MovementDraft::new(MovementKind::Payment, today(), Amount::from_cents(1));
    send(&mut book, Command::AddMovement(InvoiceId(1), part));
    assert_eq!(open_invoices(&book, None, today()), all, "a part payment leaves an invoice open");
    let unpaid = book.cases().filter(|case| book.claim(case, today()).principal_left.is_positive()).count();
    assert_eq!(open, unpaid);
    // Searched without accents, by number and by name; what is shown stays.
    let shown = all[0].invoices[0].id;
    let names = |found: &[OfClient]| found.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found(&all, "ecluse e-1", None, 9)), ["Écluse & Cie"]);
    assert_eq!(
        names(&found(&all, "ecluse", Some(shown), 9)),
        [all[0].name.clone(), "Écluse & Cie".to_owned()]
    );
    assert!(found(&all, "personne", None, 9).is_empty());
    assert_eq!(found(&all, "", None, 1).iter().map(|one| one.invoices.len()).sum::<usize>(), 1);
}

#[test]
fn lateness_ends_on_the_day_the_principal_is_settled() {
    let mut book = book();
    let paid = MovementDraft::new(MovementKind::Payment, day("2026-11-20"), Amount::from_cents(100_000));
    send(&mut book, Command::AddMovement(InvoiceId(1), paid));
    let other = MovementDraft::new(MovementKind::Payment, day("2026-11-20"), Amount::from_cents(50_000));
    send(&mut book, Command::AddMovement(InvoiceId(2), other));
    for on in ["2026-11-23", "2026-12-21"] {
        let list = list(&book, day(on));
        let mut lines = list.todos.iter().chain(&list.later);
        let line = lines.find(|todo| todo.cases.contains(&InvoiceId(1)));
        let line = line.unwrap_or_else(|| panic!("{on}: {list:?}"));
        assert_eq!(line.action.what, What::ClaimPenalties);
        assert_eq!(line.days_late, 10, "due on the 10th, paid on the 20th");
        let figures = Figures::of_case(&book, book.case(InvoiceId(1)).unwrap(), day(on));
        assert_eq!(relance::domain::status::status(&figures.case, &figures.claim).days_late, 10);
    }
}

#[test]
fn the_sample_of_the_ladder_is_the_first_invoice_whose_ladder_runs() {
    let mut book = book();
    let first = open_invoices(&book, None, today())[0].invoices[0].id;
    assert_eq!(first_sample(&book, None, today()), Some(first));
    // All of it contested: no step of it has a day.
    let owed = book.claim(book.case(first).unwrap(), today()).balance();
    let kind = CircumstanceKind::dispute(DisputeCause::Quality, owed, day("2026-11-30"));
    let dispute = CircumstanceDraft { date: today(), kind, note: String::new() };
    send(&mut book, Command::AddCircumstance(first, dispute));
    assert_eq!(open_invoices(&book, None, today())[0].invoices[0].id, first, "still first in the list");
    let shown = first_sample(&book, None, today()).unwrap();
    assert_ne!(shown, first);
    let alone = book.case(first).unwrap().invoice.client;
    assert!(first_sample(&book, Some(alone), today()).is_some());
}

fn note(book: &mut Book, id: u32, on: &str, kind: CircumstanceKind) {
    let draft = CircumstanceDraft { date: day(on), kind, note: String::new() };
    send(book, Command::AddCircumstance(InvoiceId(id), draft));
}

fn wrote(book: &mut Book, id: u32, on: &str, step: Step) {
    let text = SentText { body: "Bonjour".to_owned(), as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, step, day(on), text);
    update(book, Command::RecordSending(vec![(InvoiceId(id), draft)]), day(on)).unwrap();
}

#[test]
fn time_that_was_granted_and_is_over_is_why_one_reminds_until_one_has() {
    let mut book = book();
    let until = day("2026-11-20");
    note(&mut book, 4, "2026-11-02", CircumstanceKind::Pause { cause: PauseCause::Granted, until });
    let why = |book: &Book, on: &str| action(book, InvoiceId(4), day(on)).unwrap().why;
    assert!(!matches!(why(&book, "2026-11-20"), Why::GrantOver { .. }), "it runs until the evening");
    assert_eq!(why(&book, "2026-11-22"), Why::GrantOver { until });
    wrote(&mut book, 4, "2026-11-23", Step::FirstReminder);
    assert!(!matches!(why(&book, "2026-11-24"), Why::GrantOver { .. }), "said once");
    // Time for another reason, or given up before its end, was not granted until then.
    let mut other = self::book();
    note(&mut other, 4, "2026-11-02", CircumstanceKind::Pause { cause: PauseCause::Talks, until });
    assert!(matches!(why(&other, "2026-11-22"), Why::Late { .. }));
}

#[test]
fn a_client_who_forgot_or_means_not_to_pay_is_reminded_for_that_reason() {
    for reason in [Unpaid::BadFaith, Unpaid::Forgotten] {
        let mut book = book();
        note(&mut book, 4, "2026-11-18", CircumstanceKind::Unpaid(reason));
        let why = |book: &Book, on: &str| action(book, InvoiceId(4), day(on)).unwrap().why;
        assert_eq!(why(&book, "2026-11-22"), Why::Reason { reason, on: day("2026-11-18") });
        wrote(&mut book, 4, "2026-11-23", Step::FirmReminder);
        assert!(matches!(why(&book, "2026-11-24"), Why::Late { .. }), "{reason:?}");
    }
}

#[test]
fn a_client_who_was_never_told_that_work_is_suspended_is_told_first() {
    let mut book = book();
    note(&mut book, 4, "2026-11-20", CircumstanceKind::Suspension { work: "maintenance du site".to_owned() });
    let next = action(&book, InvoiceId(4), today()).unwrap();
    assert_eq!(next.what, What::Answer(Step::Suspension));
    assert!(matches!(next.why, Why::SuspendedUntold { .. }), "{:?}", next.why);
    let line = |book: &Book, on: &str| {
        let list = list(book, day(on));
        let all: Vec<_> = list.todos.into_iter().chain(list.later).collect();
        all.into_iter().find(|todo| todo.invoice == InvoiceId(4))
    };
    assert_eq!(line(&book, "2026-11-22").unwrap().action.what, What::Answer(Step::Suspension));
    // Told before or after it began, it is not asked for again.
    for on in ["2026-11-16", "2026-11-23"] {
        let mut told = book.clone();
        wrote(&mut told, 4, on, Step::Suspension);
        assert_ne!(
            action(&told, InvoiceId(4), day("2026-12-07")).unwrap().what,
            What::Answer(Step::Suspension)
        );
    }
}

#[test]
fn a_third_promise_that_was_not_kept_is_the_third() {
    let mut book = book();
    for (on, by) in [("2026-10-05", "2026-10-08"), ("2026-10-15", "2026-10-20"), ("2026-11-10", "2026-11-16")]
    {
        let promise = CircumstanceKind::Promise {
            amount: Amount::from_cents(30_000),
            by: day(by),
            who: String::new(),
            channel: Channel::Phone,
        };
        note(&mut book, 4, on, promise);
    }
    match action(&book, InvoiceId(4), today()).unwrap().why {
        Why::PromiseBroken(promised) => assert_eq!((promised.by, promised.broken), (day("2026-11-16"), 2)),
        other => panic!("{other:?}"),
    }
}

//! A mediator is asked, a lawyer writes: from the day it began to what came of it, in the agenda, the calendar, limitation, the
//! costs; whoever gives no news is asked for some; and what several invoices share is taken back on all of them at once.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::calendar_file::proceeding_file;
use relance::app::command::{Command, InvoiceDraft};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::update::{Refusal, update};
use relance::app::views::recovery_desk::situation;
use relance::app::views::today;
use relance::base::{Amount, InvoiceId, ProceedingId, TrashId};
use relance::domain::act::ActKind;
use relance::domain::dunning::{Action, What};
use relance::domain::proceeding::next::Task;
use relance::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use relance::domain::status::{State, status};
use relance::text::Lang;
use relance::text::words::agenda;
use support::{day, invoice};

const ONE: InvoiceId = InvoiceId(1);
const TWO: InvoiceId = InvoiceId(2);
const FIRST: ProceedingId = ProceedingId(1);
const BOTH: [(InvoiceId, ProceedingId); 2] = [(ONE, FIRST), (TWO, FIRST)];

fn run(book: &mut Book, command: Command, on: &str) {
    update(book, command, day(on)).unwrap();
}

fn go(book: &mut Book, command: ProceedingCommand, on: &str) {
    run(book, Command::Proceeding(command), on);
}

/// 3,480 € and 1,160 € due on 15 March 2026, the first one sent.
fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13");
    run(&mut book, support::sending("2026-03-20"), "2026-03-20");
    let Command::SaveInvoice(id, draft) = invoice("Atelier Brun", "2") else { unreachable!() };
    let second = InvoiceDraft { amount: Amount::from_cents(116_000), ..draft };
    run(&mut book, Command::SaveInvoice(id, second), "2026-02-13");
    book
}

fn begin(book: &mut Book, invoices: &[InvoiceId], draft: ProceedingDraft) {
    let on = draft.date;
    update(book, Command::Proceeding(ProceedingCommand::Begin(invoices.to_vec(), draft)), on).unwrap();
}

fn note(book: &mut Book, milestone: Milestone) -> Result<(), Refusal> {
    let on = milestone.date;
    update(book, Command::Proceeding(ProceedingCommand::Note(ONE, FIRST, milestone)), on).map(drop)
}

fn noted(book: &mut Book, stage: Stage, on: &str) {
    note(book, Milestone::new(stage, day(on))).unwrap();
}

fn proceeding(book: &Book, id: InvoiceId) -> &Proceeding {
    book.case(id).unwrap().proceedings.first().unwrap()
}

fn action(book: &Book, on: &str) -> Action {
    today::action(book, ONE, day(on)).unwrap()
}

fn why(book: &Book, lang: Lang, on: &str) -> String {
    let currency = book.case(ONE).unwrap().invoice.currency;
    agenda::why(lang, &action(book, on).why, currency, day(on)).replace(['\u{a0}', '\u{202f}'], " ")
}

fn expires(book: &Book, on: &str) -> chrono::NaiveDate {
    let case = book.case(ONE).unwrap();
    case.limitation(book.debtor_of(case), day(on)).unwrap().expires
}

/// The médiateur des entreprises was asked on 1 June, an answer expected by the 15th.
fn mediated() -> Book {
    let mut book = owing();
    let asked = ProceedingDraft {
        with: "Médiateur des entreprises".to_owned(),
        answer_by: Some(day("2026-06-15")),
        ..ProceedingDraft::new(ProceedingKind::Mediation, day("2026-06-01"))
    };
    begin(&mut book, &[ONE], asked);
    book
}

#[test]
fn a_mediator_is_asked_and_answers_and_time_stands_still_only_once_both_agree() {
    let mut book = mediated();
    let waits = action(&book, "2026-06-02");
    assert_eq!((waits.what, waits.day), (What::Proceed(Task::AwaitReply), day("2026-06-16")));
    let case = book.case(ONE).unwrap();
    assert_eq!(status(case, &book.claim(case, day("2026-06-02"))).state, State::Procedure);
    let file = proceeding_file(Lang::Fr, &book, ONE, day("2026-06-02")).unwrap();
    assert!(file.contains("DTSTART;VALUE=DATE:20260616"), "{file}");
    assert!(file.contains("SUMMARY:Réponse attendue\u{a0}: délai passé"), "{file}");
    let before = expires(&book, "2026-06-02");
    assert_eq!(before, expires(&owing(), "2026-06-02"), "asking suspends nothing");
    assert_eq!(action(&book, "2026-06-16").what, What::Proceed(Task::ReplyOver));
    noted(&mut book, Stage::TalksBegun, "2026-06-10");
    let known: Vec<_> = proceeding(&book, ONE).acts().collect();
    assert_eq!(known, [(ActKind::AmicableBegun, day("2026-06-10"))]);
    assert!(situation(&book, ONE, day("2026-06-20")).unwrap().conciliated);
    let goes_on = action(&book, "2026-06-11");
    assert_eq!((goes_on.what, goes_on.day), (What::Proceed(Task::AwaitMediation), day("2026-07-10")));
    noted(&mut book, Stage::Ended, "2026-07-30");
    // Fifty days it stood still.
    assert_eq!(expires(&book, "2026-08-01"), before + chrono::Days::new(50));
    assert!(!matches!(action(&book, "2026-08-03").what, What::Proceed(_)), "reminders go on");
}

#[test]
fn an_agreement_before_a_mediator_owns_to_the_debt_and_can_be_made_enforceable() {
    let mut book = mediated();
    noted(&mut book, Stage::TalksBegun, "2026-06-10");
    let agreed = Milestone {
        amount: Some(Amount::from_cents(300_000)),
        ..Milestone::new(Stage::Agreed, day("2026-07-01"))
    };
    note(&mut book, agreed).unwrap();
    let acts: Vec<_> = proceeding(&book, ONE).acts().collect();
    let (begun, over) =
        ((ActKind::AmicableBegun, day("2026-06-10")), (ActKind::AmicableEnded, day("2026-07-01")));
    assert_eq!(acts, [begun, (ActKind::Acknowledgement, day("2026-07-01")), over]);
    assert_eq!(expires(&book, "2026-07-02"), day("2031-07-01"), "a whole new time from its end");
    assert_eq!(action(&book, "2026-07-02").what, What::Proceed(Task::FollowAgreement));
    noted(&mut book, Stage::Enforceable, "2026-09-01");
    let title = (ActKind::HomologatedAgreement, day("2026-09-01"));
    assert!(proceeding(&book, ONE).acts().any(|act| act == title), "and no decision that raises the rate");
    assert_eq!(action(&book, "2026-09-02").what, What::Proceed(Task::Instruct));
}

#[test]
fn a_lawyers_letter_has_its_deadline_its_cost_and_its_answer() {
    let mut book = owing();
    let letter = ProceedingDraft {
        with: "Maître Roux".to_owned(),
        cost: Some(Amount::from_cents(10_000)),
        answer_by: Some(day("2026-06-09")),
        ..ProceedingDraft::new(ProceedingKind::LawyerLetter, day("2026-06-01"))
    };
    begin(&mut book, &[ONE, TWO], letter);
    let spent = |book: &Book, id| proceeding(book, id).spent(day("2026-06-30"));
    assert_eq!([spent(&book, ONE), spent(&book, TWO)], [Amount::from_cents(10_000), Amount::ZERO]);
    assert!(why(&book, Lang::Fr, "2026-06-02").contains("n’interrompt pas la prescription"));
    assert_eq!(expires(&book, "2026-06-02"), expires(&owing(), "2026-06-02"));
    assert_eq!(action(&book, "2026-06-09").what, What::Proceed(Task::AwaitReply), "its last day counts");
    let over = action(&book, "2026-06-10");
    assert_eq!((over.what, over.until), (What::Proceed(Task::ReplyOver), None));
    noted(&mut book, Stage::Replied, "2026-06-12");
    assert_eq!(action(&book, "2026-06-12").what, What::Proceed(Task::ActOnReply));
    noted(&mut book, Stage::Ended, "2026-06-15");
    assert!(!matches!(action(&book, "2026-06-16").what, What::Proceed(_)), "reminders go on");
}

#[test]
fn who_gives_no_news_for_thirty_days_is_asked_until_there_is_some() {
    let mut book = owing();
    let handed = ProceedingDraft {
        with: "Agence Nord".to_owned(),
        ..ProceedingDraft::new(ProceedingKind::HandedOver, day("2026-06-01"))
    };
    begin(&mut book, &[ONE], handed);
    let asks = |book: &Book, on: &str| (action(book, on).day == day(on), why(book, Lang::Fr, on));
    let (now, said) = asks(&book, "2026-06-30");
    assert!(!now && !said.contains("Sans nouvelles"), "{said}");
    for (on, days) in [("2026-07-01", "30 jours"), ("2026-07-02", "31 jours"), ("2026-08-31", "91 jours")] {
        let (now, said) = asks(&book, on);
        assert!(now, "{on}");
        assert!(
            said.starts_with(&format!("Sans nouvelles depuis le 1er juin 2026, {days}. Confiée")),
            "{said}"
        );
    }
    assert!(why(&book, Lang::En, "2026-07-02").starts_with("No news since 1 June 2026, 31 days."));
    noted(&mut book, Stage::News, "2026-07-02");
    assert_eq!(
        action(&book, "2026-07-03").day,
        day("2026-08-03"),
        "thirty days later, a Saturday passed over"
    );
    let set =
        Milestone { set_for: Some(day("2026-07-20")), ..Milestone::new(Stage::News, day("2026-07-06")) };
    note(&mut book, set).unwrap();
    assert_eq!(action(&book, "2026-07-07").day, day("2026-07-20"), "the day that was set");
    assert!(why(&book, Lang::Fr, "2026-07-21").contains("Sans nouvelles depuis le 6 juillet 2026, 15 jours"));
    // What happened since counts as news.
    let back = Milestone {
        amount: Some(Amount::from_cents(50_000)),
        ..Milestone::new(Stage::Returned, day("2026-07-22"))
    };
    note(&mut book, back).unwrap();
    assert_eq!(action(&book, "2026-07-23").day, day("2026-08-21"));
}

/// An order for both, its fee of 31.80 € on the first, made and served at 9 € on the first.
fn ordered() -> Book {
    let mut book = owing();
    let order = ProceedingDraft {
        with: "Tribunal de commerce".to_owned(),
        cost: Some(Amount::from_cents(3_180)),
        ..ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-11-02"))
    };
    begin(&mut book, &[ONE, TWO], order);
    for (stage, on, cost) in [(Stage::Made, "2026-11-16", None), (Stage::Served, "2026-11-30", Some(900))] {
        let amount = (stage == Stage::Made).then(|| Amount::from_cents(464_000));
        let stage =
            Milestone { amount, cost: cost.map(Amount::from_cents), ..Milestone::new(stage, day(on)) };
        go(&mut book, ProceedingCommand::NoteTogether(BOTH.to_vec(), stage), on);
    }
    book
}

fn spent(book: &Book) -> [Option<Amount>; 2] {
    [ONE, TWO].map(|id| {
        let all = &book.case(id).unwrap().proceedings;
        all.first().map(|one| one.spent(day("2026-12-31")))
    })
}

#[test]
fn what_two_invoices_share_is_taken_back_on_both_and_comes_back_on_both() {
    let mut book = ordered();
    go(&mut book, ProceedingCommand::TakeOff(BOTH.to_vec()), "2026-12-01");
    for id in [ONE, TWO] {
        assert!(proceeding(&book, id).last(Stage::Served, day("2026-12-01")).is_none());
    }
    assert_eq!(spent(&book), [Some(Amount::from_cents(3_180)), Some(Amount::ZERO)]);
    go(&mut book, ProceedingCommand::Delete(BOTH.to_vec()), "2026-12-01");
    assert_eq!(spent(&book), [None, None]);
    for number in [TrashId(1), TrashId(2)] {
        run(&mut book, Command::TakeFromTrash(number), "2026-12-02");
    }
    assert_eq!(spent(&book), [Some(Amount::from_cents(3_180)), Some(Amount::ZERO)]);
}

#[test]
fn what_is_taken_back_on_one_alone_leaves_what_it_cost_counted_once() {
    let mut book = ordered();
    let all = Amount::from_cents(4_080);
    assert_eq!(spent(&book), [Some(all), Some(Amount::ZERO)]);
    go(&mut book, ProceedingCommand::TakeOff(vec![(ONE, FIRST)]), "2026-12-01");
    assert_eq!(spent(&book), [Some(Amount::from_cents(3_180)), Some(Amount::from_cents(900))]);
    let mut book = ordered();
    go(&mut book, ProceedingCommand::Delete(vec![(ONE, FIRST)]), "2026-12-01");
    assert_eq!(spent(&book), [None, Some(all)]);
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-12-02");
    assert_eq!(spent(&book), [Some(Amount::ZERO), Some(all)], "brought back, it is not counted twice");
}

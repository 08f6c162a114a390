//! A recap puts a call in writing: it is about the invoices the call was about, and states what was agreed in it, no less and
//! no more.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::{ClientDraft, Command, InvoiceDraft};
use relance::app::forms::call::{CallContext, CallField, CallForm, Covered};
use relance::app::update::update;
use relance::app::views::figures::Figures;
use relance::app::views::writing::{LeftOut, candidates, recipients, suggested};
use relance::base::calendar::Region;
use relance::base::{Amount, InvoiceId};
use relance::documents::context::Facts;
use relance::documents::{Tone, message};
use relance::domain::case_file::CaseFile;
use relance::domain::claim::Claim;
use relance::domain::contact::{Contact, Role};
use relance::domain::event::{Channel, Outcome, Step};
use relance::domain::party::{Client, DebtorKind};
use relance::text::Lang;
use support::day;

const ONE: InvoiceId = InvoiceId(1);
const TODAY: &str = "2026-11-24";

fn run(book: &mut Book, command: Command) {
    update(book, command, day(TODAY)).unwrap();
}

/// Three late invoices of one client, 4,880 € in all, and a fourth one that nobody speaks of.
fn book() -> Book {
    let mut book = Book::default();
    run(&mut book, Command::SaveClient(None, ClientDraft::named("Brun", DebtorKind::Business)));
    for (number, cents) in [("12", 120_000), ("13", 248_000), ("14", 120_000), ("15", 70_000)] {
        let amount = Amount::from_cents(cents);
        let draft = InvoiceDraft::new("Brun", number, day("2026-09-01"), day("2026-10-01"), amount);
        run(&mut book, Command::SaveInvoice(None, draft));
    }
    book
}

/// Calls about the first three as the form of a call records it.
fn call(book: &mut Book, outcome: Outcome, typed: &[(CallField, &str)]) {
    let late = book.cases().map(|case| Covered {
        id: case.invoice.id,
        number: case.invoice.number.clone(),
        due: case.invoice.due,
        owed: case.invoice.amount,
    });
    let context = CallContext {
        subject: ONE,
        late: late.collect(),
        step: Step::FirstCall,
        to: "Mme Le Goff".to_owned(),
        is_beyond: false,
        was_in_vain: false,
        today: day(TODAY),
        region: Region::France,
        lang: Lang::Fr,
    };
    let form = CallForm {
        outcome: Some(outcome),
        confirmed: true,
        left_out: vec![InvoiceId(4)],
        typed: typed.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
        ..CallForm::default()
    };
    let draft = form.parse(&context).0.unwrap();
    run(book, Command::RecordCall(draft.drafts, None));
}

fn about(book: &Book, from: InvoiceId) -> Vec<InvoiceId> {
    let all = candidates(book, from, Step::Recap, day(TODAY));
    all.iter().filter(|one| one.left_out.is_none()).map(|one| one.id).collect()
}

/// The recap as it is written from an invoice, about what it is about by itself; spaces are plain ones.
fn recap(book: &Book, from: InvoiceId) -> String {
    let cases = about(book, from).into_iter().map(|id| book.case(id).unwrap());
    let all: Vec<Figures> = cases.map(|case| Figures::of_case(book, case, day(TODAY))).collect();
    let cases: Vec<(&CaseFile, &Claim)> = all.iter().map(|one| (&one.case, &one.claim)).collect();
    let client = book.clients().next().unwrap();
    let facts = Facts::new(book.profile(), client, &cases, day(TODAY), day("2026-12-04"), Lang::Fr);
    let written = message(Step::Recap, Channel::Email, Tone::Courteous, &facts.context()).unwrap();
    written.plain_text(Lang::Fr).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_recap_is_about_every_invoice_the_call_brought_something_on() {
    let plan: &[(CallField, &str)] = &[(CallField::Parts, "2"), (CallField::First, "1/12/2026")];
    for (outcome, typed, said) in [
        (Outcome::Promise, [].as_slice(), "un virement de 4 880,00 €"),
        (Outcome::Plan, plan, "Il a été convenu de régler 4 880,00 € en plusieurs fois"),
        (Outcome::Dispute, &[], "Une somme de 4 880,00 € est contestée"),
    ] {
        let mut book = book();
        call(&mut book, outcome, typed);
        // From whichever of them it is opened.
        for from in [1, 2, 3].map(InvoiceId) {
            assert_eq!(about(&book, from), [1, 2, 3].map(InvoiceId), "{outcome:?}");
            let text = recap(&book, from);
            assert!(text.contains(said), "{outcome:?}: {text}");
            assert!(!text.contains("Le reste"), "nothing is left of the three: {text}");
        }
    }
}

#[test]
fn a_recap_leaves_out_what_the_call_was_not_about_and_earlier_promises() {
    let mut book = book();
    call(&mut book, Outcome::Resend, &[]);
    let all = candidates(&book, ONE, Step::Recap, day(TODAY));
    let why: Vec<Option<LeftOut>> = all.iter().map(|one| one.left_out).collect();
    assert_eq!(why, [None, None, None, Some(LeftOut::NotSpokenOf)]);
    assert!(!LeftOut::NotSpokenOf.is_final(), "it can be taken in by hand");
    // A reminder is no recap: what was promised in the call is not asked for.
    call(&mut book, Outcome::Promise, &[]);
    let all = candidates(&book, InvoiceId(4), Step::FirmReminder, day(TODAY));
    assert!(all.iter().all(|one| one.id == InvoiceId(4) || one.left_out.is_some()));
}

#[test]
fn a_recap_goes_to_the_person_the_call_named_and_not_back_to_who_was_called() {
    let person = |name: &str| Contact {
        role: Role::Accounts,
        name: name.to_owned(),
        email: "compta@brun.example".to_owned(),
        phone: String::new(),
        personal_phone: String::new(),
        verified: None,
    };
    let named: &[(CallField, &str)] = &[(CallField::ContactName, "M. Roy")];
    for (outcome, typed, step, to) in [
        (Outcome::Promise, [].as_slice(), Step::Recap, "Mme Le Goff"),
        (Outcome::NewContact, named, Step::Recap, "M. Roy"),
        (Outcome::NewContact, named, Step::FirstReminder, "Mme Le Goff"),
    ] {
        let mut book = book();
        call(&mut book, outcome, typed);
        let known = book.clients().next().unwrap().clone();
        let client = Client { contacts: vec![person("Mme Le Goff"), person("M. Roy")], ..known };
        let all = recipients(&client);
        let at = suggested(&client, book.case(ONE).unwrap(), step, &all, day(TODAY));
        assert_eq!(all[at].name, to, "{outcome:?} {step:?}");
    }
}

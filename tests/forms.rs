//! What forms make of what people type: every field with what is surely wrong, nothing cut, nothing guessed.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use chrono::NaiveDate;
use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{ClientDraft, Command};
use relance::app::forms::assumptions::AssumptionsForm;
use relance::app::forms::calculator::{CalculatorField, CalculatorForm};
use relance::app::forms::client::{ClientField, ClientForm};
use relance::app::forms::contract::ContractForm;
use relance::app::forms::forecast::ForecastForm;
use relance::app::forms::invoice::{InvoiceField, InvoiceForm};
use relance::app::forms::movement::PaidRow;
use relance::app::forms::prefilled;
use relance::app::problem::{Note, Problem};
use relance::app::update::update;
use relance::base::dates::parse_iso;
use relance::base::{Amount, AmountError, Currency, DateError, RateError};
use relance::domain::assumptions::Assumptions;
use relance::domain::contract::{ContractRate, Law};
use relance::domain::forecast::Supposed;
use relance::domain::law::rates::RateTable;
use relance::domain::party::{DebtorKind, PublicBody};
use relance::text::Lang;

fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn invoice() -> InvoiceForm {
    InvoiceForm {
        client: "Atelier Brun".to_owned(),
        kind: Some(DebtorKind::Business),
        number: "2026-014".to_owned(),
        issued: "13/02/2026".to_owned(),
        due: "15/03/2026".to_owned(),
        amount: "3 480,00".to_owned(),
        ..InvoiceForm::new()
    }
}

fn row(amount: &str, date: &str) -> PaidRow {
    PaidRow { amount: amount.to_owned(), date: date.to_owned() }
}

fn fault(form: &InvoiceForm, field: InvoiceField) -> Option<Problem> {
    let (draft, findings) = form.parse(&Book::default(), None, today());
    assert!(draft.is_none() || findings.problems.is_empty());
    findings.problem_of(field)
}

fn note(form: &InvoiceForm, book: &Book, field: InvoiceField) -> Option<Note> {
    form.parse(book, None, today()).1.note_of(field)
}

#[test]
fn an_invoice_with_six_facts_is_taken_as_typed() {
    let (draft, findings) = invoice().parse(&Book::default(), None, today());
    let draft = draft.unwrap();
    assert!(findings.problems.is_empty() && findings.notes.is_empty());
    assert_eq!((draft.amount.to_string().as_str(), draft.due), ("3480.00", day("2026-03-15")));
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let wrong = |change: fn(&mut InvoiceForm), field| {
        let mut form = invoice();
        change(&mut form);
        fault(&form, field)
    };
    assert_eq!(wrong(|form| form.amount = "0".into(), InvoiceField::Amount), Some(Problem::NotPositive));
    assert_eq!(wrong(|form| form.amount = "-5".into(), InvoiceField::Amount), Some(Problem::NotPositive));
    let too_large = Some(Problem::Amount(AmountError::TooLarge));
    assert_eq!(wrong(|form| form.amount = "1000000000".into(), InvoiceField::Amount), too_large);
    assert_eq!(wrong(|form| form.amount = "999 999 999,99".into(), InvoiceField::Amount), None);
    let no_such_day = Some(Problem::Date(DateError::NoSuchDay));
    assert_eq!(wrong(|form| form.due = "30/02/2026".into(), InvoiceField::Due), no_such_day);
    let out_of_range = Some(Problem::Date(DateError::OutOfRange));
    assert_eq!(wrong(|form| form.due = "15/03/1899".into(), InvoiceField::Due), out_of_range);
    assert_eq!(
        wrong(|form| form.due = "12/02/2026".into(), InvoiceField::Due),
        Some(Problem::DueBeforeIssue)
    );
    assert_eq!(
        wrong(|form| form.client = "é".repeat(10_000), InvoiceField::Client),
        Some(Problem::TooLong(200))
    );
    assert_eq!(wrong(|form| form.number.clear(), InvoiceField::Number), Some(Problem::Required));
    let rate = Some(Problem::Rate(RateError::TooHigh));
    assert_eq!(wrong(|form| form.contract.rate = "101".into(), InvoiceField::Rate), rate);
    let tomorrow = wrong(|form| form.paid = vec![row("10", "23/11/2026")], InvoiceField::PaidOn(0));
    assert_eq!(tomorrow, Some(Problem::InTheFuture));
}

#[test]
fn later_instalments_come_after_the_first_and_leave_it_something() {
    let with = |rows: Vec<PaidRow>| InvoiceForm { later: rows, ..invoice() };
    let draft = with(vec![row("1000", "15/08/2026"), row("480", "15/06/2026"), row("", "")])
        .parse(&Book::default(), None, today())
        .0
        .unwrap();
    let dues: Vec<String> = draft.later.iter().map(|instalment| instalment.due.to_string()).collect();
    assert_eq!(dues, ["2026-06-15", "2026-08-15"], "in order of date, the empty row left out");
    let early = with(vec![row("480", "15/03/2026")]);
    let first = day("2026-03-15");
    assert_eq!(fault(&early, InvoiceField::InstalmentDue(0)), Some(Problem::InstalmentBeforeFirst(first)));
    let whole = with(vec![row("3000", "15/06/2026"), row("480", "15/08/2026")]);
    assert_eq!(fault(&whole, InvoiceField::Instalment(1)), Some(Problem::InstalmentsAboveAmount));
    assert_eq!(fault(&with(vec![row("10", "")]), InvoiceField::InstalmentDue(0)), Some(Problem::Required));
}

#[test]
fn the_longest_lawful_term_depends_on_the_debtor_and_nothing_is_shortened() {
    let book = {
        let mut book = Book::default();
        let hospital =
            ClientDraft { body: PublicBody::Health, ..ClientDraft::named("CHU", DebtorKind::Public) };
        update(&mut book, Command::SaveClient(None, hospital), today()).unwrap();
        book
    };
    let due_in = |days: u32, change: fn(&mut InvoiceForm)| {
        let due = relance::base::dates::add_days(day("2026-02-13"), days);
        let mut form = InvoiceForm { due: due.format("%d/%m/%Y").to_string(), ..invoice() };
        change(&mut form);
        note(&form, &book, InvoiceField::Due)
    };
    assert_eq!(due_in(60, |_| ()), None);
    assert_eq!(due_in(61, |_| ()), Some(Note::AboveCeiling));
    assert_eq!(due_in(46, |form| form.contract.periodic = true), Some(Note::AbovePeriodicCeiling));
    let public = |form: &mut InvoiceForm| form.kind = Some(DebtorKind::Public);
    assert_eq!(due_in(31, public), Some(Note::AbovePublicCeiling(30)));
    let hospital = |form: &mut InvoiceForm| (form.client, form.kind) = ("chu".into(), None);
    assert_eq!(due_in(50, hospital), None);
    assert_eq!(due_in(51, hospital), Some(Note::AbovePublicCeiling(50)));
    assert_eq!(
        due_in(120, |form| form.kind = Some(DebtorKind::Consumer)),
        None,
        "no ceiling is set for consumers"
    );
    assert_eq!(due_in(120, |form| form.contract.take_law(Law::Swiss)), None, "nor by this law abroad");
}

#[test]
fn a_law_brings_its_currency_and_only_some_take_a_rate() {
    let mut form = invoice();
    form.contract.rate = "12".to_owned();
    form.contract.take_law(Law::British);
    let draft = form.parse(&Book::default(), None, today()).0.unwrap();
    assert_eq!((draft.currency, draft.contract.rate), (Currency::GBP, None), "kept in the form, not applied");
    form.contract.take_law(Law::French);
    let draft = form.parse(&Book::default(), None, today()).0.unwrap();
    assert!(matches!(draft.contract.rate, Some(ContractRate::Yearly(_))));
    let mut plain = invoice();
    plain.contract.take_law(Law::Plain);
    assert_eq!(fault(&plain, InvoiceField::Rate), Some(Problem::Required));
    plain.contract.rate = "10".to_owned();
    plain.contract.fixed_sum = "quarante".to_owned();
    assert_eq!(fault(&plain, InvoiceField::FixedSum), Some(Problem::Amount(AmountError::NotANumber)));
}

proptest! {
    #[test]
    fn whatever_is_typed_the_calculator_answers_or_says_why(
        texts in prop::collection::vec("\\PC{0,20}|[0-9 /.,-]{0,12}", 8),
        kind in prop::sample::select(vec![DebtorKind::Business, DebtorKind::Consumer, DebtorKind::Public]),
        law in prop::sample::select(Law::ALL.to_vec()),
    ) {
        let [amount, due, issued, paid, paid_on, as_of, rate, notice] = texts.as_slice() else { unreachable!() };
        let form = CalculatorForm {
            amount: amount.clone(),
            due: due.clone(),
            issued: issued.clone(),
            paid: vec![PaidRow { amount: paid.clone(), date: paid_on.clone() }],
            as_of: as_of.clone(),
            contract: ContractForm { law, rate: rate.clone(), ..ContractForm::default() },
            notice: notice.clone(),
            kind,
            ..CalculatorForm::default()
        };
        let (estimate, findings) = form.parse(today(), RateTable::builtin());
        prop_assert_eq!(estimate.is_none(), !findings.problems.is_empty());
        // What a link carries of nonsense is at most nonsense again.
        let _ = CalculatorForm::from_query(&form.to_query(), Lang::En).parse(today(), RateTable::builtin());
        prop_assert!(findings.problem_of(CalculatorField::Client).is_none());
    }
}

#[test]
fn a_form_filled_in_beforehand_writes_its_amounts_as_the_screen_does() {
    let amount = Amount::from_cents(248_050);
    for (lang, written, round) in
        [(Lang::Fr, "2\u{202f}480,50", "1\u{202f}200"), (Lang::En, "2,480.50", "1,200")]
    {
        assert_eq!(prefilled(lang, amount), written);
        assert_eq!(Amount::parse_typed(&prefilled(lang, amount)), Ok(amount));
        let form = CalculatorForm::from_query("m=2480.50&p=2480.50_2026-07-02&l=fixe&s=2480.50", lang);
        assert_eq!((form.amount.as_str(), form.paid[0].amount.as_str()), (written, written));
        assert_eq!(form.contract.fixed_sum, written);
        let assumptions = Assumptions { hourly: Some(amount), ..Assumptions::default() };
        assert_eq!(AssumptionsForm::of(&assumptions, lang).hourly, written);
        let supposed = Supposed { cash: Some(amount), ..Supposed::default() };
        assert_eq!(ForecastForm::start(&supposed, lang).cash, written);
        let supposed = Supposed { costs: Some(Amount::from_cents(120_000)), ..supposed };
        assert_eq!(ForecastForm::start(&supposed, lang).costs, round);
    }
}

/// No form writes its amounts in one language whatever the screen speaks.
#[test]
fn no_form_writes_an_amount_in_french_alone() {
    let mut folders = vec![std::path::PathBuf::from("src/app/forms"), std::path::PathBuf::from("src/ui")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let text = std::fs::read_to_string(&entry).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap();
                assert!(
                    !code.contains("Lang::Fr, amount") && !code.contains("number(Lang::"),
                    "{}",
                    entry.display()
                );
            }
        }
    }
}

#[test]
fn a_judgment_that_is_to_come_is_said_at_its_field() {
    let form = |on: &str| ClientForm {
        name: "Atelier Brun".to_owned(),
        insolvency: on.to_owned(),
        ..ClientForm::default()
    };
    let (draft, findings) = form("23/11/2026").parse(today());
    assert_eq!(findings.problem_of(ClientField::Insolvency), Some(Problem::InTheFuture));
    assert!(draft.is_none());
    let (draft, _) = form("22/11/2026").parse(today());
    assert_eq!(draft.unwrap().insolvency, Some(today()));
}

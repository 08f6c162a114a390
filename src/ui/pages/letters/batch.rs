//! The letters of a batch: written from the book and the day, each ready to print and to record.

use chrono::NaiveDate;

use crate::app::book::Book;
use crate::app::command::SendingDraft;
use crate::app::notes::note_number;
use crate::app::views::figures::Figures;
use crate::app::views::today::{Todo, day};
use crate::app::views::withheld::{granted_by_plan, plan_sum};
use crate::app::views::writing::{recipients, suggested, supposes_sending, tone};
use crate::base::{Currency, InvoiceId};
use crate::documents::asked::asked;
use crate::documents::context::{Case, Facts};
use crate::documents::letter::Letter;
use crate::documents::message::{Message, message};
use crate::documents::missing::{MissingFact, missing_facts};
use crate::documents::paper::{Paper, PaperFacts, StatementTerms, paper};
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::deadline::{deadline, notice_deadline};
use crate::domain::dunning::person;
use crate::domain::event::{Channel, SentText, Step};
use crate::domain::manner::Tone;
use crate::domain::notice::NoticeTerms;
use crate::domain::party::Client;
use crate::text::Lang;
use crate::ui::sent::sent_text;

/// Which letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// What is to be sent today and can go by post.
    Due,
    /// A statement of account for every client who owes.
    Statements,
}

/// A letter ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Name of the client.
    pub client: String,
    /// The letter.
    pub letter: Letter,
    /// What it still lacks.
    pub missing: Vec<MissingFact>,
    step: Step,
    channel: Channel,
    tone: Tone,
    cases: Vec<InvoiceId>,
    to: String,
    last: NaiveDate,
    number: String,
}

/// The letters there are, the most pressing first.
pub fn ready(book: &Book, what: What, today: NaiveDate) -> Vec<Ready> {
    match what {
        What::Due => {
            let mut ready: Vec<Ready> = Vec::new();
            for todo in &day(book, today).todos {
                let notes = ready.iter().filter(|one| !one.number.is_empty()).count();
                ready.extend(due(book, todo, today, u32::try_from(notes).unwrap_or(u32::MAX)));
            }
            ready
        }
        What::Statements => book.clients().flat_map(|client| statements(book, client, today)).collect(),
    }
}

fn lang_of(book: &Book, client: &Client) -> Lang {
    client.manner.lang.unwrap_or(book.settings().language)
}

/// A letter of the day’s work; so many penalty notes come before it in the batch.
fn due(book: &Book, todo: &Todo, today: NaiveDate, notes: u32) -> Option<Ready> {
    let step = todo.action.what.step().filter(|step| !step.is_call())?;
    let client = book.client(todo.client)?;
    let is_light = matches!(step, Step::ReceiptCheck | Step::Courtesy | Step::Approval | Step::Inquiry);
    if is_light && person::channel(client, step) != Channel::Post {
        // Where it can be asked otherwise a letter would be too much.
        return None;
    }
    let is_registered = matches!(step, Step::FormalNotice | Step::PlanNotice);
    let channel = if is_registered { Channel::RegisteredPost } else { Channel::Post };
    let plan_sum = plan_sum(book, todo.invoice, step, today);
    let plan = plan_sum.map(|(plan, _)| plan).filter(|_| step == Step::PlanNotice);
    // A notice about a plan is about all it covers.
    let ids = plan.map_or(&todo.cases, |plan| &plan.invoices);
    let figures: Vec<Figures> = ids
        .iter()
        .filter_map(|id| book.case(*id))
        .filter(|case| !supposes_sending(step) || case.was_sent(today))
        .map(|case| Figures::of_case(book, case, today))
        .collect();
    let cases: Vec<Case<'_>> = figures.iter().map(|one| (&one.case, &one.claim)).collect();
    let all = recipients(client);
    let at = book.case(todo.invoice).map_or(0, |case| suggested(client, case, step, &all, today));
    let person = all.get(at).or(all.first()).cloned().unwrap_or_default();
    let addressed = person.at(client);
    let region = book.policy().region;
    let last = if let Some(plan) = plan {
        notice_deadline(plan.notice_days, channel, region, today)
    } else {
        let usual = deadline(step, channel, client.kind, region, today);
        granted_by_plan(book, todo.invoice, step, today).map_or(usual, |day| day.max(usual))
    };
    let lang = lang_of(book, client);
    let facts = Facts::new(book.profile(), &addressed, &cases, today, last, lang);
    let number = if step == Step::PenaltyNote {
        note_number(today, notes + book.notes_in(today))
    } else {
        String::new()
    };
    let broken = book.broken_plan(todo.invoice, today);
    let payment_code = book.stationery().payment_code;
    let facts = Facts { payment_code, note_number: &number, plan_sum, broken: broken.as_ref(), ..facts };
    let context = facts.context();
    let tone = client.manner.tone.unwrap_or_else(|| tone(step, client.manner.relation));
    let Message::Letter(letter) = message(step, channel, tone, &context).ok()? else { return None };
    let missing = missing_facts(lang, &letter.plain_text());
    Some(Ready {
        client: client.name.clone(),
        letter,
        missing,
        step,
        channel,
        tone,
        cases: figures.iter().map(|one| one.case.invoice.id).collect(),
        to: person.named(""),
        last,
        number,
    })
}

/// A statement in each currency the client owes in.
fn statements(book: &Book, client: &Client, today: NaiveDate) -> Vec<Ready> {
    let figures: Vec<Figures> =
        book.cases_of(client.id).map(|case| Figures::of_case(book, case, today)).collect();
    let mut currencies: Vec<Currency> = Vec::new();
    for one in &figures {
        let currency = one.case.invoice.currency;
        if one.claim.balance().is_positive() && !currencies.contains(&currency) {
            currencies.push(currency);
        }
    }
    let lang = lang_of(book, client);
    let statement = |currency: Currency| {
        let of: Vec<&Figures> = figures.iter().filter(|one| one.case.invoice.currency == currency).collect();
        let cases: Vec<Case<'_>> = of.iter().map(|one| (&one.case, &one.claim)).collect();
        let letter = paper(
            &Paper::Statement(StatementTerms::default()),
            &PaperFacts {
                payment_code: book.stationery().payment_code,
                ..PaperFacts::new(book.profile(), client, &cases, today, lang)
            },
        )
        .ok()?;
        Some(Ready {
            client: client.name.clone(),
            missing: missing_facts(lang, &letter.plain_text()),
            letter,
            step: Step::Document,
            channel: Channel::Post,
            tone: Tone::default(),
            cases: of.first().map(|one| one.case.invoice.id).into_iter().collect(),
            to: client.contact.clone(),
            last: today,
            number: String::new(),
        })
    };
    currencies.into_iter().filter_map(statement).collect()
}

impl Ready {
    /// What is recorded of it, case by case.
    pub fn drafts(&self, book: &Book, today: NaiveDate) -> Vec<(InvoiceId, SendingDraft)> {
        let cases = self.cases.iter().filter_map(|id| book.case(*id));
        let draft = |case: &CaseFile| {
            let figures = Figures::of_case(book, case, today);
            let sums = (self.step != Step::Document)
                .then(|| asked(self.step, self.tone, figures.client.kind, &figures.case, &figures.claim));
            let letter = &self.letter;
            let kept = sent_text(book, &letter.subject, letter.plain_text(), today, Some(letter));
            let text = match sums {
                Some(sums) => SentText {
                    principal: sums.principal,
                    interest: sums.interest,
                    indemnity: sums.indemnity,
                    provisional: sums.provisional,
                    number: self.number.clone(),
                    notice: (self.step == Step::FormalNotice)
                        .then(|| NoticeTerms::usual(figures.client.kind)),
                    ..kept
                },
                None => kept,
            };
            let draft = SendingDraft::new(today, self.channel, self.step, self.last, text);
            (case.invoice.id, SendingDraft { to: self.to.clone(), ..draft })
        };
        cases.map(draft).collect()
    }
}

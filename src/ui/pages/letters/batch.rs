//! The letters of a batch: written from the book and the day, each ready to print and to record. Where one was prepared on
//! its own page, it is that one.

use chrono::NaiveDate;

use super::prepared::{self, Held, Own, in_own_words};
use crate::app::book::Book;
use crate::app::command::SendingDraft;
use crate::app::notes::note_number;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::today::{Todo, day};
use crate::app::views::withheld::{granted_by_plan, plan_sum};
use crate::app::views::writing::{recipients, suggested, supposes_sending, tone};
use crate::base::{Currency, InvoiceId};
use crate::documents::asked::asked;
use crate::documents::completeness::Purpose;
use crate::documents::context::{Case, Facts};
use crate::documents::letter::Letter;
use crate::documents::message::{Message, message};
use crate::documents::missing::{MissingFact, missing_facts};
use crate::documents::paper::{Paper, PaperFacts, PaperKind, StatementTerms, written};
use crate::documents::wording::Document;
use crate::domain::dunning::deadline::{deadline, letter_of, notice_deadline};
use crate::domain::dunning::person;
use crate::domain::event::{Channel, SentText, Step};
use crate::domain::manner::Tone;
use crate::domain::notice::NoticeTerms;
use crate::domain::party::Client;
use crate::domain::plan::Plan;
use crate::domain::posting::Posting;
use crate::text::Lang;
use crate::ui::editing::own_words::{self, OwnWords};
use crate::ui::pages::composer::text::kept_name;
use crate::ui::pages::documents::{desk::name_of, source};
use crate::ui::sent::sent_text;
use crate::ui::state::App;

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
    /// It is in words of the user’s own, kept under this name.
    pub own: Option<Own>,
    /// Why it is read again first.
    pub held: Option<Held>,
    /// Its own page.
    pub page: Route,
    notice: Option<NoticeTerms>,
    posting: Posting,
    step: Step,
    channel: Channel,
    tone: Tone,
    cases: Vec<InvoiceId>,
    to: String,
    last: NaiveDate,
    number: String,
}

/// The letters there are, the most pressing first.
pub fn ready(app: App, book: &Book, what: What, today: NaiveDate) -> Vec<Ready> {
    match what {
        What::Due => {
            let mut ready: Vec<Ready> = Vec::new();
            for todo in &day(book, today).todos {
                let notes = ready.iter().filter(|one| !one.number.is_empty()).count();
                ready.extend(due(app, book, todo, today, u32::try_from(notes).unwrap_or(u32::MAX)));
            }
            ready
        }
        What::Statements => book.clients().flat_map(|client| statements(app, book, client, today)).collect(),
    }
}

fn lang_of(book: &Book, client: &Client) -> Lang {
    client.manner.lang.unwrap_or(book.settings().language)
}

/// A letter of the day’s work; so many penalty notes come before it in the batch.
fn due(app: App, book: &Book, todo: &Todo, today: NaiveDate, notes: u32) -> Option<Ready> {
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
    let own = prepared::own(app, book, kept_name(todo.invoice, step, channel), step);
    // A notice about a plan is about all it covers; what was prepared, about what it was prepared for.
    let ids = plan.map_or(&todo.cases, |plan| &plan.invoices);
    let ids = own.as_ref().map(|own| &own.words.about).filter(|about| !about.is_empty()).unwrap_or(ids);
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
    let notice = (step == Step::FormalNotice).then(|| prepared::notice(app, todo.invoice, client.kind));
    let last = if let Some(plan) = plan {
        notice_deadline(plan.notice_days, channel, region, today)
    } else {
        let usual = match &notice {
            Some(terms) => notice_deadline(terms.days, letter_of(step, channel), region, today),
            None => deadline(step, channel, client.kind, region, today),
        };
        granted_by_plan(book, todo.invoice, step, today).map_or(usual, |day| day.max(usual))
    };
    let words = own.as_ref().map(|own| &own.words.text);
    let lang = words.map_or_else(|| lang_of(book, client), |words| words.lang);
    let facts = Facts::new(book.profile(), &addressed, &cases, today, last, lang);
    let number = if step == Step::PenaltyNote {
        note_number(today, notes + book.notes_in(today))
    } else {
        String::new()
    };
    let broken = book.broken_plan(todo.invoice, today);
    let posting_number = prepared::posting_number(app, todo.invoice, step, channel);
    let facts = Facts {
        payment_code: book.stationery().payment_code,
        note_number: &number,
        posting_number: &posting_number,
        terms: notice.as_ref(),
        ends_contract: step == Step::FormalNotice && prepared::ends_contract(app, todo.invoice),
        tu: words.map_or(facts.tu, |words| words.tu),
        plan_sum,
        broken: broken.as_ref(),
        ..facts
    };
    let context = facts.context();
    let tone = client.manner.tone.unwrap_or_else(|| tone(step, client.manner.relation));
    let tone = words.map_or(tone, |words| words.tone);
    let Message::Letter(letter) = message(step, channel, tone, &context).ok()? else { return None };
    let checks = match step {
        Step::FormalNotice => (Document::FormalNotice, Purpose::FormalNotice),
        Step::PenaltyNote => (Document::Letter, Purpose::PenaltyNote),
        _ => (Document::Letter, Purpose::Reminder),
    };
    let (letter, held) = match words {
        Some(words) => in_own_words(&letter, words, &context, checks, client.kind),
        None => (letter, None),
    };
    let missing = missing_facts(lang, &letter.plain_text());
    Some(Ready {
        client: client.name.clone(),
        letter,
        missing,
        own,
        held,
        page: Route::Text(todo.invoice, step),
        notice,
        posting: Posting { number: posting_number, ..Posting::default() },
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
fn statements(app: App, book: &Book, client: &Client, today: NaiveDate) -> Vec<Ready> {
    let known = book.cases_of(client.id).filter(|case| case.invoice.issued <= today);
    let figures: Vec<Figures> = known.map(|case| Figures::of_case(book, case, today)).collect();
    let mut currencies: Vec<Currency> = Vec::new();
    for one in &figures {
        let currency = one.case.invoice.currency;
        if one.claim.balance().is_positive() && !currencies.contains(&currency) {
            currencies.push(currency);
        }
    }
    let statement = |currency: Currency| {
        let of: Vec<&Figures> = figures.iter().filter(|one| one.case.invoice.currency == currency).collect();
        statement(app, book, client, &of, today)
    };
    currencies.into_iter().filter_map(statement).collect()
}

/// A statement of all invoices of a client in one currency, or of those it was prepared for.
fn statement(app: App, book: &Book, client: &Client, all: &[&Figures], today: NaiveDate) -> Option<Ready> {
    let id_of = |one: &Figures| one.case.invoice.id;
    let found = all.iter().find_map(|one| {
        let name = source::kept_name(id_of(one), PaperKind::Statement);
        Some((id_of(one), prepared::own(app, book, name, Step::Document)?))
    });
    let (page, own) = found.map_or((None, None), |(id, own)| (Some(id), Some(own)));
    let words = own.as_ref().map(|own| &own.words);
    let is_about = |one: &&&Figures| {
        words.is_none_or(|words| words.about.is_empty() || words.about.contains(&id_of(one)))
    };
    let of: Vec<&Figures> = all.iter().filter(is_about).copied().collect();
    let cases: Vec<Case<'_>> = of.iter().map(|one| (&one.case, &one.claim)).collect();
    let lang = words.map_or_else(|| lang_of(book, client), |words| words.text.lang);
    let plans: Vec<Plan> = book.plans().filter(|plan| plan.client == client.id).cloned().collect();
    let made = written(
        &Paper::Statement(StatementTerms::default()),
        &PaperFacts {
            plans: &plans,
            payment_code: book.stationery().payment_code,
            ..PaperFacts::new(book.profile(), client, &cases, today, lang)
        },
    )
    .ok()?;
    let (letter, held) = match words {
        Some(words) => {
            let checks = (Document::Letter, Purpose::Reminder);
            in_own_words(&made.letter, &words.text, &made.context, checks, client.kind)
        }
        None => (made.letter, None),
    };
    let ids: Vec<InvoiceId> = of.iter().map(|one| id_of(one)).collect();
    Some(Ready {
        client: client.name.clone(),
        missing: missing_facts(lang, &letter.plain_text()),
        letter,
        held,
        page: Route::Documents(page.or(ids.first().copied())?, name_of(PaperKind::Statement).to_owned()),
        own,
        notice: None,
        posting: Posting::default(),
        step: Step::Document,
        channel: Channel::Post,
        tone: Tone::default(),
        cases: ids,
        to: client.contact.clone(),
        last: today,
        number: String::new(),
    })
}

impl Ready {
    /// It can be printed as it stands.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.held.is_none()
    }

    /// What is recorded of it, case by case.
    pub fn drafts(&self, book: &Book, today: NaiveDate) -> Vec<(InvoiceId, SendingDraft)> {
        let letter = &self.letter;
        let kept = sent_text(book, &letter.subject, letter.plain_text(), today, Some(letter));
        let draft = SendingDraft {
            to: self.to.clone(),
            posting: self.posting.clone(),
            ..SendingDraft::new(today, self.channel, self.step, self.last, kept)
        };
        let figures: Vec<Figures> = self
            .cases
            .iter()
            .filter_map(|id| book.case(*id))
            .map(|case| Figures::of_case(book, case, today))
            .collect();
        if self.step == Step::Document {
            return draft.on_each(&self.cases);
        }
        let of_case = |figures: &Figures| {
            let sums = asked(self.step, self.tone, figures.client.kind, &figures.case, &figures.claim);
            let text = SentText {
                principal: sums.principal,
                interest: sums.interest,
                indemnity: sums.indemnity,
                provisional: sums.provisional,
                number: self.number.clone(),
                notice: self.notice.clone(),
                ..draft.text.clone()
            };
            (figures.case.invoice.id, SendingDraft { text, ..draft.clone() })
        };
        figures.iter().map(of_case).collect()
    }

    /// What was prepared for it is over: own words stay for as long as the sending may be taken back.
    pub fn forget(&self, app: App) {
        if let Some(Own { words, name }) = &self.own {
            let words = OwnWords { sent: self.letter.plain_text(), ..words.clone() };
            own_words::keep(app, name, Some(&words));
        }
        if let Route::Text(id, step) = self.page {
            prepared::forget(app, id, step);
        }
    }
}

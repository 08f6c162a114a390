//! The text of the page, written from what is chosen; and as it is kept once sent: exact, with the sums it asked for on
//! each invoice.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::desk::Desk;
use crate::app::book::Book;
use crate::app::notes::note_number;
use crate::app::own_templates::{OwnTemplate, kept_under};
use crate::app::views::figures::Figures;
use crate::app::views::withheld::{granted_by_plan, plan_sum};
use crate::base::InvoiceId;
use crate::documents::asked::asked;
use crate::documents::completeness::Purpose;
use crate::documents::context::{Case, Facts, TextContext};
use crate::documents::message::{Message, message};
use crate::documents::own::own_message;
use crate::documents::template::TextError;
use crate::documents::wording::Document;
use crate::domain::dunning::deadline::{deadline, letter_of, notice_deadline};
use crate::domain::event::{Channel, Event, SentText, Step};
use crate::domain::manner::Tone;
use crate::domain::offer::{Offer, OfferState};
use crate::domain::party::DebtorKind;
use crate::domain::plan::Plan;
use crate::domain::plan::standing::PlanRow;
use crate::text::{Lang, format};
use crate::ui::editing::source::{Source, Wording};
use crate::ui::sent::sent_text;
use crate::ui::state::App;

/// The text of a step.
#[derive(Clone, Copy)]
pub struct StepSource {
    /// The app.
    pub app: App,
    /// What it is about and for whom.
    pub desk: Desk,
}

impl Source for StepSource {
    fn write(&self, wording: Wording, channel: Channel) -> Option<Message> {
        write(self.app, self.desk, wording, channel).ok()
    }

    fn context(&self, wording: Wording, channel: Channel) -> Option<TextContext> {
        Some(context(self.app, self.desk, wording, channel))
    }

    fn document(&self, channel: Channel) -> Document {
        match channel {
            Channel::Sms => Document::Sms,
            Channel::Post | Channel::RegisteredPost | Channel::Hand
                if self.desk.step == Step::FormalNotice =>
            {
                Document::FormalNotice
            }
            Channel::Post | Channel::RegisteredPost | Channel::Hand => Document::Letter,
            Channel::Email | Channel::Phone | Channel::Portal => Document::Email,
        }
    }

    fn purpose(&self, channel: Channel) -> Purpose {
        match self.desk.step {
            // By e-mail a formal notice is only announced.
            Step::FormalNotice if self.document(channel) == Document::FormalNotice => Purpose::FormalNotice,
            Step::PenaltyNote => Purpose::PenaltyNote,
            _ => Purpose::Reminder,
        }
    }

    fn debtor(&self) -> DebtorKind {
        self.desk.figures.with(|figures| figures.client.kind)
    }

    /// Every paper letter has the same words.
    fn name(&self, channel: Channel) -> String {
        kept_name(self.desk.id, self.desk.step, channel)
    }

    fn about(&self) -> Vec<InvoiceId> {
        self.desk.chosen.get()
    }

    fn choose(&self, about: Vec<InvoiceId>) {
        self.desk.choose_all(about);
    }

    fn may_be(&self, event: &Event) -> bool {
        event.step == self.desk.step
    }

    fn templates(&self, lang: Lang, channel: Channel) -> Vec<OwnTemplate> {
        let step = self.desk.step;
        self.app.book.with(|book| book.templates().of(step, channel, lang).cloned().collect())
    }

    fn write_own(&self, own: &OwnTemplate, wording: Wording, channel: Channel) -> Option<Message> {
        write_own(self.app, self.desk, own, wording, channel)
    }
}

/// The name own words of a step are kept under.
pub fn kept_name(id: InvoiceId, step: Step, channel: Channel) -> String {
    let named = |json: Result<String, _>| json.unwrap_or_default().replace('"', "");
    let (step, channel) = (serde_json::to_string(&step), serde_json::to_string(&kept_under(channel)));
    format!("text/{id}/{}/{}", named(step), named(channel))
}

/// The last day to pay that a text grants.
fn last_day(app: App, desk: Desk, channel: Channel) -> NaiveDate {
    let region = app.book.with(|book| Book::policy(book).region);
    let kind = desk.figures.with(|figures| figures.client.kind);
    let today = desk.figures.with(|figures| figures.claim.as_of);
    if let Some(plan) = plan_proposed(app, desk).filter(|plan| today <= plan.answer_by) {
        return plan.answer_by;
    }
    if let Some(offer) = offer_made(app, desk) {
        return offer.until;
    }
    if let Some((plan, _)) = plan_spoken_of(app, desk).filter(|_| desk.step == Step::PlanNotice) {
        return notice_deadline(plan.notice_days, channel, region, today);
    }
    let usual = match desk.granted() {
        Some(terms) => notice_deadline(terms.days, letter_of(desk.step, channel), region, today),
        None => deadline(desk.step, channel, kind, region, today),
    };
    let by_plan = app.book.with(|book| granted_by_plan(book, desk.id, desk.step, today));
    by_plan.map_or(usual, |day| day.max(usual))
}

/// What the text is written from. It is one to send on the day its figures are stated at.
pub fn context(app: App, desk: Desk, wording: Wording, channel: Channel) -> TextContext {
    let number = note_number_of(app, desk);
    let (profile, payment_code) =
        app.book.with(|book| (Book::profile(book).clone(), Book::stationery(book).payment_code));
    let posting_number = desk.posting_number.get();
    let last = last_day(app, desk, channel);
    let granted = desk.granted();
    let today = desk.figures.with(|figures| figures.claim.as_of);
    desk.client.with(|client| {
        desk.all.with(|all| {
            let cases: Vec<Case<'_>> = all.iter().map(|one| (&one.case, &one.claim)).collect();
            let facts = Facts::new(&profile, client, &cases, today, last, wording.lang);
            let (plan, sum, offer) =
                (plan_proposed(app, desk), plan_spoken_of(app, desk), offer_made(app, desk));
            let facts = Facts {
                tu: wording.tu,
                payment_code,
                terms: granted.as_ref(),
                note_number: &number,
                posting_number: &posting_number,
                share: desk.weight.get().filter(|_| desk.says_weight.get()),
                ..facts
            };
            let plan_sum = sum.as_ref().map(|(plan, row)| (plan, *row));
            let ends_contract = desk.ends_contract.get();
            let broken = app.book.with(|book| book.broken_plan(desk.id, today));
            let facts = Facts { agreement: plan.as_ref(), plan_sum, broken: broken.as_ref(), ..facts };
            Facts { offer: offer.as_ref(), ends_contract, ..facts }.context()
        })
    })
}

/// The plan that the text proposes: the one waiting for an answer.
pub fn plan_proposed(app: App, desk: Desk) -> Option<Plan> {
    let today = app.today.get();
    let known = app.book.with(|book| Some(book.plan_of(desk.id, today)?.plan.clone()));
    known.filter(|plan| desk.step == Step::Instalments && plan.is_open_proposal())
}

/// The signed plan the text speaks of, with the sum it is about.
fn plan_spoken_of(app: App, desk: Desk) -> Option<(Plan, PlanRow)> {
    let today = app.today.get();
    app.book.with(|book| plan_sum(book, desk.id, desk.step, today).map(|(plan, row)| (plan.clone(), row)))
}

/// The offer that the text makes: the last one that may still be taken up.
fn offer_made(app: App, desk: Desk) -> Option<Offer> {
    if desk.step != Step::Offer {
        return None;
    }
    let today = app.today.get();
    app.book.with(|book| {
        let open =
            book.case(desk.id)?.offers_on(today).filter(|(_, state)| matches!(state, OfferState::Open(_)));
        open.max_by_key(|(offer, _)| (offer.date, offer.id)).map(|(offer, _)| offer.clone())
    })
}

/// The built-in text of a wording.
///
/// # Errors
/// Why there is none.
pub fn write(app: App, desk: Desk, wording: Wording, channel: Channel) -> Result<Message, TextError> {
    message(desk.step, channel, wording.tone, &context(app, desk, wording, channel))
}

/// The same from a template of the user's own; none where it is at fault or there is nothing to write.
pub fn write_own(
    app: App,
    desk: Desk,
    own: &OwnTemplate,
    wording: Wording,
    channel: Channel,
) -> Option<Message> {
    let context = context(app, desk, wording, channel);
    own_message(&own.subject, &own.body, desk.step, channel, wording.tone, &context).ok()
}

/// The last day to pay that the text names; none where it names none.
pub fn granted(app: App, desk: Desk, wording: Wording, channel: Channel) -> Option<NaiveDate> {
    let last = last_day(app, desk, channel);
    // By post it names its days, and not the day they end on.
    if desk.step == Step::PlanNotice {
        return Some(last);
    }
    let text = write(app, desk, wording, channel).ok()?.plain_text(wording.lang);
    let named = [format::date(wording.lang, last), format::date_digits(last)];
    named.iter().any(|day| text.contains(day)).then_some(last)
}

/// Why there is no text, and what to do instead.
pub fn why_none(app: App, desk: Desk, lang: Lang, wording: Wording, channel: Channel) -> &'static str {
    write(app, desk, wording, channel).err().map_or("", |error| error.explained(lang))
}

/// The number a penalty note would have; nothing of another text.
pub fn note_number_of(app: App, desk: Desk) -> String {
    if desk.step != Step::PenaltyNote {
        return String::new();
    }
    let day = desk.figures.with(|figures| figures.claim.as_of);
    app.book.with(|book| note_number(day, book.notes_in(day)))
}

/// The text with the figures of one of its invoices, as it will be kept for ever.
pub fn frozen(
    book: &Book,
    figures: &Figures,
    step: Step,
    wording: Wording,
    text: &Message,
    number: String,
) -> SentText {
    // However firm, a first text message asks for the principal alone.
    let is_short = matches!((step, text), (Step::FirstReminder, Message::Sms(_)));
    let tone = if is_short { Tone::Direct } else { wording.tone };
    let asked = asked(step, tone, figures.client.kind, &figures.case, &figures.claim);
    let body = text.plain_text(wording.lang);
    SentText {
        principal: asked.principal,
        interest: asked.interest,
        indemnity: asked.indemnity,
        provisional: asked.provisional,
        number,
        ..sent_text(book, text.subject(), body, figures.claim.as_of, text.letter())
    }
}

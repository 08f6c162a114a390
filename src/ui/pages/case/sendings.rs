//! Sendings of a claim: the invoice by which ways, every text after it, and the form for an invoice that was sent before.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::forms::handed::{HandedField, HandedForm, WAYS};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::writing::{Recipient, recipients};
use crate::base::{Amount, EventId, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::person;
use crate::domain::event::{Channel, Event, Step};
use crate::domain::note_series::read;
use crate::domain::party::Client;
use crate::text::format;
use crate::text::words::{case, dunning, notes, posting};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::dated_table::{DatedRow, dated_table};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// From this amount on, an invoice is worth a second way.
fn high() -> Amount {
    Amount::from_cents(100_000)
}

/// Ways an invoice can go, of which several take the excuse that it got lost: on screen, on paper, from hand to hand.
const WAYS_IN_ALL: usize = 3;

/// How many of them an invoice went.
fn ways(case: &CaseFile) -> usize {
    let sent = |is: fn(Channel) -> bool| {
        case.events
            .iter()
            .any(|event| matches!(event.step, Step::Invoice | Step::Duplicate) && is(event.channel))
    };
    let kinds: [fn(Channel) -> bool; WAYS_IN_ALL] = [
        |channel| matches!(channel, Channel::Email | Channel::Portal | Channel::Sms),
        |channel| matches!(channel, Channel::Post | Channel::RegisteredPost),
        |channel| channel == Channel::Hand,
    ];
    kinds.into_iter().filter(|is| sent(*is)).count()
}

/// The section.
#[component]
pub fn Sendings(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let rows = Memo::new(move |_| {
        let lang = app.lang();
        let row = |event: &Event| DatedRow {
            id: event.id.0,
            date: format::date(lang, event.date),
            what: format!(
                "{}, {}{}",
                case::sent(lang, event),
                dunning::by_channel(lang, event.channel),
                posting::numbered(lang, &event.posting.number)
            ),
            link: (!event.text.body.is_empty()).then(|| Route::Copy(id, event.id).to_string()),
            reference: event.to.clone(),
            condition: event.text.notice.as_ref().map(|notice| case::granted(lang, notice)),
            amount: None,
        };
        figures.with(|figures| {
            figures.case.events.iter().filter(|event| event.call.is_none()).map(row).collect::<Vec<_>>()
        })
    });
    let advice = move || {
        let lang = app.lang();
        let w = words.now();
        let count = figures.with(|figures| ways(&figures.case));
        let is_new = figures.with(|figures| {
            let client = figures.client.id;
            app.book.with(|book| book.cases_of(client).count() < 2)
        });
        let (owes, is_high) = figures.with(|figures| {
            (figures.claim.principal_left.is_positive(), high() < figures.case.invoice.amount)
        });
        let second = (owes && count == 1 && (is_new || is_high)).then_some(w.second_way);
        (count > 0)
            .then(|| view! { <p class="field-hint">{case::ways(lang, count, WAYS_IN_ALL)} " " {second}</p> })
    };
    // The series is that of all clients: a number that is missing beside one of this claim is told why.
    let gaps = move || {
        let lang = app.lang();
        let years: Vec<i32> = figures.with(|figures| {
            let numbers = figures.case.events.iter().filter(|event| event.step == Step::PenaltyNote);
            numbers.filter_map(|event| Some(read(&event.text.number)?.0)).collect()
        });
        let told = app.book.with(|book| {
            let gone = Book::stationery(book).cancelled.iter().filter(|one| years.contains(&one.year));
            gone.map(|one| format!("{}, {}", one.written(), notes::cancelled(lang, one))).collect::<Vec<_>>()
        });
        (!told.is_empty()).then(|| {
            let list = told.join(lang.pick("\u{a0}; ", "; "));
            let colon = lang.pick("\u{a0}: ", ": ");
            view! { <p class="field-hint">{notes::words(lang).register} {colon} {list} "."</p> }
        })
    };
    let delete = move |event| {
        let _ = app.send(Command::DeleteSending(id, EventId(event)));
    };
    let never = Memo::new(move |_| rows.with(Vec::is_empty));
    let names = [words.t(|w| w.sent_on), words.t(|w| w.sent_what), words.t(|w| w.sent_to)];
    view! {
        <section class="section" aria-labelledby="sendings">
            <h2 id="sendings" tabindex="-1">{words.t(|w| w.sendings)}</h2>
            {dated_table(rows, names, words.t(|w| w.delete_sending), "#sendings", delete)}
            {live(move || never.get().then(|| view! { <p class="field-hint">{words.t(|w| w.never_sent)}</p> }))}
            {live(advice)}
            {live(gaps)}
            <details class="disclosure">
                <summary>{words.t(|w| w.sent_already)}</summary>
                <div class="disclosure-body">
                    <Handed id=id figures=figures />
                </div>
            </details>
        </section>
    }
}

/// Whom an invoice goes to: by e-mail with the address, otherwise by name.
fn usual_recipient(client: &Client, channel: Channel) -> String {
    let role = person::role(client, Step::Invoice);
    let all = recipients(client);
    let one = all.iter().find(|one| one.role == role).or(all.first());
    let address = |one: &Recipient| if channel == Channel::Email { one.email.clone() } else { String::new() };
    one.map(|one| one.named(&address(one))).unwrap_or_default()
}

/// The form for an invoice that was sent without a text from here.
#[component]
fn Handed(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let usual = move |channel| figures.with_untracked(|figures| usual_recipient(&figures.client, channel));
    let start = HandedForm::default();
    let start = HandedForm { to: usual(start.channel), ..start };
    let draft = Draft::new(app, &format!("handed/{id}"), start);
    let form = draft.form;
    // Who it usually goes to follows how it went, until something else is typed.
    let take = move |channel| {
        form.update(|form| {
            if form.to == usual(form.channel) {
                form.to = usual(channel);
            }
            form.channel = channel;
        });
    };
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let issued = figures.with(|figures| figures.case.invoice.issued);
        form.with(|form| form.parse(issued, app.today.get()))
    });
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let handed = parsed.with_untracked(|(handed, _)| handed.clone());
        let carry_out = |handed| app.send(Command::RecordSending(vec![(id, handed)])).is_ok();
        if submit(&event, "handed-form", sent, handed, carry_out) {
            draft.clear();
        }
    };
    let channel = Memo::new(move |_| form.with(|form| form.channel));
    let to = move || {
        let hint = words.t(match channel.get() {
            Channel::Hand => |w| w.proof_hand,
            Channel::Post | Channel::RegisteredPost => |w| w.proof_post,
            Channel::Portal => |w| w.proof_portal,
            _ => |w| w.proof_email,
        });
        view! {
            <Field
                id="handed-to"
                label=words.t(|w| w.sent_to)
                hint=hint
                value=slot(form, |form| &form.to, |form| &mut form.to)
                problem=problem_of(HandedField::To)
                optional=true
                sent=sent
            />
        }
    };
    view! {
        <form class="form handed-form" novalidate on:submit=save>
            <div class="field-row">
                <Field
                    id="handed-date"
                    label=words.t(|w| w.sent_on)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(HandedField::Date)
                    sent=sent
                />
                {select(
                    "handed-channel",
                    words.t(|w| w.sent_how),
                    &WAYS,
                    dunning::channel,
                    move || channel.get(),
                    take,
                )}
            </div>
            {live(to)}
            {submit_button(Weight::Plain, words.t(|w| w.sent_save))}
        </form>
    }
}

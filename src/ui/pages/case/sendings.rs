//! Sendings of a claim: the invoice by which ways, every text after it, and the form for what was sent before.

use leptos::prelude::*;

use super::handed::Handed;
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{Amount, EventId, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::event::{Channel, Event, Step};
use crate::domain::note_series::read;
use crate::text::format;
use crate::text::words::{case, dunning, notes, posting};
use crate::ui::components::dated_table::{DatedRow, dated_table};
use crate::ui::live::live;
use crate::ui::state::use_app;

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

/// Where the words of a sending are read: those of a document about several invoices may be kept with another one.
fn copy_of(book: &Book, id: InvoiceId, event: &Event) -> Option<Route> {
    if !event.text.elsewhere {
        return (!event.text.body.is_empty()).then_some(Route::Copy(id, event.id));
    }
    let client = book.case(id)?.invoice.client;
    book.cases_of(client).find_map(|case| {
        let is_whole = |known: &&Event| !known.text.elsewhere && known.is_same_document(event);
        Some(Route::Copy(case.invoice.id, case.events.iter().find(is_whole)?.id))
    })
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
                "{}, {}{}{}",
                case::sent(lang, event),
                dunning::by_channel(lang, event.channel),
                posting::numbered(lang, &event.posting.number),
                dunning::by_author(lang, event.text.by),
            ),
            link: app.book.with(|book| copy_of(book, id, event)).map(|copy| copy.to_string()),
            reference: event.to.clone(),
            condition: if event.is_outside() && event.step != Step::Invoice {
                Some(words.now().sent_outside.to_owned())
            } else {
                event.text.notice.as_ref().map(|notice| case::granted(lang, notice))
            },
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
                    <p class="field-hint">{words.t(|w| w.sent_already_hint)}</p>
                    <Handed id=id figures=figures />
                </div>
            </details>
        </section>
    }
}

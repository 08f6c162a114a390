//! The reply card offered with an e-mail: off until it is ticked, with what it reveals; as a link in the text, or as a
//! file of its own.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::replies::{ReplyCommand, known_card};
use crate::app::route::Route;
use crate::base::{Amount, InvoiceId};
use crate::browser::{crypto, files, location};
use crate::documents::reply_file::reply_file;
use crate::domain::case_file::CaseFile;
use crate::domain::pay_link::PayLink;
use crate::domain::reply::link::{Shown, encode};
use crate::domain::reply::{SECRET_BYTES, Secret};
use crate::text::Lang;
use crate::text::words::replies;
use crate::ui::components::check::check;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// What a card is about, and where its link goes. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
pub struct CardDesk {
    /// The invoices with what is asked on each.
    pub sums: Memo<Vec<(InvoiceId, Amount)>>,
    /// Language of the text, and of the card.
    pub lang: Signal<Lang>,
    /// The link, while it goes with the text.
    pub link: RwSignal<Option<String>>,
    /// The text is being put in the user’s own words, so that what is added to it is not seen in it.
    pub is_edited: Signal<bool>,
    /// The paragraph that is added.
    pub paragraph: Signal<Option<String>>,
}

/// The offer.
#[component]
pub fn CardOption(desk: CardDesk) -> impl IntoView {
    let app = use_app();
    let words = app.words(replies::words);
    let is_on = RwSignal::new(false);
    let today = app.today;
    let secret = Memo::new(move |_| {
        let day = today.get();
        desk.sums.with(|sums| app.book.with(|book| known_card(book, sums, day)))
    });
    let shown = Memo::new(move |_| {
        let (secret, lang) = (secret.get().filter(|_| is_on.get())?, desk.lang.get());
        desk.sums.with(|sums| app.book.with(|book| shown(book, sums, secret, lang, today.get())))
    });
    // The link is in the text while the card stands; another balance is another card, to be asked for again.
    Effect::new(move |_| {
        let link = shown.with(|shown| shown.as_ref().and_then(encode));
        desk.link.set(link.map(|card| location::link(&Route::Reply(card).to_string())));
    });
    on_cleanup(move || {
        desk.link.try_set(None);
    });
    let can_be = Memo::new(move |_| {
        app.book.with(|book| {
            let profile = book.profile();
            !profile.name.trim().is_empty() && !profile.email.trim().is_empty()
        })
    });
    let has_sum = Memo::new(move |_| desk.sums.with(|sums| !sums.is_empty()));
    // A card made on this visit is taken back with its tick, unless a text with it was sent meanwhile.
    let made_here = RwSignal::new(None::<Secret>);
    let take_back = move || {
        let (Some(made), Some(link)) = (made_here.get_untracked(), desk.link.get_untracked()) else { return };
        let is_sent = app.book.with_untracked(|book| {
            let first = desk.sums.with_untracked(|sums| sums.first().map(|(id, _)| *id));
            let case = first.and_then(|id| book.case(id));
            case.is_some_and(|case| case.events.iter().any(|event| event.text.body.contains(&link)))
        });
        if !is_sent && secret.get_untracked() == Some(made) {
            let _ = app.send(Command::Reply(ReplyCommand::Drop(made)));
        }
        made_here.set(None);
    };
    let tick = move |on: bool| {
        if !on {
            take_back();
        }
        is_on.set(on);
        if on && secret.get_untracked().is_none() {
            let drawn = crypto::random(SECRET_BYTES).and_then(|bytes| bytes.try_into().ok());
            if let Some(drawn) = drawn {
                let make = ReplyCommand::Make(Secret(drawn), desk.sums.get_untracked());
                // Refused, it says so at the bottom of the screen, and the box stays empty.
                if app.send(Command::Reply(make)).is_ok() {
                    made_here.set(Some(Secret(drawn)));
                }
            }
        }
    };
    let download = move |_| {
        if let Some(shown) = shown.get_untracked() {
            let name = files::safe_name(&shown.numbers.join("-"));
            files::download(&format!("reponse-{name}.html"), "text/html;charset=utf-8", &reply_file(&shown));
        }
    };
    let is_ticked = move || is_on.get() && shown.with(Option::is_some);
    let body = move || {
        if !can_be.get() {
            return view! {
                <p class="field-hint">{words.t(|w| w.needs)}</p>
                <p><a href=Route::Settings.to_string()>{words.t(|w| w.profile)}</a></p>
            }
            .into_any();
        }
        view! {
            {check("reply-card", words.t(|w| w.card), is_ticked, tick)}
            <p class="field-hint">{words.t(|w| w.card_text)}</p>
            {only_if(
                is_ticked,
                move || view! {
                    <div class="banner" role="note">
                        <p class="banner-text">
                            {live(move || shown.with(|shown| shown.as_ref().map(|shown| {
                                replies::reveals(app.lang(), shown.pay_link.is_some(), !shown.cheque.is_empty())
                            })))}
                        </p>
                    </div>
                    // While the text is put in one’s own words, what comes with it is shown here.
                    {only_if(move || desk.is_edited.get(), move || view! {
                        <p class="field-hint">{words.t(|w| w.added)}</p>
                        <blockquote class="card-added">{live(move || desk.paragraph.get())}</blockquote>
                    })}
                    {location::is_local().then(|| view! { <p class="field-error">{words.t(|w| w.only_here)}</p> })}
                    <div class="button-row">
                        <button class="button" type="button" on:click=download>
                            {words.t(|w| w.download)}
                        </button>
                        <span class="field-hint">{words.t(|w| w.download_hint)}</span>
                    </div>
                },
            )}
        }
        .into_any()
    };
    // A text that asks for no balance of its own has none to answer about: nothing is offered then.
    only_if(
        move || has_sum.get() && !app.shows_archive(),
        move || view! { <div class="card-option">{live(body)}</div> },
    )
}

/// The one page on which all of it can be paid; none where its invoices have several.
fn pay_link(book: &Book, cases: &[&CaseFile]) -> Option<PayLink> {
    let of = |case: &&CaseFile| case.pay_link.as_ref().or(book.profile().pay_link.as_ref()).cloned();
    let link = of(cases.first()?)?;
    cases.iter().all(|case| of(case).as_ref() == Some(&link)).then_some(link)
}

/// What a card shows: nothing that its invoices and the user's name and address do not say.
fn shown(
    book: &Book,
    sums: &[(InvoiceId, Amount)],
    secret: Secret,
    lang: Lang,
    as_of: chrono::NaiveDate,
) -> Option<Shown> {
    let cases: Vec<_> = sums.iter().filter_map(|(id, _)| book.case(*id)).collect();
    let first = cases.first()?;
    Some(Shown {
        lang,
        secret,
        creditor: book.profile().name.trim().to_owned(),
        email: book.profile().email.trim().to_owned(),
        numbers: cases.iter().map(|case| case.invoice.number.clone()).collect(),
        balance: sums.iter().map(|(_, amount)| *amount).sum(),
        currency: first.invoice.currency,
        as_of,
        due: cases.iter().map(|case| case.invoice.due).min()?,
        pay_link: pay_link(book, &cases),
        cheque: book.profile().cheque.trim().to_owned(),
    })
}

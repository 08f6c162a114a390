//! A text for a claim: choose it, complete what it lacks, copy or print it, and record that it was sent.

pub mod checks;
pub mod choices;
pub mod editing;
pub mod editor;
pub mod sending;
pub mod text;

use std::cell::Cell;

use leptos::prelude::*;

use self::editing::Editing;
use super::not_found::NotFound;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{InvoiceId, dates};
use crate::browser::page;
use crate::documents::email::Tone;
use crate::documents::message::Message;
use crate::documents::missing::{MissingFact, missing_facts};
use crate::domain::event::Step;
use crate::domain::party::DebtorKind;
use crate::text::words::{composer, dunning, editing as own_words, labels};
use crate::text::{Lang, format};
use crate::ui::components::{MissingFacts, Sheet};
use crate::ui::live::{given_or, live, only_if};
use crate::ui::state::{App, Say, use_app};
use crate::ui::texts;

/// How a text is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    step: Step,
    tone: Tone,
    tu: bool,
    lang: Lang,
}

thread_local! {
    /// How the last text was worded, and for which invoice, for as long as the program runs.
    static LAST: Cell<Option<(InvoiceId, Wording)>> = const { Cell::new(None) };
}

/// The page.
#[component]
pub fn Composer(
    /// Which claim.
    id: InvoiceId,
    /// Which text.
    step: Step,
) -> impl IntoView {
    let app = use_app();
    // A text is recorded with the figures of the day it was sent: what came later was not in it.
    let day = RwSignal::new(format::date_digits(app.today.get_untracked()));
    let dated = Memo::new(move |_| {
        let today = app.today.get();
        day.with(|typed| dates::parse_typed(typed)).map_or(today, |day| day.min(today))
    });
    let figures =
        Memo::new(move |_| app.book.with(|book| Some(Figures::of_case(book, book.case(id)?, dated.get()))));
    // Gone elsewhere, nothing of it may stay in sight.
    given_or(
        figures.into(),
        move |figures| view! { <Compose id=id step=step figures=figures day=day /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Compose(id: InvoiceId, step: Step, figures: Memo<Figures>, day: RwSignal<String>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let editing = Editing::new(app, id, step, figures);
    let Editing { wording, text, spoken, .. } = editing;
    let missing = Signal::derive(move || {
        let lang = spoken.get().lang;
        text.with(|text| {
            text.as_ref().map(|text| missing_facts(lang, &text.plain_text(lang))).unwrap_or_default()
        })
    });
    Effect::new(move |_| {
        let name = dunning::step(app.lang(), step);
        page::set_title(&figures.with(|figures| format!("{name} {} · Relance", figures.case.invoice.number)));
    });
    let letter = move || match text.get() {
        Some(Message::Letter(letter)) => Some(view! {
            <div
                class="sheet-desk"
                class:is-refused=move || !editing.refused.with(Vec::is_empty)
                role="region"
                tabindex="0"
                aria-label=words.t(|w| w.sheet)
            >
                <Sheet letter=letter />
            </div>
        }),
        _ => None,
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoice(id).to_string()>
                "← "
                {live(move || figures.with(|figures| format!("{}, {}", labels::client_name(app.lang(), &figures.client.name), figures.case.invoice.number)))}
            </a>
            <h1 tabindex="-1">
                {words.t(|w| w.title)} {live(move || figures.with(|figures| labels::client_name(app.lang(), &figures.client.name)))}
            </h1>
        </div>
        <div class="two-columns" class:composer-letter=step == Step::FormalNotice>
            <div class="form">
                <choices::Choices id=id wording=wording />
                <Remarks figures=figures step=step />
                <MissingFacts missing=missing client=Some(figures.with_untracked(|figures| figures.client.id)) />
            </div>
            <Preview id=id figures=figures day=day editing=editing missing=missing />
        </div>
        {live(letter)}
    }
}

/// How the last text to the same client was worded, in so far as it holds for another: a step has its own tone.
fn remembered_wording(app: App, id: InvoiceId, step: Step) -> RwSignal<Wording> {
    let first = Wording {
        step,
        tone: Tone::Courteous,
        tu: false,
        lang: app.book.with_untracked(|book| Book::settings(book).language),
    };
    let wording =
        LAST.get().filter(|(invoice, _)| *invoice == id).map_or(first, |(_, last)| Wording { step, ..last });
    let wording = RwSignal::new(wording);
    Effect::new(move |_| LAST.set(Some((id, wording.get()))));
    wording
}

/// What should be known before this text is sent.
#[component]
fn Remarks(figures: Memo<Figures>, step: Step) -> impl IntoView {
    let words = use_app().words(composer::words);
    let remark = move |shows: bool, text: fn(&'static composer::Words) -> &'static str| {
        shows.then(|| {
            view! {
                <div class="banner" role="note">
                    <p class="banner-text">{words.t(text)}</p>
                </div>
            }
        })
    };
    move || {
        figures.with(|figures| {
            let no_reminder =
                step == Step::FormalNotice && figures.case.reminders(figures.claim.as_of).next().is_none();
            view! {
                {remark(figures.client.kind == DebtorKind::Unknown, |w| w.kind_unknown)}
                {remark(!figures.claim.provisional.is_empty(), |w| w.provisional)}
                {remark(figures.claim.floor.is_some_and(|floor| floor.below), |w| w.below_floor)}
                {remark(figures.client.insolvency.is_some(), |w| w.insolvency)}
                {remark(no_reminder, |w| w.no_reminder)}
            }
        })
    }
}

#[component]
fn Preview(
    id: InvoiceId,
    figures: Memo<Figures>,
    day: RwSignal<String>,
    editing: Editing,
    missing: Signal<Vec<MissingFact>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let own_words = app.words(own_words::words);
    let Editing { text, spoken, .. } = editing;
    let is_letter = Memo::new(move |_| text.with(|text| matches!(text, Some(Message::Letter(_)))));
    let copy = move |_| {
        if let (true, Some(text)) = (checks::may_go(editing), text.get_untracked()) {
            app.copy(text.plain_text(spoken.get_untracked().lang), Say::Copied);
        }
    };
    let print = move |_| {
        if checks::may_go(editing) {
            page::print();
        }
    };
    let mailto = move || {
        let to = figures.with(|figures| figures.client.email.clone());
        text.with(|text| match text {
            Some(Message::Email(email)) => email.mailto(&to),
            _ => String::new(),
        })
    };
    // What is refused says why and still takes the focus: a button that is off says nothing.
    let is_refused = Memo::new(move |_| !editing.refused.with(Vec::is_empty));
    let disabled = move || is_refused.get().then_some("true");
    let why = move || is_refused.get().then_some("refused");
    let mail_link = move || {
        if is_refused.get() {
            view! {
                <button
                    class="button"
                    type="button"
                    aria-disabled="true"
                    aria-describedby="refused"
                    on:click=move |_| { checks::may_go(editing); }
                >
                    {words.t(|w| w.open_mail)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <a class="button" href=mailto>
                    {words.t(|w| w.open_mail)}
                </a>
            }
            .into_any()
        }
    };
    let buttons = move || {
        if is_letter.get() {
            view! {
                <button class="button button-main" type="button" aria-disabled=disabled aria-describedby=why on:click=print>
                    {words.t(|w| w.print)}
                </button>
                <button class="button" type="button" aria-disabled=disabled aria-describedby=why on:click=copy>
                    {words.t(|w| w.copy_letter)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button class="button button-main" type="button" aria-disabled=disabled aria-describedby=why on:click=copy>
                    {words.t(|w| w.copy)}
                </button>
                {live(mail_link)}
            }
            .into_any()
        }
    };
    let is_edited = Memo::new(move |_| editing.edit.with(Option::is_some));
    let edit_button = move || {
        (!is_edited.get()).then(|| view! {
            <button class="button button-quiet" type="button" id="edit-text" on:click=move |_| editing.start()>
                {own_words.t(|w| w.edit)}
            </button>
        })
    };
    let again = move || {
        view! {
            <button class="button button-quiet" type="button" on:click=move |_| editing.again()>
                {own_words.t(|w| w.again)}
            </button>
        }
    };
    let can_go_back = move || !is_edited.get() && editing.dropped.with(Option::is_some);
    let proposed = move || match text.get() {
        Some(Message::Email(email)) => {
            let to = figures.with(|figures| figures.client.email.clone());
            texts::message(spoken.get().lang, &email, &to).into_any()
        }
        _ => ().into_any(),
    };
    let preview = move || {
        if is_edited.get() { view! { <editor::Editor editing=editing /> }.into_any() } else { live(proposed) }
    };
    let nothing = move || {
        let settled = figures.with(|figures| figures.claim.total.is_zero());
        let late =
            figures.with(|figures| dates::days_between(figures.case.invoice.due, figures.claim.as_of) > 0);
        if late && settled {
            words.now().settled
        } else if late {
            words.now().nothing_to_ask
        } else {
            words.now().not_late
        }
    };
    let dated_back = move || figures.with(|figures| figures.claim.as_of) < app.today.get();
    let back_to_today = move |_| day.set(format::date_digits(app.today.get_untracked()));
    // The day typed may be one on which there was nothing to ask for: its field must stay to be mended.
    let recordable = Memo::new(move |before: Option<&bool>| {
        text.with(Option::is_some) || before.copied().unwrap_or(false)
    });
    let has_text = Memo::new(move |_| text.with(Option::is_some));
    view! {
        <section class="composer-preview" aria-labelledby="preview">
            <h2 class="visually-hidden" id="preview" tabindex="-1">
                {words.t(|w| w.preview)}
            </h2>
            {live(move || {
                if has_text.get() {
                    view! {
                <div class="button-row">{live(buttons)} {live(edit_button)} {only_if(can_go_back, again)}</div>
                {checks::refusal(editing, "refused")}
                {live(move || (is_letter.get()).then(|| view! {
                    <p class="field-hint">{words.t(|w| w.notice_page_hint)} " " {words.t(|w| w.printed_hint)}</p>
                }))}
                {live(preview)}
                <checks::Checks editing=editing missing=missing />
                    }
                    .into_any()
                } else {
                    view! {
                        <p class="field-hint">{nothing()}</p>
                        {live(move || dated_back().then(|| view! {
                            <button class="button button-quiet" type="button" on:click=back_to_today>
                                {words.t(|w| w.back_to_today)}
                            </button>
                        }))}
                    }
                    .into_any()
                }
            })}
            {live(move || (recordable.get()).then(|| view! {
                <sending::Sending id=id figures=figures day=day editing=editing missing=missing />
            }))}
        </section>
    }
}

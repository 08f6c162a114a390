//! A text for a claim: choose it, complete what it lacks, copy or print it, and record that it was sent.

pub mod choices;
pub mod sending;

use std::cell::Cell;

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{Amount, InvoiceId, dates};
use crate::browser::page;
use crate::documents::context::deadline;
use crate::documents::email::{Email, Tone, claims_penalties};
use crate::documents::letter::{Letter, formal_notice};
use crate::documents::missing::{MissingFact, missing_facts};
use crate::domain::event::{Channel, SentText, Step};
use crate::domain::law::rates::RateTable;
use crate::domain::party::DebtorKind;
use crate::text::words::{composer, labels};
use crate::text::{Lang, format};
use crate::ui::components::{MissingFacts, Sheet};
use crate::ui::live::live;
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

/// A text as it stands on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    Email(Email),
    Letter(Letter),
}

impl Text {
    /// Everything in it, for finding what is missing.
    fn whole(&self) -> String {
        match self {
            Self::Email(email) => format!("{}\n\n{}", email.subject, email.body),
            Self::Letter(letter) => letter.plain_text(),
        }
    }

    fn clipboard(&self, lang: Lang) -> String {
        match self {
            Self::Email(email) => email.clipboard_text(lang),
            Self::Letter(letter) => letter.plain_text(),
        }
    }

    fn subject(&self) -> &str {
        match self {
            Self::Email(email) => &email.subject,
            Self::Letter(letter) => &letter.subject,
        }
    }
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
    let is_there = Memo::new(move |_| app.book.with(|book| book.case(id).is_some()));
    // Gone elsewhere, nothing of it may stay in sight.
    live(move || if is_there.get() { written(app, id, step) } else { view! { <NotFound /> }.into_any() })
}

fn written(app: App, id: InvoiceId, step: Step) -> AnyView {
    let first = app
        .book
        .with_untracked(|book| Some(Figures::of_case(book, book.case(id)?, app.today.get_untracked())));
    let Some(first) = first else { return view! { <NotFound /> }.into_any() };
    // A text is recorded with the figures of the day it was sent: what came later was not in it.
    let day = RwSignal::new(format::date_digits(app.today.get_untracked()));
    let dated = Memo::new(move |_| {
        let today = app.today.get();
        day.with(|typed| dates::parse_typed(typed)).map_or(today, |day| day.min(today))
    });
    let figures = Memo::new(move |before: Option<&Figures>| {
        app.book
            .with(|book| Some(Figures::of_case(book, book.case(id)?, dated.get())))
            .or_else(|| before.cloned())
            .unwrap_or_else(|| first.clone())
    });
    view! { <Compose id=id step=step figures=figures day=day /> }.into_any()
}

#[component]
fn Compose(id: InvoiceId, step: Step, figures: Memo<Figures>, day: RwSignal<String>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let wording = remembered_wording(app, id, step);
    let channel =
        RwSignal::new(if step == Step::FormalNotice { Channel::RegisteredPost } else { Channel::Email });
    let text = Memo::new(move |_| text_of(app, &figures.get(), wording.get(), channel.get()));
    let missing = Signal::derive(move || {
        let lang = wording.get().lang;
        text.with(|text| text.as_ref().map(|text| missing_facts(lang, &text.whole())).unwrap_or_default())
    });
    Effect::new(move |_| {
        let name = labels::step(app.lang(), step);
        page::set_title(&figures.with(|figures| format!("{name} {} · Relance", figures.case.invoice.number)));
    });
    let letter = move || match text.get() {
        Some(Text::Letter(letter)) => Some(view! {
            <div class="sheet-desk" role="region" tabindex="0" aria-label=words.t(|w| w.sheet)>
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
            <Preview id=id figures=figures day=day wording=wording channel=channel text=text missing=missing />
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

fn text_of(app: App, figures: &Figures, wording: Wording, channel: Channel) -> Option<Text> {
    let Wording { step, tone, tu, lang } = wording;
    if step == Step::FormalNotice {
        let today = figures.claim.as_of;
        let deadline = deadline(step, figures.client.kind, today);
        let cases = [(&figures.case, &figures.claim)];
        app.book
            .with(|book| {
                formal_notice(lang, book.profile(), &figures.client, &cases, today, deadline, channel).ok()
            })
            .map(Text::Letter)
    } else {
        texts::email(&texts::context(app, figures, step, lang, tu), step, tone).map(Text::Email)
    }
}

/// The text with its figures, as it will be kept for ever.
fn frozen(
    figures: &Figures,
    wording: Wording,
    text: &Text,
    rates: &RateTable,
    rates_corrected: bool,
) -> SentText {
    let claim = &figures.claim;
    let professional = matches!(figures.client.kind, DebtorKind::Business | DebtorKind::Public);
    let claimed = claims_penalties(wording.step, wording.tone) || claim.principal_left.is_zero();
    let penalties = |amount| if professional && claimed { amount } else { Amount::ZERO };
    SentText {
        subject: text.subject().to_owned(),
        body: text.clipboard(wording.lang),
        as_of: claim.as_of,
        principal: claim.principal_left - claim.not_due,
        interest: penalties(claim.interest_left),
        indemnity: penalties(claim.indemnity_left),
        rates: rates.file().version,
        rates_corrected,
        provisional: professional && claimed && !claim.provisional.is_empty(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    }
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
    wording: RwSignal<Wording>,
    channel: RwSignal<Channel>,
    text: Memo<Option<Text>>,
    missing: Signal<Vec<MissingFact>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let is_letter = Memo::new(move |_| text.with(|text| matches!(text, Some(Text::Letter(_)))));
    let copy = move |_| {
        if let Some(text) = text.get_untracked() {
            app.copy(text.clipboard(wording.get_untracked().lang), Say::Copied);
        }
    };
    let mailto = move || {
        let to = figures.with(|figures| figures.client.email.clone());
        text.with(|text| match text {
            Some(Text::Email(email)) => email.mailto(&to),
            _ => String::new(),
        })
    };
    let buttons = move || {
        if is_letter.get() {
            view! {
                <button class="button button-main" type="button" on:click=|_| page::print()>
                    {words.t(|w| w.print)}
                </button>
                <button class="button" type="button" on:click=copy>
                    {words.t(|w| w.copy_letter)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button class="button button-main" type="button" on:click=copy>
                    {words.t(|w| w.copy)}
                </button>
                <a class="button" href=mailto>
                    {words.t(|w| w.open_mail)}
                </a>
            }
            .into_any()
        }
    };
    let preview = move || match text.get() {
        Some(Text::Email(email)) => {
            let to = figures.with(|figures| figures.client.email.clone());
            texts::message(wording.get().lang, &email, &to).into_any()
        }
        Some(Text::Letter(_)) | None => ().into_any(),
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
                <div class="button-row">{live(buttons)}</div>
                {live(move || (is_letter.get()).then(|| view! {
                    <p class="field-hint">{words.t(|w| w.notice_page_hint)} " " {words.t(|w| w.printed_hint)}</p>
                }))}
                {preview}
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
                <sending::Sending id=id figures=figures day=day wording=wording channel=channel text=text missing=missing />
            }))}
        </section>
    }
}

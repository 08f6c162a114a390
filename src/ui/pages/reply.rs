//! The page a client answers on. It knows only what is in its address: no book is opened, nothing is kept or sent. The
//! answer goes where the client takes it.

use leptos::prelude::*;

use crate::app::forms::answer::{AnswerField, AnswerForm};
use crate::base::Currency;
use crate::browser::page;
use crate::documents::email::Email;
use crate::domain::circumstance::DisputeCause;
use crate::domain::reply::code;
use crate::domain::reply::link::{Shown, decode};
use crate::domain::reply::{Answer, AnswerKind};
use crate::text::words::{dunning, replies, reply};
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::later::Later;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::{Say, use_app};
use crate::ui::submit::{faults, submit};

/// The page.
#[component]
pub fn ReplyPage(
    /// What its address shows.
    card: String,
) -> impl IntoView {
    let app = use_app();
    let shown = decode(&card);
    if let Some(shown) = &shown {
        speak(shown.lang);
    }
    let words = app.words(reply::words);
    Effect::new(move |_| page::set_title(words.now().title));
    match shown {
        Some(shown) => view! { <Card shown=shown /> }.into_any(),
        None => view! {
            <div class="empty" role="alert">
                <h1 class="empty-title" tabindex="-1">{words.t(|w| w.broken_title)}</h1>
                <p>{words.t(|w| w.broken_text)}</p>
                // What language it came with cannot be read either.
                <p lang="en">{move || (app.lang() != Lang::En).then(|| reply::words(Lang::En).broken_text)}</p>
            </div>
        }
        .into_any(),
    }
}

/// The page speaks the language of the text it came with, while it stands. Where the user's own book is open, the screens
/// keep theirs.
fn speak(lang: Lang) {
    let app = use_app();
    if app.later.get_untracked() == Later::Here {
        return;
    }
    let before = app.settings.get_untracked().language;
    app.settings.update(|settings| settings.language = lang);
    on_cleanup(move || app.settings.update(|settings| settings.language = before));
}

#[component]
fn Card(shown: Shown) -> impl IntoView {
    let app = use_app();
    let words = app.words(reply::words);
    let card = StoredValue::new(shown.clone());
    let form = RwSignal::new(AnswerForm::start(shown.balance, shown.lang));
    let sent = RwSignal::new(false);
    let ready = RwSignal::new(None::<Answer>);
    let parsed = Memo::new(move |_| {
        form.with(|form| form.parse(card.with_value(|card| (card.balance, card.currency)), app.today.get()))
    });
    let prepare = move |event: leptos::ev::SubmitEvent| {
        let answer = parsed.with_untracked(|(answer, _)| *answer);
        let show = |answer| {
            ready.set(Some(answer));
            request_animation_frame(|| {
                page::focus("#reply-ready");
            });
            true
        };
        submit(&event, "reply-form", sent, answer, show);
    };
    let head = move || card.with_value(|card| facts(app.lang(), card));
    view! {
        <div class="reply-page">
            {live(head)}
            {only_if(
                move || ready.with(Option::is_none),
                move || view! {
                    <form class="form reply-form" novalidate on:submit=prepare>
                        <Choices form=form card=card />
                        {live(move || card.with_value(|card| fields(form, parsed, sent, card.currency)))}
                        <Field
                            id="reply-word"
                            label=words.t(|w| w.word)
                            kind=FieldKind::Lines
                            value=slot(form, |form| &form.word, |form| &mut form.word)
                            hint=words.t(|w| w.word_hint)
                            optional=true
                        />
                        {submit_button(Weight::Main, words.t(|w| w.prepare))}
                    </form>
                },
            )}
            {live(move || {
                let answer = ready.get()?;
                let word = form.with_untracked(|form| form.word.clone());
                card.with_value(|card| prepared(app.lang(), card, answer, &word, ready))
            })}
            {live(move || card.with_value(|card| about(app.lang(), card)))}
        </div>
    }
}

/// Who is owed what, for which invoices.
fn facts(lang: Lang, card: &Shown) -> AnyView {
    let words = reply::words(lang);
    let balance = format::money(lang, card.balance, card.currency);
    let as_of = format!("{}{}", words.as_of, format::date(lang, card.as_of));
    let due = format!("{} {}", words.due, format::date(lang, card.due));
    let link = card.pay_link.as_ref().map(|link| {
        let host = link.host().to_owned();
        view! {
            <p>
                <a rel="noopener noreferrer" href=link.address().to_owned()>{words.pay_online} {host}</a>
            </p>
        }
    });
    let cheque = (!card.cheque.is_empty())
        .then(|| view! { <p class="reply-facts">{words.cheque} {card.cheque.clone()}</p> });
    view! {
        <div>
            <h1 tabindex="-1">{reply::about(lang, &card.numbers)}</h1>
            <p class="page-sub">{card.creditor.clone()}</p>
        </div>
        <div>
            <p class="reply-facts">{words.balance} ", " {as_of}</p>
            <p class="reply-balance">{balance}</p>
            <p class="reply-facts">{due}</p>
            {link}
            {cheque}
        </div>
    }
    .into_any()
}

#[component]
fn Choices(form: RwSignal<AnswerForm>, card: StoredValue<Shown>) -> impl IntoView {
    let app = use_app();
    let words = app.words(reply::words);
    let word = |kind| match kind {
        AnswerKind::Pays => words.t(|w| w.pays),
        AnswerKind::Instalments => words.t(|w| w.instalments),
        AnswerKind::Paid => words.t(|w| w.paid),
        AnswerKind::Contests => words.t(|w| w.contests),
    };
    let choices = AnswerKind::ALL.map(|kind| {
        view! {
            <label>
                <input
                    type="radio"
                    name="answer"
                    prop:checked=move || form.with(|form| form.kind == kind)
                    on:change=move |_| form.update(|form| card.with_value(|card| form.choose(kind, card.balance, card.lang)))
                />
                {word(kind)}
            </label>
        }
    });
    view! {
        <fieldset class="reply-choices">
            <legend><strong>{words.t(|w| w.question)}</strong></legend>
            {choices.into_iter().collect_view()}
        </fieldset>
    }
}

type Parsed = Memo<(Option<Answer>, crate::app::problem::Findings<AnswerField>)>;

/// The fields of the answer chosen.
fn fields(form: RwSignal<AnswerForm>, parsed: Parsed, sent: RwSignal<bool>, currency: Currency) -> AnyView {
    let words = use_app().words(reply::words);
    let kind = Memo::new(move |_| form.with(|form| form.kind));
    let problem_of = faults(parsed);
    let date = move |label| {
        view! {
            <Field
                id="reply-date"
                label=label
                kind=FieldKind::Date
                value=slot(form, |form| &form.date, |form| &mut form.date)
                problem=problem_of(AnswerField::Date)
                sent=sent
            />
        }
    };
    let amount = move |label| {
        view! {
            <Field
                id="reply-amount"
                label=label
                kind=if currency == Currency::EUR { FieldKind::Money } else { FieldKind::Line }
                value=slot(form, |form| &form.amount, |form| &mut form.amount)
                problem=problem_of(AnswerField::Amount)
                sent=sent
            />
        }
    };
    live(move || match kind.get() {
        AnswerKind::Pays => view! {
            <div class="field-row">{date(words.t(|w| w.pay_date))} {amount(words.t(|w| w.amount))}</div>
        }
        .into_any(),
        AnswerKind::Paid => view! {
            <div class="field-row">{date(words.t(|w| w.paid_date))} {amount(words.t(|w| w.amount))}</div>
        }
        .into_any(),
        AnswerKind::Instalments => view! {
            <div class="field-row">
                <Field
                    id="reply-count"
                    label=words.t(|w| w.count)
                    kind=FieldKind::Count
                    value=slot(form, |form| &form.count, |form| &mut form.count)
                    problem=problem_of(AnswerField::Count)
                    hint=words.t(|w| w.count_hint)
                    sent=sent
                />
                {date(words.t(|w| w.first_date))}
            </div>
        }
        .into_any(),
        AnswerKind::Contests => view! {
            <div class="field-row">
                {select(
                    "reply-cause",
                    words.t(|w| w.cause),
                    &DisputeCause::ALL,
                    dunning::dispute,
                    move || form.with(|form| form.cause),
                    move |cause| form.update(|form| form.cause = cause),
                )}
                {amount(words.t(|w| w.contested))}
            </div>
        }
        .into_any(),
    })
}

/// The answer as an e-mail to send or to copy, with its code.
fn prepared(
    lang: Lang,
    card: &Shown,
    answer: Answer,
    word: &str,
    ready: RwSignal<Option<Answer>>,
) -> Option<AnyView> {
    let app = use_app();
    let words = reply::words(lang);
    let code = code::encode(answer, &card.secret)?;
    let said = replies::answer(lang, answer, card.currency);
    let email = Email {
        subject: reply::subject(lang, &card.numbers),
        body: reply::body(lang, &card.numbers, &said, word, &code),
    };
    let (mail, body) = (email.mailto(&card.email), email.body.clone());
    let copied = body.clone();
    let view = view! {
        <section class="section ways-stack" aria-labelledby="reply-ready">
            <h2 id="reply-ready" tabindex="-1">{words.ready}</h2>
            <p>{words.ready_text}</p>
            <div class="reply-text">{body}</div>
            <p class="reply-code">{code}</p>
            <p class="field-hint">{words.code_note}</p>
            <div class="button-row">
                <a class="button button-main" href=mail>{words.open_mail}</a>
                <button class="button" type="button" on:click=move |_| app.copy(copied.clone(), Say::Copied)>
                    {words.copy}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| ready.set(None)>
                    {words.change}
                </button>
            </div>
        </section>
    };
    Some(view.into_any())
}

/// What the page is, who made it, and that nothing leaves.
fn about(lang: Lang, card: &Shown) -> AnyView {
    let words = reply::words(lang);
    view! {
        <footer class="reply-about">
            <p>{format!("{}{}{}", words.what_this_is, card.creditor, words.what_this_is_end)}</p>
            <p>{words.doubt}</p>
        </footer>
    }
    .into_any()
}

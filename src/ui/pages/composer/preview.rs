//! The text as it will be read, and the buttons that take it where it is sent from.

use leptos::prelude::*;

use super::desk::Desk;
use super::inbox::InboxPreview;
use super::person::{address, takes_no_sms};
use super::text::why_none;
use super::{card, conduct, sending};
use crate::app::views::contact::sms_link;
use crate::app::views::writing::time_barred;
use crate::browser::page;
use crate::documents::message::Message;
use crate::documents::missing::MissingFact;
use crate::documents::rich;
use crate::documents::sms::{SmsLength, sms_length};
use crate::domain::dunning::conduct::Breach;
use crate::domain::event::Channel;
use crate::text::format;
use crate::text::words::{composer, editing as own_words, limitation};
use crate::ui::components::button::{Weight, press_button};
use crate::ui::components::sheet::keep_sheets;
use crate::ui::editing::{Editing, checks, editor};
use crate::ui::live::{live, only_if};
use crate::ui::state::{Say, use_app};
use crate::ui::texts;

/// What the buttons do with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Email,
    Sms,
    Letter,
    Portal,
}

/// The preview.
#[component]
pub fn Preview(
    desk: Desk,
    editing: Editing,
    missing: Signal<Vec<MissingFact>>,
    breaches: Memo<Vec<Breach>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let own_words = app.words(own_words::words);
    let Editing { text, spoken, .. } = editing;
    let kind = Memo::new(move |_| {
        text.with(|text| match text {
            Some(Message::Letter(_)) => Kind::Letter,
            Some(Message::Sms(_)) => Kind::Sms,
            _ if editing.channel.get() == Channel::Portal => Kind::Portal,
            _ => Kind::Email,
        })
    });
    let barred = Memo::new(move |_| {
        let lang = app.lang();
        let over = desk.all.with(|all| time_barred(desk.step, all));
        over.iter().map(|(number, known)| limitation::over(lang, number, known)).collect::<Vec<_>>()
    });
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
    let shown = move || match editing.outgoing.get() {
        Some(Message::Email(email)) => {
            texts::message(spoken.get().lang, &email, &address(desk, editing)).into_any()
        }
        Some(Message::Sms(text)) => texts::short_message(spoken.get().lang, &text).into_any(),
        _ => ().into_any(),
    };
    let preview = move || {
        if is_edited.get() { view! { <editor::Editor editing=editing /> }.into_any() } else { live(shown) }
    };
    let length = move || {
        let counted = text.with(|text| match text {
            Some(Message::Sms(text)) => Some(sms_length(text)),
            _ => None,
        });
        counted.map(|SmsLength { characters, parts }| {
            let (lang, w) = (app.lang(), words.now());
            let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
            let characters = format::count(lang, count(characters), w.character_one, w.character_many);
            let parts = format::count(lang, count(parts), w.sms_one, w.sms_many);
            view! { <p class="field-hint sms-length" role="status">{format!("{characters}, {parts}.")}</p> }
        })
    };
    let hint = move || match kind.get() {
        Kind::Letter => {
            let how = match editing.channel.get() {
                Channel::RegisteredPost => words.t(|w| w.notice_page_hint),
                Channel::Hand => words.t(|w| w.hand_hint),
                _ => words.t(|w| w.post_hint),
            };
            Some(view! { <p class="field-hint">{how} " " {words.t(|w| w.printed_hint)}</p> }.into_any())
        }
        Kind::Portal => Some(view! { <p class="field-hint">{words.t(|w| w.portal_hint)}</p> }.into_any()),
        Kind::Email | Kind::Sms => None,
    };
    let dated_back = move || desk.figures.with(|figures| figures.claim.as_of) < app.today.get();
    let back_to_today = move |_| desk.day.set(format::date_digits(app.today.get_untracked()));
    // The day typed may be one on which there was nothing to ask for: its field must stay to be mended.
    let recordable = Memo::new(move |before: Option<&bool>| {
        text.with(Option::is_some) || before.copied().unwrap_or(false)
    });
    // The text with its checks is long: whoever has sent it notes that without going through all of it.
    let jump = move || {
        press_button(Weight::Quiet, words.t(|w| w.sent_jump), || {
            // Off while something is missing: what is missing is said there.
            if !page::focus(".sending-form [type=submit]:not([disabled])") {
                page::focus("#sent-on");
            }
        })
    };
    let has_text = Memo::new(move |_| text.with(Option::is_some));
    let nothing = move || why_none(app, desk, app.lang(), editing.wording.get(), editing.channel.get());
    view! {
        <section class="composer-preview" aria-labelledby="preview">
            <h2 class="visually-hidden" id="preview" tabindex="-1">
                {words.t(|w| w.preview)}
            </h2>
            {live(move || {
                if has_text.get() {
                    view! {
                        <conduct::Conduct breaches=breaches />
                        <div class="button-row">
                            <Buttons desk=desk editing=editing kind=kind />
                            {only_if(move || recordable.get(), jump)}
                            {live(edit_button)}
                            {only_if(can_go_back, again)}
                        </div>
                        {checks::refusal(editing, "refused")}
                        {live(hint)}
                        {live(preview)}
                        {live(length)}
                        <InboxPreview editing=editing />
                        {only_if(
                            move || editing.channel.get() == Channel::Email,
                            move || view! { <card::Card desk=desk editing=editing /> },
                        )}
                        <checks::Checks editing=editing missing=missing besides=barred />
                    }
                    .into_any()
                } else {
                    view! {
                        <p class="field-hint">{nothing}</p>
                        {live(move || dated_back().then(|| view! {
                            <button class="button button-quiet" type="button" on:click=back_to_today>
                                {words.t(|w| w.back_to_today)}
                            </button>
                        }))}
                    }
                    .into_any()
                }
            })}
            {only_if(move || recordable.get(), move || view! {
                <sending::Sending desk=desk editing=editing missing=missing breaches=breaches />
            })}
        </section>
    }
}

/// Copy, print, or hand over to the program that sends it. What is refused says why and still takes the focus: a button
/// that is off says nothing.
#[component]
fn Buttons(desk: Desk, editing: Editing, kind: Memo<Kind>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { outgoing: text, spoken, .. } = editing;
    let copy = move |_| {
        if let (true, Some(text)) = (checks::may_go(editing), text.get_untracked()) {
            let lang = spoken.get_untracked().lang;
            match &text {
                Message::Letter(letter) => app.copy_rich(rich::html(letter), letter.text_in_columns()),
                Message::Email(email) => app.copy_rich(rich::email(email, lang), email.text_in_columns(lang)),
                Message::Sms(_) | Message::Script(_) => app.copy(text.plain_text(lang), Say::Copied),
            }
        }
    };
    let download = move |_| {
        if let (true, Some(Message::Letter(letter))) = (checks::may_go(editing), text.get_untracked()) {
            keep_sheets(&letter);
        }
    };
    let print = move |_| {
        if checks::may_go(editing) {
            page::print();
        }
    };
    let is_refused = editing.is_halted;
    let disabled = move || is_refused.get().then_some("true");
    let why = move || is_refused.get().then_some("refused");
    let link = move || {
        let to = address(desk, editing);
        text.with(|text| match text {
            Some(Message::Email(email)) => email.mailto(&to),
            Some(Message::Sms(text)) => sms_link(&to, text),
            _ => String::new(),
        })
    };
    let hand_over = move |word: fn(&'static composer::Words) -> &'static str| {
        live(move || {
            if is_refused.get() {
                view! {
                    <button
                        class="button"
                        type="button"
                        aria-disabled="true"
                        aria-describedby="refused"
                        on:click=move |_| { checks::may_go(editing); }
                    >
                        {words.t(word)}
                    </button>
                }
                .into_any()
            } else {
                view! {
                    <a class="button" href=link>
                        {words.t(word)}
                    </a>
                }
                .into_any()
            }
        })
    };
    let copy_button = move |main: bool, word: fn(&'static composer::Words) -> &'static str| {
        view! {
            <button
                class="button"
                class:button-main=main
                type="button"
                aria-disabled=disabled
                aria-describedby=why
                on:click=copy
            >
                {words.t(word)}
            </button>
        }
    };
    live(move || {
        match kind.get() {
        Kind::Letter => view! {
            <button class="button button-main" type="button" aria-disabled=disabled aria-describedby=why on:click=print>
                {words.t(|w| w.print)}
            </button>
            {copy_button(false, |w| w.copy_letter)}
            <button class="button button-quiet" type="button" aria-disabled=disabled aria-describedby=why on:click=download>
                {words.t(|w| w.download_letter)}
            </button>
        }
        .into_any(),
        Kind::Sms => view! { {copy_button(true, |w| w.copy_sms)}
            // A landline takes none: nothing is opened for it.
            {only_if(move || !takes_no_sms(desk, editing), move || hand_over(|w| w.open_sms))} }.into_any(),
        Kind::Portal => copy_button(true, |w| w.copy_portal).into_any(),
        Kind::Email => view! { {copy_button(true, |w| w.copy)} {hand_over(|w| w.open_mail)} }.into_any(),
    }
    })
}

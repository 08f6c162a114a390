//! The guard of an invoice whose sending is not recorded: nobody is reminded of what they may never have got (CAP-6).

use leptos::prelude::*;

use crate::app::command::{Command, SendingDraft};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::domain::event::{Channel, Step};
use crate::text::format;
use crate::text::words::{composer, dunning};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::editing::sending::sent_day;
use crate::ui::live::own;
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// How an invoice goes out.
const CHANNELS: &[Choice<Channel>] = &[
    (Channel::Email, |lang| dunning::channel(lang, Channel::Email)),
    (Channel::Post, |lang| dunning::channel(lang, Channel::Post)),
    (Channel::Hand, |lang| dunning::channel(lang, Channel::Hand)),
    (Channel::Portal, |lang| dunning::channel(lang, Channel::Portal)),
];

/// What is shown in place of the text; one press is enough to get to it.
#[component]
pub fn Guard(
    id: InvoiceId,
    figures: Memo<Figures>,
    /// What opens once it is said is a call, and not a text.
    #[prop(optional)]
    is_call: bool,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let issued = figures.with_untracked(|figures| figures.case.invoice.issued);
    let day = RwSignal::new(format::date_digits(issued));
    let channel = RwSignal::new(Channel::Email);
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let issued = figures.with(|figures| figures.case.invoice.issued);
        day.with(|typed| sent_day(typed, app.today.get(), Some(issued)))
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        let done = submit(&event, "guard-form", sent, parsed.get_untracked().ok(), |date| {
            let draft = SendingDraft::invoice(date, channel.get_untracked());
            // Said at the bottom of the screen where it is refused.
            app.send(Command::RecordSending(vec![(id, draft)])).is_ok()
        });
        if done {
            // The form is gone, and the focus with it: on to the text.
            request_animation_frame(move || {
                page::focus(if is_call { "h1" } else { "#preview" });
            });
        }
    };
    view! {
        <section class="guard" aria-labelledby="guard">
            <h2 id="guard">{words.t(|w| w.guard)}</h2>
            <p class="section-sub">{words.t(|w| w.guard_why)}</p>
            <form class="form guard-form" novalidate on:submit=save>
                <div class="guard-fields">
                    <Field
                        id="invoice-sent-on"
                        label=words.t(|w| w.guard_sent_on)
                        kind=FieldKind::Date
                        value=own(day)
                        problem=Signal::derive(move || parsed.get().err())
                        sent=sent
                    />
                    {segment(
                        "invoice-channel",
                        words.t(|w| w.channel),
                        CHANNELS,
                        move || Some(channel.get()),
                        move |to| channel.set(to),
                    )}
                </div>
                <div class="form-actions">
                    <button class="button button-main" type="submit">
                        {words.t(if is_call { |w| w.guard_save_call } else { |w| w.guard_save })}
                    </button>
                    <a class="button" href=Route::Text(id, Step::Invoice).to_string()>
                        {words.t(|w| w.guard_send)}
                    </a>
                </div>
            </form>
        </section>
    }
}

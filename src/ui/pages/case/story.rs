//! What happened to a claim, in order of date, and what comes next.

use leptos::prelude::*;

use super::timeline::{Shown, entries};
use crate::app::command::Command;
use crate::app::problem::Problem;
use crate::app::route::Route;
use crate::app::update::Refusal;
use crate::app::views::figures::Figures;
use crate::app::views::story::{Strand, ToldPlan};
use crate::base::{EventId, InvoiceId, dates};
use crate::browser::page;
use crate::domain::claim::Claim;
use crate::domain::difference::ClaimPart;
use crate::domain::event::Event;
use crate::text::words::{case, stakes};
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{Slot, live};
use crate::ui::state::{App, use_app};

/// The timeline.
#[component]
pub fn Story(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let strand = RwSignal::new(Strand::All);
    let plans = plans_of(app, id);
    let past = live(move || {
        let lang = app.lang();
        let entries = plans.with(|plans| {
            figures.with(|figures| entries(lang, figures, plans, strand.get(), Shown::Live(id)))
        });
        if entries.is_empty() {
            return view! { <li class="event event-none">{words.t(|w| w.strand_none)}</li> }.into_any();
        }
        entries.collect_view().into_any()
    });
    view! {
        <section class="section" aria-labelledby="story">
            <div class="section-head">
                <h2 id="story" tabindex="-1">{words.t(|w| w.story)}</h2>
                <a class="button button-quiet" href=Route::Story(id).to_string()>
                    {words.t(|w| w.story_print)}
                </a>
            </div>
            <Strands strand=strand />
            <ol class="timeline">{past}</ol>
        </section>
    }
}

/// The strands of a story, of which one is looked at alone.
#[component]
pub fn Strands(strand: RwSignal<Strand>) -> impl IntoView {
    let words = use_app().words(case::words);
    let filters = Strand::ALL.map(|choice| {
        view! {
            <button
                class="filter"
                type="button"
                aria-pressed=move || if strand.get() == choice { "true" } else { "false" }
                on:click=move |_| strand.set(choice)
            >
                {words.t(strand_name(choice))}
            </button>
        }
    });
    view! {
        <div class="filters story-filters" role="group" aria-label=words.t(|w| w.strands)>
            {filters.collect_view()}
        </div>
    }
}

/// The payment plans about a claim, as its story tells them.
pub fn plans_of(app: App, id: InvoiceId) -> Memo<Vec<ToldPlan>> {
    Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| ToldPlan::about(book, id, today))
    })
}

/// A strand, as a choice.
pub fn strand_name(strand: Strand) -> fn(&'static case::Words) -> &'static str {
    match strand {
        Strand::All => |w| w.strand_all,
        Strand::Sendings => |w| w.strand_sendings,
        Strand::Calls => |w| w.strand_calls,
        Strand::Payments => |w| w.strand_payments,
        Strand::Promises => |w| w.strand_promises,
        Strand::Offers => |w| w.strand_offers,
    }
}

/// What has changed since a text was sent, of what it claimed; nothing where nothing has.
pub(super) fn since_sent(lang: Lang, event: &Event, claim: &Claim) -> Option<String> {
    let text = &event.text;
    // A text about a sum of a plan claims nothing of the whole.
    if (text.principal + text.interest + text.indemnity).is_zero() {
        return None;
    }
    let claimed_penalties = (text.interest + text.indemnity).is_positive();
    let parts = [
        (ClaimPart::Principal, text.principal, claim.principal_left - claim.not_due),
        (ClaimPart::Interest, text.interest, claim.interest_left),
        (ClaimPart::Indemnity, text.indemnity, claim.indemnity_left),
    ];
    let money = |amount| format::money(lang, amount, claim.currency);
    let changes: Vec<String> = parts
        .into_iter()
        .filter(|(part, before, after)| {
            before != after && (claimed_penalties || *part == ClaimPart::Principal)
        })
        .map(|(part, before, after)| {
            format!("{} {} → {}", stakes::part(lang, part).to_lowercase(), money(before), money(after))
        })
        .collect();
    (!changes.is_empty())
        .then(|| format!("{}{}.", stakes::words(lang).since_sent, format::list(lang, &changes)))
}

/// Takes back a sending that was recorded by mistake.
pub(super) fn delete_sending(lang: Lang, id: InvoiceId, event: EventId) -> AnyView {
    let app = use_app();
    view! {
        <button
            class="button button-quiet event-delete"
            type="button"
            on:click=move |_| {
                let _ = app.send(Command::DeleteSending(id, event));
                // The button is gone, and the focus with it.
                request_animation_frame(|| {
                    page::focus("#story");
                });
            }
        >
            {case::words(lang).delete_sending}
        </button>
    }
    .into_any()
}

/// The day a formal notice was received: a consumer's interest runs from it.
#[component]
pub(super) fn Receipt(id: InvoiceId, event: EventId) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let typed = RwSignal::new(String::new());
    let sent = RwSignal::new(false);
    let refused = RwSignal::new(None::<Refusal>);
    let problem = Signal::derive(move || match dates::parse_typed(&typed.get()) {
        Err(error) => Some(Problem::from(error)),
        Ok(_) => refused.get().map(|refusal| match refusal {
            Refusal::ReceivedBeforeSent => Problem::ReceivedBeforeSent,
            _ => Problem::InTheFuture,
        }),
    });
    let save = move |submit: leptos::ev::SubmitEvent| {
        submit.prevent_default();
        sent.set(true);
        if let Ok(day) = dates::parse_typed(&typed.get_untracked()) {
            refused.set(app.send(Command::SetReceived(id, event, Some(day))).err());
        }
    };
    view! {
        <form class="form receipt-form" novalidate on:submit=save>
            <Field
                id=format!("received-{event}")
                label=words.t(|w| w.received_on)
                kind=FieldKind::Date
                value=Slot { text: typed.into(), change: Callback::new(move |text| {
                        refused.set(None);
                        typed.set(text);
                    }) }
                problem=problem
                hint=words.t(|w| w.received_hint)
                sent=sent
            />
            {submit_button(Weight::Plain, words.t(|w| w.received_set))}
        </form>
    }
}

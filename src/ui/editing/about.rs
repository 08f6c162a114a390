//! Which invoices of the client a text is about: shown only where there are several.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::writing::{Candidate, LeftOut};
use crate::base::{Amount, InvoiceId};
use crate::domain::event::Step;
use crate::text::format;
use crate::text::words::composer;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The list; those that are late are ticked, and any can be left out.
#[component]
pub fn About(
    /// Every invoice it may be about.
    candidates: Memo<Vec<Candidate>>,
    /// Those it is about; never none.
    chosen: Memo<Vec<InvoiceId>>,
    /// Takes an invoice in, or leaves it out.
    choose: Callback<(InvoiceId, bool)>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let several = move || candidates.with(Vec::len) > 1;
    let together = move || {
        candidates.with(|all| {
            let chosen = chosen.get();
            let count = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
            let owed: Amount = all.iter().filter(|one| chosen.contains(&one.id)).map(|one| one.owed).sum();
            let currency = all.first().map(|one| one.currency).unwrap_or_default();
            let (lang, words) = (app.lang(), words.now());
            format!(
                "{}{}{}",
                format::count(lang, count, words.about_one, words.about_many),
                if count > 1 { words.about_sum } else { words.about_one_sum },
                format::money(lang, owed, currency)
            )
        })
    };
    let rows = move || candidates.get().into_iter().map(|one| row(chosen, choose, one)).collect_view();
    only_if(several, move || {
        view! {
            <fieldset class="about">
                <legend>{words.t(|w| w.about)}</legend>
                {live(rows)}
                <p class="about-sum" role="status">{together}</p>
            </fieldset>
        }
    })
}

fn row(chosen: Memo<Vec<InvoiceId>>, choose: Callback<(InvoiceId, bool)>, one: Candidate) -> AnyView {
    let app = use_app();
    let Candidate { id, number, due, owed, currency, left_out } = one;
    let field = format!("about-{id}");
    let is_in = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&id)));
    let is_last = Memo::new(move |_| is_in.get() && chosen.with(Vec::len) == 1);
    let never = left_out.is_some_and(LeftOut::is_final);
    let why = left_out.map(|why| {
        let words = app.words(composer::words);
        let word = words.t(match why {
            LeftOut::NotSent => |w| w.left_not_sent,
            LeftOut::Promised => |w| w.left_promised,
            LeftOut::Paused => |w| w.left_paused,
            LeftOut::Disputed => |w| w.left_disputed,
            LeftOut::Negotiated => |w| w.left_negotiated,
            LeftOut::Withheld => |w| w.left_withheld,
            LeftOut::UnderNotice => |w| w.left_under_notice,
            LeftOut::NotReminded => |w| w.left_not_reminded,
            LeftOut::Reminded => |w| w.left_reminded,
            LeftOut::NotLate => |w| w.left_not_late,
            LeftOut::AlreadyLate => |w| w.left_already_late,
            LeftOut::NotNow => |w| w.left_not_now,
            LeftOut::NotSpokenOf => |w| w.left_not_spoken_of,
            LeftOut::NotPromised => |w| w.left_not_promised,
            LeftOut::TooSoon => |w| w.left_too_soon,
            LeftOut::Further => |w| w.left_further,
            LeftOut::ByStatus => |w| w.left_by_status,
            LeftOut::Stopped => |w| w.left_stopped,
            LeftOut::Announced => |w| w.left_announced,
        });
        let way = (left_out == Some(LeftOut::NotSent)).then(|| {
            let to = Route::Text(id, Step::Invoice).to_string();
            view! { " " <a href=to>{words.t(|w| w.left_send)}</a> }
        });
        view! { <span class="about-why">{word} {way}</span> }
    });
    let due = move || {
        let lang = app.lang();
        format!("{}{}", composer::words(lang).about_due, format::date(lang, due))
    };
    view! {
        <div class="about-row">
            <label class="check" for=field.clone()>
                <input
                    id=field.clone()
                    type="checkbox"
                    disabled=never
                    aria-disabled=move || is_last.get().then_some("true")
                    prop:checked=is_in
                    on:change:target=move |event| {
                        let wanted = event.target().checked();
                        choose.run((id, wanted));
                        // The last one stays: a text is about something.
                        event.target().set_checked(chosen.with_untracked(|chosen| chosen.contains(&id)));
                    }
                />
                <span class="about-name">
                    <span>{number}</span>
                    <span class="about-due">{due}</span>
                </span>
            </label>
            <span class="amount about-owed">{move || format::money(app.lang(), owed, currency)}</span>
            {why}
        </div>
    }
    .into_any()
}

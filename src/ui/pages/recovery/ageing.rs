//! What waiting costs: the chance of being paid by the age of a claim, as a picture, and as the table that says the same.
//! Two figures are quoted, or the user’s; the line between them is ours.

use leptos::prelude::*;

use super::way::sourced;
use crate::app::book::Book;
use crate::app::views::recovery_desk::RecoveryDesk;
use crate::base::Percent;
use crate::browser::page;
use crate::domain::assumptions::Assumptions;
use crate::domain::recovery::{Ageing, FactFile, Quoted};
use crate::text::words::recovery;
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Size of the picture, in its own units; a year and a half is as wide as it.
const WIDE: i64 = 540;
const TALL: i64 = 200;

/// The section.
#[component]
pub fn AgeingSection(desk: Memo<RecoveryDesk>) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let shown = Memo::new(move |_| {
        let days = desk.with(|desk| desk.situation.days_late());
        app.book.with(|book| (Ageing::of(Book::assumptions(book), days), Book::assumptions(book).clone()))
    });
    let change = move |_| {
        page::focus(&format!("#assumed-{}", place(Quoted::AtThreeMonths)));
    };
    view! {
        <section class="section" aria-labelledby="ageing">
            <h2 id="ageing">{words.t(|w| w.ageing)}</h2>
            <p class="section-sub">{words.t(|w| w.ageing_hint)}</p>
            {live(move || shown.with(|(ageing, _)| picture(app.lang(), ageing)))}
            {live(move || shown.with(|(ageing, own)| table(app.lang(), ageing, own)))}
            <button class="button button-quiet" type="button" on:click=change>
                {words.t(|w| w.ageing_change)}
            </button>
        </section>
    }
}

fn place(wanted: Quoted) -> usize {
    Quoted::ALL.iter().position(|quoted| *quoted == wanted).unwrap_or_default()
}

/// Height of a chance: certainty is at the top.
fn height(chance: i64) -> i64 {
    TALL - chance * TALL / 100
}

fn picture(lang: Lang, ageing: &Ageing) -> AnyView {
    let at = |days: i64| (days.clamp(0, WIDE), height(ageing.chance(days)));
    let part = |from: i64, to: i64, class: &'static str| {
        let ((x1, y1), (x2, y2)) = (at(from), at(to));
        view! { <line class=class x1=x1.to_string() y1=y1.to_string() x2=x2.to_string() y2=y2.to_string() /> }
    };
    let marks = [Ageing::EARLY, Ageing::LATE].map(|days| {
        let (x, y) = at(days);
        view! {
            <circle class="age-quoted" cx=x.to_string() cy=y.to_string() r="4" />
            <text class="age-name" x=x.to_string() y=(y - 9).to_string() text-anchor="middle">
                {recovery::percent(lang, Percent::nearest(ageing.chance(days)))}
            </text>
            <text class="age-name" x=x.to_string() y=(TALL + 16).to_string() text-anchor="middle">
                {recovery::age(lang, days)}
            </text>
        }
    });
    let own = (0 < ageing.days).then(|| {
        let (x, y) = at(ageing.days);
        view! {
            <line class="age-here" x1=x.to_string() x2=x.to_string() y1="0" y2=TALL.to_string() />
            <circle class="age-dot" cx=x.to_string() cy=y.to_string() r="6" />
        }
    });
    let label = recovery::ageing_said(lang, ageing);
    view! {
        <figure class="ageing">
            <svg viewBox=format!("-14 -16 {} {}", WIDE + 28, TALL + 40) role="img" aria-label=label.clone()>
                <line class="bar-base" x1="0" x2=WIDE.to_string() y1=TALL.to_string() y2=TALL.to_string() />
                {part(0, Ageing::EARLY, "age-line age-supposed")}
                {part(Ageing::EARLY, Ageing::LATE, "age-line")}
                {part(Ageing::LATE, WIDE, "age-line age-supposed")}
                {own}
                {marks.into_iter().collect_view()}
            </svg>
            <figcaption>{label}</figcaption>
        </figure>
    }
    .into_any()
}

/// The figures, those that are quoted with where they were read.
fn table(lang: Lang, ageing: &Ageing, own: &Assumptions) -> AnyView {
    let words = recovery::words(lang);
    let source = |days: i64| {
        let quoted = match days {
            Ageing::EARLY => Quoted::AtThreeMonths,
            Ageing::LATE => Quoted::AfterAYear,
            _ => return words.ageing_between.to_owned(),
        };
        if own.shares.contains_key(&quoted) {
            return words.ageing_own.to_owned();
        }
        let share = FactFile::builtin().shares.get(&quoted);
        share.map(|share| sourced(lang, &share.source, share.read, share.confirmed)).unwrap_or_default()
    };
    let rows = ageing.rows().into_iter().map(|(days, chance)| {
        let is_here = days == ageing.days;
        let name = if is_here {
            format!("{} ({})", words.ageing_here, format::days(lang, days))
        } else {
            recovery::age(lang, days)
        };
        view! {
            <tr class:is-strong=is_here>
                <th scope="row">{name}</th>
                <td class="number">{recovery::percent(lang, Percent::nearest(chance))}</td>
                <td>{source(days)}</td>
            </tr>
        }
    });
    view! {
        <table class="plain-table plain-table-figures">
            <thead>
                <tr>
                    <th scope="col">{words.ageing_age}</th>
                    <th class="number" scope="col">{words.ageing_chance}</th>
                    <th scope="col">{words.source}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

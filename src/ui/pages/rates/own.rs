//! The user's own rates: single values noted by hand, a newer table from a file. Both beside the built-in table, never
//! in its place without being seen.

use leptos::html;
use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::rate::{RateField, RateForm, half_years};
use crate::app::views::rate_list::{RateChange, changes};
use crate::base::HalfYear;
use crate::browser::{files, page};
use crate::domain::law::own_rates::{CorrectedSeries, Correction, OwnRates};
use crate::domain::law::rate_file::{RateFile, RateFileError};
use crate::domain::law::rates::{RateTable, Series};
use crate::text::words::{labels, problems, rates};
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, slot};
use crate::ui::state::{App, use_app};
use crate::ui::submit::{faults, submit};

/// The section.
#[component]
pub fn OwnRatesSection() -> impl IntoView {
    let app = use_app();
    let words = app.words(rates::words);
    let own = Memo::new(move |_| app.book.with(|book| book.own_rates().clone()));
    let corrections = move || {
        let lang = app.lang();
        own.with(|own| {
            (!own.corrections.is_empty()).then(|| {
                let rows = own.corrections.iter().map(|correction| correction_row(app, lang, correction));
                view! { <ul class="own-rates">{rows.collect_view()}</ul> }
            })
        })
    };
    let imported = move || {
        let lang = app.lang();
        own.with(|own| {
            let file = own.imported.as_ref()?;
            let drop = move |_| {
                let own = own_rates(app);
                let _ = app.send(Command::SaveRates(OwnRates { imported: None, ..own }));
            };
            Some(view! {
                <p>
                    {words.t(|w| w.imported)} {format::date(lang, file.version)} ". "
                    <button class="button button-quiet" type="button" on:click=drop>
                        {words.t(|w| w.imported_drop)}
                    </button>
                </p>
            })
        })
    };
    let export = move |_| {
        let json = app.book.with_untracked(|book| serde_json::to_string(book.rates().file()));
        files::download("relance-taux.json", "application/json", &json.unwrap_or_default());
    };
    view! {
        <section class="section" aria-labelledby="own-rates">
            <h2 id="own-rates" tabindex="-1">{words.t(|w| w.own)}</h2>
            <p class="section-sub">{words.t(|w| w.own_explain)}</p>
            {live(corrections)}
            {live(imported)}
            <details class="disclosure">
                <summary>{words.t(|w| w.correct)}</summary>
                <div class="disclosure-body">
                    <NewRate />
                </div>
            </details>
            <details class="disclosure">
                <summary>{words.t(|w| w.import)}</summary>
                <div class="disclosure-body">
                    <Import />
                </div>
            </details>
            <button class="button button-quiet" type="button" on:click=export>
                {words.t(|w| w.export)}
            </button>
        </section>
    }
}

fn own_rates(app: App) -> OwnRates {
    app.book.with_untracked(|book| book.own_rates().clone())
}

fn series_name(lang: Lang, series: CorrectedSeries) -> &'static str {
    let words = rates::words(lang);
    match series {
        CorrectedSeries::EcbAnchor => words.series_ecb,
        CorrectedSeries::LegalOthers => words.series_legal,
    }
}

/// A correction beside the built-in value it stands for.
fn correction_row(app: App, lang: Lang, correction: &Correction) -> AnyView {
    let words = rates::words(lang);
    let (series, from) = (correction.series, correction.from);
    let points = if series == CorrectedSeries::EcbAnchor { 10 } else { 0 };
    let builtin = RateTable::builtin().series(match series {
        CorrectedSeries::EcbAnchor => Series::FrBusinessDefault,
        CorrectedSeries::LegalOthers => Series::FrLegalOthers,
    });
    let quote = builtin.on(from);
    let known = if quote.provisional {
        words.unknown_value.to_owned()
    } else {
        format::rate(lang, quote.rate.plus_points(-points))
    };
    let half = labels::half_year(lang, HalfYear::of(from));
    let rate = format::rate(lang, correction.rate);
    let note = format!(
        "{}{known} – {}{}{}{}",
        words.builtin,
        words.entered,
        format::date(lang, correction.entered),
        if correction.origin.is_empty() { "" } else { ", " },
        correction.origin,
    );
    let withdraw = move |_| {
        let mut own = own_rates(app);
        own.withdraw(series, from);
        let _ = app.send(Command::SaveRates(own));
        request_animation_frame(|| {
            page::focus("#own-rates");
        });
    };
    view! {
        <li class="set-aside">
            <span>
                {series_name(lang, series)} ", " {half} " " <strong>{rate}</strong>
                <span class="row-note row-note-line">{note}</span>
            </span>
            <button class="button button-quiet" type="button" on:click=withdraw>
                {words.withdraw}
            </button>
        </li>
    }
    .into_any()
}

#[component]
fn NewRate() -> impl IntoView {
    let app = use_app();
    let words = app.words(rates::words);
    let form = RwSignal::new(RateForm::default());
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(|form| form.parse(app.today.get())));
    let problem_of = faults(parsed);
    let chosen = move || form.with(|form| form.half_year(app.today.get()));
    let save = move |event: leptos::ev::SubmitEvent| {
        let correction = parsed.with_untracked(|(correction, _)| correction.clone());
        let carry_out = |correction| {
            let mut own = own_rates(app);
            own.correct(correction);
            app.send(Command::SaveRates(own)).is_ok()
        };
        if submit(&event, "rate-form", sent, correction, carry_out) {
            form.set(RateForm::default());
        }
    };
    let halves = live(move || {
        let lang = app.lang();
        half_years(app.today.get())
            .into_iter()
            .map(|half| {
                let day = half.first_day().to_string();
                view! {
                    <option value=day selected=move || chosen() == half>
                        {labels::half_year(lang, half)}
                    </option>
                }
            })
            .collect_view()
    });
    view! {
        <form class="form rate-form" novalidate on:submit=save>
            {select(
                "rate-series",
                words.t(|w| w.series),
                &CorrectedSeries::ALL,
                series_name,
                move || form.with(|form| form.series),
                move |series| form.update(|form| form.series = series),
            )}
            <div class="field-row field-row-wide">
                <div class="field">
                    <label class="field-label" for="rate-half">
                        {words.t(|w| w.half_year)}
                    </label>
                    <select
                        id="rate-half"
                        on:change:target=move |event| {
                            let from = crate::base::dates::parse_iso(&event.target().value()).ok();
                            form.update(|form| form.from = from);
                        }
                    >
                        {halves}
                    </select>
                </div>
                <Field
                    id="rate-value"
                    label=words.t(|w| w.rate)
                    kind=FieldKind::Percent
                    value=slot(form, |form| &form.rate, |form| &mut form.rate)
                    problem=problem_of(RateField::Rate)
                    sent=sent
                />
            </div>
            <Field
                id="rate-origin"
                label=words.t(|w| w.origin)
                value=slot(form, |form| &form.origin, |form| &mut form.origin)
                problem=problem_of(RateField::Origin)
                hint=words.t(|w| w.origin_hint)
                optional=true
                sent=sent
            />
            {submit_button(Weight::Plain, words.t(|w| w.save))}
        </form>
    }
}

/// What became of the file chosen.
#[derive(Clone, PartialEq)]
enum Chosen {
    Nothing,
    Refused(RateFileError),
    Ready(RateFile),
}

#[component]
fn Import() -> impl IntoView {
    let app = use_app();
    let words = app.words(rates::words);
    let input = NodeRef::<html::Input>::new();
    let chosen = RwSignal::new(Chosen::Nothing);
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            leptos::task::spawn_local(async move {
                let text = files::read(file).await.unwrap_or_default();
                // The page may have been left meanwhile.
                chosen.try_set(match RateFile::parse(&text) {
                    Ok(file) => Chosen::Ready(file),
                    Err(error) => Chosen::Refused(error),
                });
            });
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let outcome = move || {
        let lang = app.lang();
        match chosen.get() {
            Chosen::Nothing => None,
            Chosen::Refused(error) => {
                Some(view! { <p class="field-error">{problems::rate_file(lang, &error)}</p> }.into_any())
            }
            Chosen::Ready(file) => Some(preview(app, lang, file, chosen)),
        }
    };
    view! {
        <p>{words.t(|w| w.import_explain)}</p>
        <input
            class="visually-hidden"
            id="rate-file"
            type="file"
            accept=".json,application/json"
            tabindex="-1"
            aria-label=words.t(|w| w.import)
            node_ref=input
            on:change=picked
        />
        <button class="button" type="button" on:click=choose>
            {words.t(|w| w.import_choose)}
        </button>
        <div role="status">{live(outcome)}</div>
    }
}

fn preview(app: App, lang: Lang, file: RateFile, chosen: RwSignal<Chosen>) -> AnyView {
    let words = rates::words(lang);
    let edition = format!(
        "{}{}. {}{}.",
        words.version,
        format::date(lang, file.version),
        words.checked,
        format::date(lang, file.checked),
    );
    let table = RateTable::of(file.clone());
    let changed: Vec<RateChange> = match &table {
        Ok(table) => app.book.with_untracked(|book| changes(book.rates(), table)),
        Err(_) => Vec::new(),
    };
    let rate = |rate: Option<crate::base::Rate>| {
        rate.map_or_else(|| words.unknown_value.to_owned(), |rate| format::rate(lang, rate))
    };
    let rows = changed.iter().map(|change| {
        let series = if change.series == Series::FrLegalOthers { words.legal } else { words.business };
        view! {
            <tr>
                <td>{labels::half_year(lang, change.half)} ", " {series}</td>
                <td class="number">{rate(change.before)}</td>
                <td class="number">{rate(change.after)}</td>
            </tr>
        }
    });
    let table = if changed.is_empty() {
        view! { <p>{words.import_same}</p> }.into_any()
    } else {
        view! {
            <table class="plain-table">
                <caption>{words.import_changes}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.half_year}</th>
                        <th class="number" scope="col">{words.column_before}</th>
                        <th class="number" scope="col">{words.column_after}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    let is_newer = RateTable::builtin().file().version < file.version;
    let take = move |_| {
        let own = OwnRates { imported: Some(file.clone()), ..own_rates(app) };
        if app.send(Command::SaveRates(own)).is_ok() {
            chosen.set(Chosen::Nothing);
        }
    };
    let action = if is_newer {
        view! {
            <button class="button button-main" type="button" on:click=take>
                {words.import_use}
            </button>
        }
        .into_any()
    } else {
        view! { <p class="field-error">{words.import_older}</p> }.into_any()
    };
    view! {
        <div class="banner">
            <div class="banner-text">
                <p>{edition}</p>
                {table}
                {action}
            </div>
        </div>
    }
    .into_any()
}

//! Dated facts of a claim in a table, each with a button to delete it.

use leptos::prelude::*;

use crate::browser::page;
use crate::text::words::shell;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedRow {
    /// Number of the record it stands for.
    pub id: u32,
    /// Day, written.
    pub date: String,
    /// What it is.
    pub what: String,
    /// Where it is read in full.
    pub link: Option<String>,
    /// Reference, small beside it.
    pub reference: String,
    /// What it hangs on, small below it.
    pub condition: Option<String>,
    /// Amount, where it has one.
    pub amount: Option<String>,
}

/// What a row is, as a link where it can be read in full.
fn named(what: String, link: Option<String>) -> AnyView {
    match link {
        Some(link) => view! { <a href=link>{what}</a> }.into_any(),
        None => what.into_any(),
    }
}

/// The table; nothing where there are no rows. The focus goes to the heading given once a row is gone.
pub fn dated_table(
    rows: Memo<Vec<DatedRow>>,
    names: [Signal<&'static str>; 3],
    delete_name: Signal<&'static str>,
    heading: &'static str,
    delete: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = use_app().words(shell::words);
    let [date, what, amount] = names;
    let body = move || {
        rows.get()
            .into_iter()
            .map(|row| {
                let remove = move |_| {
                    // Said at the bottom of the screen, with a way back.
                    delete(row.id);
                    request_animation_frame(move || {
                        page::focus(heading);
                    });
                };
                view! {
                    <tr>
                        <td>{row.date}</td>
                        <td>
                            {named(row.what, row.link)} " " <span class="row-note">{row.reference}</span>
                            {row.condition.map(|it| view! { <span class="row-note row-note-line">{it}</span> })}
                        </td>
                        {row.amount.map(|amount| view! { <td class="number">{amount}</td> })}
                        <td class="number">
                            <button
                                class="button button-quiet"
                                type="button"
                                aria-label=delete_name
                                on:click=remove
                            >
                                {words.t(|w| w.delete)}
                            </button>
                        </td>
                    </tr>
                }
            })
            .collect_view()
    };
    let has_amounts = move || rows.with(|rows| rows.iter().any(|row| row.amount.is_some()));
    live(move || {
        rows.with(|rows| !rows.is_empty()).then(|| {
            view! {
                <table class="movements">
                    <thead class="visually-hidden">
                        <tr>
                            <th scope="col">{date}</th>
                            <th scope="col">{what}</th>
                            {has_amounts().then(|| view! { <th scope="col">{amount}</th> })}
                            <th scope="col">{words.t(|w| w.delete)}</th>
                        </tr>
                    </thead>
                    <tbody>{body()}</tbody>
                </table>
            }
        })
    })
}

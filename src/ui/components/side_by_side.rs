//! Things compared side by side: a table where there is room, a card for each where there is not. Nothing scrolls sideways
//! unseen.

use leptos::prelude::*;

/// One of the things compared.
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it says in each row, in the order of their names.
    pub cells: Vec<String>,
}

/// The comparison: `heading` is the identifier of what names it, `class` is the table’s, `rows` are the names of what is
/// compared, and `foot` what may be done with each by its place.
pub fn side_by_side(
    heading: &'static str,
    class: &'static str,
    rows: &[&'static str],
    columns: &[Column],
    foot: Option<&dyn Fn(usize) -> AnyView>,
) -> AnyView {
    view! {
        {wide(heading, class, rows, columns, foot)}
        {cards(heading, rows, columns, foot)}
    }
    .into_any()
}

fn wide(
    heading: &'static str,
    class: &'static str,
    rows: &[&'static str],
    columns: &[Column],
    foot: Option<&dyn Fn(usize) -> AnyView>,
) -> AnyView {
    let heads = columns
        .iter()
        .map(|column| view! { <th class="number" scope="col">{column.name.clone()}</th> }.into_any());
    let row = |(at, name): (usize, &&'static str)| {
        let cells = columns
            .iter()
            .map(|column| view! { <td class="number">{column.cells.get(at).cloned()}</td> }.into_any());
        view! { <tr><th scope="row">{*name}</th> {cells.collect::<Vec<_>>()}</tr> }.into_any()
    };
    let foot = foot.map(|foot| {
        let cells = (0..columns.len()).map(|at| view! { <td class="number">{foot(at)}</td> }.into_any());
        let cells = cells.collect::<Vec<_>>();
        view! { <tfoot><tr><td></td> {cells}</tr></tfoot> }.into_any()
    });
    view! {
        <div class="wide-table compare-wide" tabindex="0" role="group" aria-labelledby=heading>
            <table class=format!("plain-table plain-table-figures {class}")>
                <thead>
                    <tr>
                        <td></td>
                        {heads.collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{rows.iter().enumerate().map(row).collect::<Vec<_>>()}</tbody>
                {foot}
            </table>
        </div>
    }
    .into_any()
}

fn cards(
    heading: &'static str,
    rows: &[&'static str],
    columns: &[Column],
    foot: Option<&dyn Fn(usize) -> AnyView>,
) -> AnyView {
    let card = |(at, column): (usize, &Column)| {
        let facts = rows
            .iter()
            .zip(&column.cells)
            .map(|(name, cell)| view! { <div><dt>{*name}</dt> <dd>{cell.clone()}</dd></div> }.into_any());
        view! {
            <li>
                <h3>{column.name.clone()}</h3>
                <dl>{facts.collect::<Vec<_>>()}</dl>
                {foot.map(|foot| foot(at))}
            </li>
        }
        .into_any()
    };
    let cards = columns.iter().enumerate().map(card).collect::<Vec<_>>();
    view! { <ul class="compare-cards" aria-labelledby=heading>{cards}</ul> }.into_any()
}

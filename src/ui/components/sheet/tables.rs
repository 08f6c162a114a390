//! The part of a table that stands on one page. Its columns are as wide on every page as in the whole table.

use leptos::prelude::*;

use super::pieces::set;
use crate::documents::flow::Piece;
use crate::documents::letter::Table;
use crate::text::Lang;
use crate::text::words::paper;

/// Characters of a cell that stays on one line: a date, a number. A longer one wraps, wherever it must.
const SHORT: usize = 16;

/// How wide the columns of a table are, in per cent.
#[derive(Clone, PartialEq)]
pub(super) struct Columns(Vec<String>);

impl Columns {
    /// From ten-thousandths.
    pub(super) fn of(shares: Vec<i64>) -> Self {
        Self(shares.into_iter().map(|share| format!("{}.{:02}%", share / 100, share % 100)).collect())
    }
}

/// The rows of a table on a page, below its head; where they go on from the page before, it says so.
pub(super) fn table_view<'a>(
    lang: Lang,
    table: &Table,
    rows: impl Iterator<Item = &'a Piece>,
    columns: Option<&Columns>,
    goes_on: bool,
) -> AnyView {
    let is_bare = table.is_bare();
    let Table { caption, note, head, rows: cells, total, figures_from } = table;
    let is_figure = |column: usize| column >= *figures_from;
    let heads = head.iter().enumerate().map(|(column, name)| {
        view! {
            <th scope="col" class:number=is_figure(column)>
                {name.clone()}
            </th>
        }
    });
    let (mut body, mut foot) = (Vec::new(), None);
    let rows: Vec<&Piece> = rows.collect();
    let caption = if goes_on {
        // What goes on is named again: « (suite), Facture n° 2026-014 ».
        let group = match rows.first() {
            Some(Piece::Row(_, at)) => table.group_of(*at).map(|group| format!(", {group}")),
            _ => None,
        };
        format!("{caption}{}{}", paper::words(lang).goes_on, group.unwrap_or_default())
    } else {
        caption.clone()
    };
    for piece in rows {
        match piece {
            Piece::Row(_, at) => body.extend(cells.get(*at).map(|row| row_view(row, head, *figures_from))),
            Piece::Total(_) => foot = total.as_ref().map(|cells| total_view(cells, head)),
            _ => {}
        }
    }
    let widths = columns.map(|Columns(widths)| {
        let columns = widths.iter().map(|width| view! { <col style:width=width.clone() /> });
        view! { <colgroup>{columns.collect_view()}</colgroup> }
    });
    view! {
        <table class="letter-table" class:is-set=columns.is_some() class:is-bare=is_bare>
            <caption class="letter-caption">
                {set(&caption)} {(!note.is_empty() && !goes_on).then(|| view! { <span class="letter-note">{set(note)}</span> })}
            </caption>
            {widths}
            <thead data-piece="">
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{body}</tbody>
            {foot}
        </table>
    }
    .into_any()
}

/// A row; one that has words in its first cell alone is a title over the next.
fn row_view(row: &[String], head: &[String], figures_from: usize) -> AnyView {
    let is_title = row.len() > 1 && row.iter().skip(1).all(String::is_empty);
    if is_title {
        let title = row.first().map(|cell| set(cell));
        return view! {
            <tr class="letter-row-title" data-piece="">
                <th scope="rowgroup" colspan=row.len().to_string()>{title}</th>
            </tr>
        }
        .into_any();
    }
    let cells = row.iter().zip(head).enumerate().map(|(column, (cell, name))| {
        view! {
            <td class:number=figures_from <= column class:is-short=cell.chars().count() <= SHORT data-label=name.clone()>
                {set(cell)}
            </td>
        }
    });
    view! { <tr data-piece="">{cells.collect_view()}</tr> }.into_any()
}

/// The total: its name over all columns without a figure, then the figures; several of them are named where they stand in
/// no column, on a phone.
fn total_view(cells: &[String], head: &[String]) -> AnyView {
    let name = cells.first().cloned().unwrap_or_default();
    let span = 1 + cells.iter().skip(1).take_while(|cell| cell.is_empty()).count();
    let is_one = cells.len() == span + 1;
    let figures = cells.iter().zip(head).skip(span).map(|(cell, name)| {
        let label = (!is_one).then(|| name.clone());
        view! { <td class="number" data-label=label>{cell.clone()}</td> }
    });
    view! {
        <tfoot>
            <tr data-piece="">
                <th scope="row" colspan=span.to_string()>
                    {name}
                </th>
                {figures.collect_view()}
            </tr>
        </tfoot>
    }
    .into_any()
}

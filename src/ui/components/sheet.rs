//! A letter on its A4 sheet: the preview is the paper.

use leptos::prelude::*;

use crate::documents::letter::{Block, Letter, Table};
use crate::text::words::composer;
use crate::ui::texts::marked;

/// Characters that fit on a line of the window, and lines in it, in ordinary type.
const LINE_FITS: usize = 42;
const WINDOW_LINES: usize = 8;

/// The sheet.
#[component]
pub fn Sheet(
    /// The letter.
    letter: Letter,
) -> impl IntoView {
    let words = composer::words(letter.lang);
    // A window holds eight lines of ordinary type; a longer address is set smaller rather than cut.
    let height: usize = letter.recipient.iter().map(|line| 1 + line.chars().count() / LINE_FITS).sum();
    let (is_long, is_longest) = (WINDOW_LINES < height, WINDOW_LINES + 3 < height);
    let (mut sender, mut recipient) = (letter.sender.into_iter(), letter.recipient.into_iter());
    let sender_name = sender.next().unwrap_or_default();
    let recipient_name = recipient.next().unwrap_or_default();
    let mut references = letter.references.into_iter();
    let sending = references.next().unwrap_or_default();
    let blocks = letter.blocks.into_iter().map(|block| block_view(block, words)).collect_view();
    view! {
        <article class="sheet" lang=letter.lang.tag()>
            <header class="letter-head">
                <address class="letter-sender">
                    <strong>{marked(&sender_name)}</strong>
                    {sender.map(line).collect_view()}
                </address>
                <address class="letter-recipient" class:is-long=is_long class:is-longest=is_longest>
                    {marked(&recipient_name)} {recipient.map(line).collect_view()}
                </address>
            </header>
            <div class="letter-lines">
                <p class="letter-place">{marked(&letter.place_and_date)}</p>
                {(!sending.is_empty()).then(|| view! { <p class="letter-sending">{sending}</p> })}
            </div>
            <h2 class="letter-subject">{marked(&letter.subject)}</h2>
            <div class="letter-text">{blocks}</div>
            <footer class="letter-foot">
                {letter.as_of} {references.map(|reference| view! { " " {marked(&reference)} }).collect_view()}
            </footer>
        </article>
    }
}

fn line(text: String) -> impl IntoView {
    view! {
        <br />
        {marked(&text)}
    }
}

fn block_view(block: Block, words: &'static composer::Words) -> AnyView {
    match block {
        Block::Paragraph(text) => {
            let lines = text.lines().enumerate().map(|(index, text)| {
                view! { {(index > 0).then(|| view! { <br /> })} {marked(text)} }
            });
            view! { <p>{lines.collect_view()}</p> }.into_any()
        }
        Block::Invoices(table) | Block::Working(table) => table_view(table),
        Block::Payment(lines) => {
            let lines = lines.into_iter().map(|(label, value)| {
                view! {
                    <dt>{label}</dt>
                    <dd>{marked(&value)}</dd>
                }
            });
            view! { <dl class="letter-payment">{lines.collect_view()}</dl> }.into_any()
        }
        Block::Signature(name) => view! {
            <div class="letter-signature">
                <p>{marked(&name)}</p>
            </div>
        }
        .into_any(),
        Block::Enclosures(items) => {
            view! { <p class="letter-enclosures">{words.enclosures} {items.join(" ; ")} "."</p> }.into_any()
        }
    }
}

fn table_view(table: Table) -> AnyView {
    let Table { caption, head, rows, total, figures_from } = table;
    let is_figure = move |column: usize| column >= figures_from;
    let heads = head.iter().enumerate().map(|(column, name)| {
        view! {
            <th scope="col" class:number=is_figure(column)>
                {name.clone()}
            </th>
        }
    });
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(&head).enumerate().map(|(column, (cell, name))| {
            view! {
                <td class:number=is_figure(column) data-label=name.clone()>
                    {marked(&cell)}
                </td>
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let total = total.map(|cells| {
        let last = cells.last().cloned().unwrap_or_default();
        let first = cells.first().cloned().unwrap_or_default();
        let span = cells.len().saturating_sub(1);
        view! {
            <tfoot>
                <tr>
                    <th scope="row" colspan=span.to_string()>
                        {first}
                    </th>
                    <td class="number">{last}</td>
                </tr>
            </tfoot>
        }
    });
    view! {
        <table class="letter-table">
            <caption class="letter-caption">{caption}</caption>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{rows}</tbody>
            {total}
        </table>
    }
    .into_any()
}

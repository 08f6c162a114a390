//! The pieces of a letter but its tables. Each bears `data-piece`, by which it is measured.

use leptos::prelude::*;

use super::life::life_view;
use crate::documents::flow::{Piece, shortened};
use crate::documents::letter::{Letter, Signer};
use crate::documents::payment_code::drawn;
use crate::documents::unbroken::runs;
use crate::documents::window::{LONGEST_LINE, Size, Window};
use crate::domain::stationery::Stationery;
use crate::text::Lang;
use crate::text::words::paper;
use crate::ui::texts::marked;

/// Characters of a title that are set at most: what it is about stands in full below it.
const LONGEST_TITLE: usize = 300;
/// Characters of what is to be written by hand from which it is a sentence.
const LONG_MENTION: usize = 120;

/// A piece that is no row.
pub(super) fn piece_view(
    piece: &Piece,
    letter: &Letter,
    window: &Window,
    stationery: &Stationery,
) -> AnyView {
    match piece {
        Piece::Head => head(letter, window, &stationery.logo),
        Piece::Lines => lines(letter),
        Piece::Subject => {
            view! { <h2 class="letter-subject" data-piece="">{set(&shortened(&letter.subject, LONGEST_TITLE))}</h2> }.into_any()
        }
        Piece::Heading(text) => {
            view! { <h3 class="letter-heading" data-piece="">{set(text)}</h3> }.into_any()
        }
        Piece::Paragraph(text) => {
            view! { <p class="letter-text" data-piece="">{broken(text)}</p> }.into_any()
        }
        Piece::Item(text) => view! { <p class="letter-item" data-piece="">"– " {set(text)}</p> }.into_any(),
        Piece::QuotedTitle(text) => {
            view! { <h3 class="letter-quoted-title" data-piece="">{set(text)}</h3> }.into_any()
        }
        Piece::Quoted(text) => {
            view! { <blockquote class="letter-quoted" data-piece="">{broken(text)}</blockquote> }.into_any()
        }
        Piece::About(text) => view! { <p class="letter-about" data-piece="">{broken(text)}</p> }.into_any(),
        Piece::Sentence(title, items) => {
            let colon = letter.lang.pick("\u{a0}: ", ": ");
            let text = format!("{title}{colon}{}.", items.join(letter.lang.pick("\u{a0}; ", "; ")));
            view! { <p class="letter-enclosures" data-piece="">{set(&text)}</p> }.into_any()
        }
        Piece::Fields(fields, code) => {
            let fields = fields.iter().map(|(label, value)| {
                view! {
                    <dt>{label.clone()}</dt>
                    <dd>{set(value)}</dd>
                }
            });
            let code = drawn(code).map(|(size, path)| {
                view! {
                    <svg
                        class="letter-code"
                        viewBox=format!("0 0 {size} {size}")
                        role="img"
                        aria-label=paper::words(letter.lang).payment_code
                    >
                        <path d=path></path>
                    </svg>
                }
            });
            view! {
                <div class="letter-payment" data-piece="">
                    <dl>{fields.collect_view()}</dl>
                    {code}
                </div>
            }
            .into_any()
        }
        Piece::Signatures(signers) => {
            let own = letter.sender.first();
            // The English sign above their name; where somebody writes a mention, all sign below it, on one level.
            let is_above = letter.lang == Lang::En && signers.iter().all(|one| one.mention.is_empty());
            let signers = signers.iter().map(|Signer { name, mention }| {
                // A sentence written by hand takes the width of the page.
                let is_wide = LONG_MENTION < mention.chars().count();
                let image = (own == Some(name) && !stationery.signature.is_empty())
                    .then(|| view! { <img class="letter-signed" src=stationery.signature.clone() alt="" /> });
                view! {
                    <div class="letter-signature" class:is-above=is_above class:is-wide=is_wide>
                        <p>{set(name)}</p>
                        {image}
                        {(!mention.is_empty()).then(|| view! { <p class="letter-mention">{set(mention)}</p> })}
                    </div>
                }
            });
            view! { <div class="letter-signatures" data-piece="">{signers.collect_view()}</div> }.into_any()
        }
        Piece::Life(life) => life_view(life, life.lang.unwrap_or(letter.lang)),
        Piece::Foot => {
            let references = letter.references.iter().skip(1).map(|reference| view! { " " {set(reference)} });
            view! { <p class="letter-foot" data-piece="">{letter.as_of.clone()} {references.collect_view()}</p> }
                .into_any()
        }
        // Rows are set in their table.
        Piece::TableHead(_) | Piece::Row(..) | Piece::Total(_) => ().into_any(),
    }
}

fn head(letter: &Letter, window: &Window, logo: &str) -> AnyView {
    let logo = (!logo.is_empty()).then(|| view! { <img class="letter-logo" src=logo.to_owned() alt="" /> });
    let (sender, recipient) = (letter.sender.split_first(), window.lines.split_first());
    let block = |lines: Option<(&String, &[String])>, is_strong: bool| {
        let (first, rest) = lines?;
        let first = line_view(first);
        let first = if is_strong { view! { <strong>{first}</strong> }.into_any() } else { first };
        Some((first, rest.iter().map(|line| view! { <br /> {line_view(line)} }).collect_view()))
    };
    view! {
        <header class="letter-head" data-piece="">
            <address class="letter-sender">{logo} {block(sender, true)}</address>
            <address class="letter-recipient" class:is-long=window.size == Size::Small class:is-longest=window.size == Size::Smallest>
                {block(recipient, false)}
            </address>
        </header>
    }
    .into_any()
}

/// A line that is measured: what does not fit is said beside the letter.
fn line_view(line: &str) -> AnyView {
    let is_cut = LONGEST_LINE < line.chars().count();
    view! { <span data-line=if is_cut { "cut" } else { "" }>{shown(line)}</span> }.into_any()
}

/// A line of an address. What no window holds is in the letter all the same, in its text.
fn shown(line: &str) -> AnyView {
    if line.chars().count() <= LONGEST_LINE {
        return set(line);
    }
    let cut: String = line.chars().take(LONGEST_LINE - 1).collect();
    set(&format!("{cut}…"))
}

fn lines(letter: &Letter) -> AnyView {
    let sending = letter.references.first().filter(|sending| !sending.is_empty());
    view! {
        <div class="letter-lines" data-piece="">
            <p class="letter-place">{set(&letter.place_and_date)}</p>
            {sending.map(|sending| view! { <p class="letter-sending">{set(sending)}</p> })}
        </div>
    }
    .into_any()
}

/// A text with its lines.
fn broken(text: &str) -> AnyView {
    let lines = text.lines().enumerate();
    lines
        .map(|(at, line)| view! { {(at > 0).then(|| view! { <br /> })} {set(line)} })
        .collect_view()
        .into_any()
}

/// A text whose missing facts are marks, and whose numbers do not break at their hyphen.
pub(super) fn set(text: &str) -> AnyView {
    let runs = runs(text).into_iter().map(|(is_kept, run)| {
        if is_kept {
            view! { <span class="letter-number">{marked(&run)}</span> }.into_any()
        } else {
            marked(&run).into_any()
        }
    });
    runs.collect_view().into_any()
}

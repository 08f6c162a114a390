//! A letter on its A4 sheets: the preview is the paper. Its pieces are measured in one column as wide as the paper, then
//! set page by page, so that every browser breaks pages at the same places and each page tells its number.

mod life;
mod pieces;
mod tables;

use std::ops::Range;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use self::pieces::piece_view;
use self::tables::{Columns, table_view};
use crate::app::book::Book;
use crate::browser::files::SHEET_STYLE;
use crate::browser::{files, measure, page};
use crate::documents::fingerprint::fingerprint;
use crate::documents::flow::{Flow, Piece, Placed, shortened};
use crate::documents::letter::Letter;
use crate::documents::pages::{Measured, paginate};
use crate::documents::window::Window;
use crate::domain::stationery::Stationery;
use crate::text::words::paper;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Characters of a line that are quoted to say that it does not fit.
const LONGEST_QUOTED: usize = 60;

/// A letter with all that its sheets show.
struct Laid {
    letter: Letter,
    flow: Flow,
    window: Window,
    fingerprint: String,
    mark: String,
    stationery: Stationery,
}

/// Where its pages break, and how wide the columns of its tables are.
#[derive(Clone, Default, PartialEq)]
struct Layout {
    pages: Vec<Range<usize>>,
    columns: Vec<Columns>,
    is_tight: bool,
}

/// What is known of the pages.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nothing: the pieces are to be measured.
    Loose,
    /// It is more than one page: whether it takes one less when set tighter is to be measured.
    Tight(Layout),
    /// All.
    Set(Layout),
}

impl Stage {
    /// What follows once the pieces were measured. A letter that ends on a page of a few lines is set tighter.
    fn measured(self, found: Layout) -> Self {
        match self {
            Self::Loose if found.pages.len() > 1 => Self::Tight(found),
            Self::Loose => Self::Set(found),
            Self::Tight(loose) if found.pages.len() < loose.pages.len() => Self::Set(found),
            Self::Tight(loose) | Self::Set(loose) => Self::Set(loose),
        }
    }
}

/// The name under which it is kept that sheets are read large.
const LARGE: &str = "sheet/large";

/// Where sheets lie. On a narrow screen they are the pages as they print, made smaller; or, where one wants to read them,
/// their words alone, large.
#[component]
pub fn SheetDesk(
    /// What lies there.
    #[prop(into)]
    label: Signal<&'static str>,
    /// It may not leave as it is.
    #[prop(optional, into)]
    is_refused: Signal<bool>,
    /// The sheets.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(paper::words);
    let is_large = RwSignal::new(app.draft(LARGE).is_some());
    let turn = move |_| {
        is_large.update(|large| *large = !*large);
        app.keep_draft(LARGE, is_large.get_untracked().then_some("true"));
    };
    view! {
        <div class="sheet-tools">
            <button
                class="button button-quiet"
                type="button"
                aria-pressed=move || if is_large.get() { "true" } else { "false" }
                on:click=turn
            >
                {words.t(|w| w.read_large)}
            </button>
        </div>
        <div
            class="sheet-desk"
            class:is-page=move || !is_large.get()
            class:is-refused=is_refused
            role="region"
            tabindex="0"
            aria-label=label
        >
            {children()}
        </div>
    }
}

/// The sheets.
#[component]
pub fn Sheet(
    /// The letter.
    letter: Letter,
    /// What is said at the top of each page: « Duplicata ».
    #[prop(optional, into)]
    mark: String,
) -> impl IntoView {
    page::adopt_style(SHEET_STYLE);
    let lang = letter.lang.tag();
    // As it was issued, where it was; on the stationery of now otherwise.
    let stationery = use_app().book.with_untracked(|book| {
        let now = Book::stationery(book);
        letter.look.as_ref().map_or_else(|| now.clone(), |look| now.dressed(look))
    });
    let laid = Arc::new(Laid {
        flow: Flow::of(&letter),
        window: Window::of(&letter.recipient),
        fingerprint: fingerprint(&letter),
        letter,
        mark,
        stationery,
    });
    let stage = RwSignal::new(Stage::Loose);
    let column = NodeRef::<Div>::new();
    let cut = RwSignal::new(Vec::<String>::new());
    let measured = Arc::clone(&laid);
    Effect::new(move |_| {
        if let Some(column) = column.get() {
            let now = stage.get_untracked();
            if now == Stage::Loose {
                let left_out = measured.window.left_out.iter().map(String::as_str);
                cut.set(left_out.map(quoted).chain(lines_cut(&column)).collect());
            }
            let is_tight = matches!(now, Stage::Tight(_));
            stage.set(now.measured(Layout { is_tight, ..broken(&measured.flow, &column) }));
        }
    });
    let words = use_app().words(paper::words);
    let is_crowded = laid.window.is_crowded();
    view! {
        {live(move || {
            let is_told = is_crowded && cut.with(Vec::is_empty);
            is_told.then(|| view! {
                <p class="banner sheet-warning" role="status">{words.t(|w| w.address_crowded)}</p>
            })
        })}
        {live(move || {
            let lines = cut.get();
            (!lines.is_empty()).then(|| view! {
                <p class="banner sheet-warning" role="status">
                    {words.t(|w| w.address_cut)} {lines.join(", ")} ". " {words.t(|w| w.address_cut_what)}
                </p>
            })
        })}
        <article class="letter" lang=lang>
            {live(move || {
                stage.with(|stage| match stage {
                    Stage::Set(layout) => {
                        let sheets = (0..layout.pages.len()).map(|at| sheet(&laid, layout, at));
                        sheets.collect_view().into_any()
                    }
                    // Only looked at by the measure: what is read is what is set.
                    Stage::Loose | Stage::Tight(_) => view! {
                        <div
                            class="sheet sheet-column"
                            class:is-tight=matches!(stage, Stage::Tight(_))
                            aria-hidden="true"
                            node_ref=column
                        >
                            <div class="sheet-room"></div>
                            {run(&laid, 0..laid.flow.pieces.len(), &[])}
                        </div>
                    }
                    .into_any(),
                })
            })}
        </article>
    }
}

/// Offers the sheets that are shown as a file that stands alone.
pub fn keep_sheets(letter: &Letter) {
    if let Some(sheets) = page::outer_html("article.letter") {
        let name = format!("{}.html", files::safe_name(&letter.subject));
        files::download(&name, "text/html", &files::paper(letter.lang.tag(), &letter.subject, &sheets));
    }
}

/// One page with its foot.
fn sheet(laid: &Laid, layout: &Layout, at: usize) -> AnyView {
    let Layout { pages, columns, is_tight } = layout;
    let (number, count) = (at + 1, pages.len());
    let page = pages.get(at).cloned().unwrap_or_default();
    let words = paper::words(laid.letter.lang);
    let hash = format!("{}{}", words.fingerprint, laid.fingerprint);
    view! {
        <section class="sheet sheet-page" class:is-tight=*is_tight class:has-folds=laid.stationery.folding_marks>
            {(!laid.mark.is_empty()).then(|| view! { <p class="sheet-mark">{laid.mark.clone()}</p> })}
            {run(laid, page, columns)}
            <footer class="sheet-foot">
                <span class="sheet-hash">{hash}</span>
                <span class="sheet-number">{format!("page {number}/{count}")}</span>
            </footer>
        </section>
    }
    .into_any()
}

/// A run of pieces; the rows of a table together.
fn run(laid: &Laid, range: Range<usize>, columns: &[Columns]) -> AnyView {
    let pieces = laid.flow.pieces.get(range).unwrap_or_default();
    let same_table = |one: &Placed, other: &Placed| {
        let table = Flow::table_of(&one.piece);
        table.is_some() && table == Flow::table_of(&other.piece)
    };
    let groups = pieces.chunk_by(same_table).map(|group| {
        let is_copied = group.first().is_some_and(|placed| placed.is_copied);
        let first = group.first().map(|placed| &placed.piece);
        let table = first.and_then(Flow::table_of);
        let shown = match table.and_then(|at| Some((laid.flow.tables.get(at)?, columns.get(at)))) {
            Some((table, columns)) => {
                let goes_on = !matches!(first, Some(Piece::TableHead(_)));
                let rows = group.iter().map(|placed| &placed.piece);
                table_view(laid.letter.lang, table, rows, columns, goes_on)
            }
            None => {
                first.map(|piece| piece_view(piece, &laid.letter, &laid.window, &laid.stationery)).into_any()
            }
        };
        if is_copied { view! { <div class="letter-copied">{shown}</div> }.into_any() } else { shown }
    });
    groups.collect_view().into_any()
}

/// The lines of the two addresses that stand below the room there is for them, quoted. They are not printed.
fn lines_cut(column: &web_sys::Element) -> Vec<String> {
    let below = |address: &web_sys::Element| {
        let bottom = measure::height(address).1;
        let lines = measure::below(address, "[data-line]");
        let is_cut = |line: &web_sys::Element| {
            bottom < measure::height(line).1 || line.get_attribute("data-line").is_some_and(|it| it == "cut")
        };
        lines.into_iter().filter(is_cut).filter_map(|line| line.text_content()).collect::<Vec<_>>()
    };
    let lines = measure::below(column, ".letter-head address").iter().flat_map(below).collect::<Vec<_>>();
    lines.iter().map(|line| quoted(line)).collect()
}

fn quoted(line: &str) -> String {
    format!("«\u{a0}{}\u{a0}»", shortened(line, LONGEST_QUOTED))
}

/// Measures the pieces in their column, and breaks the pages.
fn broken(flow: &Flow, column: &web_sys::Element) -> Layout {
    let room = measure::below(column, ".sheet-room").first().map_or((0, 0), measure::height);
    let elements = measure::below(column, "[data-piece]");
    let frames = elements.iter().map(|element| {
        let (top, bottom) = measure::height(element);
        // A head is measured with the caption over it.
        let caption =
            element.parent_element().and_then(|table| table.query_selector("caption").ok().flatten());
        let is_head = element.tag_name() == "THEAD";
        (caption.filter(|_| is_head).map_or(top, |caption| measure::height(&caption).0), bottom)
    });
    let mut repeats = 0;
    let pieces: Vec<Measured> = flow
        .pieces
        .iter()
        .zip(frames)
        .map(|(placed, (top, bottom))| {
            if matches!(placed.piece, Piece::TableHead(_)) {
                repeats = bottom - top;
            }
            let is_row = matches!(placed.piece, Piece::Row(..) | Piece::Total(_));
            Measured {
                top,
                bottom,
                opens_page: placed.opens_page,
                keeps_next: placed.keeps_next,
                repeats: if is_row { repeats } else { 0 },
            }
        })
        .collect();
    let columns = measure::below(column, "table")
        .iter()
        .map(|table| Columns::of(measure::shares(table, "thead th")))
        .collect();
    Layout { pages: paginate(&pieces, room.1 - room.0), columns, is_tight: false }
}

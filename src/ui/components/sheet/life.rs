//! The life of a claim as it is drawn on paper: black lines alone, hatched where the screen has colours. Lengths are tenths
//! of a millimetre of the paper.

use leptos::prelude::*;

use crate::documents::life::{Area, Band, Life, Mark, Rate, WHOLE, hatching};
use crate::text::Lang;
use crate::text::words::paper;

/// Width of the picture, its bar, and where things stand above and below that.
const WIDTH: i64 = 1_700;
const BAR_TOP: i64 = 76;
const BAR_BOTTOM: i64 = 156;
const WORDS_ABOVE: i64 = 30;
const MARKS: i64 = 54;
const RATES: i64 = 190;
const DATES: i64 = 228;
const HEIGHT: i64 = 236;
/// Narrowest band, in ten-thousandths of the width, that its rate is written below.
const ROOM_FOR_RATE: i64 = 900;
/// How near the edge, in the same parts, a word begins or ends there rather than being centred.
const EDGE: i64 = 1_200;

/// The picture with its title and its legend.
pub(super) fn life_view(life: &Life, lang: Lang) -> AnyView {
    let words = paper::words(lang);
    let name = format!("{}, {} – {}", life.title, life.due.text, life.to);
    let due = across(life.due.at);
    // Where interest only runs from a formal notice on, nothing is hatched before.
    let first = across(life.interest_from());
    let rates = life.rates.iter().filter(|rate| ROOM_FOR_RATE <= rate.to - rate.from);
    let rates = rates.map(|Rate { from, to, text, .. }| words_at((from + to) / 2, RATES, text, "middle"));
    view! {
        <figure class="letter-life" data-piece="">
            <figcaption class="letter-caption">{life.title.clone()}</figcaption>
            <svg
                class="life-picture"
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                role="img"
                aria-label=name
            >
                {life.bands.iter().map(band_view).collect_view()}
                {frame(0, due, "life-before")}
                {(due < first).then(|| frame(due, first, "life-before"))}
                {frame(first, WIDTH, "life-frame")}
                <path class="life-line" d=format!("M{due} {BAR_TOP}V{}", RATES + 8)></path>
                {life.marks.iter().map(mark_view).collect_view()}
                {rates.collect_view()}
                {words_near(life.due.at, DATES, &life.due.text)}
                {words_at(WHOLE, DATES, &life.to, "end")}
            </svg>
            <ul class="life-legend">{legend(life, words)}</ul>
        </figure>
    }
    .into_any()
}

/// A place in the picture.
fn across(at: i64) -> i64 {
    at.clamp(0, WHOLE) * WIDTH / WHOLE
}

fn frame(from: i64, to: i64, class: &'static str) -> AnyView {
    let (top, width, height) = (BAR_TOP.to_string(), (to - from).to_string(), BAR_BOTTOM - BAR_TOP);
    view! { <rect class=class x=from.to_string() y=top width=width height=height.to_string()></rect> }
        .into_any()
}

/// What is unpaid is hatched from below; a line parts it from what is paid, and from its neighbours.
fn band_view(band: &Band) -> AnyView {
    let (left, right) = (across(band.from), across(band.to));
    let top = BAR_BOTTOM - (BAR_BOTTOM - BAR_TOP) * band.unpaid / WHOLE;
    let area = Area { left, top, right, bottom: BAR_BOTTOM };
    view! {
        <path class="life-hatch" d=hatching(area, band.shade)></path>
        <path class="life-line" d=format!("M{left} {BAR_BOTTOM}V{top}H{right}")></path>
    }
    .into_any()
}

/// Received: a full arrow down to its day. Sent: an open ring.
fn mark_view(mark: &Mark) -> AnyView {
    let x = across(mark.at);
    if mark.is_sent {
        let (x, y) = (x.to_string(), (MARKS + 6).to_string());
        return view! { <circle class="life-sent" cx=x cy=y r="8"></circle> }.into_any();
    }
    let arrow = format!("M{} {}h24l-12 20z", x - 12, MARKS - 4);
    let word = (!mark.text.is_empty()).then(|| words_near(mark.at, WORDS_ABOVE, &mark.text));
    view! {
        <path class="life-received" d=arrow></path>
        {word}
    }
    .into_any()
}

/// A word centred on its place, or within the picture where that is near an edge.
fn words_near(at: i64, y: i64, text: &str) -> AnyView {
    let (at, anchor) = if at < EDGE {
        (at, "start")
    } else if WHOLE - EDGE < at {
        (at, "end")
    } else {
        (at, "middle")
    };
    words_at(at, y, text, anchor)
}

fn words_at(at: i64, y: i64, text: &str, anchor: &'static str) -> AnyView {
    let x = across(at).to_string();
    view! {
        <text class="life-words" x=x y=y.to_string() text-anchor=anchor>
            {text.to_owned()}
        </text>
    }
    .into_any()
}

/// What the picture is made of; only what is in it.
fn legend(life: &Life, words: &'static paper::Words) -> AnyView {
    let sample = |shade: usize| {
        let area = Area { left: 0, top: 0, right: 70, bottom: 34 };
        view! {
            <path class="life-hatch" d=hatching(area, shade)></path>
            <rect class="life-frame" x="0" y="0" width="70" height="34"></rect>
        }
        .into_any()
    };
    let blank = |class: &'static str| {
        view! { <rect class=class x="0" y="0" width="70" height="34"></rect> }.into_any()
    };
    let waits = across(life.due.at) < across(life.interest_from());
    let before = if waits { words.life_waits } else { words.life_before };
    let mut entries: Vec<(AnyView, String)> = vec![(blank("life-before"), before.to_owned())];
    for (shade, rates) in life.legend() {
        entries.push((sample(shade), format!("{}{rates}", words.life_at)));
    }
    if life.is_stopped() {
        entries.push((sample(0), words.life_stopped.to_owned()));
    }
    if life.is_partly_paid() {
        entries.push((blank("life-frame"), words.life_paid.to_owned()));
    }
    let has = |is_sent: bool| life.marks.iter().any(|mark| mark.is_sent == is_sent);
    if has(false) {
        let arrow = view! { <path class="life-received" d="M23 8h24l-12 20z"></path> }.into_any();
        entries.push((arrow, words.life_received.to_owned()));
    }
    if has(true) {
        let ring = view! { <circle class="life-sent" cx="35" cy="17" r="8"></circle> }.into_any();
        entries.push((ring, words.life_sent.to_owned()));
    }
    let entries = entries.into_iter().map(|(sample, text)| {
        view! {
            <li>
                <svg class="life-sample" viewBox="-3 -3 76 40" aria-hidden="true">
                    {sample}
                </svg>
                {text}
            </li>
        }
    });
    entries.collect_view().into_any()
}

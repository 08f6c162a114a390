//! The life of a claim as a picture for paper: the ribbon in black, what the screen tells by colour told by hatching.
//! Positions across are ten-thousandths of its width; its words are written already. A picture beside the working, whose
//! table says the same in figures: it is no part of the words of a letter.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::movement::MovementKind;
use crate::domain::ribbon::{MarkKind, Ribbon};
use crate::text::words::{movements, paper};
use crate::text::{Lang, format};

/// The whole, across and upwards.
pub const WHOLE: i64 = 10_000;
/// How far apart the words above the bar are at least.
const APART: i64 = 2_400;

/// The life of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Life {
    /// The language of its words; that of the letter where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// What it shows: « Vie de la facture n° 2026-014 ».
    pub title: String,
    /// The due date, under its place.
    pub due: Label,
    /// The day of the figures, at the right edge.
    pub to: String,
    /// Runs of days with one base and one rate, in order.
    pub bands: Vec<Band>,
    /// The rates of neighbouring bands.
    pub rates: Vec<Rate>,
    /// What was received and sent, in order.
    pub marks: Vec<Mark>,
}

/// A word at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub at: i64,
    /// What it says.
    pub text: String,
}

/// A run of days with one base and one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Left edge.
    pub from: i64,
    /// Right edge.
    pub to: i64,
    /// Share of the amount that is unpaid, in ten-thousandths.
    pub unpaid: i64,
    /// Hatching, from 1: denser at each change of rate; 0 where the sum is owed and bears no interest any more.
    pub shade: usize,
}

/// The rate of neighbouring bands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// Left edge of the first.
    pub from: i64,
    /// Right edge of the last.
    pub to: i64,
    /// The rate, as written.
    pub text: String,
    /// Hatching of its bands.
    pub shade: usize,
}

/// A dated fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where.
    pub at: i64,
    /// What was sent, rather than received or deducted.
    pub is_sent: bool,
    /// What it says; nothing where there is no room, or nothing to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Life {
    /// The life of the claim of an invoice; none where nothing bore interest yet.
    #[must_use]
    pub fn of(lang: Lang, case: &CaseFile, claim: &Claim, number: &str) -> Option<Self> {
        let ribbon = Ribbon::of(case, claim).filter(|ribbon| !ribbon.bands.is_empty())?;
        let year = ribbon.to.year();
        let labelled = labelled(&ribbon);
        let marks = ribbon.marks.iter().enumerate().map(|(place, mark)| {
            let at = mark.at.ten_thousandths();
            let text = match mark.what {
                MarkKind::Moved(kind, amount) if labelled.contains(&place) => {
                    let name = match kind {
                        MovementKind::Payment => String::new(),
                        other => format!(" ({})", movements::kind(lang, other).to_lowercase()),
                    };
                    let day = format::date_short(lang, mark.date, year);
                    format!("{}{name}, {day}", format::money(lang, amount, claim.currency))
                }
                _ => String::new(),
            };
            Mark { at, is_sent: matches!(mark.what, MarkKind::Sent(_)), text }
        });
        let marks = marks.collect();
        let shade_at = |from| {
            ribbon.bands.iter().find(|band| band.from.ten_thousandths() == from).map_or(1, |band| band.shade)
        };
        Some(Self {
            lang: None,
            title: format!("{}{number}", paper::words(lang).life),
            due: Label {
                at: ribbon.due.1.ten_thousandths(),
                text: format!("{}{}", paper::words(lang).life_due, format::date_in_table(lang, ribbon.due.0)),
            },
            to: format::date_in_table(lang, ribbon.to),
            bands: ribbon.bands.iter().map(band).collect(),
            rates: ribbon
                .rates
                .iter()
                .map(|rate| Rate {
                    from: rate.from.ten_thousandths(),
                    to: rate.to.ten_thousandths(),
                    text: format::rate(lang, rate.rate),
                    shade: shade_at(rate.from.ten_thousandths()),
                })
                .collect(),
            marks,
        })
    }

    /// Each hatching there is, with the rates it stands for.
    #[must_use]
    pub fn legend(&self) -> Vec<(usize, String)> {
        let mut legend: Vec<(usize, String)> = Vec::new();
        for rate in &self.rates {
            match legend.iter_mut().find(|(shade, _)| *shade == rate.shade) {
                Some((_, texts)) if texts.contains(&rate.text) => {}
                Some((_, texts)) => {
                    texts.push_str(", ");
                    texts.push_str(&rate.text);
                }
                None => legend.push((rate.shade, rate.text.clone())),
            }
        }
        legend
    }

    /// Where interest begins to run: at the due date, or later.
    #[must_use]
    pub fn interest_from(&self) -> i64 {
        self.bands.first().map_or(self.due.at, |band| band.from).max(self.due.at)
    }

    /// The sum is owed from some day on without interest.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.bands.iter().any(|band| band.shade == 0)
    }

    /// Some of the amount was paid while it bore interest.
    #[must_use]
    pub fn is_partly_paid(&self) -> bool {
        self.bands.iter().any(|band| band.unpaid < WHOLE)
    }
}

/// The places of the marks that are named: the largest sums first, as far as there is room.
fn labelled(ribbon: &Ribbon) -> Vec<usize> {
    let moved = ribbon.marks.iter().enumerate().filter_map(|(place, mark)| match mark.what {
        MarkKind::Moved(kind, amount) if !kind.is_waiver() => {
            Some((place, mark.at.ten_thousandths(), amount))
        }
        _ => None,
    });
    let mut moved: Vec<_> = moved.collect();
    moved.sort_by_key(|(_, _, amount)| std::cmp::Reverse(*amount));
    let mut named: Vec<(usize, i64)> = Vec::new();
    for (place, at, _) in moved {
        if named.iter().all(|(_, other)| APART <= (at - other).abs()) {
            named.push((place, at));
        }
    }
    named.into_iter().map(|(place, _)| place).collect()
}

fn band(band: &crate::domain::ribbon::Band) -> Band {
    let unpaid = (band.base * rust_decimal::Decimal::from(WHOLE)).trunc();
    Band {
        from: band.from.ten_thousandths(),
        to: band.to.ten_thousandths(),
        unpaid: i64::try_from(unpaid).unwrap_or(WHOLE).clamp(0, WHOLE),
        shade: band.shade,
    }
}

/// A rectangle to be hatched, in any unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub left: i64,
    /// Upper edge.
    pub top: i64,
    /// Right edge.
    pub right: i64,
    /// Lower edge.
    pub bottom: i64,
}

/// The lines that hatch a rectangle, as an SVG path: level, wide apart, dense, crossed.
#[must_use]
pub fn hatching(area: Area, shade: usize) -> String {
    let step = if shade < 2 { 22 } else { 11 };
    let mut path = String::new();
    let Area { left, top, right, bottom } = area;
    let height = bottom - top;
    if height <= 0 || right <= left {
        return path;
    }
    if shade == 0 {
        let mut down = bottom - step;
        while top < down {
            line(&mut path, (left, down), (right, down));
            down -= step;
        }
        return path;
    }
    // Where each falling line would meet the lower edge; what sticks out is cut, so that neighbours go on in each other.
    let first = (left / step) * step;
    let mut foot = first;
    while foot - height < right {
        let (from, to) = ((foot - height).max(left), foot.min(right));
        if from < to {
            line(&mut path, (from, bottom - (foot - from)), (to, bottom - (foot - to)));
            if shade > 2 {
                line(&mut path, (from, top + (foot - from)), (to, top + (foot - to)));
            }
        }
        foot += step;
    }
    path
}

/// A line from one point to another.
fn line(path: &mut String, from: (i64, i64), to: (i64, i64)) {
    for (letter, (across, down)) in [('M', from), ('L', to)] {
        path.push(letter);
        path.push_str(&across.to_string());
        path.push(' ');
        path.push_str(&down.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(path: &str) -> Vec<(i64, i64)> {
        let pairs = path.split(['M', 'L']).filter(|it| !it.is_empty());
        pairs
            .map(|pair| pair.split_once(' ').unwrap())
            .map(|(across, down)| (across.parse().unwrap(), down.parse().unwrap()))
            .collect()
    }

    #[test]
    fn hatching_stays_in_its_rectangle_and_is_denser_at_each_rate() {
        let area = Area { left: 130, top: 70, right: 517, bottom: 150 };
        let counts: Vec<usize> = (0..=3)
            .map(|shade| {
                let points = points(&hatching(area, shade));
                assert!(points.iter().all(|(across, down)| {
                    (area.left..=area.right).contains(across) && (area.top..=area.bottom).contains(down)
                }));
                points.len()
            })
            .collect();
        assert!(counts.windows(2).all(|pair| pair[0] < pair[1]), "{counts:?}");
        assert_eq!(hatching(Area { right: 130, ..area }, 1), "");
        assert_eq!(hatching(Area { bottom: 70, ..area }, 2), "");
    }

    #[test]
    fn the_legend_names_every_rate_once() {
        let rate = |text: &str, shade| Rate { from: 0, to: 1, text: text.to_owned(), shade };
        let life = Life {
            lang: None,
            title: String::new(),
            due: Label { at: 800, text: String::new() },
            to: String::new(),
            bands: vec![Band { from: 800, to: WHOLE, unpaid: 7_126, shade: 1 }],
            rates: vec![rate("12 %", 1), rate("11 %", 2), rate("10 %", 3), rate("9 %", 3), rate("10 %", 3)],
            marks: Vec::new(),
        };
        let legend = life.legend();
        assert_eq!(legend.len(), 3);
        assert_eq!(legend[2], (3, "10 %, 9 %".to_owned()));
        assert!(life.is_partly_paid());
        assert_eq!(life.interest_from(), 800);
    }
}

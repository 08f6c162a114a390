//! What the list shows of its rows: sums, how many rows each filter admits, one page of rows. It can be kept from one
//! opening to the next, to stand while a large book is still being read.

use serde::{Deserialize, Serialize};

use super::query::{Query, page_of};
use super::{Filter, Row, Totals, counts, euros_first, totals};
use crate::base::Currency;

/// One page of the rows asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Number of the page, from zero.
    pub page: usize,
    /// Rows of all pages.
    pub count: usize,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// What the list shows as it is first opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Sums by currency, euros first.
    pub totals: Vec<(Currency, Totals)>,
    /// Rows each filter admits, in the order of [`Filter::ALL`].
    pub counts: [usize; Filter::ALL.len()],
    /// The first page of the rows that are still owed, most late first.
    pub shown: Shown,
}

impl Shown {
    /// A page of the rows at these positions; the page is brought back among those there are.
    #[must_use]
    pub fn of(rows: &[Row], selected: &[usize], wanted: usize) -> Self {
        let (page, positions) = page_of(selected, wanted);
        let rows = positions.iter().filter_map(|at| rows.get(*at).cloned()).collect();
        Self { page, count: selected.len(), rows }
    }
}

impl Listed {
    /// What these rows are shown as.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        Self {
            totals: euros_first(totals(rows)),
            counts: counts(rows),
            shown: Shown::of(rows, &Query::default().select(rows), 0),
        }
    }
}

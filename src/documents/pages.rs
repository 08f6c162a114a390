//! Which piece of a letter stands on which page: from measured heights alone, so that every browser breaks pages at the
//! same places. Lengths are in any unit, the same for all.

use std::ops::Range;

/// A piece of a letter as it was measured in one long column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Where it begins.
    pub top: i64,
    /// Where it ends.
    pub bottom: i64,
    /// It begins a page.
    pub opens_page: bool,
    /// It is not parted from the piece after it: a title, a caption, the last words before a signature.
    pub keeps_next: bool,
    /// What is repeated above it where a page begins with it: the head of its table.
    pub repeats: i64,
}

/// The pieces of each page, in order. A piece higher than a page has one for itself, which is then too high; no piece is
/// left out, and no page is empty.
#[must_use]
pub fn paginate(pieces: &[Measured], room: i64) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut from = 0;
    while let Some(first) = pieces.get(from) {
        let fits = |piece: &Measured| piece.bottom - first.top + first.repeats <= room;
        let rest = pieces.get(from..).unwrap_or_default();
        let opens = rest.iter().skip(1).position(|piece| piece.opens_page).map_or(rest.len(), |at| at + 1);
        let count = rest.iter().take(opens).take_while(|piece| fits(piece)).count().max(1);
        let mut to = from + count;
        if count < opens {
            // Together with what it may not be parted from; unless that is all there is on the page.
            let parted = |to: usize| pieces.get(to - 1).is_some_and(|piece| piece.keeps_next);
            let kept = (from + 1..=to).rev().find(|to| !parted(*to));
            to = kept.unwrap_or(to);
        }
        pages.push(from..to);
        from = to;
    }
    pages
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces of these heights under each other.
    fn column(heights: &[i64]) -> Vec<Measured> {
        let mut top = 0;
        heights
            .iter()
            .map(|height| {
                let piece = Measured { top, bottom: top + height, ..Measured::default() };
                top += height + 2;
                piece
            })
            .collect()
    }

    #[test]
    fn what_does_not_fit_goes_to_the_next_page() {
        assert_eq!(paginate(&column(&[40, 40, 40]), 100), [0..2, 2..3]);
        assert_eq!(paginate(&column(&[40, 40, 16]), 100).len(), 1, "the last line is used");
        assert_eq!(paginate(&[], 100), Vec::<Range<usize>>::new());
    }

    #[test]
    fn a_title_goes_with_what_it_is_the_title_of() {
        let mut pieces = column(&[40, 40, 10, 40]);
        pieces[2].keeps_next = true;
        assert_eq!(paginate(&pieces, 100), [0..2, 2..4]);
        for piece in &mut pieces {
            piece.keeps_next = true;
        }
        assert_eq!(paginate(&pieces, 100), [0..3, 3..4], "where all hang together, some page must end");
    }

    #[test]
    fn an_annex_begins_a_page() {
        let mut pieces = column(&[10, 10, 10]);
        pieces[1].opens_page = true;
        pieces[0].keeps_next = true;
        assert_eq!(paginate(&pieces, 100), [0..1, 1..3]);
    }

    #[test]
    fn a_table_goes_on_under_its_head() {
        let mut pieces = column(&[60, 30, 30, 30, 30]);
        for piece in &mut pieces[1..] {
            piece.repeats = 20;
        }
        assert_eq!(paginate(&pieces, 100), [0..2, 2..4, 4..5], "two rows and their head");
    }

    #[test]
    fn what_is_too_high_has_a_page() {
        assert_eq!(paginate(&column(&[10, 500, 10]), 100), [0..1, 1..2, 2..3]);
    }

    proptest! {
        #[test]
        fn every_piece_is_on_one_page_that_holds_it(
            pieces in prop::collection::vec((1..200_i64, any::<bool>(), any::<bool>(), 0..30_i64), 0..60),
        ) {
            let heights: Vec<i64> = pieces.iter().map(|piece| piece.0).collect();
            let mut measured = column(&heights);
            for (one, (_, opens_page, keeps_next, repeats)) in measured.iter_mut().zip(pieces) {
                *one = Measured { opens_page, keeps_next, repeats, ..*one };
            }
            let pages = paginate(&measured, 120);
            let all: Vec<usize> = pages.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..measured.len()).collect::<Vec<_>>());
            for page in pages {
                prop_assert!(!page.is_empty());
                let (first, last) = (&measured[page.start], &measured[page.end - 1]);
                prop_assert!(page.len() == 1 || last.bottom - first.top + first.repeats <= 120);
                prop_assert!(measured[page.start + 1..page.end].iter().all(|piece| !piece.opens_page));
            }
        }
    }
}

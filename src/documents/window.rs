//! The address in the window of an envelope, 90 mm wide and 40 mm high: set smaller where it is long, then with lines put
//! together, never so small that it cannot be read. The first line, who it is to, and the last, the town, always stand.

/// Characters of an address line that are set at most: a window holds no more.
pub const LONGEST_LINE: usize = 160;

/// How large the address is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// As the letter.
    Ordinary,
    /// A size smaller.
    Small,
    /// Eight points, the smallest that is read without effort.
    Smallest,
}

impl Size {
    /// Lines that fit in the height of the window, and characters that fit on one.
    fn room(self) -> (usize, usize) {
        match self {
            Self::Ordinary => (8, 42),
            Self::Small => (11, 52),
            Self::Smallest => (12, 55),
        }
    }

    /// Whether these lines fit at this size.
    fn holds(self, lines: &[String]) -> bool {
        let (most, fits) = self.room();
        let rows = |line: &String| line.chars().count().min(LONGEST_LINE).div_ceil(fits).max(1);
        lines.iter().map(rows).sum::<usize>() <= most
    }
}

/// An address as it stands in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its lines.
    pub lines: Vec<String>,
    /// How large they are.
    pub size: Size,
    /// Some lines were put together to find room.
    pub is_joined: bool,
    /// Lines there is no room for.
    pub left_out: Vec<String>,
}

impl Window {
    /// An address of these lines.
    #[must_use]
    pub fn of(address: &[String]) -> Self {
        let mut window =
            Self { lines: address.to_vec(), size: Size::Smallest, is_joined: false, left_out: Vec::new() };
        let sizes = [Size::Ordinary, Size::Small, Size::Smallest];
        if let Some(size) = sizes.into_iter().find(|size| size.holds(address)) {
            return Self { size, ..window };
        }
        while !Size::Smallest.holds(&window.lines) && window.join_shortest() {
            window.is_joined = true;
        }
        // The line before the town goes first: what is above it tells more of where the letter is to go.
        while !Size::Smallest.holds(&window.lines) && window.lines.len() > 2 {
            let before_last = window.lines.len() - 2;
            window.left_out.insert(0, window.lines.remove(before_last));
        }
        window
    }

    /// The address can hardly be read as it is set: whoever writes it had better shorten it.
    #[must_use]
    pub fn is_crowded(&self) -> bool {
        self.is_joined || self.size == Size::Smallest
    }

    /// Puts the two neighbouring lines together that make the shortest one; not the first or the last.
    fn join_shortest(&mut self) -> bool {
        let (_, fits) = Size::Smallest.room();
        let inner = 1..self.lines.len().saturating_sub(1);
        let pairs = self.lines.windows(2).enumerate().filter_map(|(at, pair)| match pair {
            [one, other] if inner.contains(&at) && inner.contains(&(at + 1)) => {
                Some((at, format!("{one}, {other}")))
            }
            _ => None,
        });
        let short = pairs.filter(|(_, joined)| joined.chars().count() <= fits);
        let Some((at, joined)) = short.min_by_key(|(_, joined)| joined.chars().count()) else { return false };
        self.lines.splice(at..=at + 1, [joined]);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(many: usize) -> Vec<String> {
        let lines = (1..=many).map(|at| format!("Bâtiment {at}, escalier {at}"));
        ["Atelier Brun & Fils".to_owned()]
            .into_iter()
            .chain(lines)
            .chain(["38000 Grenoble".to_owned()])
            .collect()
    }

    #[test]
    fn an_address_is_set_smaller_before_its_lines_are_put_together() {
        for (many, size, crowded) in [
            (2, Size::Ordinary, false),
            (6, Size::Ordinary, false),
            (8, Size::Small, false),
            (10, Size::Smallest, true),
        ] {
            let window = Window::of(&address(many));
            assert_eq!((window.size, window.is_crowded()), (size, crowded), "{many} lines");
            assert_eq!(window.lines, address(many));
        }
        let window = Window::of(&address(12));
        assert_eq!(window.lines.len(), 12);
        assert!(window.is_joined && window.left_out.is_empty());
        assert_eq!(window.lines[1], "Bâtiment 1, escalier 1, Bâtiment 2, escalier 2");
    }

    #[test]
    fn what_no_window_holds_is_told_and_name_and_town_always_stand() {
        let window = Window::of(&address(60));
        assert_eq!(window.lines.first().unwrap(), "Atelier Brun & Fils");
        assert_eq!(window.lines.last().unwrap(), "38000 Grenoble");
        assert_eq!(window.lines.len(), 12);
        assert!(window.left_out.last().unwrap().contains("Bâtiment 60"), "in their order");
        let name = vec!["A".repeat(5_000), "4 place du Marché".to_owned(), "38000 Grenoble".to_owned()];
        let window = Window::of(&name);
        assert_eq!((window.lines.len(), window.left_out.len(), window.size), (3, 0, Size::Ordinary));
        assert_eq!(Window::of(&[]).lines, Vec::<String>::new());
    }
}

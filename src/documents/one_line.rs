//! A text the user typed over several lines, where a document has room for one.

/// It as one line, with what stands between its lines; blank lines leave nothing. Else a blank line would begin another
/// paragraph of the document.
pub(in crate::documents) fn one_line(text: &str, between: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_blank_ones_leave_nothing() {
        assert_eq!(one_line(" a \n\n  b\r\nc\n", ", "), "a, b, c");
        assert_eq!(one_line("a", " "), "a");
        assert_eq!(one_line(" \n ", " "), "");
    }
}

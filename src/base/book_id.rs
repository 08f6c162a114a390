//! What tells one book from every other: a number drawn once, and kept with the book.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Sixty-four bits drawn at random: two books of one user never share them by chance. In records and files, sixteen
/// hexadecimal digits, since other programs read whole numbers of that size wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BookId(pub u64);

impl fmt::Display for BookId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl TryFrom<String> for BookId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_hex = text.len() == 16 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = is_hex.then(|| u64::from_str_radix(&text, 16).ok()).flatten();
        number.map(Self).ok_or_else(|| format!("{text:?} names no book"))
    }
}

impl From<BookId> for String {
    fn from(id: BookId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back_and_has_one_form() {
        for number in [0, 7, u64::MAX] {
            let json = serde_json::to_string(&BookId(number)).unwrap();
            assert_eq!(json.len(), 18, "{json}");
            assert_eq!(serde_json::from_str::<BookId>(&json).unwrap(), BookId(number));
        }
        for wrong in ["\"\"", "\"7\"", "\"000000000000000g\"", "\"+00000000000000f\"", "7"] {
            assert!(serde_json::from_str::<BookId>(wrong).is_err(), "{wrong}");
        }
    }
}

//! All that stands in a store, as two long texts: a book has tens of thousands of keys, and a text for each would be a
//! copy for each.

use std::ops::Range;

/// Keys with what stands under them, in no order.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    names: String,
    values: String,
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl Contents {
    /// Takes in one key.
    pub fn push(&mut self, name: &str, value: &str) {
        let start = (self.names.len(), self.values.len());
        self.names.push_str(name);
        self.values.push_str(value);
        self.places.push((start.0..self.names.len(), start.1..self.values.len()));
    }

    /// Takes apart names and values that are joined by a sign, and keeps those whose name has a prefix, which is left
    /// out. None where there is not a value for each name: then the sign is in one of them.
    #[must_use]
    pub fn split(names: String, values: String, sign: char, prefix: &str) -> Option<Self> {
        let mut places = Vec::new();
        let (mut name_start, mut value_start) = (0, 0);
        let (mut all_names, mut all_values) = (names.split(sign), values.split(sign));
        loop {
            match (all_names.next(), all_values.next()) {
                (Some(name), Some(value)) => {
                    let name_end = name_start + name.len();
                    let value_end = value_start + value.len();
                    if name.starts_with(prefix) {
                        places.push((name_start + prefix.len()..name_end, value_start..value_end));
                    }
                    name_start = name_end + sign.len_utf8();
                    value_start = value_end + sign.len_utf8();
                }
                (None, None) => break,
                _ => return None,
            }
        }
        Some(Self { names, values, places })
    }

    /// Each key with what stands under it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.places.iter().filter_map(|(name, value)| {
            Some((self.names.get(name.clone())?, self.values.get(value.clone())?))
        })
    }

    /// Nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What stands under a key.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(names: &str, values: &str) -> Option<Vec<(String, String)>> {
        let contents = Contents::split(names.to_owned(), values.to_owned(), '\0', "ours/")?;
        Some(contents.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    #[test]
    fn what_is_joined_is_taken_apart_and_ours_kept() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            split("ours/a\0theirs\0ours/\0ours/é", "1\0\0㐀\0"),
            Some(vec![pair("a", "1"), pair("", "㐀"), pair("é", ""),])
        );
        // An empty storage is one empty name with one empty value.
        assert_eq!(split("", ""), Some(Vec::new()));
    }

    #[test]
    fn a_sign_inside_is_noticed() {
        assert_eq!(split("ours/a\0ours/b", "1\0002\0003"), None);
        assert_eq!(split("ours/a\0ours/b", "1"), None);
    }

    #[test]
    fn what_is_taken_in_is_found() {
        let mut contents = Contents::default();
        assert!(contents.is_empty());
        contents.push("a", "1");
        contents.push("b", "");
        assert_eq!(
            (contents.value("a"), contents.value("b"), contents.value("c")),
            (Some("1"), Some(""), None)
        );
    }
}

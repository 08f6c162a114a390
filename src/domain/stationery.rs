//! Stationery (*papier à en-tête*): what the user's documents look like on paper beyond their words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::note_series::Cancelled;

/// Most characters of an image as it is kept: some 45 kB of picture. Local storage has room for five million in all.
pub const LARGEST_IMAGE: usize = 60_000;

/// What documents look like. Nothing is required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stationery {
    /// Logo at the head, as a `data:` address; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Image of the signature, likewise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// A code that a banking application reads stands beside how to pay.
    pub payment_code: bool,
    /// Marks at the edge show where to fold for a window envelope.
    pub folding_marks: bool,
    /// Pictures of earlier that letters which were sent show, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
    /// The last number of each year's series of penalty notes whose text is gone for good: none is given twice.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub spent_numbers: BTreeMap<i32, u32>,
    /// Those numbers one by one, with when and why: what the register says of a gap.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cancelled: Vec<Cancelled>,
}

/// What a letter looked like when it was issued. Pictures are named, not held: each is kept once, see [`picture_name`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Name of the logo; empty where there was none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Name of the image of the signature, likewise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// Marks at the edge showed where to fold.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub folding_marks: bool,
}

/// Most pictures of earlier that are kept.
pub const MOST_KEPT: usize = 12;

/// Most of them that no letter shows.
const MOST_SPARE: usize = 2;

/// Bytes of a fingerprint that a picture is named by.
const NAME_BYTES: usize = 10;

/// The name of a picture: the beginning of its SHA-256, so that the same one is kept once. None of none.
#[must_use]
pub fn picture_name(image: &str) -> String {
    if image.is_empty() {
        return String::new();
    }
    let mut name = String::with_capacity(2 * NAME_BYTES);
    for byte in Sha256::digest(image.as_bytes()).iter().take(NAME_BYTES) {
        for half in [byte >> 4, byte & 15] {
            name.extend(char::from_digit(u32::from(half), 16));
        }
    }
    name
}

impl Stationery {
    /// An image that may be kept: a picture the browser made, and no larger than there is room for.
    #[must_use]
    pub fn is_image(address: &str) -> bool {
        let kinds = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];
        let is_base64 = |it: char| it.is_ascii_alphanumeric() || matches!(it, '+' | '/' | '=');
        address.len() <= LARGEST_IMAGE
            && kinds.iter().any(|kind| {
                address.strip_prefix(kind).is_some_and(|data| !data.is_empty() && data.chars().all(is_base64))
            })
    }

    /// Its images are none or such as may be kept.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        [&self.logo, &self.signature].into_iter().all(|image| image.is_empty() || Self::is_image(image))
            && self.kept.iter().all(|image| Self::is_image(image))
    }

    /// What a letter looks like that is issued now.
    #[must_use]
    pub fn look(&self) -> Look {
        Look {
            logo: picture_name(&self.logo),
            signature: picture_name(&self.signature),
            folding_marks: self.folding_marks,
        }
    }

    /// The stationery a letter was issued on. A picture that is not kept any more is left out: see [`Self::has`].
    #[must_use]
    pub fn dressed(&self, look: &Look) -> Self {
        Self {
            logo: self.picture(&look.logo).to_owned(),
            signature: self.picture(&look.signature).to_owned(),
            folding_marks: look.folding_marks,
            payment_code: self.payment_code,
            ..Self::default()
        }
    }

    /// Every picture of a look is still kept.
    #[must_use]
    pub fn has(&self, look: &Look) -> bool {
        [&look.logo, &look.signature]
            .into_iter()
            .all(|name| name.is_empty() || !self.picture(name).is_empty())
    }

    /// The picture of a name; nothing where it is not kept.
    fn picture(&self, name: &str) -> &str {
        let mut all = [&self.logo, &self.signature].into_iter().chain(&self.kept);
        all.find(|image| !name.is_empty() && picture_name(image) == name).map_or("", String::as_str)
    }

    /// The same, with what an earlier one has and it has no more: spent numbers, pictures that letters show, and the last of
    /// the others, which letters of another device may.
    #[must_use]
    pub fn keeping(mut self, earlier: &Self, is_shown: impl Fn(&str) -> bool) -> Self {
        let own = [self.logo.clone(), self.signature.clone()];
        let all = earlier.kept.iter().chain([&earlier.logo, &earlier.signature]).chain(&self.kept);
        let mut kept: Vec<String> = Vec::new();
        for image in all {
            if !image.is_empty() && !own.contains(image) && !kept.contains(image) {
                kept.push(image.clone());
            }
        }
        let shown: Vec<bool> = kept.iter().map(|image| is_shown(&picture_name(image))).collect();
        let spare = shown.iter().filter(|shown| !**shown).count().saturating_sub(MOST_SPARE);
        let mut left_out = 0;
        let mut shown = shown.into_iter();
        kept.retain(|_| {
            let is_out = shown.next() == Some(false) && left_out < spare;
            left_out += usize::from(is_out);
            !is_out
        });
        self.kept = kept.split_off(kept.len().saturating_sub(MOST_KEPT));
        self.spend(earlier.spent_numbers.iter().map(|(year, last)| (*year, *last)));
        self.cancel(earlier.cancelled.iter().copied());
        self
    }

    /// Takes numbers of penalty notes as cancelled, each once; they are spent.
    pub fn cancel(&mut self, numbers: impl IntoIterator<Item = Cancelled>) {
        for one in numbers {
            self.spend([(one.year, one.number)]);
            let place = (one.year, one.number);
            let at = self.cancelled.partition_point(|known| (known.year, known.number) < place);
            let is_known = self.cancelled.get(at).is_some_and(|known| (known.year, known.number) == place);
            if !is_known {
                self.cancelled.insert(at, one);
            }
        }
    }

    /// Takes numbers of penalty notes as spent, each with its year.
    pub fn spend(&mut self, numbers: impl IntoIterator<Item = (i32, u32)>) {
        for (year, number) in numbers {
            let last = self.spent_numbers.entry(year).or_default();
            *last = number.max(*last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_of_a_reasonable_size_are_kept() {
        assert!(Stationery::is_image("data:image/png;base64,iVBORw0KGgo="));
        for other in [
            "",
            "data:image/png;base64,",
            "data:image/svg+xml;base64,PHN2Zz4=",
            "data:text/html;base64,PGI+",
            "https://ailleurs.example/logo.png",
            "data:image/png;base64,a\" onerror=\"b",
        ] {
            assert!(!Stationery::is_image(other), "{other}");
        }
        let large = format!("data:image/png;base64,{}", "A".repeat(LARGEST_IMAGE));
        assert!(!Stationery::is_image(&large));
        assert!(!Stationery { logo: large, ..Stationery::default() }.is_sound());
        assert!(Stationery::default().is_sound());
    }

    #[test]
    fn a_picture_that_some_letter_shows_outlives_its_successors() {
        let image = |letter: &str| format!("data:image/png;base64,{letter}AAA");
        let with = |letter: &str| Stationery { logo: image(letter), ..Stationery::default() };
        let look = with("A").look();
        let shown = |name: &str| name == look.logo;
        let second = with("B").keeping(&with("A"), shown);
        let third = with("C").keeping(&second, shown);
        assert_eq!(third.kept, [image("A"), image("B")]);
        assert!(third.has(&look) && third.is_sound());
        assert_eq!(third.dressed(&look).logo, image("A"));
        // Back again, it is kept once.
        assert_eq!(with("A").keeping(&third, shown).kept, [image("B"), image("C")]);
        let gone = with("D").keeping(&third, |_| false);
        assert!(!gone.has(&look), "of what no letter shows only the last are kept");
        assert!(with("D").keeping(&third, shown).has(&look));
        assert_eq!(gone.dressed(&look).logo, "");
        let mut many = with("A");
        for letter in "BCDEFGHIJKLMNOPQ".chars() {
            many = with(&letter.to_string()).keeping(&many, |_| true);
        }
        assert_eq!(many.kept.len(), MOST_KEPT);
    }
}

//! Stationery (*papier à en-tête*): what the user's documents look like on paper beyond their words.

use serde::{Deserialize, Serialize};

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
}

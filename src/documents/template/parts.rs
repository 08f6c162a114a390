//! The files of `parts/`: words that several texts share, taken in by `{% include name %}`.

use crate::text::Lang;

macro_rules! parts {
    ($($name:literal,)+) => {
        /// Every name.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$($name),+];

        /// The words of a name in a language.
        pub(super) fn part(name: &str, lang: Lang) -> Option<&'static str> {
            match name {
                $($name => Some(lang.pick(
                    include_str!(concat!("../templates/fr/parts/", $name, ".txt")),
                    include_str!(concat!("../templates/en/parts/", $name, ".txt")),
                )),)+
                _ => None,
            }
        }
    };
}

parts! {
    "account",
    "agree",
    "closing",
    "disputed",
    "enclosures",
    "follow-up",
    "greeting",
    "hello",
    "invoices",
    "left",
    "mine",
    "not-due",
    "payment",
    "questions",
    "received",
    "refused",
    "regards",
    "reserved",
    "sender",
    "share",
    "silence",
    "spoken",
}

//! What the page's first script did while the program was on its way: it took the lock of all writing, and read under
//! it everything that is kept. The program takes over both, so that nothing can have changed in between.

use js_sys::{Array, Function};
use wasm_bindgen::JsCast;

use super::lock::Guard;
use super::script::{call, property, settled};

/// Sign between the texts that the page's first script gives and takes in one.
pub(super) const SIGN: char = '\0';

/// What was read, in the order of its keys.
#[derive(Debug)]
pub struct Kept {
    names: String,
    /// Where the names of what was not asked for yet begin.
    at: usize,
    /// The values of many keys in one text, in the same order.
    values: Array,
}

/// Takes over the lock and what was read under it; none where the first script does neither here, or no longer.
pub async fn take() -> Option<(Guard, Option<Kept>)> {
    let ahead = settled(property(&js_sys::global(), "relanceAhead")?).await.ok()?;
    let release: Function = call(&ahead, "take", &[]).ok()?.dyn_into().ok()?;
    let names = property(&ahead, "names").and_then(|names| names.as_string());
    let values = property(&ahead, "values").and_then(|values| values.dyn_into().ok());
    let kept = names.zip(values).map(|(names, values)| Kept { names, at: 0, values });
    Some((Guard::taken(release), kept))
}

impl Kept {
    /// All keys.
    pub(super) fn keys(&self) -> Vec<String> {
        self.names.split(SIGN).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// The values under the keys that come next; none where others were read together, or a value holds the sign.
    pub(super) fn next(&mut self, keys: &[String]) -> Option<Vec<Option<String>>> {
        let mut rest = self.names.get(self.at..)?;
        for key in keys {
            rest = rest.strip_prefix(key.as_str())?;
            rest = rest.strip_prefix(SIGN).or_else(|| rest.is_empty().then_some(rest))?;
        }
        let values = self.values.shift().as_string()?;
        let values: Vec<_> = values.split(SIGN).map(|value| Some(value.to_owned())).collect();
        self.at = self.names.len() - rest.len();
        (values.len() == keys.len()).then_some(values)
    }
}

//! Forms that outlive the page: what is typed is kept at every change and found again, until it is saved. The start is
//! kept beside it, so that what was typed is told from what was there: when a record changes elsewhere meanwhile, only
//! the fields typed in differ from it.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::state::App;

/// A form signal whose content is kept under a name while it differs from its start.
pub struct Draft<T: Send + Sync + 'static> {
    /// The form.
    pub form: RwSignal<T>,
    /// What it says now elsewhere in the fields that were typed in here too.
    pub theirs: RwSignal<Vec<String>>,
    /// It was found again from an earlier visit.
    pub found: RwSignal<bool>,
    /// What became elsewhere of what it starts from.
    pub origin: RwSignal<Origin>,
    name: StoredValue<String>,
    start: StoredValue<T>,
    app: App,
}

/// What became elsewhere of what a form starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is as it was, or nothing was typed.
    Same,
    /// It has changed while the form was being typed in.
    Moved,
    /// It is gone: nothing of it is kept any more.
    Gone,
}

/// What is kept.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    start: T,
    form: T,
}

impl<T: Send + Sync> Clone for Draft<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Draft<T> {}

impl<T> Draft<T>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// The form as it was left, or as it starts.
    pub fn new(app: App, name: &str, start: T) -> Self {
        let kept = app.draft(name).and_then(|json| serde_json::from_str::<Kept<T>>(&json).ok());
        let form = kept.and_then(|kept| rebased(&kept.start, &kept.form, &start));
        let found = form.as_ref().is_some_and(|form| *form != start);
        let draft = Self {
            form: RwSignal::new(form.unwrap_or_else(|| start.clone())),
            found: RwSignal::new(found),
            origin: RwSignal::new(Origin::Same),
            theirs: RwSignal::new(Vec::new()),
            name: StoredValue::new(name.to_owned()),
            start: StoredValue::new(start),
            app,
        };
        Effect::new(move |_| draft.keep());
        draft
    }

    /// What was typed and left under a name, for a page that only looks at it.
    pub fn left(app: App, name: &str) -> Option<T> {
        let kept = serde_json::from_str::<Kept<T>>(&app.draft(name)?).ok()?;
        Some(kept.form)
    }

    /// The same, that takes up what changes elsewhere in the record it starts from. What was typed stays; where the record
    /// is gone, so is the form.
    #[must_use]
    pub fn following(self, start: impl Fn() -> Option<T> + Send + Sync + 'static) -> Self {
        let start = Memo::new(move |_| start());
        Effect::new(move |_| {
            let Some(now) = start.get() else {
                self.origin.set(Origin::Gone);
                return;
            };
            let before = self.start.get_value();
            if now == before {
                if self.is_gone_untracked() {
                    self.origin.set(Origin::Same);
                }
                return;
            }
            let form = self.form.get_untracked();
            let untouched = form == before;
            self.theirs.set(both_changed(&before, &form, &now));
            self.start.set_value(now.clone());
            self.form.set(rebased(&before, &form, &now).unwrap_or(now));
            self.origin.set(if untouched { Origin::Same } else { Origin::Moved });
        });
        self
    }

    /// What it starts from is gone.
    pub fn is_gone(self) -> bool {
        self.origin.get() == Origin::Gone
    }

    fn is_gone_untracked(self) -> bool {
        self.origin.get_untracked() == Origin::Gone
    }

    /// What was typed, without what was there before, field by field.
    pub fn typed(self) -> Vec<String> {
        let json = |form: &T| serde_json::to_string(form).unwrap_or_default();
        let (before, form) = (self.start.with_value(json), self.form.with_untracked(json));
        typed_json(&before, &form).unwrap_or_default()
    }

    fn keep(self) {
        let form = self.form.get();
        if self.is_gone() {
            // It would bring back what was erased.
            self.name.with_value(|name| self.app.keep_draft(name, None));
            return;
        }
        let json = self.start.with_value(|start| {
            let kept = (*start != form).then(|| Kept { start: start.clone(), form });
            kept.and_then(|kept| serde_json::to_string(&kept).ok())
        });
        self.name.with_value(|name| self.app.keep_draft(name, json.as_deref()));
    }

    /// Back to the start; what was kept is forgotten.
    pub fn clear(self) {
        self.found.set(false);
        self.origin.set(Origin::Same);
        self.theirs.set(Vec::new());
        self.form.set(self.start.get_value());
        self.name.with_value(|name| self.app.keep_draft(name, None));
    }
}

/// Leaves a form as if it had been typed, for the page that will find it under that name.
pub fn hand_over<T: Serialize>(app: App, name: &str, start: T, form: T) {
    if let Ok(json) = serde_json::to_string(&Kept { start, form }) {
        app.keep_draft(name, Some(&json));
    }
}

/// A form typed from one start, on another: fields that were typed in stay, the others are those of the new start.
fn rebased<T: Clone + PartialEq + Serialize + DeserializeOwned>(before: &T, form: &T, now: &T) -> Option<T> {
    if before == now {
        return Some(form.clone());
    }
    let json = |form: &T| serde_json::to_string(form).ok();
    match rebased_json(&json(before)?, &json(form)?, &json(now)?) {
        Some(json) => serde_json::from_str(&json).ok(),
        // One field alone.
        None => (form != before).then(|| form.clone()),
    }
}

/// What a form says now elsewhere, in the fields that were changed to something else here and there.
fn both_changed<T: Serialize>(before: &T, form: &T, now: &T) -> Vec<String> {
    let json = |form: &T| serde_json::to_string(form).unwrap_or_default();
    both_changed_json(&json(before), &json(form), &json(now)).unwrap_or_default()
}

fn both_changed_json(before: &str, form: &str, now: &str) -> Option<Vec<String>> {
    let fields = |json: &str| serde_json::from_str::<Fields>(json).ok();
    let (before, form, now) = (fields(before)?, fields(form)?, fields(now)?);
    let theirs = now.iter().filter(|(name, value)| {
        let (was, typed) = (before.get(*name), form.get(*name));
        was != Some(*value) && was != typed && typed != Some(*value)
    });
    Some(theirs.filter_map(|(_, value)| value.as_str()).map(str::to_owned).collect())
}

fn typed_json(before: &str, form: &str) -> Option<Vec<String>> {
    let fields = |json: &str| serde_json::from_str::<Fields>(json).ok();
    let (before, form) = (fields(before)?, fields(form)?);
    let typed = form.iter().filter(|(name, typed)| before.get(*name) != Some(*typed));
    let texts = typed.filter_map(|(_, value)| value.as_str()).filter(|text| !text.trim().is_empty());
    Some(texts.map(str::to_owned).collect())
}

/// The fields of a form.
type Fields = serde_json::Map<String, serde_json::Value>;

/// The same as JSON, so that it is compiled once and not for every form.
fn rebased_json(before: &str, form: &str, now: &str) -> Option<String> {
    let fields = |json: &str| serde_json::from_str::<Fields>(json).ok();
    let (before, form, mut now) = (fields(before)?, fields(form)?, fields(now)?);
    for (name, typed) in form {
        if before.get(&name) != Some(&typed) {
            now.insert(name, typed);
        }
    }
    serde_json::to_string(&now).ok()
}

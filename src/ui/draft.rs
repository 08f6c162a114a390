//! Forms that outlive the page: what is typed is kept at every change and found again, until it is saved.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::state::App;

/// A form signal whose content is kept under a name while it differs from its start.
pub struct Draft<T: Send + Sync + 'static> {
    /// The form.
    pub form: RwSignal<T>,
    /// It was found again from an earlier visit.
    pub found: RwSignal<bool>,
    name: StoredValue<String>,
    start: StoredValue<T>,
    app: App,
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
        let kept = app.draft(name).and_then(|json| serde_json::from_str::<T>(&json).ok());
        let found = kept.as_ref().is_some_and(|kept| *kept != start);
        let draft = Self {
            form: RwSignal::new(kept.unwrap_or_else(|| start.clone())),
            found: RwSignal::new(found),
            name: StoredValue::new(name.to_owned()),
            start: StoredValue::new(start),
            app,
        };
        Effect::new(move |_| draft.keep());
        draft
    }

    fn keep(self) {
        let form = self.form.get();
        let changed = self.start.with_value(|start| *start != form);
        let json = changed.then(|| serde_json::to_string(&form).ok()).flatten();
        self.name.with_value(|name| self.app.keep_draft(name, json.as_deref()));
    }

    /// Back to the start; what was kept is forgotten.
    pub fn clear(self) {
        self.found.set(false);
        self.form.set(self.start.get_value());
        self.name.with_value(|name| self.app.keep_draft(name, None));
    }
}

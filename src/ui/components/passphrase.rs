//! A passphrase: one that is given, or one that is made, twice so that a slip is seen.

use leptos::prelude::*;

use crate::app::passphrase::{Length, length};
use crate::text::words::passphrase;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Which of the words of passphrases.
type Word = fn(&'static passphrase::Words) -> &'static str;

/// A field for a passphrase, hidden until the user wants to see it.
#[component]
pub fn Passphrase(
    /// Identifier, unique on the page.
    id: &'static str,
    /// What to type.
    label: Signal<&'static str>,
    /// What is typed.
    value: RwSignal<String>,
    /// The passphrase is being made, not given.
    #[prop(optional)]
    is_new: bool,
    /// What is worth knowing.
    #[prop(optional, into)]
    note: Signal<Option<&'static str>>,
    /// What is wrong.
    #[prop(optional, into)]
    fault: Signal<Option<&'static str>>,
) -> impl IntoView {
    let words = use_app().words(passphrase::words);
    let is_shown = RwSignal::new(false);
    let (note_id, fault_id) = (format!("{id}-note"), format!("{id}-error"));
    let described = format!("{note_id} {fault_id}");
    let show = move || {
        let word: Word = if is_shown.get() { |w| w.hide } else { |w| w.show };
        words.t(word)
    };
    view! {
        <div class="field">
            <div class="passphrase-head">
                <label class="field-label" for=id>
                    {label}
                </label>
                <button
                    class="button button-quiet"
                    type="button"
                    aria-controls=id
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                >
                    {live(show)}
                </button>
            </div>
            <input
                id=id
                type=move || if is_shown.get() { "text" } else { "password" }
                autocomplete=if is_new { "new-password" } else { "current-password" }
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=described
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            />
            <p class="field-hint" id=note_id>{live(move || note.get())}</p>
            {live(move || {
                fault.get().map(|fault| view! { <p class="field-error" id=fault_id.clone()>{fault}</p> })
            })}
        </div>
    }
}

/// A passphrase that is being made.
#[derive(Clone, Copy)]
pub struct NewPassphrase {
    first: RwSignal<String>,
    second: RwSignal<String>,
    is_sent: RwSignal<bool>,
}

impl NewPassphrase {
    /// Nothing typed.
    #[must_use]
    pub fn new() -> Self {
        Self {
            first: RwSignal::new(String::new()),
            second: RwSignal::new(String::new()),
            is_sent: RwSignal::new(false),
        }
    }

    /// The passphrase, where it is taken; from then on its faults show.
    #[must_use]
    pub fn taken(self) -> Option<String> {
        self.is_sent.set(true);
        let (first, second) = (self.first.get_untracked(), self.second.get_untracked());
        (length(&first) != Length::Short && first == second).then_some(first)
    }

    /// Forgets what was typed.
    pub fn clear(self) {
        self.is_sent.set(false);
        self.first.set(String::new());
        self.second.set(String::new());
    }

    /// Its two fields, with identifiers and the label of the first.
    pub fn fields(self, ids: (&'static str, &'static str), label: Signal<&'static str>) -> AnyView {
        let words = use_app().words(passphrase::words);
        let note = Signal::derive(move || {
            let typed = self.first.get();
            let word: Word = match length(&typed) {
                Length::Short => |w| w.advice,
                Length::Fair => |w| w.fair,
                Length::Long => |w| w.long,
            };
            Some(words.t(word).get())
        });
        let short = Signal::derive(move || {
            let is_short = self.first.with(|typed| length(typed) == Length::Short);
            (self.is_sent.get() && is_short).then(|| words.now().short)
        });
        let differ = Signal::derive(move || {
            let is_other = self.first.with(|first| self.second.with(|second| first != second));
            (self.is_sent.get() && is_other).then(|| words.now().differ)
        });
        view! {
            <Passphrase id=ids.0 label=label value=self.first is_new=true note=note fault=short />
            <Passphrase id=ids.1 label=words.t(|w| w.again) value=self.second is_new=true fault=differ />
        }
        .into_any()
    }
}

impl Default for NewPassphrase {
    fn default() -> Self {
        Self::new()
    }
}

//! Text fields of a form as a table: one entry says what a field is called, where its text is and how it is typed.
//! From the same table come the fields, and the summary of what is wrong that takes the reader to each.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::problem::Findings;
use crate::browser::page;
use crate::text::words::{clients, form as form_words, problems};
use crate::text::{Lang, format};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::{Draft, Origin};
use crate::ui::live::slot;
use crate::ui::state::use_app;

/// A word of a list.
pub type Word<W> = fn(&'static W) -> &'static str;

/// A text field.
pub struct Entry<T: 'static, F: 'static, W: 'static> {
    /// Which.
    pub field: F,
    /// Identifier, unique on the page.
    pub id: &'static str,
    /// What to type.
    pub label: Word<W>,
    /// How to type it.
    pub hint: Option<Word<W>>,
    /// What is typed.
    pub kind: FieldKind,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// May be left out, and says so.
    pub optional: bool,
    /// Where its text is.
    pub read: fn(&T) -> &String,
    /// The same, to change it.
    pub write: fn(&mut T) -> &mut String,
}

/// The fields of a form.
pub struct Entries<T: 'static, F: 'static, W: 'static> {
    /// In the order shown.
    pub all: &'static [Entry<T, F, W>],
    /// What they are called.
    pub words: fn(Lang) -> &'static W,
    /// What is wrong with them on a day.
    pub check: fn(&T, NaiveDate) -> Findings<F>,
}

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    id: &'static str,
    name: &'static str,
    text: String,
}

impl<T, F, W> Entries<T, F, W>
where
    T: Send + Sync + 'static,
    F: Copy + PartialEq + Send + Sync + 'static,
{
    /// One field.
    pub fn field(&'static self, form: RwSignal<T>, sent: Signal<bool>, field: F) -> Option<AnyView> {
        let app = use_app();
        let words = app.words(self.words);
        let entry = self.all.iter().find(|entry| entry.field == field)?;
        let value = slot(form, entry.read, entry.write);
        let problem =
            Signal::derive(move || form.with(|form| (self.check)(form, app.today.get()).problem_of(field)));
        let &Entry { id, label, kind, autocomplete, optional, .. } = entry;
        let view = match entry.hint {
            Some(hint) => view! {
                <Field
                    id=id
                    label=words.t(label)
                    hint=words.t(hint)
                    kind=kind
                    value=value
                    problem=problem
                    optional=optional
                    sent=sent
                    autocomplete=autocomplete
                />
            },
            None => view! {
                <Field
                    id=id
                    label=words.t(label)
                    kind=kind
                    value=value
                    problem=problem
                    optional=optional
                    sent=sent
                    autocomplete=autocomplete
                />
            },
        };
        Some(view.into_any())
    }

    fn faults(&self, lang: Lang, form: &T, today: NaiveDate) -> Vec<Fault> {
        let findings = (self.check)(form, today);
        let fault = |entry: &Entry<T, F, W>| {
            let text = problems::problem(lang, findings.problem_of(entry.field)?);
            Some(Fault { id: entry.id, name: (entry.label)((self.words)(lang)), text })
        };
        self.all.iter().filter_map(fault).collect()
    }

    /// Moves the focus to the first field that keeps the form from being saved on a day.
    pub fn focus_first_fault(&self, form: RwSignal<T>, today: NaiveDate) {
        let faults = form.with_untracked(|form| self.faults(Lang::default(), form, today));
        if let Some(fault) = faults.first() {
            focus(fault.id);
        }
    }

    /// What was wrong when the form was last sent, each with the way to its field. It stays as it is while the
    /// reader mends the fields, so that it is not read out at every key.
    pub fn summary(&'static self, form: RwSignal<T>, attempts: RwSignal<u32>) -> impl IntoView {
        let app = use_app();
        let words = app.words(clients::words);
        move || {
            if attempts.get() == 0 {
                return None;
            }
            let lang = app.lang();
            let today = app.today.get_untracked();
            let faults = form.with_untracked(|form| self.faults(lang, form, today));
            let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
            let words = words.now();
            let title = format::count(lang, count, words.fault_one, words.fault_many);
            (!faults.is_empty()).then(|| {
                let faults = faults.into_iter().map(|Fault { id, name, text }| {
                    let go = move |event: leptos::ev::MouseEvent| {
                        event.prevent_default();
                        focus(id);
                    };
                    view! {
                        <li>
                            <a href=format!("#{id}") on:click=go>
                                {format!("{name}{}{text}", words.fault_colon)}
                            </a>
                        </li>
                    }
                });
                view! {
                    <div class="form-errors" role="alert">
                        <p>
                            <strong>{title}</strong>
                        </p>
                        <ul>{faults.collect_view()}</ul>
                    </div>
                }
            })
        }
    }
}
fn focus(id: &str) {
    page::focus(&format!("#{id}"));
}

/// Says that a form half typed was found again, and offers to start afresh.
#[component]
pub fn DraftFound<T>(
    /// The form.
    draft: Draft<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + serde::Serialize + serde::de::DeserializeOwned + Send + Sync + 'static,
{
    let words = use_app().words(form_words::words);
    move || {
        let moved = draft.origin.get() == Origin::Moved;
        (moved || draft.found.get()).then(|| {
            let text = words.t(if moved { |w| w.draft_moved } else { |w| w.draft_back });
            let theirs = draft.theirs.get();
            let theirs = (!theirs.is_empty())
                .then(|| view! { " " {words.t(|w| w.draft_theirs)} {theirs.join(" · ")} });
            view! {
                <div class="banner" role="note">
                    <p class="banner-text">{text} {theirs}</p>
                    <button class="button button-quiet" type="button" on:click=move |_| draft.clear()>
                        {words.t(|w| w.draft_clear)}
                    </button>
                </div>
            }
        })
    }
}

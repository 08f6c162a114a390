//! The passphrase of the data at rest: switched on, changed, switched off, and what it does not protect.

use leptos::prelude::*;

use crate::browser::location;
use crate::store::StoreError;
use crate::store::backup::sealed::SealedError;
use crate::text::Lang;
use crate::text::words::{data, lock, passphrase};
use crate::ui::components::button::{Weight, press_button, submit_button};
use crate::ui::components::{NewPassphrase, Passphrase};
use crate::ui::keeper::locking::LockFault;
use crate::ui::live::live;
use crate::ui::state::{App, Obstacle, use_app};

/// Which of the words of the lock.
type Word = fn(&'static lock::Words) -> &'static str;

/// What is said of the last thing done.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    Word(Word),
    Fault(LockFault),
}

/// What the section keeps while its form changes.
#[derive(Clone, Copy)]
struct State {
    said: RwSignal<Said>,
    is_busy: RwSignal<bool>,
}

/// The section.
#[component]
pub fn Lock() -> impl IntoView {
    let app = use_app();
    let words = app.words(lock::words);
    let state = State { said: RwSignal::new(Said::Nothing), is_busy: RwSignal::new(false) };
    let is_sealed = Memo::new(move |_| app.safety.with(|safety| safety.is_sealed));
    let can = Memo::new(move |_| app.obstacle.get().is_none());
    let is_memory = Memo::new(move |_| app.obstacle.get() == Some(Obstacle::Memory));
    let body = move || {
        if is_memory.get() {
            return view! { <p>{words.t(|w| w.not_here)}</p> }.into_any();
        }
        if !can.get() {
            return ().into_any();
        }
        if is_sealed.get() {
            view! { <On state=state /> }.into_any()
        } else {
            view! { <Off state=state /> }.into_any()
        }
    };
    let said = live(move || match state.said.get() {
        Said::Nothing => None,
        Said::Word(word) => Some(view! { <p>{words.t(word)}</p> }.into_any()),
        Said::Fault(fault) => {
            Some(view! { <p class="field-error">{live(move || sentence(app.lang(), fault))}</p> }.into_any())
        }
    });
    view! {
        <section class="settings-section" aria-labelledby="lock">
            <div>
                <h2 id="lock">{words.t(|w| w.title)}</h2>
                <p class="field-hint">{words.t(|w| w.hint)}</p>
            </div>
            <div class="settings-body">
                {live(move || (!is_sealed.get()).then(|| view! { <p>{words.t(|w| w.why)}</p> }))}
                <p>
                    <strong>{words.t(|w| w.forgotten)}</strong>
                </p>
                {live(body)}
                <div role="status">{said}</div>
                <details class="disclosure">
                    <summary>{words.t(|w| w.limits)}</summary>
                    <ul class="points disclosure-body">
                        <li>{words.t(|w| w.limit_open)}</li>
                        <li>{words.t(|w| w.limit_spies)}</li>
                        <li>{words.t(|w| w.limit_names)}</li>
                        <li>{words.t(|w| w.limit_files)}</li>
                        <li>{words.t(|w| w.limit_traces)}</li>
                    </ul>
                </details>
            </div>
        </section>
    }
}

/// The form that makes a passphrase.
#[component]
fn Off(state: State) -> impl IntoView {
    let app = use_app();
    let words = app.words(lock::words);
    let made = NewPassphrase::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = made.taken() else { return };
        state.run(|w| w.switching, |w| w.is_on, async move { app.lock_data(&passphrase).await });
    };
    view! {
        <form class="form form-narrow" novalidate on:submit=submit>
            {made.fields(("lock-first", "lock-again"), app.words(passphrase::words).t(|w| w.label))}
            {submit_button(Weight::Plain, words.t(|w| w.switch_on))}
        </form>
    }
}

/// What can be done while there is one.
#[component]
fn On(state: State) -> impl IntoView {
    let app = use_app();
    let words = app.words(lock::words);
    let (old, made) = (RwSignal::new(String::new()), NewPassphrase::new());
    let off = move || state.run(|w| w.opening_all, |w| w.is_off, app.unlock_data());
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(new) = made.taken() else { return };
        let present = old.get_untracked();
        state.run(|w| w.unlocking, |w| w.changed, async move {
            app.change_passphrase(&present, &new).await?;
            old.try_set(String::new());
            made.clear();
            Ok(())
        });
    };
    view! {
        {live(move || {
            // Once it is said as what was just done, it need not stand twice.
            matches!(state.said.get(), Said::Nothing).then(|| view! { <p>{words.t(|w| w.is_on)}</p> })
        })}
        <div class="button-row">
            {press_button(Weight::Plain, words.t(|w| w.now), location::reload)}
            {press_button(Weight::Quiet, words.t(|w| w.switch_off), off)}
        </div>
        <details class="disclosure">
            <summary>{words.t(|w| w.change)}</summary>
            <form class="disclosure-body" novalidate on:submit=change>
                <Passphrase id="lock-old" label=words.t(|w| w.old) value=old />
                {made.fields(("lock-new", "lock-new-again"), words.t(|w| w.new_label))}
                {submit_button(Weight::Plain, words.t(|w| w.change))}
            </form>
        </details>
    }
}

impl State {
    /// Does one thing at a time, and says how it goes.
    fn run(self, working: Word, done: Word, work: impl Future<Output = Result<(), LockFault>> + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.said.set(Said::Word(working));
        leptos::task::spawn_local(async move {
            let said = match work.await {
                Ok(()) => Said::Word(done),
                Err(fault) => Said::Fault(fault),
            };
            // The page may have been left meanwhile.
            self.is_busy.try_set(false);
            self.said.try_set(said);
        });
    }
}

/// Why it was not done, and what to do.
pub(super) fn sentence(lang: Lang, fault: LockFault) -> &'static str {
    let words = lock::words(lang);
    match fault {
        LockFault::Passphrase(SealedError::WrongPassphrase) => words.wrong,
        LockFault::Passphrase(SealedError::Unavailable) => data::words(lang).no_crypto,
        LockFault::Passphrase(_) => words.broken,
        LockFault::Store(StoreError::Full) => words.no_room,
        LockFault::Store(_) => words.refused,
    }
}

impl App {
    /// Erases data that does not open, once the user has typed the word for it.
    pub(super) fn abandon(self, typed: &str) -> bool {
        let is_meant = typed.trim().eq_ignore_ascii_case(self.words(lock::words).now().abandon_word);
        if is_meant {
            leptos::task::spawn_local(self.abandon_locked());
        }
        is_meant
    }
}

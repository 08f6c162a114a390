//! The archive: closed cases go to a file, which is read back and compared before they leave; and a file to look at.

use leptos::html;
use leptos::prelude::*;
use web_sys::File;

use super::faults;
use super::kept::characters_text;
use super::naming::{count, number};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::base::InvoiceId;
use crate::browser::{files, timer};
use crate::store::backup::archive::{Closed, KeptBy, cases, closed, plans, read, write};
use crate::store::backup::{Backup, BackupError};
use crate::text::words::{archive, data};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// Which of the archive's words.
type Word = fn(&'static archive::Words) -> &'static str;

/// What is said below a button.
#[derive(Clone)]
enum Said {
    Nothing,
    Working,
    Fault(Word),
    Refused(BackupError),
}

/// The section.
#[component]
pub fn Archive() -> impl IntoView {
    let app = use_app();
    let words = app.words(archive::words);
    // Which cases are closed is worked out claim by claim: once the page stands, and again after each change.
    let found = RwSignal::new(None::<Closed>);
    let with_unclaimed = RwSignal::new(false);
    Effect::new(move |_| {
        app.changes.track();
        with_unclaimed.track();
        leptos::task::spawn_local(async move {
            timer::wait(0).await;
            let (Some(with), today) = (with_unclaimed.try_get_untracked(), app.today.get_untracked()) else {
                return;
            };
            found.try_set(Some(app.book.with_untracked(|book| closed(book, with, today))));
        });
    });
    let is_saved = RwSignal::new(false);
    // Beside the rest, which is drawn anew with each tick.
    let unclaimed = Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| found.unclaimed)));
    let ask = live(move || {
        let n = unclaimed.get();
        (n > 0).then(|| ask_unclaimed(app, n, with_unclaimed))
    });
    let body = live(move || {
        let Closed { leaving, kept, .. } = found.get()?;
        let stay = [KeptBy::Plan, KeptBy::Credit, KeptBy::Sale, KeptBy::Proceeding].map(|by| {
            let n = kept.iter().filter(|(_, known)| *known == by).count();
            (n > 0).then(|| kept_back(app, n, by))
        });
        let is_none = leaving.is_empty() && kept.is_empty();
        let none = is_none.then(|| view! { <p class="field-hint">{words.t(|w| w.none)}</p> });
        let leave = (!leaving.is_empty()).then(|| steps(app, leaving, is_saved));
        Some(view! {
            {none}
            {leave}
            {stay.into_iter().collect_view()}
        })
    });
    let said = RwSignal::new(Said::Nothing);
    let look = Callback::new(move |file: File| {
        leptos::task::spawn_local(async move {
            said.set(Said::Working);
            let outcome = opened(file).await;
            said.try_set(match outcome {
                Ok(archive) if app.show_archive(&archive) => Said::Nothing,
                Ok(_) => Said::Fault(|w| w.busy),
                Err(fault) => fault,
            });
        });
    });
    view! {
        <p class="field-hint">{words.t(|w| w.hint)} " " {words.t(|w| w.which)}</p>
        {ask}
        <div class="restore">{body}</div>
        <div>
            <p class="field-hint">{words.t(|w| w.look_hint)}</p>
            {chooser("archive-look", words.t(|w| w.look), look)}
            {saying(app, said)}
        </div>
    }
}

/// How many closed cases stay, and why.
fn kept_back(app: App, n: usize, by: KeptBy) -> AnyView {
    let words = app.words(archive::words);
    let text = live(move || {
        let words = words.now();
        let why = match by {
            KeptBy::Plan => words.kept_plan,
            KeptBy::Credit => words.kept_credit,
            KeptBy::Sale => words.kept_sale,
            KeptBy::Proceeding => words.kept_proceeding,
        };
        format!("{}{why}", count(app.lang(), number(n), words.case, words.cases))
    });
    view! { <p class="field-hint">{text}</p> }.into_any()
}

/// Whether what is paid but for its penalties leaves too: only the user knows whether those are still claimed.
fn ask_unclaimed(app: App, n: usize, with: RwSignal<bool>) -> AnyView {
    let words = app.words(archive::words);
    let label = live(move || {
        let (lang, words, invoices) = (app.lang(), words.now(), data::words(app.lang()));
        format!("{}{}.", words.unclaimed, count(lang, number(n), invoices.invoice, invoices.invoices))
    });
    let tick = move |event| with.set(event_target_checked(&event));
    view! {
        <label class="check" for="archive-unclaimed">
            <input type="checkbox" id="archive-unclaimed" prop:checked=with on:change=tick />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// The two steps: the file, then that file read back.
fn steps(app: App, closed: Vec<InvoiceId>, is_saved: RwSignal<bool>) -> AnyView {
    let words = app.words(archive::words);
    let n = closed.len();
    let room = app.room_of(&closed);
    let about = live(move || {
        let words = words.now();
        let cases = count(app.lang(), number(n), words.case, words.cases);
        format!("{cases}{}{}{}.", words.room, characters_text(app.lang(), room), words.of_room)
    });
    let failed = RwSignal::new(false);
    let download = move |_| {
        let written = app
            .book
            .with_untracked(|book| write(book, &closed, |key| app.lineage(key), app.today.get_untracked()));
        failed.set(written.is_err());
        if let Ok(json) = written {
            let name = format!("relance-archive-{}.json", app.today.get_untracked());
            is_saved.set(files::download(&name, "application/json", &json));
        }
    };
    let has_journal = Memo::new(move |_| app.safety.with(|safety| safety.is_durable));
    let undone = move || {
        let word: Word = if has_journal.get() { |w| w.undone } else { |w| w.not_undone };
        word(words.now())
    };
    let said = RwSignal::new(Said::Nothing);
    let remove = Callback::new(move |file: File| {
        leptos::task::spawn_local(async move {
            said.set(Said::Working);
            let outcome = opened(file).await;
            said.try_set(match outcome {
                Err(fault) => fault,
                Ok(archive) if !is_whole(app, &archive) => Said::Fault(|w| w.not_all),
                Ok(archive) => {
                    // A refusal says itself at the bottom of the screen.
                    let _ = app.send(Command::RemoveArchived(cases(&archive), plans(&archive)));
                    is_saved.set(false);
                    Said::Nothing
                }
            });
        });
    });
    view! {
        <p>{about}</p>
        <div>
            <p class="field-hint">{words.t(|w| w.step_one)}</p>
            <button class="button" type="button" on:click=download>
                {words.t(|w| w.download)}
            </button>
            {live(move || failed.get().then(|| view! { <p class="field-error">{words.t(|w| w.failed)}</p> }))}
        </div>
        {live(move || {
            is_saved.get().then(|| {
                view! {
                    <div>
                        <p class="field-hint">{words.t(|w| w.step_two)} " " {live(undone)}</p>
                        {chooser("archive-check", words.t(|w| w.choose), remove)}
                        {saying(app, said)}
                    </div>
                }
            })
        })}
    }
    .into_any()
}

/// The file holds cases, and each of them as it is here.
fn is_whole(app: App, archive: &Backup) -> bool {
    let cases = cases(archive);
    let plans = plans(archive);
    let is_here = |book: &Book| {
        cases.iter().all(|case| book.case(case.invoice.id) == Some(case))
            && plans.iter().all(|plan| book.plan(plan.id) == Some(plan))
    };
    !cases.is_empty() && app.book.with_untracked(is_here)
}

async fn opened(file: File) -> Result<Backup, Said> {
    let text = files::read(file).await;
    timer::wait(0).await;
    let text = text.ok_or(Said::Fault(|w| w.not_archive))?;
    read(&text).map_err(|error| match error {
        BackupError::Foreign | BackupError::NotJson => Said::Fault(|w| w.not_archive),
        error => Said::Refused(error),
    })
}

/// A button that opens the browser's window to choose a file.
fn chooser(id: &'static str, label: Signal<&'static str>, chosen: Callback<File>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            chosen.run(file);
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <input
            class="visually-hidden"
            id=id
            type="file"
            accept=".json,application/json"
            tabindex="-1"
            aria-hidden="true"
            node_ref=input
            on:change=picked
        />
        <button class="button" type="button" on:click=choose>
            {label}
        </button>
    }
    .into_any()
}

fn saying(app: App, said: RwSignal<Said>) -> AnyView {
    let words = app.words(archive::words);
    let text = live(move || match said.get() {
        Said::Nothing => None,
        Said::Working => Some(view! { <p>{words.t(|w| w.reading)}</p> }.into_any()),
        Said::Fault(word) => Some(view! { <p class="field-error">{words.t(word)}</p> }.into_any()),
        Said::Refused(error) => {
            Some(view! { <p class="field-error">{faults::backup(app.lang(), &error)}</p> }.into_any())
        }
    });
    view! { <div role="status">{text}</div> }.into_any()
}

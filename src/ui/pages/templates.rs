//! Templates of the user's own (LAD-5): texts with variables, kept beside those that come with the program.

pub mod editor;
pub mod faults;
pub mod preview;
pub mod start;

use leptos::prelude::*;

use self::editor::Editor;
use self::start::Start;
use crate::app::command::Command;
use crate::app::own_templates::{OwnTemplate, OwnTemplates};
use crate::app::route::Route;
use crate::base::TemplateId;
use crate::browser::page;
use crate::text::Lang;
use crate::text::words::{composer, dunning, shell, templates};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The page.
#[component]
pub fn Templates() -> impl IntoView {
    let app = use_app();
    let words = app.words(templates::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let all = Memo::new(move |_| app.book.with(|book| book.templates().clone()));
    let open = RwSignal::new(None::<TemplateId>);
    // Deleted here or in another tab, its editor goes with it.
    let opened = Memo::new(move |_| all.with(|all| all.get(open.get()?).map(|own| own.id)));
    let is_empty = move || all.with(|all| all.templates.is_empty());
    let rows = move || {
        let lang = app.lang();
        all.with(|all| all.templates.iter().map(|own| row(app, lang, own, open)).collect_view())
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Settings.to_string()>
                "← "
                {app.words(shell::words).t(|w| w.nav_settings)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{words.t(|w| w.explain)}</p>
        </div>
        <section class="section" aria-labelledby="own-templates">
            <h2 id="own-templates" tabindex="-1">
                {words.t(|w| w.list)}
            </h2>
            {live(move || {
                if is_empty() {
                    view! { <p class="section-sub">{words.t(|w| w.none)}</p> }.into_any()
                } else {
                    view! { <ul class="template-list">{live(rows)}</ul> }.into_any()
                }
            })}
        </section>
        {live(move || match opened.get() {
            Some(id) => view! { <Editor id=id open=open /> }.into_any(),
            None => view! { <Start open=open /> }.into_any(),
        })}
    }
}

/// What a template is for, in one line: « Première relance · E-mail · français ».
pub(super) fn purpose(lang: Lang, own: &OwnTemplate) -> String {
    let words = composer::words(lang);
    let language = own.lang.pick(words.french, words.english);
    format!("{} · {} · {language}", dunning::step(lang, own.step), dunning::channel(lang, own.channel))
}

fn row(app: App, lang: Lang, own: &OwnTemplate, open: RwSignal<Option<TemplateId>>) -> AnyView {
    let words = templates::words(lang);
    let id = own.id;
    let name_id = format!("template-{id}");
    let edit = move |_| {
        open.set(Some(id));
        request_animation_frame(|| {
            page::focus("#template-editor");
        });
    };
    let remove = move |_| {
        open.update(|open| *open = open.filter(|known| *known != id));
        let _ = app.send(Command::DeleteTemplate(id));
        // The button is gone, and the focus with it.
        request_animation_frame(|| {
            page::focus("#own-templates");
        });
    };
    view! {
        <li class="template-row">
            <span>
                <strong id=name_id.clone()>{own.name.clone()}</strong>
                <span class="row-note">{purpose(lang, own)}</span>
            </span>
            <span class="button-row">
                <button
                    class="button"
                    type="button"
                    aria-describedby=name_id.clone()
                    aria-pressed=move || (open.get() == Some(id)).to_string()
                    on:click=edit
                >
                    {words.edit}
                </button>
                <button class="button button-quiet" type="button" aria-describedby=name_id on:click=remove>
                    {words.remove}
                </button>
            </span>
        </li>
    }
    .into_any()
}

/// The templates as they are saved now.
pub(super) fn saved(app: App) -> OwnTemplates {
    app.book.with_untracked(|book| book.templates().clone())
}

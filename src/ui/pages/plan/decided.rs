//! Who decides about a claim in the user’s place, and what to do instead of agreeing with the client.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::withheld::withheld;
use crate::base::InvoiceId;
use crate::domain::dunning::withheld::Withheld;
use crate::text::Lang;
use crate::text::words::{plans, withheld as words};
use crate::ui::state::App;

/// Why time or less is not the user’s to agree on, where it is not.
pub fn others(app: App, id: InvoiceId) -> Memo<Option<Withheld>> {
    Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| withheld(book, id, today)).filter(Withheld::is_for_others)
    })
}

/// What is said at the top of a page that would agree on something: who decides, and what to do instead.
pub fn decided(lang: Lang, id: InvoiceId, held: &Withheld) -> AnyView {
    view! {
        <div class="banner" role="note">
            <p class="banner-text">
                {words::why(lang, held)} " " {words::speak_to(lang, held)} " " {plans::instead(lang, held)}
            </p>
            <a class="button" href=Route::After(id).to_string()>
                {words::words(lang).after}
            </a>
        </div>
    }
    .into_any()
}

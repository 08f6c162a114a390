//! Which pictures letters that were sent show: they are kept when the user chooses others.

use serde::Deserialize;

use super::book::Book;
use super::trash::TrashItem;
use crate::base::json::Json;
use crate::domain::event::Event;
use crate::domain::stationery::Look;

/// What is read of a letter as it is kept.
#[derive(Deserialize)]
struct Issued {
    #[serde(default)]
    look: Look,
}

/// Some letter that was sent, or that is in the trash, shows the picture of a name.
#[must_use]
pub fn is_shown(book: &Book, name: &str) -> bool {
    let shows = |event: &Event| {
        let issued: Option<Issued> = event.text.laid_out.as_ref().and_then(Json::read);
        issued.is_some_and(|Issued { look }| look.logo == name || look.signature == name)
    };
    book.cases().flat_map(|case| &case.events).any(shows)
        || book.trash().any(|trash| match &trash.item {
            TrashItem::Case(case) => case.events.iter().any(shows),
            TrashItem::Event(_, event) => shows(event),
            _ => false,
        })
}

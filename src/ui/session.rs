//! What is under way across screens, for as long as the program runs: the round of the day's list, the work being
//! invoiced, and how many lines the list has. Nothing of it is kept.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::base::{ClientId, InvoiceId, WorkId};

/// One line of the day's list, as long as the round lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its client.
    pub client: ClientId,
    /// Name of the client, as shown.
    pub name: String,
    /// The invoices it is about; the first is the one the action is for.
    pub invoices: Vec<InvoiceId>,
    /// Where its action is done.
    pub route: Route,
    /// What was recorded on the first invoice when the round began: contacts, movements, circumstances.
    pub recorded: usize,
}

/// A walk through the day's list: where it was when it began does not change under the user's feet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The lines, in order.
    pub stops: Vec<Stop>,
    /// Which one the user is at.
    pub at: usize,
}

/// The state.
#[derive(Clone, Copy)]
pub struct Session {
    /// The round, once a line was opened.
    pub round: RwSignal<Option<Round>>,
    /// What has the focus once the next screen stands, in place of its heading.
    pub focus_next: RwSignal<Option<&'static str>>,
    /// Lines of the day's list; none until it was counted.
    pub due: RwSignal<Option<usize>>,
    /// The work an invoice is being written for, and the number that invoice will get.
    pub invoicing: RwSignal<Option<(WorkId, InvoiceId)>>,
}

impl Session {
    /// Makes it known to all that is below.
    pub fn provide() -> Self {
        let session = Self {
            round: RwSignal::new(None),
            focus_next: RwSignal::new(None),
            due: RwSignal::new(None),
            invoicing: RwSignal::new(None),
        };
        provide_context(session);
        session
    }
}

/// The state, which the shell provides.
#[must_use]
pub fn use_session() -> Session {
    expect_context::<Session>()
}

impl Round {
    /// The line the user is at.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.stops.get(self.at)
    }

    /// The line after it.
    #[must_use]
    pub fn next(&self) -> Option<&Stop> {
        self.stops.get(self.at + 1)
    }

    /// A screen is about the line the user is at.
    #[must_use]
    pub fn is_about(&self, route: &Route) -> bool {
        self.stop().is_some_and(|stop| match route {
            Route::Text(id, _)
            | Route::Call(id)
            | Route::Invoice(id)
            | Route::EditInvoice(id)
            | Route::InvoicePace(id)
            | Route::Story(id) => stop.invoices.contains(id),
            Route::Client(id) | Route::EditClient(id) | Route::ClientPace(id) => stop.client == *id,
            _ => false,
        })
    }
}

//! What an offer asks for: while it is open the ladder waits to its last day; taken up, it is to be given; lapsed, the
//! ladder goes on by itself and says so.

use super::{Action, HoldCause, Look, What, Why, dates, held};
use crate::domain::offer::{Offer, OfferKind, OfferState};

impl Look<'_> {
    fn offers(&self) -> impl Iterator<Item = (&Offer, OfferState)> {
        self.case.offers_on(self.today)
    }

    /// An offer whose money was there in time, or of which what was agreed is late.
    pub(super) fn taken_up(&self) -> Option<Action> {
        let met = self.offers().find_map(|(_, state)| match state {
            OfferState::Met(on) => Some(on),
            _ => None,
        });
        if let Some(on) = met {
            return Some(self.now(What::CloseOffer, Why::OfferMet { on }));
        }
        self.offers().find_map(|(offer, state)| match (state, &offer.kind) {
            (OfferState::Overdue(by), OfferKind::Repair { what, .. }) => {
                let why = Why::OfferOverdue { what: what.clone(), by, ours: true };
                // One does not press for what one’s own promise holds up.
                Some(held(self.now(What::KeepOffer, why), HoldCause::Offer, None))
            }
            (OfferState::Overdue(by), OfferKind::Return { what, .. }) => {
                let why = Why::OfferOverdue { what: what.clone(), by, ours: false };
                Some(self.now(What::KeepOffer, why))
            }
            _ => None,
        })
    }

    /// The offer that may be taken up longest, or is agreed on: reminders wait for it.
    pub(super) fn offered(&self) -> Option<Action> {
        let waiting = self.offers().filter_map(|(offer, state)| match state {
            OfferState::Open(until) | OfferState::Agreed(until) => Some((until, offer, state)),
            _ => None,
        });
        let (until, offer, state) = waiting.max_by_key(|(until, offer, _)| (*until, offer.id))?;
        let left = offer.left(&self.case.movements, self.today);
        let why = match (state, offer.accepted) {
            (OfferState::Agreed(by), Some(on)) => {
                Why::OfferAgreed { on, by, left: offer.kind.sort().is_of_money().then_some(left) }
            }
            _ => Why::OfferOpen { on: offer.date, until, pay: offer.pay, left },
        };
        let action = if offer.kind.sort().is_of_money() {
            self.check_bank(until, What::CheckOffer, why)
        } else {
            self.starting(dates::next_day(until), What::LookAgain, why)
        };
        Some(held(action, HoldCause::Offer, Some(until)))
    }

    /// The last offer that lapsed, where nothing was sent since its last day: why the ladder goes on.
    pub(super) fn lapsed_offer(&self) -> Option<Why> {
        let lapsed = self.offers().filter_map(|(offer, state)| match state {
            OfferState::Lapsed(until) => Some((until, offer)),
            _ => None,
        });
        let (until, offer) = lapsed.max_by_key(|(until, offer)| (*until, offer.id))?;
        let since = self.sent_since(dates::next_day(until), |_| true);
        since.is_none().then_some(Why::OfferLapsed { on: offer.date, until })
    }
}

//! Talks (*pourparlers*): what happened between the two sides beside sendings and payments, as dated facts: offers and what
//! became of them, meetings about a dispute, what was promised there. The story of a claim and the chronology on paper both
//! tell them.

use chrono::NaiveDate;

use super::case_file::CaseFile;
use super::circumstance::{Circumstance, CircumstanceKind, PromiseState};
use super::dispute::{Commitment, DisputeLife, Meeting};
use super::offer::{Offer, OfferEnd, OfferState};

/// Something that happened between the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk<'a> {
    /// An offer was made.
    Offered(&'a Offer),
    /// The client agreed to it.
    OfferAgreed(&'a Offer),
    /// Its money was there in time.
    OfferMet(&'a Offer),
    /// It lapsed.
    OfferLapsed(&'a Offer),
    /// It ended.
    OfferEnded(&'a Offer, OfferEnd),
    /// A meeting about a dispute was held.
    Met(&'a Meeting),
    /// Something was promised about a dispute.
    Promised(&'a Commitment),
    /// It was done, or given up where it was not.
    PromiseEnded(&'a Commitment, bool),
}

impl Talk<'_> {
    /// It is about an offer, and not about a dispute.
    #[must_use]
    pub fn is_of_offer(self) -> bool {
        !matches!(self, Self::Met(_) | Self::Promised(_) | Self::PromiseEnded(..))
    }
}

impl CaseFile {
    /// What was offered until a day, and what became of it, offer by offer.
    pub fn offers_told(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, Talk<'_>)> {
        let told = self.offers_on(today).flat_map(|(offer, state)| {
            let agreed = offer.accepted.map(|day| (day, Talk::OfferAgreed(offer)));
            let came = match (state, offer.ended) {
                (OfferState::Ended(how), Some(ended)) => Some((ended.on, Talk::OfferEnded(offer, how))),
                (OfferState::Met(on), _) => Some((on, Talk::OfferMet(offer))),
                (OfferState::Lapsed(_), _) => Some((offer.lapses_on(), Talk::OfferLapsed(offer))),
                _ => None,
            };
            [Some((offer.date, Talk::Offered(offer))), agreed, came].into_iter().flatten()
        });
        told.filter(move |(day, _)| *day <= today)
    }
}

impl CaseFile {
    /// What became of each promise to pay, as far as it is known on a day: kept, on the day its money was there; broken, on
    /// the day it was promised for.
    pub fn promises_told(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, &Circumstance, bool)> {
        self.promises(today).filter_map(move |(one, state)| {
            let CircumstanceKind::Promise { by, .. } = one.kind else { return None };
            match state {
                PromiseState::Kept => {
                    let is_kept = |day: &NaiveDate| {
                        one.promise(&self.circumstances, &self.movements, *day) == Some(PromiseState::Kept)
                    };
                    let days = self.movements.iter().map(|movement| movement.date);
                    let days = days.filter(|day| one.date <= *day && *day <= today);
                    Some((days.filter(is_kept).min().unwrap_or(by), one, true))
                }
                PromiseState::Broken => Some((by, one, false)),
                PromiseState::Running | PromiseState::Withdrawn => None,
            }
        })
    }
}

impl DisputeLife {
    /// The meeting once its day has come, what was promised and what became of that, until a day. A promise noted before
    /// the day of noting was kept is only told by its end.
    pub fn told(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, Talk<'_>)> {
        let met = self.meeting.iter().map(|meeting| (meeting.day, Talk::Met(meeting)));
        let promised = self.commitments.iter().flat_map(|one| {
            let made = one.made.map(|day| (day, Talk::Promised(one)));
            made.into_iter().chain(one.ended.map(|ended| (ended.on, Talk::PromiseEnded(one, ended.done))))
        });
        met.chain(promised).filter(move |(day, _)| *day <= today)
    }
}

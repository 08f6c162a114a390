//! Moves: what each reason for non-payment calls for (LAD-4). Two or three a reason, the most useful first.

use super::circumstance::Unpaid;
use super::event::Step;

/// Something to do about a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Write a text.
    Write(Step),
    /// Note a promise.
    Promise,
    /// Note what is contested.
    Dispute,
    /// Let chasing pause.
    Pause,
    /// Grant a discount.
    Discount,
    /// Look at who is written to, and where.
    Contacts,
    /// Put the invoice right here too.
    Invoice,
    /// Chase at the firm speed.
    Firmer,
    /// Note the day insolvency proceedings were opened.
    Insolvency,
}

/// The moves of a reason, in the order they are offered.
#[must_use]
pub fn moves(reason: Unpaid) -> &'static [Move] {
    match reason {
        Unpaid::NotReceived | Unpaid::Lost => &[Move::Write(Step::Duplicate), Move::Contacts],
        Unpaid::Forgotten => &[Move::Promise, Move::Write(Step::Recap)],
        Unpaid::Approval => &[Move::Write(Step::Approval), Move::Contacts],
        Unpaid::WrongData => &[Move::Invoice, Move::Write(Step::Correction)],
        Unpaid::Dissatisfied => &[Move::Write(Step::Meeting), Move::Dispute, Move::Discount],
        Unpaid::Cash => &[Move::Write(Step::Instalments), Move::Promise, Move::Pause],
        Unpaid::BadFaith => &[Move::Firmer, Move::Write(Step::FirmReminder), Move::Write(Step::FormalNotice)],
        Unpaid::Insolvent => &[Move::Insolvency, Move::Pause],
        Unpaid::Closed => &[Move::Insolvency, Move::Contacts],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_own_two_or_three_moves() {
        for reason in Unpaid::ALL {
            let moves = moves(reason);
            assert!((2..=3).contains(&moves.len()), "{reason:?}");
            let twice =
                moves.iter().enumerate().any(|(at, one)| moves.iter().skip(at + 1).any(|other| one == other));
            assert!(!twice, "{reason:?}");
        }
    }

    #[test]
    fn who_is_insolvent_is_not_asked_to_pay() {
        let asks = |one: &Move| matches!(one, Move::Write(step) if step.needs_lateness());
        assert!(!moves(Unpaid::Insolvent).iter().any(asks));
    }
}

//! Moves: what each reason for non-payment calls for (LAD-4). Two or three a reason, the most useful first, each leading to
//! the screen where it is done. None asks an insolvent client for money (C. com. art. L622-7), and none skips the amicable
//! way.

use super::circumstance::Unpaid;
use super::event::Step;

/// Something to do about a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Write a text.
    Write(Step),
    /// Note a promise.
    Promise,
    /// Note what is contested, and follow it: meeting, promises, outcome.
    Dispute,
    /// Grant some time: chasing pauses.
    Pause,
    /// Let chasing pause while the official register is looked up.
    Hold,
    /// Offer less, or something done, if it is settled by a day.
    Offer,
    /// Look at who is written to, and where.
    Contacts,
    /// Put the invoice right here too.
    Invoice,
    /// Chase at the firm speed.
    Firmer,
    /// See what comes after the amicable way: lodge the claim, or write it off.
    After,
    /// Note the day insolvency proceedings were opened.
    Insolvency,
}

/// The moves of a reason, in the order they are offered.
#[must_use]
pub fn moves(reason: Unpaid) -> &'static [Move] {
    match reason {
        Unpaid::NotReceived | Unpaid::Lost => &[Move::Write(Step::Duplicate), Move::Contacts],
        Unpaid::Forgotten => &[Move::Promise, Move::Write(Step::FirstReminder)],
        Unpaid::Approval => &[Move::Write(Step::Approval), Move::Contacts],
        Unpaid::WrongData => &[Move::Invoice, Move::Write(Step::Correction)],
        Unpaid::Dissatisfied => &[Move::Dispute, Move::Write(Step::Meeting), Move::Offer],
        Unpaid::Cash => &[Move::Write(Step::Instalments), Move::Offer, Move::Pause],
        Unpaid::BadFaith => &[Move::Firmer, Move::Write(Step::FirmReminder), Move::Write(Step::FormalNotice)],
        Unpaid::Insolvent => &[Move::Insolvency, Move::Write(Step::Inquiry), Move::Hold],
        Unpaid::Closed => &[Move::Write(Step::Inquiry), Move::Insolvency, Move::After],
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
    fn who_is_not_satisfied_is_talked_with_and_who_is_short_of_cash_is_met_half_way() {
        assert_eq!(moves(Unpaid::Dissatisfied).first(), Some(&Move::Dispute));
        assert!(moves(Unpaid::Dissatisfied).contains(&Move::Offer));
        assert_eq!(moves(Unpaid::Cash).first(), Some(&Move::Write(Step::Instalments)));
    }

    #[test]
    fn who_is_insolvent_is_not_asked_to_pay() {
        let asks = |one: &Move| matches!(one, Move::Write(step) if step.needs_lateness());
        for reason in [Unpaid::Insolvent, Unpaid::Closed] {
            assert!(!moves(reason).iter().any(asks), "{reason:?}");
            assert!(!moves(reason).contains(&Move::Pause), "no time is granted to pay what may not be paid");
            assert!(moves(reason).contains(&Move::Write(Step::Inquiry)), "{reason:?} has its own text");
        }
    }
}

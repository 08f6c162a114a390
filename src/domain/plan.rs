//! Payment plans (*échelonnement*, *protocole d'échelonnement*): a debt paid in several sums on agreed days (NEG-1).
//!
//! | module | what it knows |
//! |---|---|
//! | [`schedule`] | the days and sums of a plan, from what was agreed: how many, how much each, or until when |
//! | [`caution`] | what to think twice about before proposing a schedule |
//!
//! Sources: C. civ. art. 1343-5 (a court spreads over 24 months at most), 2240 (a signed plan owns to the debt and
//! starts limitation again). Read in November 2026.

pub mod caution;
pub mod schedule;

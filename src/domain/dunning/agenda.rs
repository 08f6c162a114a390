//! The agenda: the next action of one case, from its facts, the policy and the day of its claim.

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::claim::Claim;
use super::super::event::{Channel, Step};
use super::super::party::Client;
use super::action::{Action, What, Why};
use super::person;
use super::policy::Policy;

/// What a case is looked at with.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Who owes it.
    pub client: &'a Client,
    /// What holds for all clients.
    pub policy: &'a Policy,
    /// The client has settled an invoice before.
    pub is_known: bool,
}

/// The next action of a case on the day its claim was computed for.
#[must_use]
pub fn next(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Action {
    let day = setting.policy.region.working_from(claim.as_of);
    let action = |what, why| Action {
        what,
        day,
        until: None,
        channel: Channel::Email,
        role: person::role(setting.client, Step::FirstReminder),
        why,
        skipped: Vec::new(),
        hold: None,
    };
    if claim.total.is_zero() {
        return action(What::Nothing, Why::Settled);
    }
    action(What::Climb(Step::FirstReminder), Why::NotSent { issued: case.invoice.issued })
}

/// Every step of the ladder that is left for a case with its day, as if nothing else happened.
#[must_use]
pub fn plan(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Vec<(Step, NaiveDate)> {
    let _ = (case, claim, setting);
    Vec::new()
}

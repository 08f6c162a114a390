//! The contact of the day under a close watch: it comes between the steps of the ladder, which go on as they would.

use super::super::climb::{Climb, Picked};
use super::super::{conduct, watch};
use super::{Action, Channel, Look, NaiveDate, UNANSWERED_CALLS, What, Why, person, unanswered};

impl Look<'_> {
    /// The contact of the next working day, unless a step of the ladder is as near. It is a call; where nobody can be called
    /// or nobody answers, a message.
    pub(super) fn watched(
        &self,
        from: NaiveDate,
        climb: &Climb<'_>,
        picked: Option<&Picked>,
    ) -> Option<Action> {
        if self.today <= climb.due {
            return None;
        }
        let watch = watch::running(self.case, self.today)?;
        let contacts = self.case.events.iter().filter(|event| conduct::counts(event.step));
        let last = contacts.map(|event| event.date).filter(|day| *day <= self.today).max();
        let ready = last.map_or(from, |last| from.max(self.setting.policy.region.next_working(last)));
        let why = Why::Watched { since: watch.since, until: watch.until, contacts: watch.contacts };
        let mut action = self.starting(ready, What::FollowUp, why);
        if UNANSWERED_CALLS <= unanswered(self.case, self.today) || !person::can_call(self.setting.client) {
            action.channel = Channel::Email;
        }
        picked.is_some_and(|picked| action.day < picked.day).then_some(action)
    }
}

//! What courts and the law set: hearings, decisions announced, the last days to oppose, to appeal and to sue.

use icalendar::Calendar;

use super::{OneCase, timed};
use crate::domain::court::Seat;
use crate::domain::limitation::Nearness;
use crate::domain::proceeding::appeal::Recourse;
use crate::domain::proceeding::hearing::Docket;
use crate::domain::proceeding::opposition::Start;
use crate::text::words::{agenda, calendar};

/// How long a hearing is put down for, in minutes: nobody knows, and an hour is room enough to see it.
const HEARING_MINUTES: u32 = 60;

impl OneCase<'_> {
    /// What a court has set: a hearing, at its time where that is known, or the day its decision is announced for.
    pub(super) fn hearings(&self, file: &mut Calendar) {
        let words = calendar::words(self.lang);
        for one in &self.case.proceedings {
            let named =
                |what: &str, place: usize| format!("{what}-{}-{}-{place}", self.case.invoice.id, one.id);
            let note = [agenda::proceeding::kind(self.lang, one.kind), one.with.as_str()];
            let note = note.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            match one.docket(self.today) {
                Some(Docket::Hearing { day, at, place }) if self.today <= day => {
                    let mut entry = self.entry(&named("hearing", place), day, words.hearing, &note);
                    if let Some(at) = at {
                        timed(&mut entry, day.and_time(at), HEARING_MINUTES);
                    }
                    file.push(entry.done());
                }
                Some(Docket::Reserved { day: Some(day), place }) if self.today <= day => {
                    file.push(self.entry(&named("decision", place), day, words.decision, &note));
                }
                _ => {}
            }
        }
    }

    /// The last day to go to court, or to enforce a title, once it is no more than a year away.
    pub(super) fn limitation(&self, file: &mut Calendar) {
        let held = self.case.is_held_by(self.client.insolvency, self.today);
        let known = self.case.limitation(self.client.debtor(), self.today).filter(|_| !held);
        let near =
            known.filter(|known| !matches!(known.nearness(self.today), Nearness::Far | Nearness::Expired));
        let Some(known) = near else { return };
        let words = calendar::words(self.lang);
        let is_suspended = known.suspended.is_some_and(|one| one.until.is_none());
        let note = if is_suspended { words.limitation_suspended } else { words.limitation_rule };
        let name = format!("limitation-{}", self.case.invoice.id);
        file.push(self.entry(&name, known.expires, words.limitation, note));
    }

    /// The last day to go against a decision that was served.
    pub(super) fn recourses(&self, file: &mut Calendar) {
        let words = calendar::words(self.lang);
        let region = Seat::of(&self.client.address).region();
        for one in &self.case.proceedings {
            let time =
                one.recourse(self.today, region, self.client.kind).filter(|time| self.today <= time.by);
            let Some(time) = time else { continue };
            let name = format!("recourse-{}-{}", self.case.invoice.id, one.id);
            let (what, rule) = match time.recourse {
                Recourse::Appeal => (words.appeal, words.appealed),
                Recourse::SummaryAppeal => (words.appeal, words.appealed_summary),
                Recourse::Administrative => (words.appeal, words.appealed_public),
                Recourse::LastInstance | Recourse::Cassation => (words.cassation, words.cassation_rule),
            };
            file.push(self.entry(&name, time.by, what, rule));
        }
    }

    /// The last day to oppose an order that was served.
    pub(super) fn oppositions(&self, file: &mut Calendar) {
        let words = calendar::words(self.lang);
        let region = Seat::of(&self.client.address).region();
        for one in &self.case.proceedings {
            let time = one.opposition(self.today, region).filter(|time| self.today <= time.by);
            if let Some(time) = time {
                let name = format!("opposition-{}-{}", self.case.invoice.id, one.id);
                let rule = match time.start {
                    Start::InPerson => words.opposed_in_person,
                    Start::Service => words.opposed_service,
                    Start::Measure => words.opposed_measure,
                    Start::European => words.opposed_european,
                };
                file.push(self.entry(&name, time.by, words.opposition, rule));
            }
        }
    }
}

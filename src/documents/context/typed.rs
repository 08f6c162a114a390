//! What the user typed into forms that a text takes over as it is: word for word theirs, and checked like what they write.

use super::TextContext;

impl TextContext {
    /// The lines of it, none of them empty: an offer, a meeting, what was agreed, what is suspended, papers that
    /// go along.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        let offer = self.offer.iter().map(|offer| offer.what.as_str());
        let meeting = [self.meeting.place.as_str(), self.meeting.agenda.as_str()];
        let agreed = self.agreed.iter().flat_map(|agreed| [&agreed.terms, &agreed.ours, &agreed.theirs]);
        let suspended = self.suspension.iter().map(|suspended| suspended.work.as_str());
        let annexes = self.other_annexes.iter().map(String::as_str);
        let all = offer.chain(meeting).chain(agreed.map(String::as_str)).chain(suspended).chain(annexes);
        let lines = all.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    }
}

//! The right person for each step, and the next one up where the first does not answer.

use chrono::NaiveDate;

use super::super::contact::{Contact, Role};
use super::super::event::{Channel, Event, Outcome, Step};
use super::super::party::Client;

/// Calls in a row that nobody took at a person’s after which the next one up is proposed.
const IN_VAIN: usize = 2;

/// Somebody to write to or to call; what is not known is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// What the person does; none for the general contact of the client.
    pub role: Option<Role>,
    /// Name.
    pub name: &'a str,
    /// E-mail address.
    pub email: &'a str,
    /// Telephone: at work where known, else the person's own.
    pub phone: &'a str,
}

/// The order in which a claim goes up in a firm.
const UP: [Role; 4] = [Role::Accounts, Role::Approves, Role::Orders, Role::Management];

/// Who a step is for, most fitting first: who pays before it is due and at first, who ordered too when it gets serious,
/// and management at the end.
#[must_use]
pub fn roles(step: Step) -> &'static [Role] {
    match step {
        Step::FirmReminder => &[Role::Accounts, Role::Orders],
        Step::LastReminder
        | Step::FormalNotice
        | Step::Instalments
        | Step::PlanNotice
        | Step::Offer
        | Step::Inquiry => &[Role::Management],
        Step::Suspension => &[Role::Orders, Role::Management],
        Step::Approval => &[Role::Approves, Role::Orders],
        Step::Meeting | Step::Agreed | Step::Correction | Step::Resumption => &[Role::Orders],
        _ => &[Role::Accounts],
    }
}

/// The person of a role; the general contact where there is no such person, or none is asked for. A person of whom an
/// address is not known is reached at the general one.
#[must_use]
pub fn person(client: &Client, role: Option<Role>) -> Person<'_> {
    let known = role.and_then(|role| client.contacts.iter().find(|contact| contact.role == role));
    let Some(contact) = known else {
        return Person { role: None, name: &client.contact, email: &client.email, phone: &client.phone };
    };
    Person {
        role: Some(contact.role),
        name: &contact.name,
        email: said([&contact.email, &client.email]),
        phone: said([
            &contact.phone,
            if contact.personal_phone.trim().is_empty() { &client.phone } else { &contact.personal_phone },
        ]),
    }
}

fn said([first, second]: [&str; 2]) -> &str {
    if first.trim().is_empty() { second } else { first }
}

/// Everybody a step is for who is known; the general contact where nobody is.
#[must_use]
pub fn people(client: &Client, step: Step) -> Vec<Person<'_>> {
    let known = |role: &&Role| client.contacts.iter().any(|contact| contact.role == **role);
    let mut people: Vec<Person<'_>> =
        roles(step).iter().filter(known).map(|role| person(client, Some(*role))).collect();
    if people.is_empty() {
        people.push(person(client, None));
    }
    people
}

/// The role of the first person a step is for; none for the general contact.
#[must_use]
pub fn role(client: &Client, step: Step) -> Option<Role> {
    roles(step).iter().copied().find(|role| client.contacts.iter().any(|contact| contact.role == *role))
}

/// The next one up from somebody (*monter d’un cran*): the next known person in the order in which a claim goes up, the
/// general contact standing below all of them. None at the top.
#[must_use]
pub fn one_up(client: &Client, from: Option<Role>) -> Option<Person<'_>> {
    let place = |role: Role| UP.iter().position(|known| *known == role);
    let above = from.and_then(place).map_or(0, |at| at + 1);
    let known = |role: &&Role| client.contacts.iter().any(|contact| contact.role == **role);
    UP.iter().skip(above).find(known).map(|role| person(client, Some(*role)))
}

/// Who may be called in the place of somebody who did not take the last of some calls: the next one up with a number of
/// their own, and the day of the last of those calls. None while a call or two may still reach the first, or at the top.
/// `called` is empty where nobody's name is known.
#[must_use]
pub fn call_up<'a>(
    client: &'a Client,
    events: &[Event],
    called: &str,
    today: NaiveDate,
) -> Option<(Person<'a>, NaiveDate)> {
    let called = called.trim();
    let mut calls: Vec<_> = events
        .iter()
        .filter(|event| event.date <= today)
        .filter_map(|event| Some((event.date, event.id, event.call.as_ref()?.outcome, event.to.trim())))
        .collect();
    calls.sort_by_key(|(date, id, ..)| (*date, *id));
    let in_vain = calls
        .iter()
        .rev()
        .take_while(|(.., outcome, _)| matches!(outcome, Outcome::NoAnswer | Outcome::Voicemail));
    let mut of_person = in_vain.filter(|(.., to)| *to == called);
    let (last, ..) = of_person.next()?;
    if of_person.count() + 1 < IN_VAIN {
        return None;
    }
    let known = |contact: &&Contact| contact.name.trim() == called;
    let mut from = client.contacts.iter().find(known).map(|contact| contact.role);
    while let Some(next) = one_up(client, from) {
        let has_number = client.contacts.iter().any(|contact| {
            Some(contact.role) == next.role
                && contact.name == next.name
                && !(contact.phone.trim().is_empty() && contact.personal_phone.trim().is_empty())
        });
        if has_number && next.name.trim() != called {
            return Some((next, *last));
        }
        from = next.role;
    }
    None
}

/// A telephone number of the person a step is for, or of anybody at the client’s.
#[must_use]
pub fn can_call(client: &Client) -> bool {
    let said = |number: &String| !number.trim().is_empty();
    said(&client.phone)
        || client.contacts.iter().any(|contact| said(&contact.phone) || said(&contact.personal_phone))
}

/// Whom to call for a step: the person it is for where a number is known, else anybody with one.
#[must_use]
pub fn to_call(client: &Client, step: Step) -> Option<Person<'_>> {
    let everybody = UP.iter().map(|role| Some(*role)).chain([None]);
    people(client, step)
        .into_iter()
        .chain(everybody.map(|role| person(client, role)))
        .find(|person| !person.phone.trim().is_empty())
}

/// How a step is best done with this client.
#[must_use]
pub fn channel(client: &Client, step: Step) -> Channel {
    let portal = client.circuit.portal.as_ref().is_some_and(|portal| !portal.trim().is_empty());
    match step {
        Step::FormalNotice | Step::PlanNotice => Channel::RegisteredPost,
        step if step.is_call() => {
            if can_call(client) {
                Channel::Phone
            } else {
                Channel::Email
            }
        }
        Step::Invoice | Step::Duplicate | Step::Correction if portal => Channel::Portal,
        step => {
            let writes = people(client, step).iter().any(|person| !person.email.trim().is_empty());
            if !writes && !client.address.trim().is_empty() { Channel::Post } else { Channel::Email }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{ClientId, EventId, dates};
    use crate::domain::event::{Call, SentText};

    fn contact(role: Role, name: &str, phone: &str) -> Contact {
        Contact {
            role,
            name: name.to_owned(),
            email: String::new(),
            phone: phone.to_owned(),
            personal_phone: String::new(),
            verified: None,
        }
    }

    fn client(contacts: Vec<Contact>) -> Client {
        Client {
            contact: "Mme Accueil".to_owned(),
            email: "accueil@brun.fr".to_owned(),
            contacts,
            ..Client::unknown(ClientId(1))
        }
    }

    #[test]
    fn each_step_has_its_person_and_the_general_contact_stands_in() {
        let brun = client(vec![
            contact(Role::Management, "M. Brun", ""),
            contact(Role::Accounts, "Mme Le Goff", "02 40"),
        ]);
        assert_eq!(person(&brun, role(&brun, Step::FirstReminder)).name, "Mme Le Goff");
        assert_eq!(person(&brun, role(&brun, Step::FormalNotice)).name, "M. Brun");
        assert_eq!(people(&brun, Step::FirmReminder).len(), 1, "nobody is known to order");
        assert_eq!(person(&brun, role(&brun, Step::Approval)).name, "Mme Accueil");
        assert_eq!(person(&brun, Some(Role::Accounts)).email, "accueil@brun.fr");
        assert_eq!(to_call(&brun, Step::FormalNotice).unwrap().name, "Mme Le Goff");
        let alone = client(Vec::new());
        assert_eq!(person(&alone, role(&alone, Step::FormalNotice)).name, "Mme Accueil");
        assert_eq!((can_call(&alone), to_call(&alone, Step::FirstCall)), (false, None));
        assert_eq!(channel(&alone, Step::FirstCall), Channel::Email);
        assert_eq!(channel(&brun, Step::FirstCall), Channel::Phone);
    }

    #[test]
    fn one_up_ends_with_management() {
        let brun = client(vec![
            contact(Role::Management, "M. Brun", ""),
            contact(Role::Accounts, "Mme Le Goff", ""),
        ]);
        let names = |from| one_up(&brun, from).map(|person| person.name);
        assert_eq!(names(None), Some("Mme Le Goff"));
        assert_eq!(names(Some(Role::Accounts)), Some("M. Brun"));
        assert_eq!(names(Some(Role::Orders)), Some("M. Brun"));
        assert_eq!(names(Some(Role::Management)), None);
        assert_eq!(one_up(&client(Vec::new()), None), None);
    }

    fn call(id: u32, day: &str, to: &str, outcome: Outcome) -> Event {
        let date = dates::parse_iso(day).unwrap();
        Event {
            id: EventId(id),
            date,
            channel: Channel::Phone,
            step: Step::Call,
            deadline: date,
            received: None,
            posting: crate::domain::posting::Posting::default(),
            to: to.to_owned(),
            call: Some(Call { outcome, note: String::new(), seconds: 0, again: None }),
            exception: String::new(),
            text: SentText::default().into(),
        }
    }

    #[test]
    fn after_two_calls_nobody_took_the_next_one_up_with_a_number_is_proposed() {
        let day = |text| dates::parse_iso(text).unwrap();
        let brun = client(vec![
            contact(Role::Management, "M. Brun", "06 12"),
            contact(Role::Orders, "M. Sans", ""),
            contact(Role::Accounts, "Mme Le Goff", "02 40"),
        ]);
        let mut events = Vec::new();
        let up = |events: &[Event], called: &str| {
            call_up(&brun, events, called, day("2026-11-25"))
                .map(|(person, last)| (person.name.to_owned(), last))
        };
        assert_eq!(up(&events, "Mme Le Goff"), None);
        events.push(call(1, "2026-11-05", "Mme Le Goff", Outcome::NoAnswer));
        assert_eq!(up(&events, "Mme Le Goff"), None, "once is nothing yet");
        events.push(call(2, "2026-11-18", "Mme Le Goff", Outcome::Voicemail));
        assert_eq!(
            up(&events, "Mme Le Goff"),
            Some(("M. Brun".to_owned(), day("2026-11-18"))),
            "who has no number is passed over"
        );
        assert_eq!(up(&events, "M. Brun"), None, "nobody stands above, and he was not called");
        events.push(call(3, "2026-11-19", "Mme Le Goff", Outcome::CallBack));
        assert_eq!(up(&events, "Mme Le Goff"), None, "she answered");
        events.push(call(4, "2026-11-20", "Mme Le Goff", Outcome::NoAnswer));
        assert_eq!(up(&events, "Mme Le Goff"), None, "counted anew");
        for (id, date) in [(5, "2026-11-21"), (6, "2026-11-24")] {
            events.push(call(id, date, "", Outcome::NoAnswer));
        }
        let (first_up, _) = up(&events, "").unwrap();
        assert_eq!(first_up, "Mme Le Goff", "whoever took no call at the number of the firm");
    }
}

//! What reminded of the invoices of a text before it, in the words it is recalled in. Invoices of one text may have had
//! different reminders: each is told with those it was about, and none is said of an invoice that was only said of another.

use chrono::NaiveDate;

use super::{InvoiceText, TextContext, past};
use crate::domain::case_file::CaseFile;
use crate::domain::event::{Channel, Event, Outcome, Step};
use crate::text::{Lang, format};

/// Most groups of reminders that a sentence tells one by one; more of them are a list, invoice by invoice.
const MOST_TOLD: usize = 3;

/// A reminder of an invoice, after its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    manner: Manner,
    date: NaiveDate,
}

/// What it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    FormalNotice,
    Email,
    Sms,
    Voicemail,
    Call,
    /// A call with somebody else than the reader, whom it is not told as a conversation of theirs.
    OthersCall,
    Post,
    RegisteredPost,
    Hand,
}

impl Reminder {
    /// What a text recalls of an event to its reader; nothing where it was no reminder.
    fn of(lang: Lang, event: &Event, reader: &str) -> Option<Self> {
        let outcome = event.call.as_ref().map(|call| call.outcome);
        let counts = event.step.is_reminder()
            || event.step.is_call()
            || matches!(event.step, Step::FormalNotice | Step::Recap | Step::Suspension);
        if !counts || matches!(outcome, Some(Outcome::NoAnswer)) {
            return None;
        }
        let manner = match (event.step, event.channel) {
            (Step::FormalNotice, _) => Manner::FormalNotice,
            (_, Channel::Email | Channel::Portal) => Manner::Email,
            (_, Channel::Sms) => Manner::Sms,
            (_, Channel::Phone) if outcome == Some(Outcome::Voicemail) => Manner::Voicemail,
            (_, Channel::Phone) if past::was_with_other(lang, event, reader) => Manner::OthersCall,
            (_, Channel::Phone) => Manner::Call,
            (_, Channel::Post) => Manner::Post,
            (_, Channel::RegisteredPost) => Manner::RegisteredPost,
            (_, Channel::Hand) => Manner::Hand,
        };
        Some(Self { manner, date: event.date })
    }

    /// There is a copy of it.
    fn is_written(self) -> bool {
        !matches!(self.manner, Manner::Call | Manner::OthersCall | Manner::Voicemail)
    }
}

/// Reminders of a case since its due date, each once, oldest first.
pub(super) fn reminders(lang: Lang, case: &CaseFile, reader: &str, today: NaiveDate) -> Vec<Reminder> {
    let since_due = case.events.iter().filter(|event| case.invoice.due < event.date && event.date <= today);
    // What announced a formal notice is told with it.
    let since_due = since_due.filter(|event| !case.only_announces(event));
    // Few enough to put in order one by one; a sort is kilobytes of code.
    let mut found: Vec<Reminder> = Vec::new();
    for reminder in since_due.filter_map(|event| Reminder::of(lang, event, reader)) {
        if !found.contains(&reminder) {
            found.insert(found.partition_point(|earlier| earlier.date <= reminder.date), reminder);
        }
    }
    found
}

/// How one kind of reminder is named: one, several, and the word before its date.
struct Name {
    one: &'static str,
    several: &'static str,
    before: &'static str,
}

impl Manner {
    fn name(self, lang: Lang) -> Name {
        let (french, english) = match self {
            Self::FormalNotice => (
                ("ma mise en demeure", "mes mises en demeure", "du"),
                ("my formal notice", "my formal notices", "of"),
            ),
            Self::Email => (("mon e-mail", "mes e-mails", "du"), ("my e-mail", "my e-mails", "of")),
            Self::Sms => (("mon SMS", "mes SMS", "du"), ("my text message", "my text messages", "of")),
            Self::Voicemail => {
                (("mon message vocal", "mes messages vocaux", "du"), ("my voicemail", "my voicemails", "of"))
            }
            Self::Call => (
                ("notre échange téléphonique", "nos échanges téléphoniques", "du"),
                ("our telephone conversation", "our telephone conversations", "of"),
            ),
            Self::OthersCall => (("mon appel", "mes appels", "du"), ("my call", "my calls", "of")),
            Self::Post => (("mon courrier", "mes courriers", "du"), ("my letter", "my letters", "of")),
            Self::RegisteredPost => (
                ("mon courrier recommandé", "mes courriers recommandés", "du"),
                ("my registered letter", "my registered letters", "of"),
            ),
            Self::Hand => (
                ("mon courrier remis en main propre", "mes courriers remis en main propre", "le"),
                ("my letter handed over", "my letters handed over", "on"),
            ),
        };
        let (one, several, before) = lang.pick(french, english);
        Name { one, several, before }
    }
}

/// Reminders of one kind about the same invoices, by their places in the text.
struct Group {
    manner: Manner,
    days: Vec<NaiveDate>,
    about: Vec<usize>,
}

impl Group {
    /// `mes e-mails du 3 novembre et du 12 novembre 2026`.
    fn told(&self, lang: Lang) -> String {
        let Name { one, several, before } = self.manner.name(lang);
        let noun = if self.days.len() > 1 { several } else { one };
        let dates = past::dates(lang, &self.days);
        // English names the word before the dates once, French before each.
        match lang {
            Lang::Fr => {
                let dates: Vec<String> = dates.iter().map(|date| format!("{before} {date}")).collect();
                format!("{noun} {}", format::list(lang, &dates))
            }
            Lang::En => format!("{noun} {before} {}", format::list(lang, &dates)),
        }
    }
}

/// Each reminder with the invoices it was about, oldest first. What is on record with several on one day, in one way, was one.
fn by_reminder(invoices: &[InvoiceText]) -> Vec<(Reminder, Vec<usize>)> {
    let mut all: Vec<(Reminder, Vec<usize>)> = Vec::new();
    for (at, invoice) in invoices.iter().enumerate() {
        for reminder in &invoice.reminded {
            if let Some((_, about)) = all.iter_mut().find(|(known, _)| known == reminder) {
                about.push(at);
            } else {
                let place = all.partition_point(|(earlier, _)| earlier.date <= reminder.date);
                all.insert(place, (*reminder, vec![at]));
            }
        }
    }
    all
}

/// Those of one kind about the same invoices together.
fn groups(all: &[(Reminder, Vec<usize>)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (Reminder { manner, date }, about) in all {
        match groups.iter_mut().find(|group| group.manner == *manner && group.about == *about) {
            Some(group) => group.days.push(*date),
            None => groups.push(Group { manner: *manner, days: vec![*date], about: about.clone() }),
        }
    }
    groups
}

/// Some invoices of a text: `facture n° 2026-014`, `factures n° 2026-014 et 2026-031`.
fn named(lang: Lang, invoices: &[InvoiceText], about: &[usize]) -> String {
    let numbers: Vec<String> =
        about.iter().filter_map(|at| invoices.get(*at)).map(|invoice| invoice.number.clone()).collect();
    let noun = match (lang, numbers.len()) {
        (Lang::Fr, 1) => "facture n°\u{a0}",
        (Lang::Fr, _) => "factures n°\u{a0}",
        (Lang::En, 1) => "invoice ",
        (Lang::En, _) => "invoices ",
    };
    format!("{noun}{}", format::list(lang, &numbers))
}

/// The same in brackets, after what was about these alone; nothing where it was about all.
fn about_some(lang: Lang, invoices: &[InvoiceText], about: &[usize]) -> String {
    if about.len() == invoices.len() { String::new() } else { format!(" ({})", named(lang, invoices, about)) }
}

/// Reminders too many to tell: `mes rappels du 3 novembre au 20 novembre 2026, chacun pour les factures qu’il visait`.
fn summed_up(lang: Lang, all: &[(Reminder, Vec<usize>)]) -> String {
    let (first, last) = (all.first().map(|(one, _)| one.date), all.last().map(|(one, _)| one.date));
    let days: Vec<NaiveDate> = first.into_iter().chain(last.filter(|day| Some(*day) != first)).collect();
    match (lang, past::dates(lang, &days).as_slice()) {
        (Lang::Fr, [from, to]) => {
            format!("mes rappels du {from} au {to}, chacun pour les factures qu’il visait")
        }
        (Lang::En, [from, to]) => {
            format!("my reminders between {from} and {to}, each about the invoices it named")
        }
        (Lang::Fr, days) => {
            format!("mes rappels du {}, chacun pour les factures qu’il visait", format::list(lang, days))
        }
        (Lang::En, days) => {
            format!("my reminders of {}, each about the invoices it named", format::list(lang, days))
        }
    }
}

/// Every reminder, invoice by invoice: those that had the same ones in one line.
fn listed(lang: Lang, invoices: &[InvoiceText]) -> String {
    let mut alike: Vec<(&[Reminder], Vec<usize>)> = Vec::new();
    for (at, invoice) in invoices.iter().enumerate().filter(|(_, invoice)| !invoice.reminded.is_empty()) {
        match alike.iter_mut().find(|(known, _)| *known == invoice.reminded.as_slice()) {
            Some((_, about)) => about.push(at),
            None => alike.push((&invoice.reminded, vec![at])),
        }
    }
    let colon = lang.pick("\u{a0}:", ":");
    let title = lang.pick("Rappels déjà adressés", "Reminders so far");
    let lines = alike.into_iter().map(|(reminded, about)| {
        let own: Vec<(Reminder, Vec<usize>)> = reminded.iter().map(|one| (*one, Vec::new())).collect();
        let told: Vec<String> = groups(&own).iter().map(|group| group.told(lang)).collect();
        format!("– {}{colon} {}", named(lang, invoices, &about), format::list(lang, &told))
    });
    std::iter::once(format!("{title}{colon}")).chain(lines).collect::<Vec<_>>().join("\n")
}

/// The last reminder of all of them, for a text that has no room for more; the year only where it is another one.
fn last(lang: Lang, all: &[(Reminder, Vec<usize>)], count: usize, today: NaiveDate) -> String {
    let Some((reminder, _)) = all.iter().rev().find(|(_, about)| about.len() == count) else {
        return String::new();
    };
    let day = past::dates(lang, &[reminder.date, today]).into_iter().next().unwrap_or_default();
    let name = reminder.manner.name(lang);
    format!("{} {} {day}", name.one, name.before)
}

impl TextContext {
    /// The same with what reminded of its invoices before. Apart from the rest, since the first screen recalls nothing.
    #[must_use]
    pub(in crate::documents) fn recalling(mut self) -> Self {
        let (lang, invoices) = (self.lang, &self.invoices);
        let all = by_reminder(invoices);
        let groups = groups(&all);
        let differ = all.iter().any(|(_, about)| about.len() < invoices.len());
        let written: Vec<String> = if differ && MOST_TOLD < groups.len() {
            vec![summed_up(lang, &all)]
        } else {
            let told =
                |group: &Group| format!("{}{}", group.told(lang), about_some(lang, invoices, &group.about));
            groups.iter().map(told).collect()
        };
        let recalled =
            if differ && MOST_TOLD < groups.len() { listed(lang, invoices) } else { String::new() };
        let copies = all.iter().filter(|(reminder, _)| reminder.is_written()).map(|(reminder, about)| {
            let one = Group { manner: reminder.manner, days: vec![reminder.date], about: Vec::new() };
            format!("{}{}", one.told(lang), about_some(lang, invoices, about))
        });
        let reminder_list = copies.collect();
        let last_reminder = last(lang, &all, invoices.len(), self.day);
        self.reminders = format::list(lang, &written);
        // French says « à » again before each.
        let again = |(at, one): (usize, String)| {
            if lang == Lang::Fr && at > 0 { format!("à {one}") } else { one }
        };
        self.after_reminders =
            format::list(lang, &written.into_iter().enumerate().map(again).collect::<Vec<_>>());
        self.recalled = recalled;
        self.reminder_list = reminder_list;
        self.last_reminder = last_reminder;
        self.recall_days();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    /// With plain spaces between a day and its month.
    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    fn about(manner: Manner, date: &str, about: &[usize]) -> (Reminder, Vec<usize>) {
        (Reminder { manner, date: day(date) }, about.to_vec())
    }

    #[test]
    fn reminders_of_one_kind_about_the_same_invoices_are_told_together() {
        let all = [
            about(Manner::Email, "2026-11-03", &[0]),
            about(Manner::Email, "2026-11-05", &[0, 1]),
            about(Manner::Email, "2026-11-12", &[0]),
        ];
        let told: Vec<String> = groups(&all).iter().map(|group| plain(&group.told(Lang::Fr))).collect();
        assert_eq!(
            told,
            ["mes e-mails du 3 novembre et du 12 novembre 2026", "mon e-mail du 5 novembre 2026"]
        );
    }

    #[test]
    fn many_are_summed_up_by_their_days() {
        let all = [about(Manner::Email, "2025-12-03", &[0]), about(Manner::Post, "2026-01-20", &[1])];
        assert_eq!(
            plain(&summed_up(Lang::Fr, &all)),
            "mes rappels du 3 décembre 2025 au 20 janvier 2026, chacun pour les factures qu’il visait"
        );
        assert_eq!(
            plain(&summed_up(Lang::En, &all[..1])),
            "my reminders of 3 December 2025, each about the invoices it named"
        );
    }

    #[test]
    fn the_last_one_of_all_is_recalled_where_there_is_no_room() {
        let all =
            [about(Manner::Email, "2026-11-03", &[0, 1]), about(Manner::FormalNotice, "2026-11-12", &[1])];
        assert_eq!(plain(&last(Lang::En, &all, 2, day("2026-11-22"))), "my e-mail of 3 November");
        assert_eq!(last(Lang::En, &all[1..], 2, day("2026-11-22")), "");
    }
}

//! Days that went by unpaid, in the words they are recalled in: promises that were not kept, time that was granted.

use chrono::NaiveDate;

use super::{Case, PromiseText, TextContext, past, phrases};
use crate::base::{Amount, Currency};
use crate::domain::circumstance::{CircumstanceKind, PromiseState};
use crate::domain::event::Channel;
use crate::domain::granted;
use crate::domain::movement::received_between;
use crate::text::{Lang, format};

/// Most promises that are told one by one: the last ones.
const MOST_TOLD: usize = 3;

/// What was promised for one day and was not kept, of all cases together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unkept {
    amount: Amount,
    by: NaiveDate,
    made: NaiveDate,
    who: String,
    spoken: bool,
}

/// Every promise that was not kept, by its day.
pub(super) fn unkept(cases: &[Case<'_>], today: NaiveDate) -> Vec<Unkept> {
    let mut found: Vec<Unkept> = Vec::new();
    for (case, _) in cases {
        for (promise, state) in case.promises(today) {
            let CircumstanceKind::Promise { amount, by, who, channel } = &promise.kind else { continue };
            // What came after all is not held against anybody.
            let came = *amount <= received_between(&case.movements, promise.date, today, today);
            if state != PromiseState::Broken || came {
                continue;
            }
            let place = found.partition_point(|earlier| earlier.by < *by);
            match found.get_mut(place).filter(|same| same.by == *by) {
                Some(same) => same.amount += *amount,
                None => found.insert(
                    place,
                    Unkept {
                        amount: *amount,
                        by: *by,
                        made: promise.date,
                        who: who.clone(),
                        spoken: *channel == Channel::Phone,
                    },
                ),
            }
        }
    }
    found
}

/// The last day of time that was granted for one of some cases after it was due, where none runs any more.
pub(super) fn granted(cases: &[Case<'_>], today: NaiveDate) -> Option<NaiveDate> {
    let over = cases.iter().filter_map(|(case, _)| {
        granted::over(case, today)
            .filter(|until| case.invoice.due < *until && granted::running(case, today).is_none())
    });
    over.max()
}

/// Promises with their days: `1 200,00 € pour le 3 novembre, puis 800,00 € pour le 16 novembre 2026`.
fn told(lang: Lang, some: &[Unkept], currency: Currency) -> String {
    let days: Vec<NaiveDate> = some.iter().map(|one| one.by).collect();
    let told = some.iter().zip(past::dates(lang, &days)).map(|(one, day)| {
        let amount = format::money(lang, one.amount, currency);
        lang.pick(format!("{amount} pour le {day}"), format!("{amount} by {day}"))
    });
    told.collect::<Vec<_>>().join(lang.pick(", puis ", ", then "))
}

impl TextContext {
    /// Sets what is recalled of days that went by unpaid.
    pub(super) fn recall_days(&mut self) {
        let (lang, currency) = (self.lang, self.sums.currency);
        self.promise = self.unkept.split_last().map(|(last, before)| PromiseText {
            amount: format::money(lang, last.amount, currency),
            day: format::date_with_weekday(lang, last.by),
            who: phrases::contact(lang, &last.who),
            made: format::date(lang, last.made),
            spoken: last.spoken,
            earlier: self.earlier(before),
        });
        let granted = self.granted.map(|day| {
            let (had, day) = (self.address("je t’avais", "je vous avais"), format::date(lang, day));
            lang.pick(
                format!("Le délai que {had} accordé jusqu’au {day} est passé."),
                format!("The time I had granted you until {day} is over."),
            )
        });
        let promised = (!self.unkept.is_empty()).then(|| self.not_kept());
        self.lapsed = granted.into_iter().chain(promised).collect::<Vec<_>>().join(" ");
    }

    /// Those before the last one, in a sentence; empty where there is none.
    fn earlier(&self, before: &[Unkept]) -> String {
        let before = last_of(before);
        if before.is_empty() {
            return String::new();
        }
        let told = told(self.lang, before, self.sums.currency);
        let (french, english) = if self.is_by_reader(before) {
            (
                self.address("Tu m’avais déjà promis", "Vous m’aviez déjà promis"),
                "You had already promised me",
            )
        } else {
            ("Il m’avait déjà été promis", "I had already been promised")
        };
        format!("{} {told}.", self.lang.pick(french, english))
    }

    /// All of them, in a sentence.
    fn not_kept(&self) -> String {
        let all = last_of(&self.unkept);
        let told = told(self.lang, all, self.sums.currency);
        let (french, english) = if self.is_by_reader(all) {
            (self.address("Tu m’avais promis", "Vous m’aviez promis"), "You had promised me")
        } else {
            ("Il m’avait été promis", "I had been promised")
        };
        let several = all.len() > 1;
        match self.lang {
            Lang::Fr if several => format!("{french} {told}\u{a0}: ces dates n’ont pas été tenues."),
            Lang::Fr => format!("{french} {told}\u{a0}: cette date n’a pas été tenue."),
            Lang::En if several => format!("{english} {told}: those dates were not kept."),
            Lang::En => format!("{english} {told}: that date was not kept."),
        }
    }

    /// As far as is known, it was the reader who promised.
    fn is_by_reader(&self, some: &[Unkept]) -> bool {
        some.iter().all(|one| {
            let who = phrases::contact(self.lang, &one.who);
            who.is_empty() || who == self.client.contact
        })
    }

    fn address<'a>(&self, tu: &'a str, vous: &'a str) -> &'a str {
        if self.tu { tu } else { vous }
    }
}

fn last_of(some: &[Unkept]) -> &[Unkept] {
    some.get(some.len().saturating_sub(MOST_TOLD)..).unwrap_or(some)
}

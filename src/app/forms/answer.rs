//! What a client answers on a reply card, as typed on the client's own page.

use chrono::NaiveDate;

use super::super::problem::{Findings, Problem};
use super::whole;
use crate::base::{Amount, Currency, DateError, Lang, dates};
use crate::domain::circumstance::DisputeCause;
use crate::domain::reply::{Answer, AnswerKind, DAYS_AHEAD, INSTALMENTS, code};

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerForm {
    /// Which answer.
    pub kind: AnswerKind,
    /// Its day.
    pub date: String,
    /// Its amount.
    pub amount: String,
    /// How many instalments.
    pub count: String,
    /// Why it is contested.
    pub cause: DisputeCause,
    /// A word in plain language, which only goes in the e-mail.
    pub word: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerField {
    /// Its day.
    Date,
    /// Its amount.
    Amount,
    /// How many instalments.
    Count,
}

/// The balance as it is typed in a language.
fn in_full(balance: Amount, lang: Lang) -> String {
    balance.to_string().replace('.', lang.pick(",", "."))
}

impl AnswerForm {
    /// The form as it starts: the whole balance, as it is written in the language of the card.
    #[must_use]
    pub fn start(balance: Amount, lang: Lang) -> Self {
        Self {
            kind: AnswerKind::default(),
            date: String::new(),
            amount: in_full(balance, lang),
            count: "3".to_owned(),
            cause: DisputeCause::Quality,
            word: String::new(),
        }
    }

    /// Another answer: an amount is of the one it was typed for.
    pub fn choose(&mut self, kind: AnswerKind, balance: Amount, lang: Lang) {
        if self.kind != kind {
            self.kind = kind;
            self.amount = in_full(balance, lang);
        }
    }

    /// The answer, or every fault. What is to come is not before today nor more than [`DAYS_AHEAD`] after, what was paid not
    /// later; no amount is more than
    /// the balance, and none is nothing: that is said to the client, with the balance.
    #[must_use]
    pub fn parse(
        &self,
        balance: (Amount, Currency),
        today: NaiveDate,
    ) -> (Option<Answer>, Findings<AnswerField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let answer = match self.kind {
            AnswerKind::Pays => {
                let (by, amount) = (self.to_come(f, today), self.amount(f, balance));
                by.zip(amount).map(|(by, amount)| Answer::Pays { by, amount })
            }
            AnswerKind::Instalments => {
                let (count, first) =
                    (whole(f, AnswerField::Count, &self.count, INSTALMENTS), self.to_come(f, today));
                first.zip(count).map(|(first, count)| Answer::Instalments { first, count })
            }
            AnswerKind::Paid => {
                let on = f.check(AnswerField::Date, dates::parse_typed(&self.date));
                if on.is_some_and(|day| today < day) {
                    f.problem(AnswerField::Date, Problem::InTheFuture);
                } else if on.is_some_and(|day| !code::can_say(day)) {
                    f.problem(AnswerField::Date, Problem::Date(DateError::NotADate));
                }
                let amount = self.amount(f, balance);
                on.zip(amount).map(|(on, amount)| Answer::Paid { on, amount })
            }
            AnswerKind::Contests => {
                let amount = self.amount(f, balance);
                amount.map(|amount| Answer::Contests { on: today, cause: self.cause, amount })
            }
        };
        (answer.filter(|_| findings.problems.is_empty()), findings)
    }

    fn to_come(&self, f: &mut Findings<AnswerField>, today: NaiveDate) -> Option<NaiveDate> {
        let day = f.check(AnswerField::Date, dates::parse_typed(&self.date))?;
        if day < today {
            f.problem(AnswerField::Date, Problem::DayPast);
        } else if dates::add_days(today, DAYS_AHEAD) < day {
            f.problem(AnswerField::Date, Problem::NotSoon);
        }
        Some(day)
    }

    fn amount(
        &self,
        f: &mut Findings<AnswerField>,
        (balance, currency): (Amount, Currency),
    ) -> Option<Amount> {
        let amount = f.check(AnswerField::Amount, Amount::parse_typed(&self.amount))?;
        if !amount.is_positive() || balance < amount {
            f.problem(AnswerField::Amount, Problem::NotOfBalance(balance, currency));
        }
        Some(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    #[test]
    fn an_amount_of_nothing_is_refused_in_words_meant_for_who_owes_it() {
        let today = parse_iso("2026-11-22").unwrap();
        let balance = (Amount::from_cents(248_000), Currency::CHF);
        for kind in [AnswerKind::Pays, AnswerKind::Paid, AnswerKind::Contests] {
            for amount in ["0", "-5", "2480,01", "3 000"] {
                let date = "22/11/2026".to_owned();
                let amount = amount.to_owned();
                let form = AnswerForm { kind, date, amount, ..AnswerForm::start(balance.0, Lang::Fr) };
                let (answer, findings) = form.parse(balance, today);
                let known = findings.problem_of(AnswerField::Amount);
                assert!(answer.is_none() && known.is_some(), "{kind:?} {}", form.amount);
                if form.amount != "-5" {
                    assert_eq!(known, Some(Problem::NotOfBalance(balance.0, Currency::CHF)));
                }
            }
        }
        for lang in [Lang::Fr, Lang::En] {
            let form = AnswerForm { date: "22/11/2026".to_owned(), ..AnswerForm::start(balance.0, lang) };
            assert!(form.parse(balance, today).0.is_some(), "the balance itself, in {}", lang.tag());
        }
    }

    #[test]
    fn a_day_to_come_is_within_half_a_year_and_why_is_said_to_who_owes() {
        let today = parse_iso("2026-11-22").unwrap();
        let balance = (Amount::from_cents(248_000), Currency::EUR);
        let problem = |kind, date: &str| {
            let form = AnswerForm { kind, date: date.to_owned(), ..AnswerForm::start(balance.0, Lang::Fr) };
            form.parse(balance, today).1.problem_of(AnswerField::Date)
        };
        for kind in [AnswerKind::Pays, AnswerKind::Instalments] {
            assert_eq!(problem(kind, "25/05/2027"), None);
            assert_eq!(problem(kind, "21/11/2026"), Some(Problem::DayPast));
            for far in ["26/05/2027", "22/11/2036"] {
                assert_eq!(problem(kind, far), Some(Problem::NotSoon), "{far}");
            }
        }
        for lang in [Lang::Fr, Lang::En] {
            let said = crate::text::words::problems::problem(lang, Problem::NotSoon);
            assert!(said.contains(lang.pick("six mois", "six months")), "{said}");
        }
    }
}

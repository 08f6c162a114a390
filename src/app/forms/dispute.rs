//! What is typed about a dispute: its opening, its meeting, what is promised, its end.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::super::command::CircumstanceDraft;
use super::super::disputes::Closing;
use super::super::problem::{Findings, Note, Problem};
use super::circumstance::{CircumstanceContext, usual_day};
use super::{LONG_TEXT, SHORT_TEXT, date, optional_date, positive, prefilled, required, text, whole};
use crate::base::{Amount, Currency, Lang, Region};
use crate::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause};
use crate::domain::dispute::{DisputeLife, Meeting, ReasonCode, Side, Verdict};
use crate::text::format;

/// Minutes of a meeting, unless chosen otherwise; fewest and most.
const LENGTH: (u32, u32, u32) = (30, 5, 480);

/// A dispute as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningForm {
    /// What is contested.
    pub amount: String,
    /// Why.
    pub cause: DisputeCause,
    /// The official reason.
    pub code: Option<ReasonCode>,
    /// When it was learnt.
    pub date: String,
    /// By when the user answers.
    pub answer_by: String,
    /// What the client says.
    pub note: String,
}

/// A meeting as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingForm {
    /// Its day.
    pub day: String,
    /// When it starts; may be left out.
    pub time: String,
    /// How many minutes.
    pub length: String,
    /// Where.
    pub place: String,
    /// What is to be talked about.
    pub agenda: String,
    /// What was said and agreed.
    pub minutes: String,
}

/// Something promised, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseForm {
    /// By whom.
    pub side: Side,
    /// What.
    pub what: String,
    /// By when.
    pub by: String,
}

/// The end of a dispute, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingForm {
    /// Who was right.
    pub how: Verdict,
    /// When.
    pub on: String,
    /// What a credit note takes off; may be left out.
    pub credited: String,
    /// Its number.
    pub reference: String,
    /// What was agreed.
    pub terms: String,
    /// By which day the client pays; may be left out.
    #[serde(default)]
    pub pay_by: String,
}

/// A field of one of these forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DisputeField {
    /// What is contested, or credited.
    Amount,
    /// When it was learnt, or ended.
    Date,
    /// By when the user answers.
    AnswerBy,
    /// Note, agenda or terms.
    Note,
    /// Day of the meeting.
    Day,
    /// When it starts.
    Time,
    /// How long it takes.
    Length,
    /// Where it is.
    Place,
    /// What was said.
    Minutes,
    /// What is promised.
    What,
    /// By when.
    By,
    /// Number of the credit note.
    Reference,
}

impl OpeningForm {
    /// The form as it starts: all that is unpaid, learnt today; where it was noted that the client is not satisfied, learnt
    /// then and in the words of that note.
    #[must_use]
    pub fn start(
        owed: Amount,
        said: Option<&Circumstance>,
        today: NaiveDate,
        region: Region,
        lang: Lang,
    ) -> Self {
        Self {
            amount: if owed.is_positive() { prefilled(lang, owed) } else { String::new() },
            cause: DisputeCause::Quality,
            code: None,
            date: format::date_digits(said.map_or(today, |said| said.date)),
            answer_by: format::date_digits(usual_day(today, region)),
            note: said.map(|said| said.note.clone()).unwrap_or_default(),
        }
    }

    /// The form of a dispute that is open, to correct it; none of another circumstance.
    #[must_use]
    pub fn of(dispute: &Circumstance, lang: Lang) -> Option<Self> {
        let CircumstanceKind::Dispute { cause, amount, answer_by, life } = &dispute.kind else { return None };
        Some(Self {
            amount: prefilled(lang, *amount),
            cause: *cause,
            code: life.code,
            date: format::date_digits(dispute.date),
            answer_by: format::date_digits(*answer_by),
            note: dispute.note.clone(),
        })
    }

    /// The dispute, or every fault.
    #[must_use]
    pub fn parse(&self, context: CircumstanceContext) -> (Option<CircumstanceDraft>, Findings<DisputeField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let day = date(f, DisputeField::Date, &self.date, context.today);
        if day.is_some_and(|day| context.today < day) {
            f.problem(DisputeField::Date, Problem::InTheFuture);
        } else if day.is_some_and(|day| day < context.issued) {
            f.problem(DisputeField::Date, Problem::SentBeforeIssue);
        }
        let amount = positive(f, DisputeField::Amount, &self.amount);
        if amount.is_some_and(|amount| context.invoiced < amount) {
            let all = Problem::NotOfBalance(context.invoiced, context.currency);
            f.problem(DisputeField::Amount, all);
        } else if amount.is_some_and(|amount| context.owed < amount) {
            f.note(DisputeField::Amount, Note::AboveUnpaid(context.owed));
        }
        let answer_by = date(f, DisputeField::AnswerBy, &self.answer_by, context.today);
        if answer_by.zip(day).is_some_and(|(by, day)| by < day) {
            f.problem(DisputeField::AnswerBy, Problem::BeforeItsStart);
        }
        let note = text(f, DisputeField::Note, &self.note, LONG_TEXT);
        if note.is_empty() && self.cause == DisputeCause::Other && self.code.is_none() {
            f.problem(DisputeField::Note, Problem::Required);
        }
        let life = Box::new(DisputeLife { code: self.code, ..DisputeLife::default() });
        let draft = (|| {
            let (amount, answer_by) = (amount?, answer_by?);
            let kind = CircumstanceKind::Dispute { cause: self.cause, amount, answer_by, life };
            Some(CircumstanceDraft { date: day?, kind, note })
        })();
        (draft.filter(|_| findings.problems.is_empty()), findings)
    }
}

impl MeetingForm {
    /// The form of a meeting that is set, or as it starts.
    #[must_use]
    pub fn start(known: Option<&Meeting>, today: NaiveDate, region: Region) -> Self {
        let Some(meeting) = known else {
            return Self {
                day: format::date_digits(usual_day(today, region)),
                time: String::new(),
                length: LENGTH.0.to_string(),
                place: String::new(),
                agenda: String::new(),
                minutes: String::new(),
            };
        };
        Self {
            day: format::date_digits(meeting.day),
            time: meeting.time.map(|time| format::time(Lang::En, time)).unwrap_or_default(),
            length: meeting.length.to_string(),
            place: meeting.place.clone(),
            agenda: meeting.agenda.clone(),
            minutes: meeting.minutes.clone(),
        }
    }

    /// The meeting, or every fault.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<Meeting>, Findings<DisputeField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let day = date(f, DisputeField::Day, &self.day, today);
        let time = if self.time.trim().is_empty() {
            None
        } else {
            let time = parse_time(&self.time);
            if time.is_none() {
                f.problem(DisputeField::Time, Problem::Time);
            }
            time
        };
        let length = whole(f, DisputeField::Length, &self.length, (LENGTH.1, LENGTH.2));
        let place = text(f, DisputeField::Place, &self.place, SHORT_TEXT);
        let agenda = text(f, DisputeField::Note, &self.agenda, LONG_TEXT);
        let minutes = text(f, DisputeField::Minutes, &self.minutes, LONG_TEXT);
        if !minutes.is_empty() && day.is_some_and(|day| today < day) {
            f.problem(DisputeField::Minutes, Problem::InTheFuture);
        }
        let meeting = (|| Some(Meeting { day: day?, time, length: length?, place, agenda, minutes }))();
        (meeting.filter(|_| findings.problems.is_empty()), findings)
    }
}

impl PromiseForm {
    /// The form as it starts.
    #[must_use]
    pub fn start(today: NaiveDate, region: Region) -> Self {
        Self { by: format::date_digits(usual_day(today, region)), ..Self::default() }
    }

    /// What is promised, by whom and by when, or every fault.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<(Side, String, NaiveDate)>, Findings<DisputeField>) {
        let mut findings = Findings::none();
        let what = required(&mut findings, DisputeField::What, &self.what);
        let by = date(&mut findings, DisputeField::By, &self.by, today);
        (by.map(|by| (self.side, what, by)).filter(|_| findings.problems.is_empty()), findings)
    }
}

/// What a dispute is about, where it is to be ended.
#[derive(Clone, Copy, Debug)]
pub struct Contested {
    /// The day it began.
    pub opened: NaiveDate,
    /// What was invoiced in all.
    pub invoiced: Amount,
    /// What is unpaid of it.
    pub owed: Amount,
    /// The sum of the dispute.
    pub contested: Amount,
    /// The currency of all three.
    pub currency: Currency,
}

impl ClosingForm {
    /// The form as it starts, with what was noted of the meeting.
    #[must_use]
    pub fn start(today: NaiveDate, minutes: &str) -> Self {
        Self {
            how: Verdict::default(),
            on: format::date_digits(today),
            credited: String::new(),
            reference: String::new(),
            terms: minutes.to_owned(),
            pay_by: String::new(),
        }
    }

    /// How it ends, or every fault. More than what is contested or unpaid may be credited, and is pointed out; more than
    /// was invoiced may not.
    #[must_use]
    pub fn parse(
        &self,
        Contested { opened, invoiced, owed, contested, currency }: Contested,
        today: NaiveDate,
    ) -> (Option<Closing>, Findings<DisputeField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let on = date(f, DisputeField::Date, &self.on, today);
        if on.is_some_and(|on| today < on) {
            f.problem(DisputeField::Date, Problem::InTheFuture);
        } else if on.is_some_and(|on| on < opened) {
            f.problem(DisputeField::Date, Problem::BeforeItsStart);
        }
        let credited = if self.how.may_credit() && !self.credited.trim().is_empty() {
            positive(f, DisputeField::Amount, &self.credited)
        } else {
            Some(Amount::ZERO)
        };
        if credited.is_some_and(|credited| invoiced < credited) {
            f.problem(DisputeField::Amount, Problem::NotOfBalance(invoiced, currency));
        } else if credited.is_some_and(|credited| owed < credited) {
            f.note(DisputeField::Amount, Note::AboveUnpaid(owed));
        } else if credited.is_some_and(|credited| contested < credited) {
            f.note(DisputeField::Amount, Note::AboveContested(contested));
        }
        let reference = text(f, DisputeField::Reference, &self.reference, SHORT_TEXT);
        let terms = text(f, DisputeField::Note, &self.terms, LONG_TEXT);
        let pay_by = optional_date(f, DisputeField::By, &self.pay_by);
        if pay_by.zip(on).is_some_and(|(by, on)| by < on) {
            f.problem(DisputeField::By, Problem::BeforeItsStart);
        }
        // Who is right is owed something: else the same sum is asked for again.
        let is_empty =
            self.how.may_credit() && self.credited.trim().is_empty() && self.terms.trim().is_empty();
        if is_empty {
            f.problem(DisputeField::Amount, Problem::Required);
        }
        let closing = on.zip(credited).map(|(on, credited)| Closing {
            how: self.how,
            on,
            credited,
            reference,
            terms,
            pay_by,
        });
        (closing.filter(|_| findings.problems.is_empty()), findings)
    }
}

/// A time of day as people type it: `14:30`, `14 h 30`, `14h`, `9`.
pub(super) fn parse_time(typed: &str) -> Option<NaiveTime> {
    let plain: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (hour, minute) = plain.split_once([':', 'h', 'H', '.']).unwrap_or((&plain, ""));
    let number = |text: &str| -> Option<u32> {
        (text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
    };
    let minute = if minute.is_empty() { 0 } else { number(minute)? };
    NaiveTime::from_hms_opt(number(hour)?, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn a_time_is_read_however_it_is_typed() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for typed in ["14:30", "14 h 30", "14h30", "14.30"] {
            assert_eq!(parse_time(typed), time(14, 30), "{typed}");
        }
        assert_eq!(parse_time("9"), time(9, 0));
        assert_eq!(parse_time("14h"), time(14, 0));
        for typed in ["25:00", "14:75", "midi", "140:00", "-3", ":30"] {
            assert_eq!(parse_time(typed), None, "{typed}");
        }
    }

    fn contested(opened: NaiveDate, owed: Amount, contested: Amount) -> Contested {
        Contested { opened, invoiced: Amount::from_cents(348_000), owed, contested, currency: Currency::EUR }
    }

    #[test]
    fn a_client_who_is_right_gets_a_credit_or_an_agreement() {
        let today = day("2026-11-24");
        let owed = Amount::from_cents(248_000);
        let known = contested(today, owed, owed);
        let parse = |form: &ClosingForm| form.parse(known, today);
        let bare = ClosingForm { how: Verdict::Upheld, ..ClosingForm::start(today, "") };
        assert_eq!(parse(&bare).1.problem_of(DisputeField::Amount), Some(Problem::Required));
        assert!(parse(&ClosingForm { credited: "2480".into(), ..bare.clone() }).0.is_some());
        assert!(parse(&ClosingForm { terms: "Reprise le 3 décembre.".into(), ..bare.clone() }).0.is_some());
        assert!(parse(&ClosingForm { how: Verdict::Rejected, ..bare }).0.is_some());
    }

    #[test]
    fn a_meeting_keeps_what_is_typed_and_has_no_minutes_before_its_day() {
        let start = MeetingForm::start(None, day("2026-11-20"), Region::France);
        let form = MeetingForm { time: "14 h 30".into(), place: "visio".into(), ..start };
        let (meeting, _) = form.parse(day("2026-11-20"));
        let meeting = meeting.unwrap();
        assert_eq!((meeting.day, meeting.length), (day("2026-11-27"), 30));
        let again = MeetingForm::start(Some(&meeting), day("2026-11-20"), Region::France);
        assert_eq!(again.parse(day("2026-11-20")).0.as_ref(), Some(&meeting));
        let early = MeetingForm { minutes: "Convenu.".into(), ..again };
        let (_, findings) = early.parse(day("2026-11-20"));
        assert_eq!(findings.problem_of(DisputeField::Minutes), Some(Problem::InTheFuture));
    }

    fn context(owed: Amount, today: NaiveDate) -> CircumstanceContext {
        CircumstanceContext {
            issued: day("2026-02-13"),
            owed,
            invoiced: Amount::from_cents(348_000),
            currency: crate::base::Currency::EUR,
            today,
        }
    }

    #[test]
    fn no_more_is_contested_than_was_invoiced() {
        let (owed, today) = (Amount::from_cents(248_000), day("2026-11-24"));
        let of = |amount: &str| {
            let start = OpeningForm::start(owed, None, today, Region::France, Lang::Fr);
            OpeningForm { amount: amount.to_owned(), ..start }.parse(context(owed, today))
        };
        assert!(of("2480").1.notes.is_empty());
        let (draft, findings) = of("3480");
        assert!(draft.is_some(), "what was paid may be contested too");
        assert_eq!(findings.note_of(DisputeField::Amount), Some(Note::AboveUnpaid(owed)));
        let (draft, findings) = of("3480,01");
        let all = Problem::NotOfBalance(Amount::from_cents(348_000), crate::base::Currency::EUR);
        assert_eq!((draft, findings.problem_of(DisputeField::Amount)), (None, Some(all)));
    }

    #[test]
    fn a_dispute_begins_with_what_was_noted_of_a_client_who_is_not_satisfied() {
        let (owed, today) = (Amount::from_cents(248_000), day("2026-11-24"));
        let said = Circumstance {
            id: crate::base::CircumstanceId(1),
            date: day("2026-11-18"),
            kind: CircumstanceKind::Unpaid(crate::domain::circumstance::Unpaid::Dissatisfied),
            note: "La finition est bâclée.".to_owned(),
            ended: None,
        };
        let context = context(owed, today);
        for (lang, amount) in [(Lang::Fr, "2\u{202f}480,00"), (Lang::En, "2,480.00")] {
            let form = OpeningForm::start(owed, Some(&said), today, Region::France, lang);
            assert_eq!(form.amount, amount);
            let opened = form.parse(context).0.unwrap();
            assert_eq!((opened.date, opened.note.as_str()), (said.date, said.note.as_str()));
        }
        let plain = OpeningForm::start(owed, None, today, Region::France, Lang::Fr);
        assert_eq!(plain.parse(context).0.unwrap().date, today);
    }

    #[test]
    fn a_dispute_is_corrected_from_what_it_says() {
        let (owed, today) = (Amount::from_cents(248_000), day("2026-11-20"));
        let kind =
            CircumstanceKind::dispute(DisputeCause::Price, Amount::from_cents(50_050), day("2026-11-27"));
        let draft = CircumstanceDraft { date: day("2026-11-18"), kind, note: "Le tarif.".to_owned() };
        for lang in [Lang::Fr, Lang::En] {
            let form =
                OpeningForm::of(&draft.clone().numbered(crate::base::CircumstanceId(1)), lang).unwrap();
            assert_eq!(
                form.parse(context(owed, today)).0.as_ref(),
                Some(&draft),
                "nothing typed changes nothing"
            );
        }
    }

    #[test]
    fn only_a_client_who_was_right_is_credited() {
        let (owed, today) = (Amount::from_cents(248_000), day("2026-11-20"));
        let known = contested(day("2026-11-10"), owed, Amount::from_cents(40_000));
        let form = ClosingForm { credited: "300".into(), ..ClosingForm::start(today, "") };
        assert_eq!(form.parse(known, today).1.note_of(DisputeField::Amount), None);
        let more = ClosingForm { credited: "400,01".into(), ..form.clone() };
        let note = more.parse(known, today).1.note_of(DisputeField::Amount);
        assert_eq!(note, Some(Note::AboveContested(Amount::from_cents(40_000))), "more than was contested");
        let all = ClosingForm { credited: "2480,01".into(), ..form.clone() };
        let note = all.parse(known, today).1.note_of(DisputeField::Amount);
        assert_eq!(note, Some(Note::AboveUnpaid(Amount::from_cents(248_000))));
        assert_eq!(form.parse(known, today).0.unwrap().credited, Amount::from_cents(30_000));
        let beyond = ClosingForm { credited: "3480,01".into(), ..form.clone() };
        let (closing, findings) = beyond.parse(known, today);
        assert_eq!(closing, None);
        let most = Problem::NotOfBalance(Amount::from_cents(348_000), Currency::EUR);
        assert_eq!(findings.problem_of(DisputeField::Amount), Some(most), "more than was invoiced");
        let rejected = ClosingForm { how: Verdict::Rejected, ..form.clone() };
        assert_eq!(rejected.parse(known, today).0.unwrap().credited, Amount::ZERO);
        let before = ClosingForm { on: "09/11/2026".into(), ..form };
        let (_, findings) = before.parse(known, today);
        assert_eq!(findings.problem_of(DisputeField::Date), Some(Problem::BeforeItsStart));
    }
}

//! A call as noted: how it ended, what was agreed, which invoices it was about. What was not typed is what the form
//! suggests, which follows the day and the invoices ticked.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::super::command::{CircumstanceDraft, SendingDraft};
use super::super::problem::{Findings, Note, Problem};
use super::circumstance::usual_day;
use super::contact::{ContactField, ContactForm};
use super::{LONG_TEXT, SHORT_TEXT, positive, prefilled, required, text};
use crate::base::calendar::Region;
use crate::base::dates;
use crate::base::{Amount, InvoiceId, Lang};
use crate::domain::circumstance::{CircumstanceKind, DisputeCause, Unpaid};
use crate::domain::contact::{Contact, Role};
use crate::domain::event::{Call, Channel, Outcome, SentText, Step};
use crate::text::format;

/// Instalments a plan starts with.
const USUAL_PARTS: u32 = 3;
/// Most instalments of a plan agreed on by telephone.
const MOST_PARTS: u32 = 24;

/// What is noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallForm {
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Why it is not paid, as the client says.
    pub reason: Option<Unpaid>,
    /// What is contested.
    pub cause: DisputeCause,
    /// What somebody else who is in charge does.
    pub role: Role,
    /// How long it took, in seconds.
    pub seconds: u32,
    /// Late invoices that were not spoken about.
    pub left_out: Vec<InvoiceId>,
    /// What was typed, where it is not as suggested.
    pub typed: BTreeMap<CallField, String>,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallField {
    /// How it ended.
    Outcome,
    /// Which invoices it was about.
    Covered,
    /// Who was spoken to.
    To,
    /// Notes taken.
    Note,
    /// Why it was made although budget, hour or day spoke against it.
    Exception,
    /// Amount promised, of a plan in all.
    Amount,
    /// Day it is promised for.
    By,
    /// Number of instalments.
    Parts,
    /// Day of the first one.
    First,
    /// Amount contested.
    Contested,
    /// Day the user answers by.
    AnswerBy,
    /// Name of somebody else.
    ContactName,
    /// Telephone of somebody else.
    ContactPhone,
    /// E-mail address of somebody else.
    ContactEmail,
    /// Day the client says it paid on.
    PaidOn,
    /// Day to call again.
    Again,
}

/// A late invoice of the client that a call may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// When it fell due.
    pub due: NaiveDate,
    /// Principal that is due and unpaid.
    pub owed: Amount,
}

/// What the form needs to know of the client and the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallContext {
    /// The claim the call started from.
    pub subject: InvoiceId,
    /// Every late invoice of the client in the same currency, the subject whatever it is, oldest first.
    pub late: Vec<Covered>,
    /// What the call is in the ladder.
    pub step: Step,
    /// Who is called.
    pub to: String,
    /// Budget, hour or day speak against it.
    pub is_beyond: bool,
    /// Today.
    pub today: NaiveDate,
    /// Whose public holidays count.
    pub region: Region,
    /// Language notes and suggested amounts are written in.
    pub lang: Lang,
}

/// What a call comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallDraft {
    /// How it ended.
    pub outcome: Outcome,
    /// The call on each invoice it was about, with what it brought; the claim it started from first.
    pub drafts: Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
    /// Somebody else to talk to from now on.
    pub contact: Option<Contact>,
}

/// What was agreed about one invoice.
type Brought = (InvoiceId, CircumstanceKind);

impl Default for CallForm {
    fn default() -> Self {
        Self {
            outcome: None,
            reason: None,
            cause: DisputeCause::Quality,
            role: Role::Accounts,
            seconds: 0,
            left_out: Vec::new(),
            typed: BTreeMap::new(),
        }
    }
}

/// A sum in equal monthly instalments, as a payment plan divides it: rounded down to the cent, the last one takes what
/// remains, each on a working day. Together they are the sum.
#[must_use]
pub fn instalments(sum: Amount, parts: u32, first: NaiveDate, region: Region) -> Vec<(Amount, NaiveDate)> {
    let count = i64::from(parts.max(1));
    let (each, over) = (sum.cents().div_euclid(count), sum.cents().rem_euclid(count));
    let last = parts.max(1) - 1;
    (0..parts.max(1))
        .map(|at| {
            let day = first.checked_add_months(Months::new(at)).unwrap_or(first);
            let amount = Amount::from_cents(if at == last { each + over } else { each });
            (amount, region.working_from(day))
        })
        .collect()
}

impl CallForm {
    /// The invoices ticked, oldest first.
    pub fn covered<'a>(&'a self, context: &'a CallContext) -> impl Iterator<Item = &'a Covered> {
        context.late.iter().filter(|invoice| !self.left_out.contains(&invoice.id))
    }

    /// What is owed on the invoices ticked.
    #[must_use]
    pub fn owed(&self, context: &CallContext) -> Amount {
        self.covered(context).map(|invoice| invoice.owed).sum()
    }

    /// What a field shows: what was typed, or what is suggested.
    #[must_use]
    pub fn shown(&self, field: CallField, context: &CallContext) -> String {
        self.typed.get(&field).cloned().unwrap_or_else(|| self.suggested(field, context))
    }

    fn suggested(&self, field: CallField, context: &CallContext) -> String {
        let CallContext { today, region, .. } = *context;
        let next = region.next_working(today);
        let day = match field {
            CallField::Amount | CallField::Contested => {
                let owed = self.owed(context);
                return if owed.is_positive() { prefilled(context.lang, owed) } else { String::new() };
            }
            CallField::To => return context.to.clone(),
            CallField::Parts => return USUAL_PARTS.to_string(),
            CallField::By | CallField::First | CallField::AnswerBy => usual_day(today, region),
            CallField::PaidOn => today,
            // Who left a message gives the other a day to call back.
            CallField::Again if self.outcome == Some(Outcome::Voicemail) => region.next_working(next),
            CallField::Again => next,
            CallField::Outcome
            | CallField::Covered
            | CallField::Note
            | CallField::Exception
            | CallField::ContactName
            | CallField::ContactPhone
            | CallField::ContactEmail => return String::new(),
        };
        format::date_digits(day)
    }

    /// The instalments a plan comes to; none while a field of it is wrong.
    #[must_use]
    pub fn plan(&self, context: &CallContext) -> Option<Vec<(Amount, NaiveDate)>> {
        self.agreed(&mut Findings::none(), context, true)
    }

    /// The call, or every fault; notes in any case. Only what the outcome uses is looked at.
    #[must_use]
    pub fn parse(&self, context: &CallContext) -> (Option<CallDraft>, Findings<CallField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        if self.outcome.is_none() {
            f.problem(CallField::Outcome, Problem::Required);
        }
        if self.covered(context).next().is_none() {
            f.problem(CallField::Covered, Problem::NothingCovered);
        }
        let to = text(f, CallField::To, &self.shown(CallField::To, context), SHORT_TEXT);
        let note = text(f, CallField::Note, &self.noted(context), LONG_TEXT);
        let exception = if context.is_beyond {
            required(f, CallField::Exception, &self.shown(CallField::Exception, context))
        } else {
            String::new()
        };
        let again = self.again(f, context);
        let contact = self.contact(f, context);
        let brought = self.brought(f, context, &to);
        let draft =
            self.outcome.zip(brought).filter(|_| findings.problems.is_empty()).map(|(outcome, brought)| {
                let call = Call { outcome, note, seconds: self.seconds, again };
                let sending = SendingDraft {
                    to,
                    call: Some(call),
                    exception,
                    ..SendingDraft::new(
                        context.today,
                        Channel::Phone,
                        context.step,
                        context.today,
                        SentText { as_of: context.today, ..SentText::default() },
                    )
                };
                CallDraft { outcome, drafts: self.drafts(context, &sending, &brought), contact }
            });
        (draft, findings)
    }

    fn drafts(
        &self,
        context: &CallContext,
        sending: &SendingDraft,
        brought: &[Brought],
    ) -> Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)> {
        let of = |id: InvoiceId| {
            let mine = brought.iter().filter(move |(known, _)| *known == id);
            let circumstances = mine.map(|(_, kind)| CircumstanceDraft {
                date: context.today,
                kind: kind.clone(),
                note: String::new(),
            });
            (id, sending.clone(), circumstances.collect())
        };
        let (subject, others): (Vec<_>, Vec<_>) =
            self.covered(context).map(|invoice| invoice.id).partition(|id| *id == context.subject);
        subject.into_iter().chain(others).map(of).collect()
    }

    /// The notes, after the day the client says it paid on.
    fn noted(&self, context: &CallContext) -> String {
        let note = self.shown(CallField::Note, context);
        let day = dates::parse_typed(&self.shown(CallField::PaidOn, context)).ok();
        match day.filter(|day| self.outcome == Some(Outcome::SaysPaid) && *day <= context.today) {
            Some(day) => {
                let said = context.lang.pick("Dit avoir payé le ", "Says it was paid on ");
                format!("{said}{}.\n{note}", format::date(context.lang, day))
            }
            None => note,
        }
    }

    fn again(&self, findings: &mut Findings<CallField>, context: &CallContext) -> Option<NaiveDate> {
        let asks = matches!(self.outcome, Some(Outcome::CallBack | Outcome::Voicemail | Outcome::NoAnswer));
        if asks { self.day(findings, CallField::Again, context) } else { None }
    }

    fn contact(&self, findings: &mut Findings<CallField>, context: &CallContext) -> Option<Contact> {
        if self.outcome != Some(Outcome::NewContact) {
            return None;
        }
        let form = ContactForm {
            role: self.role,
            name: self.shown(CallField::ContactName, context),
            email: self.shown(CallField::ContactEmail, context),
            phone: self.shown(CallField::ContactPhone, context),
            personal_phone: String::new(),
        };
        let (contact, faults) = form.parse(None);
        for (field, problem) in faults.problems {
            let field = match field {
                ContactField::Name => CallField::ContactName,
                ContactField::Email => CallField::ContactEmail,
                ContactField::Phone | ContactField::PersonalPhone => CallField::ContactPhone,
            };
            findings.problem(field, problem);
        }
        contact
    }

    /// A day that is today or later.
    fn day(
        &self,
        findings: &mut Findings<CallField>,
        field: CallField,
        context: &CallContext,
    ) -> Option<NaiveDate> {
        let day = findings.check(field, dates::parse_typed(&self.shown(field, context)))?;
        if day < context.today {
            findings.problem(field, Problem::BeforeItsStart);
        }
        Some(day)
    }

    /// The sums and days agreed on: one, or several of a plan.
    fn agreed(
        &self,
        findings: &mut Findings<CallField>,
        context: &CallContext,
        is_plan: bool,
    ) -> Option<Vec<(Amount, NaiveDate)>> {
        let owed = self.owed(context);
        let sum = positive(findings, CallField::Amount, &self.shown(CallField::Amount, context));
        if sum.is_some_and(|sum| owed < sum) {
            findings.note(CallField::Amount, Note::AboveUnpaid(owed));
        }
        if !is_plan {
            let by = self.day(findings, CallField::By, context);
            return sum.zip(by).map(|agreed| vec![agreed]);
        }
        let parts = self.shown(CallField::Parts, context).trim().parse::<u32>().ok();
        let parts = parts.filter(|parts| (2..=MOST_PARTS).contains(parts));
        if parts.is_none() {
            findings.problem(CallField::Parts, Problem::NotAFewInstalments);
        }
        let first = self.day(findings, CallField::First, context);
        let (sum, (parts, first)) = sum.zip(parts.zip(first))?;
        Some(instalments(sum, parts, first, context.region))
    }

    /// What the outcome says about each invoice; none where a fault was found.
    fn brought(
        &self,
        findings: &mut Findings<CallField>,
        context: &CallContext,
        who: &str,
    ) -> Option<Vec<Brought>> {
        let reason = match self.outcome? {
            Outcome::Refuses => Some(Unpaid::BadFaith),
            Outcome::Resend => Some(self.reason.unwrap_or(Unpaid::NotReceived)),
            outcome if outcome.wants_recap() => self.reason,
            _ => None,
        };
        let promises = |agreed: Vec<(Amount, NaiveDate)>| {
            let shares = shared(&agreed, self.covered(context));
            let promise = |(id, amount, by)| {
                let who = who.to_owned();
                (id, CircumstanceKind::Promise { amount, by, who, channel: Channel::Phone })
            };
            shares.into_iter().map(promise).collect::<Vec<_>>()
        };
        let mut brought = match self.outcome? {
            Outcome::Promise => promises(self.agreed(findings, context, false)?),
            Outcome::Plan => promises(self.agreed(findings, context, true)?),
            Outcome::Dispute => {
                let field = CallField::Contested;
                let amount = positive(findings, field, &self.shown(field, context));
                let answer_by = self.day(findings, CallField::AnswerBy, context);
                let (amount, answer_by) = amount.zip(answer_by)?;
                let shares = shared(&[(amount, answer_by)], self.covered(context));
                let dispute = |(id, amount, answer_by)| {
                    let cause = self.cause;
                    (id, CircumstanceKind::dispute(cause, amount, answer_by))
                };
                shares.into_iter().map(dispute).collect()
            }
            Outcome::SaysPaid => {
                let field = CallField::PaidOn;
                let day = findings.check(field, dates::parse_typed(&self.shown(field, context)))?;
                if context.today < day { promises(vec![(self.owed(context), day)]) } else { Vec::new() }
            }
            _ => Vec::new(),
        };
        let reasons = reason.into_iter().flat_map(|reason| {
            self.covered(context).map(move |invoice| (invoice.id, CircumstanceKind::Unpaid(reason)))
        });
        brought.extend(reasons);
        Some(brought)
    }
}

/// Sums agreed on, each shared out over the invoices, the oldest first; what exceeds them all goes to the last.
fn shared<'a>(
    agreed: &[(Amount, NaiveDate)],
    covered: impl Iterator<Item = &'a Covered>,
) -> Vec<(InvoiceId, Amount, NaiveDate)> {
    let mut left: Vec<(InvoiceId, Amount)> = covered.map(|invoice| (invoice.id, invoice.owed)).collect();
    let last = left.last().map(|(id, _)| *id);
    let mut shares = Vec::new();
    for (sum, day) in agreed {
        let mut rest = *sum;
        for (id, owed) in &mut left {
            let part = if Some(*id) == last { rest } else { rest.min(*owed) };
            if part.is_positive() {
                shares.push((*id, part, *day));
            }
            *owed -= part;
            rest -= part;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn euros(cents: i64) -> Amount {
        Amount::from_cents(cents)
    }

    fn invoice(id: u32, cents: i64) -> Covered {
        Covered { id: InvoiceId(id), number: format!("F-{id}"), due: day("2026-10-01"), owed: euros(cents) }
    }

    /// A Tuesday.
    fn context(late: Vec<Covered>) -> CallContext {
        CallContext {
            subject: InvoiceId(2),
            late,
            step: Step::FirstCall,
            to: "Mme Le Goff".to_owned(),
            is_beyond: false,
            today: day("2026-11-24"),
            region: Region::France,
            lang: Lang::Fr,
        }
    }

    fn form(outcome: Outcome, typed: &[(CallField, &str)]) -> CallForm {
        let typed = typed.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        CallForm { outcome: Some(outcome), typed, ..CallForm::default() }
    }

    fn kinds(draft: &CallDraft) -> Vec<(u32, CircumstanceKind)> {
        let of = |(id, _, brought): &(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)| {
            brought.iter().map(|one| (id.0, one.kind.clone())).collect::<Vec<_>>()
        };
        draft.drafts.iter().flat_map(of).collect()
    }

    fn promise(cents: i64, by: &str) -> CircumstanceKind {
        let who = "Mme Le Goff".to_owned();
        CircumstanceKind::Promise { amount: euros(cents), by: day(by), who, channel: Channel::Phone }
    }

    #[test]
    fn every_outcome_is_one_tap_but_somebody_else_who_has_a_name() {
        let context = context(vec![invoice(2, 10_000)]);
        for outcome in Outcome::ALL {
            let (draft, findings) = form(outcome, &[]).parse(&context);
            let expected: &[_] = match outcome {
                Outcome::NewContact => &[(CallField::ContactName, Problem::Required)],
                _ => &[],
            };
            assert_eq!(findings.problems, expected, "{outcome:?}");
            assert_eq!(draft.is_some(), expected.is_empty());
        }
        let (draft, findings) = CallForm::default().parse(&context);
        assert_eq!((draft, findings.problem_of(CallField::Outcome)), (None, Some(Problem::Required)));
    }

    #[test]
    fn a_promise_is_shared_out_oldest_first_and_the_claim_called_about_comes_first() {
        let context = context(vec![invoice(1, 10_000), invoice(2, 25_000), invoice(3, 5000)]);
        let (draft, _) = form(Outcome::Promise, &[(CallField::Amount, "300")]).parse(&context);
        let draft = draft.unwrap();
        assert_eq!(draft.drafts.iter().map(|(id, ..)| id.0).collect::<Vec<_>>(), [2, 1, 3]);
        assert_eq!(kinds(&draft), [(2, promise(20_000, "2026-12-01")), (1, promise(10_000, "2026-12-01"))]);
        let all = CallForm { left_out: vec![InvoiceId(1)], ..form(Outcome::Promise, &[]) };
        let (draft, findings) = all.parse(&context);
        assert_eq!(
            kinds(&draft.unwrap()),
            [(2, promise(25_000, "2026-12-01")), (3, promise(5000, "2026-12-01"))]
        );
        assert!(findings.notes.is_empty());
    }

    #[test]
    fn instalments_are_the_sum_to_the_cent_on_working_days() {
        for (cents, parts) in [(10_000, 3), (1, 2), (9999, 7), (123_456_789, 24)] {
            let plan = instalments(euros(cents), parts, day("2026-12-01"), Region::France);
            assert_eq!(plan.iter().map(|(amount, _)| *amount).sum::<Amount>(), euros(cents));
            assert!(plan.iter().all(|(_, day)| Region::France.is_working(*day)));
            let (first, last) = (plan.first().unwrap().0, plan.last().unwrap().0);
            assert!((0..i64::from(parts)).contains(&(last - first).cents()));
        }
        let plan = instalments(euros(10_000), 3, day("2026-11-30"), Region::France);
        let expected = [(3333, "2026-11-30"), (3333, "2026-12-30"), (3334, "2027-02-01")]
            .map(|(cents, on)| (euros(cents), day(on)));
        assert_eq!(plan, expected);
    }

    #[test]
    fn a_plan_over_two_invoices_settles_the_older_one_first() {
        let context = context(vec![invoice(1, 10_000), invoice(2, 8000)]);
        let (draft, _) = form(Outcome::Plan, &[(CallField::First, "1/12/2026")]).parse(&context);
        let expected = [
            (2, promise(2000, "2027-01-04")),
            (2, promise(6000, "2027-02-01")),
            (1, promise(6000, "2026-12-01")),
            (1, promise(4000, "2027-01-04")),
        ];
        assert_eq!(kinds(&draft.unwrap()), expected);
        let (_, findings) = form(Outcome::Plan, &[(CallField::Parts, "1")]).parse(&context);
        assert_eq!(findings.problem_of(CallField::Parts), Some(Problem::NotAFewInstalments));
    }

    #[test]
    fn money_said_to_be_paid_is_looked_for_and_money_to_come_is_promised() {
        let context = context(vec![invoice(2, 10_000)]);
        let said = [(CallField::PaidOn, "20/11/2026"), (CallField::Note, "par virement")];
        let draft = form(Outcome::SaysPaid, &said).parse(&context).0.unwrap();
        assert_eq!(kinds(&draft), []);
        let note = draft.drafts.first().unwrap().1.call.clone().unwrap().note;
        assert_eq!(note, "Dit avoir payé le 20\u{a0}novembre 2026.\npar virement");
        let (draft, _) = form(Outcome::SaysPaid, &[(CallField::PaidOn, "26/11/2026")]).parse(&context);
        assert_eq!(kinds(&draft.unwrap()), [(2, promise(10_000, "2026-11-26"))]);
    }

    #[test]
    fn a_refusal_and_an_invoice_to_send_again_say_why() {
        let context = context(vec![invoice(2, 10_000)]);
        let reason = |form: CallForm| kinds(&form.parse(&context).0.unwrap());
        assert_eq!(reason(form(Outcome::Refuses, &[])), [(2, CircumstanceKind::Unpaid(Unpaid::BadFaith))]);
        assert_eq!(reason(form(Outcome::Resend, &[])), [(2, CircumstanceKind::Unpaid(Unpaid::NotReceived))]);
        let cash = CallForm { reason: Some(Unpaid::Cash), ..form(Outcome::Plan, &[]) };
        assert_eq!(reason(cash).last().unwrap().1, CircumstanceKind::Unpaid(Unpaid::Cash));
        let nobody = CallForm { reason: Some(Unpaid::Cash), ..form(Outcome::NoAnswer, &[]) };
        assert_eq!(reason(nobody), []);
    }

    #[test]
    fn a_day_to_call_again_is_proposed_and_is_not_past() {
        let context = context(vec![invoice(2, 10_000)]);
        let again = |form: CallForm| {
            let draft = form.parse(&context).0.unwrap();
            draft.drafts.first().unwrap().1.call.clone().unwrap().again
        };
        assert_eq!(again(form(Outcome::NoAnswer, &[])), Some(day("2026-11-25")));
        assert_eq!(again(form(Outcome::Voicemail, &[])), Some(day("2026-11-26")));
        assert_eq!(again(form(Outcome::Promise, &[])), None);
        let (_, findings) = form(Outcome::CallBack, &[(CallField::Again, "20/11/2026")]).parse(&context);
        assert_eq!(findings.problem_of(CallField::Again), Some(Problem::BeforeItsStart));
    }

    #[test]
    fn a_call_beyond_the_budget_says_why_and_one_about_nothing_is_none() {
        let beyond = CallContext { is_beyond: true, ..context(vec![invoice(2, 10_000)]) };
        let (_, findings) = form(Outcome::NoAnswer, &[]).parse(&beyond);
        assert_eq!(findings.problem_of(CallField::Exception), Some(Problem::Required));
        let (draft, _) =
            form(Outcome::NoAnswer, &[(CallField::Exception, "il me l’a demandé")]).parse(&beyond);
        assert_eq!(draft.unwrap().drafts.first().unwrap().1.exception, "il me l’a demandé");
        let none = CallForm { left_out: vec![InvoiceId(2)], ..form(Outcome::NoAnswer, &[]) };
        let (_, findings) = none.parse(&context(vec![invoice(2, 10_000)]));
        assert_eq!(findings.problem_of(CallField::Covered), Some(Problem::NothingCovered));
    }

    #[test]
    fn what_is_kept_of_a_form_comes_back() {
        let form = form(Outcome::Promise, &[(CallField::Note, "rappeler après 14 h")]);
        let json = serde_json::to_string(&form).unwrap();
        assert_eq!(serde_json::from_str::<CallForm>(&json).unwrap(), form);
    }
}

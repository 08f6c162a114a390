//! Calls noted.

use super::*;
use crate::base::dates::parse_iso;
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::plan::schedule::ScheduleError;

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
        was_in_vain: false,
        today: day("2026-11-24"),
        region: Region::France,
        lang: Lang::Fr,
    }
}

fn form(outcome: Outcome, typed: &[(CallField, &str)]) -> CallForm {
    let typed = typed.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    CallForm { outcome: Some(outcome), confirmed: true, typed, ..CallForm::default() }
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
fn after_two_calls_in_vain_no_day_to_call_again_is_proposed_and_one_that_is_typed_is_kept() {
    let again = |outcome, was_in_vain, typed: &[(CallField, &str)]| {
        let context = CallContext { was_in_vain, ..context(vec![invoice(2, 10_000)]) };
        let (draft, findings) = form(outcome, typed).parse(&context);
        assert_eq!(findings.problems, [], "{outcome:?}");
        draft.unwrap().drafts.remove(0).1.call.unwrap().again
    };
    assert_eq!(again(Outcome::NoAnswer, false, &[]), Some(day("2026-11-25")));
    assert_eq!(again(Outcome::NoAnswer, true, &[]), None);
    assert_eq!(again(Outcome::Voicemail, true, &[]), None);
    let typed = [(CallField::Again, "27/11/2026")];
    assert_eq!(again(Outcome::NoAnswer, true, &typed), Some(day("2026-11-27")));
    // Whoever answered and asked to be called again is called again.
    assert_eq!(again(Outcome::CallBack, true, &[]), Some(day("2026-11-25")));
}

#[test]
fn every_outcome_is_one_tap_and_somebody_else_has_a_name_once_anything_is_said_of_them() {
    let context = context(vec![invoice(2, 10_000)]);
    for outcome in Outcome::ALL {
        let (draft, findings) = form(outcome, &[]).parse(&context);
        assert_eq!(findings.problems, [], "{outcome:?}");
        assert!(draft.is_some_and(|draft| draft.contact.is_none()), "{outcome:?}");
    }
    let (draft, findings) =
        form(Outcome::NewContact, &[(CallField::ContactPhone, "04 76 00 00 09")]).parse(&context);
    assert_eq!((draft, findings.problem_of(CallField::ContactName)), (None, Some(Problem::Required)));
    let (draft, findings) = CallForm::default().parse(&context);
    assert_eq!((draft, findings.problem_of(CallField::Outcome)), (None, Some(Problem::Required)));
}

/// The tap notes the call; what it suggests was said by nobody before it is typed or confirmed.
#[test]
fn nobody_is_put_down_as_having_said_what_was_only_suggested() {
    let context = context(vec![invoice(2, 10_000)]);
    let tap = |outcome| CallForm { confirmed: false, ..form(outcome, &[]) };
    for outcome in [Outcome::Promise, Outcome::Plan, Outcome::Dispute, Outcome::SaysPaid] {
        assert!(tap(outcome).is_unsaid() && !form(outcome, &[]).is_unsaid());
        let draft = tap(outcome).parse(&context).0.unwrap();
        assert_eq!(kinds(&draft), [], "{outcome:?}");
        assert_eq!(draft.drafts[0].1.call.clone().unwrap().note, "");
    }
    assert_eq!(
        kinds(&form(Outcome::Promise, &[]).parse(&context).0.unwrap()),
        [(2, promise(10_000, "2026-12-01"))]
    );
    let typed = CallForm { confirmed: false, ..form(Outcome::Promise, &[(CallField::By, "04/12/2026")]) };
    assert_eq!(kinds(&typed.parse(&context).0.unwrap()), [(2, promise(10_000, "2026-12-04"))]);
    for outcome in
        [Outcome::NoAnswer, Outcome::Voicemail, Outcome::CallBack, Outcome::Resend, Outcome::Refuses]
    {
        assert!(!tap(outcome).is_unsaid(), "nothing is left to be said: {outcome:?}");
    }
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
fn instalments_are_those_of_a_payment_plan() {
    let plan = |cents: i64, typed: &[(CallField, &str)]| {
        let context = context(vec![invoice(2, cents)]);
        let form = form(Outcome::Plan, typed);
        (form.plan(&context), form.parse(&context).1.problem_of(CallField::Parts))
    };
    let expected = [(3333, "2026-11-30"), (3333, "2026-12-30"), (3334, "2027-02-01")]
        .map(|(cents, on)| (euros(cents), day(on)));
    assert_eq!(plan(10_000, &[(CallField::First, "30/11/2026")]), (Some(expected.to_vec()), None));
    // Of one cent no two sums can be made.
    let fault = Problem::Schedule(ScheduleError::MoreThanCents { left: euros(1) });
    assert_eq!(plan(1, &[(CallField::Parts, "2")]), (None, Some(fault)));
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
fn why_it_is_not_paid_is_noted_only_where_it_was_said() {
    let context = context(vec![invoice(2, 10_000)]);
    let reason = |form: CallForm| kinds(&form.parse(&context).0.unwrap());
    for (outcome, said) in [(Outcome::Refuses, Unpaid::BadFaith), (Outcome::Resend, Unpaid::Lost)] {
        assert_eq!(reason(form(outcome, &[])), [], "{outcome:?}");
        let told = CallForm { reason: Some(said), ..form(outcome, &[]) };
        assert_eq!(reason(told), [(2, CircumstanceKind::Unpaid(said))]);
    }
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
    let (draft, _) = form(Outcome::NoAnswer, &[(CallField::Exception, "il me l’a demandé")]).parse(&beyond);
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

//! What is negotiated, in the words a text says it in: a missed sum of a plan, an offer, a meeting, what was agreed.

use chrono::NaiveDate;

use super::interest::named;
use super::past::Case;
use super::phrases;
use crate::base::{Amount, Currency};
use crate::documents::one_line::one_line;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dispute::{Commitment, Side};
use crate::domain::granted;
use crate::domain::offer::{Offer, OfferKind, OfferSort};
use crate::domain::plan::Plan;
use crate::domain::plan::breach::BrokenPlan;
use crate::domain::plan::standing::PlanRow;
use crate::text::words::{agenda, labels};
use crate::text::{Lang, format};

/// A sum of a signed plan: one that is missing, or the one that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSumText {
    /// Which: `échéance 2 sur 4`.
    pub sum: String,
    /// What it was.
    pub amount: String,
    /// By which day.
    pub due: String,
    /// What is missing of it.
    pub left: String,
    /// The same as an amount.
    pub left_amount: Amount,
    /// A part of it came.
    pub partly: bool,
    /// Day the plan was signed.
    pub signed: String,
    /// Its day is past.
    pub late: bool,
    /// Days a notice about it gives: `8 jours`.
    pub notice: String,
}

/// A plan that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenPlanText {
    /// Day it was signed.
    pub signed: String,
    /// Day all of it fell due.
    pub on: String,
    /// Day of the notice that was left unanswered; empty where it is not known.
    pub noticed: String,
    /// What of its sums is missing, each with its day; empty where it all came since.
    pub missed: String,
    /// The invoices it covered, where the text is about others too.
    pub about: String,
}

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferText {
    /// What it is.
    pub sort: OfferSort,
    /// All that is owed and asked for now.
    pub owed: String,
    /// What is to be paid under it.
    pub pay: String,
    /// The same as an amount.
    pub pay_amount: Amount,
    /// What is taken off the price.
    pub given: String,
    /// Late interest and the fixed sum are given up.
    pub drops: bool,
    /// Its last day, with its weekday.
    pub until: String,
    /// The day on which it is no more.
    pub lapses: String,
    /// How many per cent off, of paying early.
    pub rate: String,
    /// Which goods, or which work.
    pub what: String,
    /// By which day that is done.
    pub done_by: String,
    /// By which day what is left is paid then.
    pub balance_by: String,
}

impl OfferText {
    /// By which day its sum is paid; empty where none was named.
    #[must_use]
    pub fn paid_by(&self) -> String {
        if self.sort.is_of_money() { self.until.clone() } else { self.balance_by.clone() }
    }
}

/// A meeting that is proposed; empty where none is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingText {
    /// Its day, with its weekday.
    pub day: String,
    /// When it starts.
    pub time: String,
    /// Where.
    pub place: String,
    /// What is to be talked about.
    pub agenda: String,
    /// How long: `30 minutes`.
    pub length: String,
}

/// What was agreed about a dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreedText {
    /// Day of the meeting it was agreed at.
    pub met: String,
    /// What was contested; empty where nothing was.
    pub contested: String,
    /// What was agreed, in the user’s words.
    pub terms: String,
    /// What the user promised, a line each.
    pub ours: String,
    /// What the client promised, a line each.
    pub theirs: String,
    /// What a credit note takes off the price.
    pub credited: String,
    /// The day agreed on for paying what is left, with its weekday.
    pub pay_by: String,
    /// Nothing is taken off: the client gave the dispute up, or was not right.
    pub stands: bool,
}

pub(super) fn plan_sum(
    lang: Lang,
    plan: &Plan,
    row: PlanRow,
    today: NaiveDate,
    currency: Currency,
) -> PlanSumText {
    let money = |amount| format::money(lang, amount, currency);
    PlanSumText {
        sum: labels::lower_first(&agenda::plan::sum(lang, row.number, plan.instalments.len())),
        amount: money(row.amount),
        due: format::date_with_weekday(lang, row.due),
        left: money(row.left()),
        left_amount: row.left(),
        partly: row.paid.is_positive(),
        signed: format::date(lang, plan.accepted.unwrap_or(plan.proposed)),
        late: row.due < today,
        notice: format::days(lang, i64::from(plan.notice_days)),
    }
}

/// What a text says of a plan that was broken; nothing where it is about none of its invoices.
pub(super) fn broken_plan(
    lang: Lang,
    plan: &BrokenPlan,
    cases: &[Case<'_>],
    currency: Currency,
) -> Option<BrokenPlanText> {
    let is_covered = |case: &&Case<'_>| plan.invoices.contains(&case.0.invoice.id);
    let covered: Vec<Case<'_>> = cases.iter().filter(is_covered).copied().collect();
    if covered.is_empty() {
        return None;
    }
    let missed: Vec<String> = plan
        .missed
        .iter()
        .map(|row| {
            let (left, due) = (format::money(lang, row.left(), currency), format::date(lang, row.due));
            lang.pick(format!("{left} attendus le {due}"), format!("{left} due on {due}"))
        })
        .collect();
    let about = if covered.len() < cases.len() {
        let invoices = named(lang, &covered);
        lang.pick(format!(" pour {invoices}"), format!(" for {invoices}"))
    } else {
        String::new()
    };
    Some(BrokenPlanText {
        signed: format::date(lang, plan.signed),
        on: format::date(lang, plan.on),
        noticed: plan.noticed.map(|day| format::date(lang, day)).unwrap_or_default(),
        missed: format::list(lang, &missed),
        about,
    })
}

pub(super) fn offer(lang: Lang, offer: &Offer, owed: Amount, currency: Currency) -> OfferText {
    let day = |day| format::date_with_weekday(lang, day);
    let what = match &offer.kind {
        OfferKind::Return { what, .. } | OfferKind::Repair { what, .. } => one_line(what, " "),
        _ => String::new(),
    };
    let rate = match &offer.kind {
        OfferKind::Early { percent, .. } => format::rate(lang, *percent),
        _ => String::new(),
    };
    OfferText {
        sort: offer.kind.sort(),
        owed: format::money(lang, owed, currency),
        pay: format::money(lang, offer.pay, currency),
        pay_amount: offer.pay,
        given: phrases::money(lang, offer.kind.off_principal(), currency),
        drops: offer.kind.drops_penalties(),
        until: day(offer.until),
        lapses: format::date(lang, offer.lapses_on()),
        rate,
        what,
        done_by: offer.kind.done_by().map(day).unwrap_or_default(),
        balance_by: offer.balance_by.map(day).unwrap_or_default(),
    }
}

/// The meeting of the dispute that is open, where its day is not past.
pub(super) fn meeting(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> MeetingText {
    let open = cases.iter().filter_map(|(case, _)| case.open_dispute(today)?.life()?.meeting.as_ref());
    let Some(meeting) = open.filter(|meeting| today <= meeting.day).min_by_key(|meeting| meeting.day) else {
        return MeetingText::default();
    };
    let minute = lang.pick("minute", "minute");
    let length = i64::from(meeting.length);
    MeetingText {
        day: format::date_with_weekday(lang, meeting.day),
        time: meeting.time.map(|time| format::time(lang, time)).unwrap_or_default(),
        place: one_line(&meeting.place, ", "),
        agenda: one_line(&meeting.agenda, lang.pick("\u{a0}; ", "; ")).trim_end_matches('.').to_owned(),
        length: format::count(lang, length, minute, lang.pick("minutes", "minutes")),
    }
}

/// What was agreed: time that is granted and runs, where it was granted since the last dispute; about that dispute otherwise.
pub(super) fn agreed(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Option<AgreedText> {
    granted(lang, cases, today).or_else(|| agreed_about_dispute(lang, cases, today))
}

/// Time that is granted to pay, while it runs: until when, and that nothing is asked for until then.
fn granted(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Option<AgreedText> {
    let running = cases.iter().filter_map(|(case, _)| granted::running(case, today));
    let until = running.map(|(_, until)| until).max()?;
    let day = format::date_with_weekday(lang, until);
    let terms = match lang {
        Lang::Fr => format!("Un délai de paiement est accordé jusqu’au {day}. Aucune relance d’ici là."),
        Lang::En => format!("Time to pay is granted until {day}. No reminder before then."),
    };
    Some(AgreedText { terms, pay_by: day, ..AgreedText::default() })
}

/// What was agreed about the dispute that is open, or the one that ended last; none where nothing is noted.
fn agreed_about_dispute(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Option<AgreedText> {
    let known = cases.iter().flat_map(|(case, claim)| {
        let known = case.circumstances.iter().filter(|one| one.date <= today && one.life().is_some());
        known.map(move |one| (one, claim.currency))
    });
    let place = |one: &Circumstance| (one.is_open(today), one.ended, one.date, one.id);
    let (dispute, currency) = known.max_by_key(|(one, _)| place(one))?;
    let life = dispute.life()?;
    let held = life.meeting.as_ref().filter(|meeting| !meeting.minutes.trim().is_empty());
    let outcome = life.outcome.as_ref();
    let terms = outcome.map(|one| one.terms.trim()).filter(|terms| !terms.is_empty());
    let terms = terms.or(held.map(|meeting| meeting.minutes.trim())).unwrap_or_default();
    let promised = |side: Side| {
        let of = life.commitments.iter().filter(|one| one.side == side);
        let kept = of.filter(|one| one.ended.is_none_or(|ended| ended.done));
        let lines: Vec<String> = kept.map(|one| line(lang, one)).collect();
        lines.join("\n")
    };
    let credited = outcome.map(|one| one.credited).unwrap_or_default();
    let agreed = AgreedText {
        met: held.map(|meeting| format::date(lang, meeting.day)).unwrap_or_default(),
        terms: paragraphs(terms),
        ours: promised(Side::Ours),
        theirs: promised(Side::Theirs),
        credited: phrases::money(lang, credited, currency),
        pay_by: outcome
            .and_then(|one| one.pay_by)
            .map(|day| format::date_with_weekday(lang, day))
            .unwrap_or_default(),
        stands: outcome.is_some_and(|one| !one.how.may_credit()),
        contested: String::new(),
    };
    let contested = match dispute.kind {
        CircumstanceKind::Dispute { amount, .. } => phrases::money(lang, amount, currency),
        _ => String::new(),
    };
    (agreed != AgreedText::default()).then_some(AgreedText { contested, ..agreed })
}

/// « – reprendre la page d’accueil, au plus tard le vendredi 4 décembre 2026 »; what is done says when.
fn line(lang: Lang, one: &Commitment) -> String {
    let what = one_line(&one.what, " ");
    if let Some(ended) = one.ended {
        let on = format::date(lang, ended.on);
        return lang.pick(format!("– {what}, fait le {on}"), format!("– {what}, done on {on}"));
    }
    let day = format::date_with_weekday(lang, one.date);
    lang.pick(format!("– {what}, au plus tard le {day}"), format!("– {what}, by {day}"))
}

/// A text the user typed, its lines trimmed and none of them a tag of the templates’ own blocks.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['@', '#']).trim_start());
    lines.collect::<Vec<_>>().join("\n")
}

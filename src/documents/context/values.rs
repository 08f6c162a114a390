//! The names templates may use, each beside its value: what is listed here is what exists.

use super::{InstalmentText, InvoiceText, PaperText, TextContext, WorkingText};
use crate::domain::event::Outcome;
use crate::domain::manner::{Relation, Tone};
use crate::domain::offer::OfferSort;
use crate::domain::plan::Penalties;
use crate::domain::proceeding::ProceedingKind;

/// What a name stands for in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text: can be printed, and is true where it is not empty.
    Text,
    /// Yes or no: can only be asked for.
    Flag,
}

/// The value of a name in one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text to print.
    Text(&'a str),
    /// Yes or no.
    Flag(bool),
}

impl Value<'_> {
    /// What `if` sees: a text is true where it is not empty.
    #[must_use]
    pub fn is_true(self) -> bool {
        match self {
            Value::Text(text) => !text.is_empty(),
            Value::Flag(flag) => flag,
        }
    }
}

/// From one table, the list to check templates against and the match to fill them with, so that they cannot differ.
macro_rules! variables {
    ($(#[$doc:meta])* $list:ident, $owner:ident as $this:ident {
        $($name:literal => $kind:ident $value:expr,)*
        else $other:expr
    }) => {
        $(#[$doc])*
        pub const $list: &[(&str, Kind)] = &[$(($name, Kind::$kind)),*];

        impl $owner {
            /// The value of a name, where there is one.
            #[must_use]
            pub fn value(&self, name: &str) -> Option<Value<'_>> {
                let $this = self;
                match name {
                    $($name => Some(Value::$kind($value)),)*
                    _ => $other(name),
                }
            }
        }
    };
}

variables! {
    /// Names that always have a value.
    VARIABLES, TextContext as it {
        "tu" => Flag it.tu,
        "business" => Flag it.business,
        "public" => Flag it.public,
        "consumer" => Flag it.consumer,
        "professional" => Flag it.professional,
        "late" => Flag it.late,
        "several" => Flag it.several,
        "askable" => Flag it.check_askable().is_ok() && it.plan_sum.is_none(),
        "insolvent" => Flag it.insolvent,
        "order" => Text &it.order,
        "barred" => Flag it.barred,
        "overpaid" => Text &it.overpaid,
        "sold" => Flag it.proceeding == Some(ProceedingKind::Sold),
        "said_short" => Flag it.said_short,
        "single" => Flag it.instalments.len() == 1,
        "they_proposed" => Flag it.they_proposed,
        "warm" => Flag it.tone == Tone::Warm,
        "courteous" => Flag it.tone == Tone::Courteous,
        "direct" => Flag it.tone == Tone::Direct,
        "firm" => Flag it.tone == Tone::Firm,
        "loyal" => Flag it.relation == Relation::Loyal,
        "tense" => Flag it.relation == Relation::Tense,
        "letter" => Flag it.letter,
        "stated_elsewhen" => Flag it.stated_elsewhen,
        "after_notice" => Flag it.after_notice,
        "capitalises" => Flag it.capitalises,
        "ends_contract" => Flag it.ends_contract,
        "noticed" => Flag it.noticed,
        "unnoticed" => Text &it.unnoticed,
        "posted" => Flag it.posted,
        "partly_paid" => Flag it.partly_paid,
        "interest_first" => Flag it.interest_first,
        "sender.name" => Text &it.sender.name,
        "sender.city" => Text &it.sender.city,
        "sender.email" => Text &it.sender.email,
        "sender.phone" => Text &it.sender.phone,
        "sender.siren" => Text &it.sender.siren,
        "sender.iban" => Text &it.sender.iban,
        "sender.bic" => Text &it.sender.bic,
        "sender.cheque" => Text &it.sender.cheque,
        "sender.link" => Text &it.sender.link,
        "client.name" => Text &it.client.name,
        "client.contact" => Text &it.client.contact,
        "client.greeting" => Text &it.client.greeting,
        "client.title" => Text &it.client.title,
        "client.named" => Flag it.client.named,
        "client.siren" => Text &it.client.siren,
        "numbers" => Text &it.numbers,
        "reference" => Text it.reference(),
        "longest" => Text &it.longest,
        "today" => Text &it.today,
        "as_of" => Text &it.as_of,
        "day_after" => Text &it.day_after,
        "deadline" => Text &it.deadline,
        "deadline_days" => Text &it.deadline_days,
        "principal" => Text &it.principal,
        "interest" => Text &it.interest,
        "indemnity" => Text &it.indemnity,
        "total" => Text &it.total,
        "claimed" => Text &it.claimed,
        "asked" => Text &it.asked,
        "orders" => Text &it.orders,
        "note_number" => Text &it.note_number,
        "earlier_notes" => Text &it.earlier_notes,
        "penalties" => Text &it.penalties,
        "penalties_due" => Text &it.penalties_due,
        "set_off" => Text &it.set_off,
        "disputed" => Text &it.disputed,
        "share" => Text &it.share,
        "daily" => Text &it.daily,
        "daily_spoken" => Text &it.daily_spoken,
        "late_interest" => Text &it.late_interest,
        "extras" => Text &it.extras,
        "breakdown" => Text &it.breakdown,
        "movements" => Text &it.movements,
        "reminders" => Text &it.reminders,
        "recalled" => Text &it.recalled,
        "last_reminder" => Text &it.last_reminder,
        "after_reminders" => Text &it.after_reminders,
        "refused" => Text &it.refused,
        "promise.amount" => Text it.promise.as_ref().map_or("", |promise| &promise.amount),
        "promise.day" => Text it.promise.as_ref().map_or("", |promise| &promise.day),
        "promise.who" => Text it.promise.as_ref().map_or("", |promise| &promise.who),
        "promise.other" => Flag it.promise.as_ref().is_some_and(|one| it.is_other(&one.who)),
        "promise.made" => Text it.promise.as_ref().map_or("", |promise| &promise.made),
        "promise.spoken" => Flag it.promise.as_ref().is_some_and(|promise| promise.spoken),
        "promise.earlier" => Text it.promise.as_ref().map_or("", |promise| &promise.earlier),
        "lapsed" => Text &it.lapsed,
        "call.promise" => Flag it.outcome() == Some(Outcome::Promise),
        "call.plan" => Flag it.outcome() == Some(Outcome::Plan),
        "call.dispute" => Flag it.outcome() == Some(Outcome::Dispute),
        "call.resend" => Flag it.outcome() == Some(Outcome::Resend),
        "call.new_contact" => Flag it.outcome() == Some(Outcome::NewContact),
        "call.says_paid" => Flag it.outcome() == Some(Outcome::SaysPaid),
        "call.refuses" => Flag it.outcome() == Some(Outcome::Refuses),
        "call.day" => Text it.call.as_ref().map_or("", |call| &call.day),
        "call.person" => Text it.call.as_ref().map_or("", |call| &call.person),
        "call.with_other" => Flag it.call.as_ref().is_some_and(|call| it.is_other(&call.person)),
        "call.passed_on" => Flag it.call.as_ref().is_some_and(|call| {
            call.outcome == Outcome::NewContact && (call.person.is_empty() || it.is_other(&call.person))
        }),
        "call.note" => Text it.call.as_ref().map_or("", |call| &call.note),
        "call.amount" => Text it.call.as_ref().map_or("", |call| &call.amount),
        "call.rest" => Text it.call.as_ref().map_or("", |call| &call.rest),
        "call.by" => Text it.call.as_ref().map_or("", |call| &call.by),
        "instalments" => Flag !it.instalments.is_empty(),
        "plan.amount" => Text &it.plan.amount,
        "plan.notice" => Text &it.plan.notice,
        "plan.included" => Flag it.plan.penalties == Some(Penalties::Included),
        "plan.frozen" => Flag it.plan.penalties == Some(Penalties::Frozen),
        "plan.waives" => Flag it.plan.penalties == Some(Penalties::WaivedIfKept),
        "plan.aside" => Text &it.plan.aside,
        "plan.aside_by" => Text &it.plan.aside_by,
        "plan.stops" => Flag it.plan.stops,
        "plan.runs" => Flag it.plan.runs,
        "plan.whole" => Flag it.plan.whole,
        "missed.sum" => Text it.plan_sum.as_ref().map_or("", |sum| &sum.sum),
        "missed.amount" => Text it.plan_sum.as_ref().map_or("", |sum| &sum.amount),
        "missed.due" => Text it.plan_sum.as_ref().map_or("", |sum| &sum.due),
        "missed.left" => Text it.plan_sum.as_ref().map_or("", |sum| &sum.left),
        "missed.partly" => Flag it.plan_sum.as_ref().is_some_and(|sum| sum.partly),
        "missed.signed" => Text it.plan_sum.as_ref().map_or("", |sum| &sum.signed),
        "missed.late" => Flag it.plan_sum.as_ref().is_some_and(|sum| sum.late),
        "missed.notice" => Text it.plan_sum.as_ref().map_or("", |sum| &sum.notice),
        "broken.signed" => Text it.broken.as_ref().map_or("", |plan| &plan.signed),
        "broken.on" => Text it.broken.as_ref().map_or("", |plan| &plan.on),
        "broken.noticed" => Text it.broken.as_ref().map_or("", |plan| &plan.noticed),
        "broken.missed" => Text it.broken.as_ref().map_or("", |plan| &plan.missed),
        "broken.about" => Text it.broken.as_ref().map_or("", |plan| &plan.about),
        "offer.pay" => Text it.offer.as_ref().map_or("", |offer| &offer.pay),
        "offer.owed" => Text it.offer.as_ref().map_or("", |offer| &offer.owed),
        "offer.given" => Text it.offer.as_ref().map_or("", |offer| &offer.given),
        "offer.until" => Text it.offer.as_ref().map_or("", |offer| &offer.until),
        "offer.lapses" => Text it.offer.as_ref().map_or("", |offer| &offer.lapses),
        "offer.rate" => Text it.offer.as_ref().map_or("", |offer| &offer.rate),
        "offer.what" => Text it.offer.as_ref().map_or("", |offer| &offer.what),
        "offer.done_by" => Text it.offer.as_ref().map_or("", |offer| &offer.done_by),
        "offer.balance_by" => Text it.offer.as_ref().map_or("", |offer| &offer.balance_by),
        "offer.discount" => Flag it.is_offer(OfferSort::Discount),
        "offer.penalties" => Flag it.is_offer(OfferSort::Penalties),
        "offer.early" => Flag it.is_offer(OfferSort::Early),
        "offer.back" => Flag it.is_offer(OfferSort::Return),
        "offer.repair" => Flag it.is_offer(OfferSort::Repair),
        "offer.drops" => Flag it.offer.as_ref().is_some_and(|offer| offer.drops),
        "meeting.day" => Text &it.meeting.day,
        "meeting.time" => Text &it.meeting.time,
        "meeting.place" => Text &it.meeting.place,
        "meeting.agenda" => Text &it.meeting.agenda,
        "meeting.length" => Text &it.meeting.length,
        "agreed.met" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.met),
        "agreed.contested" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.contested),
        "agreed.terms" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.terms),
        "agreed.ours" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.ours),
        "agreed.theirs" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.theirs),
        "agreed.credited" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.credited),
        "agreed.pay_by" => Text it.agreed.as_ref().map_or("", |agreed| &agreed.pay_by),
        "agreed.stands" => Flag it.agreed.as_ref().is_some_and(|agreed| agreed.stands),
        "dispute.cause" => Text &it.dispute.cause,
        "dispute.apart" => Flag it.dispute.apart,
        "dispute.unordered" => Flag it.dispute.unordered,
        "dispute.answer_by" => Text &it.dispute.answer_by,
        "suspended" => Flag it.suspension.as_ref().is_some_and(|suspension| suspension.open),
        "suspension.work" => Text it.suspension.as_ref().map_or("", |suspension| &suspension.work),
        "suspension.since" => Text it.suspension.as_ref().map_or("", |suspension| &suspension.since),
        "payment.amount" => Text &it.payment.amount,
        "payment.day" => Text &it.payment.day,
        "circuit.approval" => Text &it.circuit.approval,
        "circuit.payment_days" => Text &it.circuit.payment_days,
        "circuit.portal" => Text &it.circuit.portal,
        "ask.order_number" => Flag it.circuit.ask_order_number,
        "ask.portal" => Flag it.circuit.ask_portal,
        "ask.approval" => Flag it.circuit.ask_approval,
        "ask.payment_days" => Flag it.circuit.ask_payment_days,
        "ask.accounts" => Flag it.circuit.ask_accounts,
        "provisional" => Text &it.provisional,
        "law_interest" => Text &it.running.law,
        "law_indemnity" => Text &it.running.law_indemnity,
        "rate_rule" => Text &it.running.rule,
        "interest_since" => Text &it.running.since,
        "bearing" => Text &it.running.bearing,
        "waiting" => Text &it.running.waiting,
        "waiting_rule" => Text &it.running.waiting_rule,
        "year" => Text &it.running.year,
        else |name| it.paper_value(name).or_else(|| it.invoice.as_ref()?.value(name))
    }
}

variables! {
    /// Names that have a value where the text is about an invoice: the invoice, or the first of several.
    INVOICE_VARIABLES, InvoiceText as it {
        "invoice.number" => Text &it.number,
        "invoice.issued" => Text &it.issued,
        "invoice.issued_digits" => Text &it.issued_digits,
        "invoice.due" => Text &it.due,
        "invoice.due_digits" => Text &it.due_digits,
        "invoice.days_late" => Text &it.days_late,
        "invoice.amount" => Text &it.amount,
        "invoice.deducted" => Text &it.deducted,
        "invoice.balance" => Text &it.balance,
        "invoice.reduced" => Flag it.reduced,
        "invoice.received" => Text &it.received,
        "invoice.credits" => Text &it.credits,
        "invoice.interest_from" => Text &it.interest_from,
        "invoice.accrued" => Text &it.accrued,
        "invoice.interest_paid" => Text &it.interest_paid,
        "invoice.interest_waived" => Text &it.interest_waived,
        "invoice.rates" => Text &it.rates,
        "invoice.rate_rule" => Text &it.rate_rule,
        "invoice.year" => Text &it.year,
        "invoice.not_due" => Text &it.not_due,
        "invoice.disputed" => Text &it.disputed,
        "invoice.ordered" => Text &it.ordered,
        "invoice.sent" => Text &it.sent,
        "invoice.working" => Flag !it.working.is_empty(),
        else |_| None
    }
}

variables! {
    /// Names that have a value inside the loop over the working.
    ROW_VARIABLES, WorkingText as it {
        "row.instalment" => Text &it.instalment,
        "row.period" => Text &it.period,
        "row.base" => Text &it.base,
        "row.rate" => Text &it.rate,
        "row.days" => Text &it.days,
        "row.interest" => Text &it.interest,
        "row.formula" => Text &it.formula,
        "row.provisional" => Flag it.provisional,
        else |_| None
    }
}

variables! {
    /// Names that have a value inside the loop over instalments.
    INSTALMENT_VARIABLES, InstalmentText as it {
        "instalment.amount" => Text &it.amount,
        "instalment.day" => Text &it.day,
        "instalment.down" => Flag it.down,
        else |_| None
    }
}

variables! {
    /// Names that have a value in a document beside the messages.
    PAPER_VARIABLES, PaperText as it {
        "paper.several" => Flag it.several,
        "paper.numbers" => Text &it.numbers,
        "paper.about" => Text &it.about,
        "paper.count" => Text &it.count,
        "paper.amount" => Text &it.amount,
        "paper.words" => Text &it.words,
        "paper.buyer" => Text &it.buyer,
        "paper.reference" => Text &it.reference,
        "paper.day" => Text &it.day,
        "paper.day_after" => Text &it.day_after,
        "paper.balance" => Text &it.balance,
        "paper.overdue" => Text &it.overdue,
        "paper.not_due" => Text &it.not_due,
        "paper.asked" => Text &it.asked,
        "paper.credit" => Text &it.credit,
        "paper.disputed" => Text &it.disputed,
        "paper.penalties" => Text &it.penalties,
        "paper.interest" => Text &it.interest,
        "paper.indemnity" => Text &it.indemnity,
        "paper.insolvent" => Flag it.insolvent,
        "paper.opened" => Text &it.opened,
        "paper.proceedings" => Text &it.proceedings,
        "paper.court" => Text &it.court,
        "paper.deposit" => Flag it.deposit,
        "paper.french" => Flag it.french,
        "paper.laws" => Text &it.laws,
        "paper.settled" => Flag it.settled,
        "paper.owed" => Text &it.owed,
        "paper.saved" => Text &it.saved,
        "paper.discount" => Text &it.discount,
        "paper.aside_by" => Text &it.aside_by,
        "paper.last_day" => Text &it.last_day,
        "paper.received" => Text &it.received,
        "paper.by" => Text &it.by,
        "paper.warned" => Flag it.warned,
        "paper.subject" => Text &it.subject,
        "paper.exhibits" => Text &it.exhibits,
        "paper.seat" => Text &it.seat,
        "paper.town" => Text &it.town,
        "paper.towns" => Text &it.towns,
        "paper.commercial" => Flag it.commercial,
        "paper.chamber" => Flag it.chamber,
        "paper.consumer_court" => Flag it.consumer_court,
        "paper.included" => Flag it.included,
        "paper.planned" => Text &it.planned,
        "paper.planned_next" => Text &it.planned_next,
        "paper.shared" => Flag it.shared,
        "paper.assigned" => Text &it.assigned,
        "paper.single" => Flag it.single,
        "paper.frozen" => Flag it.frozen,
        "paper.interest_runs" => Flag it.interest_runs,
        "paper.runs_later" => Flag it.runs_later,
        "paper.interest_first" => Flag it.interest_first,
        "paper.notice_days" => Text &it.notice_days,
        "paper.withdrawn" => Text &it.withdrawn,
        "paper.place" => Text &it.place,
        "paper.signed" => Flag it.signed,
        "paper.from" => Text &it.from,
        "paper.came_back" => Text &it.came_back,
        "paper.texts" => Flag it.texts,
        "paper.cancelled" => Text &it.cancelled,
        "paper.open_only" => Flag it.open_only,
        else |_| None
    }
}

impl TextContext {
    /// The value of a name of a document beside the messages, where the text is one.
    fn paper_value(&self, name: &str) -> Option<Value<'_>> {
        self.paper.as_ref()?.value(name)
    }

    fn is_offer(&self, sort: OfferSort) -> bool {
        self.offer.as_ref().is_some_and(|offer| offer.sort == sort)
    }

    fn outcome(&self) -> Option<Outcome> {
        self.call.as_ref().map(|call| call.outcome)
    }

    /// Somebody else than the person the text is to.
    fn is_other(&self, person: &str) -> bool {
        !person.is_empty() && person != self.client.contact
    }
}

//! Which file has the text of a step, by form. Constants, so that a part of the program holds only the files it names.

use super::Template;
use crate::domain::event::Step;

macro_rules! template {
    ($name:literal) => {
        Template {
            name: $name,
            french: include_str!(concat!("../templates/fr/", $name, ".txt")),
            english: include_str!(concat!("../templates/en/", $name, ".txt")),
        }
    };
}

/// The first reminder.
pub(in crate::documents) const FIRST_REMINDER: Template = template!("first-reminder");
/// Request for what lateness cost, once the principal is settled.
pub(in crate::documents) const PENALTIES_LEFT: Template = template!("penalties-left");
/// The same, said on the telephone.
pub(in crate::documents) const PENALTIES_LEFT_SCRIPT: Template = template!("script/penalties-left");
/// The formal notice: subject and paragraphs of the letter.
pub(in crate::documents) const FORMAL_NOTICE: Template = template!("formal-notice");
/// The sentence with the figures. No subject line.
pub(in crate::documents) const PHONE: Template = template!("phone");
/// A word about a sum of a signed plan, in writing.
pub(in crate::documents) const PLAN_REMINDER: Template = template!("plan-reminder");
/// The same as a short message.
pub(in crate::documents) const PLAN_REMINDER_SMS: Template = template!("sms/plan-reminder");
/// What to say on the telephone about a sum of a signed plan.
pub(in crate::documents) const PLAN_SCRIPT: Template = template!("script/plan");
/// How penalties were computed, for an e-mail. No subject line.
pub(in crate::documents) const EXPLANATION: Template = template!("explanation");
/// The whole working with its rules, for a court. No subject line.
pub(in crate::documents) const ANNEX: Template = template!("annex");
/// By which rule the rows of a working are counted. No subject line.
pub(in crate::documents) const WORKING_RULE: Template = template!("working-rule");
/// What clients say, and what to answer.
pub(in crate::documents) const EXCUSES: Template = template!("excuses");

/// Statement of account.
pub(in crate::documents) const STATEMENT: Template = template!("paper/statement");
/// Receipt for a payment.
pub(in crate::documents) const RECEIPT: Template = template!("paper/receipt");
/// Receipt for what is handed over.
pub(in crate::documents) const HAND_RECEIPT: Template = template!("paper/hand-receipt");
/// Notice that the contract is terminated.
pub(in crate::documents) const TERMINATION: Template = template!("paper/termination");
/// Settlement offer.
pub(in crate::documents) const OFFER: Template = template!("paper/offer");
/// Case file for an agency, a lawyer or a court.
pub(in crate::documents) const CASE_FILE: Template = template!("paper/case-file");
/// Kit for an order for payment.
pub(in crate::documents) const PAYMENT_ORDER: Template = template!("paper/payment-order");
/// Payment-plan agreement.
pub(in crate::documents) const AGREEMENT: Template = template!("paper/agreement");

/// Declaration of claim in insolvency proceedings.
pub(in crate::documents) const DECLARATION: Template = template!("paper/declaration");
/// Notice that the claim was sold.
pub(in crate::documents) const ASSIGNMENT: Template = template!("paper/assignment");
/// Duplicate of an invoice that is lost, for its VAT.
pub(in crate::documents) const UNPAID_INVOICE: Template = template!("paper/unpaid-invoice");

/// Every document beside the messages.
#[cfg(test)]
const PAPERS: [Template; 11] = [
    STATEMENT,
    RECEIPT,
    HAND_RECEIPT,
    TERMINATION,
    OFFER,
    CASE_FILE,
    PAYMENT_ORDER,
    AGREEMENT,
    DECLARATION,
    ASSIGNMENT,
    UNPAID_INVOICE,
];

/// E-mail and letter of a step; of a formal notice, the e-mail that announces the letter. None of a document.
pub(in crate::documents) fn written(step: Step) -> Option<Template> {
    Some(match step {
        Step::Invoice => template!("invoice"),
        Step::ReceiptCheck => template!("receipt-check"),
        Step::Courtesy => template!("courtesy"),
        Step::FirstCall => template!("first-call"),
        Step::FirstReminder => FIRST_REMINDER,
        Step::SecondCall => template!("second-call"),
        Step::FirmReminder => template!("firm-reminder"),
        Step::LastReminder => template!("last-reminder"),
        Step::PenaltyNote => template!("penalty-note"),
        Step::FormalNotice => template!("formal-notice-cover"),
        Step::Call => template!("call"),
        Step::Recap => template!("recap"),
        Step::BrokenPromise => template!("broken-promise"),
        Step::Duplicate => template!("duplicate"),
        Step::Approval => template!("approval"),
        Step::Confirmation => template!("confirmation"),
        Step::Correction => template!("correction"),
        Step::Inquiry => template!("inquiry"),
        Step::Meeting => template!("meeting"),
        Step::Instalments => template!("instalments"),
        Step::PlanNotice => template!("plan-notice"),
        Step::Offer => template!("offer"),
        Step::Agreed => template!("agreed"),
        Step::Suspension => template!("suspension"),
        Step::Resumption => template!("resumption"),
        Step::Thanks => template!("thanks"),
        Step::Document => return None,
    })
}

/// The short message of a step, where it has one.
pub(in crate::documents) fn sms(step: Step) -> Option<Template> {
    Some(match step {
        Step::Invoice => template!("sms/invoice"),
        Step::ReceiptCheck => template!("sms/receipt-check"),
        Step::Courtesy => template!("sms/courtesy"),
        Step::FirstCall => template!("sms/first-call"),
        Step::FirstReminder => template!("sms/first-reminder"),
        Step::SecondCall => template!("sms/second-call"),
        Step::FirmReminder => template!("sms/firm-reminder"),
        Step::LastReminder => template!("sms/last-reminder"),
        Step::Call => template!("sms/call"),
        Step::Recap => template!("sms/recap"),
        Step::BrokenPromise => template!("sms/broken-promise"),
        Step::Duplicate => template!("sms/duplicate"),
        Step::Approval => template!("sms/approval"),
        Step::Correction => template!("sms/correction"),
        Step::Meeting => template!("sms/meeting"),
        Step::Instalments => template!("sms/instalments"),
        Step::Resumption => template!("sms/resumption"),
        Step::Thanks => template!("sms/thanks"),
        Step::PenaltyNote
        | Step::FormalNotice
        | Step::PlanNotice
        | Step::Offer
        | Step::Agreed
        | Step::Confirmation
        | Step::Inquiry
        | Step::Suspension
        | Step::Document => return None,
    })
}

/// What to say on the telephone at a step, where it is said.
pub(in crate::documents) fn script(step: Step) -> Option<Template> {
    Some(match step {
        Step::ReceiptCheck => template!("script/receipt-check"),
        Step::Courtesy => template!("script/courtesy"),
        Step::FirstCall => template!("script/first-call"),
        Step::FirstReminder => template!("script/first-reminder"),
        Step::SecondCall => template!("script/second-call"),
        Step::FirmReminder => template!("script/firm-reminder"),
        Step::LastReminder => template!("script/last-reminder"),
        Step::Call => template!("script/call"),
        Step::BrokenPromise => template!("script/broken-promise"),
        Step::Approval => template!("script/approval"),
        Step::Meeting => template!("script/meeting"),
        Step::Instalments => template!("script/instalments"),
        Step::Resumption => template!("script/resumption"),
        Step::Thanks => template!("script/thanks"),
        Step::Invoice
        | Step::PenaltyNote
        | Step::FormalNotice
        | Step::Recap
        | Step::Duplicate
        | Step::Confirmation
        | Step::Correction
        | Step::Inquiry
        | Step::PlanNotice
        | Step::Offer
        | Step::Agreed
        | Step::Suspension
        | Step::Document => return None,
    })
}

/// Every template.
#[cfg(test)]
pub(super) fn all() -> Vec<Template> {
    let mut all = vec![
        PENALTIES_LEFT,
        PENALTIES_LEFT_SCRIPT,
        FORMAL_NOTICE,
        PHONE,
        EXPLANATION,
        ANNEX,
        WORKING_RULE,
        EXCUSES,
        PLAN_REMINDER,
        PLAN_REMINDER_SMS,
        PLAN_SCRIPT,
    ];
    all.extend(PAPERS);
    for step in Step::ALL {
        all.extend(written(step));
        all.extend(sms(step));
        all.extend(script(step));
    }
    all
}

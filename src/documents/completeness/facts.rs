//! Every fact a text could be asked for, with the forms it may be written in.

use super::reading::{Reading, without_weekday};
use super::{Fact, Lack, Purpose, Wanted};
use crate::documents::context::TextContext;
use crate::text::Lang;

/// How « je vous mets en demeure » may be put: an express request to pay (C. civ. art. 1344).
const DEMAND: [&[&str]; 2] = [
    &["mets en demeure", "mettons en demeure", "met en demeure", "mettre en demeure", "vaut mise en demeure"],
    &["give you formal notice", "formal notice to pay", "given formal notice", "constitutes formal notice"],
];

/// How the possibility of going to court may be put.
const ACTION: [&[&str]; 2] = [
    &[
        "juridiction",
        "juridictions",
        "tribunal",
        "tribunaux",
        "en justice",
        "injonction de payer",
        "juge competent",
        "voie judiciaire",
        "voies judiciaires",
        "suites judiciaires",
        "action judiciaire",
    ],
    &["court", "courts", "order for payment", "legal proceedings", "legal action"],
];

const VAT: [&[&str]; 2] = [
    &[
        "champ d'application de la tva",
        "champ de la tva",
        "hors du champ",
        "hors champ",
        "pas soumises a la tva",
        "pas soumis a la tva",
        "pas assujetties a la tva",
    ],
    &["scope of french vat", "scope of vat", "not subject to vat", "outside the scope"],
];

const ACKNOWLEDGEMENT: [&[&str]; 2] = [
    &[
        "reconnait devoir",
        "reconnaissent devoir",
        "reconnais devoir",
        "se reconnait debiteur",
        "reconnait la dette",
    ],
    &[
        "acknowledges that it owes",
        "acknowledges owing",
        "acknowledge that they owe",
        "acknowledges the debt",
    ],
];

const DEFAULT: [&[&str]; 2] = [
    &[
        "devient exigible",
        "deviennent exigibles",
        "exigible immediatement",
        "immediatement exigible",
        "decheance du terme",
    ],
    &["falls due without", "becomes due", "fall due at once", "falls due at once", "due and payable"],
];

const TERMINATION: [&[&str]; 2] = [
    &[
        "notifie la resiliation",
        "notifions la resiliation",
        "notifie la resolution",
        "resilie",
        "resilions",
        "resous",
    ],
    &["is terminated", "terminate", "is ended", "is hereby terminated"],
];

/// Gathers facts in the language of a text.
struct Gathered<'a> {
    lang: Lang,
    /// The lines of the proposed text.
    lines: Vec<&'a str>,
    found: Vec<Wanted>,
}

impl Gathered<'_> {
    /// A fact that is known: what is not is missing, not forgotten.
    fn add(&mut self, fact: Fact, value: &str, line: String, forms: &[&str]) -> Option<&mut Wanted> {
        if value.is_empty() || value.contains('⟦') {
            return None;
        }
        let forms = forms.iter().filter(|form| !form.is_empty()).map(|form| (*form).to_owned()).collect();
        let lack = Lack { fact, value: value.to_owned(), line, is_mandatory: false, place: None };
        self.found.push(Wanted { lack, forms, beside: Vec::new() });
        self.found.last_mut()
    }

    /// What the text may not go without, told by the line of the proposed text that says it.
    fn add_clause(&mut self, fact: Fact, forms: [&[&str]; 2]) {
        let [french, english] = forms;
        let forms = self.lang.pick(french, english);
        let says = |line: &&&str| {
            let line = Reading::of(line);
            forms.iter().any(|form| line.says(fact, form))
        };
        let Some(line) = self.lines.iter().find(says).map(|line| (*line).to_owned()) else { return };
        if let Some(wanted) = self.add(fact, &line.clone(), line, forms) {
            wanted.lack.is_mandatory = true;
        }
    }
}

/// Every fact a text could be asked for, in the order a reader looks for them.
pub(super) fn wanted(
    context: &TextContext,
    purpose: Purpose,
    passages: &[String],
    proposed: &Reading,
) -> Vec<Wanted> {
    let lines = passages.iter().flat_map(|passage| passage.lines()).collect();
    let mut all = Gathered { lang: context.lang, lines, found: Vec::new() };
    add_invoices(&mut all, context);
    let is_notice = purpose == Purpose::FormalNotice;
    if is_notice {
        add_notice(&mut all, context);
    } else {
        add_balance(&mut all, context, purpose, proposed);
    }
    add_parts(&mut all, context, is_notice);
    add_deadline(&mut all, context, is_notice);
    let (lang, reminders) = (context.lang, &context.reminders);
    all.add(
        Fact::Reminders,
        reminders,
        lang.pick(format!("Je fais suite à {reminders}."), format!("I am writing further to {reminders}.")),
        &[reminders],
    );
    let name = &context.sender.name;
    add_payment(&mut all, context);
    all.add(Fact::Sender, name, name.clone(), &[name]);
    match purpose {
        Purpose::FormalNotice => {
            add_penalties(&mut all, context);
            all.add_clause(Fact::Action, ACTION);
        }
        Purpose::PenaltyNote => all.add_clause(Fact::Vat, VAT),
        Purpose::Agreement => {
            all.add_clause(Fact::Acknowledgement, ACKNOWLEDGEMENT);
            if let Some(words) = context.paper.as_ref().map(|paper| paper.words.clone()) {
                let added = all.add(Fact::Words, &words, format!("({words})"), &[&words]);
                if let Some(wanted) = added {
                    wanted.lack.is_mandatory = true;
                }
            }
            all.add_clause(Fact::Default, DEFAULT);
        }
        Purpose::Termination => all.add_clause(Fact::Termination, TERMINATION),
        Purpose::Reminder => {}
    }
    all.found
}

/// Where to pay: one way that is said is enough.
fn add_payment(all: &mut Gathered<'_>, context: &TextContext) {
    let (lang, sender) = (context.lang, &context.sender);
    let colon = lang.pick("\u{a0}:", ":");
    let ways = [
        (&sender.iban, format!("IBAN{colon} {}", sender.iban)),
        (&sender.link, format!("{}{colon} {}", lang.pick("En ligne", "Online"), sender.link)),
        (
            &sender.cheque,
            lang.pick(
                format!("Par chèque à l’ordre de {}", sender.cheque),
                format!("By cheque payable to {}", sender.cheque),
            ),
        ),
    ];
    let said = ways.into_iter().find(|(value, _)| !value.is_empty());
    if let Some((value, line)) = said {
        all.add(Fact::Iban, value, line, &[&sender.iban, &sender.link, &sender.cheque]);
    }
}

fn add_invoices(all: &mut Gathered<'_>, context: &TextContext) {
    let lang = context.lang;
    let colon = lang.pick("\u{a0}:", ":");
    for invoice in &context.invoices {
        let number = &invoice.number;
        all.add(
            Fact::Number,
            number,
            lang.pick(format!("Facture n°\u{a0}{number}"), format!("Invoice {number}")),
            &[number],
        );
        let (issued, due) = (&invoice.issued, &invoice.due);
        all.add(
            Fact::Issued,
            issued,
            format!("{}{colon} {issued}", lang.pick("Date de la facture", "Date of the invoice")),
            &[issued, &invoice.issued_digits],
        );
        all.add(
            Fact::Due,
            due,
            format!("{}{colon} {due}", lang.pick("Échéance", "Due date")),
            &[due, &invoice.due_digits],
        );
        let received = &invoice.received;
        all.add(
            Fact::Received,
            received,
            lang.pick(format!("J’ai bien reçu {received}."), format!("I have received {received}.")),
            &[received],
        );
    }
}

/// The first of the sums a text may ask for that the proposed one says.
fn add_balance(all: &mut Gathered<'_>, context: &TextContext, purpose: Purpose, proposed: &Reading) {
    let lang = context.lang;
    let promised = context.promise.as_ref().map(|promise| &promise.amount);
    let agreed = context.call.as_ref().map(|call| &call.amount);
    let missed = context.plan_sum.as_ref().map(|sum| &sum.left);
    let offered = context.offer.as_ref().map(|offer| &offer.pay);
    let sums = [&context.total, &context.claimed, &context.penalties, &context.principal];
    let is_agreement = purpose == Purpose::Agreement;
    let acknowledged = context.paper.as_ref().map(|it| &it.owed).filter(|_| is_agreement);
    let paper = context.paper.iter().flat_map(|it| [&it.asked, &it.amount, &it.owed, &it.balance]);
    let paper = acknowledged.into_iter().chain(paper);
    let told = missed.into_iter().chain(offered).chain(paper).chain(sums).chain(promised).chain(agreed);
    let colon = lang.pick("\u{a0}:", ":");
    let Some(sum) = told.into_iter().find(|sum| proposed.says(Fact::Balance, sum)) else { return };
    let line = format!("{}{colon} {sum}", lang.pick("À régler", "To be paid"));
    let added = all.add(Fact::Balance, sum, line, &[sum]);
    if let Some(wanted) = added {
        wanted.lack.is_mandatory = is_agreement;
    }
}

/// The express demand, and the sum it is for.
fn add_notice(all: &mut Gathered<'_>, context: &TextContext) {
    let (lang, total, deadline) = (context.lang, &context.total, &context.deadline);
    let line = lang.pick(
        format!("Je vous mets en demeure de me régler la somme de {total} au plus tard le {deadline}."),
        format!("I hereby give you formal notice to pay me the sum of {total} by {deadline} at the latest."),
    );
    let [french, english] = DEMAND;
    let demand = lang.pick(french, english);
    if let Some(wanted) =
        all.add(Fact::Notice, lang.pick("mise en demeure", "formal notice"), line.clone(), demand)
    {
        wanted.lack.is_mandatory = true;
    }
    if let Some(wanted) = all.add(Fact::Balance, total, line, &[total]) {
        wanted.lack.is_mandatory = true;
        wanted.beside = demand.iter().map(|form| (*form).to_owned()).collect();
    }
}

/// What the sum is made of: without a part of it, it no longer adds up.
fn add_parts(all: &mut Gathered<'_>, context: &TextContext, is_notice: bool) {
    let lang = context.lang;
    let colon = lang.pick("\u{a0}:", ":");
    let parts = [
        (&context.principal, lang.pick("principal restant dû", "principal outstanding")),
        (&context.interest, context.late_interest.as_str()),
        (&context.indemnity, lang.pick("indemnité forfaitaire", "fixed compensation")),
    ];
    // One part alone is the sum itself.
    if parts.iter().filter(|(sum, _)| !sum.is_empty()).count() < 2 {
        return;
    }
    for (sum, name) in parts {
        if let Some(wanted) = all.add(Fact::Part, sum, format!("–\u{a0}{name}{colon} {sum}"), &[sum]) {
            wanted.lack.is_mandatory = is_notice;
        }
    }
}

/// A document beside the messages has a last day of its own, or none.
fn add_deadline(all: &mut Gathered<'_>, context: &TextContext, is_notice: bool) {
    let deadline = context.paper.as_ref().map_or(&context.deadline, |paper| &paper.last_day);
    let line = context.lang.pick(
        format!("À régler au plus tard le {deadline}."),
        format!("To be paid by {deadline} at the latest."),
    );
    if let Some(wanted) = all.add(Fact::Deadline, deadline, line, &[without_weekday(deadline)]) {
        wanted.lack.is_mandatory = is_notice;
    }
}

fn add_penalties(all: &mut Gathered<'_>, context: &TextContext) {
    let (lang, penalties) = (context.lang, &context.late_interest);
    let law = &context.running.law;
    let law = if law.is_empty() { String::new() } else { format!(" ({law})") };
    let line = lang.pick(
        format!("Les {penalties} courent jusqu’au jour du paiement{law}."),
        format!("Late-payment interest runs until the day of payment{law}."),
    );
    let forms: &[&str] = lang.pick(&["pénalités", "intérêts"], &["interest", "penalties"]);
    if let Some(wanted) = all.add(Fact::Penalties, penalties, line, forms) {
        wanted.lack.is_mandatory = true;
    }
}

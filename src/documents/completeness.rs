//! What a text in its sender's own words no longer says of what the proposed text said: the facts a debtor needs to
//! pay, and those that make a formal notice one (product requirement LAD-6; C. civ. art. 1344 asks that a formal notice
//! plainly request payment). Figures, dates and words are compared as read, not as typed: spaces of any kind, accents,
//! case and separators do not matter.

mod reading;

use super::context::TextContext;
use reading::Reading;

/// A fact a text should say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Number of the invoice.
    Number,
    /// Day it was issued, or fell due.
    Dates,
    /// What is asked for.
    Balance,
    /// Last day to pay, in full.
    Deadline,
    /// Account to be paid on.
    Iban,
    /// Who writes.
    Sender,
    /// The words « mise en demeure ».
    Notice,
    /// That penalties are asked.
    Penalties,
    /// Earlier reminders, by their dates.
    Reminders,
}

/// A fact that a text no longer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Which.
    pub fact: Fact,
    /// What the text would have to say: `2 766,79 €`.
    pub value: String,
    /// A line or sentence that says it.
    pub line: String,
}

/// The words of a text beside what cannot be edited in it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Its passages.
    pub passages: &'a [String],
    /// The rest of a letter: addresses, tables, how to pay; nothing for an e-mail.
    pub fixed: &'a str,
}

/// The facts that the proposed text says and the edited one does not, in the order a reader looks for them.
#[must_use]
pub fn lacks(context: &TextContext, is_notice: bool, proposed: Words<'_>, edited: Words<'_>) -> Vec<Lack> {
    let whole = |words: Words<'_>| Reading::of(&format!("{}\n{}", words.passages.join("\n"), words.fixed));
    let own = |words: Words<'_>| Reading::of(&words.passages.join("\n"));
    let (proposed_whole, edited_whole) = (whole(proposed), whole(edited));
    let (proposed_own, edited_own) = (own(proposed), own(edited));
    candidates(context, is_notice, &proposed_own)
        .into_iter()
        .filter(|(lack, forms)| {
            // A table states facts; only a sentence asks for something.
            let asks = matches!(
                lack.fact,
                Fact::Balance | Fact::Deadline | Fact::Notice | Fact::Penalties | Fact::Reminders
            );
            let (before, now) =
                if asks { (&proposed_own, &edited_own) } else { (&proposed_whole, &edited_whole) };
            let says = |reading: &Reading| forms.iter().any(|form| reading.says(lack.fact, form));
            says(before) && !says(now)
        })
        .map(|(lack, _)| lack)
        .collect()
}

/// Every fact a text could be asked for, with the forms it may be written in.
fn candidates(context: &TextContext, is_notice: bool, proposed: &Reading) -> Vec<(Lack, Vec<String>)> {
    let lang = context.lang;
    let colon = lang.pick("\u{a0}:", ":");
    let mut found = Vec::new();
    let mut add = |fact, value: &str, line: String, forms: &[&str]| {
        // What is not known is missing, not forgotten.
        if !value.is_empty() && !value.contains('⟦') {
            let forms = forms.iter().filter(|form| !form.is_empty()).map(|form| (*form).to_owned()).collect();
            found.push((Lack { fact, value: value.to_owned(), line }, forms));
        }
    };
    for invoice in &context.invoices {
        let (number, due) = (&invoice.number, &invoice.due);
        add(
            Fact::Number,
            number,
            lang.pick(format!("Facture n°\u{a0}{number}"), format!("Invoice {number}")),
            &[number],
        );
        add(
            Fact::Dates,
            due,
            format!("{}{colon} {due}", lang.pick("Échéance", "Due date")),
            &[due, &invoice.due_digits, &invoice.issued, &invoice.issued_digits],
        );
    }
    let promised = context.promise.as_ref().map(|promise| &promise.amount);
    let agreed = context.call.as_ref().map(|call| &call.amount);
    let missed = context.plan_sum.as_ref().map(|sum| &sum.left);
    let offered = context.offer.as_ref().map(|offer| &offer.pay);
    let sums = [&context.total, &context.claimed, &context.penalties, &context.principal];
    let paper = context.paper.iter().flat_map(|it| [&it.asked, &it.amount, &it.owed, &it.balance]);
    let told = missed.into_iter().chain(offered).chain(paper).chain(sums).chain(promised).chain(agreed);
    if let Some(sum) = told.into_iter().find(|sum| proposed.says(Fact::Balance, sum)) {
        add(Fact::Balance, sum, format!("{}{colon} {sum}", lang.pick("À régler", "To be paid")), &[sum]);
    }
    // A document beside the messages has a last day of its own, or none.
    let deadline = context.paper.as_ref().map_or(&context.deadline, |paper| &paper.last_day);
    add(
        Fact::Deadline,
        deadline,
        lang.pick(
            format!("À régler au plus tard le {deadline}."),
            format!("To be paid by {deadline} at the latest."),
        ),
        &[reading::without_weekday(deadline)],
    );
    let reminders = &context.reminders;
    add(
        Fact::Reminders,
        reminders,
        lang.pick(format!("Je fais suite à {reminders}."), format!("I am writing further to {reminders}.")),
        &[reminders],
    );
    let (iban, name) = (&context.sender.iban, &context.sender.name);
    add(Fact::Iban, iban, format!("IBAN{colon} {iban}"), &[iban]);
    add(Fact::Sender, name, name.clone(), &[name]);
    if is_notice {
        let (total, law) = (&context.total, &context.law_interest);
        add(
            Fact::Notice,
            lang.pick("mise en demeure", "formal notice"),
            lang.pick(
                format!("Je vous mets en demeure de me régler la somme de {total} au plus tard le {deadline}."),
                format!("I hereby give you formal notice to pay me the sum of {total} by {deadline} at the latest."),
            ),
            &[lang.pick("en demeure", "formal notice")],
        );
        let law = if law.is_empty() { String::new() } else { format!(" ({law})") };
        let penalties = &context.late_interest;
        add(
            Fact::Penalties,
            penalties,
            lang.pick(
                format!("Les {penalties} courent jusqu’au jour du paiement{law}."),
                format!("Late-payment interest runs until the day of payment{law}."),
            ),
            lang.pick(&["pénalités", "intérêts"], &["interest", "penalties"]),
        );
    }
    found
}

//! How a template becomes a letter: a paragraph that is only `@name` stands for blocks made for this document, a line
//! that begins with `# ` is the title of a part.

use super::facts::PaperFacts;
use super::refusal::PaperError;
use crate::base::Amount;
use crate::documents::context::TextContext;
use crate::documents::letter::{self, Block, Letter, Signer, Table};
use crate::documents::orders::{after_numbers, row};
use crate::documents::payment_code::payload;
use crate::documents::template::{Template, render_with_subject};

/// A document with the facts its words were written from.
#[derive(Clone, Debug)]
pub struct Written {
    /// The document.
    pub letter: Letter,
    /// The facts.
    pub context: TextContext,
}

/// Blocks by the name a template gives them.
pub(super) type Named = Vec<(&'static str, Vec<Block>)>;

/// A template filled and laid out, with the blocks it names and what it refers to. `@signature` is the sender’s.
pub(super) fn laid_out(
    template: Template,
    context: &TextContext,
    references: Vec<String>,
    named: &Named,
) -> Result<Written, PaperError> {
    let (subject, body) = render_with_subject(template, context)?;
    let lang = context.lang;
    let (city, date) = (&context.sender.city, &context.today);
    let letter = Letter {
        lang,
        sender: letter::sender(context),
        recipient: letter::recipient(context),
        place_and_date: lang.pick(format!("{city}, le {date}"), format!("{city}, {date}")),
        references,
        subject,
        blocks: body.split("\n\n").flat_map(|paragraph| blocks(paragraph.trim(), context, named)).collect(),
        as_of: format!("{} {}.", lang.pick("Sommes arrêtées au", "Figures as at"), context.as_of),
        payment_code: String::new(),
        look: None,
    };
    Ok(Written { letter, context: context.clone() })
}

fn blocks(paragraph: &str, context: &TextContext, named: &Named) -> Vec<Block> {
    if let Some(name) = paragraph.strip_prefix('@') {
        if let Some((_, blocks)) = named.iter().find(|(known, _)| *known == name) {
            return blocks.clone();
        }
        match name {
            "signature" => return vec![Block::Signatures(vec![Signer::plain(&context.sender.name)])],
            "new-page" => return vec![Block::NewPage],
            _ => {}
        }
    }
    match paragraph.strip_prefix("# ") {
        Some(title) => vec![Block::Heading(title.to_owned())],
        None => vec![Block::Paragraph(paragraph.to_owned())],
    }
}

/// How the letter is sent, where that is to be said, and what to quote in an answer.
pub(super) fn references(context: &TextContext, sending: &str, numbers: &str) -> Vec<String> {
    let orders = after_numbers(context.lang, &context.quoted);
    let quoted = context.lang.pick(
        format!("Références à rappeler\u{a0}: {numbers}{orders}."),
        format!("References to quote: {numbers}{orders}."),
    );
    vec![sending.to_owned(), quoted]
}

/// Labels and values, those that are empty left out.
pub(super) fn fields(fields: Vec<(&str, String)>) -> Block {
    let known = fields.into_iter().filter(|(_, value)| !value.is_empty());
    Block::Fields(known.map(|(label, value)| (label.to_owned(), value)).collect())
}

/// How to pay: how much, by when, to whom and on which account.
pub(super) fn payment(
    context: &TextContext,
    (label, amount): (&str, &str),
    last: &str,
    reference: &str,
) -> Block {
    let (lang, sender) = (context.lang, &context.sender);
    let mut all = vec![
        (label, amount.to_owned()),
        (lang.pick("Au plus tard le", "By"), last.to_owned()),
        (lang.pick("Bénéficiaire", "Payee"), sender.name.clone()),
        ("IBAN", sender.iban.clone()),
        ("BIC", sender.bic.clone()),
        (lang.pick("En ligne", "Online"), sender.link.clone()),
        (lang.pick("Chèque à l’ordre de", "Cheque payable to"), sender.cheque.clone()),
        (lang.pick("Référence", "Reference"), reference.to_owned()),
    ];
    all.extend(row(&context.quoted));
    fields(all)
}

/// The same with the code of the transfer beside how to pay, where that is wanted.
pub(super) fn with_code(
    written: Written,
    facts: &PaperFacts<'_>,
    amount: Amount,
    reference: &str,
) -> Written {
    let payee = written.context.payee.as_ref();
    let code = payee.and_then(|payee| payload(payee, amount, facts.currency(), reference));
    let letter = Letter { payment_code: code.unwrap_or_default(), ..written.letter };
    Written { letter, ..written }
}

/// A table with no total.
pub(super) fn table(caption: String, head: &[&str], rows: Vec<Vec<String>>, figures_from: usize) -> Table {
    Table { caption, note: String::new(), head: letter::cells(head), rows, total: None, figures_from }
}

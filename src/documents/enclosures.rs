//! What goes with a letter: the list at its end, numbered in a formal notice.

use super::context::TextContext;
use super::letter::{Block, numbered};
use crate::domain::event::Step;
use crate::domain::notice::Annex;
use crate::text::Lang;

/// The list of what goes with a letter; none where nothing does. A formal notice says how many there are: that one was
/// missing can then be told from the letter.
pub(super) fn enclosures(context: &TextContext, step: Step) -> Option<Block> {
    let items = listed(context, step);
    let (one, many) = context.lang.pick(("Pièce jointe", "Pièces jointes"), ("Enclosure", "Enclosures"));
    let title = if items.len() == 1 { one } else { many }.to_owned();
    let is_notice = step == Step::FormalNotice;
    let title = if is_notice { format!("{title} ({})", items.len()) } else { title };
    let items = if is_notice && items.len() > 1 { numbered(items) } else { items };
    (!items.is_empty()).then_some(Block::List { title, items })
}

/// The invoices; with a formal notice, what was chosen to go with it.
fn listed(context: &TextContext, step: Step) -> Vec<String> {
    let lang = context.lang;
    let invoices = context.invoices.iter().map(|invoice| match lang {
        Lang::Fr => format!("copie de la facture n°\u{a0}{}", invoice.number),
        Lang::En => format!("copy of invoice {}", invoice.number),
    });
    if step != Step::FormalNotice {
        return invoices.collect();
    }
    let of = lang.pick("copie de", "copy of");
    let joined = context.annexes.iter().flat_map(|annex| match annex {
        Annex::Invoice => invoices.clone().collect::<Vec<_>>(),
        Annex::Reminders => context.reminder_list.iter().map(|reminder| format!("{of} {reminder}")).collect(),
        other => papers(context, *other),
    });
    joined.chain(context.other_annexes.iter().cloned()).collect()
}

/// The papers of a kind, each with its day where they are noted; else in general words.
fn papers(context: &TextContext, annex: Annex) -> Vec<String> {
    let lang = context.lang;
    let noted = context.papers.iter().filter(|(kind, _)| Some(*kind) == annex.paper());
    let dated = |day: &String| {
        let name = enclosed(lang, annex, false);
        lang.pick(format!("{name} du {day}"), format!("{name} of {day}"))
    };
    let dated: Vec<String> = noted.map(|(_, day)| dated(day)).collect();
    if dated.is_empty() || annex == Annex::Terms {
        vec![enclosed(lang, annex, context.several).to_owned()]
    } else {
        dated
    }
}

/// How a paper that only the sender has is listed, of one invoice or of several.
fn enclosed(lang: Lang, annex: Annex, several: bool) -> &'static str {
    let ([one, many], [one_en, many_en]) = match annex {
        Annex::Invoice => (
            ["copie de la facture", "copies des factures"],
            ["copy of the invoice", "copies of the invoices"],
        ),
        Annex::Contract => {
            (["copie du contrat", "copies des contrats"], ["copy of the contract", "copies of the contracts"])
        }
        Annex::Emails => (
            ["copie de l’échange d’e-mails", "copies des échanges d’e-mails"],
            ["copy of the exchange of e-mails", "copies of the exchanges of e-mails"],
        ),
        Annex::Acknowledgement => (
            ["copie de la reconnaissance de dette", "copies des reconnaissances de dette"],
            ["copy of the acknowledgement of the debt", "copies of the acknowledgements of the debt"],
        ),
        Annex::Quote => (
            ["copie du devis accepté", "copies des devis acceptés"],
            ["copy of the accepted quote", "copies of the accepted quotes"],
        ),
        Annex::Order => (
            ["copie du bon de commande", "copies des bons de commande"],
            ["copy of the order", "copies of the orders"],
        ),
        Annex::Delivery => (
            ["copie du bon de livraison", "copies des bons de livraison"],
            ["copy of the delivery note", "copies of the delivery notes"],
        ),
        Annex::Acceptance => (
            ["copie du procès-verbal de réception", "copies des procès-verbaux de réception"],
            ["copy of the acceptance record", "copies of the acceptance records"],
        ),
        Annex::Terms => {
            (["conditions générales", "conditions générales"], ["general terms", "general terms"])
        }
        Annex::Reminders => {
            (["copie des relances", "copie des relances"], ["copy of the reminders", "copy of the reminders"])
        }
    };
    if several { lang.pick(many, many_en) } else { lang.pick(one, one_en) }
}

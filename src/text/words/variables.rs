//! What the names mean that templates of one’s own may use.

use crate::text::Lang;

/// What a name stands for, in a few words; none for a name that is not offered.
#[must_use]
pub fn meaning(lang: Lang, name: &str) -> Option<&'static str> {
    Some(match name {
        "client.greeting" => lang.pick("la personne à qui vous écrivez", "the person you write to"),
        "client.name" => lang.pick("le nom du client", "the client’s name"),
        "invoice.number" => lang.pick("le numéro de la facture", "the number of the invoice"),
        "numbers" => lang.pick("les numéros de toutes les factures", "the numbers of all invoices"),
        "invoice.issued" => lang.pick("la date de la facture", "the date of the invoice"),
        "invoice.due" => lang.pick("l’échéance", "the due date"),
        "invoice.days_late" => lang.pick("le retard en jours", "how many days late it is"),
        "invoice.amount" => {
            lang.pick("le montant TTC de la facture", "the amount of the invoice, VAT included")
        }
        "invoice.balance" => lang.pick("le reste dû sur la facture", "what is left to pay on the invoice"),
        "principal" => {
            lang.pick("le reste dû, toutes factures réunies", "what is left to pay on all invoices")
        }
        "total" => {
            lang.pick("le total avec pénalités et indemnité", "the total with interest and compensation")
        }
        "interest" => lang.pick("les pénalités de retard", "late-payment interest"),
        "indemnity" => lang.pick("l’indemnité forfaitaire", "the fixed compensation"),
        "daily" => lang.pick("ce que chaque jour ajoute", "what each further day adds"),
        "breakdown" => lang.pick("le détail du total", "how the total is made up"),
        "deadline" => lang.pick("la date limite, avec le jour", "the last day to pay, with its weekday"),
        "deadline_days" => lang.pick("le délai en jours", "the days left to pay"),
        "as_of" => {
            lang.pick("la date des sommes («\u{a0}arrêté au\u{a0}»)", "the day the figures are stated at")
        }
        "today" => lang.pick("la date du texte", "the date of the text"),
        "movements" => lang.pick("les paiements, avoirs et remises", "payments, credit notes and discounts"),
        "reminders" => {
            lang.pick("vos relances, avec leurs dates", "your earlier reminders, with their dates")
        }
        "promise.amount" => lang.pick("le montant promis", "the sum that was promised"),
        "promise.day" => lang.pick("le jour promis", "the day that was promised"),
        "disputed" => lang.pick("la somme contestée", "the sum that is contested"),
        "sender.name" => lang.pick("votre nom", "your name"),
        "sender.phone" => lang.pick("votre téléphone", "your telephone number"),
        "sender.iban" => lang.pick("votre IBAN", "your IBAN"),
        "sender.bic" => lang.pick("votre BIC", "your BIC"),
        "sender.cheque" => lang.pick("l’ordre des chèques", "whom cheques are payable to"),
        "orders" => lang.pick(
            "le bon de commande ou le numéro d’engagement, avec son nom",
            "the purchase order or commitment number, with its name",
        ),
        "sender.link" => lang.pick("le lien de paiement", "the payment link"),
        _ => return None,
    })
}

//! Why a document is not offered, or cannot be made of what was asked, and what to do instead.

use chrono::NaiveDate;

use crate::base::{Amount, Currency};
use crate::documents::template::TextError;
use crate::text::{Lang, format};

/// Why there is no such document.
#[derive(Debug)]
pub enum PaperError {
    /// There is no invoice to write about.
    NoInvoice,
    /// The invoices are in several currencies, and sums of two are never added.
    SeveralCurrencies,
    /// No payment is recorded.
    NoPayment,
    /// The payment is none of these invoices’, or no payment.
    UnknownPayment,
    /// An invoice is under another law than the French, whose articles the document rests on.
    ForeignLaw,
    /// Nothing is owed.
    NothingOwed,
    /// Nothing is past its due date.
    NotLate,
    /// All that is late is contested.
    Disputed,
    /// A statement would end before it begins.
    PeriodReversed,
    /// Insolvency proceedings are open.
    Insolvent,
    /// A signed plan runs: what is to come of it is not due.
    PlanRuns,
    /// No formal notice is recorded.
    NoFormalNotice,
    /// The time the formal notice gave is not over before the end of that day.
    NoticeRunning(NaiveDate),
    /// The formal notice did not say that the contract could be ended.
    NoticeWithoutWarning,
    /// A firm does not end a contract with a public buyer for non-payment.
    PublicContract,
    /// The price is paid: a contract is not ended for penalties.
    PricePaid,
    /// An offer gives up all that is left.
    NothingLeftToPay,
    /// The claim is not noted as sold.
    NotSold,
    /// These claims were not sold together.
    SeveralBuyers,
    /// The last day of an offer is not after the day it is made.
    OfferOver,
    /// An offer gives up nothing.
    NothingOffered,
    /// A discount is below zero, or as high as the principal.
    DiscountTooLarge,
    /// No interest and no fixed sum are owed that could be given up.
    NoPenalties,
    /// A public buyer’s interest is not given up.
    PublicWaiver,
    /// A payment plan gives up nothing of a public buyer’s interest.
    PublicInterest,
    /// A public body is sued before the administrative courts.
    PublicCourt,
    /// A debtor in another country of the Union.
    EuropeanOrder,
    /// A debtor outside the Union.
    ForeignCourt,
    /// The time to sue for the invoice of this number ended on a day.
    Expired(String, NaiveDate),
    /// The sums of a schedule are not what is to be spread.
    ScheduleSum {
        /// What is to be spread.
        wanted: Amount,
        /// What the sums add up to.
        got: Amount,
        /// Their currency.
        currency: Currency,
    },
    /// The days of a schedule are not in order, one is past, a sum is nothing, or there is none.
    ScheduleOrder,
    /// A notice gives too few days or too many.
    NoticeDays,
    /// An invoice was sold: it is another’s claim.
    Sold,
    /// An invoice was handed over or lodged: nothing is agreed on it with the client.
    OthersDecide,
    /// No insolvency proceedings are known.
    NotInsolvent,
    /// To whom claims are lodged is not known.
    NoOffice,
    /// Nothing is owed on invoices from before the judgment.
    NothingBefore,
    /// The claim is not written off.
    NotWrittenOff,
    /// No VAT was paid to the State: none comes back.
    NoVatBack,
    /// The loss is not proved yet.
    VatNotYet,
    /// The VAT of what is unpaid is not known, or is no part of it.
    VatAmount,
    /// The template is at fault.
    Text(TextError),
}

impl From<TextError> for PaperError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl PaperError {
    /// Why, and what to do instead, for the user.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> String {
        let words = match self {
            Self::NoInvoice => lang.pick(
                "Aucune facture n’est enregistrée pour ce client\u{a0}: saisissez-en une d’abord.",
                "No invoice of this client is recorded: enter one first.",
            ),
            Self::SeveralCurrencies => lang.pick(
                "Les factures sont en plusieurs devises\u{a0}: choisissez celles d’une seule.",
                "The invoices are in several currencies: choose those in one of them.",
            ),
            Self::NoPayment => lang.pick(
                "Aucun paiement n’est noté\u{a0}: notez d’abord le paiement reçu.",
                "No payment is recorded: record the payment you received first.",
            ),
            Self::UnknownPayment => lang.pick(
                "Ce mouvement n’est pas un paiement reçu sur ces factures\u{a0}: choisissez-en un autre.",
                "This movement is no payment received on these invoices: choose another.",
            ),
            Self::ForeignLaw => lang.pick(
                "Ce document repose sur des articles du droit français, et une facture relève d’un autre droit\u{a0}: faites-le établir selon ce droit.",
                "This document rests on articles of French law, and an invoice is under another law: have it drawn up under that law.",
            ),
            Self::NothingOwed => {
                lang.pick("Il ne reste rien dû sur ces factures.", "Nothing is left owed on these invoices.")
            }
            Self::NotLate => lang.pick(
                "Rien n’est en retard\u{a0}: ce document n’a pas lieu d’être pour l’instant.",
                "Nothing is late: there is no call for this document for now.",
            ),
            Self::Disputed => lang.pick(
                "Toute la somme est contestée\u{a0}: répondez d’abord à la contestation, et notez-en l’issue.",
                "The whole sum is contested: answer the objection first, and note how it ended.",
            ),
            Self::PeriodReversed => lang.pick(
                "La période finit avant de commencer\u{a0}: corrigez l’une des deux dates.",
                "The period ends before it begins: correct one of the two days.",
            ),
            Self::Insolvent => lang.pick(
                "Le client est en procédure collective\u{a0}: déclarez la créance au mandataire\u{a0}; ce document n’a plus d’effet sur une dette antérieure.",
                "The client is in insolvency proceedings: lodge the claim with the creditors’ representative; this document has no effect on a debt from before them.",
            ),
            Self::PlanRuns => lang.pick(
                "Un échéancier signé est en cours\u{a0}: ce qui reste à venir n’est pas exigible, et un juge ne l’accorderait pas. Suivez-le à sa page\u{a0}; rompu, il ouvre cette voie.",
                "A signed payment plan is running: what is to come of it is not due, and no court would grant it. Follow it on its page; once it is broken, this way is open.",
            ),
            Self::NoFormalNotice => lang.pick(
                "Aucune mise en demeure n’est notée\u{a0}: envoyez-la d’abord, en disant qu’à défaut de paiement vous serez en droit de résoudre le contrat.",
                "No formal notice is recorded: send one first, saying that failing payment you will be entitled to end the contract.",
            ),
            Self::NoticeRunning(day) => {
                let day = format::date(lang, *day);
                return lang.pick(
                    format!("Le délai de la mise en demeure court jusqu’au {day}\u{a0}: attendez qu’il soit passé."),
                    format!("The time of the formal notice runs until {day}: wait until it is over."),
                );
            }
            Self::NoticeWithoutWarning => lang.pick(
                "La mise en demeure envoyée ne disait pas que le contrat pouvait prendre fin (C. civ. art. 1226)\u{a0}: envoyez-en une autre avec la phrase «\u{a0}À défaut de paiement dans ce délai, je serai en droit de résoudre le contrat.\u{a0}».",
                "The formal notice that was sent did not say that the contract could end (C. civ. art. 1226): send another with the sentence “Failing payment within this period, I will be entitled to end the contract.”.",
            ),
            Self::PublicContract => lang.pick(
                "Un marché public ne se résilie pas ainsi\u{a0}: le titulaire ne peut pas y mettre fin de lui-même pour défaut de paiement, sauf clause du marché. Voyez ses clauses, ou saisissez le juge administratif.",
                "A public contract is not ended this way: the supplier may not end it on its own for non-payment, unless the contract says so. See its clauses, or go to the administrative court.",
            ),
            Self::PricePaid => lang.pick(
                "Le prix est payé\u{a0}: des pénalités ne justifient pas de mettre fin au contrat. Demandez-les par une note de pénalités.",
                "The price is paid: penalties are no reason to end the contract. Ask for them in a penalty note.",
            ),
            Self::NothingLeftToPay => lang.pick(
                "Il ne resterait rien à payer\u{a0}: notez plutôt l’abandon des pénalités.",
                "Nothing would be left to pay: note the penalties as given up instead.",
            ),
            Self::OfferOver => lang.pick(
                "L’offre doit laisser du temps\u{a0}: choisissez un dernier jour après aujourd’hui.",
                "An offer must leave time: choose a last day after today.",
            ),
            Self::NothingOffered => lang.pick(
                "L’offre n’abandonne rien\u{a0}: indiquez une remise, ou l’abandon des pénalités.",
                "The offer gives up nothing: enter a discount, or give up the penalties.",
            ),
            Self::DiscountTooLarge => lang.pick(
                "La remise doit être positive et rester inférieure au principal dû.",
                "The discount must be above zero and below the principal owed.",
            ),
            Self::NoPenalties => lang.pick(
                "Il n’y a ni pénalités ni indemnité à abandonner\u{a0}: proposez plutôt une remise.",
                "Neither interest nor fixed compensation is owed that could be given up: offer a discount instead.",
            ),
            Self::PublicWaiver => lang.pick(
                "La renonciation aux intérêts moratoires d’un acheteur public est réputée non écrite (CCP art. L2192-14)\u{a0}: proposez plutôt une remise sur le prix.",
                "Giving up the late-payment interest of a public buyer has no effect (CCP art. L2192-14): offer a discount on the price instead.",
            ),
            Self::PublicInterest => lang.pick(
                "La renonciation aux intérêts moratoires d’un acheteur public est réputée non écrite (CCP art. L2192-14)\u{a0}: comprenez-les dans l’échéancier ou gelez-les, et laissez-les courir.",
                "Giving up the late-payment interest of a public buyer has no effect (CCP art. L2192-14): include it in the schedule or freeze it, and let it run.",
            ),
            Self::PublicCourt => lang.pick(
                "Un acheteur public ne relève pas de l’injonction de payer\u{a0}: après une réclamation restée sans effet, c’est le tribunal administratif qu’il faut saisir (référé-provision). Contre l’État ou une collectivité, le mandatement d’office peut aussi être demandé.",
                "A public buyer is outside the order for payment: after a claim it has not met, the administrative court is the one to go to. With the State and local authorities, payment can also be ordered by the authority above.",
            ),
            Self::EuropeanOrder => lang.pick(
                "Le débiteur est établi dans un autre pays de l’Union\u{a0}: l’injonction de payer européenne s’y applique (règlement n°\u{a0}1896/2006, formulaire A).",
                "The debtor is established in another country of the Union: the European order for payment applies (regulation no. 1896/2006, form A).",
            ),
            Self::ForeignCourt => lang.pick(
                "Le débiteur est établi hors de l’Union\u{a0}: l’injonction de payer française ne l’atteint pas. Demandez conseil à un avocat de son pays.",
                "The debtor is established outside the Union: a French order for payment does not reach it. Ask a lawyer of its country.",
            ),
            Self::Expired(number, day) => {
                let day = format::date(lang, *day);
                return lang.pick(
                    format!("La facture n°\u{a0}{number} est prescrite depuis le {day}\u{a0}: le débiteur pourrait refuser de payer. Retirez-la, ou notez l’acte qui a interrompu la prescription."),
                    format!("The time to sue for invoice {number} ended on {day}: the debtor could refuse to pay. Leave it out, or note the act that started the time again."),
                );
            }
            Self::ScheduleSum { wanted, got, currency } => {
                let (wanted, got) =
                    (format::money(lang, *wanted, *currency), format::money(lang, *got, *currency));
                return lang.pick(
                    format!("L’échéancier fait {got} au lieu de {wanted}\u{a0}: refaites-le à partir de ce qui est dû ce jour."),
                    format!("The schedule adds up to {got} instead of {wanted}: make it again from what is owed today."),
                );
            }
            Self::ScheduleOrder => lang.pick(
                "L’échéancier doit avoir au moins une échéance, à partir d’aujourd’hui, dans l’ordre des dates, chacune d’un montant positif.",
                "The schedule must have at least one instalment, from today on, in the order of dates, each of more than nothing.",
            ),
            Self::NoticeDays => lang.pick(
                "Le délai après mise en demeure doit être de 8 à 15\u{a0}jours\u{a0}: plus court, un juge l’écarterait.",
                "The time after a formal notice must be 8 to 15\u{a0}days: a court would set a shorter one aside.",
            ),
            Self::Sold => lang.pick(
                "Une facture est cédée\u{a0}: elle est à l’acheteur, qui seul peut en disposer. Retirez-la.",
                "An invoice is sold: it is the buyer’s, who alone may dispose of it. Leave it out.",
            ),
            Self::NotSold => lang.pick(
                "Cette créance n’est pas notée comme cédée : notez d’abord la cession dans Suites.",
                "This claim is not noted as sold: note the sale under What follows first.",
            ),
            Self::SeveralBuyers => lang.pick(
                "Ces créances n’ont pas été cédées ensemble : une lettre par cession.",
                "These claims were not sold together: one letter for each sale.",
            ),
            Self::OthersDecide => lang.pick(
                "Une facture est confiée à un recouvreur, ou déclarée dans une procédure collective : délais et remises ne se conviennent plus avec vous. Retirez-la, ou voyez ses suites.",
                "An invoice was handed over for collection, or lodged in insolvency proceedings: time and discounts are no longer agreed on with you. Leave it out, or see what follows it.",
            ),
            Self::NotInsolvent => lang.pick(
                "Aucune procédure collective n’est notée pour ce client\u{a0}: ce document ne sert qu’après un jugement d’ouverture.",
                "No insolvency proceedings are noted for this client: this document is for after a judgment that opens them.",
            ),
            Self::NoOffice => lang.pick(
                "Le mandataire judiciaire n’est pas noté\u{a0}: indiquez son nom et son adresse dans les suites de la facture.",
                "The creditors’ representative is not noted: enter name and address under what follows on the invoice.",
            ),
            Self::NothingBefore => lang.pick(
                "Rien n’est dû sur des factures d’avant le jugement\u{a0}: celles d’après se paient à leur échéance.",
                "Nothing is owed on invoices from before the judgment: later ones are paid when they fall due.",
            ),
            Self::NotWrittenOff => lang.pick(
                "La facture n’est pas passée en perte\u{a0}: notez-le d’abord dans ses suites, avec le motif.",
                "The invoice is not written off: note that first under what follows, with the reason.",
            ),
            Self::NoVatBack => lang.pick(
                "Vous n’avez pas versé de TVA sur cette facture\u{a0}: il n’y a rien à récupérer, donc pas de duplicata à établir.",
                "You paid no VAT on this invoice: there is nothing to get back, so no duplicate to draw up.",
            ),
            Self::VatNotYet => lang.pick(
                "La perte n’est pas encore prouvée\u{a0}: il faut un certificat d’irrécouvrabilité, une exécution restée sans effet, une liquidation ou un débiteur introuvable.",
                "The loss is not proved yet: it takes a certificate of irrecoverability, enforcement without effect, a liquidation or a debtor who cannot be found.",
            ),
            Self::VatAmount => lang.pick(
                "La TVA comprise dans l’impayé n’est pas indiquée, ou dépasse l’impayé\u{a0}: corrigez-la dans les suites.",
                "The VAT in what is unpaid is not given, or is more than that: correct it under what follows.",
            ),
            Self::Text(error) => error.explained(lang),
        };
        words.to_owned()
    }
}

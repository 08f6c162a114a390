//! Why commands are refused, as sentences.

use crate::domain::refusal::Refusal;
use crate::text::Lang;

/// Why a command was refused, as a sentence.
#[must_use]
pub fn refusal(lang: Lang, refusal: Refusal) -> &'static str {
    let (french, english) = match refusal {
        Refusal::NoOffer(error) => return super::super::offers::fault(lang, error),
        Refusal::OfferOver => (
            "Cette offre est close ou tombée : faites-en une autre.",
            "This offer has ended or lapsed: make another one.",
        ),
        Refusal::OfferNotMet => (
            "La somme de l’offre n’est pas notée comme reçue dans les temps : notez d’abord le paiement, à sa date.",
            "The sum of the offer is not noted as received in time: note the payment first, on its day.",
        ),
        Refusal::DisputeOver => (
            "Ce litige est déjà clos, ou n’était pas ouvert ce jour-là.",
            "This dispute is closed already, or was not open on that day.",
        ),
        Refusal::NotFound => (
            "Cet élément n’existe plus. Il a peut-être été supprimé dans un autre onglet.",
            "This item is gone. It may have been deleted in another tab.",
        ),
        Refusal::ReadOnly => (
            "Rien n’a été enregistré : ces données viennent d’une version plus récente de Relance. Rechargez la page.",
            "Nothing was saved: this data is of a newer version of Relance. Reload the page.",
        ),
        Refusal::OnlyShown => (
            "Ces données sont seulement affichées : revenez aux vôtres pour les modifier.",
            "This data is only shown: go back to yours to change it.",
        ),
        Refusal::NoRoom => (
            "Il n’y a plus de place dans ce navigateur : rien n’a été enregistré, rien n’est perdu. Archivez des dossiers clos ou videz la corbeille (Vos données), puis recommencez.",
            "There is no room left in this browser: nothing was saved, nothing is lost. Archive closed cases or empty the trash (Your data), then try again.",
        ),
        Refusal::NotWritten => (
            "Le navigateur a refusé d’enregistrer : rien n’a changé, rien n’est perdu. Rechargez la page, puis recommencez.",
            "The browser refused to save: nothing has changed, nothing is lost. Reload the page, then try again.",
        ),
        Refusal::ClientHasInvoices => (
            "Ce client a encore des factures. Supprimez-les d’abord.",
            "This client still has invoices. Delete them first.",
        ),
        Refusal::DuplicateNumber(_) => (
            "Ce client a déjà une facture de ce numéro.",
            "This client already has an invoice of this number.",
        ),
        Refusal::ChangedSince => (
            "Impossible d’annuler : l’élément a changé depuis.",
            "This cannot be undone: the item has changed since.",
        ),
        Refusal::PastAway => (
            "Le navigateur ne rend pas, pour l’instant, l’état d’avant cette modification. Rechargez la page, puis recommencez.",
            "For now the browser does not give back what was there before this change. Reload the page, then try again.",
        ),
        Refusal::NoAssumption => (
            "La ligne d’alerte doit rester sous la ligne d’arrêt, et l’heure entre 0 et 10 000 €.",
            "The alert line must stay below the stop line, and the hour between €0 and €10,000.",
        ),
        Refusal::NoImage => (
            "Cette image ne peut pas être gardée : choisissez un fichier PNG, JPEG ou WebP plus petit.",
            "This image cannot be kept: choose a smaller PNG, JPEG or WebP file.",
        ),
        Refusal::NotOwed => (
            "Cette somme dépasse ce qui reste dû aujourd’hui. L’argent est peut-être déjà noté\u{a0}: regardez les mouvements du dossier.",
            "This sum is more than is owed today. The money may be noted already: look at the movements of the case.",
        ),
        Refusal::BeforeInvoice => (
            "Ce jour précède l’émission de la facture. Vérifiez la date auprès de la banque, puis notez le paiement dans le dossier.",
            "That day is before the invoice was issued. Check the date with the bank, then note the payment in the case.",
        ),
        Refusal::CardAnswered => {
            ("La réponse de cette carte est déjà notée.", "The answer of this card is noted already.")
        }
        Refusal::InTheFuture => ("Ce jour n’est pas encore venu.", "This day has not come yet."),
        Refusal::ClientGone => (
            "Le client de cette facture n’est plus là. S’il est dans la corbeille, reprenez-le d’abord\u{a0}; sinon, créez-le à nouveau, puis ressaisissez la facture.",
            "The client of this invoice is gone. If it is in the trash, take it back first; if not, add it again, then enter the invoice again.",
        ),
        Refusal::InvoiceGone => (
            "La facture dont ceci fait partie n’est plus là. Si elle est dans la corbeille, reprenez-la d’abord.",
            "The invoice this belongs to is gone. If it is in the trash, take it back first.",
        ),
        Refusal::Final => (
            "Impossible d’annuler : ce qui a été effacé l’est pour de bon. Une sauvegarde d’avant le contient encore.",
            "This cannot be undone: what was erased is gone for good. A backup from before still has it.",
        ),
        Refusal::ChangedSinceArchive => (
            "Rien n’a été retiré : une facture a changé depuis que l’archive a été faite. Faites l’archive à nouveau.",
            "Nothing was removed: an invoice has changed since the archive was made. Make the archive again.",
        ),
        Refusal::NotOneDebt => (
            "Un échéancier porte sur une somme due par un seul client, dans une seule monnaie.",
            "A plan is about a sum that one client owes, in one currency.",
        ),
        Refusal::ProceedingRuns => (
            "Une suite de cette sorte est déjà en cours, ou la créance est cédée ou passée en perte. Terminez-la d’abord.",
            "One of this kind already runs, or the claim was sold or written off. End that first.",
        ),
        Refusal::NotFollowing => (
            "Cette étape ne suit pas la dernière notée. Regardez où en est la procédure.",
            "This stage does not follow the last one noted. See where the procedure stands.",
        ),
        Refusal::BeforeLast => (
            "La date précède l’étape d’avant. Vérifiez les deux dates.",
            "The day is before that of the stage before. Check both.",
        ),
        Refusal::Insolvent => (
            "Une procédure collective est ouverte : ce qui était dû avant ne se paie, ne se négocie et ne se poursuit plus à part (C. com. art. L622-7 et L622-21). Déclarez la créance.",
            "Insolvency proceedings are open: what was owed before is no longer paid, negotiated or sued for apart (C. com. art. L622-7 and L622-21). Lodge the claim.",
        ),
        Refusal::NotInsolvent => (
            "Une créance se déclare dans une procédure collective, à partir du jugement. Notez d’abord la date du jugement.",
            "A claim is lodged in insolvency proceedings, from the judgment on. Note the day of the judgment first.",
        ),
        Refusal::PlanRuns => (
            "Un échéancier signé court déjà sur cette facture. Terminez-le d’abord.",
            "A signed plan already runs on this invoice. End it first.",
        ),
        Refusal::PlanNotOpen
        | Refusal::PlanNotRunning
        | Refusal::PlanPaidLate
        | Refusal::PlanKept
        | Refusal::PlanBreached => (
            "Cet échéancier n’en est pas là : regardez où il en est.",
            "This plan is not at that stage: see where it stands.",
        ),
        Refusal::NoticeOpen => (
            "Tout ne redevient dû qu’une fois passé le délai d’une mise en demeure, compté de sa réception. Envoyez-la, ou notez quand elle a été reçue.",
            "All falls due only once the time of a notice is over, counted from its receipt. Send it, or note when it was received.",
        ),
        Refusal::OthersDecide => (
            "Cette créance est cédée, confiée ou passée en perte : délais et remises ne se conviennent plus avec vous. Voyez les suites.",
            "This claim was sold, handed over or written off: time and discounts are no longer agreed on with you. See what follows.",
        ),
        Refusal::PlanNotPaid => (
            "Il reste une échéance à recevoir. Notez d’abord les paiements.",
            "Something of the plan is still to come. Note the payments first.",
        ),
        Refusal::PlanMisplaced => (
            "L’argent reçu n’est pas réparti entre les factures de l’échéancier : l’une resterait due. Répartissez-le d’abord, à la page de l’échéancier.",
            "The money received is not shared out between the invoices of the plan: one would stay owed. Share it out first, on the page of the plan.",
        ),
        Refusal::SignedBeforeProposed => (
            "La signature ne peut pas précéder la proposition.",
            "It cannot be signed before it was proposed.",
        ),
        Refusal::ReceivedBeforeSent => {
            ("La réception ne peut pas précéder l’envoi.", "It cannot be received before it was sent.")
        }
        Refusal::ProvisionalUnsaid => (
            "Ce texte réclame une somme calculée à un taux provisoire sans le dire. Confirmez le taux dans « Taux de référence », ou dites-le dans le texte.",
            "This text claims a sum at a provisional rate without saying so. Confirm the rate under “Reference rates”, or say so in the text.",
        ),
        Refusal::SentBeforeIssue => {
            ("L’envoi ne peut pas précéder la facture.", "It cannot be sent before the invoice was issued.")
        }
    };
    lang.pick(french, english)
}

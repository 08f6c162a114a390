//! Why words may not be written to a debtor, in both languages, and the provision it rests on.

use crate::domain::law::sources::{self, Source};
use crate::text::Lang;

/// Why words are found fault with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A word for an act only a public officer draws up.
    #[default]
    OfficerAct,
    /// Enforcement, which takes a title only a court or a notary gives.
    Enforcement,
    /// A procedure or decision told as a fact.
    Procedure,
    /// A public officer made to speak or act for the creditor.
    Officer,
    /// Headings, seals, numbers of an act of a court or the State.
    Look,
    /// Prosecution and prison for a debt.
    Crime,
    /// Listing with the central bank.
    BankList,
    /// Violence, or a harm left to be imagined.
    Violence,
    /// Calls and visits without end.
    Pestering,
    /// Telling the debtor’s family, employer, neighbours or clients.
    ThirdParty,
    /// Denouncing to an authority unless paid.
    Denunciation,
    /// Making the debt public.
    Publicity,
    /// An insult.
    Insult,
    /// Costs of recovery.
    Fee,
    /// Costs of recovery or fixed sum, asked of a consumer.
    FeeToConsumer,
    /// Penalties of trade law, asked of a consumer.
    PenaltyToConsumer,
    /// Interest on interest.
    CompoundInterest,
    /// A penalty nothing was agreed about.
    PenaltyClause,
    /// Damages no court has granted.
    Damages,
}

impl Reason {
    /// Every reason with its name in the word lists.
    pub const ALL: [(&'static str, Self); 19] = [
        ("officer-act", Self::OfficerAct),
        ("enforcement", Self::Enforcement),
        ("procedure", Self::Procedure),
        ("officer", Self::Officer),
        ("look", Self::Look),
        ("crime", Self::Crime),
        ("bank-list", Self::BankList),
        ("violence", Self::Violence),
        ("pestering", Self::Pestering),
        ("third-party", Self::ThirdParty),
        ("denunciation", Self::Denunciation),
        ("publicity", Self::Publicity),
        ("insult", Self::Insult),
        ("fee", Self::Fee),
        ("fee-to-consumer", Self::FeeToConsumer),
        ("penalty-to-consumer", Self::PenaltyToConsumer),
        ("compound-interest", Self::CompoundInterest),
        ("penalty-clause", Self::PenaltyClause),
        ("damages", Self::Damages),
    ];

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, reason)| reason)
    }

    /// The reason in one or two sentences, in the language of the interface.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        let (french, english) = match self {
            Self::OfficerAct => (
                "Ce mot désigne un acte que seul un commissaire de justice ou un tribunal peut établir. Un courrier amiable ne doit pas en donner l’impression.",
                "This names an act that only a commissaire de justice or a court can draw up. An amicable letter must not give the impression of one.",
            ),
            Self::Enforcement => (
                "Sans titre exécutoire, rien ne peut être saisi : l’annoncer fait passer une relance pour une mesure d’exécution.",
                "Nothing can be seized without an enforceable title: announcing it makes a reminder pass for enforcement.",
            ),
            Self::Procedure => (
                "Une procédure ou une décision ne s’annonce que si elle existe. Tant qu’elle est seulement possible, écrivez que vous vous en réservez le droit.",
                "A procedure or decision is only announced if it exists. While it is merely possible, write that you reserve the right to it.",
            ),
            Self::Officer => (
                "Vous relancez vous-même : parler au nom d’un commissaire de justice, ou comme s’il agissait déjà, crée une confusion avec un officier public.",
                "You are the one writing: speaking in an officer’s name, or as if one already acted, causes confusion with a public officer.",
            ),
            Self::Look => (
                "Un document qui ressemble à un acte de justice ou d’administration est interdit : pas d’en-tête, de sceau, de numéro ni de formule de ce genre.",
                "A document that looks like an act of a court or the State is forbidden: no heading, seal, number or phrase of that kind.",
            ),
            Self::Crime => (
                "Une facture impayée est une affaire civile. Menacer d’une plainte, de la police ou de la prison pour être payé peut être un chantage.",
                "An unpaid invoice is a civil matter. Threatening a complaint, the police or prison to be paid may amount to blackmail.",
            ),
            Self::BankList => (
                "Un fournisseur ne peut inscrire personne dans un fichier de la Banque de France : cette menace est vaine et porte atteinte à la réputation.",
                "A supplier can list nobody with the Banque de France: the threat is empty and harms a reputation.",
            ),
            Self::Violence => (
                "Une menace, même voilée, n’a pas sa place dans une relance et peut vous être reprochée pénalement.",
                "A threat, even a veiled one, has no place in a reminder and may be held against you as an offence.",
            ),
            Self::Pestering => (
                "Des appels ou des messages répétés sans relâche, ou des visites annoncées pour faire pression, sont du harcèlement.",
                "Calls or messages repeated without end, or visits announced to put pressure, are harassment.",
            ),
            Self::ThirdParty => (
                "La dette ne regarde que votre client. En parler à sa famille, à son employeur, à ses voisins ou à ses clients pour faire pression peut être un chantage, et divulgue des données personnelles (RGPD).",
                "The debt concerns your client alone. Telling family, employer, neighbours or clients to put pressure may amount to blackmail, and discloses personal data (GDPR).",
            ),
            Self::Denunciation => (
                "Menacer d’un signalement à une administration pour être payé peut être un chantage.",
                "Threatening a report to an authority in order to be paid may amount to blackmail.",
            ),
            Self::Publicity => (
                "Rendre la dette publique, ou menacer de le faire, atteint la réputation et divulgue des données personnelles (RGPD).",
                "Making the debt public, or threatening to, harms a reputation and discloses personal data (GDPR).",
            ),
            Self::Insult => (
                "Une insulte affaiblit votre demande ; répétée, elle devient du harcèlement. Tenez-vous aux faits : la facture, la somme, la date.",
                "An insult weakens your claim; repeated, it becomes harassment. Keep to the facts: the invoice, the sum, the date.",
            ),
            Self::Fee => (
                "Sans titre exécutoire, les frais de recouvrement restent à votre charge. Seuls le principal, les pénalités et, entre professionnels, l’indemnité de 40 € peuvent être demandés.",
                "Without an enforceable title, costs of recovery are yours to bear. Only the principal, interest and, between businesses, the €40 compensation may be asked for.",
            ),
            Self::FeeToConsumer => (
                "Un particulier ne doit ni frais de recouvrement ni indemnité de 40 €. Les lui demander est un délit.",
                "A consumer owes neither costs of recovery nor the €40 compensation. Asking for them is an offence.",
            ),
            Self::PenaltyToConsumer => (
                "Les pénalités de retard entre professionnels ne valent pas pour un particulier : sans clause acceptée, il ne doit que l’intérêt légal, et après mise en demeure.",
                "Late-payment penalties between businesses do not apply to a consumer: unless a clause was accepted, only legal interest is owed, and after formal notice.",
            ),
            Self::CompoundInterest => (
                "Les intérêts ne portent eux-mêmes intérêt que si le contrat ou un juge le prévoit, et pour une année entière au moins.",
                "Interest itself bears interest only where the contract or a court says so, and for a whole year at least.",
            ),
            Self::PenaltyClause => (
                "Une pénalité ou une majoration ne se réclame que si le contrat accepté la prévoit ; un juge peut la réduire.",
                "A penalty or surcharge may be claimed only if the accepted contract has it; a court may reduce it.",
            ),
            Self::Damages => (
                "Des dommages et intérêts ne sont pas dus tant qu’un juge ne les a pas accordés : le retard se répare par l’intérêt légal.",
                "Damages are not owed until a court grants them: lateness is made good by legal interest.",
            ),
        };
        lang.pick(french, english)
    }

    /// A sentence that may be written in place of one found fault with, in the language of the text. It says *vous* and
    /// *tu* to nobody, and asks a professional and a consumer for no more than each owes.
    #[must_use]
    pub fn instead(self, lang: Lang, professional: bool) -> &'static str {
        let (french, english) = match self {
            Self::OfficerAct
            | Self::Enforcement
            | Self::Procedure
            | Self::Officer
            | Self::Crime
            | Self::BankList
            | Self::Violence
            | Self::Pestering
            | Self::ThirdParty
            | Self::Denunciation
            | Self::Publicity => (
                "À défaut de règlement, la juridiction compétente pourra être saisie.",
                "Failing payment, the matter may be brought before the competent court.",
            ),
            Self::Look => ("Relance pour facture impayée.", "Reminder of an unpaid invoice."),
            Self::Insult => {
                ("La facture reste impayée à ce jour.", "The invoice remains unpaid to this day.")
            }
            Self::Fee | Self::PenaltyClause if professional => (
                "Restent dus le principal et les sommes que la loi prévoit en cas de retard.",
                "The principal remains due, with the sums that the law provides for late payment.",
            ),
            Self::CompoundInterest => (
                "Les intérêts se calculent sur le seul principal.",
                "Interest is computed on the principal alone.",
            ),
            Self::Fee
            | Self::FeeToConsumer
            | Self::PenaltyToConsumer
            | Self::PenaltyClause
            | Self::Damages => ("Le principal reste dû.", "The principal remains due."),
        };
        lang.pick(french, english)
    }

    /// The provision it rests on, in French law as read in November 2026.
    #[must_use]
    pub fn source(self) -> Source {
        match self {
            Self::OfficerAct | Self::Enforcement | Self::Procedure | Self::Officer | Self::Look => {
                sources::OFFICIAL_LOOK
            }
            Self::Crime | Self::BankList | Self::ThirdParty | Self::Denunciation | Self::Publicity => {
                sources::BLACKMAIL
            }
            Self::Violence | Self::Insult => sources::HARASSMENT,
            Self::Pestering => sources::MALICIOUS_CALLS,
            Self::Fee => sources::RECOVERY_COSTS,
            Self::FeeToConsumer => sources::RECOVERY_COSTS_CONSUMER,
            Self::PenaltyToConsumer | Self::Damages => sources::LATE_INTEREST_CIVIL,
            Self::CompoundInterest => sources::COMPOUND_INTEREST,
            Self::PenaltyClause => sources::PENALTY_CLAUSE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_set_as_each_language_asks() {
        for (name, reason) in Reason::ALL {
            assert_eq!(Reason::parse(name), Some(reason));
            for lang in [Lang::Fr, Lang::En] {
                let text = reason.text(lang);
                assert!(text.ends_with('.') && !text.contains('\''), "{text}");
                let marks: &[&str] = lang.pick(&[" ;", " :", " €"], &[" ;", " :"]);
                let spaced = marks.iter().any(|mark| text.contains(mark));
                assert!(!spaced, "may break a line: {text}");
            }
            assert!(reason.source().short.contains("art."));
        }
    }
}

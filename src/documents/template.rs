//! Template files and how they are filled. One file per text and language under `templates/`, for a lawyer or a
//! translator to edit: plain UTF-8, a first line that is the subject where the text has one, a blank line, the body.
//! E-mail and letter of a step are one file; `sms/` has the short messages, `script/` what to say on the telephone,
//! `parts/` what several texts share. See [`engine`] for how they are written.
//!
//! A line that holds nothing but one tag leaves no trace; blank lines left in a row become one, and so do spaces. An
//! unknown name is an error, never a blank in a text. No-break spaces are typed in the files, so what is read there is
//! what is sent.

pub mod engine;
pub mod fault;
pub(super) mod library;
mod parts;

use std::fmt;

use self::fault::Fault;
use super::context::TextContext;
use crate::text::Lang;

/// A template file, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Template {
    pub(super) name: &'static str,
    pub(super) french: &'static str,
    pub(super) english: &'static str,
}

/// Why there is no text.
#[derive(Debug)]
pub enum TextError {
    /// Nothing is past its due date: there is nothing to remind of.
    NotLate,
    /// The due date is past: it is too late to announce it.
    AlreadyLate,
    /// Nothing is owed that such a text may ask for.
    NothingOwed,
    /// Neither penalties nor fixed sum are owed.
    NoPenalties,
    /// All that is owed is contested: it is talked about, not chased.
    Disputed,
    /// Insolvency proceedings: the claim is filed with them, and must not be chased.
    Insolvent,
    /// It was sold: it is another’s claim.
    Sold,
    /// It was handed over: whoever collects it writes.
    HandedOver,
    /// No call is recorded that could be put in writing.
    NoCall,
    /// No promise was broken.
    NoPromise,
    /// No sum of a signed plan is missing.
    NothingMissed,
    /// No offer is open.
    NoOffer,
    /// Nothing is noted that was agreed about a dispute.
    NothingAgreed,
    /// No work is suspended.
    NotSuspended,
    /// No payment was received.
    NoPayment,
    /// The figures of one invoice are explained at a time.
    SeveralInvoices,
    /// Not offered in this form.
    NotOffered(Unoffered),
    /// The template of this name is at fault at some line: a name that does not exist, a tag that is not closed.
    Template(&'static str, Fault),
}

/// Why a step is not offered in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unoffered {
    /// A formal notice is a letter; an e-mail may only announce it.
    LetterOnly,
    /// It must be readable again: a short message or a call is not enough.
    InWriting,
    /// Thanks and questions go by ordinary post: what comes registered is feared.
    OrdinaryPost,
    /// A call is spoken, or replaced by a message where no number is known.
    Spoken,
    /// It puts in writing what was said: it is not said again.
    Written,
    /// It is not the text of a step, and has a page of its own.
    Elsewhere,
    /// A consumer owes no penalties of trade law.
    NotForConsumers,
    /// Whoever performs a public contract does not stop because it is not paid (case law of the Conseil d’État on
    /// administrative contracts; not confirmed: recalled in November 2026, no text was read).
    PublicContract,
    /// Portals are for professionals, and take invoices and what goes with them.
    NoPortal,
}

impl Template {
    fn source(self, lang: Lang) -> &'static str {
        lang.pick(self.french, self.english)
    }
}

/// Fills a template, in the language of the context.
///
/// # Errors
/// [`TextError::Template`] where the file is at fault.
pub(super) fn render(template: Template, context: &TextContext) -> Result<String, TextError> {
    fill(template.source(context.lang), context).map_err(|fault| TextError::Template(template.name, fault))
}

/// Fills a template that has a subject: its first line, and the rest.
///
/// # Errors
/// As [`render`].
pub(super) fn render_with_subject(
    template: Template,
    context: &TextContext,
) -> Result<(String, String), TextError> {
    let text = render(template, context)?;
    let (subject, body) = text.split_once('\n').unwrap_or((&text, ""));
    Ok((subject.to_owned(), body.trim_start().to_owned()))
}

/// Fills any template, in the language of the context.
///
/// # Errors
/// What is wrong in it, and where.
pub(super) fn fill(source: &str, context: &TextContext) -> Result<String, Fault> {
    engine::parse(source, context.lang).and_then(|template| template.fill(context)).map(|text| tidy(&text))
}

/// A template with its conditions decided and its names left, in the language of the context.
///
/// # Errors
/// What is wrong in it, and where.
pub(super) fn outline(template: Template, context: &TextContext) -> Result<String, Fault> {
    let parsed = engine::parse(template.source(context.lang), context.lang)?;
    parsed.outline(context).map(|text| tidy(&text))
}

/// The text without spaces at the ends of lines or in a row, and with one blank line at most between paragraphs.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines() {
        let mut words = line.split(' ').filter(|word| !word.is_empty()).peekable();
        if words.peek().is_none() {
            blank = true;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if blank { "\n\n" } else { "\n" });
        }
        for (at, word) in words.enumerate() {
            if at > 0 {
                tidied.push(' ');
            }
            tidied.push_str(word);
        }
        blank = false;
    }
    tidied
}

impl TextError {
    /// Why, and what to do instead, for the user.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> &'static str {
        match self {
            Self::NotLate => lang.pick(
                "Rien n’est en retard\u{a0}: il n’y a rien à relancer pour l’instant.",
                "Nothing is late: there is nothing to chase for now.",
            ),
            Self::AlreadyLate => lang.pick(
                "L’échéance est passée\u{a0}: préparez plutôt une première relance.",
                "The due date is past: prepare a first reminder instead.",
            ),
            Self::NothingOwed => lang.pick(
                "Il ne reste rien à demander avec ce texte.",
                "There is nothing left to ask for with this text.",
            ),
            Self::NoPenalties => lang.pick(
                "Il n’y a ni pénalités ni indemnité à demander\u{a0}: envoyez plutôt une relance.",
                "Neither interest nor fixed compensation can be asked for: send a reminder instead.",
            ),
            Self::Disputed => lang.pick(
                "Toute la somme est contestée\u{a0}: proposez un rendez-vous ou une solution avant de relancer.",
                "The whole sum is contested: offer a meeting or a remedy before chasing it.",
            ),
            Self::Insolvent => lang.pick(
                "Le client est en procédure collective\u{a0}: la créance se déclare au mandataire et ne se relance plus.",
                "The client is in insolvency proceedings: the claim is filed with the creditors’ representative and no longer chased.",
            ),
            Self::Sold => lang.pick(
                "La créance est cédée\u{a0}: elle est à l’acheteur, qui seul peut la réclamer.",
                "The claim is sold: it is the buyer’s, who alone may ask for it.",
            ),
            Self::HandedOver => lang.pick(
                "Le recouvrement est confié\u{a0}: c’est le mandataire qui relance. Notez d’abord que vous reprenez le dossier.",
                "The claim is handed over: the collector writes to the client. Note first that you take it back.",
            ),
            Self::NoCall => lang.pick(
                "Aucun appel à récapituler\u{a0}: notez d’abord l’appel.",
                "There is no call to put in writing: record the call first.",
            ),
            Self::NoPromise => lang.pick(
                "Aucune promesse n’a été manquée\u{a0}: envoyez plutôt une relance.",
                "No promise was broken: send a reminder instead.",
            ),
            Self::NothingMissed => lang.pick(
                "Aucune échéance d’un échéancier signé ne manque\u{a0}: il n’y a rien à mettre en demeure.",
                "No instalment of a signed plan is missing: there is nothing to give notice of.",
            ),
            Self::NoOffer => lang.pick(
                "Aucune offre n’est en cours\u{a0}: préparez-la d’abord sur la page Offres.",
                "No offer is open: prepare it first on the page Offers.",
            ),
            Self::NothingAgreed => lang.pick(
                "Rien n’est encore convenu\u{a0}: notez le compte rendu, un engagement ou l’issue sur la page Litige.",
                "Nothing is agreed yet: note the minutes, a promise or the outcome on the page Dispute.",
            ),
            Self::NotSuspended => lang.pick(
                "Aucune prestation n’est suspendue\u{a0}: notez d’abord la suspension.",
                "No work is suspended: record the suspension first.",
            ),
            Self::NoPayment => lang.pick(
                "Aucun paiement n’est noté\u{a0}: notez d’abord le paiement reçu.",
                "No payment is recorded: record the payment you received first.",
            ),
            Self::SeveralInvoices => lang.pick(
                "Le détail se donne facture par facture\u{a0}: choisissez-en une seule.",
                "The working is given invoice by invoice: choose a single one.",
            ),
            Self::NotOffered(why) => why.explained(lang),
            Self::Template(..) => lang.pick(
                "Le modèle contient une erreur\u{a0}: corrigez-le ou rétablissez le texte d’origine.",
                "The template has a fault: correct it or go back to the original text.",
            ),
        }
    }
}

impl Unoffered {
    /// Why, and what to do instead, for the user.
    #[must_use]
    pub fn explained(self, lang: Lang) -> &'static str {
        match self {
            Self::LetterOnly => lang.pick(
                "Une mise en demeure est une lettre\u{a0}: choisissez le recommandé\u{a0}; un e-mail peut seulement l’annoncer.",
                "A formal notice is a letter: choose registered post; an e-mail may only announce it.",
            ),
            Self::InWriting => lang.pick(
                "Ce message doit pouvoir être relu\u{a0}: envoyez-le par e-mail ou par courrier.",
                "This message must be readable again: send it by e-mail or by post.",
            ),
            Self::OrdinaryPost => lang.pick(
                "Ce message part par courrier simple\u{a0}: un recommandé inquiéterait.",
                "This message goes by ordinary post: a registered letter would alarm.",
            ),
            Self::Spoken => lang.pick(
                "Cette étape est un appel\u{a0}; sans numéro connu, remplacez-le par un e-mail ou un SMS.",
                "This step is a call; where no number is known, an e-mail or a text message takes its place.",
            ),
            Self::Written => lang.pick(
                "Ce message met par écrit ce qui a été dit\u{a0}: envoyez-le par e-mail, par SMS ou par courrier.",
                "This message puts in writing what was said: send it by e-mail, text message or post.",
            ),
            Self::Elsewhere => lang.pick(
                "Ce document a sa propre page\u{a0}: ouvrez «\u{a0}Documents\u{a0}» dans le dossier.",
                "This document has a page of its own: open “Documents” in the case.",
            ),
            Self::NotForConsumers => lang.pick(
                "Un particulier ne doit ni pénalités de retard ni indemnité de 40\u{a0}€\u{a0}: envoyez plutôt une relance.",
                "A consumer owes neither late-payment penalties nor the €40 compensation: send a reminder instead.",
            ),
            Self::PublicContract => lang.pick(
                "Le titulaire d’un marché public ne suspend pas ses prestations parce qu’il n’est pas payé\u{a0}: il s’exposerait à une faute (jurisprudence du Conseil d’État, à vérifier selon votre marché). Relisez les clauses du marché, et réclamez plutôt les intérêts moratoires.",
                "Whoever performs a public contract does not suspend work because it is not paid: that could be held against you (case law of the Conseil d’État, to be checked against your contract). Read the clauses of the contract, and claim late-payment interest instead.",
            ),
            Self::NoPortal => lang.pick(
                "Les portails reçoivent les factures des professionnels et ce qui s’y rapporte\u{a0}: préférez l’e-mail.",
                "Portals take invoices between professionals and what goes with them: choose e-mail.",
            ),
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(name, fault) => write!(f, "template {name}: {fault}"),
            other => f.write_str(other.explained(Lang::En)),
        }
    }
}

impl std::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::fault::FaultKind;
    use super::*;
    use crate::base::ClientId;
    use crate::base::dates::parse_iso;
    use crate::documents::context::Facts;
    use crate::domain::party::{Client, DebtorKind, Profile};

    fn filled(source: &str) -> Result<String, Fault> {
        let client = Client {
            name: "Atelier Brun".to_owned(),
            kind: DebtorKind::Business,
            ..Client::unknown(ClientId(1))
        };
        let today = parse_iso("2026-11-22").unwrap();
        let profile = Profile::default();
        fill(source, &Facts::new(&profile, &client, &[], today, today, Lang::Fr).context())
    }

    #[test]
    fn lines_with_only_a_tag_leave_no_trace() {
        let source = "un\n\n{% if tu %}\ntoi\n{% else %}\nvous\n{% endif %}\ndeux{% if tu %} non{% endif %}\n\n\ntrois \n";
        assert_eq!(filled(source).unwrap(), "un\n\nvous\ndeux\n\ntrois");
        assert_eq!(filled(" un  {% if tu %}a{% endif %}   deux").unwrap(), "un deux");
    }

    #[test]
    fn an_unknown_name_is_an_error_and_not_a_blank() {
        for source in ["un\n{{ nobody }}", "\n{% if tu %}{{ nobody }}{% endif %}"] {
            let kind = FaultKind::UnknownVariable("nobody".to_owned());
            assert_eq!(filled(source), Err(Fault { line: 2, kind }));
        }
    }

    #[test]
    fn every_template_is_sound_in_every_language() {
        for lang in [Lang::Fr, Lang::En] {
            for template in library::all() {
                let source = template.source(lang);
                assert_eq!(engine::parse(source, lang).err(), None, "{} {}", lang.tag(), template.name);
                assert!(source.ends_with('\n'), "{} {}", lang.tag(), template.name);
            }
            for name in parts::NAMES {
                let part = parts::part(name, lang).unwrap();
                assert_eq!(engine::parse(part, lang).err(), None, "{} {name}", lang.tag());
            }
        }
    }

    #[test]
    fn what_the_user_typed_is_not_a_template() {
        assert_eq!(filled("{{ client.name }}").unwrap(), "Atelier Brun");
    }
}

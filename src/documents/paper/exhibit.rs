//! Exhibits (*pièces*): the papers that prove a claim, numbered once for all. Those the program has are quoted; those only
//! the user has are marked as to be joined, never taken for granted.

use super::facts::PaperFacts;
use super::sent_copy::SentCopy;
use crate::base::order::in_order;
use crate::documents::context::late_interest;
use crate::documents::letter::Block;
use crate::domain::act::ActKind;
use crate::domain::event::{Channel, Event, Step};
use crate::domain::posting::Returned;
use crate::domain::proof::{Proof, ProofKind};
use crate::text::words::{dunning, evidence, limitation, posting, stages};
use crate::text::{Lang, format};

/// A numbered exhibit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// Its number, from 1.
    pub number: usize,
    /// What it is: « Mise en demeure, en recommandé avec avis de réception, 12 octobre 2026 ».
    pub what: String,
    /// Only the user has it: it is to be joined.
    pub to_join: bool,
    /// The text as it was sent, where it is kept.
    pub copy: Option<SentCopy>,
    source: Source,
}

/// What an exhibit proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Paper(ProofKind),
    Invoice(crate::base::InvoiceId),
    Sent(crate::base::EventId),
    Received(crate::base::EventId),
    Act(crate::base::ActId),
    Plan(crate::base::PlanId),
    Stage,
    Working,
}

impl Exhibit {
    /// Its line in the list of exhibits, of a document that prints the texts that were sent or does not.
    pub(super) fn line(&self, lang: Lang, prints_texts: bool) -> String {
        let mark = if self.to_join || self.copy.is_some() && !prints_texts {
            lang.pick(" (à joindre)", " (to be attached)")
        } else {
            ""
        };
        format!("{}{mark}", self.title(lang))
    }

    /// What it is called where it is quoted.
    pub(super) fn title(&self, lang: Lang) -> String {
        format!("{}{} – {}", lang.pick("Pièce n°\u{a0}", "Exhibit "), self.number, self.what)
    }
}

/// Every exhibit of these cases, in the order a court reads them; the working of interest where there is any.
pub(super) fn exhibits(facts: &PaperFacts<'_>, with_working: bool) -> Vec<Exhibit> {
    let lang = facts.lang;
    let mut list = Numbered::default();
    list.add_papers(facts, &ProofKind::AGREED, Some(ProofKind::Agreement));
    for (case, _) in facts.cases {
        let (number, issued) = (facts.number(&case.invoice.number), format::date(lang, case.invoice.issued));
        let what = lang
            .pick(format!("Facture n°\u{a0}{number} du {issued}"), format!("Invoice {number} of {issued}"));
        list.add_missing(what, Source::Invoice(case.invoice.id));
    }
    list.add_papers(facts, &ProofKind::DONE, Some(ProofKind::Delivery));
    list.add_papers(facts, &[ProofKind::Terms], None);
    for event in sent(facts) {
        let what = format!("{}, {}", named(lang, event), format::date(lang, event.date));
        let copy = SentCopy::of(lang, event);
        list.add(what, copy.is_none(), copy, Source::Sent(event.id));
        if matches!(event.step, Step::FormalNotice | Step::PlanNotice)
            && matches!(event.channel, Channel::RegisteredPost | Channel::Hand)
        {
            let what = proof_of_receipt(lang, event);
            list.add_missing(what, Source::Received(event.id));
        }
    }
    if !list.0.iter().any(|exhibit| matches!(exhibit.source, Source::Received(_))) {
        list.add_papers(facts, &[ProofKind::NoticeReceipt], None);
    }
    list.add_papers(facts, &[ProofKind::Posting], None);
    // The signature of a plan is an act too; the plan itself is what is joined.
    let acts = facts.cases.iter().flat_map(|(case, _)| {
        case.acts.iter().filter(|act| act.date <= facts.today && !facts.is_signature(case, act))
    });
    for act in acts {
        let (name, day) = (limitation::act(lang, act.kind), format::date(lang, act.date));
        list.add_missing(format!("{name}, {day}"), Source::Act(act.id));
    }
    for plan in facts.signed_plans() {
        // What is signed owns to the debt, and starts limitation again (C. civ. art. 2240, read November 2026).
        let what = lang.pick(
            "Échéancier signé, reconnaissance de la dette",
            "Signed payment plan, acknowledging the debt",
        );
        let day = plan.accepted.map(|day| format!(", {}", format::date(lang, day))).unwrap_or_default();
        list.add_missing(format!("{what}{day}"), Source::Plan(plan.id));
    }
    list.add_papers(facts, &ProofKind::ANSWERED, None);
    list.add_papers(facts, &[ProofKind::Identity, ProofKind::Other], None);
    for one in facts.cases.iter().flat_map(|(case, _)| &case.proceedings) {
        for stage in one.known(facts.today).filter(|stage| stage.stage.has_paper()) {
            let (name, day) = (stages::paper(lang, one.kind, stage.stage), format::date(lang, stage.date));
            list.add_missing(format!("{name}, {day}"), Source::Stage);
        }
    }
    if with_working {
        // The name it has where it is set out.
        let what = late_interest(lang, facts.client.kind);
        let what = lang.pick(format!("Décompte des {what}"), format!("Calculation of {what}"));
        list.add(what, false, None, Source::Working);
    }
    list.0
}

/// What proves that a formal notice reached the debtor: of a registered letter that came back, the envelope, kept closed.
fn proof_of_receipt(lang: Lang, event: &Event) -> String {
    let number = posting::numbered(lang, &event.posting.number);
    let presented = event.posting.presented.map(|day| format::date(lang, day));
    let presented = presented.map_or_else(String::new, |day| {
        lang.pick(format!(", présentée le {day}"), format!(", presented on {day}"))
    });
    match (event.channel, event.received.map(|day| format::date(lang, day)), event.posting.returned) {
        (Channel::Hand, ..) => lang
            .pick("Décharge signée de la mise en demeure", "Signed receipt of the formal notice")
            .to_owned(),
        (_, Some(day), _) => lang.pick(
            format!("Avis de réception{number} de la mise en demeure, {day}"),
            format!("Acknowledgement of receipt{number} of the formal notice, {day}"),
        ),
        (_, None, Some(why)) => {
            let why = match why {
                Returned::Refused => lang.pick("refusée", "refused"),
                Returned::NotCollected => lang.pick("non réclamée", "not collected"),
            };
            lang.pick(
                format!("Enveloppe fermée de la mise en demeure{number}, revenue {why}{presented}"),
                format!("Closed envelope of the formal notice{number}, returned {why}{presented}"),
            )
        }
        (_, None, None) => lang.pick(
            format!("Preuve de dépôt{number} et avis de réception de la mise en demeure"),
            format!("Proof of posting{number} and acknowledgement of receipt of the formal notice"),
        ),
    }
}

/// The paper of an acknowledgement that is noted as an act too, which it is listed for.
fn is_act(facts: &PaperFacts<'_>, proof: &Proof) -> bool {
    let mut acts = facts.cases.iter().flat_map(|(case, _)| &case.acts);
    proof.kind == ProofKind::Acknowledgement
        && acts.any(|act| act.kind == ActKind::Acknowledgement && act.date == proof.date)
}

/// Exhibits being numbered.
#[derive(Default)]
struct Numbered(Vec<Exhibit>);

impl Numbered {
    fn add(&mut self, what: String, to_join: bool, copy: Option<SentCopy>, source: Source) {
        let number = self.0.len() + 1;
        self.0.push(Exhibit { number, what, to_join, copy, source });
    }

    /// The papers of some kinds that the user noted, each once; in general words where one is looked for and none was noted.
    fn add_papers(&mut self, facts: &PaperFacts<'_>, kinds: &[ProofKind], looked_for: Option<ProofKind>) {
        let lang = facts.lang;
        let mut known: Vec<String> = Vec::new();
        for kind in kinds {
            let noted = facts.cases.iter().flat_map(|(case, _)| &case.proofs);
            let noted =
                noted.filter(|one| one.kind == *kind && one.date <= facts.today && !is_act(facts, one));
            for proof in in_order(noted, |proof| proof.date) {
                let what = format!("{}, {}", evidence::named(lang, proof), format::date(lang, proof.date));
                if !known.contains(&what) {
                    known.push(what.clone());
                    self.add_missing(what, Source::Paper(*kind));
                }
            }
        }
        if let Some(kind) = looked_for.filter(|_| known.is_empty()) {
            self.add_missing(evidence::paper(lang, kind).to_owned(), Source::Paper(kind));
        }
    }

    fn add_missing(&mut self, what: String, source: Source) {
        self.add(what, true, None, source);
    }
}

/// What was sent, oldest first; one text about several invoices once.
fn sent<'a>(facts: &PaperFacts<'a>) -> Vec<&'a Event> {
    let known = facts.cases.iter().flat_map(|(case, _)| &case.events);
    let texts =
        known.filter(|event| !event.is_spoken() && event.date <= facts.today && is_told(facts, event));
    let mut sent: Vec<&Event> = Vec::new();
    for event in in_order(texts, |event| event.date) {
        if !sent.iter().any(|other| is_same(other, event)) {
            sent.push(event);
        }
    }
    sent
}

/// How the documents begin that are made for whoever decides on a claim, and never for the debtor.
pub(super) const OWN: [&str; 4] =
    ["Dossier de créance", "Case file", "Injonction de payer", "Order for payment"];

/// A case file that was handed over proves nothing, and would quote all others once more.
pub(super) fn is_own(event: &Event) -> bool {
    event.step == Step::Document && OWN.iter().any(|opening| event.text.subject.starts_with(opening))
}

/// It is no paper of the user’s own, and no second record of one whose words are with another of these invoices.
pub(super) fn is_told(facts: &PaperFacts<'_>, event: &Event) -> bool {
    let known = || facts.cases.iter().flat_map(|(case, _)| &case.events);
    let has_words = |other: &Event| !other.text.elsewhere && event.is_same_document(other);
    let is_second = event.text.elsewhere && known().any(has_words);
    !is_own(event) && !is_second
}

/// One text, recorded for two invoices.
pub(super) fn is_same(one: &Event, other: &Event) -> bool {
    let is_text = || {
        one.date == other.date
            && one.step == other.step
            && one.channel == other.channel
            && one.text == other.text
    };
    one.is_same_document(other) || is_text()
}

/// A sending as a fact: « Première relance, par e-mail »; a document by its own title.
pub(super) fn named(lang: Lang, event: &Event) -> String {
    let number = posting::numbered(lang, &event.posting.number);
    let by = dunning::by_author(lang, event.text.by);
    format!("{}, {}{number}{by}", what(lang, event), dunning::by_channel(lang, event.channel))
}

/// What was sent.
pub(super) fn what(lang: Lang, event: &Event) -> String {
    match (event.step, event.text.subject.trim()) {
        (Step::Document, title) if !title.is_empty() => title.to_owned(),
        _ => dunning::sending(lang, event).to_owned(),
    }
}

/// Numbers of exhibits by what they prove, for the chronology.
pub(super) struct Numbers<'a>(pub(super) &'a [Exhibit]);

impl Numbers<'_> {
    fn of(&self, source: Source) -> String {
        let found = self.0.iter().find(|exhibit| exhibit.source == source);
        found.map(|exhibit| exhibit.number.to_string()).unwrap_or_default()
    }

    pub(super) fn invoice(&self, id: crate::base::InvoiceId) -> String {
        self.of(Source::Invoice(id))
    }

    pub(super) fn sent(&self, event: &Event) -> String {
        self.of(Source::Sent(event.id))
    }

    pub(super) fn received(&self, event: &Event) -> String {
        self.of(Source::Received(event.id))
    }

    pub(super) fn plan(&self, id: crate::base::PlanId) -> String {
        self.of(Source::Plan(id))
    }

    pub(super) fn act(&self, id: crate::base::ActId) -> String {
        self.of(Source::Act(id))
    }
}

/// The list of exhibits (*bordereau*) of a document that prints the texts that were sent.
pub(super) fn list(lang: Lang, exhibits: &[Exhibit]) -> Block {
    listed(lang, exhibits, true)
}

/// The same of one that prints none of them: they are to be attached.
pub(super) fn list_without_texts(lang: Lang, exhibits: &[Exhibit]) -> Block {
    listed(lang, exhibits, false)
}

fn listed(lang: Lang, exhibits: &[Exhibit], prints_texts: bool) -> Block {
    let title = lang.pick("Bordereau des pièces", "List of exhibits").to_owned();
    Block::List { title, items: exhibits.iter().map(|exhibit| exhibit.line(lang, prints_texts)).collect() }
}

/// The blocks of a working, its table called by its number among the exhibits rather than an annex.
pub(super) fn as_exhibit(lang: Lang, exhibits: &[Exhibit], mut working: Vec<Block>) -> Vec<Block> {
    let number = exhibits.iter().find(|exhibit| exhibit.source == Source::Working).map(|one| one.number);
    for block in &mut working {
        if let Block::Life(life) = block {
            life.lang = Some(lang);
        }
        let annex = lang.pick("Annexe – ", "Annex – ");
        if let (Block::Annex(table), Some(number)) = (block, number)
            && let Some(rest) = table.caption.strip_prefix(annex)
        {
            table.caption = format!("{}{number} – {rest}", lang.pick("Pièce n°\u{a0}", "Exhibit "));
        }
    }
    working
}

/// How many there are: `12 pièces`.
pub(super) fn count(lang: Lang, exhibits: &[Exhibit]) -> String {
    let count = i64::try_from(exhibits.len()).unwrap_or(i64::MAX);
    format::count(lang, count, lang.pick("pièce", "exhibit"), lang.pick("pièces", "exhibits"))
}

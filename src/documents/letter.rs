//! A letter as blocks: a title, the parties, paragraphs, tables, how to pay, enclosures, annexes. Cells are written
//! already; nothing here knows HTML or paper. Every document on the user's letterhead is one: a reminder, a formal notice, a
//! statement, a receipt, an agreement, a case file. Elements of a formal notice (*mise en demeure*): rulebook of November
//! 2026; no statute lists them (C. civ. art. 1344 asks only that the request be plain).
//!
//! The words are those of the templates, where a paragraph that is only `@invoices`, `@account`, `@working`, `@payment`,
//! `@signature`
//! or `@enclosures` stands for a block.
//!
//! A letter is written down as it is when it is issued, so that it can be laid out again years later exactly as it was.

use serde::{Deserialize, Serialize};

use super::context::{OfferText, TextContext};
use super::enclosures::enclosures;
use super::life::Life;
use super::orders::{after_numbers, row};
use super::owed::account;
use super::payment_code::payload;
pub(super) use super::position::invoices;
pub use super::table::Table;
use super::template::library::WORKING_RULE;
use super::template::{Template, TextError, render, render_with_subject};
use crate::base::fold::fold;
use crate::base::json::Json;
use crate::domain::event::{Channel, Step};
use crate::domain::stationery::Look;
use crate::text::Lang;
use crate::text::words::{labels, posting};

/// A part of the body of a letter, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// The title of a part of a longer document.
    Heading(String),
    /// Facts in rows: invoices, movements, a schedule.
    Table(Table),
    /// Labels and values: how to pay, a field to copy into a form.
    Fields(Vec<(String, String)>),
    /// Room to sign by hand: one party after the other, side by side.
    Signatures(Vec<Signer>),
    /// A list with its title: enclosures, exhibits.
    List {
        /// What is listed.
        title: String,
        /// The items.
        items: Vec<String>,
    },
    /// A text quoted as it was sent, with what it is.
    Quoted {
        /// What it is: « Exhibit 3: first reminder, by e-mail, 3 November 2026 ».
        title: String,
        /// Its words, line by line.
        text: String,
    },
    /// A text as it was sent, part by part.
    Copy {
        /// What it is: « Exhibit 3: first reminder, by e-mail, 3 November 2026 ».
        title: String,
        /// When, how and to whom it went, and its fingerprint.
        about: String,
        /// Its parts.
        blocks: Vec<Block>,
    },
    /// A table on a page of its own after the letter: the working of interest.
    Annex(Table),
    /// The life of a claim as a picture, below its working.
    Life(Life),
    /// What follows begins on a new page.
    NewPage,
}

/// A party with room to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// Who signs.
    pub name: String,
    /// What is to be written by hand above the signature; nothing where a signature is enough.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mention: String,
}

impl Signer {
    /// A party whose signature is enough.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self { name: name.to_owned(), mention: String::new() }
    }
}

/// A letter ready to lay out on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its language.
    pub lang: Lang,
    /// The sender's block.
    pub sender: Vec<String>,
    /// The recipient's block, for the window of the envelope.
    pub recipient: Vec<String>,
    /// City and date.
    pub place_and_date: String,
    /// How it is sent (empty where that need not be said), then what it is about.
    pub references: Vec<String>,
    /// Title: « Mise en demeure de payer ».
    pub subject: String,
    /// The body.
    pub blocks: Vec<Block>,
    /// The day every figure is stated at.
    pub as_of: String,
    /// What the code beside how to pay says; nothing where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub payment_code: String,
    /// What it looked like when it was issued; none while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<Box<Look>>,
}

impl Letter {
    /// A template with a subject, filled and laid out.
    pub(super) fn filled(
        template: Template,
        step: Step,
        channel: Channel,
        context: &TextContext,
    ) -> Result<Self, TextError> {
        let (subject, body) = render_with_subject(template, context)?;
        Ok(Self::laid_out(subject, &body, step, channel, context))
    }

    /// A letter of these words.
    pub(super) fn laid_out(
        subject: String,
        body: &str,
        step: Step,
        channel: Channel,
        context: &TextContext,
    ) -> Self {
        let lang = context.lang;
        let (city, date) = (&context.sender.city, &context.today);
        Self {
            lang,
            sender: sender(context),
            recipient: recipient(context),
            place_and_date: lang.pick(format!("{city}, le {date}"), format!("{city}, {date}")),
            references: references(context, step, channel),
            subject,
            blocks: blocks(body, step, channel, context),
            as_of: format!("{} {}.", lang.pick("Sommes arrêtées au", "Figures as at"), context.as_of),
            payment_code: code(context).unwrap_or_default(),
            look: None,
        }
    }
}

/// The transfer of what is asked for.
pub(super) fn code(context: &TextContext) -> Option<String> {
    payload(context.payee.as_ref()?, context.asked_amount, context.sums.currency, context.reference())
}

/// The body, what stands for a block replaced by it. The working is an annex: it comes last, on a page of its own.
fn blocks(body: &str, step: Step, channel: Channel, context: &TextContext) -> Vec<Block> {
    let (mut blocks, mut annexes) = (Vec::new(), Vec::new());
    for paragraph in body.split("\n\n") {
        match paragraph.trim() {
            "@invoices" => blocks.push(Block::Table(invoices(context))),
            "@account" => blocks.push(Block::Table(account(context, step))),
            "@working" => annexes.append(&mut annex(context)),
            "@payment" => blocks.push(Block::Fields(payment(context, step))),
            "@signature" => blocks.push(Block::Signatures(signers(step, channel, context))),
            "@enclosures" => blocks.extend(enclosures(context, step)),
            text => blocks.push(Block::Paragraph(text.to_owned())),
        }
    }
    blocks.append(&mut annexes);
    blocks
}

/// Who signs: the sender; of a formal notice handed over in person, whoever takes it too.
fn signers(step: Step, channel: Channel, context: &TextContext) -> Vec<Signer> {
    let sender = Signer::plain(&context.sender.name);
    if step != Step::FormalNotice || channel != Channel::Hand {
        return vec![sender];
    }
    let mention = context.lang.pick(
        "sur l’exemplaire de l’expéditeur, écrire «\u{a0}Reçu en main propre le…\u{a0}», puis signer",
        "on the sender’s copy, write “Received in person on…”, then sign",
    );
    vec![Signer { name: context.client.name.clone(), mention: mention.to_owned() }, sender]
}

pub(super) fn sender(context: &TextContext) -> Vec<String> {
    let sender = &context.sender;
    let mut lines = vec![sender.name.clone()];
    lines.extend(sender.address.iter().cloned());
    lines.push(labelled_siren(context.lang, &sender.siren));
    lines.extend([&sender.phone, &sender.email].into_iter().filter(|line| !line.is_empty()).cloned());
    lines
}

pub(super) fn recipient(context: &TextContext) -> Vec<String> {
    let client = &context.client;
    let mut lines = vec![client.name.clone()];
    if !client.contact.is_empty() && client.contact != client.name {
        lines.push(match context.lang {
            Lang::Fr => format!("À l’attention {}", of_whom(&client.contact)),
            Lang::En => format!("For the attention of {}", client.contact),
        });
    }
    lines.extend(client.address.iter().cloned());
    lines
}

/// Of a person or a department: « de Mme Le Goff », « d’Anne Petit », « du service comptable ».
fn of_whom(name: &str) -> String {
    let first = fold(name.split_whitespace().next().unwrap_or_default());
    let lower = || labels::lower_first(name);
    match first.as_str() {
        "service" | "departement" | "secretariat" | "pole" | "bureau" => format!("du {}", lower()),
        "comptabilite" | "direction" | "tresorerie" | "facturation" | "gestion" | "mairie" => {
            format!("de la {}", lower())
        }
        "administration" => format!("de l’{}", lower()),
        _ if first.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("d’{name}"),
        _ => format!("de {name}"),
    }
}

/// `SIREN : 732 829 320`.
pub(super) fn labelled_siren(lang: Lang, number: &str) -> String {
    format!("{}{} {number}", number_label(number), lang.pick("\u{a0}:", ":"))
}

/// What a number of the register is called: fourteen digits are a SIRET.
fn number_label(number: &str) -> &'static str {
    if number.chars().filter(char::is_ascii_digit).count() > 9 { "SIRET" } else { "SIREN" }
}

/// How a letter is sent, as it says itself at its head.
pub(super) fn sending(lang: Lang, channel: Channel) -> &'static str {
    match channel {
        Channel::RegisteredPost => lang.pick(
            "Lettre recommandée avec avis de réception",
            "Registered letter with acknowledgement of receipt",
        ),
        Channel::Hand => {
            lang.pick("Remise en main propre contre décharge", "Handed over against a signed receipt")
        }
        Channel::Post | Channel::Email | Channel::Sms | Channel::Phone | Channel::Portal => "",
    }
}

/// How the letter is sent, then what to quote and who the debtor is.
fn references(context: &TextContext, step: Step, channel: Channel) -> Vec<String> {
    let lang = context.lang;
    let sending = sending(lang, channel);
    let is_registered = channel == Channel::RegisteredPost;
    let number = if is_registered { posting::numbered(lang, &context.posting_number) } else { String::new() };
    let mut references = vec![format!("{sending}{number}")];
    let orders = after_numbers(lang, &context.quoted);
    references.push(match lang {
        Lang::Fr => format!("Références à rappeler\u{a0}: {}{}.", context.reference(), orders),
        Lang::En => format!("References to quote: {}{}.", context.reference(), orders),
    });
    // A formal notice names its parties as a court would want them named; a reminder names a client.
    if step == Step::FormalNotice && !context.client.siren.is_empty() {
        let (label, number) = (number_label(&context.client.siren), &context.client.siren);
        references.push(format!("{}{label}\u{a0}{number}.", lang.pick("Débiteur\u{a0}: ", "Debtor: ")));
    }
    references
}

/// Most claims whose life is shown below their working.
const MOST_LIVES: usize = 4;

/// The cells of a row.
pub(super) fn cells(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The working on a page of its own, with the life of each claim where they are few.
pub(super) fn annex(context: &TextContext) -> Vec<Block> {
    annexed(working(context), context)
}

/// A working with the life of each claim it is of, where they are few.
pub(super) fn annexed(working: Table, context: &TextContext) -> Vec<Block> {
    let shown = context.invoices.iter().filter(|invoice| !invoice.working.is_empty());
    let lives: Vec<Block> = shown.filter_map(|invoice| invoice.life.clone().map(Block::Life)).collect();
    let lives = if lives.len() > MOST_LIVES { Vec::new() } else { lives };
    std::iter::once(Block::Annex(working)).chain(lives).collect()
}

pub(super) fn working(context: &TextContext) -> Table {
    let lang = context.lang;
    let penalties = if context.business { "Pénalités" } else { "Intérêts" };
    let head = [
        lang.pick("Période", "Period"),
        lang.pick("Somme due", "Sum owed"),
        lang.pick("Taux annuel × jours", "Yearly rate × days"),
        lang.pick(penalties, "Interest"),
    ];
    let mut rows = Vec::new();
    for invoice in context.invoices.iter().filter(|invoice| !invoice.working.is_empty()) {
        if context.several {
            let number = lang
                .pick(format!("Facture n°\u{a0}{}", invoice.number), format!("Invoice {}", invoice.number));
            rows.push(cells(&[&number, "", "", ""]));
        }
        for row in &invoice.working {
            if !row.instalment.is_empty() {
                rows.push(cells(&[&row.instalment, "", "", ""]));
            }
            let doubt =
                if row.provisional { lang.pick(" (taux provisoire)", " (provisional rate)") } else { "" };
            let rate = format!("{} × {}{doubt}", row.rate, row.days);
            rows.push(cells(&[&row.period, &row.base, &rate, &row.interest]));
        }
        if !invoice.interest_paid.is_empty() {
            let paid = format!("−{}", invoice.interest_paid);
            rows.push(cells(&[lang.pick("Déjà payé", "Already paid"), "", "", &paid]));
        }
        if !invoice.interest_waived.is_empty() {
            let waived = format!("−{}", invoice.interest_waived);
            rows.push(cells(&[lang.pick("Abandonné", "Waived"), "", "", &waived]));
        }
    }
    Table {
        caption: match lang {
            Lang::Fr => {
                format!("Annexe – Décompte des {} arrêté au {}", context.late_interest, context.as_of)
            }
            Lang::En => format!("Annex – Calculation of {} as at {}", context.late_interest, context.as_of),
        },
        // A template of ours always fills.
        note: render(WORKING_RULE, context).unwrap_or_default(),
        head: cells(&head),
        rows,
        total: Some(cells(&["Total", "", "", &context.interest])),
        figures_from: 1,
    }
}

/// How to pay what the text asks for: of several sums the first one, by its day.
fn payment(context: &TextContext, step: Step) -> Vec<(String, String)> {
    let (lang, sender) = (context.lang, &context.sender);
    // Under a signed plan its own sum is asked for, see [`TextContext::told`].
    let in_sums = matches!(step, Step::Instalments | Step::Recap) && context.plan_sum.is_none();
    let first = context.instalments.first().filter(|_| in_sums);
    let amount = if first.is_some() && context.instalments.len() > 1 {
        lang.pick("Première échéance", "First instalment").to_owned()
    } else if first.is_some() {
        lang.pick("Montant", "Amount").to_owned()
    } else if context.late {
        format!("{} {}", lang.pick("Montant arrêté au", "Amount as at"), context.as_of)
    } else {
        lang.pick("Montant", "Amount").to_owned()
    };
    // Before the due date it is the due date that counts; the table gives those of several invoices.
    let due = context.invoice.as_ref().filter(|_| !context.several).map(|invoice| invoice.due.clone());
    let last = match first {
        Some(first) => first.day.clone(),
        // What is paid when is for the client to say: the last day in the text is that of the answer.
        None if in_sums && step == Step::Instalments => String::new(),
        // A day that was agreed on, or none: the last day in the text is that for saying that it is not so.
        None if step == Step::Agreed => {
            context.agreed.as_ref().map(|agreed| agreed.pay_by.clone()).unwrap_or_default()
        }
        // The last day of the offer, or the day that was named for what is left once goods are back or work is put right.
        None if step == Step::Offer => context.offer.as_ref().map(OfferText::paid_by).unwrap_or_default(),
        // A public buyer has a time of its own, which only begins once the principal is paid.
        None if step == Step::PenaltyNote && context.public => context.public_deadline.clone(),
        // Work that stands still goes on once it is paid for: the text names no day.
        None if step == Step::Suspension && context.suspension.as_ref().is_some_and(|one| one.open) => {
            String::new()
        }
        None if context.late => context.deadline.clone(),
        None => due.unwrap_or_default(),
    };
    let quoted = row(&context.quoted);
    [
        (amount.as_str(), context.asked.as_str()),
        (lang.pick("Au plus tard le", "By"), &last),
        (lang.pick("Bénéficiaire", "Payee"), &sender.name),
        ("IBAN", &sender.iban),
        ("BIC", &sender.bic),
        (lang.pick("En ligne", "Online"), &sender.link),
        (lang.pick("Chèque à l’ordre de", "Cheque payable to"), &sender.cheque),
        (lang.pick("Référence", "Reference"), context.reference()),
    ]
    .into_iter()
    .chain(quoted.iter().map(|(label, value)| (*label, value.as_str())))
    .filter(|(_, value)| !value.is_empty())
    .map(|(label, value)| (label.to_owned(), value.to_owned()))
    .collect()
}

impl Letter {
    /// The letter as it is kept once it is issued, with what it looked like.
    #[must_use]
    pub fn written_down(&self, look: Look) -> Option<Json> {
        Json::of(&Self { look: Some(Box::new(look)), ..self.clone() })
    }

    /// A letter that was kept; none where it is of a form that is not known.
    #[must_use]
    pub fn kept(json: &Json) -> Option<Self> {
        json.read()
    }

    /// The whole letter as plain text, for keeping exactly what was sent. Its fingerprint is of these characters, so that
    /// they stay what they are.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut parts = vec![self.sender.join("\n"), self.recipient.join("\n"), self.place_and_date.clone()];
        let references: Vec<&str> =
            self.references.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        parts.push(references.join("\n"));
        parts.push(self.subject.clone());
        let is_words = |block: &&Block| !matches!(block, Block::NewPage | Block::Life(_));
        let words = self.blocks.iter().filter(is_words);
        parts.extend(words.map(|block| plain(block, self.lang)));
        parts.push(self.as_of.clone());
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }
}

/// What stands between the number of an item and its words.
const AFTER_NUMBER: &str = ".\u{a0}";

/// Items with their numbers.
pub(super) fn numbered(items: Vec<String>) -> Vec<String> {
    items.into_iter().enumerate().map(|(at, item)| format!("{}{AFTER_NUMBER}{item}", at + 1)).collect()
}

/// The words of an item that has a number.
pub(super) fn without_number(item: &str) -> Option<&str> {
    let (number, words) = item.split_once(AFTER_NUMBER)?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(words)
}

pub(super) fn plain(block: &Block, lang: Lang) -> String {
    let colon = lang.pick("\u{a0}:", ":");
    let lines = |lines: Vec<String>| lines.join("\n");
    match block {
        Block::Paragraph(text) | Block::Heading(text) => text.clone(),
        Block::Table(table) | Block::Annex(table) => {
            let rows = [&table.head].into_iter().chain(&table.rows).chain(&table.total);
            let rows = rows.map(|cells| {
                let filled: Vec<&str> =
                    cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                filled.join(" | ")
            });
            let note = if table.note.is_empty() { String::new() } else { format!("{}\n", table.note) };
            let caption = table.title(lang).map(|title| format!("{title}\n")).unwrap_or_default();
            format!("{caption}{note}{}", lines(rows.filter(|row| !row.is_empty()).collect()))
        }
        Block::Fields(fields) => {
            lines(fields.iter().map(|(label, value)| format!("{label}{colon} {value}")).collect())
        }
        Block::Signatures(signers) => lines(
            signers
                .iter()
                .map(
                    |Signer { name, mention }| {
                        if mention.is_empty() { name.clone() } else { format!("{name}{colon} {mention}") }
                    },
                )
                .collect(),
        ),
        Block::List { title, items } => {
            let line = |item: &String| match without_number(item) {
                Some(_) => item.clone(),
                None => format!("– {item}"),
            };
            format!("{title}{colon}\n{}", lines(items.iter().map(line).collect()))
        }
        Block::Quoted { title, text } => format!("{title}{colon}\n{text}"),
        Block::Copy { title, about, blocks } => {
            let parts = blocks.iter().map(|block| plain(block, lang));
            let all = [title.clone(), about.clone()].into_iter().chain(parts);
            all.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
        Block::Life(_) | Block::NewPage => String::new(),
    }
}

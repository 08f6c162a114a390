//! Words of offers: the page that makes one, compares it and follows it.

use chrono::NaiveDate;

use crate::base::Currency;
use crate::domain::offer::{Offer, OfferEnd, OfferError, OfferKind, OfferSort, OfferState, WayKind};
use crate::text::{Lang, format};

words! {
    title: "Offres", "Offers";
    new: "Nouvelle offre", "New offer";
    sort: "Ce que vous offrez", "What you offer";
    amount: "Remise sur le prix, TTC", "Discount on the price, VAT included";
    drops: "Abandonner aussi les pénalités et l’indemnité", "Give up penalties and the fixed sum as well";
    percent: "Escompte, en % du TTC", "Discount, in % of the price";
    what_back: "Ce que le client rend", "What the client gives back";
    what_repair: "Ce que vous reprenez", "What you put right";
    what_hint: "Par exemple : deux fauteuils, la page d’accueil. Ces mots sont dans la lettre.", "For example: two armchairs, the home page. These words are in the letter.";
    worth: "Avoir établi au retour, TTC", "Credit note on return, VAT included";
    cost: "Ce que cela vous coûte", "What it costs you";
    cost_hint: "Une estimation, pour comparer. Le client ne la voit pas.", "An estimate, to compare. The client does not see it.";
    until_pay: "Payer au plus tard le", "Pay by";
    until_agree: "Accepter au plus tard le", "Accept by";
    done_back: "Rendre au plus tard le", "Give back by";
    done_repair: "Fait au plus tard le", "Done by";
    balance_by: "Le reste payé au plus tard le", "The rest paid by";
    balance_hint: "Suivi comme une promesse une fois le retour ou la reprise faits.", "Followed as a promise once the goods are back or the work is done.";
    unnamed: "jour non fixé", "no day named";
    taken_up: "Une offre est déjà acceptée ou payée : appliquez-la, ou retirez-la, avant d’en faire une autre.", "An offer is agreed to or paid already: apply it, or take it back, before you make another.";
    note: "Note pour vous", "Note to yourself";
    make: "Noter et écrire l’offre", "Note and write the offer";
    nothing: "Rien à offrir aujourd’hui : rien n’est dû, ou l’échéance est aujourd’hui même.", "Nothing to offer today: nothing is owed, or it is due this very day.";
    fill: "Complétez les champs : ce que l’offre donne se calcule ici.", "Fill the fields in: what the offer comes to is worked out here.";
    given_up: "abandonnés si l’offre est prise", "given up if the offer is taken up";
    no_cost: "rien d’abandonné", "nothing given up";
    runs_on: "Dont environ ", "Of which about ";
    runs_on_end: " d’intérêts d’ici là. L’offre dit au client la somme d’aujourd’hui, ", " of interest until then. The offer tells the client today’s sum, ";
    runs_on_rest: ", et les intérêts jusqu’au paiement.", ", and interest until payment.";
    as_of_today: " au jour de l’offre, plus les intérêts jusqu’au paiement", " on the day of the offer, plus interest until payment";
    own_cost: "à votre charge", "at your expense";
    yearly_simple: "Soit un coût de ", "That is a cost of ";
    yearly_steep: "Plus d’un dixième de la facture serait abandonné\u{a0}: vérifiez le pourcentage.", "More than a tenth of the invoice would be given up: check the percentage.";
    yearly_end: " par an, en intérêt simple (ce que vous abandonnez, rapporté à ce que vous recevez et aux jours gagnés, sur 365 jours).", " a year, in simple interest (what you give up on what you receive, for the days gained, over 365 days).";
    lapses: "Elle tombe d’elle-même le ", "It lapses by itself on ";
    lapses_end: ". D’ici là, les relances attendent ; tombée, elle n’aura rien coûté.", ". Reminders wait until then; lapsed, it will have cost nothing.";
    estimated: "Estimé aux taux connus.", "An estimate at the rates known.";
    vat: "L’escompte porte sur le TTC. Votre client professionnel ne déduit que la TVA du prix payé : le texte le dit. La facture doit prévoir les conditions d’escompte, ou dire qu’il n’y en a pas (C. com. art. L441-9).", "The discount is on the price with VAT. A professional client deducts only the VAT of the price paid: the text says so. The invoice must state discount terms, or that there are none (C. com. art. L441-9).";
    public_note: "Acheteur public : renoncer à ses intérêts moratoires est sans effet (CCP art. L2192-14), ce n’est donc pas proposé.", "Public buyer: giving up its late-payment interest has no effect (CCP art. L2192-14), so that it is not offered.";
    bill_note: "À surveiller : une proposition de loi (Sénat, n° 83, 2026) annulerait entre professionnels toute renonciation aux pénalités. Elle n’était pas en vigueur en septembre 2026 ; la suite n’a pas été vérifiée.", "To watch: a bill (French Senate, no. 83, 2026) would void any waiver of penalties between professionals. It was not in force in September 2026; what followed was not checked.";
    compare: "Côte à côte", "Side by side";
    receive: "Je reçois", "I receive";
    when: "Au plus tard le", "By";
    no_day: "sans date sûre", "no sure day";
    give_up: "J’abandonne", "I give up";
    besides: "À ma charge", "At my expense";
    yearly: "Coût par an", "Cost a year";
    usual_note: "Tout réclamer ne dit pas quand l’argent vient. À défaut d’échéancier, le plus courant est montré pour comparer : vous ne l’avez pas proposé.", "Asking for all of it does not say when the money comes. Where there is no plan, a usual one is shown to compare: you did not propose it.";
    plan_link: "Préparer un échéancier, pour le comparer", "Prepare a payment plan, to compare it";
    dash: "–", "–";
    made: "Offres faites", "Offers made";
    made_on: "Faite le ", "Made on ";
    several: "Plusieurs offres sont ouvertes : le client peut prendre l’une ou l’autre, et la première tenue retire les autres. Le texte et la lettre parlent de la plus récente. Retirez celle qui ne vaut plus.", "Several offers are open: the client may take up either, and the first one kept takes the others back. The text and the letter speak of the latest. Take back the one that no longer holds.";
    paid_part: "Déjà reçu : ", "Received so far: ";
    still_to_come: "À recevoir d’ici au ", "To come by ";
    still_is: " : ", ": ";
    write: "Écrire l’offre", "Write the offer";
    paper: "La lettre à signer", "The letter to sign";
    agreed: "Noter l’accord du client", "Note that the client agrees";
    refused: "Refusée", "Refused";
    withdraw: "Retirer", "Take back";
    credit_note: "L’offre annonce un avoir pour la remise sur le prix : établissez-le dans votre outil de facturation.", "The offer says that a credit note will be issued for the discount on the price: issue it with your invoicing tool.";
    apply: "Appliquer l’offre", "Apply the offer";
    apply_back: "C’est rendu : établir l’avoir", "It is back: note the credit note";
    apply_repair: "C’est fait", "It is done";
    note_payment: "Noter un paiement", "Note a payment";
    again: "Refaire cette offre", "Make this offer again";
    remade: "L’offre tombée est reprise ici, avec un nouveau dernier jour.", "The lapsed offer is taken up here, with a new last day.";
    back_to: "Reprendre ce que vous aviez saisi", "Back to what you had typed";
    delete: "Supprimer", "Delete";
}

/// What is offered, as a choice.
#[must_use]
pub fn sort(lang: Lang, sort: OfferSort) -> &'static str {
    match sort {
        OfferSort::Discount => lang.pick("Une remise", "A discount"),
        OfferSort::Penalties => lang.pick("Les pénalités", "The penalties"),
        OfferSort::Early => lang.pick("Un escompte", "A discount for early payment"),
        OfferSort::Return => lang.pick("Reprendre la marchandise", "To take goods back"),
        OfferSort::Repair => lang.pick("Reprendre le travail", "To put work right"),
    }
}

/// An offer, as a heading: « Remise de 300,00 € ».
#[must_use]
pub fn name(lang: Lang, offer: &Offer, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    match (&offer.kind, lang) {
        (OfferKind::Discount { amount, drops_penalties: false }, Lang::Fr) => {
            format!("Remise de {}", money(*amount))
        }
        (OfferKind::Discount { amount, drops_penalties: false }, Lang::En) => {
            format!("Discount of {}", money(*amount))
        }
        (OfferKind::Discount { amount, .. }, Lang::Fr) => {
            format!("Remise de {}, pénalités abandonnées", money(*amount))
        }
        (OfferKind::Discount { amount, .. }, Lang::En) => {
            format!("Discount of {}, penalties given up", money(*amount))
        }
        (OfferKind::Penalties, _) => lang.pick("Pénalités abandonnées", "Penalties given up").to_owned(),
        (OfferKind::Early { percent, amount }, Lang::Fr) => {
            format!("Escompte de {}, soit {}", format::rate(lang, *percent), money(*amount))
        }
        (OfferKind::Early { percent, amount }, Lang::En) => {
            format!("Early-payment discount of {}, that is {}", format::rate(lang, *percent), money(*amount))
        }
        (OfferKind::Return { what, worth, .. }, Lang::Fr) => {
            format!("Retour\u{a0}: {what}, avoir de {}", money(*worth))
        }
        (OfferKind::Return { what, worth, .. }, Lang::En) => {
            format!("Goods back: {what}, credit note of {}", money(*worth))
        }
        (OfferKind::Repair { what, .. }, Lang::Fr) => format!("Reprise\u{a0}: {what}"),
        (OfferKind::Repair { what, .. }, Lang::En) => format!("Work put right: {what}"),
    }
}

/// A last day that is no working day, with the one to choose rather.
#[must_use]
pub fn off_day(lang: Lang, day: NaiveDate, rather: NaiveDate) -> String {
    let (day, rather) = (format::date_with_weekday(lang, day), format::date_with_weekday(lang, rather));
    lang.pick(
        format!("Le {day}, ni banque ni bureau n’est ouvert : préférez le {rather}."),
        format!("Banks and offices are closed on {day}: choose {rather} instead."),
    )
}

/// Where an offer of a kind stands, in a few words.
#[must_use]
pub fn state(lang: Lang, sort: OfferSort, state: OfferState) -> String {
    let date = |day| format::date_with_weekday(lang, day);
    match (state, lang) {
        (OfferState::Open(until), Lang::Fr) => format!("En cours, jusqu’au {}", date(until)),
        (OfferState::Open(until), Lang::En) => format!("Open until {}", date(until)),
        (OfferState::Agreed(by), Lang::Fr) => format!("Acceptée, à exécuter d’ici au {}", date(by)),
        (OfferState::Agreed(by), Lang::En) => format!("Agreed to, to be carried out by {}", date(by)),
        (OfferState::Met(on), Lang::Fr) => format!("Payée dans les temps, le {}", date(on)),
        (OfferState::Met(on), Lang::En) => format!("Paid in time, on {}", date(on)),
        (OfferState::Overdue(by), Lang::Fr) => format!("En retard depuis le {}", date(by)),
        (OfferState::Overdue(by), Lang::En) => format!("Late since {}", date(by)),
        (OfferState::Lapsed(until), Lang::Fr) => format!("Tombée d’elle-même après le {}", date(until)),
        (OfferState::Lapsed(until), Lang::En) => format!("Lapsed by itself after {}", date(until)),
        (OfferState::Ended(end), _) => ended(lang, sort, end).to_owned(),
    }
}

fn ended(lang: Lang, sort: OfferSort, end: OfferEnd) -> &'static str {
    match end {
        OfferEnd::Fulfilled if sort == OfferSort::Return => {
            lang.pick("Marchandise rendue", "Goods given back")
        }
        OfferEnd::Fulfilled if sort == OfferSort::Repair => lang.pick("Travail repris", "Work put right"),
        OfferEnd::Fulfilled => lang.pick("Appliquée", "Applied"),
        OfferEnd::Refused => lang.pick("Refusée", "Refused"),
        OfferEnd::Withdrawn => lang.pick("Retirée", "Taken back"),
    }
}

/// A way out, as the head of a column.
#[must_use]
pub fn way(lang: Lang, kind: WayKind) -> String {
    match kind {
        WayKind::Nothing => lang.pick("Sans rien offrir", "Nothing offered").to_owned(),
        WayKind::Typed(kind) => {
            let name = super::labels::lower_first(sort(lang, kind));
            lang.pick(format!("Celle-ci – {name}"), format!("This one – {name}"))
        }
        WayKind::Made(id, kind) => {
            let name = super::labels::lower_first(sort(lang, kind));
            lang.pick(format!("Offre {id} – {name}"), format!("Offer {id} – {name}"))
        }
        WayKind::Variant(number, count) => {
            let name = lang.pick("Échéancier, variante", "Payment plan, variant");
            format!("{name} {number}{}", part_of(lang, count))
        }
        WayKind::Plan(_, count) => {
            format!("{}{}", lang.pick("Échéancier", "Payment plan"), part_of(lang, count))
        }
        WayKind::Usual(count) => lang.pick(
            format!("Échéancier courant, en {count} fois"),
            format!("A usual plan, in {count} instalments"),
        ),
    }
}

/// Of a plan over several invoices, the part of this one is compared.
fn part_of(lang: Lang, count: usize) -> String {
    if count < 2 {
        return String::new();
    }
    lang.pick(
        format!(" sur {count} factures, la part de celle-ci"),
        format!(" over {count} invoices, the part of this one"),
    )
}

/// What a movement that an offer made refers to: « Offre du 3 mars 2026 ».
#[must_use]
pub fn reference(lang: Lang, made: NaiveDate) -> String {
    let made = format::date(lang, made);
    lang.pick(format!("Offre du {made}"), format!("Offer of {made}"))
}

/// Why terms make no offer, in a sentence.
#[must_use]
pub fn fault(lang: Lang, error: OfferError) -> &'static str {
    match error {
        OfferError::NothingLate => lang.pick(
            "Rien n’est en retard : il n’y a rien à solder par une offre.",
            "Nothing is late: there is nothing to settle by an offer.",
        ),
        OfferError::TooLarge => lang.pick(
            "C’est autant que ce qui est dû, ou plus : il ne resterait rien à payer.",
            "This is as much as is owed, or more: nothing would be left to pay.",
        ),
        OfferError::NoPenalties => lang.pick(
            "Il n’y a ni pénalités ni indemnité à abandonner.",
            "There are no penalties and no fixed sum to give up.",
        ),
        OfferError::PublicBuyer => lang.pick(
            "Renoncer aux intérêts d’un acheteur public est sans effet (CCP art. L2192-14).",
            "Giving up a public buyer’s interest has no effect (CCP art. L2192-14).",
        ),
        OfferError::NotEarly => lang.pick(
            "L’échéance est venue : un escompte récompense un paiement avant elle.",
            "The due date has come: this discount is for paying before it.",
        ),
        OfferError::OverAlready => lang
            .pick("Laissez au client au moins jusqu’à demain.", "Give the client until tomorrow at least."),
        OfferError::NotBeforeDue => lang.pick(
            "Choisissez un jour avant l’échéance : après, il n’y a plus d’avance.",
            "Choose a day before the due date: after it, nothing is early.",
        ),
    }
}

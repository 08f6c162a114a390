//! Words of reply cards on the creditor's side: the card offered with an e-mail, and its answer pasted back.

use crate::base::Currency;
use crate::domain::reply::{Answer, AnswerKind};
use crate::text::words::{dunning, labels};
use crate::text::{Lang, format};

words! {
    title: "Réponses de clients", "Answers from clients";
    paste: "Le code reçu, ou tout l’e-mail", "The code received, or the whole e-mail";
    paste_hint: "24 lettres et chiffres par groupes de quatre. Ce que vous collez reste dans cette page.", "24 letters and digits in groups of four. What you paste stays on this page.";
    waiting: "Collez une réponse : ce qu’elle propose s’affiche ici. Rien n’est noté sans votre accord.", "Paste an answer: what it proposes shows here. Nothing is noted without your consent.";
    no_code: "Aucun code dans ce texte. Collez l’e-mail entier, ou recopiez les six groupes de quatre signes.", "There is no code in this text. Paste the whole e-mail, or copy the six groups of four signs.";
    damaged: "Ce code est abîmé : un signe est faux ou manque. Recopiez-le depuis l’e-mail, ou demandez à votre client de le renvoyer.", "This code is damaged: a sign is wrong or missing. Copy it again from the e-mail, or ask your client to send it again.";
    foreign: "Ce code ne vient d’aucune de vos cartes. Il est faux, ou destiné à quelqu’un d’autre : n’en tenez pas compte et répondez à l’e-mail.", "This code comes from none of your cards. It is false, or meant for somebody else: take no account of it and answer the e-mail.";
    answered: "La réponse de cette carte est déjà notée, le ", "The answer of this card is noted already, on ";
    answered_end: ". Un second code de la même carte n’est pas repris : notez à la main ce qui aurait changé.", ". A second code of the same card is not taken up: note by hand what may have changed.";
    says: "répond : ", "answers: ";
    about: "Carte du ", "Card of ";
    proves: "Le code montre que la réponse vient de quelqu’un qui avait la carte, et n’a pas été modifiée. Il ne dit pas qui : gardez l’e-mail, c’est lui la preuve.", "The code shows that the answer comes from somebody who had the card, and was not changed. It does not say who: keep the e-mail, that is the evidence.";
    acknowledged: "L’e-mail vient bien de mon client et reconnaît la dette : noter la reconnaissance (la prescription repart)", "The e-mail does come from my client and recognises the debt: note the acknowledgement (limitation starts again)";
    acknowledged_as: "Réponse de carte, par e-mail", "Answer of a card, by e-mail";
    take_promise: "Noter la promesse", "Note the promise";
    take_dispute: "Noter le litige", "Note the dispute";
    answer_by: "Vous répondez au plus tard le", "You answer by";
    take_plan: "Préparer cet échéancier", "Prepare this plan";
    plan_hint: "Vous le vérifiez avant de le proposer : rien n’est encore accordé.", "You look at it before you propose it: nothing is granted yet.";
    client_words: "Ce que dit le client", "What the client says";
    client_words_hint: "Repris de l’e-mail collé, et gardé en note avec la réponse. Rien d’autre de l’e-mail n’est gardé.", "Taken from the e-mail pasted, and kept as the note of the answer. Nothing else of the e-mail is kept.";
    since_card: "Depuis cette carte : ", "Since this card: ";
    card_said: "Elle montrait un solde de ", "It showed a balance of ";
    owed_now: " ; il reste dû aujourd’hui ", "; what is owed today is ";
    only_owed: "La réponse parle de plus que ce qui est encore dû.", "The answer speaks of more than is still owed.";
    too_far: "Ce jour est à plus de six mois : aucune relance ne peut attendre jusque-là, et la carte ne le propose pas. Répondez au client, et convenez d’un échéancier s’il a besoin de temps.", "This day is more than six months ahead: no reminder can wait until then, and the card does not offer it. Answer the client, and agree on a payment plan if time is needed.";
    noted_one: "déjà notée", "noted already";
    unread_one: "ne vient d’aucune de vos cartes", "comes from none of your cards";
    twice: "Deux réponses viennent de la même carte : une seule peut être notée. La plus haute dans un e-mail est d’ordinaire la dernière.", "Two answers come from the same card: only one can be noted. The one higher up in an e-mail usually is the last.";
    settled: "Plus rien n’est dû sur cette carte : il n’y a rien à noter.", "Nothing is owed on this card any more: there is nothing to note.";
    noted_already: "Ce paiement est déjà noté, le ", "This payment is noted already, on ";
    take_nothing: "Classer la réponse", "File the answer";
    drop: "Retirer la carte", "Take the card back";
    drop_hint: "Un code de cette carte ne sera plus repris.", "No code of this card will be taken up any more.";
    check_bank: "Vérifiez d’abord votre compte.", "First look at your bank account.";
    take_paid: "Le virement est là : noter le paiement", "The transfer is there: note the payment";
    take_says_paid: "Pas encore vu : attendre cinq jours", "Not seen yet: wait five days";
    says_paid_note: "Dit avoir payé : ", "Says it has paid: ";
    promises_note: "Promet pour l’ensemble de la carte : ", "Promises for the whole card: ";
    gone: "Les factures de cette carte ne sont plus ici.", "The invoices of this card are no longer here.";
    see_case: "Voir le dossier", "See the case";
    given: "Cartes données", "Cards given";
    waits: "sans réponse", "no answer yet";
    was_answered: "répondu, noté le ", "answered, noted on ";
    card: "Ajouter une carte de réponse", "Add a reply card";
    card_text: "Un lien par lequel votre client répond en une minute : je paie le…, je propose de payer en plusieurs fois, j’ai déjà payé, je conteste. Sa réponse vous revient par e-mail, avec un code.", "A link by which your client answers in a minute: I pay on…, I propose instalments, I have paid, I contest. The answer comes back to you by e-mail, with a code.";
    added: "Ajouté à la fin de votre texte, avant la formule :", "Added at the end of your text, before the closing:";
    only_here: "Relance est ouvert depuis votre ordinateur : votre client ne pourrait pas ouvrir ce lien. Joignez plutôt le fichier.", "Relance is open from your own computer: your client could not open this link. Attach the file instead.";
    download: "Télécharger la carte en fichier", "Download the card as a file";
    download_hint: "Une page seule, à joindre : elle s’ouvre sans réseau.", "A page of its own, to attach: it opens without a network.";
    needs: "Pour une carte, complétez vos coordonnées : votre nom et votre adresse e-mail.", "For a card, complete your details: your name and your e-mail address.";
    profile: "Compléter mes coordonnées", "Complete my details";
}

/// What a card’s link shows whoever opens it, with how it can be paid where it says so.
#[must_use]
pub fn reveals(lang: Lang, has_pay_link: bool, has_cheque: bool) -> String {
    let link = has_pay_link.then(|| lang.pick("le lien de paiement", "the payment link"));
    let cheque = has_cheque.then(|| lang.pick("l’ordre des chèques", "whom a cheque is made out to"));
    let how = link.into_iter().chain(cheque).fold(String::new(), |all, one| all + ", " + one);
    match lang {
        Lang::Fr => format!(
            "Le lien montre à qui l’ouvre : votre nom, votre adresse e-mail, les numéros de facture{how}, le solde, sa date et \
             l’échéance. Rien d’autre, et rien ne passe par un serveur : tout est après le #. Quiconque reçoit le lien, même \
             transféré, voit cela et peut répondre."
        ),
        Lang::En => format!(
            "The link shows whoever opens it: your name, your e-mail address, the invoice numbers{how}, the balance, its day \
             and the due date. Nothing else, and nothing goes through a server: all of it is after the #. Whoever gets the \
             link, even forwarded, sees that and can answer."
        ),
    }
}

/// How an answer is said, with `{amount}`, `{date}`, `{count}` and `{cause}` where they go.
#[must_use]
pub fn pattern(lang: Lang, answer: AnswerKind) -> &'static str {
    match answer {
        AnswerKind::Pays => lang.pick("je paie {amount} au plus tard le {date}", "I pay {amount} by {date}"),
        AnswerKind::Contests => lang.pick("je conteste {amount} ({cause})", "I contest {amount} ({cause})"),
        AnswerKind::Instalments => lang.pick(
            "je propose de payer en {count} fois, une fois par mois, à partir du {date}",
            "I propose {count} instalments, one a month, from {date}",
        ),
        AnswerKind::Paid => lang.pick("j’ai payé {amount} le {date}", "I paid {amount} on {date}"),
    }
}

/// How many answers a paste holds.
#[must_use]
pub fn several(lang: Lang, count: usize) -> String {
    lang.pick(
        format!("Ce texte contient {count} réponses. Laquelle regarder\u{a0}?"),
        format!("This text holds {count} answers. Which one to look at?"),
    )
}

/// An answer as a sentence: « je paie 2 480,00 € au plus tard le 15 décembre 2026 ».
#[must_use]
pub fn answer(lang: Lang, answer: Answer, currency: Currency) -> String {
    let pattern = pattern(lang, answer.kind());
    let money = |amount| format::money(lang, amount, currency);
    match answer {
        Answer::Pays { by: day, amount } | Answer::Paid { on: day, amount } => {
            pattern.replace("{amount}", &money(amount)).replace("{date}", &format::date(lang, day))
        }
        Answer::Contests { cause, amount, .. } => {
            let cause = labels::lower_first(dunning::dispute(lang, cause));
            pattern.replace("{amount}", &money(amount)).replace("{cause}", &cause)
        }
        Answer::Instalments { first, count } => {
            let count = format::integer(lang, i64::from(count));
            pattern.replace("{count}", &count).replace("{date}", &format::date(lang, first))
        }
    }
}

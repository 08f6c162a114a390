//! What is wrong or worth knowing about a field, as a sentence and what to do next; and why a command was refused.

mod refusals;

use chrono::NaiveDate;

use crate::base::{Amount, AmountError, Currency, DateError, RateError};
use crate::domain::iban::BankError;
use crate::domain::law::rate_file::RateFileError;
use crate::domain::pay_link::LinkError;
use crate::domain::problem::{Note, Problem};
use crate::domain::siren::SirenError;
use crate::text::{Lang, format};

pub use refusals::refusal;

/// A fault as a sentence.
#[must_use]
pub fn problem(lang: Lang, problem: Problem) -> String {
    let (french, english) = match problem {
        Problem::Required => ("Ce champ est nécessaire.", "This field is needed."),
        Problem::NotChosen => ("Choisissez une réponse.", "Choose an answer."),
        Problem::WayClosed => ("Choisissez une autre suite.", "Choose another way."),
        Problem::NotDespite => {
            ("Réglez d’abord ce point, ou cochez la case.", "Settle this first, or tick the box.")
        }
        Problem::TooLong(longest) => {
            return match lang {
                Lang::Fr => format!(
                    "C’est trop long : {} caractères au plus. Rien n’a été coupé.",
                    integer(lang, longest)
                ),
                Lang::En => format!(
                    "This is too long: {} characters at most. Nothing was cut.",
                    integer(lang, longest)
                ),
            };
        }
        Problem::Amount(AmountError::TooManyDecimals) => (
            "Un montant a deux décimales au plus : 1 234,56.",
            "An amount has two decimals at most: 1,234.56.",
        ),
        Problem::Amount(AmountError::TooLarge) => (
            "Ce montant dépasse 999 999 999,99. Vérifiez le nombre de chiffres.",
            "This amount is over 999,999,999.99. Check the number of digits.",
        ),
        Problem::Amount(_) => ("Écrivez un montant comme 1 234,56.", "Write an amount such as 1,234.56."),
        Problem::NotPositive => (
            "Le montant doit dépasser zéro. Un remboursement, une remise ou un avoir se note comme un mouvement du dossier.",
            "The amount must be above zero. A refund, a discount or a credit note is noted as a movement of the case.",
        ),
        Problem::Date(DateError::NoSuchDay) => (
            "Ce jour n’existe pas. Vérifiez le jour et le mois.",
            "There is no such day. Check the day and the month.",
        ),
        Problem::Date(DateError::OutOfRange) => {
            ("L’année doit être entre 1900 et 2199.", "The year must be between 1900 and 2199.")
        }
        Problem::Date(_) => ("Écrivez une date comme 31/12/2026.", "Write a date such as 31/12/2026."),
        Problem::DueBeforeIssue => (
            "L’échéance est avant la date d’émission. Vérifiez les deux dates.",
            "The due date is before the issue date. Check both dates.",
        ),
        Problem::InTheFuture => (
            "Ce jour n’est pas encore venu. Entrez une date passée ou aujourd’hui.",
            "This day has not come yet. Enter a past date or today.",
        ),
        // What exactly is wrong is said on the page: this list is in the first part of the program.
        Problem::Schedule(_) | Problem::Untimely(_) => (
            "Ce n’est pas possible\u{a0}: voyez l’explication.",
            "This is not possible: see the explanation.",
        ),
        Problem::ReceivedBeforeSent => {
            ("La réception ne peut pas précéder l’envoi.", "It cannot be received before it was sent.")
        }
        Problem::BeforeLast(day) => {
            let day = format::date(lang, day);
            return match lang {
                Lang::Fr => format!("Ce jour précède le {day}, déjà noté. Vérifiez l’année."),
                Lang::En => format!("This day is before {day}, which is noted already. Check the year."),
            };
        }
        Problem::SentBeforeIssue => (
            "Ce jour précède la date de la facture. Vérifiez l’année.",
            "This day is before the date of the invoice. Check the year.",
        ),
        Problem::NothingToAskThatDay => (
            "Ce jour-là, rien n’était en retard : ce texte n’aurait rien eu à demander.",
            "Nothing was late on that day: this text would have had nothing to ask for.",
        ),
        Problem::Rate(RateError::NotPositive) => (
            "Le taux doit dépasser zéro. Sans taux convenu, laissez vide.",
            "The rate must be above zero. Leave it empty if none was agreed.",
        ),
        Problem::Rate(RateError::TooHigh) => {
            ("Plus de 100 % par an : vérifiez la virgule.", "More than 100% a year: check the decimal mark.")
        }
        Problem::Rate(_) => ("Écrivez un taux comme 12,15.", "Write a rate such as 12.15."),
        Problem::Siren(SirenError::WrongLength) => {
            ("Un SIREN a 9 chiffres, un SIRET 14.", "A SIREN has 9 digits, a SIRET 14.")
        }
        Problem::Siren(SirenError::WrongCheckDigit) => (
            "Un chiffre est faux : la clé ne correspond pas. Recopiez le numéro.",
            "A digit is wrong: the check fails. Copy the number again.",
        ),
        Problem::Iban(BankError::WrongCheckDigits) => (
            "Un caractère est faux : la clé de l’IBAN ne correspond pas. Recopiez-le.",
            "A character is wrong: the IBAN’s check fails. Copy it again.",
        ),
        Problem::Iban(BankError::WrongShape) => (
            "Ce n’est pas un IBAN complet. En France il a 27 caractères et commence par FR.",
            "This is not a whole IBAN. A French one has 27 characters and starts with FR.",
        ),
        Problem::Bic => ("Un BIC a 8 ou 11 caractères.", "A BIC has 8 or 11 characters."),
        Problem::PayLink(LinkError::NotHttps) => (
            "Un lien de paiement commence par https://. Copiez-le en entier.",
            "A payment link starts with https://. Copy the whole of it.",
        ),
        Problem::PayLink(LinkError::WrongShape) => (
            "Ce lien est incomplet, ou ne montre pas clairement où il mène. Copiez-le tel que votre prestataire de paiement le donne.",
            "This link is incomplete, or does not show clearly where it leads. Copy it as your payment provider gives it.",
        ),
        Problem::Email => {
            ("Écrivez une adresse comme nom@exemple.fr.", "Write an address such as name@example.com.")
        }
        Problem::DuplicateNumber => (
            "Ce client a déjà une facture de ce numéro.",
            "This client already has an invoice of this number.",
        ),
        Problem::InstalmentBeforeFirst(_) => (
            "Cette échéance doit venir après la première. La première est celle saisie plus haut.",
            "This due date must come after the first one, which is entered above.",
        ),
        Problem::InstalmentsAboveAmount => (
            "Les échéances suivantes ne laissent rien pour la première. Vérifiez les montants.",
            "The later instalments leave nothing for the first one. Check the amounts.",
        ),
        Problem::RefundAboveReceived(received) => {
            let received = plain(lang, received);
            return match lang {
                Lang::Fr => {
                    format!("À cette date, {received} avaient été reçus : on ne peut pas rendre plus.")
                }
                Lang::En => format!("By that day {received} had been received: no more can be given back."),
            };
        }
        Problem::WaiverAboveOwed(owed) => {
            let owed = plain(lang, owed);
            return match lang {
                Lang::Fr => {
                    format!("À cette date, {owed} étaient dus à ce titre : on ne peut pas abandonner plus.")
                }
                Lang::En => format!("On that day {owed} was owed under this head: no more can be given up."),
            };
        }
        Problem::ConditionBeforeWaiver => (
            "Le dernier jour pour régler doit venir après le jour de l’abandon.",
            "The last day to settle must come after the day of the waiver.",
        ),
        Problem::EndsBeforeSent => (
            "Ce jour vient avant l’envoi. Donnez le dernier jour laissé pour payer.",
            "This day comes before the sending. Give the last day allowed for payment.",
        ),
        Problem::BeforeItsStart => (
            "Ce jour vient avant celui où vous le notez. Choisissez un jour plus tard.",
            "This day comes before the one it is noted on. Choose a later day.",
        ),
        Problem::DayPast => (
            "Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.",
            "This day is past. Choose today or a day to come.",
        ),
        Problem::NotSoon => (
            "Dans les six mois : au-delà, les relances ne peuvent pas attendre. Proposez plutôt plusieurs paiements.",
            "Within six months: reminders cannot wait for longer. Propose several payments instead.",
        ),
        Problem::NotOfBalance(balance, currency) => {
            let balance = format::money(lang, balance, currency);
            return match lang {
                Lang::Fr => format!("Plus de zéro, et {balance} au plus."),
                Lang::En => format!("More than zero, {balance} at most."),
            };
        }
        Problem::NotAFewInstalments => (
            "Un échéancier a de 2 à 24 versements. Écrivez leur nombre.",
            "A plan has 2 to 24 instalments. Write how many.",
        ),
        Problem::NothingCovered => (
            "Cochez au moins une facture dont vous avez parlé.",
            "Tick at least one invoice you spoke about.",
        ),
        Problem::Count(least, most) => {
            return match lang {
                Lang::Fr => format!("Écrivez un nombre entier, de {least} à {most}."),
                Lang::En => format!("Write a whole number from {least} to {most}."),
            };
        }
        Problem::StepOutOfOrder => (
            "Ce jour doit venir après celui de l’étape d’avant. Changez l’un des deux.",
            "This day must come after that of the step before. Change one of the two.",
        ),
        Problem::NoStep => ("Gardez au moins une étape.", "Keep at least one step."),
        Problem::NoticeWithoutReminder => (
            "Une mise en demeure vient après au moins une relance : remettez-en une.",
            "A formal notice comes after at least one reminder: put one back.",
        ),
        Problem::LinesOutOfOrder => (
            "La ligne d’alerte doit rester sous la ligne d’arrêt.",
            "The alert line must stay below the stop line.",
        ),
        Problem::Offer(error) => return super::offers::fault(lang, error).to_owned(),
        Problem::Time => ("Écrivez l’heure comme 14 h 30.", "Write the time as 14:30."),
        Problem::HoursOutOfOrder => {
            ("L’heure de fin doit venir après l’heure de début.", "The last hour must come after the first.")
        }
    };
    lang.pick(french, english).to_owned()
}

/// A note as a sentence.
#[must_use]
pub fn note(lang: Lang, note: Note, currency: Currency) -> String {
    let (french, english) = match note {
        Note::AboveCeiling => (
            "Plus long que la loi ne permet entre professionnels : 60 jours, ou 45 jours fin de mois (C. com. art. L441-10). Le délai n’est pas raccourci ici.",
            "Longer than the law allows between professionals: 60 days, or 45 days end of month (C. com. art. L441-10). It is not shortened here.",
        ),
        Note::AbovePeriodicCeiling => (
            "Plus long que la loi ne permet pour une facture périodique : 45 jours (C. com. art. L441-10). Le délai n’est pas raccourci ici.",
            "Longer than the law allows for a periodic invoice: 45 days (C. com. art. L441-10). It is not shortened here.",
        ),
        Note::AbovePublicCeiling(days) => {
            return match lang {
                Lang::Fr => format!(
                    "Plus long que la loi ne permet à cet acheteur public : {days} jours à compter de la demande de paiement (CCP art. R2192-10 et R2192-11). Le délai n’est pas raccourci ici."
                ),
                Lang::En => format!(
                    "Longer than the law allows this public buyer: {days} days from the request for payment (CCP art. R2192-10 and R2192-11). It is not shortened here."
                ),
            };
        }
        Note::RateNotApplied => (
            "Ce taux ne s’applique pas à ce client : celui de la loi est utilisé. Un acheteur public a le sien, et un multiple du taux légal ne vaut qu’entre professionnels.",
            "This rate does not apply to this client: that of the law is used. A public buyer has its own, and a multiple of the legal rate is for professionals only.",
        ),
        Note::SameMovement => (
            "Un mouvement identique est déjà noté ce jour-là. Ne l’enregistrez que si c’en est un autre.",
            "The same movement is noted already on that day. Save it only if it is another one.",
        ),
        Note::BeforeInvoice => (
            "Avant la date de la facture : compté comme un acompte.",
            "Before the date of the invoice: counted as a deposit.",
        ),
        Note::Overpaid(amount) => {
            let amount = format::money(lang, amount, currency);
            return match lang {
                Lang::Fr => format!("Plus que ce qui est dû : {amount} de trop-perçu."),
                Lang::En => format!("More than is owed: {amount} of credit."),
            };
        }
        Note::AboveContested(contested) => {
            let contested = format::money(lang, contested, currency);
            return match lang {
                Lang::Fr => format!(
                    "Le client ne contestait que {contested}\u{a0}: un avoir plus élevé est un geste, vérifiez le montant."
                ),
                Lang::En => format!(
                    "The client contested {contested} only: a larger credit note is a gesture; check the amount."
                ),
            };
        }
        Note::AboveUnpaid(unpaid) => {
            let unpaid = format::money(lang, unpaid, currency);
            return match lang {
                Lang::Fr => format!("Plus que le principal impayé, qui est de {unpaid}."),
                Lang::En => format!("More than the principal that is unpaid, which is {unpaid}."),
            };
        }
        Note::NotCountedYet => {
            ("Après la date d’arrêté : pas encore compté.", "After the date stated: not counted yet.")
        }
        Note::NotLate => (
            "Cette échéance n’est pas passée : ni pénalités, ni indemnité.",
            "This due date is not past: no penalties, no compensation.",
        ),
        Note::LongAgo => {
            ("Il y a plus de dix ans : vérifiez l’année.", "More than ten years ago: check the year.")
        }
    };
    lang.pick(french, english).to_owned()
}

/// The date a typed one was understood as, for the line under a field: « 15 mars 2026 ».
#[must_use]
pub fn understood_date(lang: Lang, day: NaiveDate) -> String {
    format::date_with_weekday(lang, day)
}

fn plain(lang: Lang, amount: Amount) -> String {
    format::number(lang, amount)
}

fn integer(lang: Lang, n: usize) -> String {
    format::integer(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// Why a rate file is refused, as a sentence with what to mend.
#[must_use]
pub fn rate_file(lang: Lang, error: &RateFileError) -> String {
    match (error, lang) {
        (RateFileError::NotJson(line), Lang::Fr) => {
            format!("Ce fichier n’est pas du JSON : l’erreur est à la ligne {line}. Rien n’a été changé.")
        }
        (RateFileError::NotJson(line), Lang::En) => {
            format!("This file is not JSON: the error is on line {line}. Nothing was changed.")
        }
        (RateFileError::Shape(what), Lang::Fr) => {
            format!(
                "Ce fichier n’a pas la forme d’une table de taux ({what}). Téléchargez la table utilisée pour modèle."
            )
        }
        (RateFileError::Shape(what), Lang::En) => {
            format!(
                "This file does not have the shape of a rate table ({what}). Download the table in use as a model."
            )
        }
        (RateFileError::UnknownSchema(number), Lang::Fr) => {
            format!(
                "Ce format de table ({number}) n’est pas connu de cette version. Rechargez la page pour obtenir la nouvelle."
            )
        }
        (RateFileError::UnknownSchema(number), Lang::En) => {
            format!(
                "This table format ({number}) is not known to this version. Reload the page to get the new one."
            )
        }
        (RateFileError::MissingSeries(name), Lang::Fr) => {
            format!("La série « {name} » manque ou est vide. Ajoutez-la, ou partez de la table utilisée.")
        }
        (RateFileError::MissingSeries(name), Lang::En) => {
            format!("The series “{name}” is missing or empty. Add it, or start from the table in use.")
        }
        (RateFileError::BadDate(series, text), Lang::Fr) => {
            format!("Série « {series} » : « {text} » n’est pas une date. Écrivez-la comme 2027-01-01.")
        }
        (RateFileError::BadDate(series, text), Lang::En) => {
            format!("Series “{series}”: “{text}” is not a date. Write it as 2027-01-01.")
        }
        (RateFileError::BadRate(series, text), Lang::Fr) => {
            format!(
                "Série « {series} » : « {text} » n’est pas un taux. Écrivez-le entre guillemets, comme \"2.40\"."
            )
        }
        (RateFileError::BadRate(series, text), Lang::En) => {
            format!("Series “{series}”: “{text}” is not a rate. Write it in quotes, as \"2.40\".")
        }
        (RateFileError::Overlap(series, day), Lang::Fr) => {
            format!(
                "Série « {series} » : deux lignes se chevauchent au {}. Mettez-les dans l’ordre des dates, une par date.",
                format::date(lang, *day)
            )
        }
        (RateFileError::Overlap(series, day), Lang::En) => {
            format!(
                "Series “{series}”: two rows overlap on {}. Put them in order of date, one for each date.",
                format::date(lang, *day)
            )
        }
        (RateFileError::Gap(series, half), Lang::Fr) => {
            format!(
                "Série « {series} » : le {} manque. Ajoutez sa ligne.",
                super::labels::half_year(lang, *half)
            )
        }
        (RateFileError::Gap(series, half), Lang::En) => {
            format!(
                "Series “{series}”: the {} is missing. Add its row.",
                super::labels::half_year(lang, *half)
            )
        }
        (RateFileError::EndsTooSoon(series), Lang::Fr) => {
            format!("Série « {series} » : sa date de fin précède sa dernière ligne. Corrigez « to ».")
        }
        (RateFileError::EndsTooSoon(series), Lang::En) => {
            format!("Series “{series}”: it ends before its last row. Correct “to”.")
        }
        (RateFileError::UnknownSource(key), Lang::Fr) => {
            format!(
                "La source « {key} » n’est pas décrite dans « sources ». Ajoutez-la en français et en anglais."
            )
        }
        (RateFileError::UnknownSource(key), Lang::En) => {
            format!("The source “{key}” is not described in “sources”. Add it in French and English.")
        }
    }
}

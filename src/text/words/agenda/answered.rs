//! Why a mediation or a lawyer’s letter asks for something: an answer is waited for, or there is one.

use crate::domain::proceeding::ProceedingKind;
use crate::domain::proceeding::next::Task;
use crate::text::Lang;

/// In French, with the days as they are written; what was agreed in a mediation last.
pub(super) fn fr(kind_of: ProceedingKind, task: Task, since: &str, by: &str) -> String {
    let kind = super::proceeding::kind(Lang::Fr, kind_of);
    match task {
        Task::AwaitReply if kind_of == ProceedingKind::LawyerLetter => format!(
            "Lettre d’avocat du {since}\u{a0}: la réponse du client est attendue. Les relances s’arrêtent\u{a0}; cette lettre n’interrompt pas la prescription."
        ),
        Task::AwaitReply => format!(
            "Médiateur saisi le {since}\u{a0}: sa réponse et l’accord du client pour participer sont attendus. La saisine seule ne suspend pas la prescription."
        ),
        Task::ReplyOver => {
            format!("{kind} du {since}\u{a0}: aucune réponse notée avant la fin du {by}.")
        }
        Task::ActOnReply => {
            format!(
                "Le client a répondu le {since} à la lettre d’avocat\u{a0}: noter ce qu’il a dit, puis choisir la suite."
            )
        }
        Task::AwaitMediation => format!(
            "Médiation commencée le {since}\u{a0}: les relances s’arrêtent, et la prescription est suspendue jusqu’à sa fin (C. civ. art. 2238)."
        ),
        _ => {
            format!("Accord trouvé en médiation le {since}\u{a0}: noter les paiements convenus.")
        }
    }
}

/// The same in English.
pub(super) fn en(kind_of: ProceedingKind, task: Task, since: &str, by: &str) -> String {
    let kind = super::proceeding::kind(Lang::En, kind_of);
    match task {
        Task::AwaitReply if kind_of == ProceedingKind::LawyerLetter => format!(
            "Lawyer’s letter of {since}: the client’s answer is awaited. Reminders stop; this letter does not interrupt limitation."
        ),
        Task::AwaitReply => format!(
            "Mediator asked on {since}: the answer, and the client’s consent to take part, are awaited. Asking alone does not suspend limitation."
        ),
        Task::ReplyOver => format!("{kind} of {since}: no answer noted by the end of {by}."),
        Task::ActOnReply => format!(
            "The client answered the lawyer’s letter on {since}: note what was said, then choose what next."
        ),
        Task::AwaitMediation => format!(
            "Mediation begun on {since}: reminders stop, and limitation is suspended until its end (C. civ. art. 2238)."
        ),
        _ => {
            format!("Agreement found before the mediator on {since}: note the payments agreed on.")
        }
    }
}

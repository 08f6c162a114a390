//! The form for what was sent without this program: the invoice, a reminder, a formal notice.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::handed::{HandedField, HandedForm, STEPS, WAYS};
use crate::app::views::figures::Figures;
use crate::app::views::writing::{Recipient, recipients};
use crate::base::InvoiceId;
use crate::domain::author::Author;
use crate::domain::dunning::person;
use crate::domain::event::{Channel, Step};
use crate::domain::party::Client;
use crate::text::words::{case, dunning, posting};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// Whom a text goes to: by e-mail with the address, otherwise by name.
fn usual_recipient(client: &Client, step: Step, channel: Channel) -> String {
    let role = person::role(client, step);
    let all = recipients(client);
    let one = all.iter().find(|one| one.role == role).or(all.first());
    let address = |one: &Recipient| if channel == Channel::Email { one.email.clone() } else { String::new() };
    one.map(|one| one.named(&address(one))).unwrap_or_default()
}

/// The form.
#[component]
pub fn Handed(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let usual = move |form: &HandedForm| {
        figures.with_untracked(|figures| usual_recipient(&figures.client, form.step, form.channel))
    };
    let start = HandedForm::default();
    let start = HandedForm { to: usual(&start), ..start };
    let draft = Draft::new(app, &format!("handed/{id}"), start);
    let form = draft.form;
    // Who it usually goes to follows what it was and how it went, until something else is typed.
    let change = move |change: &dyn Fn(&mut HandedForm)| {
        form.update(|form| {
            let is_usual = form.to == usual(form);
            change(form);
            if is_usual {
                form.to = usual(form);
            }
        });
    };
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let issued = figures.with(|figures| figures.case.invoice.issued);
        form.with(|form| form.parse(issued, app.today.get()))
    });
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let handed = parsed.with_untracked(|(handed, _)| handed.clone());
        let carry_out = |handed| app.send(Command::RecordSending(vec![(id, handed)])).is_ok();
        if submit(&event, "handed-form", sent, handed, carry_out) {
            draft.clear();
        }
    };
    let channel = Memo::new(move |_| form.with(|form| form.channel));
    let to = move || {
        let hint = words.t(match channel.get() {
            Channel::Hand => |w| w.proof_hand,
            Channel::Post => |w| w.proof_post,
            Channel::Portal => |w| w.proof_portal,
            Channel::RegisteredPost => |w| w.proof_registered,
            _ => |w| w.proof_email,
        });
        view! {
            <Field
                id="handed-to"
                label=words.t(|w| w.sent_to)
                hint=hint
                value=slot(form, |form| &form.to, |form| &mut form.to)
                problem=problem_of(HandedField::To)
                optional=true
                sent=sent
            />
        }
    };
    let has_number = Memo::new(move |_| form.with(HandedForm::has_number));
    let number = move || {
        has_number.get().then(|| {
            view! {
                <Field
                    id="handed-number"
                    label=app.words(posting::words).t(|w| w.number)
                    value=slot(form, |form| &form.number, |form| &mut form.number)
                    problem=problem_of(HandedField::Number)
                    optional=true
                    sent=sent
                />
            }
        })
    };
    let asks = Memo::new(move |_| form.with(HandedForm::asks));
    let has_receipt = Memo::new(move |_| form.with(HandedForm::has_receipt));
    let received = move || {
        has_receipt.get().then(|| {
            view! {
                <Field
                    id="handed-received"
                    label=words.t(|w| w.received_on)
                    hint=words.t(|w| w.received_hint)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.received, |form| &mut form.received)
                    problem=problem_of(HandedField::Received)
                    optional=true
                    sent=sent
                />
            }
        })
    };
    let asked = move || {
        asks.get().then(|| {
            view! {
                {select(
                    "handed-by",
                    words.t(|w| w.sent_by),
                    &Author::ALL,
                    dunning::author,
                    move || form.with(|form| form.by),
                    move |by| form.update(|form| form.by = by),
                )}
                <div class="field-row">
                    <Field
                        id="handed-until"
                        label=words.t(|w| w.sent_until)
                        kind=FieldKind::Date
                        value=slot(form, |form| &form.until, |form| &mut form.until)
                        problem=problem_of(HandedField::Until)
                        optional=true
                        sent=sent
                    />
                    {live(received)}
                </div>
            }
        })
    };
    view! {
        <form class="form handed-form" novalidate on:submit=save>
            {select(
                "handed-step",
                words.t(|w| w.sent_kind),
                &STEPS,
                case::handed,
                move || form.with(|form| form.step),
                move |step| change(&|form| form.step = step),
            )}
            <div class="field-row">
                <Field
                    id="handed-date"
                    label=words.t(|w| w.sent_on)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(HandedField::Date)
                    sent=sent
                />
                {select(
                    "handed-channel",
                    words.t(|w| w.sent_how),
                    &WAYS,
                    dunning::channel,
                    move || channel.get(),
                    move |channel| change(&|form| form.channel = channel),
                )}
            </div>
            {live(number)}
            {live(to)}
            {live(asked)}
            {submit_button(Weight::Plain, words.t(|w| w.sent_save))}
        </form>
    }
}

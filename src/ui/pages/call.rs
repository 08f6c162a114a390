//! A call: whom, the sentence with the figures, the script, what to ask, and in one tap how it ended. Made to be held in
//! one hand.

pub mod ending;
pub mod fields;
pub mod questions;
pub mod script;
pub mod top;

use leptos::prelude::*;

use self::ending::Ending;
use self::questions::Questions;
use self::script::Script;
use self::top::{Timer, Top};
use super::composer::desk::weighing;
use super::composer::guard::Guard;
use super::not_found::NotFound;
use crate::app::book::Book;
use crate::app::forms::call::{CallContext, CallField, CallForm, Covered};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::today;
use crate::app::views::withheld::{plan_runs, plan_sum, withheld};
use crate::app::views::writing::weight;
use crate::base::{Amount, ClientId, InvoiceId, Lang};
use crate::browser::{clock, page};
use crate::documents::context::{Facts, TextContext};
use crate::domain::dunning::conduct::{Breach, Contacts, breaches};
use crate::domain::dunning::deadline::deadline;
use crate::domain::dunning::person::{Person, person, to_call};
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::{Channel, Step};
use crate::domain::party::Client;
use crate::text::words::{call, labels};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, given_or, live, only_if};
use crate::ui::state::{App, use_app};

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callee {
    /// What the person does; none for the general contact.
    pub role: Option<crate::domain::contact::Role>,
    /// Name; empty where it is not known.
    pub name: String,
    /// Number.
    pub phone: String,
}

impl From<Person<'_>> for Callee {
    fn from(person: Person<'_>) -> Self {
        Self { role: person.role, name: person.name.to_owned(), phone: person.phone.trim().to_owned() }
    }
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct Calling {
    /// The claim the call started from.
    pub id: InvoiceId,
    /// The client.
    pub client: Memo<Client>,
    /// The invoices spoken about, with their figures.
    pub figures: Memo<Vec<Figures>>,
    /// Everybody with a number, the one the call is for first.
    pub callees: Memo<Vec<Callee>>,
    /// The one chosen, by place.
    pub chosen: RwSignal<usize>,
    /// What speaks against calling now.
    pub breaches: Memo<Vec<Breach>>,
    /// What the form needs to know.
    pub context: Memo<CallContext>,
    /// The form.
    pub draft: Draft<CallForm>,
    /// It was sent: its faults show.
    pub sent: RwSignal<bool>,
    /// The timer.
    pub timer: Timer,
    /// Why the whole of the claim is not asked for, where it is not.
    pub held: Memo<Option<Withheld>>,
}

/// The page.
#[component]
pub fn CallPage(
    /// The claim the call starts from.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Call id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Call(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let calling = Calling::start(app, id, figures);
    // What was done before is no part of the call, whose buttons stand where the line would: the story takes it back too.
    app.line.set(None);
    Effect::new(move |_| {
        let name = labels::client_name(app.lang(), &calling.client.get().name);
        page::set_title(&format!("{} · {name} · Relance", words.t(|w| w.title).get()));
    });
    let name = live(move || labels::client_name(app.lang(), &calling.client.get().name));
    let is_sent = Memo::new(move |_| figures.with(|figures| figures.case.was_sent(app.today.get())));
    let against = move || {
        live(move || {
            let breaches = calling.breaches.get();
            (!breaches.is_empty()).then(|| {
                let lang = app.lang();
                let reasons = breaches.into_iter().map(|breach| format!("{} ", call::breach(lang, breach)));
                view! {
                    <div class="banner call-conduct" role="note">
                        <p class="banner-text">
                            <strong>{words.t(|w| w.conduct)}</strong>
                            {lang.pick("\u{a0}: ", ": ")}
                            {reasons.collect::<String>()}
                            {words.t(|w| w.conduct_hint)}
                        </p>
                    </div>
                }
            })
        })
    };
    let not_late = move || {
        live(move || {
            let late =
                figures.with(|figures| (figures.claim.principal_left - figures.claim.not_due).is_positive());
            (!late).then(|| view! { <p class="field-hint call-not-late">{words.t(|w| w.not_late)}</p> })
        })
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoice(id).to_string()>
                "← "
                {words.t(|w| w.back)}
            </a>
            <h1 tabindex="-1">{name}</h1>
            <p class="page-sub">
                {live(move || figures.with(|figures| labels::invoice_of(app.lang(), &figures.case.invoice)))}
            </p>
        </div>
        {live(move || {
            if !is_sent.get() {
                // Nobody is called about what they may never have got (CAP-6).
                return view! { <Guard id=id figures=figures is_call=true /> }.into_any();
            }
            view! {
                {against()}
                {only_if(move || calling.held.with(Option::is_none), not_late)}
                <Talk calling=calling />
            }
            .into_any()
        })}
    }
}

/// The call itself.
#[component]
fn Talk(calling: Calling) -> impl IntoView {
    let words = use_app().words(call::words);
    view! {
        <div class="two-columns call-page">
            <Top calling=calling />
            <div class="column call-body">
                <Script calling=calling />
                // Whoever does not pay is not asked how it pays.
                {only_if(move || calling.asks(), move || view! { <Questions calling=calling /> })}
                <div class="section">
                    <Field
                        id="call-note"
                        label=words.t(|w| w.note)
                        kind=FieldKind::Lines
                        value=calling.slot(CallField::Note)
                    />
                </div>
                <Ending calling=calling />
            </div>
        </div>
    }
}

impl Calling {
    fn start(app: App, id: InvoiceId, figures: Memo<Figures>) -> Self {
        let client = Memo::new(move |_| figures.with(|figures| figures.client.clone()));
        let held = Memo::new(move |_| {
            let today = app.today.get();
            app.book.with(|book| withheld(book, id, today))
        });
        let (_, hour, _) = clock::local(clock::minutes());
        let step = Memo::new(move |_| {
            let action = app.book.with(|book| today::action(book, id, app.today.get()));
            action.and_then(|action| action.what.step()).filter(|step| step.is_call()).unwrap_or(Step::Call)
        });
        let callees = Memo::new(move |_| client.with(|client| callees(client, step.get())));
        let chosen = RwSignal::new(0);
        let breaches = Memo::new(move |_| {
            let client = client.with(|client| client.id);
            app.book.with(|book| {
                let contacts = Contacts::of(book.cases_of(client).flat_map(|case| &case.events));
                let today = app.today.get();
                breaches(step.get(), Channel::Phone, &contacts, book.policy(), today, Some(hour))
            })
        });
        let context = Memo::new(move |_| {
            let today = app.today.get();
            let called = callees.with(|callees| callees.get(chosen.get()).map(|one| one.name.clone()));
            let (client, general) = client.with(|client| (client.id, client.contact.clone()));
            app.book.with(|book| CallContext {
                subject: id,
                late: late(book, id, client, today),
                step: step.get(),
                to: called.unwrap_or(general),
                is_beyond: breaches.with(|breaches| !breaches.is_empty()),
                today,
                region: book.policy().region,
                lang: app.lang(),
            })
        });
        let draft = Draft::new(app, &format!("call/{id}"), CallForm::default());
        let form = draft.form;
        // How a call was going to end before the claim was put in other hands is no way for it to end now.
        Effect::new(move |_| {
            let ends_so = form.with(|form| form.outcome);
            let allows = |outcome| held.with(|held| held.as_ref().is_none_or(|held| held.allows(outcome)));
            if ends_so.is_some_and(|outcome| !allows(outcome)) {
                form.update(|form| form.outcome = None);
            }
        });
        let spoken = Memo::new(move |_| {
            let ids: Vec<InvoiceId> = context
                .with(|context| form.with(|form| form.covered(context).map(|invoice| invoice.id).collect()));
            let today = app.today.get();
            app.book.with(|book| {
                let of = |id: &InvoiceId| Some(Figures::of_case(book, book.case(*id)?, today));
                let some: Vec<Figures> = ids.iter().filter_map(of).collect();
                if some.is_empty() { vec![figures.get()] } else { some }
            })
        });
        Self {
            id,
            client,
            figures: spoken,
            callees,
            chosen,
            breaches,
            context,
            draft,
            sent: RwSignal::new(false),
            timer: Timer::new(),
            held,
        }
    }

    /// Something may be asked of the client: nothing holds the claim, or a plan that is spoken of.
    #[must_use]
    pub fn asks(self) -> bool {
        self.held.with(|held| held.as_ref().is_none_or(|held| held.plan().is_some()))
    }

    /// A field of the form: what was typed, or what is suggested.
    #[must_use]
    pub fn slot(self, field: CallField) -> Slot {
        let form = self.draft.form;
        Slot {
            text: Signal::derive(move || {
                self.context.with(|context| form.with(|form| form.shown(field, context)))
            }),
            change: Callback::new(move |text: String| {
                form.update(|form| {
                    form.typed.insert(field, text);
                });
            }),
        }
    }

    /// The language the client is spoken to in.
    #[must_use]
    pub fn lang(self, app: App) -> Lang {
        self.client.with(|client| client.manner.lang).unwrap_or_else(|| app.lang())
    }

    /// The facts of everything that is said.
    #[must_use]
    pub fn text_context(self, app: App) -> TextContext {
        let lang = self.lang(app);
        let (step, to) = self.context.with(|context| (context.step, context.to.clone()));
        self.figures.with(|figures| {
            let cases: Vec<_> = figures.iter().map(|figures| (&figures.case, &figures.claim)).collect();
            self.client.with(|client| {
                // Greeted by the name of whoever is called.
                let client = &Client { contact: to, ..client.clone() };
                app.book.with(|book| {
                    let today = app.today.get();
                    let last = deadline(step, Channel::Phone, client.kind, book.policy().region, today);
                    let facts = Facts::new(book.profile(), client, &cases, today, last, lang);
                    let plan_sum = plan_sum(book, self.id, step, today);
                    let ids: Vec<InvoiceId> = cases.iter().map(|(case, _)| case.invoice.id).collect();
                    let says_weight = app.draft(&weighing(self.id)).is_some();
                    let share = says_weight.then(|| weight(book, &ids, today)).flatten();
                    Facts { plan_sum, share, ..facts }.context()
                })
            })
        })
    }

    /// What can be claimed on the invoices spoken about: under a plan its instalment.
    #[must_use]
    pub fn claimed(self) -> Amount {
        if let Some(asked) =
            self.held.with(|held| held.as_ref().and_then(Withheld::plan).map(|runs| runs.asked))
        {
            return asked;
        }
        // What is contested is not asked for until that is settled.
        let asked = |one: &Figures| one.case.undisputed(one.client.kind, &one.claim).exigible();
        self.figures.with(|all| all.iter().map(asked).sum())
    }
}

/// Every late invoice of the client in the currency of the claim, that claim whatever it is, the oldest first. Under a plan
/// they are those it covers, with what it asks for; otherwise those that may be asked for.
fn late(book: &Book, id: InvoiceId, client: ClientId, today: chrono::NaiveDate) -> Vec<Covered> {
    let currency = book.case(id).map(|case| case.invoice.currency);
    let runs = plan_runs(book, id, today);
    let may_speak = |other: InvoiceId| {
        if let Some(runs) = &runs {
            return runs.invoices.contains(&other);
        }
        let was_sent = || book.case(other).is_some_and(|case| case.was_sent(today));
        other == id || (was_sent() && withheld(book, other, today).is_none())
    };
    let mut late: Vec<Covered> = book
        .cases_of(client)
        .filter(|case| Some(case.invoice.currency) == currency && may_speak(case.invoice.id))
        .filter_map(|case| {
            let claim = book.claim(case, today);
            let due = (claim.principal_left - claim.not_due).or_zero();
            let is_subject = case.invoice.id == id;
            (is_subject || due.is_positive()).then(|| Covered {
                id: case.invoice.id,
                number: case.invoice.number.clone(),
                due: claim.first_unpaid_due().unwrap_or(case.invoice.due),
                owed: if due.is_positive() { due } else { claim.principal_left },
            })
        })
        .collect();
    late.sort_by_key(|invoice| (invoice.due, invoice.id));
    if let Some(runs) = runs {
        let mut left = runs.asked;
        for one in &mut late {
            one.owed = one.owed.min(left);
            left -= one.owed;
        }
        late.retain(|one| one.id == id || one.owed.is_positive());
    }
    late
}

/// Everybody with a number, the one a step is for first.
fn callees(client: &Client, step: Step) -> Vec<Callee> {
    let mut all: Vec<Callee> = to_call(client, step).into_iter().map(Callee::from).collect();
    let known = client.contacts.iter().map(|contact| Callee {
        role: Some(contact.role),
        name: contact.name.clone(),
        phone: [&contact.phone, &contact.personal_phone]
            .into_iter()
            .map(|number| number.trim())
            .find(|number| !number.is_empty())
            .unwrap_or_default()
            .to_owned(),
    });
    for one in known.chain([Callee::from(person(client, None))]) {
        let is_new = all.iter().all(|other| (&other.name, &other.phone) != (&one.name, &one.phone));
        if !one.phone.is_empty() && is_new {
            all.push(one);
        }
    }
    all
}

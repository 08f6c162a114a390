//! A call: whom, the sentence with the figures, the script, what to ask, and in one tap how it ended. Made to be held in
//! one hand.

pub mod callee;
pub mod covers;
pub mod ended;
pub mod ending;
pub mod fields;
pub mod questions;
pub mod script;
pub mod top;

use leptos::prelude::*;

use self::callee::{Callee, callees, late};
use self::covers::Covers;
use self::ended::Ended;
use self::ending::Ending;
use self::questions::Questions;
use self::script::Script;
use self::top::{Timer, Top};
use super::composer::desk::weighing;
use super::composer::guard::Guard;
use super::not_found::NotFound;
use crate::app::calls::CallMade;
use crate::app::forms::call::{CallContext, CallField, CallForm};
use crate::app::own_templates::OwnTemplate;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::today;
use crate::app::views::withheld::{plan_sum, withheld};
use crate::app::views::writing::{held_back, weight};
use crate::base::{Amount, InvoiceId, Lang};
use crate::browser::{clock, page};
use crate::documents::context::{Facts, TextContext};
use crate::documents::message::channels;
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::claim::Claim;
use crate::domain::dunning::conduct::{Breach, Contacts, breaches};
use crate::domain::dunning::deadline::deadline;
use crate::domain::dunning::unanswered;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::{Channel, Outcome, Step};
use crate::domain::party::Client;
use crate::text::words::{call, labels};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, given_or, live, only_if};
use crate::ui::state::{App, use_app};

/// What is said in a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The step whose script it is: the one that is due, where it can be said.
    pub step: Step,
    /// The user's own scripts for it.
    pub own: Vec<OwnTemplate>,
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
    /// What is said.
    pub said: Memo<Said>,
    /// Which script was chosen: 0 is the proposed one, then the user's own, of which the first is said unless one chooses.
    pub template: RwSignal<Option<usize>>,
    /// The call as it was noted, once it ended.
    pub made: RwSignal<Option<CallMade>>,
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
    let has_ended = Memo::new(move |_| calling.outcome().is_some());
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
            if has_ended.get() {
                return view! { <Ended calling=calling /> }.into_any();
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
    let app = use_app();
    let words = app.words(call::words);
    // Whoever is called about a claim for which work stands still speaks of that first.
    let suspended = move || {
        let (lang, today) = (app.lang(), app.today.get());
        calling.figures.with(|all| {
            let mut open = all.iter().flat_map(|one| one.case.open_circumstances(today));
            let (work, since) = open.find_map(|one| match &one.kind {
                CircumstanceKind::Suspension { work } => Some((work.clone(), one.date)),
                _ => None,
            })?;
            let said = call::suspended(lang, &work, since);
            Some(view! { <p class="field-hint call-suspended">{said}</p> })
        })
    };
    view! {
        <div class="two-columns call-page">
            // Within the reach of a thumb while one reads: where it lies depends on the room there is.
            <div class="call-side">
                <Top calling=calling />
                <Ending calling=calling />
            </div>
            <div class="column call-body">
                {live(suspended)}
                <Script calling=calling />
                // Whoever does not pay is not asked how it pays.
                {only_if(move || calling.asks(), move || view! { <Questions calling=calling /> })}
                <div class="section form">
                    <Covers calling=calling />
                    <Field
                        id="call-note"
                        label=words.t(|w| w.note)
                        kind=FieldKind::Lines
                        value=calling.slot(CallField::Note)
                    />
                </div>
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
        let said = Memo::new(move |_| {
            let today = app.today.get();
            let due =
                app.book.with(|book| today::action(book, id, today)).filter(|action| action.day <= today);
            let (kind, lang) = client.with(|client| (client.kind, client.manner.lang));
            let due = due.and_then(|action| action.what.step());
            let step =
                due.filter(|step| channels(*step, kind).contains(&Channel::Phone)).unwrap_or(step.get());
            let lang = lang.unwrap_or_else(|| app.lang());
            let own =
                app.book.with(|book| book.templates().of(step, Channel::Phone, lang).cloned().collect());
            Said { step, own }
        });
        let callees = Memo::new(move |_| client.with(|client| callees(client, step.get())));
        let chosen = RwSignal::new(0);
        let breaches = Memo::new(move |_| {
            let client = client.with(|client| client.id);
            app.book.with(|book| {
                let contacts = Contacts::of(book.cases_of(client).flat_map(|case| &case.events));
                let today = app.today.get();
                let mut found =
                    breaches(step.get(), Channel::Phone, &contacts, book.policy(), today, Some(hour));
                found.extend(held_back(book, &[id], step.get(), today));
                found
            })
        });
        let made = RwSignal::new(None::<CallMade>);
        // Once it is noted, the call itself is no reason against it, and what it brought changes nothing of what was said.
        let context = Memo::new(move |last: Option<&CallContext>| {
            if let Some(last) = last.filter(|_| made.with(Option::is_some)) {
                return last.clone();
            }
            let today = app.today.get();
            let called = callees.with(|callees| callees.get(chosen.get()).map(|one| one.name.clone()));
            let (client, general) = client.with(|client| (client.id, client.contact.clone()));
            app.book.with(|book| CallContext {
                subject: id,
                late: late(book, id, client, today),
                step: step.get(),
                to: called.unwrap_or(general),
                is_beyond: breaches.with(|breaches| !breaches.is_empty()),
                was_in_vain: book.case(id).is_some_and(|case| 0 < unanswered(case, today)),
                today,
                region: book.policy().region,
                lang: app.lang(),
            })
        });
        let draft = Draft::new(app, &format!("call/{id}"), CallForm::default());
        let form = draft.form;
        if form.with_untracked(|form| form.noted) {
            draft.clear();
        }
        // Taken back, here or elsewhere: the call goes on.
        Effect::new(move |_| {
            let is_gone =
                made.with(|made| made.as_ref().is_some_and(|made| !app.book.with(|book| made.is_in(book))));
            if is_gone {
                made.set(None);
                form.update(|form| (form.outcome, form.noted) = (None, false));
            }
        });
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
            said,
            template: RwSignal::new(None),
            made,
        }
    }

    /// The script of the user's own that is said, where one is.
    #[must_use]
    pub fn own_script(self) -> Option<OwnTemplate> {
        let at = self.template.get().unwrap_or(1).checked_sub(1)?;
        self.said.with(|said| said.own.get(at).cloned())
    }

    /// How it ended; none while it goes on.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.draft.form.with(|form| form.outcome)
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
        let (step, to) = (self.said.with(|said| said.step), self.context.with(|context| context.to.clone()));
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

    /// What is asked for on the invoices spoken about: what is left of them, as the script says; under a plan its instalment;
    /// what lateness cost where that is all.
    #[must_use]
    pub fn asked(self) -> Amount {
        if let Some(asked) =
            self.held.with(|held| held.as_ref().and_then(Withheld::plan).map(|runs| runs.asked))
        {
            return asked;
        }
        self.figures.with(|all| {
            let parts: Vec<Claim> = all.iter().map(undisputed).collect();
            let late = parts.iter().map(|one| (one.principal_left - one.not_due).or_zero()).sum();
            let claimed = parts.iter().map(Claim::exigible).sum();
            let left = parts.iter().map(|one| one.principal_left).sum();
            [late, claimed, left].into_iter().find(|sum: &Amount| sum.is_positive()).unwrap_or_default()
        })
    }

    /// Something of what is spoken about is late.
    #[must_use]
    pub fn is_late(self) -> bool {
        self.figures
            .with(|all| all.iter().any(|one| (one.claim.principal_left - one.claim.not_due).is_positive()))
    }

    /// All that can be claimed on them, with penalties and fixed sums. What is contested is not, until that is settled.
    #[must_use]
    pub fn claimed(self) -> Amount {
        self.figures.with(|all| all.iter().map(|one| undisputed(one).exigible()).sum())
    }
}

fn undisputed(one: &Figures) -> Claim {
    one.case.undisputed(one.client.kind, &one.claim)
}

//! A year simulated day by day: random invoices of all kinds, a user who does what the agenda proposes on most days and
//! calls on impulse on some, and clients who answer at random. No case is ever without a dated action or a stated reason,
//! nothing that was recorded is beyond the budget without its reason, no formal notice comes before a recorded reminder,
//! and the same facts give the same list and the same texts, which stay as they were sent.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may fail loudly, their helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{
    ActDraft, CircumstanceDraft, ClientDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::forms::call::{CallContext, CallField, CallForm, Covered};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::update::update;
use relance::app::views::today::{Todo, action, day};
use relance::base::{Amount, Currency, InvoiceId, Lang, dates};
use relance::documents::context::Facts;
use relance::documents::message::{Message, message};
use relance::domain::act::ActKind;
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause, PauseCause, Unpaid};
use relance::domain::claim::{Claim, Instalment};
use relance::domain::dunning::conduct::{Contacts, breaches, counts, is_noticed_at_once};
use relance::domain::dunning::deadline::granted;
use relance::domain::dunning::{What, Why, unanswered};
use relance::domain::event::{Call, Channel, Event, Outcome, SentText, Step};
use relance::domain::manner::Tone;
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::domain::proceeding::next::Task;
use relance::domain::proceeding::{Milestone, ProceedingKind};

/// Numbers that look random and come again with the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }

    fn days(&mut self, from: u32, to: u32) -> u32 {
        from + u32::try_from(self.roll(u64::from(to - from) + 1)).unwrap()
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.roll(items.len() as u64)).unwrap()]
    }
}

struct Year {
    book: Book,
    dice: Dice,
    today: NaiveDate,
    /// How calls end.
    outcomes: Vec<Outcome>,
    /// Judgments to come, by the name of the client.
    judgments: Vec<(&'static str, DebtorKind, NaiveDate)>,
    /// Every text as it was sent.
    sent: Vec<(InvoiceId, Step, NaiveDate, String)>,
}

impl Year {
    fn empty(seed: u64) -> Self {
        let today = dates::parse_iso("2026-01-05").unwrap();
        let outcomes = Outcome::ALL.to_vec();
        Self {
            book: Book::default(),
            dice: Dice(seed),
            today,
            outcomes,
            judgments: Vec::new(),
            sent: Vec::new(),
        }
    }

    fn new(seed: u64) -> Self {
        let mut year = Self::empty(seed);
        let today = year.today;
        for (name, kind) in [
            ("Atelier Brun", DebtorKind::Business),
            ("Mme Dubois", DebtorKind::Consumer),
            ("Mairie", DebtorKind::Public),
            ("Inconnu", DebtorKind::Unknown),
        ] {
            let phone = if year.dice.one_in(2) { "02 40 00 00 00".to_owned() } else { String::new() };
            if year.dice.one_in(8) {
                let opened = dates::add_days(today, year.dice.days(20, 300));
                year.judgments.push((name, kind, opened));
            }
            let draft = ClientDraft { phone, ..ClientDraft::named(name, kind) };
            year.send(Command::SaveClient(None, draft));
        }
        for number in 0..year.dice.days(4, 8) {
            year.invoice(number);
        }
        year
    }

    fn send(&mut self, command: Command) {
        update(&mut self.book, command.clone(), self.today)
            .unwrap_or_else(|refusal| panic!("{refusal:?}: {command:?}"));
    }

    fn invoice(&mut self, number: u32) {
        let client = self.dice.of(&["Atelier Brun", "Atelier Brun", "Mme Dubois", "Mairie", "Inconnu"]);
        let due = dates::add_days(self.today, self.dice.days(0, 90));
        let amount = Amount::from_cents(i64::from(self.dice.days(1_000, 500_000)));
        let mut draft = InvoiceDraft::new(client, &number.to_string(), self.today, due, amount);
        draft.currency = if self.dice.one_in(5) { Currency::GBP } else { Currency::EUR };
        if self.dice.one_in(4) {
            draft.later = vec![Instalment { due: dates::add_days(due, 30), amount: Amount::from_cents(500) }];
        }
        self.send(Command::SaveInvoice(None, draft));
    }

    fn claim(&self, id: InvoiceId) -> (CaseFile, Claim) {
        let case = self.book.case(id).unwrap().clone();
        let claim = self.book.claim(&case, self.today);
        (case, claim)
    }

    fn live(&mut self) {
        let today = self.today;
        for (name, kind, opened) in self.judgments.clone() {
            if opened == today {
                let known = self.book.clients().find(|client| client.name == name).unwrap();
                let (id, phone) = (known.id, known.phone.clone());
                let insolvency = Some(opened);
                let draft = ClientDraft { phone, insolvency, ..ClientDraft::named(name, kind) };
                self.send(Command::SaveClient(Some(id), draft));
            }
        }
        self.look_at_every_case();
        let list = day(&self.book, today);
        let same = self.same_facts();
        assert_eq!(list, day(&same, today), "the same facts give the same list");
        Self::budget_holds(&list.todos);
        if !self.dice.one_in(5) {
            let list: Vec<Todo> = list.todos.into_iter().filter(|todo| todo.action.day <= today).collect();
            for todo in list {
                self.act(&todo);
            }
        }
        self.chance();
        if self.dice.one_in(6) {
            self.impulse();
        }
        self.budget_was_kept();
        self.today = dates::next_day(today);
    }

    fn look_at_every_case(&self) {
        let region = self.book.policy().region;
        for id in self.book.cases().map(|case| case.invoice.id) {
            let (case, claim) = self.claim(id);
            let next = action(&self.book, id, self.today).unwrap();
            assert!(self.today <= next.day && region.is_working(next.day), "{next:?}");
            if claim.total.is_zero() {
                assert!(matches!(next.what, What::Nothing | What::Thank | What::Resume), "{next:?}");
                continue;
            }
            if case.is_out(self.today) {
                assert!(matches!(next.what, What::Nothing | What::Proceed(Task::NotifySale)), "{next:?}");
                continue;
            }
            assert!(next.what != What::Nothing && next.why != Why::Settled, "{next:?}");
            if case.proceeding(self.today).is_some() {
                assert!(!next.what.is_contact(), "asked of the client meanwhile: {next:?}");
            }
            // But on a day the client named, that no later attempt has come to.
            let named = case.events.iter().filter_map(|event| event.call.as_ref());
            let named = named.filter(|call| call.outcome == Outcome::CallBack).filter_map(|call| call.again);
            let stands = named.max().is_some_and(|day| case.events.iter().all(|event| event.date < day));
            let last = case.events.iter().filter_map(|event| event.call.as_ref()).next_back();
            let is_chosen = last.is_some_and(|call| call.again.is_some());
            if 2 <= unanswered(&case, self.today) && !stands && !is_chosen {
                assert_ne!(next.what, What::CallBack, "nobody answers, and calls go on: {case:?}");
            }
            assert!(
                dates::days_between(self.today, next.day) <= 200,
                "{} of {case:?} is far: {next:?}",
                self.today
            );
            if next.what == What::Climb(Step::FormalNotice) {
                let reminded = case.events.iter().any(|event| {
                    event.step.is_reminder() && event.date <= self.today && event.deadline < next.day
                });
                assert!(reminded, "formal notice before a reminder: {case:?}");
            }
        }
    }

    /// Another book of the same facts.
    fn same_facts(&self) -> Book {
        let mut same = Book::default();
        for record in self.book.records() {
            same.put(record);
        }
        same
    }

    /// The text of a step about some invoices of a client, as a book and a day give it.
    fn text(
        book: &Book,
        about: &[InvoiceId],
        step: Step,
        channel: Channel,
        today: NaiveDate,
    ) -> Option<String> {
        let cases: Vec<(CaseFile, Claim)> = about
            .iter()
            .map(|id| {
                let case = book.case(*id).unwrap().clone();
                let claim = book.claim(&case, today);
                (case, claim)
            })
            .collect();
        let cases: Vec<_> = cases.iter().map(|(case, claim)| (case, claim)).collect();
        let client = book.client(cases[0].0.invoice.client).unwrap();
        let last = granted(step, channel, client.kind, book.policy().region, today);
        let facts = Facts::new(book.profile(), client, &cases, today, last, Lang::Fr);
        match message(step, channel, Tone::Courteous, &facts.context()).ok()? {
            Message::Email(email) => Some(format!("{}\n{}", email.subject, email.body)),
            Message::Letter(letter) => Some(format!("{letter:?}")),
            Message::Sms(text) | Message::Script(text) => Some(text),
        }
    }

    /// The user calls somebody out of turn. The form asks why wherever budget, hour or day speak against it, and only there.
    fn impulse(&mut self) {
        let ids: Vec<InvoiceId> = self.book.cases().map(|case| case.invoice.id).collect();
        let id = self.dice.of(&ids);
        let (case, claim) = self.claim(id);
        if !claim.principal_left.is_positive() {
            return;
        }
        let hour = self.dice.days(7, 20);
        let events: Vec<Event> =
            self.book.cases_of(case.invoice.client).flat_map(|case| case.events.clone()).collect();
        let policy = self.book.policy().clone();
        let found =
            breaches(Step::Call, Channel::Phone, &Contacts::of(&events), &policy, self.today, Some(hour));
        let context = CallContext {
            subject: id,
            late: vec![Covered {
                id,
                number: case.invoice.number.clone(),
                due: case.invoice.due,
                owed: claim.principal_left,
            }],
            step: Step::Call,
            to: format!("poste {}", self.dice.roll(50)),
            is_beyond: !found.is_empty(),
            was_in_vain: 0 < unanswered(&case, self.today),
            today: self.today,
            region: policy.region,
            lang: Lang::Fr,
        };
        let mut form = CallForm { outcome: Some(Outcome::NoAnswer), ..CallForm::default() };
        let (call, _) = form.parse(&context);
        assert_eq!(call.is_some(), found.is_empty(), "{found:?}");
        let call = call.or_else(|| {
            form.typed.insert(CallField::Exception, "Le client l’a demandé.".to_owned());
            form.parse(&context).0
        });
        // Whoever has to say why thinks better of it half the time.
        if let Some(call) = call.filter(|_| found.is_empty() || self.dice.one_in(2)) {
            self.send(Command::RecordCall(call.drafts, call.contact));
        }
    }

    /// Of what was recorded up to today, nothing went beyond the budget but with its reason.
    fn budget_was_kept(&self) {
        let budget = self.book.policy().budget;
        let region = self.book.policy().region;
        for client in self.book.clients() {
            let cases = self.book.cases_of(client.id);
            // The day of each contact, whether it has a reason, and whether it is noticed when it arrives.
            let mut contacts: BTreeMap<(NaiveDate, String), (bool, bool)> = BTreeMap::new();
            for event in cases.flat_map(|case| &case.events).filter(|event| counts(event.step)) {
                let what = format!("{:?} {:?} {}", event.step, event.channel, event.to);
                let known = contacts.entry((event.date, what)).or_default();
                known.0 |= !event.exception.is_empty();
                known.1 |= is_noticed_at_once(event.channel);
            }
            let within = |days: i64, most: u32| {
                let of = contacts
                    .iter()
                    .filter(|((date, _), _)| (0..days).contains(&dates::days_between(*date, self.today)));
                let all: Vec<bool> = of.map(|(_, (has_reason, _))| *has_reason).collect();
                let beyond = all.len().saturating_sub(usize::try_from(most).unwrap());
                beyond <= all.iter().filter(|has_reason| **has_reason).count()
            };
            let about = || format!("{} on {}: {contacts:?}", client.name, self.today);
            assert!(within(1, budget.per_day), "{}", about());
            assert!(within(7, budget.per_week), "{}", about());
            if !region.is_working(self.today) {
                let mut today = contacts.iter().filter(|((date, _), _)| *date == self.today);
                assert!(today.all(|(_, (has_reason, is_noticed))| *has_reason || !is_noticed), "{}", about());
            }
        }
    }

    /// What was sent is as it was sent.
    fn texts_are_frozen(&self) {
        for (id, step, on, body) in &self.sent {
            let case = self.book.case(*id).unwrap();
            let kept = case
                .events
                .iter()
                .any(|event| event.step == *step && event.date == *on && event.text.body == *body);
            assert!(kept, "{step:?} of {on}: {body}");
        }
    }

    fn budget_holds(todos: &[Todo]) {
        let mut asked = BTreeMap::new();
        for todo in todos {
            let what = [todo.action.what].into_iter().chain(todo.more.iter().map(|(_, what)| *what));
            // One message may speak of several invoices.
            let contacts: BTreeSet<Option<Step>> =
                what.filter(|what| what.is_contact()).map(What::step).collect();
            *asked.entry(todo.client).or_insert(0) += contacts.len();
        }
        assert!(asked.values().all(|asked| *asked <= 1), "two contacts with a client on one day: {todos:?}");
    }

    fn act(&mut self, todo: &Todo) {
        let (what, today) = (todo.action.what, self.today);
        let client = self.book.client(todo.client).unwrap().clone();
        if what.is_contact() {
            let events: Vec<_> =
                self.book.cases_of(todo.client).flat_map(|case| case.events.clone()).collect();
            let found = breaches(
                what.step().unwrap(),
                todo.action.channel,
                &Contacts::of(&events),
                self.book.policy(),
                today,
                Some(10),
            );
            assert_eq!(found, [], "{todo:?}");
        }
        match (what, what.step()) {
            (What::CheckPromise | What::CheckPayment, _) => self.send(Command::CheckBank),
            (What::RecordPayment, _) => self.pay(todo.invoice, 1),
            (What::Decide, _) if self.dice.one_in(2) => self.begin(todo.invoice),
            (What::LodgeClaim, _) if self.dice.one_in(2) => {
                self.proceed(ProceedingCommand::Begin(
                    vec![todo.invoice],
                    ProceedingDraft::new(ProceedingKind::Lodged, today),
                ));
            }
            (What::Proceed(task), _) => self.go_on(todo.invoice, task),
            (What::LodgeClaim | What::Decide, _) if self.dice.one_in(3) => {
                let draft = ActDraft { kind: ActKind::CourtClaim, date: today, reference: String::new() };
                self.send(Command::AddAct(todo.invoice, draft));
            }
            (_, Some(step)) if todo.action.channel == Channel::Phone && what.is_contact() => {
                self.call(todo, step);
            }
            (_, Some(step)) => {
                let (channel, region) = (todo.action.channel, self.book.policy().region);
                let deadline = granted(step, channel, client.kind, region, today);
                let written = Self::text(&self.book, &todo.cases, step, channel, today);
                let again = Self::text(&self.same_facts(), &todo.cases, step, channel, today);
                assert_eq!(written, again, "the same facts give the same text");
                let body = written.unwrap_or_default();
                self.sent.extend(todo.cases.iter().map(|id| (*id, step, today, body.clone())));
                let text = SentText { body, as_of: today, ..SentText::default() };
                let draft = SendingDraft::new(today, todo.action.channel, step, deadline, text);
                self.send(Command::RecordSending(todo.cases.iter().map(|id| (*id, draft.clone())).collect()));
            }
            _ => {}
        }
    }

    fn proceed(&mut self, command: ProceedingCommand) {
        self.send(Command::Proceeding(command));
    }

    /// A way out is taken at random.
    fn begin(&mut self, id: InvoiceId) {
        let kinds = ProceedingKind::ALL.map(|kind| match kind {
            ProceedingKind::Lodged => ProceedingKind::PaymentOrder,
            other => other,
        });
        let mut draft = ProceedingDraft::new(self.dice.of(&kinds), self.today);
        draft.commercial = self.dice.one_in(2);
        self.proceed(ProceedingCommand::Begin(vec![id], draft));
    }

    /// A stage is noted at random on some days, the most usual one most often.
    fn go_on(&mut self, id: InvoiceId, task: Task) {
        let case = self.book.case(id).unwrap();
        if task == Task::WriteOff {
            let draft = ProceedingDraft::new(ProceedingKind::WrittenOff, self.today);
            return self.proceed(ProceedingCommand::Begin(vec![id], draft));
        }
        let known = case.proceeding(self.today).unwrap();
        let (number, following, last) = (known.id, known.following(), known.last_day());
        if self.today < last || !self.dice.one_in(3) {
            return;
        }
        let stage = if self.dice.one_in(4) { self.dice.of(&following) } else { following[0] };
        let milestone = Milestone {
            amount: stage.has_amount().then(|| Amount::from_cents(100)),
            ..Milestone::new(stage, self.today)
        };
        self.proceed(ProceedingCommand::Note(id, number, milestone));
    }

    fn call(&mut self, todo: &Todo, step: Step) {
        let today = self.today;
        let outcome = self.dice.of(&self.outcomes);
        // As the form suggests wherever nobody answered: not after a second call in vain.
        let in_vain = self.book.case(todo.invoice).is_some_and(|case| 0 < unanswered(case, today));
        let asks = outcome == Outcome::CallBack || (outcome.reached_nobody() && !in_vain);
        let again = asks.then(|| dates::add_days(today, self.dice.days(1, 9)));
        let brings = match outcome {
            Outcome::Promise => 1,
            Outcome::Plan => 3,
            _ => 0,
        };
        let drafts = todo
            .cases
            .iter()
            .map(|id| {
                let (_, claim) = self.claim(*id);
                let mut brought: Vec<CircumstanceDraft> =
                    (1..=brings).map(|nth| self.promise(&claim, 10 * nth)).collect();
                if outcome == Outcome::Dispute {
                    brought.push(self.dispute(&claim));
                }
                let call = Call { outcome, note: String::new(), seconds: 60, again };
                let text = SentText::default();
                let draft = SendingDraft::new(today, Channel::Phone, step, today, text);
                (*id, SendingDraft { call: Some(call), ..draft }, brought)
            })
            .collect();
        self.send(Command::RecordCall(drafts, None));
    }

    fn promise(&mut self, claim: &Claim, days: u32) -> CircumstanceDraft {
        let share = i64::try_from(self.dice.roll(3)).unwrap() + 1;
        let amount = Amount::from_cents((claim.principal_left.cents() / share).max(1));
        let by = dates::add_days(self.today, days);
        let kind = CircumstanceKind::Promise { amount, by, who: String::new(), channel: Channel::Phone };
        CircumstanceDraft { date: self.today, kind, note: String::new() }
    }

    fn dispute(&mut self, claim: &Claim) -> CircumstanceDraft {
        let share = self.dice.of(&[1, 2, 4]);
        let amount = Amount::from_cents((claim.principal_left.cents() / share).max(1));
        let answer_by = dates::add_days(self.today, self.dice.days(1, 20));
        let kind = CircumstanceKind::dispute(DisputeCause::Quality, amount, answer_by);
        CircumstanceDraft { date: self.today, kind, note: String::new() }
    }

    fn pay(&mut self, id: InvoiceId, share: i64) {
        let (_, claim) = self.claim(id);
        let amount = Amount::from_cents(claim.principal_left.cents() / share);
        if amount.is_positive() {
            let draft = MovementDraft::new(MovementKind::Payment, self.today, amount);
            self.send(Command::AddMovement(id, draft));
        }
    }

    /// What clients and the world do by themselves.
    fn chance(&mut self) {
        let ids: Vec<InvoiceId> = self.book.cases().map(|case| case.invoice.id).collect();
        let id = self.dice.of(&ids);
        let today = self.today;
        let (case, claim) = self.claim(id);
        let kind = match self.dice.roll(90) {
            0 | 1 => return self.pay(id, 1),
            2..=4 => return self.pay(id, 3),
            5 => {
                let total = claim.total;
                if total.is_positive() {
                    self.send(Command::AddMovement(
                        id,
                        MovementDraft::new(MovementKind::Payment, today, total),
                    ));
                }
                return;
            }
            6 | 7 => CircumstanceKind::Pause {
                cause: PauseCause::Granted,
                until: dates::add_days(today, self.dice.days(0, 40)),
            },
            8 | 9 => CircumstanceKind::LifeCycle(self.dice.of(&[202, 205, 206, 207, 208, 210, 211, 212])),
            10..=12 => CircumstanceKind::Unpaid(self.dice.of(&Unpaid::ALL)),
            13 => CircumstanceKind::Suspension { work: "maquettes".to_owned() },
            18..=20 => CircumstanceKind::CloseWatch { until: dates::add_days(today, self.dice.days(0, 30)) },
            14..=16 => {
                if let Some(open) = case.open_circumstances(today).next() {
                    self.send(Command::EndCircumstance(id, open.id, today));
                }
                return;
            }
            17 => {
                let draft = ActDraft { kind: ActKind::SignedPlan, date: today, reference: String::new() };
                return self.send(Command::AddAct(id, draft));
            }
            _ => return,
        };
        self.send(Command::AddCircumstance(id, CircumstanceDraft { date: today, kind, note: String::new() }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_year_goes_by_and_no_case_is_forgotten(seed in any::<u64>()) {
        let mut year = Year::new(seed);
        for _ in 0..365 {
            year.live();
        }
        year.texts_are_frozen();
        prop_assert!(year.sent.iter().any(|(.., body)| !body.is_empty()), "no text was written at all");
    }
}

#[test]
fn a_client_who_never_picks_up_is_written_to_until_the_formal_notice() {
    for seed in 0..6 {
        let mut year = Year::empty(seed);
        year.outcomes = vec![Outcome::NoAnswer, Outcome::Voicemail, Outcome::CallBack];
        let draft = ClientDraft {
            phone: "02 40 00 00 00".to_owned(),
            ..ClientDraft::named("Atelier Brun", DebtorKind::Business)
        };
        year.send(Command::SaveClient(None, draft));
        let due = dates::add_days(year.today, 20);
        let amount = Amount::from_cents(248_000);
        let invoice = InvoiceDraft::new("Atelier Brun", "2026-014", year.today, due, amount);
        year.send(Command::SaveInvoice(None, invoice));
        let id = year.book.cases().next().unwrap().invoice.id;
        let sent = |year: &Year, step: Step| {
            year.book.case(id).unwrap().events.iter().find(|event| event.step == step).map(|event| event.date)
        };
        while sent(&year, Step::FormalNotice).is_none() {
            let late = dates::days_between(due, year.today);
            assert!(late <= 75, "no formal notice after {late} days: {:?}", year.book.case(id));
            let today = year.today;
            let todos = day(&year.book, today).todos;
            for todo in todos.into_iter().filter(|todo| todo.action.day <= today) {
                year.act(&todo);
            }
            year.today = dates::next_day(year.today);
        }
        let first = sent(&year, Step::FirstReminder).unwrap();
        assert!(dates::days_between(due, first) <= 14, "first reminder on {first}");
        for step in [Step::FirmReminder, Step::LastReminder] {
            assert!(sent(&year, step).is_some(), "{step:?} was never sent");
        }
    }
}

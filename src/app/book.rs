//! The book: everything the user owns, in memory.

mod highest;
mod plans;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::own_templates::OwnTemplates;
use super::record::{Key, Record};
use super::settings::Settings;
use super::trash::Trash;
use crate::base::fold::fold;
use crate::base::{
    ActId, Amount, CircumstanceId, ClientId, Currency, EventId, InvoiceId, MovementId, PlanId, TrashId,
};
use crate::domain::assumptions::Assumptions;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::dunning::Policy;
use crate::domain::law::own_rates::OwnRates;
use crate::domain::law::rates::RateTable;
use crate::domain::party::{Client, Debtor, Profile};
use crate::domain::stationery::Stationery;
use crate::domain::unbilled::Unbilled;
use highest::Highest;
use plans::Plans;

/// All records, by kind and number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    profile: Profile,
    settings: Settings,
    own_rates: OwnRates,
    /// The table in use where it is not the built-in one.
    rates: Option<Arc<RateTable>>,
    policy: Policy,
    templates: OwnTemplates,
    unbilled: Unbilled,
    stationery: Stationery,
    assumptions: Assumptions,
    clients: BTreeMap<ClientId, Client>,
    /// Boxed: nodes of the tree are moved at every insertion, and cases are large.
    cases: BTreeMap<InvoiceId, Box<CaseFile>>,
    plans: Plans,
    trash: BTreeMap<TrashId, Trash>,
    /// Highest number of each kind ever seen, so that a number is not given twice while the book is open.
    highest: Highest,
}

/// How many records of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// Clients.
    pub clients: usize,
    /// Invoices.
    pub invoices: usize,
    /// Payments and credit notes.
    pub movements: usize,
    /// Sendings.
    pub events: usize,
    /// Acknowledgements, claims in court, decisions.
    #[serde(default)]
    pub acts: usize,
    /// Promises, pauses, disputes.
    #[serde(default)]
    pub circumstances: usize,
    /// Orders, agencies, sales, write-offs.
    #[serde(default)]
    pub proceedings: usize,
    /// Payment plans.
    #[serde(default)]
    pub plans: usize,
}

impl Book {
    /// The user's own details.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Settings of the screen.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// What the user knows better than the built-in rate table.
    #[must_use]
    pub fn own_rates(&self) -> &OwnRates {
        &self.own_rates
    }

    /// The rate table in use.
    #[must_use]
    pub fn rates(&self) -> &RateTable {
        self.rates.as_deref().unwrap_or_else(|| RateTable::builtin())
    }

    /// What the user decided about chasing, for all clients.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The user's own templates.
    #[must_use]
    pub fn templates(&self) -> &OwnTemplates {
        &self.templates
    }

    /// Work that is not invoiced yet.
    #[must_use]
    pub fn unbilled(&self) -> &Unbilled {
        &self.unbilled
    }

    /// What the user's documents look like.
    #[must_use]
    pub fn stationery(&self) -> &Stationery {
        &self.stationery
    }

    /// What the user's own time is worth, and what they expect of each way out.
    #[must_use]
    pub fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// A client by number.
    #[must_use]
    pub fn client(&self, id: ClientId) -> Option<&Client> {
        self.clients.get(&id)
    }

    /// All clients in order of number.
    pub fn clients(&self) -> impl Iterator<Item = &Client> {
        self.clients.values()
    }

    /// The client of this name, accents and case aside.
    #[must_use]
    pub fn client_named(&self, name: &str) -> Option<&Client> {
        let wanted = fold(name.trim());
        self.clients.values().find(|client| fold(client.name.trim()) == wanted)
    }

    /// A case by the number of its invoice.
    #[must_use]
    pub fn case(&self, id: InvoiceId) -> Option<&CaseFile> {
        self.cases.get(&id).map(AsRef::as_ref)
    }

    /// All cases in order of number.
    pub fn cases(&self) -> impl Iterator<Item = &CaseFile> {
        self.cases.values().map(AsRef::as_ref)
    }

    /// The cases of one client.
    pub fn cases_of(&self, client: ClientId) -> impl Iterator<Item = &CaseFile> {
        self.cases().filter(move |case| case.invoice.client == client)
    }

    /// Something deleted, by number.
    #[must_use]
    pub fn trashed(&self, id: TrashId) -> Option<&Trash> {
        self.trash.get(&id)
    }

    /// All that was deleted and can be brought back, in the order it was deleted.
    pub fn trash(&self) -> impl Iterator<Item = &Trash> {
        self.trash.values()
    }

    /// What the law needs to know of the client of a case; of unknown kind where the client is missing.
    #[must_use]
    pub fn debtor_of(&self, case: &CaseFile) -> Debtor {
        self.client(case.invoice.client).map(Client::debtor).unwrap_or_default()
    }

    /// What a case comes to at the end of a day.
    #[must_use]
    pub fn claim(&self, case: &CaseFile, as_of: NaiveDate) -> Claim {
        case.claim_on(as_of, self.debtor_of(case), self.rates())
    }

    /// The principal that is owed to the user in a currency on a day; what was sold or given up is not.
    #[must_use]
    pub fn unpaid(&self, currency: Currency, today: NaiveDate) -> Amount {
        let owed = self.cases().filter(|case| case.invoice.currency == currency && !case.is_out(today));
        owed.map(|case| self.claim(case, today).principal_left).sum()
    }

    /// How many records there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            clients: self.clients.len(),
            invoices: self.cases.len(),
            movements: self.cases.values().map(|case| case.movements.len()).sum(),
            events: self.cases.values().map(|case| case.events.len()).sum(),
            acts: self.cases.values().map(|case| case.acts.len()).sum(),
            circumstances: self.cases.values().map(|case| case.circumstances.len()).sum(),
            proceedings: self.cases.values().map(|case| case.proceedings.len()).sum(),
            plans: self.plans.len(),
        }
    }

    /// Nothing of the user's is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clients.is_empty()
            && self.cases.is_empty()
            && self.plans.is_empty()
            && self.trash.is_empty()
            && self.own_rates.is_empty()
            && self.policy == Policy::default()
            && self.templates == OwnTemplates::default()
            && self.unbilled == Unbilled::default()
            && self.stationery == Stationery::default()
            && self.assumptions == Assumptions::default()
            && self.profile == Profile::default()
    }

    /// The number the next client gets.
    #[must_use]
    pub fn next_client(&self) -> ClientId {
        ClientId(self.highest.client).next()
    }

    /// The number the next invoice gets.
    #[must_use]
    pub fn next_case(&self) -> InvoiceId {
        InvoiceId(self.highest.case).next()
    }

    /// The number the next movement gets.
    #[must_use]
    pub fn next_movement(&self) -> MovementId {
        MovementId(self.highest.movement).next()
    }

    /// The number the next event gets.
    #[must_use]
    pub fn next_event(&self) -> EventId {
        EventId(self.highest.event).next()
    }

    /// The number the next act gets.
    #[must_use]
    pub fn next_act(&self) -> ActId {
        ActId(self.highest.act).next()
    }

    /// The number the next circumstance gets.
    #[must_use]
    pub fn next_circumstance(&self) -> CircumstanceId {
        CircumstanceId(self.highest.circumstance).next()
    }

    /// The number the next payment plan gets.
    #[must_use]
    pub fn next_plan(&self) -> PlanId {
        PlanId(self.highest.plan).next()
    }

    /// The number the next deleted thing gets.
    #[must_use]
    pub fn next_trash(&self) -> TrashId {
        TrashId(self.highest.trash).next()
    }

    /// A record by its key. Those there is one of each are always there.
    #[must_use]
    pub fn record(&self, key: Key) -> Option<Record> {
        match key {
            Key::Profile => Some(Record::Profile(self.profile.clone())),
            Key::Settings => Some(Record::Settings(self.settings)),
            Key::Rates => Some(Record::Rates(self.own_rates.clone())),
            Key::Policy => Some(Record::Policy(self.policy.clone())),
            Key::Templates => Some(Record::Templates(self.templates.clone())),
            Key::Unbilled => Some(Record::Unbilled(self.unbilled.clone())),
            Key::Stationery => Some(Record::Stationery(self.stationery.clone())),
            Key::Assumptions => Some(Record::Assumptions(self.assumptions.clone())),
            Key::Client(id) => self.clients.get(&id).cloned().map(Record::Client),
            Key::Case(id) => self.case(id).cloned().map(Record::Case),
            Key::Plan(id) => self.plan(id).cloned().map(Record::Plan),
            Key::Trash(id) => self.trash.get(&id).cloned().map(Record::Trash),
        }
    }

    /// All records: those there is one of each, then clients, cases, plans and trash by number.
    pub fn records(&self) -> impl Iterator<Item = Record> {
        let own_rates = (!self.own_rates.is_empty()).then(|| Record::Rates(self.own_rates.clone()));
        let policy = (self.policy != Policy::default()).then(|| Record::Policy(self.policy.clone()));
        let templates =
            (!self.templates.templates.is_empty()).then(|| Record::Templates(self.templates.clone()));
        let unbilled = (!self.unbilled.works.is_empty()).then(|| Record::Unbilled(self.unbilled.clone()));
        let stationery =
            (self.stationery != Stationery::default()).then(|| Record::Stationery(self.stationery.clone()));
        let assumptions = (self.assumptions != Assumptions::default())
            .then(|| Record::Assumptions(self.assumptions.clone()));
        [Record::Profile(self.profile.clone()), Record::Settings(self.settings)]
            .into_iter()
            .chain(own_rates)
            .chain(policy)
            .chain(templates)
            .chain(unbilled)
            .chain(stationery)
            .chain(assumptions)
            .chain(self.clients.values().cloned().map(Record::Client))
            .chain(self.cases().cloned().map(Record::Case))
            .chain(self.plans().cloned().map(Record::Plan))
            .chain(self.trash.values().cloned().map(Record::Trash))
    }

    /// Puts a record in, in place of the one under its key.
    pub fn put(&mut self, record: Record) {
        self.reserve(record.key());
        match record {
            Record::Profile(profile) => self.profile = profile,
            Record::Settings(settings) => self.settings = settings,
            Record::Rates(own_rates) => self.take_rates(own_rates),
            Record::Policy(policy) => self.policy = policy,
            Record::Templates(templates) => self.templates = templates,
            Record::Unbilled(unbilled) => self.unbilled = unbilled,
            Record::Stationery(stationery) => self.stationery = stationery,
            Record::Assumptions(assumptions) => self.assumptions = assumptions,
            Record::Client(client) => {
                self.clients.insert(client.id, client);
            }
            Record::Case(case) => {
                self.highest.reserve_case(&case);
                self.cases.insert(case.invoice.id, Box::new(case));
            }
            Record::Plan(plan) => {
                self.highest.reserve_plan(&plan);
                self.plans.put(plan);
            }
            Record::Trash(trash) => {
                self.highest.reserve_item(&trash.item);
                self.trash.insert(trash.id, trash);
            }
        }
    }

    fn take_rates(&mut self, own_rates: OwnRates) {
        // A stored table that is no longer sound was refused when it was opened; the built-in one stands in.
        self.rates = own_rates.table().ok().flatten().map(Arc::new);
        self.own_rates = own_rates;
    }

    /// Makes the record under a key what it is after a change, or was before it: none where it is gone.
    pub fn set(&mut self, key: Key, record: Option<Record>) {
        match record {
            Some(record) => self.put(record),
            None => self.take(key),
        }
    }

    /// Takes a record out; those there is one of each go back to their defaults.
    pub fn take(&mut self, key: Key) {
        match key {
            Key::Profile => self.profile = Profile::default(),
            Key::Settings => self.settings = Settings::default(),
            Key::Rates => self.take_rates(OwnRates::default()),
            Key::Policy => self.policy = Policy::default(),
            Key::Templates => self.templates = OwnTemplates::default(),
            Key::Unbilled => self.unbilled = Unbilled::default(),
            Key::Stationery => self.stationery = Stationery::default(),
            Key::Assumptions => self.assumptions = Assumptions::default(),
            Key::Client(id) => {
                self.clients.remove(&id);
            }
            Key::Case(id) => {
                self.cases.remove(&id);
            }
            Key::Plan(id) => self.plans.take(id),
            Key::Trash(id) => {
                self.trash.remove(&id);
            }
        }
    }

    /// Makes sure the number of a key is never given to a new record, even where the record cannot be read.
    pub fn reserve(&mut self, key: Key) {
        match key {
            Key::Client(id) => self.highest.client = self.highest.client.max(id.0),
            Key::Case(id) => self.highest.case = self.highest.case.max(id.0),
            Key::Plan(id) => self.highest.plan = self.highest.plan.max(id.0),
            Key::Trash(id) => self.highest.trash = self.highest.trash.max(id.0),
            Key::Profile
            | Key::Settings
            | Key::Rates
            | Key::Policy
            | Key::Templates
            | Key::Unbilled
            | Key::Stationery
            | Key::Assumptions => {}
        }
    }
}

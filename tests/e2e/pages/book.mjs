// What a browser holds that has been used before: records as the released format writes them.

const PROFILE = {
  name: "Claire Morel",
  address: "12 rue des Lilas\n69003 Lyon",
  city: "Lyon",
  email: "claire@morel.example",
  phone: "06 00 00 00 00",
  siren: "732829320",
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPP",
};

const CLIENT = {
  id: 1,
  name: "Atelier Brun & Fils",
  kind: "business",
  contact: "Mme Le Goff",
  address: "4 place du Marché\n38000 Grenoble",
  email: "compta+factures@brun.example",
};

const INVOICE = {
  id: 1,
  client: 1,
  number: "2026-014",
  issued: "2026-02-13",
  due: "2026-03-15",
  amount: "3480.00",
  currency: "EUR",
  allocation: "principal-first",
};

const PAYMENT = { id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00", reference: "virement" };

/** The reference claim; `profile: null` leaves the user unknown, `client` and `invoice` change facts of theirs. */
export function book({ profile = {}, client = {}, invoice = {}, movements = [PAYMENT], events = [], circumstances, settings } = {}) {
  const records = {
    "relance/schema": "1",
    "relance/client/1": { client: { ...CLIENT, ...client } },
    "relance/case/1": { case: { invoice: { ...INVOICE, ...invoice }, movements, events, circumstances } },
  };
  if (profile) records["relance/profile"] = { profile: { ...PROFILE, ...profile } };
  if (settings) records["relance/settings"] = { settings: { language: "fr", theme: "auto", ...settings } };
  return records;
}

const UNKNOWN_TEXT = { subject: "", body: "", as_of: "2026-02-13", principal: "0.00", interest: "0.00", indemnity: "0.00", rates: "2026-02-13" };

/** The sending of the invoice itself, as it is noted where it went out before it was entered. */
export const SENT_INVOICE = { id: 900, date: "2026-02-13", channel: "email", step: "invoice", deadline: "2026-02-13", text: UNKNOWN_TEXT };

/** The same book, its invoice noted as sent: reminders can be written. */
export const sentBook = ({ events = [], ...facts } = {}) => book({ ...facts, events: [SENT_INVOICE, ...events] });

/** Another invoice of the same client: number, due date, amount, events. */
export function another(id, { number, due, amount, events = [{ ...SENT_INVOICE, id: 900 + id, date: "2026-08-01" }] }) {
  const invoice = { ...INVOICE, id, number, issued: "2026-08-01", due, amount };
  return { [`relance/case/${id}`]: { case: { invoice, movements: [], events } } };
}

const sent = (id, date, step, more = {}) => ({
  id,
  date,
  channel: "email",
  step,
  deadline: date,
  text: { subject: `Objet ${id}`, body: `Bonjour,\nle texte ${id}.`, as_of: date, principal: "0.00", interest: "0.00", indemnity: "0.00", rates: date },
  ...more,
});
const NOTICE = sent(3, "2026-08-20", "formal-notice", { channel: "registered-post", deadline: "2026-08-31", received: "2026-08-22" });
// What ends a contract must have been announced.
NOTICE.text.body = "Mise en demeure.\n\nÀ défaut de paiement dans ce délai, je serai en droit de résoudre le contrat.";
const CHASED = [sent(1, "2026-05-04", "first-reminder"), NOTICE];
const PLAN = {
  "relance/plan/1": {
    plan: {
      id: 1, client: 1, invoices: [1], proposed: "2026-11-22", answer_by: "2026-11-30", paid_before: "1000.00", penalties: "frozen", interest: "stops", notice_days: 8,
      instalments: [{ due: "2026-12-15", amount: "1240.00" }, { due: "2027-01-15", amount: "1240.00" }],
    },
  },
};
/** The book of a client who was chased to the formal notice and was proposed a payment plan. */
export const chasedBook = (more = {}) => ({ ...sentBook({ events: CHASED, client: { siren: "552100554" }, ...more }), ...PLAN });

/** Every screen that a book like this one has. */
export const ROUTES = [
  "#/aujourdhui",
  "#/calcul",
  "#/calcul?m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02",
  "#/factures",
  "#/factures/nouvelle",
  "#/factures/1",
  "#/factures/1/modifier",
  "#/factures/1/relances",
  "#/factures/1/texte/premiere-relance",
  "#/factures/1/texte/relance-ferme",
  "#/factures/1/texte/mise-en-demeure",
  "#/factures/1/texte/facture",
  "#/modeles",
  "#/factures/1/appel",
  "#/factures/1/histoire",
  "#/factures/1/echeancier",
  "#/factures/1/suites",
  "#/factures/1/voies",
  "#/factures/1/couts",
  "#/factures/1/offres",
  "#/factures/1/litige",
  "#/factures/1/preuves",
  "#/previsions",
  "#/balance",
  "#/reponses",
  "#/factures/1/documents",
  "#/factures/1/documents?offre",
  "#/courriers",
  "#/clients",
  "#/clients/nouveau",
  "#/clients/1",
  "#/clients/1/modifier",
  "#/clients/1/relances",
  "#/a-facturer",
  "#/relances",
  "#/reglages",
  "#/donnees",
  "#/taux",
  "#/nulle-part",
];

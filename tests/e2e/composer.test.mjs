// A text about several invoices, in any channel, for the right person; what must be known first; what is noted.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { another, book, SENT_INVOICE, sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, eventually, line, plain, recordsOf, seen, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const FIRST = "#/factures/1/texte/premiere-relance";
const FIRM = "#/factures/1/texte/relance-ferme";
// A Tuesday: nothing speaks against writing.
const TUESDAY = "2026-11-24";

const CONTACTS = [
  { role: "accounts", name: "Mme Petit", email: "compta@brun.example", phone: "06 12 34 56 78" },
  { role: "management", name: "M. Brun", email: "direction@brun.example" },
];

const SEVERAL = {
  ...sentBook({ client: { contacts: CONTACTS } }),
  ...another(2, { number: "2026-020", due: "2026-09-15", amount: "1200.00" }),
  ...another(3, { number: "2026-031", due: "2026-10-15", amount: "640.00", events: [] }),
};

async function open(hash, options = {}) {
  const page = await openApp({ storage: SEVERAL, hash, today: TUESDAY, ...options });
  return { page, composer: new Composer(page) };
}

test("late invoices of one client go in one text; one is left out, and the sums follow", async () => {
  const { page, composer } = await open(FIRM);
  await shows(composer.about, /2 factures, ensemble 3 680,00 €/);
  assert.ok(await composer.about.getByLabel(/2026-031/).isDisabled(), "never sent, it cannot be asked for");
  await shows(composer.about, "Pas notée comme envoyée.");
  await shows(composer.preview, "3 680,00 €");
  await composer.about.getByLabel(/2026-020/).uncheck();
  await shows(composer.about, /1 facture, 2 480,00 €/);
  await eventually(async () => assert.doesNotMatch(await seen(composer.preview), /et 2026-020|3 680,00/));
  await shows(composer.preview, "2 480,00 €");
  // A text is about something: the last one stays.
  await composer.about.getByLabel(/2026-014/).click({ force: true });
  assert.ok(await composer.about.getByLabel(/2026-014/).isChecked());
  await composer.about.getByLabel(/2026-020/).check();
  await shows(composer.preview, "Noté au dossier : par e-mail, à Mme Petit, pour les factures 2026-014 et 2026-020.");
  await composer.saveSending.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  const records = await recordsOf(page);
  const sendings = [1, 2].map((id) => records[`case/${id}`].case.events.at(-1));
  assert.deepEqual(sendings.map(({ step, to }) => [step, to]), [1, 2].map(() => ["firm-reminder", "Mme Petit (compta@brun.example)"]));
  assert.deepEqual(sendings.map(({ text }) => text.principal), ["2480.00", "1200.00"], "each case keeps its own sums");
  assert.equal(sendings[0].text.body, sendings[1].text.body);
  assert.equal(records["case/3"].case.events.length, 0);
  page.app.assertNoProblem();
});

test("an invoice left out by hand is left alone until the day the text grants, and is not asked for the next morning", async () => {
  const { page, composer } = await open(FIRM);
  await composer.about.getByLabel(/2026-020/).uncheck();
  await shows(composer.preview, /2026-020, laissée de côté : aucune relance jusqu’au \w+ \d+ décembre 2026/);
  // From the text to its sending it is one key.
  await composer.preview.getByRole("button", { name: "Je l’ai envoyé" }).click();
  assert.ok(await composer.saveSending.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Atelier Brun & Fils");
  const [paused] = (await recordsOf(page))["case/2"].case.circumstances;
  assert.deepEqual([paused.kind.pause?.cause ?? paused.kind.cause, paused.date], ["aside", TUESDAY]);
  await page.goto(`${page.app.url}#/factures/2`);
  await shows(page.getByRole("main"), "Laissée de côté dans un envoi : relances arrêtées jusqu’au");
  page.app.assertNoProblem();
});

test("the right person is written to; without an answer, the next one up is proposed", async () => {
  const first = { ...SENT_INVOICE, id: 901, step: "first-reminder", date: "2026-11-10", to: "Mme Petit (compta@brun.example)" };
  const { page, composer } = await open(FIRM, { storage: sentBook({ client: { contacts: CONTACTS }, events: [first] }) });
  await shows(composer.preview, "Bonjour Madame Petit");
  assert.equal((await composer.mailto()).to, "compta@brun.example");
  await page.getByRole("button", { name: "Écrire à M. Brun (direction)" }).click();
  await shows(composer.preview, "Bonjour Monsieur Brun");
  assert.equal((await composer.mailto()).to, "direction@brun.example");
  await composer.recipient.selectOption({ label: "Mme Le Goff, contact général" });
  await shows(composer.preview, "Bonjour Madame Le Goff");
  page.app.assertNoProblem();
});

test("a text message and a letter of a reminder", async () => {
  const { page, composer } = await open(FIRST);
  await composer.channel("SMS");
  await shows(composer.preview, /\d+ caractères, \d SMS\./);
  await composer.copy.click();
  await shows(line(page), "Copié.");
  const message = plain(await clipboard(page));
  assert.match(message, /2026-014/);
  assert.doesNotMatch(message, /Objet/);
  const link = await page.getByRole("link", { name: "Ouvrir dans mes messages" }).getAttribute("href");
  assert.match(link, /^sms:0612345678\?&body=/);
  assert.equal(plain(decodeURIComponent(link.split("body=")[1])), message);
  await composer.channel("Courrier");
  await shows(composer.letter, "À l’attention de Madame Petit");
  await shows(composer.letter, "2026-014");
  await composer.print.waitFor();
  await composer.saveSending.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(new Case(page).story, /Première relance, par courrier/);
  page.app.assertNoProblem();
});

test("own words are kept for each channel, and come back when their sending is taken back", async () => {
  const { page, composer } = await open(FIRST);
  await composer.edit.click();
  await composer.body.fill(`Un mot à moi.\n\n${await composer.body.inputValue()}`);
  await composer.channel("SMS");
  await eventually(async () => assert.doesNotMatch(await seen(composer.preview), /Un mot à moi/));
  await composer.channel("E-mail");
  await eventually(async () => assert.match(await composer.body.inputValue(), /^Un mot à moi\./));
  await composer.saveSending.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await page.goto(page.app.url + FIRST);
  await composer.edit.waitFor();
  await page.goto(`${page.app.url}#/factures/1`);
  await arrivesAt(page, "Atelier Brun & Fils");
  await undo(page);
  await page.goto(page.app.url + FIRST);
  await eventually(async () => assert.match(await composer.body.inputValue(), /^Un mot à moi\./));
  page.app.assertNoProblem();
});

test("an invoice that is not noted as sent is not reminded of; one press says it was", async () => {
  const { page, composer } = await open(FIRST, { storage: book() });
  await composer.guard.waitFor();
  assert.equal(await composer.copy.count(), 0);
  assert.equal(await composer.guard.getByLabel("Déjà envoyée le").inputValue(), "13/02/2026");
  await composer.wasSent.click();
  await composer.copy.waitFor();
  assert.match(page.url(), /premiere-relance$/, "it stays where it was asked");
  await shows(line(page), "Envoi noté");
  const [event] = (await recordsOf(page))["case/1"].case.events;
  assert.deepEqual([event.step, event.date, event.channel], ["invoice", "2026-02-13", "email"]);
  page.app.assertNoProblem();
});

test("or it is sent now: its text is ready, and then reminders are too", async () => {
  const { page, composer } = await open(FIRST, { storage: book() });
  await composer.sendNow.click();
  await shows(composer.preview, "2026-014");
  await composer.record();
  await arrivesAt(page, "Atelier Brun & Fils");
  await page.goto(page.app.url + FIRST);
  await composer.copy.waitFor();
  page.app.assertNoProblem();
});

test("a day before the invoice is no day it was sent", async () => {
  const { page, composer } = await open(FIRST, { storage: book() });
  const day = composer.guard.getByLabel("Déjà envoyée le");
  await day.fill("12/02/2026");
  await composer.wasSent.click();
  await eventually(async () => assert.equal(await day.getAttribute("aria-invalid"), "true"));
  await shows(composer.guard, "Ce jour précède la date de la facture.");
  page.app.assertNoProblem();
});

test("beyond the contact budget a reason is asked, and kept with the sending", async () => {
  const today = { ...SENT_INVOICE, id: 901, step: "first-reminder", date: TUESDAY };
  const { page, composer } = await open(FIRM, { storage: sentBook({ events: [today] }) });
  await shows(composer.conduct, "1 contact par jour au plus");
  // Copying is never held back.
  await composer.copy.click();
  await shows(line(page), "Copié.");
  await composer.saveSending.click();
  await eventually(async () => assert.equal(await composer.whyNow.getAttribute("aria-invalid"), "true"));
  assert.match(page.url(), /relance-ferme$/, "it was recorded without a reason");
  await composer.whyNow.fill("Il m’a demandé le détail au téléphone.");
  await composer.saveSending.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  const event = (await recordsOf(page))["case/1"].case.events.at(-1);
  assert.equal(event.exception, "Il m’a demandé le détail au téléphone.");
  page.app.assertNoProblem();
});

test("a weekend is said, and a past working day is judged by itself", async () => {
  const { page, composer } = await open(FIRST, { storage: sentBook(), today: "2026-11-22" });
  await shows(composer.conduct, "C’est le week-end");
  await composer.sentOn.fill("20/11/2026");
  await composer.conduct.waitFor({ state: "detached" });
  assert.equal(await composer.whyNow.count(), 0);
  page.app.assertNoProblem();
});

test("what was chosen for a client is kept when asked, and not before", async () => {
  const { page, composer } = await open(FIRST, { storage: sentBook() });
  await composer.address("tu");
  await composer.language("Français");
  await page.getByRole("button", { name: "Retenir ces choix pour ce client" }).click();
  await shows(line(page), "Client enregistré.");
  await page.reload();
  await eventually(async () => assert.ok(await page.getByRole("radio", { name: "tu", exact: true }).isChecked()));
  assert.equal((await recordsOf(page))["client/1"].client.manner.tu, true);
  page.app.assertNoProblem();
});

test("without a telephone number the first call is written, noted, and a number is one press away", async () => {
  const CALL = "#/factures/1/texte/premier-appel";
  const { page, composer } = await open(CALL, { storage: sentBook({ client: { phone: "" } }) });
  await shows(page.getByRole("main"), "Aucun numéro de téléphone n’est connu pour ce client");
  await shows(composer.preview, "où en est");
  await page.getByRole("link", { name: "Ajouter un numéro" }).waitFor();
  await composer.record();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(new Case(page).story, /Premier appel, par e-mail/);
  page.app.assertNoProblem();
});

test("a formal notice of what nobody was reminded of is noted with its reason", async () => {
  const { page, composer } = await open("#/factures/1/texte/mise-en-demeure", { storage: sentBook() });
  await shows(page.getByRole("main"), "Aucune relance n’est notée");
  await page.getByLabel("Pourquoi sans relance préalable ?").waitFor();
  page.app.assertNoProblem();
});

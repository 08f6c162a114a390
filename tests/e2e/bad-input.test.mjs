// What people mistype, paste or try: each gets a clear message at its field, in their language; nothing entered is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book, sentBook } from "./pages/book.mjs";
import { Calculator } from "./pages/calculator.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, focused, noteOf, recordsOf, shows, stored } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { Settings } from "./pages/settings.mjs";

const HOSTILE = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> 😀👩‍👧 "\'& é';

const english = { "relance/settings": { settings: { language: "en", theme: "auto" } } };

/** Types, leaves the field, and waits for its fault. */
async function complains(field, typed, expected) {
  await field.fill(typed);
  await field.blur();
  await eventually(async () => {
    const fault = await faultOf(field);
    if (expected) assert.match(fault, expected, `“${typed}”`);
    else assert.equal(fault, "", `“${typed}”`);
  });
  assert.equal(await field.inputValue(), typed, "what was typed is changed");
}

const DATES = [
  ["31/02/2026", /Ce jour n’existe pas/],
  ["29/02/2027", /Ce jour n’existe pas/],
  ["00/01/2026", /Ce jour n’existe pas/],
  ["15/13/2026", /Ce jour n’existe pas/],
  ["demain", /Écrivez une date comme 31\/12\/2026/],
  ["2026", /Écrivez une date comme/],
  ["15/03/20266", /Écrivez une date comme/],
  ["15/03/0026", /entre 1900 et 2199/],
  ["15/03/2500", /entre 1900 et 2199/],
  ["😀", /Écrivez une date comme/],
];

const AMOUNTS = [
  ["-100", /Le montant doit dépasser zéro/],
  ["0", /Le montant doit dépasser zéro/],
  ["0,00", /Le montant doit dépasser zéro/],
  ["(120,00)", /Le montant doit dépasser zéro/],
  ["1 234,567", /deux décimales/],
  ["1000000000", /dépasse 999 999 999,99/],
  ["9".repeat(400), /dépasse 999 999 999,99/],
  ["abc", /Écrivez un montant comme/],
  ["12,34,56", /Écrivez un montant comme/],
  ["1e5", /Écrivez un montant comme/],
  ["NaN", /Écrivez un montant comme/],
  ["😀", /Écrivez un montant comme/],
];

test("calculator: each date that is none is said at its field", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  for (const [typed, expected] of DATES) {
    await complains(calculator.due, typed, expected);
    assert.equal(await calculator.total(), "", typed);
  }
  await complains(calculator.due, "15/03/2026", null);
  await complains(calculator.asOf, "31/02/2026", /Ce jour n’existe pas/);
  assert.equal(await calculator.amount.inputValue(), "3480");
  page.app.assertNoProblem();
});

test("calculator: each amount that is none is said at its field", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.due.fill("15/03/2026");
  for (const [typed, expected] of AMOUNTS) {
    await complains(calculator.amount, typed, expected);
    assert.equal(await calculator.total(), "", typed);
  }
  await calculator.amount.fill("999 999 999,99");
  await shows(calculator.answer, "999 999 999,99");
  page.app.assertNoProblem();
});

test("calculator: figures from before a slip are marked as such, never passed off as current", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.answer, "3 815,38 €");
  await calculator.amount.fill("3480x");
  await shows(calculator.answer, "Chiffres d’avant la saisie en cours.");
  page.app.assertNoProblem();
});

test("calculator: a name or a number that is too long is said at its field", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.answer, "3 815,38 €");
  await complains(calculator.clientName, "é".repeat(10_000), /C’est trop long : 200 caractères au plus/);
  await complains(calculator.clientName, "", null);
  await complains(calculator.invoiceNumber, "9".repeat(10_000), /C’est trop long/);
  page.app.assertNoProblem();
});

test("calculator: contract rates that cannot be", async () => {
  const page = await openApp();
  await page.getByText("Plus de précisions").click();
  const rate = page.getByLabel("Taux du contrat");
  await complains(rate, "0", /Le taux doit dépasser zéro/);
  await complains(rate, "-3", /Le taux doit dépasser zéro/);
  await complains(rate, "1215", /Plus de 100 % par an/);
  await complains(rate, "abc", /Écrivez un taux comme/);
  await complains(rate, "12,15 %", null);
  page.app.assertNoProblem();
});

test("calculator: a payment half entered, of too much, or to come", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await calculator.paid().fill("1000");
  await calculator.paidOn().focus();
  await eventually(async () => assert.match(await faultOf(calculator.paidOn()), /Ce champ est nécessaire/));
  await calculator.paidOn().fill("25/12/2026");
  await eventually(async () => assert.match(await noteOf(calculator.paidOn()), /pas encore compté/));
  await shows(calculator.answer, "3 815,38 €");
  await calculator.paidOn().fill("02/07/2026");
  await calculator.paid().fill("9999");
  await eventually(async () => assert.match(await noteOf(calculator.paid()), /de trop-perçu/));
  await shows(calculator.answer, "Trop-perçu");
  page.app.assertNoProblem();
});

test("messages are in the user's language", async () => {
  const page = await openApp({ storage: english });
  await complains(page.getByLabel("Due date", { exact: true }), "31/02/2026", /There is no such day/);
  await complains(page.getByLabel("Amount including VAT"), "-1", /must be above zero/);
  page.app.assertNoProblem();
});

test("new invoice: sent empty, every needed field says so, and the first has the focus", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.save.click();
  for (const field of [form.client, form.number, form.amount, form.issued, form.due]) {
    await eventually(async () => assert.match(await faultOf(field), /Ce champ est nécessaire/));
  }
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), await form.client.getAttribute("id")));
  assert.deepEqual(Object.keys(await stored(page)).filter((key) => key.startsWith("case")), []);
  page.app.assertNoProblem();
});

test("new invoice: due before issue, said at the due date", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, due: "12/02/2026" });
  await form.save.click();
  await eventually(async () => assert.match(await faultOf(form.due), /L’échéance est avant la date d’émission/));
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "due"));
  await form.due.fill("13/02/2026");
  await form.save.click();
  await arrivesAt(page, REFERENCE.client);
  page.app.assertNoProblem();
});

test("new invoice: every bad date and amount is refused at its field, and the rest stays", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill(REFERENCE);
  for (const [typed, expected] of DATES) await complains(form.issued, typed, expected);
  for (const [typed, expected] of AMOUNTS) await complains(form.amount, typed, expected);
  await form.save.click();
  await eventually(async () => assert.equal(await focused(page).getAttribute("aria-invalid"), "true"));
  assert.equal(await form.client.inputValue(), REFERENCE.client);
  assert.equal(await form.number.inputValue(), REFERENCE.number);
  page.app.assertNoProblem();
});

test("new invoice: terms above the legal ceiling are said, and not shortened", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, due: "31/12/2026" });
  await eventually(async () => assert.match(await noteOf(form.due), /Plus long que la loi ne permet/));
  assert.equal(await form.due.inputValue(), "31/12/2026");
  page.app.assertNoProblem();
});

test("new invoice: a name of 10,000 characters is refused, and not cut", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  const long = "Société ".repeat(1_250);
  await form.fill({ ...REFERENCE, client: long });
  await form.save.click();
  await eventually(async () => assert.match(await faultOf(form.client), /C’est trop long : 200 caractères au plus\. Rien n’a été coupé/));
  assert.equal(await form.client.inputValue(), long);
  page.app.assertNoProblem();
});

test("new invoice: the same number twice for a client", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, client: "  atelier brun & fils " });
  await form.save.click();
  await eventually(async () => assert.match(await faultOf(form.number), /Ce client a déjà une facture de ce numéro/));
  page.app.assertNoProblem();
});

test("a movement: each fault at its field, nothing noted", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.note.click();
  await eventually(async () => assert.match(await faultOf(claim.amount), /Ce champ est nécessaire/));
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "movement-amount"));
  await claim.move({ amount: "-5", date: "31/02/2026", reference: "virement" });
  await eventually(async () => assert.match(await faultOf(claim.amount), /un avoir/));
  await eventually(async () => assert.match(await faultOf(claim.date), /Ce jour n’existe pas/));
  assert.equal(await claim.reference.inputValue(), "virement");
  assert.equal((await claim.noted()).length, 0);
  page.app.assertNoProblem();
});

test("own details: IBAN, BIC, SIREN, e-mail, each at its field and in a summary that leads there", async () => {
  const page = await openApp({ hash: "#/reglages" });
  const { profile, save } = new Settings(page);
  const bad = {
    "SIREN ou SIRET": ["732 829 321", /Un chiffre est faux/],
    "E-mail": ["claire@", /Écrivez une adresse comme/],
    IBAN: ["FR76 3000 6000 0112 3456 7890 188", /la clé de l’IBAN ne correspond pas/],
    BIC: ["AGRI", /Un BIC a 8 ou 11 caractères/],
  };
  await profile.getByLabel("Nom ou raison sociale").fill("Claire Morel");
  for (const [label, [typed]] of Object.entries(bad)) await profile.getByLabel(label, { exact: true }).fill(typed);
  await save.click();
  for (const [label, [typed, expected]] of Object.entries(bad)) {
    const field = profile.getByLabel(label, { exact: true });
    await eventually(async () => assert.match(await faultOf(field), expected, label));
    assert.equal(await field.inputValue(), typed);
  }
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "p-siren"));
  const summary = profile.getByRole("alert");
  await shows(summary, "4 champs à revoir");
  await summary.getByRole("link", { name: /^IBAN/ }).click();
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "p-iban"));
  assert.equal(await profile.getByLabel("Nom ou raison sociale").inputValue(), "Claire Morel");
  page.app.assertNoProblem();
});

test("a new client without a name, with a name too long, with a wrong SIRET", async () => {
  const page = await openApp({ hash: "#/clients/nouveau" });
  const name = page.getByLabel("Nom ou raison sociale");
  const save = page.getByRole("button", { name: "Enregistrer" });
  await save.click();
  await eventually(async () => assert.match(await faultOf(name), /Ce champ est nécessaire/));
  await name.fill("é".repeat(10_000));
  await save.click();
  await eventually(async () => assert.match(await faultOf(name), /C’est trop long/));
  assert.equal((await name.inputValue()).length, 10_000);
  await name.fill("Brun");
  await complains(page.getByLabel("SIREN ou SIRET"), "123", /Un SIREN a 9 chiffres, un SIRET 14/);
  page.app.assertNoProblem();
});

test("a reminder cannot have been sent before the invoice, nor on a day that is none", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/texte/premiere-relance" });
  const composer = new Composer(page);
  for (const [typed, expected] of [["31/11/2026", /Ce jour n’existe pas/], ["23/11/2026", /pas encore venu/], ["03/11/2025", /facture/]]) {
    await composer.sentOn.fill(typed);
    await composer.saveSending.click();
    await eventually(async () => assert.match(await faultOf(composer.sentOn), expected, typed), 4_000);
  }
  assert.deepEqual((await recordsOf(page))["case/1"].case.events.map(({ step }) => step), ["invoice"]);
  page.app.assertNoProblem();
});

test("an address with accents stays as typed", async () => {
  const page = await openApp({ storage: book({ client: { email: "" } }), hash: "#/clients/1/modifier" });
  const email = page.getByLabel("E-mail");
  await email.pressSequentially("compta@été-créations.example");
  assert.equal(await email.inputValue(), "compta@été-créations.example");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(page.getByRole("main"), "compta@été-créations.example");
  page.app.assertNoProblem();
});

test("pressing twice notes once", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.amount.fill("1000");
  await claim.date.fill("02/07/2026");
  await claim.note.dblclick();
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await page.reload();
  await arrivesAt(page, "Atelier Brun & Fils");
  assert.equal((await claim.noted()).length, 1);
  page.app.assertNoProblem();
});

test("markup and emoji in every field are text, on screen, in texts and in links", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, client: HOSTILE, number: HOSTILE });
  await form.details.click();
  await form.subject.fill(HOSTILE);
  await form.save.click();
  await arrivesAt(page, HOSTILE);
  const claim = new Case(page);
  await shows(claim.facts, HOSTILE);
  await claim.move({ amount: "1000", date: "02/07/2026", reference: HOSTILE });
  await eventually(async () => assert.ok((await claim.noted())[0]?.includes(HOSTILE)));
  await claim.facts.getByRole("link", { name: HOSTILE }).click();
  await page.getByRole("link", { name: "Modifier" }).click();
  for (const label of ["Interlocuteur", "Adresse", "Téléphone", "Notes"]) await page.getByLabel(label).fill(HOSTILE);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await arrivesAt(page, HOSTILE);
  for (const step of ["premiere-relance", "relance-ferme", "mise-en-demeure"]) {
    await page.goto(`${page.app.url}#/factures/1/texte/${step}`);
    await shows(page.getByRole("main"), HOSTILE);
    if (step === "premiere-relance") await new Composer(page).confirmSent();
  }
  await new Composer(page).letter.waitFor();
  for (const hash of ["#/factures", "#/clients", `#/calcul?m=${encodeURIComponent(HOSTILE)}&e=${encodeURIComponent(HOSTILE)}&c=${encodeURIComponent(HOSTILE)}`]) {
    await page.goto(page.app.url + hash);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  assert.equal(await new Calculator(page).amount.inputValue(), HOSTILE);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("main img, main script").count(), 0);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("addresses that name nothing say so, and lead on", async () => {
  const page = await openApp({ storage: book() });
  for (const hash of ["#/factures/99", "#/factures/1/texte/saisie", "#/clients/99", "#/clients/99/modifier", "#/factures/<script>", "#/factures/-1", "#/nulle-part"]) {
    await page.goto(page.app.url + hash);
    await arrivesAt(page, "Cette page n’existe pas");
  }
  await page.getByRole("link", { name: "Revenir au calcul" }).click();
  await arrivesAt(page, "Que vous doit-on aujourd’hui ?");
  page.app.assertNoProblem();
});

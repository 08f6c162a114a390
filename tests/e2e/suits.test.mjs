// Claims in court: summary proceedings with their hearing, put off and decided, an appeal that suspends, a mediation that holds
// limitation, each in the calendar; and a way that is not open, refused with what to do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { SENT_INVOICE, another, sentBook } from "./pages/book.mjs";
import { arrivesAt, downloadBy, eventually, faultOf, shows } from "./pages/common.mjs";
import { Ways } from "./pages/ways.mjs";

const answer = (page) => page.locator(".plan-answer").first();
const stage = (page) => page.locator(".stage-form").first();
const begin = (page) => page.locator(".begin-form");

async function note(page, what, fields) {
  const form = stage(page);
  await form.getByLabel("Étape").selectOption({ label: what });
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(new RegExp(`^${label}`)).fill(value);
  await form.getByRole("button", { name: "Noter l’étape" }).click();
}

const calendar = (page) =>
  downloadBy(page, () => page.getByRole("button", { name: "Mettre la prochaine échéance dans mon agenda" }).click());

const noticed = {
  id: 3,
  date: "2026-10-12",
  channel: "registered-post",
  step: "formal-notice",
  deadline: "2026-10-20",
  text: { subject: "Mise en demeure", body: "Bonjour", as_of: "2026-10-12", principal: "2480.00", interest: "0.00", indemnity: "0.00", rates: "2026-10-12" },
};

test("summary proceedings go from the ways out to a hearing, put off, and to an order with fifteen days to appeal", async () => {
  const page = await openApp({ storage: sentBook({ events: [noticed] }), hash: "#/factures/1/voies", today: "2026-11-30" });
  const summary = await new Ways(page).open("Référé-provision");
  await summary.getByRole("link", { name: "Noter le référé engagé" }).click();
  await arrivesAt(page, "Suites");
  await begin(page).getByLabel("Assignation signifiée, ou requête déposée, le").fill("30/11/2026");
  await begin(page).getByLabel("Première audience").fill("29/11/2026");
  await begin(page).getByRole("button", { name: "Noter", exact: true }).click();
  await eventually(async () => assert.match(await faultOf(begin(page).getByLabel("Première audience")), /précède/));
  await begin(page).getByLabel("Première audience").fill("07/12/2026");
  await begin(page).getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "Audience à préparer le lundi 7 décembre 2026");
  await shows(page.getByRole("main"), "provision");
  assert.deepEqual(await axe(page), []);
  const first = await calendar(page);
  assert.match(first.text, /UID:hearing-1-1-0@/);
  assert.match(first.text, /DTSTART;VALUE=DATE:20261207/);
  await page.goto(`${page.app.url}#/aujourdhui`);
  await shows(page.locator(".todo").first(), "audience le 7 décembre 2026");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a hearing is put off to a day and an hour, the decision is announced, made, and appealed in its own time", async () => {
  const suit = {
    id: 1, kind: "summary", date: "2026-10-26", with: "Tribunal de commerce de Grenoble",
    stages: [{ stage: "hearing-set", date: "2026-10-26", set_for: "2026-11-17" }],
  };
  const storage = sentBook({ events: [noticed], invoice: { amount: "9480.00" } });
  storage["relance/case/1"].case.proceedings = [suit];
  const page = await openApp({ storage, hash: "#/factures/1/suites", today: "2027-01-20" });
  await shows(answer(page), "Audience passée : suite à noter");
  assert.equal(await stage(page).getByLabel("Audience du").inputValue(), "17/11/2026");
  await note(page, "Audience renvoyée", { "Renvoyée au": "15/12/2026", Heure: "9 h 30" });
  await shows(page.locator(".after-days"), "au mardi 15 décembre 2026, 9 h 30");
  await note(page, "Mise en délibéré", { "Audience du": "15/12/2026", "Décision annoncée pour le": "02/02/2027" });
  await shows(answer(page), "Décision attendue annoncée pour le mardi 2 février 2027");
  const announced = await calendar(page);
  assert.match(announced.text, /UID:decision-1-1-2@/);
  assert.match(announced.text, /DTSTART;VALUE=DATE:20270202/);
  await note(page, "Provision accordée", { Date: "05/01/2027" });
  await shows(answer(page), "Décision à faire signifier");
  await shows(page.getByRole("main"), "quinze jours");
  await note(page, "Signifiée au débiteur", { Date: "12/01/2027" });
  await shows(page.getByRole("main"), "Appel possible jusqu’à la fin du mercredi 27 janvier 2027, quinze jours après la signification");
  assert.match((await calendar(page)).text, /UID:recourse-1-1@/);
  await note(page, "Titre exécutoire", { Date: "12/01/2027" });
  await shows(answer(page), "Exécution à lancer");
  await stage(page).getByLabel("Étape").selectOption({ label: "Appel formé" });
  await stage(page).getByLabel("L’exécution est suspendue").check();
  await stage(page).getByLabel("Date", { exact: true }).fill("20/01/2027");
  await stage(page).getByRole("button", { name: "Noter l’étape" }).click();
  await shows(answer(page), "Décision attendue");
  const appealed = await calendar(page);
  assert.doesNotMatch(appealed.text, /UID:recourse-1-1@/);
  await note(page, "Audience fixée", { "Audience le": "14/09/2027" });
  assert.match((await calendar(page)).text, /UID:hearing-1-1-7@/);
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

test("a way the law closes is refused with what to do; one of which something is missing is begun when that is said", async () => {
  const page = await openApp({ storage: sentBook({ invoice: { amount: "9480.00" } }), hash: "#/factures/1/suites", today: "2026-11-30" });
  const form = begin(page);
  await form.getByLabel("Quoi").selectOption({ label: "Procédure simplifiée" });
  const box = page.locator(".begin-obstacles");
  await shows(box, "Cette voie n’est pas ouverte");
  await shows(box, "Demandez plutôt une injonction de payer");
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(box, "Choisissez une autre suite");
  assert.equal(await box.getByRole("checkbox").count(), 0, "there is no way around the law");
  assert.deepEqual(await axe(page), []);
  await form.getByLabel("Quoi").selectOption({ label: "Injonction de payer" });
  await shows(box, "Aucune mise en demeure notée");
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(box, "Réglez d’abord ce point, ou cochez la case");
  await eventually(async () => assert.ok(await box.evaluate((node) => node === document.activeElement)));
  await box.getByLabel("Je passe outre et je note cette suite").check();
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "Frais de greffe à payer");
  page.app.assertNoProblem();
});

test("a mediation holds limitation on the page of the invoice and in the calendar, and its end is noted too", async () => {
  const invoice = { issued: "2022-01-10", due: "2022-02-10" };
  const page = await openApp({ storage: sentBook({ invoice, movements: [] }), hash: "#/factures/1", today: "2026-11-30" });
  const clock = page.getByRole("region", { name: "Prescription et actes" });
  const file = async () => {
    await page.goto(`${page.app.url}#/aujourdhui`);
    const { text } = await downloadBy(page, () => page.getByRole("button", { name: "Mettre dans mon agenda" }).click());
    await page.goto(`${page.app.url}#/factures/1`);
    return text.replaceAll("\r\n ", "");
  };
  const last = (text) => /DTSTART;VALUE=DATE:(\d+)/.exec(text.split("BEGIN:VEVENT").find((entry) => /UID:limitation-1@/.test(entry)))[1];
  const before = last(await file());
  await clock.locator("summary").click();
  const act = async (kind, date) => {
    await clock.getByLabel("Quel acte").selectOption({ label: kind });
    await clock.getByLabel("Date").fill(date);
    await clock.getByRole("button", { name: "Noter l’acte" }).click();
  };
  await act("Médiation ou conciliation convenue", "02/11/2026");
  await shows(clock, "Suspendue depuis le 2 novembre 2026");
  assert.match(await file(), /Suspendue par une médiation/);
  await clock.locator("summary").click();
  await act("Médiation ou conciliation terminée", "23/11/2026");
  await shows(clock, "Suspendue du 2 novembre 2026 au 23 novembre 2026");
  assert.ok(before < last(await file()), "the day moved back");
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

test("one order for two invoices is noted on both, its cost counted once, and so is what the court decides", async () => {
  const events = [{ ...SENT_INVOICE, id: 902, date: "2026-08-01" }, { ...noticed, id: 903 }];
  const storage = { ...sentBook({ events: [noticed] }), ...another(2, { number: "2026-031", due: "2026-09-01", amount: "620.00", events }) };
  const page = await openApp({ storage, hash: "#/factures/1/suites", today: "2026-11-30" });
  const form = begin(page);
  await form.getByLabel("Quoi").selectOption({ label: "Injonction de payer" });
  const also = form.getByRole("group", { name: "Aussi pour ces factures en retard" }).getByLabel("2026-031");
  await eventually(async () => assert.ok(await also.isChecked(), "one request is usually about all that is owed"));
  await form.getByLabel("Quoi").selectOption({ label: "Passée en perte" });
  await eventually(async () => assert.equal(await also.count(), 0, "a loss is noted on each"));
  await form.getByLabel("Quoi").selectOption({ label: "Injonction de payer" });
  await form.locator("#begin-with").fill("Tribunal de commerce de Grenoble");
  await form.getByLabel("Ce que cela vous a coûté").fill("31,80");
  await form.getByLabel("Les frais de greffe sont payés").check();
  assert.deepEqual(await axe(page), []);
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(page.getByRole("main"), "Frais payés par vous jusqu’ici");
  await stage(page).getByLabel("Étape").selectOption({ label: "Ordonnance rendue" });
  await stage(page).getByLabel(/^Somme ordonnée/).fill("3100");
  await stage(page).getByLabel("Noter aussi pour la facture 2026-031").waitFor();
  await shows(stage(page), "répartie selon le principal demandé");
  assert.deepEqual(await axe(page), []);
  await stage(page).getByRole("button", { name: "Noter l’étape" }).click();
  await page.goto(`${page.app.url}#/factures/2/suites`);
  await shows(page.locator(".after-days"), "620,00");
  assert.doesNotMatch(await page.getByRole("main").innerText(), /Frais payés par vous jusqu’ici/);
  page.app.assertNoProblem();
});

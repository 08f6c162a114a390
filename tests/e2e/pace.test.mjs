// The ladder, edited: real dates of a real invoice, faults at their fields, and the next action follows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { choose, eventually, faultOf, line, seen, shows } from "./pages/common.mjs";
import { lateBook } from "./pages/today.mjs";

const rung = (page, step) => page.locator(".rung").filter({ has: page.getByText(step, { exact: true }) });
const days = (page, step) => page.getByLabel(`Jours : ${step}`, { exact: true });
const save = (page) => page.getByRole("button", { name: "Enregistrer ce rythme" }).click();

test("an edited step shows its real date, is saved, and comes on that day", async () => {
  const page = await openApp({ ...lateBook(1, { due: "2026-11-23" }), hash: "#/relances" });
  // 8 days after Monday 23 November.
  await shows(rung(page, "Première relance"), "mardi 1 décembre 2026".replace("1 d", "1er d"));
  await days(page, "Première relance").fill("10");
  await shows(rung(page, "Première relance"), "jeudi 3 décembre 2026");
  await save(page);
  await shows(line(page), "Rythme de relance enregistré.");
  await page.reload();
  await shows(rung(page, "Première relance"), "jeudi 3 décembre 2026");
  page.app.assertNoProblem();
});

test("a step out of order is refused at its field; a step is switched off and back; the original comes back", async () => {
  const page = await openApp({ ...lateBook(1, { due: "2026-11-23" }), hash: "#/relances" });
  await days(page, "Deuxième appel").fill("7");
  await eventually(async () => assert.match(await faultOf(days(page, "Deuxième appel")), /après celui de l’étape d’avant/));
  await save(page);
  await eventually(async () => assert.equal(await page.locator(":focus").getAttribute("aria-invalid"), "true"));
  await rung(page, "Deuxième appel").getByRole("checkbox").uncheck();
  await save(page);
  await shows(line(page), "Rythme de relance enregistré.");
  await rung(page, "Deuxième appel").getByRole("checkbox").check();
  await days(page, "Mise en demeure").fill("45");
  await page.getByRole("button", { name: "Revenir aux étapes d’origine" }).click();
  assert.equal(await days(page, "Deuxième appel").inputValue(), "15");
  assert.equal(await days(page, "Mise en demeure").inputValue(), "40");
  page.app.assertNoProblem();
});

test("a speed changes every date after the due date, and for one client only where it is chosen there", async () => {
  const page = await openApp({ ...lateBook(1, { due: "2026-11-23" }), hash: "#/clients/1/relances" });
  await choose(page, "Vitesse", "Ferme");
  await shows(rung(page, "Mise en demeure"), "soit 24 jours à cette vitesse");
  await save(page);
  await shows(line(page), "Rythme de relance enregistré.");
  await page.goto(`${page.app.url}#/factures/1/relances`);
  await shows(rung(page, "Mise en demeure"), "soit 24 jours à cette vitesse");
  await choose(page, "Étapes", "Les siennes");
  await days(page, "Mise en demeure").fill("50");
  await save(page);
  await shows(line(page), "Rythme de relance enregistré.");
  await shows(rung(page, "Mise en demeure"), "soit 30 jours à cette vitesse");
  page.app.assertNoProblem();
});

test("the invoice looked at is picked by client, the most urgent first, and searched where there are many", async () => {
  const few = await openApp({ ...lateBook(3), hash: "#/relances" });
  const list = (page) => page.getByLabel("Voir les dates d’une facture");
  await list(few).waitFor();
  assert.equal(await few.getByRole("searchbox").count(), 0, "three are seen at a glance");
  const groups = () => list(few).locator("optgroup").evaluateAll((all) => all.map((one) => one.label));
  assert.deepEqual(await groups(), ["Client 01", "Client 02", "Client 03"]);
  assert.match(await list(few).locator("option:checked").innerText(), /F-1, échue le 15\/10\/2026, 40.jours de retard/);
  await shows(few.locator(".sample"), "Client 01");
  const page = await openApp({ ...lateBook(30), hash: "#/relances" });
  const search = page.getByRole("searchbox", { name: "Chercher un client ou un numéro" });
  await search.fill("client 27");
  await eventually(async () => assert.match(await list(page).locator("option:checked").innerText(), /^F-27,/));
  await shows(page.locator(".sample").getByRole("status"), "Client 27");
  await shows(rung(page, "Premier appel"), /\d{4}/);
  await search.fill("personne");
  await shows(page.getByRole("main"), "Aucune facture ouverte ne correspond.");
  assert.match(await list(page).locator("option:checked").innerText(), /^F-27,/, "what is shown stays");
  page.app.assertNoProblem();
});

test("the ladder edited for one invoice changes what is to be done about it", async () => {
  const page = await openApp({ ...lateBook(1, { due: "2026-11-18" }), hash: "#/aujourdhui" });
  const before = await seen(page.locator("main"));
  await page.goto(`${page.app.url}#/factures/1/relances`);
  await choose(page, "Étapes", "Les siennes");
  await rung(page, "Premier appel").getByRole("checkbox").uncheck();
  await days(page, "Première relance").fill("5");
  await save(page);
  await shows(line(page), "Rythme de relance enregistré.");
  await page.goto(`${page.app.url}#/aujourdhui`);
  await eventually(async () => assert.notEqual(await seen(page.locator("main")), before));
  await shows(page.locator(".todo-act"), /relance|e-mail/i);
  page.app.assertNoProblem();
});

// The evidence of a claim: how strong the file is, what is missing, a paper noted, the question asked in writing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { Composer } from "./pages/composer.mjs";
import { arrivesAt, eventually, line, shows, undo } from "./pages/common.mjs";

const strength = (page) => page.locator(".evidence-answer");
const row = (page, name) => page.getByRole("row").filter({ hasText: name });

test("the meter leads to what is missing; a paper noted counts, and comes back after an undo", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1" });
  await page.getByRole("link", { name: "Preuves", exact: true }).click();
  await arrivesAt(page, "Preuves");
  await shows(strength(page), "Dossier fragile");
  await shows(row(page, "La livraison"), "manque");
  await page.getByLabel("Pièce", { exact: true }).selectOption({ label: "Preuve de la livraison ou de l’exécution : bon signé, procès-verbal ou échanges" });
  await page.getByRole("button", { name: "Noter cette pièce" }).click();
  await eventually(async () => assert.equal(await page.getByLabel("Date de la pièce").getAttribute("aria-invalid"), "true"));
  await page.getByLabel("Date de la pièce").fill("10/02/2026");
  await page.getByLabel("Où elle est rangée").fill("classeur Brun");
  await page.getByRole("button", { name: "Noter cette pièce" }).click();
  await shows(line(page), "Pièce notée.");
  await shows(row(page, "La livraison"), "à joindre par vous");
  await shows(strength(page), "Dossier sérieux");
  await shows(page.locator(".paper-list"), "rangée : classeur Brun");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: /^Retirer Preuve/ }).click();
  await shows(row(page, "La livraison"), "manque");
  await undo(page);
  await shows(row(page, "La livraison"), "à joindre par vous");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the question asks for a written confirmation, honestly, in both forms of address", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/preuves" });
  await page.getByRole("link", { name: "Faire confirmer le solde" }).click();
  const composer = new Composer(page);
  await shows(composer.message, "pouvez-vous me confirmer le solde ?");
  await shows(composer.message, "Ce qui est facturé a-t-il bien été commandé et reçu ?");
  await shows(composer.message, "elle vaudra confirmation écrite du solde");
  page.app.assertNoProblem();
});

test("whoever contests all of it is talked with, and not asked to confirm it", async () => {
  const circumstances = [{ id: 1, date: "2026-11-10", kind: { dispute: { cause: "quality", amount: "2480.00", answer_by: "2026-11-25" } } }];
  const page = await openApp({ storage: sentBook({ circumstances }), hash: "#/factures/1/preuves" });
  await shows(page.getByRole("main"), "D’abord, en parler");
  assert.equal(await page.getByRole("link", { name: "Faire confirmer le solde" }).count(), 0);
  await page.getByRole("link", { name: "Proposer un rendez-vous" }).click();
  await shows(new Composer(page).message, "2026-014");
  page.app.assertNoProblem();
});

test("what was noted is an exhibit of the file that is handed over", async () => {
  const storage = sentBook();
  storage["relance/case/1"].case.proofs = [{ id: 1, kind: "agreement", date: "2026-01-20", place: "classeur" }];
  const page = await openApp({ storage, hash: "#/factures/1/documents?dossier" });
  await shows(page.getByRole("main"), "Devis accepté, bon de commande ou contrat, 20 janvier 2026 (à joindre)");
  page.app.assertNoProblem();
});

test("a paper of any kind is noted, by its own title where its kind does not say it", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/preuves" });
  const add = () => page.getByRole("button", { name: "Noter cette pièce" }).click();
  await page.getByLabel("Pièce", { exact: true }).selectOption({ label: "Échange d’e-mails" });
  await page.getByLabel("Intitulé de la pièce").fill("retouches de mai");
  await page.getByLabel("Date de la pièce").fill("04/05/2026");
  await add();
  await shows(page.locator(".paper-list"), "Échange d’e-mails – retouches de mai, 4 mai 2026");
  await page.getByLabel("Pièce", { exact: true }).selectOption({ label: "Autre pièce" });
  await page.getByLabel("Date de la pièce").fill("09/02/2026");
  await add();
  await eventually(async () => assert.equal(await page.getByLabel("Intitulé de la pièce").getAttribute("aria-invalid"), "true"));
  await page.getByLabel("Intitulé de la pièce").fill("photos du chantier");
  await add();
  await shows(page.locator(".paper-list"), "Photos du chantier, 9 février 2026");
  await page.goto(`${page.app.url}#/factures/1/documents?dossier`);
  await shows(page.getByRole("main"), "Échange d’e-mails – retouches de mai, 4 mai 2026 (à joindre)");
  await shows(page.getByRole("main"), "Photos du chantier, 9 février 2026 (à joindre)");
  page.app.assertNoProblem();
});

test("on a phone, in the dark and in English it holds", async () => {
  const storage = sentBook({ settings: { language: "en" } });
  const page = await openApp({ storage, hash: "#/factures/1/preuves", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await arrivesAt(page, "Evidence");
  await shows(strength(page), "Weak case");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

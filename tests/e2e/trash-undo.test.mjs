// What was deleted comes back or goes for good; what was done is told and taken back, by pointer and by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, line, seen, shows, stored } from "./pages/common.mjs";
import { Settings } from "./pages/settings.mjs";

const open = async (hash, storage = book(), options = {}) => {
  const page = await openApp({ storage, hash, ...options });
  return { page, claim: new Case(page), settings: new Settings(page) };
};

const toData = async (page) => {
  await page.goto(`${page.app.url}#/donnees`);
  await arrivesAt(page, "Vos données");
};

test("a movement deleted is in the trash, with its days, and comes back", async () => {
  const { page, claim, settings } = await open("#/factures/1");
  await claim.removeMovement();
  await shows(line(page), "Mouvement supprimé.");
  await toData(page);
  await shows(settings.trash, "Paiement 1 000,00 € · Facture 2026-014 · Atelier Brun & Fils");
  await shows(settings.trash, "Supprimé le 22 novembre 2026, gardé jusqu’au 21 décembre 2026");
  await settings.trash.getByRole("button", { name: /^Remettre/ }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  page.app.assertNoProblem();
});

test("an invoice deleted for good is asked about once more, and then nothing takes it back", async () => {
  const { page, settings } = await open("#/factures/1");
  await page.getByRole("button", { name: "Supprimer cette facture" }).click();
  await shows(line(page), "Facture supprimée.");
  await toData(page);
  await settings.trash.getByRole("button", { name: /^Supprimer pour de bon/ }).click();
  await shows(settings.trash, "Sans retour possible.");
  await settings.trash.getByRole("button", { name: "Non, garder" }).click();
  await settings.trash.getByRole("button", { name: /^Supprimer pour de bon/ }).click();
  await settings.trash.getByRole("button", { name: "Oui, pour de bon" }).click();
  await shows(settings.trash, "La corbeille est vide.");
  await eventually(async () => assert.equal(await settings.story.getByRole("button", { name: /Annuler, Facture supprimée/ }).count(), 0));
  await page.reload();
  await shows(settings.trash, "La corbeille est vide.");
  page.app.assertNoProblem();
});

test("the trash is emptied at once", async () => {
  const two = { id: 2, kind: "payment", date: "2026-07-03", amount: "5.00" };
  const one = { ...two, id: 1, date: "2026-07-02", amount: "7.00" };
  const { page, claim, settings } = await open("#/factures/1", book({ movements: [one, two] }));
  await claim.removeMovement();
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await claim.removeMovement();
  await toData(page);
  await eventually(async () => assert.equal(await settings.trash.getByRole("listitem").count(), 2));
  await settings.trash.getByRole("button", { name: "Vider la corbeille" }).click();
  await settings.trash.getByRole("button", { name: "Oui, pour de bon" }).click();
  await shows(settings.trash, "La corbeille est vide.");
  page.app.assertNoProblem();
});

test("what was deleted thirty days ago goes by itself", async () => {
  const item = { client: { id: 3, name: "Parti depuis longtemps", kind: "business" } };
  const storage = { ...book(), "relance/trash/1": { trash: { id: 1, deleted: "2026-10-20", item } }, "relance/trash/2": { trash: { id: 2, deleted: "2026-11-20", item } } };
  const { page, settings } = await open("#/donnees", storage);
  await eventually(async () => assert.equal(await settings.trash.getByRole("listitem").count(), 1));
  await eventually(async () => assert.equal((await stored(page))["trash/1"], undefined));
  page.app.assertNoProblem();
});

test("the story tells what was done, when and about what, and takes it back", async () => {
  const { page, claim, settings } = await open("#/factures/1");
  await claim.move({ amount: "100", date: "03/07/2026" });
  await shows(line(page), "Paiement noté.");
  await toData(page);
  const first = settings.story.getByRole("listitem").first();
  await shows(first, /^22 nov\. 11:0\d Paiement noté · 2026-014 · Atelier Brun & Fils Annuler$/);
  await first.getByRole("button").click();
  await shows(line(page), "C’est annulé : paiement noté.");
  await shows(first, "Annulation : paiement noté");
  await shows(settings.story.getByRole("listitem").nth(1), /annulé$/);
  page.app.assertNoProblem();
});

test("a template and work that were deleted are in the trash by their names, and come back", async () => {
  const template = { id: 1, name: "Ma relance", step: "first-reminder", channel: "email", lang: "fr", subject: "Facture", body: "Bonjour" };
  const work = { id: 1, client: "Studio Kermarec", what: "Affiche", done: "2026-11-20", alert_days: 7 };
  const storage = { ...book(), "relance/templates": { templates: { templates: [template] } }, "relance/unbilled": { unbilled: { works: [work] } } };
  const { page, settings } = await open("#/modeles", storage);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await shows(line(page), "Modèle supprimé, gardé dans la corbeille.");
  await page.goto(`${page.app.url}#/a-facturer`);
  await page.getByRole("button", { name: /^Supprimer/ }).click();
  await shows(line(page), "Travail supprimé, gardé dans la corbeille.");
  await toData(page);
  await shows(settings.trash, "Modèle : Ma relance Supprimé le 22 novembre 2026");
  await shows(settings.trash, "À facturer : Studio Kermarec · Affiche");
  await settings.trash.getByRole("button", { name: "Remettre, Modèle : Ma relance" }).click();
  await shows(page.getByRole("main"), "Ma relance");
  await toData(page);
  await settings.trash.getByRole("button", { name: /^Remettre, À facturer/ }).click();
  await shows(page.getByRole("list", { name: "Travaux à facturer" }), "Affiche");
  await toData(page);
  await shows(settings.trash, "La corbeille est vide.");
  page.app.assertNoProblem();
});

test("the story says of each thing what it was, and not only that something was noted", async () => {
  const { page, claim, settings } = await open("#/factures/1");
  await claim.know("Promesse de paiement");
  await claim.saveKnown();
  await shows(claim.standing, "en cours");
  await claim.standing.getByRole("button", { name: "Terminer" }).click();
  await shows(claim.standing, "remplacée");
  await claim.standing.getByRole("button", { name: "Retirer" }).click();
  await shows(claim.standing, "Rien de noté");
  await claim.know("Raison du non-paiement");
  await claim.saveKnown();
  await shows(line(page), "Motif de non-paiement noté.");
  await page.goto(`${page.app.url}#/factures/1/preuves`);
  await page.getByLabel("Date de la pièce").fill("10/02/2026");
  await page.getByRole("button", { name: "Noter cette pièce" }).click();
  await page.getByRole("button", { name: /^Retirer / }).click();
  await page.getByRole("button", { name: /^Retirer / }).waitFor({ state: "detached" });
  await toData(page);
  const told = [
    "Pièce retirée",
    "Pièce notée",
    "Motif de non-paiement noté",
    "Promesse, pause ou autre fait supprimé",
    "Promesse, pause ou autre fait terminé",
    "Promesse de paiement notée",
  ];
  for (const [at, what] of told.entries()) {
    await shows(settings.story.getByRole("listitem").nth(at), `${what} · 2026-014 · Atelier Brun & Fils`);
  }
  page.app.assertNoProblem();
});

test("by keyboard: undo and redo on any screen, after a reload too; in a field they are the field’s", async () => {
  const { page, claim } = await open("#/factures/1");
  const count = (n) => eventually(async () => assert.equal((await claim.noted()).length, n));
  await claim.move({ amount: "100", date: "03/07/2026" });
  await shows(line(page), "Paiement noté.");
  await count(2);
  await page.reload();
  await count(2);
  await page.keyboard.press("Control+z");
  await count(1);
  await shows(line(page), "C’est annulé : paiement noté.");
  await page.keyboard.press("Control+Shift+z");
  await count(2);
  await shows(line(page), "C’est rétabli : paiement noté.");
  await page.keyboard.press("Control+z");
  await count(1);
  await page.keyboard.press("Control+y");
  await count(2);
  await claim.reference.fill("à moitié");
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(200);
  await count(2);
  assert.notEqual(await claim.reference.inputValue(), "à moitié", "the browser's own undo is gone");
  page.app.assertNoProblem();
});

test("what is older than the history keeps is redone by its own name", async () => {
  // Fifty changes and fifty undos: the first change is the hundred and first last one when it is redone.
  const { page, claim } = await open("#/factures/1", book({ movements: [] }));
  await claim.amount.waitFor();
  const FIFTY = 50;
  await page.evaluate(async (times) => {
    const type = (input, text) => {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const turn = () => new Promise((done) => setTimeout(done));
    const field = (name) => document.getElementById(`movement-${name}`);
    for (let nth = 0; nth < times; nth += 1) {
      type(field("amount"), "0,01");
      type(field("date"), "02/07/2026");
      await turn();
      field("amount").form.requestSubmit();
      await turn();
    }
  }, FIFTY);
  const count = (n) => eventually(async () => assert.equal((await claim.noted()).length, n), 30_000);
  await count(FIFTY);
  for (let left = FIFTY - 1; left >= 0; left -= 1) {
    await page.keyboard.press("Control+z");
    await count(left);
  }
  await shows(line(page), "C’est annulé : paiement noté.");
  await page.keyboard.press("Control+Shift+z");
  await count(1);
  await shows(line(page), "C’est rétabli : paiement noté.");
  page.app.assertNoProblem();
});

test("with nothing to take back, the keys say so", async () => {
  const { page } = await open("#/factures");
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  await page.keyboard.press("Control+z");
  assert.equal(await seen(line(page)), "Rien à annuler.");
});

test("a change under a later one says which is to be undone first, and can be undone after it", async () => {
  const { page, claim, settings } = await open("#/factures/1", book({ movements: [] }));
  await claim.move({ amount: "100", date: "2/7/26" });
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await page.getByRole("button", { name: "Supprimer cette facture" }).click();
  await shows(line(page), "Facture supprimée.");
  await toData(page);
  const first = settings.story.getByRole("listitem").filter({ hasText: "Paiement noté" });
  await shows(first, "À annuler d’abord : facture supprimée");
  assert.equal(await first.getByRole("button").count(), 0);
  await settings.story.getByRole("button", { name: /Annuler, Facture supprimée/ }).click();
  await eventually(async () => assert.equal(await first.filter({ hasText: "À annuler d’abord" }).count(), 0));
  await first.getByRole("button", { name: /Annuler, Paiement noté/ }).waitFor();
  page.app.assertNoProblem();
});

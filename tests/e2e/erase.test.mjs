// Erasing is for good: nothing of what was erased is left anywhere in the browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted, openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, downloadBy, eventually, journaled, line, shows, stored } from "./pages/common.mjs";
import { Settings } from "./pages/settings.mjs";

const OTHER = { client: { id: 2, name: "Durand", kind: "business" } };

const open = async (hash = "#/clients/1", storage = { ...book(), "relance/client/2": OTHER }) => {
  const page = await openApp({ storage, hash });
  await mounted(page);
  return { page, settings: new Settings(page) };
};

/** All that the page of the data says, the story too. */
async function everyStory(page) {
  await page.goto(`${page.app.url}#/donnees`);
  await arrivesAt(page, "Vos données");
  return page.getByRole("main").innerText();
}

test("a client erased goes with all that is about it: what goes is said, a backup offered, nothing is left", async () => {
  const { page, settings } = await open("#/factures/1");
  await new Case(page).move({ amount: "100", date: "03/07/2026" });
  await shows(line(page), "Paiement noté.");
  await page.goto(`${page.app.url}#/clients/1`);
  await page.getByRole("button", { name: "Effacer ce client…" }).click();
  const asked = page.getByRole("group", { name: "Effacer ce client pour de bon ?" });
  await shows(asked, "Avec lui disparaissent : 1 facture, 2 mouvements.");
  const { text } = await downloadBy(page, () => asked.getByRole("button", { name: "D’abord télécharger une sauvegarde" }).click());
  assert.match(text, /Atelier Brun/);
  await asked.getByRole("button", { name: "Effacer pour de bon" }).click();
  await shows(line(page), "Client effacé, avec tout ce qui le concerne.");
  await arrivesAt(page, "Clients");
  assert.equal(await page.getByRole("main").getByText("Atelier Brun").count(), 0);
  const story = await everyStory(page);
  assert.doesNotMatch(story, /Brun|2026-014/);
  await shows(settings.story, "Paiement noté");
  assert.equal(await settings.story.getByRole("button", { name: "Annuler" }).count(), 0);
  const kept = await stored(page);
  assert.deepEqual(Object.keys(kept).filter((key) => /^(client\/1|case\/1|draft)/.test(key)), []);
  const held = await journaled(page);
  assert.equal(held.journal.length, 1, "earlier entries of the journal are still there");
  await page.reload();
  await shows(settings.kept, "1 client, 0 facture");
  page.app.assertNoProblem();
});

test("a client made anonymous keeps its figures and loses its name", async () => {
  const storage = book();
  storage["relance/case/1"].case.proofs = [{ id: 1, kind: "agreement", date: "2026-02-01", place: "classeur" }];
  const works = [{ id: 1, client: "Atelier Brun & Fils", what: "Maquette", done: "2026-11-20", alert_days: 7 }];
  storage["relance/unbilled"] = { unbilled: { works } };
  const { page } = await open("#/clients/1", storage);
  await page.getByRole("button", { name: "Anonymiser ce client…" }).click();
  const asked = page.getByRole("group", { name: "Anonymiser ce client pour de bon ?" });
  await shows(asked, "Disparaissent aussi : 1 travail à facturer.");
  await shows(asked, "Restent, avec leurs dates, montants et numéros : 1 facture, 1 mouvement, 1 pièce.");
  await asked.getByRole("button", { name: "Anonymiser pour de bon" }).click();
  await shows(line(page), "Client anonymisé.");
  await shows(page.getByRole("main"), "2 766,79 €");
  assert.equal(await page.getByText("Atelier Brun").count(), 0);
  await page.keyboard.press("Control+z");
  await shows(line(page), "Rien à annuler.");
  assert.doesNotMatch(await everyStory(page), /Brun/);
  page.app.assertNoProblem();
});

test("thought better of, nothing is erased", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "Effacer ce client…" }).click();
  await page.getByRole("group", { name: "Effacer ce client pour de bon ?" }).getByRole("button", { name: "Annuler" }).click();
  await page.reload();
  await arrivesAt(page, "Atelier Brun & Fils");
  page.app.assertNoProblem();
});

test("everything is erased on a typed word, in every tab, and the first screen is shown", async () => {
  const { page, settings } = await open("#/factures/1");
  await new Case(page).move({ amount: "100", date: "03/07/2026" });
  await shows(line(page), "Paiement noté.");
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures`);
  await other.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  await page.goto(`${page.app.url}#/donnees`);
  await settings.erase.getByRole("button", { name: "Tout effacer…" }).click();
  const word = settings.erase.getByLabel("Pour confirmer, tapez EFFACER");
  await word.fill("effacer");
  await page.keyboard.press("Enter");
  await shows(settings.erase, "Tapez EFFACER en capitales");
  await word.fill("EFFACER");
  await settings.erase.getByRole("button", { name: "Tout effacer pour de bon" }).click();
  await shows(line(page), "Tout est effacé.");
  assert.match(page.url(), /#\/calcul$/);
  await page.getByLabel("Montant TTC").waitFor();
  assert.deepEqual(Object.keys(await stored(page)).sort(), ["last-backup", "schema", "seq"]);
  const held = await journaled(page);
  assert.deepEqual([held.journal.length, held.things.length], [1, 0]);
  assert.doesNotMatch(JSON.stringify(held), /Brun/);
  await eventually(async () => assert.equal(await other.getByRole("row").filter({ hasText: "2026-014" }).count(), 0));
  // The other tab goes on from nothing, and writes nothing of before.
  await other.goto(`${page.app.url}#/clients/nouveau`);
  await other.getByLabel("Nom ou raison sociale").fill("Tout neuf");
  await other.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await arrivesAt(other, "Tout neuf");
  await shows(line(other), "Client enregistré.");
  await page.reload();
  await page.goto(`${page.app.url}#/donnees`);
  await shows(settings.kept, "1 client, 0 facture");
  await shows(settings.data, "Aucune sauvegarde");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

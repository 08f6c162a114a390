// Work done and not invoiced: noted, called for, invoiced, and off the list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { arrivesAt, eventually, faultOf, line, shows, undo } from "./pages/common.mjs";
import { InvoiceForm } from "./pages/invoice-form.mjs";

const works = (page) => page.getByRole("list", { name: "Travaux à facturer" }).getByRole("listitem");

async function note(page, { client, what = "", done, amount = "" }) {
  await page.getByLabel("Client", { exact: true }).fill(client);
  await page.getByLabel("Travail").fill(what);
  if (done) await page.getByLabel("Fini le").fill(done);
  await page.getByLabel("Montant TTC").fill(amount);
  await page.getByRole("button", { name: "Noter", exact: true }).click();
}

test("from work to invoice: the form knows client and amount, and the work leaves the list", async () => {
  const page = await openApp({ storage: book(), today: "2026-11-24", hash: "#/factures" });
  await page.getByRole("main").getByRole("link", { name: "À facturer" }).click();
  await arrivesAt(page, "À facturer");
  await shows(page.getByRole("main"), "Tout est facturé");
  await note(page, { client: "Atelier Brun & Fils", what: "Maquette", done: "10/11/2026", amount: "1200" });
  await shows(works(page).first(), "fini le 10 novembre 2026, il y a 14 jours");
  await shows(works(page).first(), "facture en attente");
  await note(page, { client: "Studio Kermarec" });
  await eventually(async () => assert.equal(await works(page).count(), 2));

  await works(page).first().getByRole("link", { name: /^Facturer/ }).click();
  await arrivesAt(page, "Nouvelle facture");
  const form = new InvoiceForm(page);
  assert.equal(await form.client.inputValue(), "Atelier Brun & Fils");
  assert.match(await form.amount.inputValue(), /1\s?200,00/);
  await form.fill({ number: "2026-030", issued: "24/11/2026", due: "24/12/2026" });
  await form.save.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await page.getByRole("button", { name: "Retirer de la liste" }).click();
  await shows(line(page), "Liste à facturer enregistrée.");
  await page.goto(`${page.app.url}#/a-facturer`);
  await eventually(async () => assert.equal(await works(page).count(), 1));
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("what was noted is corrected, deleted and taken back; faults are at their fields", async () => {
  const page = await openApp({ storage: book(), today: "2026-11-24", hash: "#/a-facturer" });
  await note(page, { client: "", done: "25/11/2026" });
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Client", { exact: true })), /nécessaire/));
  assert.match(await faultOf(page.getByLabel("Fini le")), /pas encore venu/);
  await note(page, { client: "Studio Kermarec", done: "23/11/2026" });
  await works(page).first().getByRole("button", { name: /^Modifier/ }).click();
  await page.getByLabel("Travail").fill("Affiche");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await shows(works(page).first(), "Affiche");
  await works(page).first().getByRole("button", { name: /^Supprimer/ }).click();
  await shows(page.getByRole("main"), "Tout est facturé");
  await undo(page);
  await shows(works(page).first(), "Affiche");
  page.app.assertNoProblem();
});

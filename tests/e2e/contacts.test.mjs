// Who does what at the client's, how invoices are paid there, and how one talks: each kept as it is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { ClientPage } from "./pages/client.mjs";
import { choose, eventually, shows, undo } from "./pages/common.mjs";

async function open(more = {}) {
  const page = await openApp({ storage: book(more), hash: "#/clients/1", today: "2026-11-24" });
  return { page, client: new ClientPage(page) };
}

test("persons by role: added, checked, changed, removed and brought back", async () => {
  const { page, client } = await open();
  await shows(client.contacts, "Personne pour le moment");
  await client.add({ name: "M. Brun", role: "Direction", personal: "06 12 00 00 00" });
  await client.add({ name: "Mme Le Goff", role: "Comptabilité", email: "compta@brun.example", phone: "04 76 00 00 01" });
  // In the order an invoice passes them.
  await eventually(async () => assert.match(await client.contacts.getByRole("listitem").first().innerText(), /Mme Le Goff/));
  await shows(client.person("M. Brun"), "06 12 00 00 00 (personnel)");
  await client.person("Mme Le Goff").getByRole("button", { name: "Vérifié aujourd’hui" }).click();
  await shows(client.person("Mme Le Goff"), "vérifié le 24 novembre 2026");
  await client.person("Mme Le Goff").getByRole("button", { name: "Modifier Mme Le Goff" }).click();
  await client.contacts.getByLabel("Téléphone professionnel").fill("04 76 00 00 02");
  await client.contacts.getByRole("button", { name: "Enregistrer" }).click();
  await shows(client.person("Mme Le Goff"), "04 76 00 00 02");
  await eventually(async () => assert.doesNotMatch(await client.person("Mme Le Goff").innerText(), /vérifié le/));
  await client.person("M. Brun").getByRole("button", { name: "Retirer M. Brun" }).click();
  await eventually(async () => assert.equal(await client.person("M. Brun").count(), 0));
  await undo(page);
  await client.person("M. Brun").waitFor();
  page.app.assertNoProblem();
});

test("the circuit is said once and read at a glance", async () => {
  const { page, client } = await open();
  await shows(client.circuit, "devient une question du prochain appel");
  await client.circuit.getByText("Modifier", { exact: true }).click();
  await choose(client.circuit, "Les factures passent-elles par un portail", "Oui");
  await client.circuit.getByLabel("Lequel").fill("Chorus Pro");
  await client.circuit.getByLabel("Jours de paiement").fill("le 10 et le 25");
  await client.circuit.getByRole("button", { name: "Enregistrer" }).click();
  await shows(client.circuit, "Chorus Pro");
  await page.reload();
  await shows(client.circuit, "le 10 et le 25");
  page.app.assertNoProblem();
});

test("relation, address and speed are kept as they are chosen", async () => {
  const { page, client } = await open();
  await choose(client.manner, "Relation", "Fidèle");
  await choose(client.manner, "On se dit", "tu");
  await choose(client.manner, "Rythme des relances", "Doux");
  await page.reload();
  for (const name of ["Fidèle", "tu", "Doux"]) {
    await eventually(async () => assert.ok(await client.manner.getByRole("radio", { name, exact: true }).isChecked(), name));
  }
  page.app.assertNoProblem();
});

test("what is missing is a small note, and one tap says all is right", async () => {
  const { page, client } = await open({ client: { email: "", address: "38000 Grenoble" } });
  for (const note of ["E-mail absent", "Téléphone absent", "Adresse incomplète", "Coordonnées jamais vérifiées"]) await shows(client.record, note);
  await client.record.getByRole("button", { name: "Tout est juste aujourd’hui" }).click();
  await shows(client.record, "Coordonnées vérifiées le 24 novembre 2026");
  page.app.assertNoProblem();
});

test("how it pays: promises, reasons and its share", async () => {
  const circumstances = [
    { id: 1, date: "2026-11-02", kind: { promise: { amount: "2480.00", by: "2026-11-10", channel: "phone" } } },
    { id: 2, date: "2026-11-02", kind: { unpaid: "cash" } },
  ];
  const { page, client } = await open({ circumstances });
  await shows(client.habits, "1 non tenue");
  await shows(client.habits, "Difficulté de trésorerie");
  await shows(client.habits, /Part de vos créances 100 %/);
  page.app.assertNoProblem();
});

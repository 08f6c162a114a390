// Two devices joined by a file: what it would change is shown first, record by record, and can be taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { arrivesAt, downloadBy, eventually, line, shows, undo } from "./pages/common.mjs";
import { Safety } from "./pages/safety.mjs";
import { Settings } from "./pages/settings.mjs";

const PHRASE = "bougie pluie tracteur violon";

const open = async (storage = {}) => {
  const page = await openApp({ storage, hash: "#/donnees" });
  await arrivesAt(page, "Vos données");
  return { page, settings: new Settings(page) };
};

const save = async ({ page, settings }) => (await downloadBy(page, () => settings.backup.click())).text;

const records = async (device) => JSON.parse(await save(device)).records;

/** A second device that starts from what the first one has. */
async function twin(first) {
  const second = await open();
  await second.settings.pick(await save(first));
  await second.settings.merge.click();
  await shows(line(second.page), "Données réunies.");
  return second;
}

async function rename({ page }, field, text) {
  await page.goto(`${page.app.url}#/clients/1/modifier`);
  await page.getByLabel(new RegExp(`^${field}`)).fill(text);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await shows(line(page), "Client enregistré.");
  await page.goto(`${page.app.url}#/donnees`);
  await arrivesAt(page, "Vos données");
}

test("what is new in the file is added, and nothing of here goes; undone, also after a reload", async () => {
  const first = await open(book());
  const second = await open({ "relance/client/7": { client: { id: 7, name: "Ici seulement", kind: "business" } } });
  await second.settings.pick(await save(first));
  assert.deepEqual((await second.settings.standing("nouveaux")).length, 3);
  assert.deepEqual(await second.settings.standing("seulement ici"), ["Ici seulement"]);
  await second.settings.merge.click();
  await shows(line(second.page), "Données réunies.");
  await shows(second.settings.kept, "2 clients, 1 facture, 1 mouvement");
  await second.page.reload();
  await arrivesAt(second.page, "Vos données");
  await second.settings.story.getByRole("button", { name: /Annuler, Données réunies/ }).click();
  await shows(second.settings.kept, "1 client, 0 facture, 0 mouvement");
  second.page.app.assertNoProblem();
  second.page.app.assertNothingLeft();
});

test("a file that is older than what is here brings nothing", async () => {
  const first = await open(book());
  const old = await save(first);
  await rename(first, "Nom ou raison sociale", "Brun SAS");
  await first.settings.pick(old);
  assert.deepEqual(await first.settings.standing("plus récent ici"), ["Brun SAS"]);
  assert.ok(await first.settings.merge.isDisabled());
  await shows(first.settings.data, "Tout ce que contient ce fichier est déjà ici.");
  first.page.app.assertNoProblem();
});

test("a file that is newer updates what is here", async () => {
  const first = await open(book());
  const second = await twin(first);
  await rename(second, "Nom ou raison sociale", "Brun SAS");
  await first.settings.pick(await save(second));
  assert.deepEqual(await first.settings.standing("plus récent dans le fichier"), ["Atelier Brun & Fils"]);
  await first.settings.merge.click();
  await shows(line(first.page), "Données réunies.");
  assert.equal((await records(first))["client/1"].client.name, "Brun SAS");
  first.page.app.assertNoProblem();
});

for (const [choice, name, phone, notes] of [
  ["Les deux, champ par champ", "Brun d’ici", "01 11 11 11 11", "de là-bas"],
  ["Ici", "Brun d’ici", "01 11 11 11 11", ""],
  ["Le fichier", "Brun de là-bas", "", "de là-bas"],
]) {
  test(`changed on both sides, kept: ${choice}`, async () => {
    const first = await open(book());
    const second = await twin(first);
    await rename(first, "Nom ou raison sociale", "Brun d’ici");
    await rename(first, "Téléphone", "01 11 11 11 11");
    await rename(second, "Nom ou raison sociale", "Brun de là-bas");
    await rename(second, "Notes", "de là-bas");
    await first.settings.pick(await save(second));
    await shows(first.settings.data, "Modifiés des deux côtés : que garder ?");
    await shows(first.settings.data.getByRole("row").filter({ hasText: "Nom" }), "Nom Brun d’ici Brun de là-bas");
    await first.settings.data.locator("label").filter({ hasText: new RegExp(`^${choice}$`) }).click();
    await first.settings.merge.click();
    await eventually(async () => {
      const client = (await records(first))["client/1"].client;
      assert.deepEqual([client.name, client.phone ?? "", client.notes ?? ""], [name, phone, notes]);
    });
    first.page.app.assertNoProblem();
  });
}

test("of very many changed on both sides, every one can be chosen, some at a time or all at once", async () => {
  const clients = (says) => Object.fromEntries(Array.from({ length: 120 }, (_, at) => {
    const id = at + 2;
    return [`relance/client/${id}`, { client: { id, name: `Client ${String(id).padStart(3, "0")}`, kind: "business", notes: says } }];
  }));
  const there = await open({ ...book(), ...clients("de là-bas") });
  const file = await save(there);
  await there.page.context().close();
  const here = await open({ ...book(), ...clients("d’ici") });
  await here.settings.pick(file);
  const data = here.settings.data;
  const shown = data.locator(".conflict");
  await shows(data, "1 – 50 sur 120");
  assert.equal(await shown.count(), 50);
  const take = (name, choice) => shown.filter({ hasText: name }).locator("label").filter({ hasText: new RegExp(`^${choice}$`) }).click();
  await data.getByRole("button", { name: "Pour tous : Le fichier" }).click();
  await take("Client 002", "Ici");
  await data.getByRole("button", { name: "Suivants" }).click();
  await data.getByRole("button", { name: "Suivants" }).click();
  await shows(data, "101 – 120 sur 120");
  assert.equal(await shown.count(), 20);
  assert.ok(await data.getByRole("button", { name: "Suivants" }).isDisabled());
  await take("Client 121", "Ici");
  // What was chosen is still chosen.
  await data.getByRole("button", { name: "Précédents" }).click();
  await data.getByRole("button", { name: "Précédents" }).click();
  assert.ok(await shown.filter({ hasText: "Client 002" }).getByLabel("Ici", { exact: true }).isChecked());
  await here.settings.merge.click();
  await shows(line(here.page), "Données réunies.");
  const all = await records(here);
  const notes = (id) => all[`client/${id}`].client.notes;
  assert.deepEqual([notes(2), notes(3), notes(60), notes(120), notes(121)], ["d’ici", "de là-bas", "de là-bas", "de là-bas", "d’ici"]);
  here.page.app.assertNoProblem();
});

test("replacing says what goes, does it, and can be taken back", async () => {
  const first = await open(book());
  const second = await open({ "relance/client/7": { client: { id: 7, name: "Ici seulement", kind: "business" } } });
  await second.settings.pick(await save(first));
  await shows(second.settings.data, "Remplacer tout supprime d’ici : 1 élément (Ici seulement).");
  await second.settings.replace.click();
  await shows(second.settings.kept, "1 client, 1 facture");
  await undo(second.page);
  await shows(second.settings.kept, "1 client, 0 facture");
  second.page.app.assertNoProblem();
});

test("an encrypted backup asks for its passphrase, says when it is wrong, and is then like any other", async () => {
  const first = await open(book());
  const sealed = await new Safety(first.page).seal(PHRASE);
  const { page, settings } = await open();
  await settings.pick(sealed);
  const field = page.getByLabel("Phrase secrète de ce fichier");
  await field.fill("une autre phrase, assez longue");
  await page.keyboard.press("Enter");
  await shows(settings.data, "Ce n’est pas la phrase secrète de ce fichier.");
  await page.getByLabel("Phrase secrète de ce fichier").fill(PHRASE);
  await page.keyboard.press("Enter");
  await settings.merge.click();
  await shows(settings.kept, "1 client, 1 facture");
  page.app.assertNoProblem();
});

test("ten thousand invoices are shown in a preview, step by step", async () => {
  const records = {};
  for (let id = 1; id <= 200; id += 1) records[`client/${id}`] = { client: { id, name: `Client ${id}`, kind: "business" } };
  let movement = 0;
  for (let id = 1; id <= 10_000; id += 1) {
    const payment = (date) => ({ id: (movement += 1), kind: "payment", date, amount: "10.00", reference: `virement ${movement}` });
    const invoice = { id, client: 1 + (id % 200), number: `F-${id}`, issued: "2026-02-13", due: "2026-03-15", amount: "3480.00", currency: "EUR", allocation: "principal-first", subject: "x".repeat(id % 10 === 0 ? 1_200 : 40) };
    records[`case/${id}`] = { case: { invoice, movements: [payment("2026-04-01"), payment("2026-05-01")], events: [] } };
  }
  const counts = { clients: 200, invoices: 10_000, movements: 20_000, events: 0, acts: 0, circumstances: 0 };
  const { page, settings } = await open();
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const beat = () => {
      globalThis.longest = Math.max(globalThis.longest, performance.now() - last);
      last = performance.now();
      setTimeout(beat, 0);
    };
    beat();
  });
  await page.evaluate(() => {
    document.getElementById("restore").addEventListener("change", () => {
      const start = performance.now();
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".preview")) return;
        globalThis.previewed = performance.now() - start;
        observer.disconnect();
      }).observe(document.body, { childList: true, subtree: true });
    });
  });
  await settings.pick(JSON.stringify({ format: "relance-backup", schema: 1, saved: "2026-11-22", counts, records }));
  await shows(settings.data, "10 200 nouveaux");
  const [previewed, longest] = await page.evaluate(() => [globalThis.previewed, globalThis.longest].map(Math.round));
  console.log(`preview of 10,000 invoices: ${previewed} ms, longest wait ${longest} ms`);
  page.app.assertNoProblem();
});

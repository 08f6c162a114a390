// The whole book as one file, and back in another browser; a file that is no good changes nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, settled } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { arrivesAt, downloadBy, eventually, goTo, line, seen, shows, stored, undo } from "./pages/common.mjs";
import { Settings } from "./pages/settings.mjs";

const COUNTS = "1 client, 1 facture, 1 mouvement, 0 envoi";

const open = async (storage = book()) => {
  const page = await openApp({ storage, hash: "#/donnees" });
  await settled(page);
  return { page, settings: new Settings(page) };
};

async function backup(storage = book()) {
  const { page, settings } = await open(storage);
  const { text } = await downloadBy(page, () => settings.backup.click());
  await page.context().close();
  return JSON.parse(text);
}

/** Goes on to a screen within the page. */
const to = async (page, hash, heading) => {
  await page.goto(`${page.app.url}${hash}`);
  await arrivesAt(page, heading);
};

/** What the book holds, as a backup says: texts under keys are the program's own. */
const records = async (page, settings) => JSON.parse((await downloadBy(page, () => settings.backup.click())).text).records;

test("a backup holds everything, is read back and counted, and says so", async () => {
  const { page, settings } = await open();
  const { name, text } = await downloadBy(page, () => settings.backup.click());
  assert.equal(name, "relance-2026-11-22.json");
  await shows(settings.data, `Sauvegarde vérifiée : ${COUNTS}.`);
  const file = JSON.parse(text);
  assert.equal(file.format, "relance-backup");
  assert.equal(file.schema, 2);
  assert.equal(file.saved, "2026-11-22");
  assert.deepEqual(file.counts, { clients: 1, invoices: 1, movements: 1, events: 0, acts: 0, circumstances: 0, proceedings: 0, plans: 0 });
  const [client, invoice] = [file.records["client/1"].client, file.records["case/1"].case.invoice];
  assert.deepEqual([client.name, client.contact], ["Atelier Brun & Fils", "Mme Le Goff"]);
  assert.deepEqual([invoice.number, invoice.amount], ["2026-014", "3480.00"]);
  assert.equal(file.records.profile.profile.iban, "FR7630006000011234567890189");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("restored in a fresh browser: counted first, then the same claim to the cent", async () => {
  const file = await backup();
  const { page, settings } = await open({});
  await shows(settings.kept, "0 client, 0 facture");
  await settings.pick(JSON.stringify(file));
  await shows(settings.data, `Dans le fichier ${COUNTS}`);
  await shows(settings.data, "Sauvegardé le 22 novembre 2026");
  // Nothing is written before the word is given.
  await shows(settings.kept, "0 client, 0 facture");
  assert.deepEqual(Object.keys(await stored(page)).filter((key) => /case|client/.test(key)), []);
  await settings.replace.click();
  await shows(line(page), "Sauvegarde restaurée.");
  await shows(settings.kept, COUNTS);
  assert.deepEqual(await records(page, settings), file.records);
  await goTo(page, "Factures");
  await shows(page.getByRole("row").filter({ hasText: "2026-014" }), "2 766,79 €");
  await page.reload();
  await shows(page.getByRole("row").filter({ hasText: "2026-014" }), "2 766,79 €");
  await to(page, "#/reglages", "Réglages");
  assert.equal(await settings.profile.getByLabel("Nom ou raison sociale").inputValue(), "Claire Morel");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("restored over other data: both are counted, and it can be taken back", async () => {
  const file = await backup();
  const before = book({ client: { name: "Autre" }, invoice: { number: "X-1" }, movements: [] });
  const { page, settings } = await open({ ...before, "relance/client/5": { client: { id: 5, name: "Cinq", kind: "public" } } });
  const kept = await records(page, settings);
  await settings.pick(JSON.stringify(file));
  await shows(settings.data, "Vos données 2 clients, 1 facture, 0 mouvement");
  await shows(settings.data, /Remplacer tout supprime d’ici : .*Cinq/);
  await settings.replace.click();
  await shows(settings.kept, COUNTS);
  await undo(page);
  await shows(settings.kept, "2 clients, 1 facture, 0 mouvement");
  assert.deepEqual(await records(page, settings), kept);
  page.app.assertNoProblem();
});

test("a restore thought better of changes nothing", async () => {
  const file = await backup();
  const { page, settings } = await open(book({ client: { name: "Autre" } }));
  const before = await stored(page);
  await settings.pick(JSON.stringify(file));
  await settings.replace.waitFor();
  await settings.data.getByRole("button", { name: "Annuler", exact: true }).click();
  await settings.replace.waitFor({ state: "hidden" });
  assert.deepEqual(await stored(page), before);
  page.app.assertNoProblem();
});

test("files that are no good: a clear message, nothing written, and a good one still works after", async () => {
  const good = await backup();
  const text = JSON.stringify(good);
  const changed = (change) => {
    const file = structuredClone(good);
    change(file);
    return JSON.stringify(file);
  };
  const bad = {
    truncated: [text.slice(0, text.length / 2), /s’arrête au milieu/],
    "short of its last brace": [text.slice(0, -1), /s’arrête au milieu/],
    empty: ["", /vide|n’est pas une sauvegarde|s’arrête au milieu/],
    "not JSON": ["Bonjour", /n’est pas du JSON/],
    "a picture": [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /n’est pas du JSON/],
    "JSON of another program": ['{"format":"autre","records":{}}', /d’un autre programme/],
    "a list": ["[1,2,3]", /d’un autre programme/],
    "JSON without a format": ['{"invoices":[]}', /d’un autre programme/],
    "an amount that is none": [changed((file) => (file.records["case/1"].case.invoice.amount = "beaucoup")), /illisible ; rien n’a été écrit : case\/1/],
    "a record under another key": [changed((file) => {
      file.records["client/9"] = file.records["client/1"];
      delete file.records["client/1"];
    }), /illisible ; rien n’a été écrit : client\/9/],
    "a record lost": [changed((file) => delete file.records["case/1"]), /ne contient pas ce qu’elle annonce|abîmé ou modifié/],
    "a payment added": [changed((file) => file.records["case/1"].case.movements.push({ id: 9, kind: "payment", date: "2026-07-03", amount: "1.00" })), /ne contient pas ce qu’elle annonce|abîmé ou modifié/],
    "of a newer version": [changed((file) => (file.schema = 99)), /version plus récente/],
  };
  const { page, settings } = await open(book({ client: { name: "Autre" } }));
  const before = await stored(page);
  for (const [name, [content, expected]] of Object.entries(bad)) {
    await settings.pick(content, `${name}.json`);
    await eventually(async () => assert.match(await seen(settings.data), expected, name));
    assert.equal(await settings.replace.count(), 0, name);
    assert.deepEqual(await stored(page), before, name);
  }
  await settings.pick(text);
  await settings.replace.click();
  await shows(line(page), "Sauvegarde restaurée.");
  assert.deepEqual((await records(page, settings))["client/1"], good.records["client/1"]);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("an invoice whose client cannot be read is still there, and can be opened", async () => {
  // As the first version wrote it, without a digest.
  const { "relance/case/1": kept } = book();
  const counts = { clients: 0, invoices: 1, movements: 1, events: 0, acts: 0, circumstances: 0 };
  const file = { format: "relance-backup", schema: 1, saved: "2026-11-22", counts, records: { "case/1": kept }, aside: [] };
  const { page, settings } = await open({});
  await settings.pick(JSON.stringify(file));
  await settings.replace.click();
  await goTo(page, "Factures");
  const row = page.getByRole("row").filter({ hasText: "2026-014" });
  await shows(row, "Client illisible");
  await row.getByRole("link").click();
  await shows(page.getByRole("main"), "3 480,00 €");
  assert.equal(await page.getByText("Cette page n’existe pas").count(), 0);
  page.app.assertNoProblem();
});

test("what was set aside comes back with the backup that held it", async () => {
  const broken = '{"client":{"id":2,"name":"Vandenbroucke"';
  const from = await open({ ...book(), "relance/client/2": broken });
  const { text } = await downloadBy(from.page, () => from.settings.backup.click());
  const { page, settings } = await open({});
  await settings.pick(text);
  await settings.replace.click();
  await shows(settings.kept, COUNTS);
  await shows(settings.data, "Données illisibles, mises de côté");
  assert.ok(Object.values(await stored(page)).includes(broken));
  page.app.assertNoProblem();
});

test("what a crashed page offered for rescue can be restored", async () => {
  const { page, settings } = await open();
  const keys = Object.fromEntries(Object.entries(await stored(page)).map(([key, value]) => [`relance/${key}`, value]));
  const fresh = await open({});
  await fresh.settings.pick(JSON.stringify({ format: "relance-rescue", keys }));
  await fresh.settings.replace.click();
  await shows(fresh.settings.kept, COUNTS);
  page.app.assertNoProblem();
  fresh.page.app.assertNoProblem();
  await shows(settings.kept, COUNTS);
});

test("a half-typed form from before a restore does not come back over the restored data", async () => {
  const file = await backup();
  const { page, settings } = await open({});
  await to(page, "#/reglages", "Réglages");
  await settings.profile.getByLabel("Nom ou raison sociale").fill("Nom à moitié");
  await to(page, "#/donnees", "Vos données");
  await settings.pick(JSON.stringify(file));
  await settings.replace.click();
  await shows(settings.kept, COUNTS);
  await page.reload();
  await to(page, "#/reglages", "Réglages");
  assert.equal(await settings.profile.getByLabel("Nom ou raison sociale").inputValue(), "Claire Morel");
  page.app.assertNoProblem();
});

test("a file is dropped as well as chosen", async () => {
  const file = await backup();
  const { page, settings } = await open({});
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "relance-2026-11-22.json", { type: "application/json" }));
    return transfer;
  }, JSON.stringify(file));
  const target = settings.data.getByText("Restaurer une sauvegarde");
  await target.dispatchEvent("dragover", { dataTransfer: transfer });
  await target.dispatchEvent("drop", { dataTransfer: transfer });
  await shows(settings.data, `Dans le fichier ${COUNTS}`);
  page.app.assertNoProblem();
});

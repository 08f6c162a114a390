// Changes of very many records: nothing of what is gone is left behind, the page goes on, and a refusal says its reason.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, settled } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, line, seen, shows, stored, undo } from "./pages/common.mjs";
import { Settings } from "./pages/settings.mjs";

const MANY = 2_000;

/** Records of so many invoices from a number on, all of one client. */
function invoices(from, count) {
  const records = { [`client/${from}`]: { client: { id: from, name: `Client ${from}`, kind: "business" } } };
  for (let id = from; id < from + count; id += 1) {
    const invoice = { id, client: from, number: `F-${id}`, issued: "2026-02-13", due: "2026-03-15", amount: "3480.00", currency: "EUR", allocation: "principal-first" };
    records[`case/${id}`] = { case: { invoice, movements: [], events: [] } };
  }
  return records;
}

const backup = (records) => {
  const count = (kind) => Object.keys(records).filter((key) => key.startsWith(kind)).length;
  const counts = { clients: count("client/"), invoices: count("case/"), movements: 0, events: 0 };
  return JSON.stringify({ format: "relance-backup", schema: 1, saved: "2026-11-22", counts, records });
};

const asStored = (records) =>
  Object.fromEntries([["relance/schema", "1"], ...Object.entries(records).map(([key, record]) => [`relance/${key}`, record])]);

const open = async (storage, hash = "#/donnees") => {
  const page = await openApp({ storage, hash });
  await settled(page);
  return { page, settings: new Settings(page) };
};

/** Leaves the form of movements of an invoice half typed. */
async function type(page, id) {
  await page.goto(`${page.app.url}#/factures/${id}`);
  await new Case(page).amount.fill(`${id}`);
  await eventually(async () => assert.ok((await stored(page))[`draft/movement/${id}`]));
}

/** Counts how often the page looks at all its keys; call it once more for the count. */
const looks = (page) =>
  page.evaluate(() => {
    const counted = globalThis.looks;
    if (counted === undefined) {
      const real = globalThis.relanceNames;
      globalThis.relanceNames = (...given) => {
        globalThis.looks += 1;
        return real(...given);
      };
    }
    globalThis.looks = 0;
    return counted;
  });

test("two thousand invoices give way to a small book: their drafts go, in a few looks at what is stored", async () => {
  const { page, settings } = await open(asStored(invoices(101, MANY)));
  for (const id of [101, 1_500]) await type(page, id);
  await page.goto(`${page.app.url}#/donnees`);
  await arrivesAt(page, "Vos données");
  await settings.pick(backup(invoices(9_001, 3)));
  await settings.replace.waitFor();
  await looks(page);
  await settings.replace.click();
  await shows(line(page), "Sauvegarde restaurée.");
  await shows(settings.kept, "1 client, 3 factures");
  const looked = await looks(page);
  assert.ok(looked < 20, `${looked} looks at all keys`);
  const left = Object.keys(await stored(page));
  assert.deepEqual(left.filter((key) => key.startsWith("draft/")), []);
  assert.equal(left.filter((key) => key.startsWith("case/")).length, 3);
  page.app.assertNoProblem();
});

test("a thousand merged invoices are taken back: what was half typed about them goes, and about others stays", async () => {
  const { page, settings } = await open(book());
  await type(page, 1);
  await page.goto(`${page.app.url}#/donnees`);
  await settings.pick(backup(invoices(101, 1_000)));
  await settings.merge.click();
  await shows(line(page), "Données réunies.");
  await type(page, 150);
  await looks(page);
  await undo(page);
  await shows(line(page), "C’est annulé : données réunies.");
  const looked = await looks(page);
  assert.ok(looked < 20, `${looked} looks at all keys`);
  const left = await stored(page);
  assert.deepEqual(Object.keys(left).filter((key) => key.startsWith("draft/")), ["draft/movement/1"]);
  assert.deepEqual(Object.keys(left).filter((key) => key.startsWith("case/")), ["case/1"]);
  page.app.assertNoProblem();
});

test("a large change that the journal refuses is taken back, and is not said to lack room", async () => {
  // So much to read that the past of the change has no room beside it.
  const noise = () => Array.from({ length: 3_000 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join("");
  const records = invoices(101, 400);
  for (const { case: held } of Object.values(records)) if (held) held.invoice.subject = noise();
  const { page, settings } = await open(asStored(records));
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("refused by the test", "UnknownError");
    };
  });
  const before = await stored(page);
  await settings.pick(backup(invoices(9_001, 3)));
  await settings.replace.click();
  await shows(line(page), "Le navigateur a refusé d’enregistrer");
  assert.ok(!(await seen(line(page))).includes("plus de place"));
  await shows(settings.kept, "1 client, 400 factures");
  assert.deepEqual(await stored(page), before);
});

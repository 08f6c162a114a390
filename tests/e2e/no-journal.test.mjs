// Where the browser refuses the journal, for a tab or for all of them, or has lost what it no longer holds: no tab erases
// what another saved, and what is missing is said.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { axe, mounted, openApp, settled } from "./harness.mjs";
import { another, book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, line, seen, shows } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { Settings } from "./pages/settings.mjs";
import { startProfile } from "./profile.mjs";
import { startServer } from "./server.mjs";

let server;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const refuseDatabase = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException("refused by the test", "SecurityError");
  };
};

const refuseEntries = () => {
  IDBObjectStore.prototype.add = () => {
    throw new DOMException("refused by the test", "UnknownError");
  };
};

/** Another tab at the invoice, with something refused from its start. */
async function tabWith(page, refusal) {
  const other = await page.context().newPage();
  await other.addInitScript(refusal);
  await other.goto(`${page.app.url}#/factures/1`);
  await mounted(other);
  return other;
}

const payments = (page) => new Case(page).noted().then((noted) => noted.length);

for (const [what, refusal] of [["no database", refuseDatabase], ["a journal that refuses entries", refuseEntries]]) {
  test(`a tab with ${what} and one with its journal keep each other's payments`, async () => {
    const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
    const other = await tabWith(page, refusal);
    for (let day = 1; day <= 3; day += 1) {
      await new Case(other).move({ amount: `${day}0`, date: `0${day}/07/2026` });
      await shows(line(other), "Paiement noté. Le navigateur l’écrit pour de bon d’ici quelques minutes.");
      await new Case(page).move({ amount: `${day}1`, date: `0${day}/08/2026` });
      await eventually(async () => assert.equal(await payments(page), 2 * day));
      await eventually(async () => assert.equal(await payments(other), 2 * day));
    }
    for (const tab of [page, other]) {
      await settled(tab);
      await tab.reload();
      await mounted(tab);
      await eventually(async () => assert.equal(await payments(tab), 6));
    }
  });
}

test("two tabs without a journal, at the same instants, keep twelve payments of twelve", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const tabs = [await tabWith(page, refuseDatabase), await tabWith(page, refuseDatabase)];
  await page.close();
  for (let day = 1; day <= 6; day += 1) {
    await Promise.all(tabs.map((tab, at) => new Case(tab).move({ amount: `${day}${at}`, date: `0${day}/07/2026` })));
    for (const tab of tabs) await eventually(async () => assert.equal(await payments(tab), 2 * day));
  }
  for (const tab of tabs) {
    await tab.reload();
    await mounted(tab);
    await eventually(async () => assert.equal(await payments(tab), 12));
  }
});

test("what was written without a journal is put there by the next page, and survives a killed browser", async () => {
  const profile = await startProfile();
  try {
    let page = await profile.open();
    await page.goto(`${server.url}#/factures/nouvelle`);
    await mounted(page);
    await page.evaluate(refuseEntries);
    const form = new InvoiceForm(page);
    await form.fill(REFERENCE);
    await form.save.click();
    await shows(line(page), "d’ici quelques minutes");
    await page.reload();
    await mounted(page);
    await new Case(page).move({ amount: "1000", date: "2/7/26" });
    await shows(line(page), "Paiement noté.");
    await profile.kill();
    page = await profile.open();
    await page.goto(`${server.url}#/factures/1`);
    await mounted(page);
    await arrivesAt(page, REFERENCE.client);
    await eventually(async () => assert.equal(await payments(page), 1));
    await page.goto(`${server.url}#/clients`);
    await shows(page.getByRole("main"), REFERENCE.client);
  } finally {
    await profile.remove();
  }
});

test("a storage that lost more than the journal holds is no recovery, but an alarm until it is mended", async () => {
  // Its fifth change was made long ago.
  const storage = { ...book({ movements: [] }), "relance/seq": "5 84b12bae" };
  const page = await openApp({ storage, hash: "#/factures/1" });
  await new Case(page).move({ amount: "1000", date: "02/07/2026" });
  await shows(line(page), "Paiement noté.");
  await settled(page);
  await page.goto("about:blank");
  await page.context().route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(`${page.app.url}blank`);
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${page.app.url}#/donnees`);
  await mounted(page);
  const alarm = page.getByRole("alert").filter({ hasText: "Le navigateur a perdu une partie de vos données." });
  await alarm.waitFor();
  await page.reload();
  await mounted(page);
  await alarm.waitFor();
  await shows(page.getByRole("main"), "Une partie de vos données manque");
  assert.equal(await line(page).filter({ hasText: "retrouvées" }).count(), 0);
  await page.getByRole("button", { name: "C’est fait, ou je continue avec ce qui reste" }).click();
  await alarm.waitFor({ state: "detached" });
  await page.reload();
  await mounted(page);
  await shows(page.getByRole("main"), "Enregistré ici");
  assert.equal(await alarm.count(), 0);
});

test("a page that is open writes nothing over the data of a newer version", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  await shows(new Case(page).answer, "3 480,00 €");
  await settled(page);
  await page.evaluate(() => {
    localStorage.setItem("relance/schema", "3");
    localStorage.setItem("relance/case/1", "\u3800\u3900\u4000");
  });
  await new Case(page).move({ amount: "1", date: "2/7/26" });
  await page.getByRole("alert").filter({ hasText: "Non enregistré." }).waitFor();
  await shows(page.locator(".banners"), "Données plus récentes que cette version.");
  assert.equal(await page.evaluate(() => localStorage.getItem("relance/case/1")), "\u3800\u3900\u4000");
});

test("a book replaced, in the midst of which the storage begins to refuse, is whole at the next opening", async () => {
  const file = await readFile(new URL("../fixtures/backups/schema-2.json", import.meta.url), "utf8");
  for (const refusal of [refuseDatabase, () => {}]) {
    const many = Array.from({ length: 300 }, (_, n) => another(n + 2, { number: `N-${n}`, due: "2026-09-10", amount: "100.00" }));
    const page = await openApp({ storage: Object.assign({}, book({ movements: [] }), ...many), hash: "#/factures/1" });
    const tab = await tabWith(page, refusal);
    await page.close();
    tab.on("dialog", (dialog) => dialog.accept());
    await tab.goto(`${page.app.url}#/donnees`);
    const settings = new Settings(tab);
    await shows(settings.kept, "301 factures");
    await settings.pick(file);
    await settings.replace.waitFor();
    await tab.evaluate(() => {
      const { setItem, removeItem } = Storage.prototype;
      let left = 150;
      for (const [name, real] of Object.entries({ setItem, removeItem })) {
        Storage.prototype[name] = function (...given) {
          if (given[0].startsWith("relance/draft")) return;
          if ((left -= 1) < 0) throw new DOMException("refused by the test", "UnknownError");
          real.apply(this, given);
        };
      }
    });
    await settings.replace.click();
    // The file is of a user who reads English.
    await tab.getByRole("alert").filter({ hasText: "Not saved." }).waitFor();
    await tab.reload();
    await mounted(tab);
    await eventually(async () => assert.match(await seen(tab.getByRole("main")), /301 factures|2 clients, 2 invoices/));
    await tab.context().close();
  }
});

/** Puts local storage back as it was: the browser was killed before it wrote what came since. */
async function loseSince(page, before) {
  await page.goto("about:blank");
  await page.context().route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(`${page.app.url}blank`);
  await page.evaluate((before) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(before)) localStorage.setItem(key, value);
  }, before);
}

test("what one visit saved and the next one went on without is told, and joined with it", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  await shows(new Case(page).answer, "3 480,00 €");
  await settled(page);
  const before = await page.evaluate(() => ({ ...localStorage }));
  await new Case(page).move({ amount: "1000", date: "02/07/2026" });
  await shows(line(page), "Paiement noté.");
  await settled(page);
  await loseSince(page, before);
  const second = await tabWith(page, refuseDatabase);
  assert.equal(await payments(second), 0);
  await new Case(second).move({ amount: "500", date: "03/07/2026" });
  await shows(line(second), "Le navigateur l’écrit pour de bon");
  await second.close();
  await page.goto(`${page.app.url}#/factures/1`);
  await mounted(page);
  const banner = page.getByRole("alert").filter({ hasText: "Des modifications enregistrées lors d’une visite précédente" });
  await banner.waitFor();
  assert.equal(await payments(page), 1, "nothing is written over what went on");
  assert.deepEqual(await axe(page), []);
  await banner.getByRole("link", { name: "Les revoir" }).click();
  await arrivesAt(page, "Vos données");
  const main = page.getByRole("main");
  await shows(main, "Des modifications enregistrées plus tôt ne sont pas dans vos données");
  await shows(main, "Paiement noté · 2026-014 · Atelier Brun & Fils");
  await page.reload();
  await mounted(page);
  await page.getByRole("button", { name: "Comparer avec mes données" }).click();
  await shows(main, "1 modifié des deux côtés");
  assert.equal(await page.getByRole("button", { name: "Remplacer tout" }).count(), 0, "it is not all there is");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Fusionner" }).click();
  await page.getByText("Des modifications enregistrées plus tôt").waitFor({ state: "detached" });
  await page.goto(`${page.app.url}#/factures/1`);
  await eventually(async () => assert.equal(await payments(page), 2));
  await settled(page);
  await page.reload();
  await mounted(page);
  await eventually(async () => assert.equal(await payments(page), 2));
  assert.equal(await banner.count(), 0);
  page.app.assertNoProblem();
});

// The database opens, and from then on nothing more is heard of it: neither what it found nor that a change is written.
const silentTransactions = () => {
  const { set } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "onsuccess");
  const opens = { set(heard) { if (this instanceof IDBOpenDBRequest) set.call(this, heard); } };
  Object.defineProperty(IDBRequest.prototype, "onsuccess", opens);
  for (const name of ["oncomplete", "onabort"]) Object.defineProperty(IDBTransaction.prototype, name, { set() {} });
};

test("a journal that opens and never answers is done without, from the start or in the midst of the work", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  await settled(page);
  const fromStart = await tabWith(page, silentTransactions);
  await shows(new Case(fromStart).answer, "3 480,00 €");
  // The patience of an opening, once for the tab and once for the change that meets it.
  await new Case(fromStart).move({ amount: "10", date: "01/07/2026" });
  await shows(line(fromStart), "Paiement noté. Le navigateur l’écrit pour de bon");
  await fromStart.close();
  // What the other tab did is taken up, and the journal at rest.
  await eventually(async () => assert.equal(await payments(page), 1));
  await page.waitForTimeout(1_000);
  await page.evaluate(silentTransactions);
  const number = () => page.evaluate(() => localStorage.getItem("relance/seq"));
  for (let day = 2; day <= 4; day += 1) {
    const [before, start] = [await number(), Date.now()];
    await new Case(page).move({ amount: `${day}0`, date: `0${day}/07/2026` });
    await eventually(async () => assert.notEqual(await number(), before));
    await shows(line(page), "Paiement noté. Le navigateur l’écrit pour de bon");
    assert.equal(await payments(page), day);
    // Only the first of them waited for it.
    if (day > 2) assert.ok(Date.now() - start < 2_500, `change ${day} waited ${Date.now() - start} ms`);
  }
  await page.reload();
  await mounted(page);
  await eventually(async () => assert.equal(await payments(page), 4));
});

test("a database that never answers holds up no change", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  await settled(page);
  const other = await tabWith(page, () => {
    IDBFactory.prototype.open = () => ({});
  });
  await page.close();
  await shows(new Case(other).answer, "3 480,00 €");
  const number = () => other.evaluate(() => localStorage.getItem("relance/seq"));
  for (let day = 1; day <= 3; day += 1) {
    const [before, start] = [await number(), Date.now()];
    await new Case(other).move({ amount: `${day}0`, date: `0${day}/07/2026` });
    await eventually(async () => assert.notEqual(await number(), before));
    assert.ok(Date.now() - start < 2_500, `change ${day} waited ${Date.now() - start} ms`);
  }
  await shows(line(other), "Le navigateur l’écrit pour de bon");
});

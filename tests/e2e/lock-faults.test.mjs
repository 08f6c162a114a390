// The passphrase of the data, with the browser or the page killed around it: nothing is lost, nothing stays shut.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mounted, openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Safety } from "./pages/safety.mjs";
import { arrivesAt, eventually, line, seen, shows } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { seedAt, startProfile } from "./profile.mjs";
import { startServer } from "./server.mjs";

const PHRASE = "bougie pluie tracteur violon";

let server;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const goTo = async (page, hash) => {
  await page.goto(`${server.url}${hash}`);
  await mounted(page);
};

const seed = (page, storage) => seedAt(page, server.origin, storage);

/** A book of so many invoices. */
function large(count) {
  const records = book({ movements: [] });
  const { invoice } = records["relance/case/1"].case;
  for (let id = 2; id <= count; id += 1) {
    records[`relance/case/${id}`] = { case: { invoice: { ...invoice, id, number: `N-${id}` }, movements: [], events: [] } };
  }
  return records;
}

for (const wait of [0, 2_000]) {
  test(`the browser is killed ${wait} ms after the data was put under a passphrase, and it opens it`, async () => {
    const profile = await startProfile();
    try {
      let page = await profile.open();
      await goTo(page, "#/factures/nouvelle");
      await new InvoiceForm(page).fill(REFERENCE);
      await new InvoiceForm(page).save.click();
      await shows(line(page), "Facture enregistrée.");
      await goTo(page, "#/donnees");
      await new Safety(page).switchOn(PHRASE);
      await shows(new Safety(page).lock, "Vos données sont chiffrées dans ce navigateur.");
      await new Promise((resolve) => setTimeout(resolve, wait));
      await profile.kill();
      page = await profile.open();
      await goTo(page, "#/donnees");
      const counts = new Safety(page).counts;
      // Local storage had nothing of it yet: both the lock and what it seals come from beside the journal.
      await arrivesAt(page, "Vos données sont sous phrase secrète");
      await new Safety(page).unlock(PHRASE);
      await shows(counts, "1 client, 1 facture, 0 mouvement");
    } finally {
      await profile.remove();
    }
  });
}

test("killed with nothing in the journal, the data put under a passphrase stays under it", async () => {
  const profile = await startProfile();
  try {
    let page = await profile.open();
    await seed(page, book());
    await profile.close();
    // Written for good: all in plain, and nothing in the journal.
    page = await profile.open();
    await goTo(page, "#/donnees");
    await shows(new Safety(page).counts, "1 client, 1 facture, 1 mouvement");
    await new Safety(page).switchOn(PHRASE);
    await shows(new Safety(page).lock, "Vos données sont chiffrées dans ce navigateur.");
    await profile.kill();
    page = await profile.open();
    await goTo(page, "#/donnees");
    await arrivesAt(page, "Vos données sont sous phrase secrète");
    await new Safety(page).unlock(PHRASE);
    await shows(new Safety(page).counts, "1 client, 1 facture, 1 mouvement");
  } finally {
    await profile.remove();
  }
});

test("the page is killed while the data is put under a passphrase, and again while it is taken out", async () => {
  const COUNT = 3_000;
  const profile = await startProfile();
  try {
    let page = await profile.open();
    await seed(page, large(COUNT));
    await goTo(page, "#/donnees");
    await shows(new Safety(page).counts, `${COUNT.toLocaleString("fr").replace(/\s/, " ")} factures`);
    const reopen = async () => {
      const next = await profile.newPage();
      await goTo(next, "#/donnees");
      await next.getByRole("heading", { level: 1, name: /Vos données/ }).waitFor();
      const isLocked = /sous phrase secrète/.test(await seen(next.locator("h1")));
      if (isLocked) await new Safety(next).unlock(PHRASE);
      await shows(new Safety(next).counts, "3 000 factures");
      return { page: next, isLocked };
    };
    // As soon as the first record is sealed, and with it most are not.
    const sealed = (at) => at.evaluate(() => Object.keys(localStorage).some((key) => key === "relance/lock"));
    await new Safety(page).switchOn(PHRASE);
    await eventually(async () => assert.ok(await sealed(page)));
    await page.close();
    const first = await reopen();
    assert.ok(first.isLocked);
    page = first.page;
    await new Safety(page).lock.getByRole("button", { name: "Ne plus chiffrer" }).click();
    await page.close();
    const second = await reopen();
    await arrivesAt(second.page, "Vos données");
  } finally {
    await profile.remove();
  }
});

test("two tabs that set a passphrase at the same moment: one of the two opens the data, and all of it is there", async () => {
  const other = "marteau nuage citron valise";
  const page = await openApp({ storage: large(3), hash: "#/donnees" });
  const [second, third] = [await page.context().newPage(), await page.context().newPage()];
  for (const tab of [second, third]) {
    await tab.goto(`${page.app.url}#/donnees`);
    await mounted(tab);
  }
  // Both wait for the lock of writing, so that one follows the other at once.
  await third.evaluate(
    () => new Promise((held) => navigator.locks.request("relance/write", () => (held(), new Promise((go) => (globalThis.letGo = go))))),
  );
  for (const [tab, phrase] of [[page, PHRASE], [second, other]]) {
    const safety = new Safety(tab);
    await safety.make(safety.lock, phrase);
    await safety.lock.getByRole("button", { name: "Chiffrer mes données" }).click();
  }
  await page.waitForFunction(async () => (await navigator.locks.query()).pending.filter(({ name }) => name === "relance/write").length === 2, null, { timeout: 30_000 });
  await third.evaluate(() => globalThis.letGo());
  await third.close();
  // The tab that came second asks for the phrase of the first.
  const asked = (tab) => tab.getByRole("button", { name: "Ouvrir", exact: true });
  await eventually(async () => assert.ok((await asked(page).count()) + (await asked(second).count()) > 0), 20_000);
  const tab = await page.context().newPage();
  await page.close();
  await second.close();
  await tab.goto(`${page.app.url}#/donnees`);
  await mounted(tab);
  for (const phrase of [PHRASE, other]) {
    if ((await asked(tab).count()) === 0) break;
    await new Safety(tab).unlock(phrase);
    // The wrong one says so, the right one opens.
    await tab.waitForTimeout(3_000);
  }
  await shows(tab.getByRole("main"), "3 factures");
});

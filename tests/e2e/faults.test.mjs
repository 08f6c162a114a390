// Nothing that was said to be saved is lost: the browser killed at once, the page killed in the middle, two tabs at the
// same time, a full storage, garbage in any key.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { mounted, openApp, settled } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, downloadBy, eventually, line, seen, shows, stored } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { seedAt, startProfile } from "./profile.mjs";
import { startServer } from "./server.mjs";

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

for (const wait of [0, 50, 500, 2_000]) {
  test(`the browser is killed ${wait} ms after a change was said to be saved, and the change is there`, async () => {
    const profile = await startProfile();
    try {
      let page = await profile.open();
      await goTo(page, "#/factures/nouvelle");
      const form = new InvoiceForm(page);
      await form.fill(REFERENCE);
      await form.save.click();
      await shows(line(page), "Facture enregistrée.");
      await new Promise((resolve) => setTimeout(resolve, wait));
      await profile.kill();
      page = await profile.open();
      await goTo(page, "#/factures/1");
      const claim = new Case(page);
      await claim.move({ amount: "1000", date: "2/7/26", reference: "virement" });
      await shows(line(page), "Paiement noté.");
      await new Promise((resolve) => setTimeout(resolve, wait));
      await profile.kill();
      page = await profile.open();
      await goTo(page, "#/factures/1");
      await eventually(async () => assert.equal((await new Case(page).noted()).length, 1));
      await shows(new Case(page).facts, REFERENCE.number);
    } finally {
      await profile.remove();
    }
  });
}

test("killed again and again between changes, a book keeps every one of them", async () => {
  const profile = await startProfile();
  try {
    let page = await profile.open();
    await seed(page, book({ movements: [] }));
    for (let round = 1; round <= 6; round += 1) {
      await goTo(page, "#/factures/1");
      const claim = new Case(page);
      await eventually(async () => assert.equal((await claim.noted()).length, round - 1));
      await claim.move({ amount: String(round), date: "2/7/26" });
      await shows(line(page), "Paiement noté.");
      await profile.kill();
      page = await profile.open();
    }
    await goTo(page, "#/factures/1");
    await eventually(async () => assert.equal((await new Case(page).noted()).length, 6));
  } finally {
    await profile.remove();
  }
});

test("two tabs race five hundred changes, and both have all of them", async () => {
  const EACH = 250;
  const profile = await startProfile();
  try {
    const first = await profile.open();
    await seed(first, book({ movements: [] }));
    const second = await profile.newPage();
    await Promise.all([goTo(first, "#/factures/1"), goTo(second, "#/factures/1")]);
    // In the page, so that nothing but the program slows the race down.
    const race = (page, cents) =>
      page.evaluate(async ({ each, cents }) => {
        const field = (name) => document.getElementById(`movement-${name}`);
        const type = (input, text) => {
          input.value = text;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        };
        const turn = () => new Promise((done) => setTimeout(done));
        for (let nth = 0; nth < each; nth += 1) {
          type(field("amount"), cents);
          type(field("date"), "02/07/2026");
          await turn();
          field("amount").form.requestSubmit();
          await turn();
        }
      }, { each: EACH, cents });
    const movements = { first: await fieldsOf(first), second: await fieldsOf(second) };
    assert.ok(movements.first && movements.second);
    await Promise.all([race(first, "0,01"), race(second, "0,02")]);
    const counts = async (page) => {
      const rows = await new Case(page).noted();
      return ["0,01", "0,02"].map((cents) => rows.filter((row) => row.includes(cents)).length);
    };
    for (const page of [first, second]) {
      await eventually(async () => assert.deepEqual(await counts(page), [EACH, EACH]), 60_000);
    }
    await first.reload();
    await mounted(first);
    await eventually(async () => assert.deepEqual(await counts(first), [EACH, EACH]));
  } finally {
    await profile.remove();
  }
});

/** The form of movements is there. */
async function fieldsOf(page) {
  const claim = new Case(page);
  await claim.amount.waitFor();
  return claim.amount.isVisible();
}

test("two tabs change different fields of one client in the same instant, and both changes stay", async () => {
  const profile = await startProfile();
  try {
    const first = await profile.open();
    await seed(first, book());
    const second = await profile.newPage();
    const pages = [first, second];
    await Promise.all(pages.map((page) => goTo(page, "#/clients/1/modifier")));
    await first.getByLabel("Téléphone").fill("01 02 03 04 05");
    await second.getByLabel("Notes").fill("À rappeler le matin");
    const save = (page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await Promise.all(pages.map(save));
    for (const page of pages) {
      await goTo(page, "#/clients/1");
      await shows(page.getByRole("main"), "01 02 03 04 05");
      await shows(page.getByRole("main"), "À rappeler le matin");
    }
  } finally {
    await profile.remove();
  }
});

/** Another page of the same host takes all the room there is, to the last unit. */
const fillStorage = (page) =>
  page.evaluate(() => {
    let piece = "x".repeat(1_000_000);
    for (let nth = 0; piece.length > 0; ) {
      try {
        localStorage.setItem(`other/${nth}`, piece);
        nth += 1;
      } catch {
        piece = piece.slice(0, Math.floor(piece.length / 2));
      }
    }
  });

test("a full storage refuses a change, says what to do, keeps what was typed, and harms nothing", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.amount.waitFor();
  await fillStorage(page);
  await claim.move({ amount: "1000", date: "2/7/26", reference: "virement" });
  await shows(line(page), "plus de place");
  assert.equal(await claim.amount.inputValue(), "1000");
  assert.equal((await claim.noted()).length, 0);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("other/")) localStorage.removeItem(key);
  });
  await claim.note.click();
  await shows(line(page), "Paiement noté.");
  await page.reload();
  await mounted(page);
  await eventually(async () => assert.equal((await new Case(page).noted()).length, 1));
  page.app.assertNoProblem();
});

test("what makes room is not refused by a full storage for its own line of the story", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.removeMovement();
  await shows(line(page), "Mouvement supprimé.");
  await page.goto(`${page.app.url}#/donnees`);
  await mounted(page);
  await fillStorage(page);
  const { Settings } = await import("./pages/settings.mjs");
  const { trash } = new Settings(page);
  await trash.getByRole("button", { name: "Vider la corbeille" }).click();
  await trash.getByRole("button", { name: "Oui, pour de bon" }).click();
  await shows(trash, "La corbeille est vide.");
  page.app.assertNoProblem();
});

test("a storage emptied by hand under an open page is written again with the next change", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.move({ amount: "1", date: "2/7/26" });
  await shows(line(page), "Paiement noté.");
  await page.evaluate(() => localStorage.clear());
  await claim.move({ amount: "2", date: "3/7/26" });
  await eventually(async () => assert.equal((await claim.noted()).length, 3));
  await shows(line(page), "Paiement noté.");
  await page.reload();
  await mounted(page);
  await eventually(async () => assert.equal((await new Case(page).noted()).length, 3));
  await shows(page.getByRole("main"), "Atelier Brun & Fils");
  page.app.assertNoProblem();
});

test("garbage in a record that was changed since is put right from the journal", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.move({ amount: "1000", date: "2/7/26", reference: "virement" });
  await shows(line(page), "Paiement noté.");
  await settled(page);
  await page.evaluate(() => localStorage.setItem("relance/case/1", "n’importe quoi"));
  await page.reload();
  await mounted(page);
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await settled(page);
  assert.ok(!Object.values(await stored(page)).includes("n’importe quoi"));
  page.app.assertNoProblem();
});

// A book that has a key of every kind, as the second format keeps it; each visit damages some that do not speak for each other.
const RICH = JSON.parse(await readFile(new URL("../fixtures/stored/schema-2.json", import.meta.url), "utf8"));
const RECORDS = /^(profile|settings|rates|policy|templates|unbilled|stationery|assumptions|(client|case|plan|trash|change)\/\d+)$/;
const VISITS = {
  "all there is one of": ["profile", "settings", "rates", "policy", "templates", "unbilled", "stationery", "assumptions"],
  "a client, what was deleted and half a form": ["client/2", "trash/1", "trash/4", "change/2", "draft/client-new", "draft/movement/3", "asked"],
  "an invoice, its client and its plan": ["client/1", "case/3", "plan/1", "trash/2", "change/5", "last-backup", "look"],
  "the numbers of format and changes": ["case/1", "case/2", "change/8", "schema", "glimpse", "probe"],
  "the number of the last change": ["seq", "change/3", "aside/1/client/9", "lock"],
};

test("every kind of key a book has is damaged by one of the visits", () => {
  const kind = (key) => key.split("/")[0];
  const damaged = new Set(Object.values(VISITS).flat().map(kind));
  assert.deepEqual(Object.keys(RICH).filter((key) => !damaged.has(kind(key))), []);
});

/** The key of a damaged record leads to where its content was set aside. */
const isAside = (kept, key) =>
  Object.entries(kept).some(([name, value]) => /^aside\/\d+\//.test(name) && name.endsWith(`/${key}`) && value === garbage(key));
const garbage = (key) => `n’importe quoi sous ${key}`;

/** What must hold once garbage stands under these keys; `before` is what stood under the others. */
async function holds(page, keys, before) {
  await arrivesAt(page, "Vos données");
  await settled(page);
  const now = await stored(page);
  const damaged = keys.filter((key) => RECORDS.test(key));
  for (const key of damaged) {
    const isMended = now[key] !== undefined && now[key] !== garbage(key);
    assert.ok(isAside(now, key) || isMended, `${key}: neither mended nor set aside`);
  }
  for (const [key, value] of Object.entries(before)) {
    if (RECORDS.test(key) && !keys.includes(key)) assert.equal(now[key], value, `${key}: changed, and nobody touched it`);
  }
  // One piece was aside before.
  const aside = damaged.filter((key) => isAside(now, key));
  await eventually(async () => assert.equal(await page.locator(".set-aside").count(), 1 + aside.length));
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.goto(`${page.app.url}#/clients/nouveau`);
  await page.getByLabel("Nom ou raison sociale").fill("Venu après");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await arrivesAt(page, "Venu après");
  await shows(line(page), "Client enregistré.");
  await page.goto(`${page.app.url}#/factures`);
  await arrivesAt(page, "Factures");
  await page.reload();
  await mounted(page);
  await settled(page);
  const after = await stored(page);
  for (const key of aside) assert.ok(isAside(after, key), `${key}: no longer kept`);
  page.app.assertNoProblem();
  return aside;
}

const under = (all) => Object.fromEntries(Object.entries(all).map(([key, value]) => [`relance/${key}`, value]));

for (const [what, keys] of Object.entries(VISITS)) {
  test(`garbage in ${what}: nothing is dropped, what cannot be read is shown, and the page works`, async () => {
    // Before the journal knows anything of them: all of it is set aside.
    const bad = Object.fromEntries(keys.map((key) => [key, garbage(key)]));
    const first = await openApp({ storage: under({ ...RICH, ...bad }), hash: "#/donnees" });
    const aside = await holds(first, keys, RICH);
    assert.deepEqual(aside, keys.filter((key) => RECORDS.test(key)));
    await first.context().close();
    // Later, the journal has what was changed last.
    const page = await openApp({ storage: under(RICH), hash: "#/donnees" });
    await arrivesAt(page, "Vos données");
    await settled(page);
    const before = await stored(page);
    await page.evaluate((all) => {
      for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
    }, under(bad));
    await page.reload();
    await mounted(page);
    await holds(page, keys, before);
  });
}

test("what the first version kept is taken over, and saved anew it is still there", async () => {
  const page = await openApp({ storage: book({ settings: { language: "fr", theme: "dark" } }), hash: "#/factures/1" });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await shows(new Case(page).answer, "2 480,00 €");
  await settled(page);
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => /^relance\/(case|client|profile)/.test(key)));
  assert.ok(kept.every(([, value]) => !value.startsWith("{")), "still as the first version wrote it");
  await page.reload();
  await mounted(page);
  await shows(new Case(page).answer, "2 480,00 €");
  page.app.assertNoProblem();
});

test("data of a newer version is shown as far as it can be read, and nothing is written", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1" });
  await shows(new Case(page).answer, "2 480,00 €");
  await settled(page);
  // As a newer version would leave it: another number, and a record written in a way that is not known here.
  await page.evaluate(() => {
    localStorage.setItem("relance/schema", "3");
    localStorage.setItem("relance/client/2", "\u3800\u3900\u4000");
  });
  const before = await page.evaluate(() => ({ ...localStorage }));
  await page.reload();
  await mounted(page);
  await shows(page.getByRole("main"), "2 480,00 €");
  await shows(page.getByRole("main"), "Données plus récentes que cette version.");
  await new Case(page).move({ amount: "1", date: "2/7/26" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const now = await page.evaluate(() => ({ ...localStorage }));
  const records = (all) => Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith("relance/draft/")));
  assert.deepEqual(records(now), records(before));
  assert.match(await seen(line(page)), /version plus récente|lecture/i);
});

test("a backup of each version that was released is restored", async () => {
  const { readdir } = await import("node:fs/promises");
  const folder = new URL("../fixtures/backups/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  assert.ok(names.length >= 2);
  for (const name of names) {
    const { Settings } = await import("./pages/settings.mjs");
    const page = await openApp({ hash: "#/donnees" });
    const settings = new Settings(page);
    const text = await readFile(new URL(name, folder), "utf8");
    await settings.pick(text, name);
    await settings.replace.click();
    await shows(line(page), /^(Sauvegarde restaurée|Backup restored)/);
    // A backup brings its language with it.
    await page.getByRole("button", { name: /^FR/ }).click();
    await page.reload();
    await mounted(page);
    const { text: again } = await downloadBy(page, () => settings.backup.click());
    // What an earlier version did not know, it has none of.
    assert.deepEqual(JSON.parse(again).counts, { circumstances: 0, proceedings: 0, plans: 0, ...JSON.parse(text).counts }, name);
    page.app.assertNoProblem();
  }
});

/** A backup of five thousand invoices, as the first version wrote it. */
function largeBackup() {
  const records = {};
  for (let id = 101; id <= 150; id += 1) records[`client/${id}`] = { client: { id, name: `Client ${id}`, kind: "business" } };
  for (let id = 101; id <= 5_100; id += 1) {
    const invoice = { id, client: 101 + (id % 50), number: `F-${id}`, issued: "2026-02-13", due: "2026-03-15", amount: "3480.00", currency: "EUR", allocation: "principal-first" };
    const payment = (nth) => ({ id: 2 * id + nth, kind: "payment", date: "2026-04-01", amount: "10.00", reference: "virement" });
    records[`case/${id}`] = { case: { invoice, movements: [payment(0), payment(1)], events: [] } };
  }
  const counts = { clients: 50, invoices: 5_000, movements: 10_000, events: 0 };
  return JSON.stringify({ format: "relance-backup", schema: 1, saved: "2026-11-22", counts, records });
}

/** A backup of the reference claim. */
function smallBackup() {
  const { "relance/client/1": client, "relance/case/1": case_ } = book();
  const counts = { clients: 1, invoices: 1, movements: 1, events: 0 };
  const records = { "client/1": client, "case/1": case_ };
  return JSON.stringify({ format: "relance-backup", schema: 1, saved: "2026-11-22", counts, records });
}

/** Makes the page stop dead at the write of the `nth` record from now on, everything before it written; it says so. */
async function stopAt(page, nth) {
  await page.evaluate((nth) => {
    const write = Storage.prototype.setItem;
    let written = 0;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith("relance/case/") && (written += 1) === nth) {
        console.log("stopped in the middle");
        for (const until = Date.now() + 120_000; Date.now() < until; );
      }
      write.call(this, key, value);
    };
  }, nth);
}

for (const how of ["page", "browser"]) {
  test(`the ${how} is killed in the middle of a restore of five thousand invoices: what was there before is there again, whole`, async () => {
    const { Settings } = await import("./pages/settings.mjs");
    const text = largeBackup();
    const killedWith = async (pick) => {
      const profile = await startProfile();
      try {
        let page = await profile.open();
        await goTo(page, "#/donnees");
        let settings = new Settings(page);
        // By the program, so that it is saved.
        await settings.pick(smallBackup());
        await settings.replace.click();
        await shows(line(page), "Sauvegarde restaurée.");
        await shows(settings.kept, "1 client, 1 facture");
        await settings.pick(text);
        await pick(page, settings);
        if (how === "page") {
          const crash = page.waitForEvent("crash");
          await profile.killPages();
          await crash;
          page = await profile.newPage();
        } else {
          await profile.kill();
          page = await profile.open();
        }
        await goTo(page, "#/donnees");
        settings = new Settings(page);
        await shows(settings.kept, /^(1 client, 1 facture, 1 mouvement|50 clients, 5 000 factures, 10 000 mouvements)/);
        return await seen(settings.kept);
      } finally {
        await profile.remove();
      }
    };
    for (const nth of [1, 2_500, 5_000]) {
      const kept = await killedWith(async (page, settings) => {
        await stopAt(page, nth);
        // A page that stands still may not get to say so: it does by then.
        const said = page.waitForEvent("console", (message) => message.text() === "stopped in the middle").catch(() => {});
        // Nor may the press come to its end: nobody waits for it.
        settings.replace.click().catch(() => {});
        await Promise.race([said, new Promise((resolve) => setTimeout(resolve, 15_000))]);
      });
      assert.match(kept, /^1 client, 1 facture, 1 mouvement/, `killed at the write of record ${nth}, before it was said to be saved`);
    }
    // And at other moments: all of it, or nothing.
    for (const wait of [0, 50, 400]) {
      await killedWith(async (_page, settings) => {
        const pressed = settings.replace.click().catch(() => {});
        await Promise.race([pressed, new Promise((resolve) => setTimeout(resolve, 5_000))]);
        await new Promise((resolve) => setTimeout(resolve, wait));
      });
    }
  });
}

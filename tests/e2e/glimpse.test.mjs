// The list of a large book shows what it showed last while the book is being read, and never what no longer holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, settled } from "./harness.mjs";
import { another, book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, goTo, plain, stored } from "./pages/common.mjs";

/** 600 invoices of one client. */
function largeBook(client) {
  const others = Array.from({ length: 599 }, (_, at) =>
    another(at + 2, { number: `N-${at + 2}`, due: "2026-09-01", amount: `${100 + at}.00` }),
  );
  return Object.assign(book({ client: { name: client }, movements: [] }), ...others);
}

const glimpse = async (page) => (await stored(page)).glimpse;

const shown = async (page) => plain(await page.getByRole("main").innerText());

/** Notes what the list shows first. */
const watchFirst = (page) =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const row = document.querySelector("main tbody tr");
      if (!row) return;
      observer.disconnect();
      globalThis.firstShown = document.querySelector("main").innerText;
    }).observe(document, { childList: true, subtree: true });
  });

const firstShown = async (page) => plain(await page.evaluate(() => globalThis.firstShown));

test("the list stands at once as it was, and is then what the book gives", async () => {
  const first = await openApp({ storage: largeBook("Durand"), hash: "#/factures" });
  await eventually(async () => assert.ok(await glimpse(first)));
  const kept = await glimpse(first);
  await first.context().close();

  // The same book with another name: what is kept holds by its number, and shows what it was.
  for (const today of ["2026-11-22", "2026-11-25"]) {
    const page = await openApp({ storage: largeBook("Brun"), hash: "#/factures", today });
    await eventually(async () => assert.ok(await glimpse(page)));
    const own = await shown(page);
    await page.evaluate((kept) => localStorage.setItem("relance/glimpse", kept), kept);
    await watchFirst(page);
    await page.reload();
    await settled(page);
    assert.equal(await firstShown(page), own.replaceAll("Brun", "Durand"), today);
    assert.equal(await shown(page), own);
    page.app.assertNoProblem();
    await page.context().close();
  }
});

test("the rows of a glimpse become those of the book where they stand", async () => {
  const page = await openApp({ storage: largeBook("Brun"), hash: "#/factures" });
  await eventually(async () => assert.ok(await glimpse(page)));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      globalThis.firstRow = document.querySelector("main tbody tr");
      if (globalThis.firstRow) observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.firstRow.isConnected), true, "nothing was drawn twice");
  await page.getByRole("searchbox").fill("N-17");
  await eventually(async () => assert.match(await shown(page), /N-17\b/));
  await page.getByRole("row").filter({ hasText: "N-17" }).first().getByRole("link").click();
  await arrivesAt(page, "Brun");
  page.app.assertNoProblem();
});

test("a change makes another glimpse, wherever it is made", async () => {
  const page = await openApp({ storage: largeBook("Brun"), hash: "#/factures" });
  await eventually(async () => assert.ok(await glimpse(page)));
  const before = await glimpse(page);
  await page.goto(`${page.app.url}#/factures/1`);
  await new Case(page).move({ amount: "480", date: "03/07/2026" });
  await eventually(async () => assert.equal((await new Case(page).noted()).length, 1));
  await eventually(async () => assert.ok(![undefined, before].includes(await glimpse(page))));
  await watchFirst(page);
  await page.goto("about:blank");
  await page.goto(`${page.app.url}#/factures`);
  await settled(page);
  assert.equal(await firstShown(page), await shown(page));
  page.app.assertNoProblem();
});

test("the glimpse of before a change holds no more", async () => {
  const page = await openApp({ storage: largeBook("Brun"), hash: "#/factures" });
  await eventually(async () => assert.ok(await glimpse(page)));
  const before = await glimpse(page);
  await page.goto(`${page.app.url}#/factures/1`);
  await new Case(page).move({ amount: "480", date: "03/07/2026" });
  await eventually(async () => assert.equal((await new Case(page).noted()).length, 1));
  await page.goto("about:blank");
  await page.goto(page.app.url);
  await settled(page);
  await page.evaluate((before) => localStorage.setItem("relance/glimpse", before), before);
  await watchFirst(page);
  await page.goto(`${page.app.url}#/factures`);
  await page.reload();
  await settled(page);
  assert.equal(await firstShown(page), await shown(page));
  page.app.assertNoProblem();
});

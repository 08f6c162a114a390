// What every screen reminds of once it matters: a backup, with its age and what changed since; room that runs short.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onDay, openApp, settled } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { eventually, seen, shows } from "./pages/common.mjs";

const open = async (storage, more = {}) => {
  const page = await openApp({ storage, hash: "#/factures/1", ...more });
  await settled(page);
  return { page, due: page.locator(".banner").filter({ hasText: "Pensez à sauvegarder." }) };
};

const minutesOf = (day) => Date.parse(`${day}T10:00:00Z`) / 60_000;

async function change(page, times) {
  const claim = new Case(page);
  const before = (await claim.noted()).length;
  for (let n = 1; n <= times; n += 1) {
    await claim.move({ amount: String(n), date: "2/7/26" });
    await eventually(async () => assert.equal((await claim.noted()).length, before + n));
  }
}

test("a backup of some weeks ago is due with the first change after it: how old it is, and how much changed", async () => {
  const { page, due } = await open({ ...book(), "relance/last-backup": `${minutesOf("2026-11-04")} 0` });
  assert.equal(await due.count(), 0, "nothing has changed");
  await change(page, 1);
  await shows(due, "Pensez à sauvegarder. Dernière sauvegarde il y a 18 jours ; 1 modification depuis.");
  await change(page, 1);
  await page.goto(`${page.app.url}#/aujourdhui`);
  await shows(due, "Dernière sauvegarde il y a 18 jours ; 2 modifications depuis.");
  await page.getByRole("button", { name: /^EN/ }).click();
  await shows(page.locator(".banners"), "Time for a backup. Age of the last backup: 18 days; ");
  page.app.assertNoProblem();
});

test("without any backup, a few changes are said a week later", async () => {
  const { page, due } = await open(book());
  await change(page, 2);
  await onDay(page, "2026-11-28");
  assert.equal(await due.count(), 0, "not after six days");
  await onDay(page, "2026-11-29");
  await shows(due, "Aucune sauvegarde pour l’instant. 2 modifications ne sont que dans ce navigateur.");
  page.app.assertNoProblem();
});

test("a look chosen is nothing to lose: no backup is asked for", async () => {
  const { page, due } = await open({});
  await page.getByRole("button", { name: /^EN/ }).click();
  await page.getByRole("button", { name: /^FR/ }).click();
  await onDay(page, "2026-12-31", "#/factures");
  assert.equal(await due.count(), 0);
  page.app.assertNoProblem();
});

test("what other pages of the address take counts: from 70 % of the room on, every screen says so", async () => {
  const low = (page) => page.locator(".banner").filter({ hasText: "La place se réduit." });
  const { page } = await open({ ...book(), "other/x": "x".repeat(3_900_000) });
  await shows(low(page), "archivez les affaires closes");
  await low(page).getByRole("link", { name: "Faire de la place" }).click();
  await shows(page.getByRole("region", { name: "Enregistré ici" }), /\(75 %\).*pris par d’autres pages/);

  // Written while this page is open: it is noticed when one comes back to it.
  const { page: later } = await open(book());
  await later.waitForTimeout(2_000);
  assert.equal(await low(later).count(), 0);
  await later.evaluate(() => localStorage.setItem("other/x", "x".repeat(3_900_000)));
  await later.evaluate(() => globalThis.dispatchEvent(new Event("focus")));
  await shows(low(later), "La place se réduit.");
  assert.ok(!(await seen(low(later))).includes("NaN"));
  page.app.assertNoProblem();
});

// The morning: whom to chase, in which order, and through all of it by keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { arrivesAt, eventually, focused, goTo, line, seen, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";
import { tabTo } from "./pages/focus.mjs";
import { Today, lateBook } from "./pages/today.mjs";

const focusIs = (locator) =>
  eventually(async () => assert.ok(await locator.evaluate((element) => element === document.activeElement)));

test("a book with a late invoice opens on its line: a reason, an amount, one button", async () => {
  const page = await openApp({ ...lateBook(3) });
  await arrivesAt(page, "Aujourd’hui");
  const today = new Today(page);
  await eventually(async () => assert.equal(await today.lines.count(), 3));
  await shows(page.getByRole("main"), "mardi 24 novembre 2026 · appels possibles jusqu’à 18 h");
  await shows(page.getByRole("main"), "en retard, chez 3 clients");
  // The most money at the same chance comes first.
  await shows(today.lines.first(), "Client 01");
  await shows(today.lines.first(), "40 jours de retard");
  await today.act("Client 01").waitFor();
  assert.match(await today.aged.getAttribute("aria-label"), /31 à 60 jours 600,00/);
  await shows(page.getByRole("navigation", { name: "Navigation principale" }), "3");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the bank comes first, and is asked once a day", async () => {
  const page = await openApp({ ...lateBook(2) });
  const today = new Today(page);
  await today.bank.click();
  await shows(line(page), "Banque vérifiée aujourd’hui.");
  await today.bank.waitFor({ state: "hidden" });
  await focusIs(page.locator(".todo-act").first());
  await page.reload();
  await today.lines.first().waitFor();
  assert.equal(await today.bank.count(), 0);
  page.app.assertNoProblem();
});

test("forty late cases by keyboard alone: along the list, a reminder recorded, on to the next", async () => {
  const page = await openApp({ ...lateBook(40) });
  const today = new Today(page);
  await eventually(async () => assert.equal(await today.lines.count(), 40));
  await page.locator("#todo").waitFor();
  // Into the list by Tab, then along it.
  const first = page.locator(".todo-act").first();
  await tabTo(page, first);
  for (let at = 1; at < 40; at += 1) {
    await page.keyboard.press(at % 2 ? "j" : "ArrowDown");
    await focusIs(page.locator(".todo-act").nth(at));
  }
  await page.keyboard.press("j");
  await focusIs(page.locator(".todo-act").nth(39));
  await page.keyboard.press("Home");
  await focusIs(first);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await focusIs(first);

  // The first three: text, sending recorded, and one key leads to the next.
  for (let at = 1; at <= 3; at += 1) {
    if (at === 1) await page.keyboard.press("Enter");
    await arrivesAt(page, new RegExp(`Client 0${at}`));
    await shows(today.round, `${at} sur 40`);
    const composer = new Composer(page);
    await tabTo(page, composer.saveSending);
    await page.keyboard.press("Enter");
    await arrivesAt(page, `Client 0${at}`);
    await shows(today.round, "C’est noté.");
    await focusIs(today.next);
    await page.keyboard.press("Enter");
  }
  await arrivesAt(page, /Client 04/);
  // Back to the list: the focus is on the line the round had come to, and what was done is gone.
  await tabTo(page, today.round.getByRole("link", { name: "Liste du jour" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Aujourd’hui");
  await eventually(async () => assert.equal(await today.lines.count(), 37));
  await focusIs(today.act("Client 04"));
  // A payment is noted from a line.
  await page.keyboard.press("p");
  await arrivesAt(page, "Client 04");
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "movement-amount"));
  page.app.assertNoProblem();
});

test("the list is walked by J and K from wherever one is on the page, without Tab first", async () => {
  const page = await openApp({ ...lateBook(40) });
  const today = new Today(page);
  await eventually(async () => assert.equal(await today.lines.count(), 40));
  await page.locator("#todo").waitFor();
  assert.equal(await page.locator(".todo-act:focus").count(), 0, "nothing has the focus before the first key");
  const act = (at) => page.locator(".todo-act").nth(at);
  await page.keyboard.press("j");
  await focusIs(act(0));
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await focusIs(act(2));
  await page.keyboard.press("k");
  await focusIs(act(1));
  // The focus elsewhere on the page: the walk goes on in the list.
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator(".todo-act:focus").count(), 1);
  // Forty lines, one key each, and the case of the last one by D.
  for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press("j");
  await focusIs(act(39));
  await page.keyboard.press("d");
  await arrivesAt(page, "Client 40");
  // In a field these are letters.
  await page.goto(`${page.app.url}#/clients`);
  const search = page.getByRole("searchbox").first();
  await search.fill("");
  await search.press("j");
  assert.equal(await search.inputValue(), "j");
  page.app.assertNoProblem();
});

test("a long list is shown a page at a time", async () => {
  const page = await openApp({ ...lateBook(90) });
  const today = new Today(page);
  await eventually(async () => assert.equal(await today.lines.count(), 40));
  await shows(today.list, "1 à 40 sur 90");
  await today.list.getByRole("button", { name: "Suivantes" }).click();
  await shows(today.list, "41 à 80 sur 90");
  page.app.assertNoProblem();
});

test("nothing at all: the first useful action and an example; nothing overdue: that, and what comes next", async () => {
  const page = await openApp({ hash: "#/aujourdhui" });
  await arrivesAt(page, "Aujourd’hui");
  await shows(page.getByRole("main"), "Qui vous doit de l’argent ?");
  await page.getByRole("link", { name: "Entrer une facture" }).click();
  await arrivesAt(page, "Nouvelle facture");
  page.app.assertNoProblem();
  const quiet = await openApp({ ...lateBook(1, { due: "2026-12-20" }), hash: "#/aujourdhui" });
  await shows(quiet.getByRole("main"), "Rien à faire aujourd’hui");
  await shows(quiet.getByRole("main"), "Rien n’est en retard.");
  quiet.app.assertNoProblem();
});

test("on a holiday nobody is called: the day is said, and Alsace-Moselle has two more", async () => {
  const page = await openApp({ ...lateBook(1, { due: "2026-11-20", today: "2026-12-26" }), today: "2026-12-26" });
  await shows(page.getByRole("main"), "appels possibles lundi 28 décembre 2026 dès 9 h");
  const friday = await openApp({ ...lateBook(1, { due: "2027-03-01" }), today: "2027-03-26" });
  await shows(friday.getByRole("main"), "appels possibles jusqu’à 18 h");
  await friday.goto(`${friday.app.url}#/relances`);
  await friday.getByText("Alsace-Moselle", { exact: true }).click();
  await friday.getByRole("button", { name: "Enregistrer ce rythme" }).click();
  await goTo(friday, /^Aujourd’hui/);
  await shows(friday.getByRole("main"), "appels possibles mardi 30 mars 2027 dès 9 h");
  friday.app.assertNoProblem();
});

test("the next actions go into a calendar", async () => {
  const page = await openApp({ ...lateBook(1) });
  const [download] = await Promise.all([page.waitForEvent("download"), new Today(page).agenda.click()]);
  assert.match(download.suggestedFilename(), /\.ics$/);
  page.app.assertNoProblem();
});

test("on a Saturday the list is Monday’s, and nothing is urged", async () => {
  const page = await openApp({ ...lateBook(2), today: "2026-11-21" });
  await page.getByRole("heading", { name: /^Pour le lundi 23 novembre 2026/ }).waitFor();
  const main = page.getByRole("main");
  await shows(main, "Jour non ouvré : rien ne presse d’ici là.");
  assert.equal(await page.locator(".todo-act.button-main").count(), 0);
  assert.equal(await main.getByRole("button", { name: "Vérifiée aujourd’hui" }).count(), 0);
  await eventually(async () =>
    assert.doesNotMatch(await seen(page.getByRole("navigation", { name: "Navigation principale" })), /\d/));
  page.app.assertNoProblem();
});

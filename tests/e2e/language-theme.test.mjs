// French or English, light or dark: chosen in a press, remembered, and there before the first paint.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted, openApp, openBlank } from "./harness.mjs";
import { ROUTES, book } from "./pages/book.mjs";
import { choose, eventually, line, shows } from "./pages/common.mjs";

const CALCULATION = "#/calcul?m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02";

const language = (page, name) => page.getByRole("group", { name: /^(Langue|Language)$/ }).getByRole("button", { name });

test("the switch in the header changes every word and format at once", async () => {
  const page = await openApp({ hash: CALCULATION });
  const main = page.getByRole("main");
  await shows(main, "2 766,79 €");
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
  await language(page, /EN|English/).click();
  await page.getByRole("heading", { name: "What are you owed today?" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.title(), /^Quick calculator · Relance$/);
  await shows(main, "€2,766.79");
  await shows(main, "€246.79");
  await shows(main, "12.40% × 143 d");
  await shows(main, "Total owed on 22 November 2026");
  await shows(main, "+ €0.84 a day");
  assert.doesNotMatch(await main.innerText(), /Échéance|Montant|retard|3 480,00|juillet/);
  assert.equal(await language(page, /EN|English/).getAttribute("aria-pressed"), "true");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the choice is remembered, on every screen and after a reload", async () => {
  const page = await openApp({ storage: book() });
  await language(page, /EN|English/).click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  for (const [link, heading] of [["Clients", "Clients"], ["Settings", "Settings"], [/^(Quick c|C)alculator/, "What are you owed today?"]]) {
    await page.getByRole("navigation").getByRole("link", { name: link }).click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  await language(page, /FR|Français/).click();
  await page.getByRole("heading", { level: 1, name: "Que vous doit-on aujourd’hui ?" }).waitFor();
  page.app.assertNoProblem();
});

test("language and colours are taken back like any change", async () => {
  const page = await openApp({ storage: book() });
  await mounted(page);
  await language(page, /EN|English/).click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { level: 1, name: "Aujourd’hui" }).waitFor();
  await shows(line(page), "C’est annulé : langue ou couleurs");
  page.app.assertNoProblem();
});

test("no screen leaves a word in the other language", async () => {
  // Amounts, dates and words no English sentence has.
  const FRENCH = /\b(facture|factures|échéance|retard|montant|enregistrer|réglages|coordonnées|relance ferme|mise en demeure|taux|saisie|sauvegarde|aujourd’hui|supprimer|modifier|annuler)\b/i;
  const page = await openApp({ storage: book({ client: { email: "pay@brun.example" }, settings: { language: "en" } }) });
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    // A part that is rightly French says so by its language.
    const words = await page.evaluate(() => {
      const copy = document.body.cloneNode(true);
      for (const part of copy.querySelectorAll('[lang="fr"], script, dialog, noscript, datalist')) part.remove();
      return `${document.title}\n${copy.textContent}`;
    }).then((words) => words.replaceAll(/\((mise en demeure|sauvegarde)\)/g, ""));
    const found = FRENCH.exec(words);
    assert.equal(found, null, `${route}: “${found?.[0]}” in “${words.slice(Math.max(0, (found?.index ?? 0) - 60), (found?.index ?? 0) + 60)}”`);
    const names = await page.locator("[aria-label], [placeholder], [title]").evaluateAll((all) =>
      all.filter((one) => !one.closest('[lang="fr"]')).map((one) => ["aria-label", "placeholder", "title"].map((name) => one.getAttribute(name) ?? "").join(" ")));
    for (const name of names) assert.doesNotMatch(name, FRENCH, `${route}: ${name}`);
  }
  page.app.assertNoProblem();
});

test("messages follow the language, also those already shown", async () => {
  const page = await openApp({ hash: "#/calcul" });
  const due = page.getByLabel("Échéance", { exact: true });
  await due.fill("31/02/2026");
  await due.blur();
  await shows(page.getByRole("main"), "Ce jour n’existe pas.");
  await language(page, /EN|English/).click();
  await shows(page.getByRole("main"), "There is no such day.");
  assert.equal(await page.getByLabel("Due date", { exact: true }).inputValue(), "31/02/2026");
  page.app.assertNoProblem();
});

test("amounts and dates are read alike in both languages", async () => {
  const page = await openApp({ storage: { "relance/settings": { settings: { language: "en", theme: "auto" } } } });
  for (const amount of ["3480", "3 480,00", "3,480.00", "3.480,00 €", "€3480.00", "3480,0"]) {
    await page.getByLabel("Amount including VAT").fill(amount);
    for (const due of ["15/03/2026", "15/3/26", "15.03.2026", "15-03-2026", "15 mars 2026", "15 March 2026", "2026-03-15", "150326"]) {
      await page.getByLabel("Due date", { exact: true }).fill(due);
      await shows(page.getByRole("region", { name: "What you are owed" }), "€3,815.38");
    }
  }
  page.app.assertNoProblem();
});

const background = (page) => page.evaluate(() => {
  const [red, green, blue] = (getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
  const body = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
  const solid = (parts) => parts.length === 3 || parts[3] > 0;
  const [r, g, b] = solid(body) ? body : [red, green, blue];
  return (r + g + b) / 3 < 128 ? "dark" : "light";
});

test("colours follow the device, unless chosen; the choice is remembered", async () => {
  const page = await openApp({ hash: "#/reglages" });
  assert.equal(await background(page), "light");
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await background(page), "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await choose(page, "Couleurs", "Sombre");
  await eventually(async () => assert.equal(await background(page), "dark"));
  await page.reload();
  await mounted(page);
  assert.equal(await background(page), "dark");
  assert.ok(await page.getByRole("radio", { name: "Sombre" }).isChecked());
  await page.emulateMedia({ colorScheme: "dark" });
  await choose(page, "Couleurs", "Clair");
  await eventually(async () => assert.equal(await background(page), "light"));
  await choose(page, "Couleurs", "Comme l’appareil");
  await eventually(async () => assert.equal(await background(page), "dark"));
  page.app.assertNoProblem();
});

test("dark colours and English words are there before the program", async () => {
  const page = await openBlank({ storage: { "relance/settings": { settings: { language: "en", theme: "dark" } } } });
  await page.route("**/*.wasm", () => {});
  await page.goto(page.app.url, { waitUntil: "commit" });
  await page.locator("#shell h1").waitFor();
  assert.equal(await background(page), "dark");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.context().close();
});

test("a theme chosen in one tab is taken up by the other", async () => {
  const page = await openApp({ hash: "#/reglages" });
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/calcul`);
  await mounted(other);
  await choose(page, "Couleurs", "Sombre");
  await eventually(async () => assert.equal(await background(other), "dark"));
  page.app.assertNoProblem();
});

// Without a mouse: every step of the main job by Tab, Enter, Space and arrows, and always knowing where one is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { ROUTES, book, sentBook } from "./pages/book.mjs";
import { Calculator } from "./pages/calculator.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, eventually, focused, line, plain, shows } from "./pages/common.mjs";
import { Composer, FACTS } from "./pages/composer.mjs";
import { tabTo, unseen } from "./pages/focus.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { Settings } from "./pages/settings.mjs";

async function enter(page, field, text) {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}

const focusIsOnHeading = (page) =>
  eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"));

test("the skip link comes first, shows itself, and leads past the navigation", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures" });
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  assert.ok(await skip.evaluate((element) => element === document.activeElement));
  assert.equal(await unseen(page), "");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page).getAttribute("id"), "page");
  assert.match(page.url(), /#\/factures$/, "the route is kept");
  await page.keyboard.press("Tab");
  assert.ok(await focused(page).evaluate((element) => document.querySelector("main").contains(element)));
  page.app.assertNoProblem();
});

test("the reminder on the clipboard, by keyboard only", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await enter(page, calculator.amount, "3480");
  await enter(page, calculator.due, "15/03/2026");
  await shows(calculator.answer, "3 815,38 €");
  await tabTo(page, page.getByRole("radio", { name: "Professionnel" }));
  await page.keyboard.press("ArrowRight");
  await shows(calculator.answer, "Jamais due par un particulier");
  await page.keyboard.press("ArrowLeft");
  await shows(calculator.answer, "3 815,38 €");
  await tabTo(page, calculator.copyEmail);
  await page.keyboard.press("Space");
  await shows(line(page), "Copié.");
  assert.match(plain(await clipboard(page)), /^Objet : /);
  page.app.assertNoProblem();
});

test("from an empty list to a sent formal notice, by keyboard only", async () => {
  const page = await openApp();
  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Factures" }));
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Factures");
  await focusIsOnHeading(page);
  await tabTo(page, page.getByRole("link", { name: "Nouvelle facture" }));
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Nouvelle facture");
  await focusIsOnHeading(page);

  const form = new InvoiceForm(page);
  await enter(page, form.client, REFERENCE.client);
  // Nothing is taken yet: the group is entered at its first choice, and Space takes it.
  await tabTo(page, page.getByRole("radio", { name: "Professionnel" }));
  await page.keyboard.press("Space");
  await enter(page, form.number, REFERENCE.number);
  await enter(page, form.amount, REFERENCE.amount);
  await enter(page, form.issued, REFERENCE.issued);
  await enter(page, form.due, "31/02/2026");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "due"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(REFERENCE.due);
  await page.keyboard.press("Enter");
  await arrivesAt(page, REFERENCE.client);
  await focusIsOnHeading(page);

  const claim = new Case(page);
  await tabTo(page, claim.answer.getByRole("button", { name: "Noter un paiement" }));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "movement-amount"));
  await page.keyboard.insertText("1000");
  await enter(page, claim.date, "02/07/2026");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await claim.total(), "2 766,79 €"));
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY", "the focus is lost after saving");

  await tabTo(page, claim.otherTexts);
  await page.keyboard.press("Enter");
  await tabTo(page, claim.firstReminder);
  await page.keyboard.press("Enter");
  await arrivesAt(page, /Écrire à/);
  await focusIsOnHeading(page);
  const composer = new Composer(page);
  await tabTo(page, composer.wasSent);
  await page.keyboard.press("Enter");
  await composer.copy.waitFor();
  await tabTo(page, composer.texts.locator("summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, composer.texts.getByRole("link", { name: /^Mise en demeure/ }));
  await page.keyboard.press("Enter");
  await composer.letter.waitFor();
  for (const [label, text] of Object.entries(FACTS)) {
    await tabTo(page, composer.missing.getByLabel(label, { exact: true }));
    await page.keyboard.insertText(text);
  }
  await tabTo(page, composer.saveMissing);
  await page.keyboard.press("Enter");
  await composer.missing.waitFor({ state: "hidden" });
  await eventually(async () => assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY", "the focus is lost with the form"));
  await tabTo(page, composer.whyAtOnce);
  await page.keyboard.insertText("Relances faites avant, par téléphone.");
  await tabTo(page, composer.saveSending);
  await page.keyboard.press("Enter");
  await arrivesAt(page, REFERENCE.client);
  await shows(page.getByRole("main"), "Mise en demeure en cours");
  await focusIsOnHeading(page);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("another text is chosen by keyboard, and one is told which it is", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/texte/premiere-relance" });
  const { texts, preview } = new Composer(page);
  await tabTo(page, texts.locator("summary"));
  await page.keyboard.press("Enter");
  // The one that is proposed stands first, and once more among all.
  const firm = texts.getByRole("link", { name: /^Relance ferme/ }).first();
  await tabTo(page, firm);
  await page.keyboard.press("Enter");
  await shows(preview, "principal restant dû");
  await focusIsOnHeading(page);
  assert.equal(await firm.getAttribute("aria-current"), "page");
  assert.equal(await texts.locator("[aria-current]").count(), 1);
  page.app.assertNoProblem();
});

for (const [name, hash] of [
  ["calculator", "#/calcul?m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02"],
  ["invoices", "#/factures"],
  ["claim", "#/factures/1"],
  ["e-mail", "#/factures/1/texte/relance-ferme"],
  ["letter", "#/factures/1/texte/mise-en-demeure"],
  ["new invoice", "#/factures/nouvelle"],
  ["clients", "#/clients"],
  ["client", "#/clients/1"],
  ["settings", "#/reglages"],
  ["rates", "#/taux"],
]) {
  test(`${name}: Tab goes through the whole screen and out, the focus always plain to see`, async () => {
    const page = await openApp({ storage: sentBook({ profile: { iban: null, name: "" } }), hash });
    await page.getByRole("heading", { level: 1 }).waitFor();
    const stops = new Set();
    const faults = [];
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return null;
        element.dataset.stop ??= String(Math.random());
        return element.dataset.stop;
      });
      if (stop === null || stops.has(stop)) break;
      stops.add(stop);
      const fault = await unseen(page);
      if (fault) faults.push(fault);
    }
    assert.deepEqual(faults, []);
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter((element) => !element.dataset.stop && !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
        // Of a group of choices, Tab stops at one.
        .filter((element) => element.type !== "radio")
        .map((element) => element.outerHTML.slice(0, 120)));
    assert.deepEqual(missed, []);
    page.app.assertNoProblem();
  });
}

test("what was done can be taken back by keyboard, and the line closed", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1" });
  const claim = new Case(page);
  await tabTo(page, claim.movements.getByRole("button", { name: "Supprimer ce mouvement" }));
  await page.keyboard.press("Enter");
  await shows(line(page), "Mouvement supprimé.");
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY", "the focus is lost with the row");
  await tabTo(page, line(page).getByRole("button", { name: "Annuler" }));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await tabTo(page, line(page).getByRole("button", { name: "Fermer" }));
  await page.keyboard.press("Enter");
  await page.getByText(/C’est annulé/).waitFor({ state: "hidden" });
  page.app.assertNoProblem();
});

test("details open and close with Enter and Space; the file is chosen by keyboard", async () => {
  const page = await openApp({ storage: book(), hash: "#/calcul" });
  const more = page.locator("summary").filter({ hasText: "Plus de précisions" });
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  await page.getByLabel("Taux du contrat").waitFor();
  await page.keyboard.press("Space");
  await page.getByLabel("Taux du contrat").waitFor({ state: "hidden" });
  await page.goto(`${page.app.url}#/donnees`);
  await arrivesAt(page, "Vos données");
  // Before that the focus would be taken from where the keys have led it.
  await focusIsOnHeading(page);
  const settings = new Settings(page);
  // Asked for well before the key: the browser must have been told to hand the chooser over.
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, settings.choose);
  await page.keyboard.press("Enter");
  assert.ok(await chooser);
  page.app.assertNoProblem();
});

test("a new screen gives the focus to its heading; Back too", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures" });
  await page.getByRole("row").filter({ hasText: "2026-014" }).getByRole("link").click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await focusIsOnHeading(page);
  await page.goBack();
  await arrivesAt(page, "Factures");
  await focusIsOnHeading(page);
  page.app.assertNoProblem();
});

test("a screen can be left by Back or a link from outside, whatever has the focus on it", async () => {
  const page = await openApp({ storage: book(), hash: "#/taux" });
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const control = page.getByRole("main").locator("input, summary, a, button").first();
    if ((await control.count()) > 0) await control.focus();
    await page.evaluate(() => {
      location.hash = "#/taux";
    });
    await arrivesAt(page, "Taux de référence");
    assert.deepEqual(page.app.problems, [], route);
  }
});

test("without motion for who asks for none", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      const longest = (text) => Math.max(...text.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 1 : 1000)));
      return longest(style.transitionDuration) > 10 || (style.animationName !== "none" && longest(style.animationDuration) > 10);
    }).map((element) => `${element.tagName}.${element.className}`));
  assert.deepEqual([...new Set(moving)], []);
});

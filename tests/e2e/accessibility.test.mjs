// axe finds nothing serious on any screen: empty and in use, light and dark, at a desk and on a phone, mid-task too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { ROUTES, book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { line, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";
import { Settings } from "./pages/settings.mjs";

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

const SENT = {
  id: 1,
  date: "2026-11-20",
  channel: "registered-post",
  step: "formal-notice",
  deadline: "2026-11-30",
  text: { subject: "Mise en demeure", body: "Madame,\n\nJe vous mets en demeure.", "as_of": "2026-11-20", principal: "2480.00", interest: "245.11", indemnity: "40.00", rates: "2026-07-01" },
};

const STATES = {
  empty: {},
  "in use": book({ events: [SENT] }),
  "in use, nobody known": book({ profile: null, client: { kind: "unknown", address: "" } }),
};

/** Resolves once nothing fades in any more: colours are judged at rest. */
const atRest = (page) =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));

for (const [state, storage] of Object.entries(STATES)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      test(`every screen: ${state}, ${colorScheme}, ${size}`, async () => {
        const page = await openApp({ storage, colorScheme, viewport });
        const found = {};
        for (const route of ROUTES) {
          await page.goto(page.app.url + route);
          await page.getByRole("heading", { level: 1 }).waitFor();
          await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
          await atRest(page);
          const violations = await axe(page);
          if (violations.length > 0) found[route] = violations;
        }
        assert.deepEqual(found, {});
        page.app.assertNoProblem();
      });
    }
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`in the middle of things: faults, what was done, a fault of saving, a file refused (${colorScheme})`, async () => {
    const page = await openApp({ storage: { ...book(), "relance/client/9": "{" }, colorScheme, hash: "#/factures/1" });
    const found = {};
    const look = async (moment) => {
      await atRest(page);
      const violations = await axe(page);
      if (violations.length > 0) found[moment] = violations;
    };
    const claim = new Case(page);
    await claim.note.click();
    await shows(claim.movements, "Ce champ est nécessaire.");
    await look("a form with faults");
    await claim.move({ amount: "10", date: "03/07/2026" });
    await shows(line(page), "Paiement noté.");
    await look("the line that says what was done");
    await page.goto(`${page.app.url}#/factures/nouvelle`);
    await page.getByRole("button", { name: "Enregistrer la facture" }).click();
    await page.locator("[aria-invalid=true]").first().waitFor();
    await look("a new invoice with faults");
    await page.goto(`${page.app.url}#/clients/nouveau`);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("alert").first().waitFor();
    await look("a summary of faults");
    await page.goto(`${page.app.url}#/donnees`);
    const settings = new Settings(page);
    await settings.pick("[]");
    await shows(settings.data, "d’un autre programme");
    await look("a file refused, data set aside");
    await settings.pick(JSON.stringify({ format: "relance-backup", schema: 1, records: {} }));
    await settings.replace.waitFor();
    await look("a backup about to be restored");
    await page.goto(`${page.app.url}#/factures/1/texte/relance-ferme`);
    await look("the guard of an invoice never sent");
    await new Composer(page).confirmSent();
    await new Composer(page).copy.click();
    await shows(line(page), "Copié.");
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("refused by the test", "InvalidStateError");
      };
    });
    await new Composer(page).record();
    await shows(page.getByRole("alert"), "Non enregistré.");
    await look("a fault of saving");
    assert.deepEqual(found, {});
  });
}

test("every screen has one main heading, one main part, a title of its own, and no heading out of order", async () => {
  const page = await openApp({ storage: book() });
  const titles = new Map();
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, route);
    assert.equal(await page.getByRole("main").count(), 1, route);
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])));
    levels.forEach((level, at) => assert.ok(at === 0 ? level === 1 : level - levels[at - 1] <= 1, `${route}: ${levels.join(" ")}`));
    const title = await page.title();
    const path = route.split("?")[0];
    assert.ok(!titles.has(title) || titles.get(title) === path, `${route} and ${titles.get(title)} share the title “${title}”`);
    titles.set(title, path);
  }
});

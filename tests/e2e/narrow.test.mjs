// A phone 360 px wide: nothing to push sideways, nothing too small to touch, and the main job done.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { ROUTES, book, sentBook } from "./pages/book.mjs";
import { Calculator } from "./pages/calculator.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, eventually, goTo, line, plain, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";

const PHONE = { width: 360, height: 740 };
const LONG = "Société d’Exploitation des Établissements Vandenbroucke-Schoonjans-Quenouillère et Compagnie internationale";

/** Opens every disclosure, so that what is in them is looked at too. */
const unfold = (page) => page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));

const tooWide = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const found = document.documentElement.scrollWidth > wide ? [`the page is ${document.documentElement.scrollWidth} px wide`] : [];
    const clips = (element) => {
      for (let one = element.parentElement; one; one = one.parentElement) {
        if (getComputedStyle(one).overflowX !== "visible") return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll("body *")) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.height > 1 && box.right > wide + 1 && !clips(element) && element.checkVisibility({ visibilityProperty: true })) {
        found.push(`${element.tagName.toLowerCase()}.${element.className} “${element.textContent.slice(0, 40)}” ends at ${Math.round(box.right)}`);
      }
    }
    return found;
  });

/** Targets under `least` px either way; links in a run of text are as high as the text. */
const tooSmall = (page, least) =>
  page.evaluate((least) => {
    const found = [];
    for (const element of document.querySelectorAll("a[href], button, select, textarea, summary, input")) {
      const target = element.type === "radio" || element.type === "checkbox" || element.type === "file" ? element.closest("label") : element;
      if (!target?.checkVisibility({ visibilityProperty: true }) || element.classList.contains("skip-link")) continue;
      const box = target.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const inText = element.tagName === "A" && getComputedStyle(element).display === "inline" && element.closest("p, dd, li, td");
      if (!inText && (box.width < least || box.height < least)) {
        found.push(`${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
      }
    }
    return found;
  }, least);

for (const [name, storage] of [
  ["nothing saved", {}],
  ["a book", sentBook()],
  ["long names and large sums", sentBook({ client: { name: LONG, address: `${LONG}\n38000 Grenoble`, email: `${"x".repeat(60)}@exemple-tres-long.example` }, invoice: { number: "FACT-2026-03-0000000000000014-BIS-RECTIFICATIVE", amount: "123456789.99", subject: LONG } })],
]) {
  test(`no screen scrolls sideways: ${name}`, async () => {
    const page = await openApp({ viewport: PHONE, storage });
    const found = {};
    for (const route of ROUTES) {
      await page.goto(page.app.url + route);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await unfold(page);
      const wide = await tooWide(page);
      if (wide.length > 0) found[route] = wide.slice(0, 5);
    }
    assert.deepEqual(found, {});
    page.app.assertNoProblem();
  });
}

test("in English, and with text enlarged to 200 %, nothing scrolls sideways either", async () => {
  const page = await openApp({ viewport: PHONE, storage: book({ settings: { language: "en" } }) });
  const found = {};
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const wide = await tooWide(page);
    if (wide.length > 0) found[route] = wide.slice(0, 5);
  }
  // A page of 640 px at 200 % is one of 320 px (WCAG 1.4.10).
  await page.setViewportSize({ width: 320, height: 640 });
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const wide = await tooWide(page);
    if (wide.length > 0) found[`320 px ${route}`] = wide.slice(0, 5);
  }
  assert.deepEqual(found, {});
});

test("every target is at least 24 px either way", async () => {
  const page = await openApp({ viewport: PHONE, storage: book() });
  const found = {};
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await unfold(page);
    const small = await tooSmall(page, 24);
    if (small.length > 0) found[route] = small;
  }
  assert.deepEqual(found, {});
});

test("what is touched most is at least 44 px high: buttons, fields, choices, navigation", async () => {
  const page = await openApp({ viewport: PHONE, storage: book() });
  const found = {};
  for (const route of ROUTES) {
    await page.goto(page.app.url + route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const low = await page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll("main button:not(.ribbon-band, .sort), main a.button, main input, main select, main label.segment-choice, nav a, header button")) {
        const target = ["radio", "checkbox"].includes(element.type) ? element.closest("label") : element;
        const { width, height } = target.getBoundingClientRect();
        if (width > 1 && height > 1 && height < 43.5 && target.checkVisibility()) found.push(`${element.tagName.toLowerCase()} “${target.textContent.trim().slice(0, 30)}” ${Math.round(height)}`);
      }
      return found;
    });
    if (low.length > 0) found[route] = low;
  }
  assert.deepEqual(found, {});
});

test("the main job on a phone: figure, text, invoice, payment, reminder", async () => {
  const page = await openApp({ viewport: PHONE });
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.answer, "3 815,38 €");
  await calculator.copyEmail.click();
  await shows(line(page), "Copié.");
  assert.match(plain(await clipboard(page)), /3 480,00 € à régler/);
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
  // The text is there at once, and how it sounds one press away.
  await shows(composer.preview, "2 480,00 €");
  const top = await composer.message.evaluate((message) => message.getBoundingClientRect().top);
  assert.ok(top < PHONE.height, `the text begins at ${top} px of ${PHONE.height}`);
  await composer.choices.click();
  await composer.tone("Ferme");
  await shows(composer.preview, "2 766,79 €");
  await composer.copy.click();
  await shows(line(page), "Copié.");
  await goTo(page, "Factures");
  const row = page.getByRole("row").filter({ hasText: "2026-014" });
  await row.getByRole("link").click();
  await arrivesAt(page, REFERENCE.client);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the figure is on the first screen of the phone once two fields are filled in", async () => {
  const page = await openApp({ viewport: PHONE });
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.answer, "3 815,38 €");
  await eventually(async () => {
    const box = await calculator.answer.locator("output").boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= PHONE.height, `the total is at ${box?.y} px of ${PHONE.height}`);
  });
});

test("the letter prints from a phone as from a desk", async () => {
  const page = await openApp({ viewport: PHONE, storage: sentBook(), hash: "#/factures/1/texte/mise-en-demeure" });
  await new Composer(page).letter.waitFor();
  await page.emulateMedia({ media: "print" });
  const box = await page.getByRole("article").boundingBox();
  assert.ok(box && Math.abs(box.width - (180 * 96) / 25.4) < 2, `the sheet is ${box?.width} px wide`);
});

for (const [name, storage] of [
  ["usual", sentBook()],
  ["long", sentBook({ client: { name: LONG, address: `${LONG}\n38000 Grenoble` }, invoice: { number: "FACT-2026-03-0000000000000014-BIS-RECTIFICATIVE", amount: "123456789.99" } })],
]) {
  test(`nothing of the letter is cut, on the phone or on paper: ${name} names and sums`, async () => {
    const page = await openApp({ viewport: PHONE, storage, hash: "#/factures/1/texte/mise-en-demeure" });
    await new Composer(page).letter.waitFor();
    const cut = () =>
      page.getByRole("article").evaluate((sheet) => {
        const edge = Math.min(sheet.getBoundingClientRect().right, sheet.parentElement.getBoundingClientRect().right) + 1;
        const range = document.createRange();
        const found = [];
        const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          range.selectNodeContents(texts.currentNode);
          // Marks of the framework are empty texts.
          if (!texts.currentNode.textContent.trim()) continue;
          const box = texts.currentNode.parentElement.closest("dl, address, table")?.getBoundingClientRect();
          const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right));
          if (right > Math.min(edge, (box?.right ?? edge) + 1)) found.push(`“${texts.currentNode.textContent.slice(0, 40)}” ends at ${Math.round(right)} of ${Math.round(box?.right ?? edge)}`);
        }
        return found;
      });
    assert.deepEqual(await cut(), [], "on the phone");
    // Paper is as wide as it is, whatever the screen.
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await cut(), [], "on paper");
  });
}

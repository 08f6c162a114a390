// The aged balance: who owes what since when, client by client and invoice by invoice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { another, sentBook } from "./pages/book.mjs";
import { arrivesAt, eventually, plain, shows } from "./pages/common.mjs";

const DISPUTE = { id: 1, date: "2026-11-10", kind: { dispute: { cause: "quality", amount: "300.00", answer_by: "2026-11-25" } } };

/** The reference client with two invoices, part of one contested, and another client whose invoice is not due. */
function book() {
  const storage = {
    ...sentBook({ circumstances: [DISPUTE] }),
    ...another(2, { number: "2026-031", due: "2026-12-10", amount: "1000.00" }),
    ...another(3, { number: "2026-040", due: "2026-10-15", amount: "640.00" }),
  };
  storage["relance/client/2"] = { client: { id: 2, name: "Durand", kind: "business" } };
  storage["relance/case/2"].case.invoice.client = 2;
  return storage;
}

const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const cells = async (page, name) => {
  const all = await row(page, name).getByRole("cell").allInnerTexts();
  return all.map((text) => plain(text).trim());
};

test("from the day’s figures: a line for each client, under it its invoices, and the sum of all", async () => {
  const page = await openApp({ storage: book(), hash: "#/aujourdhui" });
  await page.getByRole("link", { name: "Balance âgée, client par client" }).click();
  await arrivesAt(page, "Balance âgée");
  const brun = /Atelier Brun & Fils/;
  // 40 days late, and 252.
  const [due, month, two, three, over, total] = await cells(page, brun);
  assert.deepEqual([due, month, two, three, over], ["–", "–", "640,00 €", "–", "2 480,00 €"]);
  assert.match(total, /^3 120,00 €\s+dont contesté 300,00 €/);
  assert.deepEqual((await cells(page, /Durand/)).slice(0, 5), ["1 000,00 €", "–", "–", "–", "–"]);
  assert.match((await cells(page, "Tous les clients")).at(-1), /^4 120,00 €/);

  const unfold = page.getByRole("button", { name: "2 factures, Atelier Brun & Fils" });
  await unfold.focus();
  await page.keyboard.press("Enter");
  await shows(row(page, /2026-040/), "échéance du 15 octobre 2026");
  assert.equal(await unfold.evaluate((element) => element === document.activeElement), true, "the focus stays");
  assert.equal(await unfold.getAttribute("aria-expanded"), "true");
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await row(page, /2026-040/).count(), 0));
  await page.keyboard.press("Enter");
  await row(page, /2026-014/).getByRole("link").click();
  await arrivesAt(page, "Atelier Brun & Fils");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("on a phone the ages are said under the sum, and nothing is cut", async () => {
  const page = await openApp({ storage: book(), hash: "#/balance", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await arrivesAt(page, "Balance âgée");
  await shows(row(page, /Atelier Brun & Fils/), "31 à 60 jours 640,00 € · Plus de 90 jours 2 480,00 €");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  assert.deepEqual(await axe(page), []);
  const nothing = await openApp({ storage: {}, hash: "#/balance" });
  await shows(nothing.getByRole("main"), "Rien n’est dû.");
  page.app.assertNoProblem();
  nothing.app.assertNoProblem();
});

// The forecast of cash: by week and certainty, without one client, with assumptions that can be changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { another, book, sentBook } from "./pages/book.mjs";
import { arrivesAt, eventually, faultOf, line, plain, shows, undo } from "./pages/common.mjs";

const answer = (page) => page.locator(".forecast-answer").first();
const PROMISE = { id: 1, date: "2026-11-20", kind: { promise: { amount: "500.00", by: "2026-12-02", channel: "email" } } };

/** The reference claim with a promise, and one of another client. */
function two() {
  const storage = { ...sentBook({ circumstances: [PROMISE] }), ...another(2, { number: "2026-031", due: "2026-12-10", amount: "1000.00" }) };
  storage["relance/client/2"] = { client: { id: 2, name: "Durand", kind: "business" } };
  storage["relance/case/2"].case.invoice.client = 2;
  return storage;
}

test("from the day’s figures one sees when money comes, by week and by certainty", async () => {
  const page = await openApp({ storage: two(), hash: "#/aujourdhui" });
  await page.getByRole("link", { name: "Quand l’argent rentrera" }).click();
  await arrivesAt(page, "Prévisions");
  // Promised 500; of the other 1,980, 252 days late, 20 %; of Durand’s 1,000, not due, 95 %.
  await shows(answer(page), "1 846,00 €");
  const week = (name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await shows(week("30/11/2026"), "500,00 €");
  await shows(week("21/12/2026"), "950,00 €");
  await shows(week("21/12/2026"), "probable : 95 % de 1 000,00 €");
  await page.getByText("D’où vient chaque somme").click();
  await shows(page.getByRole("main"), "95 % de 1 000,00 € (à échoir), vers le 24 décembre 2026 : échéance du 10 décembre 2026 plus 14 jours de retard habituel (par défaut)");
  await shows(page.getByRole("main"), "promis pour le 2 décembre 2026");
  await page.getByRole("img", { name: /Encaissements par semaine, 1.846,00/ }).waitFor();
  await shows(page.getByRole("main"), "Délai moyen d’encaissement (DSO)");
  await page.getByLabel("Le client qui ne paierait pas").selectOption({ label: "Durand" });
  await shows(page.getByRole("region", { name: "Et si un client ne payait pas ?" }), "Il manquerait 950,00 € d’ici treize semaines, sur 1 846,00 €");
  await shows(week("21/12/2026"), "–");
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a plan that spreads penalties too counts for its principal, and says the rest beside", async () => {
  const plan = {
    id: 1, client: 1, invoices: [1], proposed: "2026-11-02", answer_by: "2026-11-10", paid_before: "1000.00", accepted: "2026-11-05",
    instalments: [{ due: "2026-12-01", amount: "1400.00" }, { due: "2027-01-04", amount: "1300.00" }],
    penalties: "included", interest: "stops", notice_days: 8,
  };
  const page = await openApp({ storage: { ...sentBook(), "relance/plan/1": { plan } }, hash: "#/previsions" });
  await shows(answer(page), "2 480,00 €");
  await shows(page.getByRole("main"), "les pénalités et indemnités comprises dans les échéanciers signés : 220,00 € d’ici treize semaines");
  page.app.assertNoProblem();
});

test("assumptions are checked, kept, undone, and cash shows its lowest point", async () => {
  const page = await openApp({ storage: two(), hash: "#/previsions" });
  await page.getByText("Hypothèses", { exact: true }).click();
  await page.getByLabel("À échoir, en %").fill("120");
  await page.getByRole("button", { name: "Enregistrer ces hypothèses" }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("À échoir, en %")), /0/));
  await page.getByLabel("À échoir, en %").fill("50");
  await page.getByLabel("Trésorerie aujourd’hui").fill("1000");
  await page.getByLabel("Dépenses par semaine").fill("300");
  await page.getByRole("button", { name: "Enregistrer ces hypothèses" }).click();
  await shows(line(page), "Hypothèses enregistrées.");
  await shows(answer(page), "1 396,00 €");
  await shows(page.getByRole("main"), "Point bas de trésorerie");
  await page.reload();
  await shows(answer(page), "1 396,00 €");
  await page.keyboard.press("Control+z");
  await shows(answer(page), "1 846,00 €");
  page.app.assertNoProblem();
});

test("nothing owed is said; on a phone, in the dark and in English it holds", async () => {
  const settled = book({ movements: [{ id: 1, kind: "payment", date: "2026-03-15", amount: "3480.00" }] });
  const nothing = await openApp({ storage: settled, hash: "#/previsions" });
  await shows(nothing.getByRole("main"), "Rien n’est dû");
  const storage = { ...two(), "relance/settings": { settings: { language: "en", theme: "auto" } } };
  const page = await openApp({ storage, hash: "#/previsions", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await arrivesAt(page, "Forecast");
  await shows(answer(page), "€1,846.00");
  assert.ok(plain(await page.locator(".forecast-table").innerText()).includes("Promised €500.00"));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

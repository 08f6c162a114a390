// A payment plan over two invoices is one debt: one payment is noted over both, and its end leaves neither to chase.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { another, sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { eventually, line, plain, recordsOf, shows, undo } from "./pages/common.mjs";

const answer = (page) => page.locator(".plan-answer").first();

/** Signed in October over 2,480.00 left of one invoice and 1,234.57 of another; `paid` on the first since. */
function twoInvoices({ paid = [], ...facts } = {}) {
  const plan = {
    id: 1, client: 1, invoices: [1, 2], proposed: "2026-10-01", answer_by: "2026-10-09", paid_before: "1000.00",
    instalments: [{ due: "2026-11-20", amount: "2000.00" }, { due: "2026-12-21", amount: "1714.57" }],
    penalties: "waived-if-kept", interest: "stops", notice_days: 8, accepted: "2026-10-05", ...facts,
  };
  const movements = [{ id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" }, ...paid];
  const book = sentBook({ movements, client: { siren: "552100554" } });
  return { ...book, ...another(2, { number: "2026-031", due: "2026-09-10", amount: "1234.57" }), "relance/plan/1": { plan } };
}

test("one payment is noted over both invoices, and the plan ends with nothing to chase", async () => {
  const page = await openApp({ storage: twoInvoices(), hash: "#/factures/1/echeancier", today: "2026-11-24" });
  await shows(answer(page), "Échéance manquée");
  await page.locator("summary").filter({ hasText: "Noter un paiement" }).click();
  const amount = page.getByLabel("Montant reçu");
  assert.equal(plain(await amount.inputValue()), "2 000,00");
  const parts = page.locator(".plan-payment tbody tr");
  await shows(parts.nth(0), "2 000,00");
  await amount.fill("3714,57");
  await shows(parts.nth(0), "2 480,00");
  await shows(parts.nth(1), "2026-031");
  await eventually(async () => assert.match(plain(await parts.nth(1).innerText()), /1 234,57 €$/));
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Noter le paiement" }).click();
  await shows(answer(page), "Tout est payé");
  await undo(page);
  await shows(answer(page), "Échéance manquée");
  await page.locator("summary").filter({ hasText: "Noter un paiement" }).click();
  await page.getByLabel("Montant reçu").fill("3714,57");
  await page.getByRole("button", { name: "Noter le paiement" }).click();
  await page.getByRole("button", { name: "Clore et abandonner quand même" }).click();
  await shows(answer(page), "Payé et clos");
  for (const id of [1, 2]) {
    await page.goto(`${page.app.url}#/factures/${id}`);
    await shows(page.getByRole("main"), "Réglée");
  }
  page.app.assertNoProblem();
});

test("a payment noted from one of its invoices is shared out there too, unless the user says otherwise", async () => {
  const page = await openApp({ storage: twoInvoices(), hash: "#/factures/1", today: "2026-11-24" });
  const claim = new Case(page);
  await claim.amount.fill("3714,57");
  await claim.date.fill("20/11/2026");
  const shared = page.getByLabel("Une somme de l’échéancier");
  assert.ok(await shared.isChecked());
  await shows(claim.movements, "2026-014 : 2 480,00 € et 2026-031 : 1 234,57 €.");
  assert.deepEqual(await axe(page), []);
  await claim.note.click();
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await shows(answer(page), "Tout est payé");
  await page.getByRole("button", { name: "Clore l’échéancier" }).waitFor();
  await undo(page);
  await shows(answer(page), "Échéance manquée");
  // Not the plan’s: this invoice alone.
  await page.goto(`${page.app.url}#/factures/1`);
  await claim.amount.fill("100");
  await claim.date.fill("20/11/2026");
  await shared.uncheck();
  await claim.note.click();
  await eventually(async () => {
    const { "case/1": one, "case/2": other } = await recordsOf(page);
    assert.deepEqual([one.case.movements.length, other.case.movements?.length ?? 0], [2, 0]);
  });
  page.app.assertNoProblem();
});

test("money noted on one invoice alone is shared out before the plan is closed", async () => {
  const paid = [{ id: 2, kind: "payment", date: "2026-11-20", amount: "3714.57" }];
  const page = await openApp({ storage: twoInvoices({ paid }), hash: "#/factures/1/echeancier", today: "2026-11-24" });
  await shows(answer(page), "Tout est payé");
  assert.equal(await page.getByRole("button", { name: /^Clore/ }).count(), 0);
  await page.getByRole("button", { name: "Répartir entre les factures" }).click();
  await shows(line(page), "Paiement noté sur chaque facture.");
  await page.getByRole("button", { name: "Clore l’échéancier" }).click();
  await shows(answer(page), "Payé et clos");
  await page.goto(`${page.app.url}#/factures/2`);
  await shows(page.getByRole("main"), "Réglée");
  page.app.assertNoProblem();
});

test("the case says what is due of the whole plan, and a sum to come of a broken one was not missed", async () => {
  const page = await openApp({ storage: twoInvoices(), hash: "#/factures/1", today: "2026-11-24" });
  await page.locator("summary").filter({ hasText: "due si l’échéancier est rompu" }).click();
  await shows(page.getByRole("main"), "dont cette facture");
  await shows(page.getByRole("main"), "les intérêts d’ici la fin de l’échéancier s’y ajouteront");
  const ended = { how: "broken", on: "2026-12-10" };
  const broken = await openApp({ storage: twoInvoices({ ended }), hash: "#/factures/1/echeancier", today: "2026-12-11" });
  const rows = broken.getByRole("table").first().locator("tbody tr");
  await shows(rows.nth(0), "manquée");
  await shows(rows.nth(1), "devenue exigible");
  page.app.assertNoProblem();
});

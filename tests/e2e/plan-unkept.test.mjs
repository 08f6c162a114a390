// A payment plan that was not kept: money that comes after the notice, sums paid late, a judgment.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { SENT_INVOICE, sentBook } from "./pages/book.mjs";
import { eventually, faultOf, line, plain, shows, undo } from "./pages/common.mjs";

const answer = (page) => page.locator(".plan-answer").first();
const main = (page) => page.getByRole("main");

const PLAN = {
  id: 1, client: 1, invoices: [1], proposed: "2026-10-01", answer_by: "2026-10-09", paid_before: "1000.00",
  instalments: [{ due: "2026-11-02", amount: "1240.00" }, { due: "2026-12-01", amount: "1240.00" }],
  penalties: "waived-if-kept", interest: "stops", notice_days: 8, accepted: "2026-10-05",
};
const BEFORE = { id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" };
const paid = (id, date, amount = "1240.00") => ({ id, kind: "payment", date, amount });

function storage({ plan = {}, movements = [], events = [], client = {} } = {}) {
  const book = sentBook({ movements: [BEFORE, ...movements], events: [SENT_INVOICE, ...events], client });
  return { ...book, "relance/plan/1": { plan: { ...PLAN, ...plan } } };
}

test("money after the notice ran out heals nothing: the plan is let go on, in writing", async () => {
  const notice = { ...SENT_INVOICE, id: 2, date: "2026-11-06", step: "plan-notice", deadline: "2026-11-16" };
  const movements = [paid(2, "2026-11-19")];
  const page = await openApp({ storage: storage({ movements, events: [notice] }), hash: "#/factures/1/echeancier", today: "2026-11-24" });
  await shows(answer(page), "Mise en demeure sans effet");
  await shows(main(page), "La somme est arrivée après le délai de la mise en demeure");
  await page.getByRole("button", { name: "Constater la rupture" }).waitFor();
  const written = page.getByLabel("Ce que vous écrivez au client");
  assert.match(plain(await written.inputValue()), /L’échéance du 2 novembre 2026 n’était pas entièrement réglée le 16 novembre 2026/);
  assert.deepEqual(await axe(page), []);
  await written.fill("");
  await page.getByRole("button", { name: "Noter que l’échéancier continue" }).click();
  await eventually(async () => assert.match(await faultOf(written), /./));
  await written.fill("L’échéancier continue, aux mêmes dates.");
  await page.getByRole("button", { name: "Noter que l’échéancier continue" }).click();
  await shows(line(page), "Échéancier poursuivi.");
  await shows(answer(page), "Tenu jusqu’ici");
  await shows(main(page), "24 novembre 2026 : L’échéancier continue, aux mêmes dates.");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(main(page), "Échéancier maintenu malgré la mise en demeure");
  await undo(page);
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await shows(answer(page), "Mise en demeure sans effet");
  page.app.assertNothingLeft();
});

test("a plan paid late asks what is to be given up, and claims it or not", async () => {
  const movements = [paid(2, "2026-11-04"), paid(3, "2026-12-01")];
  const page = await openApp({ storage: storage({ movements }), hash: "#/factures/1/echeancier", today: "2026-12-02" });
  await shows(answer(page), "Tout est payé");
  await shows(main(page), "Échéance 1 sur 2, 2 novembre 2026");
  await shows(main(page), "ne devaient être abandonnés que si chaque échéance était payée à sa date");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Clore sans rien abandonner" }).click();
  await shows(answer(page), "Payé en retard et clos");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(main(page), "Réglée sauf pénalités");
  await undo(page);
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await page.getByRole("button", { name: "Clore et abandonner quand même" }).click();
  await shows(answer(page), "Payé et clos");
  page.app.assertNoProblem();
});

test("a judgment stops the plan: nothing of it is asked for, and the claim is to be lodged", async () => {
  const client = { insolvency: "2026-11-20" };
  const page = await openApp({ storage: storage({ client }), hash: "#/factures/1/echeancier", today: "2026-11-24" });
  await shows(answer(page), "Arrêté par le jugement du 20 novembre 2026");
  await shows(page.getByRole("figure", { name: "Avancement" }), "Non payé, à déclarer 2 480,00 €");
  assert.equal(await page.getByRole("button", { name: "Mettre les échéances dans mon agenda" }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "Écrire la mise en demeure" }).count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(main(page), "Déclarer la créance");
  assert.equal(await page.getByText(/Échéancier signé/).filter({ visible: true }).locator("xpath=self::*[contains(@class,'badge')]").count(), 0);
  page.app.assertNothingLeft();
});

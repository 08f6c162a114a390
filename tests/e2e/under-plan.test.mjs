// What a running plan, or somebody else who decides, means everywhere else: the claim, the call, the day, the texts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, onDay, openApp } from "./harness.mjs";
import { SENT_INVOICE, sentBook } from "./pages/book.mjs";
import { Call } from "./pages/call.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, downloadBy, eventually, faultOf, line, plain, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const PLAN = {
  id: 1, client: 1, invoices: [1], proposed: "2026-11-02", answer_by: "2026-11-10", paid_before: "1000.00",
  instalments: [{ due: "2026-12-01", amount: "1240.00" }, { due: "2027-01-04", amount: "1240.00" }],
  penalties: "waived-if-kept", interest: "stops", notice_days: 8, accepted: "2026-11-05",
};
const storage = (plan = {}, more = {}) => ({ ...sentBook({ client: { phone: "04 76 00 00 01" }, ...more }), "relance/plan/1": { plan: { ...PLAN, ...plan } } });
const main = (page) => page.getByRole("main");

test("while a plan is kept the claim asks for its instalments, and texts of the ladder wait", async () => {
  const page = await openApp({ storage: storage(), hash: "#/factures/1", today: "2026-11-24" });
  const claim = new Case(page);
  await eventually(async () => assert.equal(await claim.total(), "0,00 €"));
  await shows(claim.answer, "Échéance 1 sur 2 : 1 240,00 €, au plus tard le mardi 1 décembre 2026.".replace("mardi 1 ", "mardi 1er "));
  await shows(claim.answer, "2 480,00 €");
  assert.doesNotMatch(plain(await claim.answer.innerText()), /par jour|chaque jour/);
  await claim.otherTexts.click();
  assert.equal(await claim.next.getByRole("link", { name: "Mise en demeure" }).count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1/texte/mise-en-demeure`);
  await shows(main(page), "Un échéancier signé le 5 novembre 2026 court jusqu’au 4 janvier 2027");
  assert.equal(await page.getByRole("button", { name: "Imprimer" }).count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "Rappeler l’échéance" }).click();
  const text = new Composer(page);
  for (const part of ["la prochaine somme de l’échéancier", "1 240,00 €", "mardi 1er décembre 2026"]) await shows(text.preview, part);
  await onDay(page, "2026-12-01", "#/factures/1");
  await eventually(async () => assert.equal(await claim.total(), "1 240,00 €"));
  page.app.assertNoProblem();
});

test("the call speaks of the instalment, and so does the day", async () => {
  const page = await openApp({ storage: storage(), hash: "#/factures/1/appel", today: "2026-12-07" });
  const call = new Call(page);
  await shows(call.top, "1 240,00 € à payer aujourd’hui, selon l’échéancier");
  await shows(call.top, "1 240,00 € étaient attendus au plus tard le mardi 1er décembre 2026");
  await shows(main(page), "Quel jour pouvez-vous régler cette échéance, à coup sûr ?");
  assert.equal(await call.ending.getByRole("button", { name: "En plusieurs fois" }).count(), 0);
  await call.ended("Promet de payer");
  assert.equal(plain(await call.field("Montant promis").inputValue()), "1 240,00");
  assert.deepEqual(await axe(page), []);
  await call.back.click();
  await call.number.waitFor();
  await page.goto(`${page.app.url}#/aujourdhui`);
  await shows(main(page), "1 240,00 € selon l’échéancier");
  page.app.assertNoProblem();
});

const inHands = {
  "insolvency proceedings": [{ client: { insolvency: "2026-11-10", office: "Me Durand", phone: "04 76 00 00 01" } }, "mandataire judiciaire"],
  "an order for payment": [{ proceedings: [{ id: 1, kind: "payment-order", date: "2026-11-10" }] }, "le greffe"],
  "a sale": [{ proceedings: [{ id: 1, kind: "sold", date: "2026-11-10", with: "Factor SA" }] }, "Factor SA"],
  "a mandate": [{ proceedings: [{ id: 1, kind: "handed-over", date: "2026-11-10", with: "Agence Azur" }] }, "Agence Azur"],
};
for (const [what, [facts, who]] of Object.entries(inHands)) {
  test(`under ${what} a call claims nothing and says whom to speak to; a text waits`, async () => {
    const records = sentBook({ client: { phone: "04 76 00 00 01" }, ...facts });
    if (facts.proceedings) records["relance/case/1"].case.proceedings = facts.proceedings;
    const page = await openApp({ storage: records, hash: "#/factures/1/appel", today: "2026-11-24" });
    const call = new Call(page);
    await shows(call.top, "Cet appel ne réclame rien");
    await shows(call.top, who);
    assert.equal(await page.locator(".call-amount, .phone-sentence, .turns, .excuse").count(), 0);
    const outcomes = (await call.ending.locator(".outcome").allInnerTexts()).map(plain);
    assert.deepEqual(outcomes, ["À rappeler", "Message laissé", "Pas de réponse"]);
    await page.goto(`${page.app.url}#/factures/1/texte/relance-ferme`);
    await shows(main(page), "Ce texte attend");
    await shows(main(page), who);
    await page.getByRole("link", { name: "Voir les suites" }).click();
    await arrivesAt(page, "Suites");
    page.app.assertNoProblem();
  });
}

test("a plan signed long ago is entered with its days; faults stand at their field, and its days go to a calendar", async () => {
  const page = await openApp({ storage: storage({ proposed: "2026-11-20", accepted: undefined }), hash: "#/factures/1/echeancier", today: "2026-11-24" });
  const [proposed, signed] = [page.locator("#plan-proposed"), page.locator("#plan-signed")];
  await signed.fill("05/11/2026");
  const note = page.getByRole("button", { name: "Noter la signature" });
  await note.click();
  await eventually(async () => assert.match(await faultOf(signed), /précède le 20 novembre 2026/));
  await proposed.fill("02/11/2026");
  await note.click();
  await shows(line(page), "Échéancier signé.");
  await shows(main(page), "Proposé le 2 novembre 2026, signé le 5 novembre 2026");
  const file = await downloadBy(page, () => page.getByRole("button", { name: "Mettre les échéances dans mon agenda" }).click());
  for (const day of ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"]) assert.ok(file.text.includes(day), file.text);
  page.app.assertNoProblem();
});

test("a broken plan says what is due again, and leads to the formal notice", async () => {
  const sent = { ...SENT_INVOICE, id: 2, date: "2026-12-08", step: "plan-notice", deadline: "2026-12-18", channel: "registered-post" };
  const page = await openApp({ storage: storage({}, { events: [sent] }), hash: "#/factures/1/echeancier", today: "2026-12-22" });
  await shows(page.locator(".plan-answer").first(), "Réception de la mise en demeure à noter");
  assert.equal(await page.getByRole("button", { name: /^Constater la rupture :/ }).count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Noter la réception" }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Reçu le")), /./));
  await page.getByText("Non réclamé", { exact: true }).click();
  await page.getByLabel("Présenté le").fill("10/12/2026");
  // Half typed, it is found again.
  await page.reload();
  await eventually(async () => assert.equal(await page.getByLabel("Présenté le").inputValue(), "10/12/2026"));
  await page.getByRole("button", { name: "Noter la réception" }).click();
  await shows(page.locator(".plan-answer").first(), "Mise en demeure sans effet");
  await page.getByRole("button", { name: "Constater la rupture" }).click();
  await shows(main(page), "Toute la créance est de nouveau due");
  await shows(page.getByRole("figure", { name: "Avancement" }), "Non payé, de nouveau dû 2 480,00 €");
  await page.getByRole("link", { name: "Mettre en demeure" }).click();
  await shows(new Composer(page).letter, "mets en demeure");
  await shows(new Composer(page).letter, "L’échéancier convenu le");
  page.app.assertNoProblem();
});

test("where the receipt will never be known, a plan is declared broken for a reason that stays on file", async () => {
  const sent = { ...SENT_INVOICE, id: 2, date: "2026-12-08", step: "plan-notice", deadline: "2026-12-18", channel: "registered-post" };
  const page = await openApp({ storage: storage({}, { events: [sent] }), hash: "#/aujourdhui", today: "2026-12-22" });
  await page.getByRole("link", { name: /Noter la réception/ }).click();
  await page.getByText("Cette date ne sera jamais connue").click();
  const broken = page.getByRole("button", { name: "Constater la rupture avec ce motif" });
  await broken.click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Motif")), /./));
  await page.getByLabel("Motif").fill("Avis de réception perdu");
  await broken.click();
  await shows(page.locator(".plan-answer").first(), "Rompu");
  await shows(main(page), "Rupture constatée sans date de réception connue : Avis de réception perdu");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the two days a transfer takes are said, and an instalment within them is due", async () => {
  const page = await openApp({ storage: storage(), hash: "#/factures/1/echeancier", today: "2026-12-02", viewport: { width: 360, height: 740 } });
  await shows(page.locator(".plan-answer").first(), "En retard, virement attendu");
  for (const part of ["Échu, virement attendu 1 240,00 €", "À venir 1 240,00 €"]) await shows(page.getByRole("figure", { name: "Avancement" }), part);
  await shows(main(page), "en retard, deux jours de délai bancaire");
  await shows(main(page), "manquée à partir du vendredi 4 décembre 2026");
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

test("the list and the client’s page say the next instalment, and count lateness by the plan", async () => {
  const page = await openApp({ storage: storage(), hash: "#/factures", today: "2026-11-24" });
  await shows(main(page), "prochaine échéance le 01/12/2026");
  assert.doesNotMatch(plain(await main(page).innerText()), /254 jours/);
  await page.goto(`${page.app.url}#/clients/1`);
  await shows(main(page), "prochaine échéance le 01/12/2026");
  assert.equal(await page.locator(".fact-late").count(), 0);
  await onDay(page, "2026-12-03", "#/factures");
  await shows(main(page), "en retard, échéance du 01/12/2026");
  await shows(page.locator(".invoice-days").last(), "2 j");
  page.app.assertNoProblem();
});

for (const [what, facts, who, others] of [
  ["a sale", { proceedings: [{ id: 1, kind: "sold", date: "2026-11-10", with: "Factor SA" }] }, "Factor SA", "renvoyez votre client vers lui"],
  ["a mandate", { proceedings: [{ id: 1, kind: "handed-over", date: "2026-11-10", with: "Agence Azur" }] }, "Agence Azur", "C’est par lui que passe"],
  ["insolvency proceedings", { client: { insolvency: "2026-11-10" } }, "mandataire judiciaire", "Déclarez la créance"],
]) {
  test(`under ${what} neither a plan nor an offer is made: who decides is said, and a kept plan stays readable`, async () => {
    const records = sentBook(facts);
    if (facts.proceedings) records["relance/case/1"].case.proceedings = facts.proceedings;
    const page = await openApp({ storage: records, hash: "#/factures/1/echeancier", today: "2026-11-24" });
    for (const route of ["#/factures/1/echeancier", "#/factures/1/offres"]) {
      await page.goto(`${page.app.url}${route}`);
      await shows(main(page), who);
      await shows(main(page), others);
      assert.equal(await page.locator("form").count(), 0, route);
      assert.deepEqual(await axe(page), []);
    }
    await page.getByRole("link", { name: "Voir les suites" }).click();
    await arrivesAt(page, "Suites");
    const kept = await openApp({ storage: { ...records, "relance/plan/1": { plan: PLAN } }, hash: "#/factures/1/echeancier", today: "2026-12-24" });
    await shows(main(kept), who);
    await shows(main(kept), "Échéance 2 sur 2");
    assert.equal(await kept.locator("form").count(), 0);
    page.app.assertNoProblem();
  });
}

test("what a schedule looks like is a picture with its numbers, and variants fit the screen", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/echeancier", viewport: { width: 1280, height: 900 } });
  const picture = page.getByRole("figure", { name: "Les échéances dans le temps" });
  await eventually(async () => assert.equal(await picture.locator("rect").count(), 3));
  await page.getByText("Gelées, dues ensuite").click();
  await shows(main(page), "Gelées, elles restent dues hors de l’échéancier");
  for (const count of ["4", "5"]) {
    await page.getByRole("button", { name: "Garder pour comparer" }).click();
    await page.getByLabel("Nombre d’échéances").fill(count);
  }
  const table = page.getByRole("group", { name: "Variantes" });
  await shows(table, "Dû en plus");
  const overflow = await table.evaluate((box) => box.scrollWidth - box.clientWidth);
  assert.ok(overflow <= 0, `the table is ${overflow} pixels too wide`);
  await page.getByLabel("Nombre d’échéances").fill("1");
  await shows(main(page), "Une seule échéance");
  // What is kept stands beside the offers too.
  await page.goto(`${page.app.url}#/factures/1/offres`);
  for (const part of ["Échéancier, variante 1", "Échéancier, variante 2"]) await shows(main(page), part);
  page.app.assertNoProblem();
});

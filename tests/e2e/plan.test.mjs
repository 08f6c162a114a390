// A payment plan: built and compared, proposed in writing, signed, missed, recalled, broken; or kept and closed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, onDay, openApp } from "./harness.mjs";
import { another, sentBook } from "./pages/book.mjs";
import { Call } from "./pages/call.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, line, plain, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const rows = (page) => page.getByRole("table").first().locator("tbody tr");
const answer = (page) => page.locator(".plan-answer").first();

/** A plan signed in October whose one sum was paid on its day. */
function paidPlan(penalties) {
  const plan = {
    id: 1, client: 1, invoices: [1], proposed: "2026-10-01", answer_by: "2026-10-09", paid_before: "1000.00",
    instalments: [{ due: "2026-11-02", amount: "2480.00" }],
    penalties, interest: "stops", notice_days: 8, accepted: "2026-10-05",
  };
  const movements = [
    { id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" },
    { id: 2, kind: "payment", date: "2026-11-02", amount: "2480.00" },
  ];
  return { ...sentBook({ movements }), "relance/plan/1": { plan } };
}

test("two variants are compared, one is proposed, and the text carries its schedule", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1" });
  await page.getByRole("link", { name: "Échéancier", exact: true }).click();
  await arrivesAt(page, "Échéancier");
  // What is said adds up.
  await shows(answer(page), "2 × 922,26 €, puis 922,27 €");
  await eventually(async () => assert.equal(await rows(page).count(), 3));
  await page.getByRole("button", { name: "Garder pour comparer" }).click();
  await page.getByLabel("Nombre d’échéances").fill("2");
  await shows(page.getByRole("region", { name: "Variantes" }), "Variante 1");
  await shows(answer(page), "1 383,39 €, puis 1 383,40 €");
  await page.getByText("Abandonnées s’il est tenu").click();
  await shows(answer(page), "1 240,00");
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  await shows(page.getByRole("main"), "Voici ce que je vous propose");
  await shows(page.getByRole("main"), "je renonce aux pénalités");
  await shows(page.getByRole("main"), "mise en demeure envoyée en recommandé");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("what is contested is left out of a plan and of what the client owns to, unless one says so", async () => {
  const dispute = { dispute: { cause: "quality", amount: "500.00", answer_by: "2026-12-09" } };
  const circumstances = [{ id: 1, date: "2026-11-10", kind: dispute, note: "la finition" }];
  const page = await openApp({ storage: sentBook({ circumstances }), hash: "#/factures/1/echeancier" });
  await page.getByText("Abandonnées s’il est tenu").click();
  await shows(answer(page), "3 × 660,00 €");
  await shows(page.getByRole("main"), "500,00 € sont contestés et restent à part");
  const whole = page.getByLabel("Étaler aussi la part contestée");
  await whole.check();
  await shows(answer(page), "2 × 826,66 €, puis 826,68 €");
  await shows(page.getByRole("main"), "qui signe un échéancier reconnaît tout ce qu’il couvre");
  assert.deepEqual(await axe(page), []);
  await whole.uncheck();
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  await shows(page.getByRole("main"), "Soit 1 980,00 € en tout");
  await shows(page.getByRole("main"), "Quant aux 500,00 € que vous contestez");
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await shows(page.getByRole("main"), "500,00 € sont contestés et restent à part");
  await page.getByRole("link", { name: "Protocole à signer" }).click();
  await shows(page.getByRole("main"), "Elle ne porte pas sur les 500,00 € de principal que le débiteur conteste");
  page.app.assertNoProblem();
});

test("variants show what is paid down and what interest adds that goes on", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/echeancier" });
  await page.getByLabel("Acompte").fill("480");
  await page.getByText("Abandonnées s’il est tenu").click();
  await shows(answer(page), "480,00 €, puis 2 × 666,66 €, puis 666,68 €");
  await page.getByRole("button", { name: "Garder pour comparer" }).click();
  await page.getByText("Continuent", { exact: true }).click();
  await shows(page.getByRole("main"), "Les intérêts continuent");
  const variants = page.getByRole("region", { name: "Variantes" });
  await shows(variants, "480,00 €, puis 2 × 666,66 €, puis 666,68 €");
  await shows(variants.getByRole("row").filter({ hasText: "Intérêts d’ici la fin" }), "arrêtés");
  await eventually(async () => {
    const line = plain(await variants.getByRole("row").filter({ hasText: "Intérêts d’ici la fin" }).innerText());
    assert.match(line, /arrêtés\s+\d+,\d\d €/);
  });
  page.app.assertNoProblem();
});

test("a consumer is not spoken to of penalties that are not owed, and has fifteen days", async () => {
  const page = await openApp({ storage: sentBook({ client: { kind: "consumer" } }), hash: "#/factures/1/echeancier" });
  await shows(page.getByRole("main"), "jamais l’indemnité de 40 €");
  assert.equal(await page.getByText("Continuent", { exact: true }).count(), 0);
  assert.equal(await page.getByText("Gelées, dues ensuite").count(), 0);
  assert.equal(await page.getByLabel("Jours de mise en demeure").inputValue(), "15");
  await shows(answer(page), "2 × 826,66 €, puis 826,68 €");
  page.app.assertNoProblem();
});

test("what makes no plan says so at its field, and what was typed is found again", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/echeancier" });
  await page.getByLabel("Nombre d’échéances").fill("0");
  await page.getByLabel("Acompte").fill("9999");
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Nombre d’échéances")), /de 1 à/));
  await page.getByLabel("Nombre d’échéances").fill("4");
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Acompte")), /voyez l’explication/));
  await shows(page.getByRole("alert"), "L’acompte couvre tout");
  await page.getByLabel("Acompte").fill("300");
  await eventually(async () => assert.equal(await rows(page).count(), 5));
  await page.reload();
  await eventually(async () => assert.equal(await page.getByLabel("Acompte").inputValue(), "300"));
  page.app.assertNoProblem();
});

test("signed, a plan is followed: the missed instalment has its notice, and money answers it", async () => {
  const plan = {
    id: 1, client: 1, invoices: [1], proposed: "2026-10-01", answer_by: "2026-10-09", paid_before: "1000.00",
    instalments: [{ due: "2026-11-02", amount: "1240.00" }, { due: "2026-12-01", amount: "1240.00" }],
    penalties: "waived-if-kept", interest: "stops", notice_days: 8,
  };
  const storage = { ...sentBook(), "relance/plan/1": { plan } };
  // A Tuesday: texts may go.
  const page = await openApp({ storage, hash: "#/factures/1/echeancier", today: "2026-11-24" });
  await shows(answer(page), "Sans réponse");
  await page.getByLabel("Signé le").fill("05/10/2026");
  await page.getByRole("button", { name: "Noter la signature" }).click();
  await shows(line(page), "Échéancier signé.");
  await shows(answer(page), "Échéance manquée");
  // How far it is, as a picture with its numbers.
  for (const part of ["Manqué 1 240,00 €", "À venir 1 240,00 €"]) await shows(page.getByRole("figure", { name: "Avancement" }), part);
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/aujourdhui`);
  await page.getByRole("link", { name: /Signaler l’échéance manquée/ }).click();
  await arrivesAt(page, "Échéancier");
  await page.getByRole("link", { name: "Écrire la mise en demeure" }).click();
  const text = new Composer(page);
  // By registered post, as the agreement asks: its days run from receipt.
  await shows(text.letter, "Je vous mets en demeure de régler 1 240,00 € dans les 8 jours qui suivent la réception de cette lettre");
  await text.record();
  await arrivesAt(page, "Échéancier");
  await shows(answer(page), "Mise en demeure en cours");
  await shows(page.getByRole("main"), "24 novembre 2026, jusqu’au vendredi 4 décembre 2026");
  await undo(page);
  await shows(answer(page), "Échéance manquée");
  await page.getByRole("link", { name: "Noter un paiement" }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await new Case(page).move({ amount: "1240", date: "20/11/2026" });
  await shows(page.getByRole("main"), "Échéance 2 sur 2");
  page.app.assertNoProblem();
});

test("a plan kept to its end gives up what was agreed, and one undo brings it back", async () => {
  const storage = paidPlan("waived-if-kept");
  const page = await openApp({ storage, hash: "#/factures/1/echeancier" });
  await shows(answer(page), "Tout est payé");
  await page.getByRole("button", { name: "Clore l’échéancier" }).click();
  await shows(answer(page), "Payé et clos");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Réglée");
  await undo(page);
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await shows(answer(page), "Tout est payé");
  page.app.assertNoProblem();
});

test("a first instalment in the past and too many of them are said at the field, with what to do", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/echeancier" });
  await page.getByLabel("Première échéance").fill("02/03/2026");
  await page.getByLabel("Première échéance").blur();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Première échéance")), /Ce jour est passé/));
  await shows(page.getByRole("alert"), "Ce jour est passé");
  await page.getByLabel("Première échéance").fill("15/12/2026");
  await page.getByText("Par montant").click();
  await page.getByLabel("Montant de chaque échéance").fill("5");
  await shows(page.getByRole("alert"), "plus de 120 échéances");
  await page.getByLabel("Montant de chaque échéance").fill("80");
  await shows(page.locator(".plan-cautions"), "35 échéances");
  await shows(page.locator(".plan-cautions"), "Plus de 24 mois");
  page.app.assertNoProblem();
});

test("frozen penalties are one sum due on one day, wherever they are said", async () => {
  const storage = paidPlan("frozen");
  const page = await openApp({ storage, hash: "#/factures/1" });
  const claim = new Case(page);
  await shows(claim.answer, "Reste dû hors de l’échéancier");
  const aside = await claim.total();
  assert.notEqual(aside, "0,00 €");
  await shows(claim.answer, "À régler d’ici au 2 décembre 2026.");
  // What the claim says beyond that is given up once the plan is closed.
  await shows(claim.answer, "Abandonné à la clôture de l’échéancier");
  assert.doesNotMatch(plain(await claim.answer.innerText()), /rompu/);
  await shows(claim.next, `${aside} restent dus à part, à régler d’ici au 2 décembre 2026.`);
  await page.goto(`${page.app.url}#/aujourdhui`);
  await shows(page.getByRole("main"), `${aside} de pénalités et indemnité`);
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await shows(page.getByRole("main"), `Hors échéancier : ${aside}, à régler d’ici au 2 décembre 2026.`);
  await page.getByRole("button", { name: "Clore l’échéancier" }).click();
  await shows(answer(page), "Payé et clos");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(claim.next, `${aside} restés dus à part se règlent d’ici au 2 décembre 2026`);
  page.app.assertNoProblem();
});

test("several invoices are one plan; on a phone, in the dark and in English it holds", async () => {
  const storage = { ...sentBook({ settings: { language: "en" } }), ...another(2, { number: "2026-031", due: "2026-09-01", amount: "520.00" }) };
  const page = await openApp({ storage, hash: "#/factures/1/echeancier", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await arrivesAt(page, "Payment plan");
  await page.getByText("Frozen, owed after").click();
  await shows(answer(page), "€1,000.00");
  await page.getByLabel(/2026-031/).uncheck();
  await shows(answer(page), "€826.66");
  // No room side by side: variants stand one below the other, and can be taken up there.
  await page.getByRole("button", { name: "Keep to compare" }).click();
  await page.getByLabel("Number of instalments").fill("2");
  const cards = page.locator(".compare-cards > li");
  await shows(cards.nth(0), "€826.66");
  await shows(cards.nth(1), "2 × €1,240.00");
  assert.equal(await page.locator(".compare-wide").isVisible(), false);
  await cards.nth(0).getByRole("button", { name: "Take it up" }).click();
  await shows(cards.nth(1), "€826.66");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

test("negotiated on the telephone, compared, signed; the second instalment is missed, and all falls due after notice", async () => {
  const storage = sentBook({ client: { phone: "04 76 00 00 01" } });
  const page = await openApp({ storage, hash: "#/factures/1/appel", today: "2026-11-24" });
  const call = new Call(page);
  await call.ended("En plusieurs fois");
  await call.field("Premier versement").fill("01/12/2026");
  await call.on.click();
  // What was said is where one starts.
  await arrivesAt(page, "Échéancier");
  // Until it is signed it is said as what it is, on the claim and in the call.
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Convenu au téléphone le 24 novembre 2026 : 3 versements, 2 480,00 € en tout. Rien n’est encore signé.");
  await page.getByRole("link", { name: "Préparer l’accord à signer" }).click();
  await arrivesAt(page, "Échéancier");
  await page.getByRole("button", { name: "Noter et préparer l’accord à signer" }).waitFor();
  assert.equal(await page.locator(".plan-cautions li").count(), 0, "nothing to warn of in what it starts with");
  // To the cent, and penalties apart: they were not spoken of.
  await shows(page.getByRole("main"), "Convenu au téléphone le 24 novembre 2026 : 3 versements, 2 480,00 € en tout");
  await shows(answer(page), "2 × 826,66 €, puis 826,68 €");
  assert.equal(await page.getByLabel("Première échéance").inputValue(), "01/12/2026");
  await page.getByRole("button", { name: "Garder pour comparer" }).click();
  await page.getByLabel("Nombre d’échéances").fill("2");
  await page.getByText("Abandonnées s’il est tenu").click();
  const variants = page.getByRole("region", { name: "Variantes" });
  for (const part of ["2 × 826,66 €, puis 826,68 €", "2 × 1 240,00 €"]) await shows(variants, part);
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  const text = new Composer(page);
  await shows(text.preview, "1 240,00 € au plus tard le mardi 1er décembre 2026");
  await text.record();
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await page.getByRole("button", { name: "Noter la signature" }).click();
  await shows(answer(page), "Tenu jusqu’ici");
  await onDay(page, "2026-12-02", "#/factures/1");
  const claim = new Case(page);
  await claim.move({ amount: "1240", date: "01/12/2026" });
  await shows(line(page), "Paiement noté.");
  await shows(claim.next, "Échéance 2 sur 2");
  // The plan replaces what was promised on the telephone: it is not broken beside it.
  await onDay(page, "2027-01-12", "#/aujourdhui");
  await page.getByRole("link", { name: /Signaler l’échéance manquée/ }).click();
  await page.getByRole("link", { name: "Écrire la mise en demeure" }).click();
  await shows(text.letter, "échéance 2 sur 2");
  await text.record();
  await shows(answer(page), "Mise en demeure en cours");
  await onDay(page, "2027-01-26", "#/factures/1/echeancier");
  // Its days run from receipt, which is asked for.
  await shows(answer(page), "Réception de la mise en demeure à noter");
  await page.getByLabel("Reçu le").fill("14/01/2027");
  await page.getByRole("button", { name: "Noter la réception" }).click();
  await shows(answer(page), "Mise en demeure sans effet");
  await page.getByRole("button", { name: "Constater la rupture" }).click();
  await shows(answer(page), "Rompu");
  page.app.assertNothingLeft();
});

test("a proposal that was replaced stays to be looked at, and it is plain which one counts", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/echeancier" });
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  await page.waitForURL(/texte\/echeancier$/);
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await page.getByRole("button", { name: "Préparer un autre échéancier" }).click();
  await page.getByLabel("Nombre d’échéances").fill("2");
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  await page.waitForURL(/texte\/echeancier$/);
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await eventually(async () => assert.equal(await rows(page).count(), 2));
  const others = page.getByRole("region", { name: "Autres propositions et échéanciers" });
  await shows(others, "Échéancier proposé : 3 versements");
  // What was agreed beside the sums stays readable.
  for (const part of ["réponse attendue d’ici au", "Pénalités et indemnités : comprises.", "Délai après une mise en demeure : 8 jours."]) await shows(page.getByRole("main"), part);
  await shows(others, "Seul compte celui qui est suivi plus haut");
  page.app.assertNoProblem();
});

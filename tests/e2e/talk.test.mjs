// Chasing, closely and well: a case followed up every day, ways to pay, how one’s own words read, what a client sees first,
// what has just become late.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, plain, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

test("a close watch is begun, leads the day, and stops at the first answer", async () => {
  const reminder = {
    id: 1, date: "2026-11-20", channel: "email", step: "last-reminder", deadline: "2026-12-04",
    text: { subject: "", body: "", as_of: "2026-11-20", principal: "0.00", interest: "0.00", indemnity: "0.00", rates: "2026-11-20" },
  };
  const page = await openApp({
    storage: sentBook({ client: { phone: "04 76 00 00 00" }, events: [reminder] }), hash: "#/factures/1", today: "2026-11-24",
  });
  const claim = new Case(page);
  await claim.know("Suivi rapproché");
  await shows(claim.standing, "sans jamais dépasser vos règles de relance");
  await claim.saveKnown();
  await shows(claim.standing, "un contact par jour ouvré");
  await shows(claim.next, "Suivi rapproché depuis le 24 novembre 2026");
  await page.goto(page.url().replace(/#.*/, "#/aujourdhui"));
  await shows(page.getByRole("main"), "Il s’arrête à la première réponse");
  await shows(page.locator(".todo-act").first(), "Appeler");
  await page.goto(page.url().replace(/#.*/, "#/factures/1"));
  await claim.know("Raison du non-paiement");
  await claim.saveKnown();
  await shows(claim.standing, "le client a répondu");
  page.app.assertNoProblem();
});

test("a payment link and the order of cheques are checked, and said where one pays", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/reglages" });
  const link = page.getByLabel("Lien de paiement en ligne");
  await link.fill("http://pay.example/x");
  await page.locator("#profile-save").click();
  await shows(page.getByRole("main"), "Un lien de paiement commence par https://");
  await link.fill("https://pay.example/morel");
  await shows(page.getByRole("main"), /renverront vers\s+pay\.example/);
  await page.getByLabel("Chèques à l’ordre de").fill("Claire Morel");
  await page.locator("#profile-save").click();
  await eventually(async () => assert.equal(await link.getAttribute("aria-invalid"), null));
  await page.goto(page.url().replace(/#.*/, "#/factures/1/texte/premiere-relance"));
  const composer = new Composer(page);
  await shows(composer.message, "Paiement en ligne : https://pay.example/morel");
  await shows(composer.message, "Chèque à l’ordre de : Claire Morel");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("own words that shout or scold are pointed out and not held back, and the client’s first sight is shown", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/texte/premiere-relance" });
  const composer = new Composer(page);
  await composer.message.waitFor();
  assert.equal(await page.locator(".reading-hints").count(), 0, "our own text draws no hint");
  await composer.edit.click();
  const body = await composer.body.inputValue();
  await composer.body.fill(`${body}\n\nC’est inadmissible, payez IMMEDIATEMENT !!`);
  const hints = page.locator(".reading-hints");
  await shows(hints, "IMMEDIATEMENT");
  await shows(hints, "inadmissible");
  await shows(hints, "points d’exclamation");
  assert.notEqual(await composer.copy.getAttribute("aria-disabled"), "true", "a hint holds nothing back");
  await page.getByText("Vu par le client").click();
  await shows(page.locator(".inbox-phone"), "Claire Morel");
  await eventually(async () => assert.ok(plain(await page.locator(".inbox-phone .inbox-subject").innerText()).length <= 38));
  page.app.assertNoProblem();
});

test("what fell due yesterday is said this morning, with why to act; the curve has its table", async () => {
  const page = await openApp({
    storage: sentBook({ invoice: { issued: "2026-10-24", due: "2026-11-23" }, movements: [], client: { phone: "04 76 00 00 00" } }),
    hash: "#/aujourdhui", today: "2026-11-24",
  });
  const news = page.getByRole("region", { name: "Tout juste en retard" });
  await shows(news, "échéance du lundi 23 novembre 2026");
  await shows(news, "environ 75 %");
  await news.getByRole("link", { name: "Voir la courbe" }).click();
  await arrivesAt(page, "Les voies possibles");
  const curve = page.getByRole("region", { name: "Ce que coûte l’attente" });
  await shows(curve, "moins de 20 % après un an");
  await shows(curve.getByRole("table"), "FIGEC");
  await shows(curve.getByRole("table"), "25 septembre 2026");
  await curve.getByRole("button", { name: "Changer ces chiffres" }).click();
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^assumed-\d$/));
  page.app.assertNoProblem();
});

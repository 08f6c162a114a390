// Offers: one is worked out, compared with every other way, sent; it is paid in time and applied, or lapses by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, onDay, openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, line, seen, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

/** A Tuesday: texts may go. */
const TUESDAY = "2026-11-24";
const answer = (page) => page.locator(".plan-answer").first();
const table = (page) => page.getByRole("table").first();

test("penalties dropped for a payment in time: compared with a plan, sent, paid, applied, and taken back", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1", today: TUESDAY });
  await page.getByRole("region", { name: "Négocier, aller plus loin" }).getByRole("link", { name: "Offres" }).click();
  await arrivesAt(page, "Offres");
  await shows(answer(page), "2 480,00 €");
  await shows(table(page), "Sans rien offrir");
  // A plan proposed besides is one more column.
  await page.goto(`${page.app.url}#/factures/1/echeancier`);
  await page.getByRole("button", { name: "Noter et écrire la proposition" }).click();
  await page.waitForURL(/texte\/echeancier$/);
  await page.goto(`${page.app.url}#/factures/1/offres`);
  await shows(table(page), "Échéancier");
  assert.deepEqual(await axe(page), []);
  await page.getByLabel("Payer au plus tard le").fill("04/12/2026");
  await page.getByRole("button", { name: "Noter et écrire l’offre" }).click();
  const text = new Composer(page);
  for (const part of ["2 480,00 € au plus tard le vendredi 4 décembre 2026", "d’elle-même le 5 décembre 2026"]) await shows(text.preview, part);
  await text.record();
  await arrivesAt(page, "Offres");
  await shows(page.getByRole("region", { name: "Offres faites" }), "En cours, jusqu’au vendredi 4 décembre 2026");
  await page.goto(`${page.app.url}#/factures/1`);
  const claim = new Case(page);
  await shows(claim.next, "Offre en cours");
  await onDay(page, "2026-12-03", "#/factures/1");
  await claim.move({ amount: "2480", date: "03/12/2026" });
  await shows(claim.next, "donner ce qui était promis");
  await claim.next.getByRole("link", { name: "Appliquer l’offre" }).click();
  await page.getByRole("button", { name: "Appliquer l’offre" }).click();
  await shows(line(page), "Offre appliquée");
  await shows(page.getByRole("region", { name: "Offres faites" }), "Appliquée");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Réglée");
  await undo(page);
  await shows(claim.next, "donner ce qui était promis");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("an offer nobody takes up lapses by itself: reminders go on and say so", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/offres", today: TUESDAY });
  await page.getByText("Une remise", { exact: true }).click();
  await page.getByRole("button", { name: "Noter et écrire l’offre" }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Remise sur le prix, TTC")), /./));
  await page.getByLabel("Remise sur le prix, TTC").fill("9999");
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Remise sur le prix, TTC")), /ne resterait rien/));
  await page.getByLabel("Remise sur le prix, TTC").fill("280");
  await page.getByLabel("Abandonner aussi les pénalités").check();
  await shows(answer(page), "2 200,00 €");
  await page.reload();
  await eventually(async () => assert.equal(await page.getByLabel("Remise sur le prix, TTC").inputValue(), "280"));
  await page.getByLabel("Payer au plus tard le").fill("04/12/2026");
  await page.getByRole("button", { name: "Noter et écrire l’offre" }).click();
  await page.waitForURL(/texte\/offre$/);
  // The letter to sign says the same.
  await page.goto(`${page.app.url}#/factures/1/offres`);
  await page.getByRole("link", { name: "La lettre à signer" }).click();
  await shows(page.getByRole("main"), "2 200,00 €");
  await onDay(page, "2026-12-07");
  await shows(page.getByRole("main"), "est tombée d’elle-même");
  await onDay(page, "2026-12-07", "#/factures/1/offres");
  await shows(page.getByRole("region", { name: "Offres faites" }), "Tombée d’elle-même après le vendredi 4 décembre 2026");
  page.app.assertNoProblem();
});

test("a lapsed offer is made anew with its terms, and what was being typed comes back", async () => {
  const offer = { id: 1, date: "2026-11-02", kind: { discount: { amount: "280.00", drops_penalties: true } }, pay: "2200.00", paid_before: "1000.00", until: "2026-11-12" };
  const storage = sentBook();
  storage["relance/case/1"].case.offers = [offer];
  const page = await openApp({ storage, hash: "#/factures/1/offres", today: TUESDAY });
  // Nobody proposed a plan: a usual one stands beside, and all of it today has no sure day.
  await shows(table(page), "Échéancier courant, en 3 fois");
  await shows(table(page), "sans date sûre");
  await page.getByText("Reprendre le travail", { exact: true }).click();
  await page.getByLabel("Ce que vous reprenez").fill("la page d’accueil");
  await page.getByRole("button", { name: "Refaire cette offre" }).click();
  await eventually(async () => assert.equal(await page.getByLabel("Remise sur le prix, TTC").inputValue(), "280,00"));
  assert.equal(await page.getByLabel("Payer au plus tard le").inputValue(), "04/12/2026");
  await shows(answer(page), "2 200,00 €");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Reprendre ce que vous aviez saisi" }).click();
  await eventually(async () => assert.equal(await page.getByLabel("Ce que vous reprenez").inputValue(), "la page d’accueil"));
  await page.getByRole("button", { name: "Refaire cette offre" }).click();
  await page.getByRole("button", { name: "Noter et écrire l’offre" }).click();
  await page.waitForURL(/texte\/offre$/);
  await page.goto(`${page.app.url}#/factures/1/offres`);
  await shows(page.getByRole("region", { name: "Offres faites" }), "En cours, jusqu’au vendredi 4 décembre 2026");
  page.app.assertNoProblem();
});

test("before the due date there is paying early, with its cost by the year", async () => {
  const storage = sentBook({ invoice: { due: "2026-12-31" }, movements: [] });
  const page = await openApp({ storage, hash: "#/factures/1/offres", today: TUESDAY });
  await page.getByLabel("Escompte, en % du TTC").fill("2");
  await page.getByLabel("Payer au plus tard le").fill("01/12/2026");
  await shows(answer(page), "3 410,40 €");
  // 2 ÷ 98 × 365 ÷ 30 days.
  await shows(page.getByRole("main"), "24,8 % par an, en intérêt simple");
  await page.getByLabel("Payer au plus tard le").fill("31/12/2026");
  await page.getByRole("button", { name: "Noter et écrire l’offre" }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Payer au plus tard le")), /avant l’échéance/));
  page.app.assertNoProblem();
});

test("goods and work: agreed, carried out, late; on a phone, in the dark and in English it holds", async () => {
  const storage = sentBook({ settings: { language: "en" } });
  const options = { viewport: { width: 360, height: 740 }, colorScheme: "dark", today: TUESDAY };
  const page = await openApp({ storage, hash: "#/factures/1/offres", ...options });
  await page.getByText("To take goods back").click();
  await page.getByLabel("What the client gives back").fill("two armchairs");
  await page.getByLabel("Credit note on return, VAT included").fill("480");
  // Goods that are back are no money: the rest has a day of its own, no earlier than their return.
  const rest = page.getByLabel("The rest paid by");
  await rest.fill("01/12/2026");
  await rest.blur();
  await eventually(async () => assert.notEqual(await faultOf(rest), ""));
  await rest.fill("23/12/2026");
  // Side by side there is no room: one below the other, each with its own names, and nothing scrolls.
  const cards = page.locator(".compare-cards > li");
  await shows(cards.filter({ hasText: "This one" }), "23/12/2026");
  // One sum in large and in the comparison, with the interest until that day; the text says that of today.
  await eventually(async () => {
    const large = await seen(answer(page));
    assert.ok((await seen(cards.filter({ hasText: "This one" }))).includes(large), large);
  });
  await shows(page.getByRole("main"), "The offer tells the client today’s sum, €2,288.48, and interest until payment.");
  await shows(cards.filter({ hasText: "Nothing offered" }), "no sure day");
  assert.equal(await page.locator(".compare-wide").isVisible(), false);
  await page.getByRole("button", { name: "Note and write the offer" }).click();
  await shows(new Composer(page).page.getByRole("main"), "two armchairs");
  await shows(new Composer(page).page.getByRole("main"), /is left to pay as of today, plus .* by Wednesday 23 December 2026|au plus tard le mercredi 23 décembre 2026/);
  await page.goto(`${page.app.url}#/factures/1/offres`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
  const made = page.getByRole("region", { name: "Offers made" });
  await made.getByRole("button", { name: "Note that the client agrees" }).click();
  await shows(made, "Agreed to");
  // What was agreed comes first: nothing else is offered before it is carried out or taken back.
  await shows(page.getByRole("main"), "An offer is agreed to or paid already");
  assert.equal(await page.locator(".offer-form").count(), 0);
  await made.getByRole("button", { name: "It is back: note the credit note" }).click();
  await shows(made, "Goods given back");
  await page.goto(`${page.app.url}#/factures/1`);
  await eventually(async () => assert.match(await seen(page.getByRole("main")), /480\.00/));
  await shows(page.getByRole("main"), "promised for 23 December 2026");
  page.app.assertNoProblem();
});

test("the letter of an offer says that goods or work are offered already, beside it", async () => {
  const offers = [{ id: 1, date: "2026-11-20", kind: { return: { what: "deux fauteuils", worth: "400.00", by: "2026-12-15" } }, pay: "2080.00", paid_before: "1000.00", until: "2026-12-04" }];
  const storage = sentBook();
  storage["relance/case/1"].case.offers = offers;
  const page = await openApp({ storage, hash: "#/factures/1/documents?offre", today: TUESDAY });
  await shows(page.getByRole("main"), "Une autre offre court sur une de ces factures");
  // An offer of earlier times names no day for the rest: none is made up.
  await page.goto(`${page.app.url}#/factures/1/offres`);
  await shows(page.getByRole("main"), "jour non fixé");
  page.app.assertNoProblem();
});

test("a part payment says what is missing by the day; the story tells the offer; one nobody answers is said", async () => {
  const offer = { id: 1, date: "2026-11-20", kind: "penalties", pay: "2480.00", paid_before: "1000.00", until: "2026-12-04" };
  const storage = sentBook();
  storage["relance/case/1"].case.offers = [offer, { ...offer, id: 2, until: "2026-12-01" }];
  const page = await openApp({ storage, hash: "#/factures/1", today: TUESDAY });
  const claim = new Case(page);
  await claim.move({ amount: "1000", date: "24/11/2026" });
  await shows(claim.next, "1 480,00 € encore attendus sur 2 480,00 €");
  await page.goto(`${page.app.url}#/factures/1/offres`);
  const made = page.getByRole("region", { name: "Offres faites" });
  await shows(made, "Déjà reçu : 1 000,00 €. À recevoir d’ici au vendredi 4 décembre 2026 : 1 480,00 €.");
  await shows(made, "Plusieurs offres sont ouvertes");
  await made.getByRole("listitem").filter({ hasText: "1er décembre" }).getByRole("button", { name: "Retirer" }).click();
  await shows(made, "Retirée");
  await eventually(async () => assert.doesNotMatch(await seen(made), /Plusieurs offres sont ouvertes/));
  await onDay(page, "2026-12-07", "#/aujourdhui");
  await shows(page.getByRole("region", { name: "À ne pas oublier" }), "Proposition sans réponse : offre, Atelier Brun & Fils, 4 décembre 2026.");
  await page.goto(`${page.app.url}#/factures/1`);
  await claim.strand("Offres et échéanciers");
  await eventually(async () => {
    const told = (await claim.told()).join(" | ");
    for (const part of ["Offre faite – Pénalités abandonnées : 2 480,00 € à payer au plus tard le 4 décembre 2026", "retirée", "restée sans suite"]) assert.ok(told.includes(part), `${part}: ${told}`);
  });
  page.app.assertNoProblem();
});

test("what is wrong with an offer is said where it is, and a last day that is no working day is told", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/offres" });
  await page.getByText("Une remise", { exact: true }).click();
  await page.getByLabel("Remise sur le prix, TTC").fill("3000");
  await page.getByLabel("Payer au plus tard le").fill("20/11/2026");
  const alerts = page.getByRole("alert");
  await shows(alerts.filter({ hasText: "demain" }), "Laissez au client au moins jusqu’à demain.");
  await shows(alerts.filter({ hasText: "autant" }), "C’est autant que ce qui est dû, ou plus");
  await page.getByLabel("Remise sur le prix, TTC").fill("300");
  await page.getByLabel("Payer au plus tard le").fill("25/12/2026");
  await shows(page.getByRole("main"), "préférez le lundi 28 décembre 2026");
  page.app.assertNoProblem();
});

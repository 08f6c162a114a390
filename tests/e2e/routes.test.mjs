// The ways out of a claim, compared: where the ladder ends, what each asks for and brings, own figures; and what a claim
// costs, held against what it is worth.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { arrivesAt, eventually, faultOf, line, plain, shows, undo } from "./pages/common.mjs";
import { Costs, Ways } from "./pages/ways.mjs";

const text = (as_of) => ({ subject: "Relance", body: "Bonjour", as_of, principal: "2480.00", interest: "0.00", indemnity: "0.00", rates: as_of });
const sent = (id, date, step, channel, deadline) => ({ id, date, channel, step, deadline, text: text(date) });
const REMINDED = [
  sent(1, "2026-07-20", "first-reminder", "email", "2026-07-28"),
  sent(2, "2026-09-10", "last-reminder", "email", "2026-09-18"),
];
const NOTICED = [...REMINDED, sent(3, "2026-10-12", "formal-notice", "registered-post", "2026-10-20")];

test("the ladder ends at the ways out: one is advised, with its sum and on what that turns", async () => {
  const page = await openApp({ storage: sentBook({ events: NOTICED }), hash: "#/factures/1" });
  await page.getByRole("link", { name: "Choisir la suite" }).click();
  await arrivesAt(page, "Les voies possibles");
  const ways = new Ways(page);
  await shows(ways.answer, /Demandez une injonction de payer : .* à en attendre, frais et temps déduits, tant que vous donnez au moins \d+ % de chances à une voie judiciaire/);
  await shows(ways.line("Continuer les relances"), "€");
  // What the picture says is what the row says.
  const sum = plain(await ways.line("Injonction de payer").first().locator(".net-sum").innerText());
  const order = await ways.open("Injonction de payer");
  await shows(order.locator(".way-net"), sum);
  await shows(order, "tribunal de commerce");
  await shows(order, "mise en demeure sans effet, délai passé le 20 octobre 2026");
  await shows(order, /Greffe tarif des greffes ; CPC art\. 1425, lu le 25 septembre 2026, à vérifier/);
  await shows(order, "L’ordonnance rendue depuis le 1er septembre 2026");
  assert.deepEqual(await axe(page), []);
  await order.getByRole("link", { name: "Préparer la requête" }).click();
  await arrivesAt(page, /Documents/);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("an own chance changes the advice at once, is kept, and can be taken back", async () => {
  const page = await openApp({ storage: sentBook({ events: NOTICED }), hash: "#/factures/1/voies" });
  const ways = new Ways(page);
  await shows(ways.answer, "injonction de payer");
  const order = await ways.open("Injonction de payer");
  const chance = order.getByLabel("Vos chances, en %");
  await chance.fill("300");
  await order.getByRole("button", { name: "Retenir" }).click();
  await eventually(async () => assert.match(await faultOf(chance), /de 0 à 100/));
  await chance.fill("2");
  await shows(ways.answer, /^(?!.*Demandez une injonction)/);
  await order.getByRole("button", { name: "Retenir" }).click();
  await shows(line(page), "Hypothèses enregistrées.");
  await page.reload();
  await ways.open("Injonction de payer");
  await shows(order.locator(".chance-counted").first(), "2 %, votre hypothèse");
  await undoLast(page);
  await shows(ways.answer, "Demandez une injonction de payer");
  page.app.assertNoProblem();
});

// The quiet line is gone after a reload; the last change can still be taken back.
const undoLast = (page) => page.keyboard.press("Control+z");

test("before any amicable contact, courts wait; with a reason a formal notice is all they wait for, and the European order stays closed", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/voies" });
  const ways = new Ways(page);
  const suit = await ways.open("Procès au fond");
  await shows(suit.locator("summary").first(), "d’abord : démarche amiable");
  await shows(ways.row("Injonction de payer européenne").locator("summary").first(), "pas ici");
  await suit.getByText("Passer outre, avec un motif").click();
  await suit.getByRole("button", { name: "Passer outre" }).click();
  await eventually(async () => assert.notEqual(await faultOf(suit.getByLabel("Motif")), ""));
  await suit.getByLabel("Motif").fill("Déjà relancé avant d’utiliser Relance");
  await suit.getByRole("button", { name: "Passer outre" }).click();
  await shows(suit.locator("summary").first(), "d’abord : mise en demeure");
  await shows(suit, "Sans démarche amiable notée : Déjà relancé avant d’utiliser Relance");
  await undo(page);
  await shows(suit.locator("summary").first(), "d’abord : démarche amiable");
  page.app.assertNoProblem();
});

test("costs are proposed from contacts, corrected, noted; a line that is reached says so on the case", async () => {
  const page = await openApp({ storage: sentBook({ events: NOTICED }), hash: "#/factures/1" });
  await page.getByRole("link", { name: "Coûts", exact: true }).click();
  await arrivesAt(page, "Ce que cette facture vous coûte");
  const costs = new Costs(page);
  await shows(costs.answer, "Rien de noté");
  await eventually(async () => assert.equal(await costs.confirm.getByLabel("Minutes").count(), 3));
  await costs.confirm.getByLabel("Minutes").first().fill("15");
  await costs.confirm.getByRole("button", { name: "Noter tout" }).click();
  await shows(costs.answer, "44 € dépensés, 1 % de ce qui reste à recevoir");
  await shows(costs.noted, "Courrier · Mise en demeure");
  assert.deepEqual(await axe(page), []);
  await costs.add.getByText("Frais", { exact: true }).click();
  await costs.add.getByRole("button", { name: "Noter", exact: true }).click();
  await eventually(async () => assert.notEqual(await faultOf(costs.add.getByLabel("Montant")), ""));
  await costs.add.getByLabel("Montant").fill("600");
  await costs.add.getByLabel("Pour quoi").fill("avocat");
  await costs.add.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(costs.answer, "Vous avez dépensé au moins 15 % de ce qui reste à recevoir");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Vous avez dépensé au moins 15 %");
  await page.goto(`${page.app.url}#/factures/1/couts`);
  await costs.noted.getByRole("button", { name: /Supprimer, Frais · avocat/ }).click();
  await shows(costs.answer, "44 € dépensés");
  await undo(page);
  await shows(costs.noted, "avocat");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("own rate and lines change what counts; on a phone, in the dark and in English both screens hold", async () => {
  const storage = sentBook({ events: NOTICED, settings: { language: "en" } });
  const page = await openApp({ storage, hash: "#/factures/1/couts", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await arrivesAt(page, "What this invoice costs you");
  await page.getByRole("button", { name: "Note them all" }).click();
  const answer = page.locator(".cost-answer");
  await shows(answer, "1% of what is still to come");
  await page.getByLabel("Your hour, in euros").fill("1500");
  await page.getByRole("button", { name: "Save the assumptions" }).click();
  await shows(answer, "Your stop line, 30% of what is still to come, is");
  const narrow = async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `the page is ${width} pixels wide`);
    assert.deepEqual(await axe(page), []);
  };
  await narrow();
  await page.goto(`${page.app.url}#/factures/1/voies`);
  await arrivesAt(page, "The ways out");
  await shows(page.locator(".ways-answer"), "Spend nothing more on it");
  await shows(page.locator(".ways-answer"), "whether you go on or not");
  await narrow();
  page.app.assertNoProblem();
});

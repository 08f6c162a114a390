// A title and the ways to one: a European order filed and followed, an order for a part served or dropped, enforcement advised once
// there is a title, and an administrative matter told of its own court alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { arrivesAt, downloadBy, seen, shows, undo } from "./pages/common.mjs";
import { Ways } from "./pages/ways.mjs";

const answer = (page) => page.locator(".plan-answer").first();
const stage = (page) => page.locator(".stage-form").first();
const notice = (date, deadline) => ({
  id: 3, date, channel: "registered-post", step: "formal-notice", deadline,
  text: { subject: "Mise en demeure", body: "Bonjour", as_of: date, principal: "2480.00", interest: "0.00", indemnity: "0.00", rates: date },
});
const NOTICED = [notice("2026-10-12", "2026-10-20")];
const berlin = { name: "Brun GmbH", address: "Torstraße 1\n10115 Berlin\nAllemagne" };

async function note(page, what, fields) {
  await stage(page).getByLabel("Étape").selectOption({ label: what });
  for (const [label, value] of Object.entries(fields)) await stage(page).getByLabel(label, { exact: true }).fill(value);
  await stage(page).getByRole("button", { name: "Noter l’étape" }).click();
}

const ordered = (more = []) => ({
  id: 1, kind: "payment-order", date: "2026-11-02", with: "Tribunal de commerce de Grenoble", commercial: true,
  stages: [{ stage: "fee-paid", date: "2026-11-04" }, { stage: "made", date: "2026-11-30", amount: "2000.00" }, ...more],
});
const withOrder = (order, more = {}) => {
  const storage = sentBook({ events: NOTICED, ...more });
  storage["relance/case/1"].case.proceedings = [order];
  return storage;
};

test("a European order: form A, a question of the court, the order, thirty days, form G", async () => {
  const storage = sentBook({ events: NOTICED, client: berlin });
  const page = await openApp({ storage, hash: "#/factures/1/voies", today: "2027-03-01" });
  const way = await new Ways(page).open("Injonction de payer européenne");
  await way.getByRole("link", { name: "Noter le formulaire A envoyé" }).click();
  await arrivesAt(page, "Suites");
  const form = page.locator(".begin-form");
  await form.getByLabel("Date").fill("02/11/2026");
  await shows(form, "règlement n° 1896/2006, art. 6 et 7");
  assert.deepEqual(await axe(page), []);
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "Ordonnance attendue");
  await note(page, "Question du tribunal (formulaire B ou C)", { Date: "12/11/2026", "À répondre avant la fin du": "27/11/2026" });
  await shows(answer(page), "Réponse au tribunal : délai passé");
  await note(page, "Réponse envoyée au tribunal", { Date: "16/11/2026" });
  await note(page, "Ordonnance rendue", { Date: "02/12/2026", "Somme ordonnée": "2480" });
  await shows(answer(page), "Ordonnance à faire signifier");
  await note(page, "Signifiée au débiteur", { Date: "15/02/2027" });
  await shows(answer(page), "Délai d’opposition en cours jusqu’à la fin du mercredi 17 mars 2027");
  assert.doesNotMatch(await seen(page.getByRole("main")), /1416|1411|certificat/);
  const { text } = await downloadBy(page, () => page.getByRole("button", { name: /prochaine échéance/ }).click());
  assert.match(text, /UID:opposition-1-1@/);
  assert.match(text, /DTSTART;VALUE=DATE:20270317/);
  await undo(page);
  await shows(answer(page), "Ordonnance à faire signifier");
  await note(page, "Signifiée au débiteur", { Date: "14/12/2026" });
  await shows(answer(page), "Déclaration exécutoire à demander (formulaire G)");
  await note(page, "Titre exécutoire", { Date: "20/01/2027" });
  await shows(answer(page), "Exécution à lancer");
  await shows(page.getByRole("main"), "celui du pays où sont les biens");
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1/histoire`);
  await shows(page.getByRole("main"), "Injonction de payer européenne");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("without a border a European order is refused with the reason", async () => {
  const page = await openApp({ storage: sentBook({ events: NOTICED }), hash: "#/factures/1/suites", today: "2026-11-30" });
  const form = page.locator(".begin-form");
  await form.getByLabel("Quoi").selectOption({ label: "Injonction de payer européenne" });
  const box = page.locator(".begin-obstacles");
  await shows(box, "Pas de litige transfrontalier");
  await shows(box, "l’injonction de payer ordinaire va plus vite");
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(box, "Choisissez une autre suite");
  page.app.assertNoProblem();
});

test("an order for a part is chosen before it is served; what was given up is said after; dropped, the whole can be sued for", async () => {
  const page = await openApp({ storage: withOrder(ordered()), hash: "#/factures/1/suites", today: "2026-12-10" });
  const main = page.getByRole("main");
  await shows(main, "À choisir avant de la faire signifier");
  await shows(main, "vous renoncez aux 480,00 € restants");
  await shows(main, "vous pouvez demander les 2 480,00 € par les voies ordinaires");
  assert.deepEqual(await axe(page), []);
  await note(page, "Signifiée au débiteur", { Date: "09/12/2026" });
  await shows(stage(page), "cochez la case");
  await stage(page).getByLabel("Je la fais signifier, et je renonce au reste").check();
  await stage(page).getByRole("button", { name: "Noter l’étape" }).click();
  await shows(main, "vous avez renoncé aux 480,00 € de principal");
  await shows(page.locator(".after-days"), "renoncé : 480,00 €");
  await undo(page);
  await page.getByRole("button", { name: "Renoncer à l’ordonnance, agir pour le tout" }).click();
  await shows(answer(page), "Abandonnée ou sans suite");
  await page.getByRole("link", { name: "Comparer les autres voies" }).click();
  await arrivesAt(page, "Les voies possibles");
  page.app.assertNoProblem();
});

test("with a title no other is sought: enforcement is advised, with what it costs", async () => {
  const title = [{ stage: "served", date: "2026-12-07" }, { stage: "enforceable", date: "2027-02-08" }];
  const page = await openApp({ storage: withOrder(ordered(title)), hash: "#/factures/1/voies", today: "2027-02-09" });
  const ways = new Ways(page);
  await shows(ways.answer, "Confiez le titre à un commissaire de justice");
  for (const name of ["Injonction de payer", "Référé-provision", "Procès au fond"]) {
    await shows(ways.row(name).locator("summary").first(), "pas ici");
  }
  await shows(await ways.open("Procès au fond"), "vous avez un titre exécutoire depuis le 8 février 2027");
  const way = await ways.open("Exécution forcée");
  await shows(way, "Commandement, saisie");
  await shows(way, "C. com. art. A444-32");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "Voir où ça en est" }).first().click();
  await arrivesAt(page, "Suites");
  await shows(answer(page), "Exécution à lancer");
  page.app.assertNoProblem();
});

test("a public buyer is told of the administrative court alone", async () => {
  const storage = sentBook({ events: NOTICED, client: { name: "Commune de Voiron", kind: "public" } });
  storage["relance/case/1"].case.proceedings = [{ id: 1, kind: "summary", date: "2026-11-02", stages: [{ stage: "judged", date: "2026-12-07", amount: "2480.00" }] }];
  const page = await openApp({ storage, hash: "#/factures/1/suites", today: "2026-12-10" });
  const main = page.getByRole("main");
  await shows(answer(page), "Paiement de l’organisme public attendu");
  assert.doesNotMatch(await seen(main), /à faire signifier|CPC art/);
  await page.goto(`${page.app.url}#/factures/1/voies`);
  const ways = new Ways(page);
  for (const name of ["Référé-provision", "Procès au fond"]) {
    const way = await ways.open(name);
    await shows(way, "CJA art.");
    assert.doesNotMatch(await seen(way), /CPC art\. 835|CPC art\. 750-1|10 000/);
  }
  page.app.assertNoProblem();
});

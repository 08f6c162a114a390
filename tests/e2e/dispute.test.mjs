// A dispute over a part: opened with its official reason, talked about at a meeting, promised on, closed with a credit
// note and confirmed in writing; meanwhile the rest is asked for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, onDay, openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, line, seen, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

/** A Tuesday: texts may go. */
const TUESDAY = "2026-11-24";
const answer = (page) => page.locator(".plan-answer").first();

test("a dispute over a part, end to end", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1", today: TUESDAY });
  await page.getByRole("region", { name: "Négocier, aller plus loin" }).getByRole("link", { name: "Litige" }).click();
  await arrivesAt(page, "Litige");
  await page.getByLabel("Montant contesté").fill("500");
  await page.getByLabel("Motif officiel (facture électronique)").selectOption({ label: "Livraison incomplète ou non conforme (LIVR_INCOMP, statuts 206, 207)" });
  await page.getByLabel("Ce que dit le client, avec ses mots").fill("Il manque la page de contact.");
  await page.getByRole("button", { name: "Ouvrir le litige" }).click();
  await shows(answer(page), "500,00 € contestés");
  // The rest goes on, in figures here and in the texts.
  await shows(page.getByRole("main"), "1 980,00 €");
  await page.goto(`${page.app.url}#/factures/1/texte/premiere-relance`);
  const text = new Composer(page);
  await shows(text.preview, "1 980,00 €");
  await page.goto(`${page.app.url}#/factures/1/litige`);
  const meeting = page.getByRole("region", { name: "Rendez-vous", exact: true });
  await meeting.getByLabel("Jour", { exact: true }).fill("26/11/2026");
  await meeting.getByLabel("Heure", { exact: false }).fill("midi");
  await meeting.getByRole("button", { name: "Garder le rendez-vous" }).click();
  await eventually(async () => assert.match(await faultOf(meeting.getByLabel("Heure", { exact: false })), /14 h 30/));
  await meeting.getByLabel("Heure", { exact: false }).fill("14 h 30");
  await meeting.getByLabel("Lieu, lien ou numéro").fill("visioconférence");
  await meeting.getByRole("button", { name: "Garder le rendez-vous" }).click();
  await shows(line(page), "Suite du litige notée.");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    meeting.getByRole("button", { name: "Mettre dans mon agenda (.ics)" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  assert.match(file, /DTSTART:20261126T143000/);
  assert.match(file, /LOCATION:visioconférence/);
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "Écrire la proposition" }).click();
  await shows(text.preview, "Je vous propose le jeudi 26 novembre 2026 à 14 h 30 (visioconférence)");
  await text.record();
  // Its day comes, and goes.
  await onDay(page, "2026-11-26");
  await page.getByRole("link", { name: /Préparer le rendez-vous/ }).click();
  await arrivesAt(page, "Litige");
  await onDay(page, "2026-11-27", "#/factures/1");
  await new Case(page).next.getByRole("link", { name: "Écrire le compte rendu" }).click();
  await meeting.getByLabel("Compte rendu").fill("La page de contact est ajoutée.");
  await meeting.getByRole("button", { name: "Garder le rendez-vous" }).click();
  const promises = page.getByRole("region", { name: "Engagements" });
  await promises.getByLabel("À quoi").fill("ajouter la page de contact");
  await promises.getByLabel("Pour le").fill("02/12/2026");
  await promises.getByRole("button", { name: "Noter l’engagement" }).click();
  await shows(promises, "ajouter la page de contact");
  await onDay(page, "2026-12-03");
  await page.getByRole("link", { name: /Voir l’engagement/ }).click();
  await shows(promises, "en retard");
  await promises.getByRole("button", { name: "C’est fait" }).click();
  await shows(promises, "fait le 3 décembre 2026");
  const end = page.getByRole("region", { name: "Issue" });
  await end.getByLabel("Avoir convenu, TTC").fill("120");
  await end.getByLabel("Numéro de l’avoir").fill("AV-2026-3");
  assert.equal(await end.getByLabel("Ce qui est convenu").inputValue(), "La page de contact est ajoutée.");
  await end.getByLabel("Paiement convenu pour le").fill("01/12/2026");
  await end.getByRole("button", { name: "Clore le litige" }).click();
  await eventually(async () => assert.notEqual(await faultOf(end.getByLabel("Paiement convenu pour le")), "", "before it was agreed"));
  await end.getByLabel("Paiement convenu pour le").fill("15/12/2026");
  await end.getByRole("button", { name: "Clore le litige" }).click();
  for (const part of ["La page de contact est ajoutée.", "J’établis un avoir de 120,00 €", "Il reste donc 2 360,00 € à régler, comme convenu au plus tard le mardi 15 décembre 2026."]) await shows(text.preview, part);
  await text.record();
  await arrivesAt(page, "Litige");
  await shows(page.getByRole("region", { name: "Litiges clos" }), "avoir de 120,00 €");
  await page.goto(`${page.app.url}#/factures/1`);
  await eventually(async () => assert.match(await seen(page.getByRole("main")), /2 360,00 €/));
  // A day that was agreed on is followed as a promise: on its day, and when it is not kept.
  await onDay(page, "2026-12-15", "#/aujourdhui");
  await shows(page.locator(".todo").first(), "2 360,00 € promis pour le 15 décembre 2026");
  await onDay(page, "2026-12-18", "#/aujourdhui");
  await shows(page.locator(".todo").first(), "Rappeler la promesse");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("an open dispute is corrected where it stands, and the correction is undone", async () => {
  const meeting = { day: "2026-11-27", length: 30, place: "visio" };
  const commitments = [{ id: 1, side: "ours", what: "envoyer le plan", made: "2026-11-20", date: "2026-12-01" }];
  const dispute = { cause: "quality", amount: "500.00", answer_by: "2026-11-30", life: { meeting, commitments } };
  const circumstances = [{ id: 1, date: "2026-11-10", kind: { dispute }, note: "Il manque une page." }];
  const page = await openApp({ storage: sentBook({ circumstances }), hash: "#/factures/1/litige", today: TUESDAY });
  await shows(answer(page), "500,00 € contestés");
  await page.getByText("Corriger ce litige").click();
  const amount = page.getByLabel("Montant contesté");
  const says = page.getByLabel("Ce que dit le client, avec ses mots");
  assert.equal(await amount.inputValue(), "500,00");
  assert.equal(await says.inputValue(), "Il manque une page.");
  assert.deepEqual(await axe(page), []);
  await amount.fill("0");
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await eventually(async () => assert.notEqual(await faultOf(amount), ""));
  await amount.fill("320");
  await page.getByLabel("Répondre au plus tard le").fill("02/12/2026");
  await says.fill("Il manque la page de contact.");
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await shows(answer(page), "320,00 € contestés");
  await eventually(async () => assert.equal(await amount.isVisible(), false, "saved, the form closes"));
  const facts = page.locator(".dispute-facts");
  for (const part of ["Il manque la page de contact.", "2 décembre 2026"]) await shows(facts, part);
  assert.equal(await page.getByRole("region", { name: "Rendez-vous", exact: true }).getByLabel("Lieu, lien ou numéro").inputValue(), "visio");
  await shows(page.getByRole("region", { name: "Engagements" }), "envoyer le plan");
  await undo(page);
  await shows(answer(page), "500,00 € contestés");
  await shows(facts, "Il manque une page.");
  page.app.assertNoProblem();
});

test("the claim, the dispute and the ways out name one next step: a formal notice waits for a meeting", async () => {
  const sent = (id, date, step, deadline) => ({
    id, date, channel: "email", step, deadline,
    text: { subject: "", body: "Bonjour", as_of: date, principal: "0.00", interest: "0.00", indemnity: "0.00", rates: date },
  });
  const events = [sent(1, "2026-09-04", "first-reminder", "2026-09-14"), sent(2, "2026-10-01", "last-reminder", "2026-10-12")];
  const meeting = { day: "2026-11-27", time: "14:30:00", length: 30, place: "visio" };
  const dispute = { cause: "quality", amount: "500.00", answer_by: "2026-11-30", life: { meeting } };
  const circumstances = [{ id: 1, date: "2026-11-10", kind: { dispute } }];
  const page = await openApp({ storage: sentBook({ events, circumstances }), hash: "#/factures/1", today: TUESDAY });
  const waits = "Rendez-vous convenu : pas de mise en demeure ni d’autre suite avant qu’il ait eu lieu";
  const next = new Case(page).next;
  for (const part of ["Rendez-vous sur le litige", waits]) await shows(next, part);
  await page.goto(`${page.app.url}#/factures/1/litige`);
  const head = page.getByRole("region", { name: "Ce qui vient" });
  for (const part of ["Rendez-vous sur le litige", waits]) await shows(head, part);
  await page.goto(`${page.app.url}#/factures/1/voies`);
  const ways = page.locator(".ways-answer");
  for (const part of ["D’abord, préparer le rendez-vous", waits, "1 980,00 € qui ne sont pas contestés"]) await shows(ways, part);
  await shows(page.locator(".way-row").filter({ hasText: "Continuer les relances" }).locator("summary").first(), "possible");
  page.app.assertNoProblem();
});

test("what is half typed survives leaving; on a phone, in the dark and in English it holds", async () => {
  const storage = sentBook({ settings: { language: "en" } });
  const options = { viewport: { width: 360, height: 740 }, colorScheme: "dark", today: TUESDAY };
  const page = await openApp({ storage, hash: "#/factures/1/litige", ...options });
  await page.getByLabel("Amount contested").fill("321");
  await page.goto(`${page.app.url}#/factures`);
  await page.goto(`${page.app.url}#/factures/1/litige`);
  await eventually(async () => assert.equal(await page.getByLabel("Amount contested").inputValue(), "321"));
  await page.getByRole("button", { name: "Open the dispute" }).click();
  await shows(answer(page), "€321.00 contested");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  await page.getByText("What the law says, and who can help").click();
  await shows(page.getByRole("main"), "To be confirmed");
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

test("what was promised outlives the dispute: on the day’s list, on its page, in the story", async () => {
  const commitments = [
    { id: 1, side: "ours", what: "reprendre la finition", made: "2026-11-10", date: "2026-11-20" },
    { id: 2, side: "theirs", what: "rendre la clé", made: "2026-11-10", date: "2026-11-23" },
  ];
  const meeting = { day: "2026-11-10", length: 30, place: "visio", minutes: "Reprise convenue." };
  const outcome = { how: "partly", credited: "0.00", terms: "On reprend la finition." };
  const dispute = { cause: "quality", amount: "500.00", answer_by: "2026-11-12", life: { meeting, commitments, outcome } };
  const circumstances = [{ id: 1, date: "2026-11-05", ended: "2026-11-12", kind: { dispute } }];
  const page = await openApp({ storage: sentBook({ circumstances }), hash: "#/aujourdhui", today: TUESDAY });
  await shows(page.getByRole("main"), "Vous vous êtes engagé : reprendre la finition");
  const besides = page.getByRole("region", { name: "À ne pas oublier" });
  await shows(besides, "Promis par le client lors d’un litige : rendre la clé, Atelier Brun & Fils, 23 novembre 2026.");
  await besides.getByRole("link", { name: "Atelier Brun & Fils" }).click();
  await arrivesAt(page, "Litige");
  const past = page.getByRole("region", { name: "Litiges clos" });
  await past.getByRole("listitem").filter({ hasText: "rendre la clé" }).getByRole("button", { name: "C’est fait" }).last().click();
  await shows(past, "fait le 24 novembre 2026");
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1`);
  const claim = new Case(page);
  await claim.strand("Promesses et litiges");
  await eventually(async () => {
    const told = (await claim.told()).join(" | ");
    for (const part of ["Rendez-vous avec le client", "Reprise convenue.", "Engagement pris envers le client : reprendre la finition", "Engagement du client tenu : rendre la clé", "On reprend la finition."]) {
      assert.ok(told.includes(part), `${part}: ${told}`);
    }
  });
  page.app.assertNoProblem();
});

test("a second dispute does not hide the first: it stays within reach, and is closed from there", async () => {
  const dispute = { cause: "price", amount: "300.00", answer_by: "2026-11-30" };
  const circumstances = [
    { id: 1, date: "2026-11-10", kind: { dispute }, note: "Le tarif." },
    { id: 2, date: "2026-11-20", kind: { dispute: { ...dispute, cause: "late", amount: "200.00" } } },
  ];
  const page = await openApp({ storage: sentBook({ circumstances }), hash: "#/factures/1/litige", today: TUESDAY });
  await shows(answer(page), "500,00 € contestés");
  const others = page.getByRole("region", { name: "Autres litiges" });
  await shows(others, "Litige sur 300,00 €");
  await others.getByRole("button", { name: "Clore le litige" }).click();
  await shows(answer(page), "200,00 € contestés");
  await shows(page.getByRole("region", { name: "Litiges clos" }), "Litige sur 300,00 €");
  page.app.assertNoProblem();
});

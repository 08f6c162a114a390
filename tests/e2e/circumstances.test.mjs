// Where things stand: a promise runs, is broken and recalled; a reason has its own moves; a suspension shows everywhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, line, plain, seen, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const UNKNOWN = { subject: "", body: "", as_of: "2026-02-13", principal: "0.00", interest: "0.00", indemnity: "0.00", rates: "2026-02-13" };
const SENT = { id: 900, date: "2026-02-13", channel: "email", step: "invoice", deadline: "2026-02-13", text: UNKNOWN };

async function open(more = {}, options = {}) {
  const page = await openApp({ storage: book({ events: [SENT], ...more }), hash: "#/factures/1", today: "2026-11-24", ...options });
  return { page, claim: new Case(page) };
}

test("a promise is noted with the balance, ends, comes back", async () => {
  const { page, claim } = await open();
  await shows(claim.standing, "Rien de noté");
  await claim.know("Promesse de paiement");
  assert.equal(plain(await claim.standing.getByLabel("Montant promis").inputValue()), "2 480,00");
  await claim.standing.getByLabel("Par qui").fill("Mme Le Goff");
  await claim.saveKnown();
  await shows(claim.standing, "2 480,00 € promis pour le 1er décembre 2026 par Mme Le Goff");
  await shows(page.getByRole("main"), /promesse en cours/i);
  await claim.standing.getByRole("button", { name: "Retirer" }).click();
  await shows(claim.standing, "Rien de noté");
  await undo(page);
  await shows(claim.standing, "en cours");
  await claim.standing.getByRole("button", { name: "Terminer" }).click();
  await shows(claim.standing, "remplacée");
  page.app.assertNoProblem();
});

test("a promise whose day is over is broken, and its text is one tap away", async () => {
  const circumstances = [{ id: 1, date: "2026-11-10", kind: { promise: { amount: "2480.00", by: "2026-11-18", who: "Mme Le Goff", channel: "phone" } } }];
  const { page, claim } = await open({ circumstances });
  await shows(claim.standing, "non tenue");
  await shows(claim.next, "Rappeler la promesse");
  await claim.next.getByRole("link", { name: "Rappeler la promesse" }).click();
  await page.waitForURL(/texte\/promesse-non-tenue$/);
  // Two days of grace: on the twentieth it still ran.
  const { claim: before } = await open({ circumstances }, { today: "2026-11-20" });
  await shows(before.standing, "en cours");
  page.app.assertNoProblem();
});

test("each reason has its moves", async () => {
  const { page, claim } = await open();
  await claim.know("Raison du non-paiement");
  await claim.standing.getByLabel("Pourquoi ce n’est pas payé").selectOption({ label: "Difficulté de trésorerie" });
  await claim.saveKnown();
  const moves = claim.standing.getByRole("group", { name: "Que faire" });
  await shows(moves, "Proposer un échéancier");
  await moves.getByRole("button", { name: "Accorder un délai" }).click();
  await eventually(async () => assert.ok(await claim.standing.getByLabel("Jusqu’au").isVisible()));
  await moves.getByRole("link", { name: "Faire une offre" }).click();
  await page.waitForURL(/factures\/1\/offres$/);
  await page.goBack();
  await moves.getByRole("link", { name: "Proposer un échéancier" }).click();
  await page.waitForURL(/factures\/1\/echeancier$/);
  page.app.assertNoProblem();
});

test("a closed firm is asked who answers for it, and for no money", async () => {
  const circumstances = [{ id: 1, date: "2026-11-10", kind: { unpaid: "closed" } }];
  const { page, claim } = await open({ circumstances });
  await claim.standing.getByRole("link", { name: "Demander à qui s’adresser" }).click();
  await page.waitForURL(/texte\/renseignements$/);
  await shows(page.getByRole("main"), "Ce message ne demande aucun paiement");
  page.app.assertNoProblem();
});

test("bad faith: the firm speed is one tap", async () => {
  const circumstances = [{ id: 1, date: "2026-11-10", kind: { unpaid: "bad-faith" } }];
  const { page, claim } = await open({ circumstances });
  await claim.standing.getByRole("button", { name: "Passer au rythme ferme" }).click();
  await shows(claim.standing, "relancé au rythme ferme");
  page.app.assertNoProblem();
});

test("faults are at their fields, and another cause is said in the note", async () => {
  const { page, claim } = await open();
  await claim.know("Pause des relances");
  await claim.standing.getByLabel("Pourquoi", { exact: true }).selectOption({ label: "Autre raison" });
  await claim.standing.getByLabel("Jusqu’au").fill("01/11/2026");
  await claim.saveKnown();
  await eventually(async () => assert.match(await faultOf(claim.standing.getByLabel("Jusqu’au")), /plus tard/));
  assert.match(await faultOf(claim.standing.getByLabel("Note", { exact: true })), /nécessaire/);
  page.app.assertNoProblem();
});

test("suspended work is said on the case and on the page of the client", async () => {
  const { page, claim } = await open();
  await claim.know("Suspension des prestations");
  await claim.standing.getByLabel("Quelles prestations").fill("maintenance du site");
  await claim.saveKnown();
  await shows(claim.standing, "Prestations suspendues : maintenance du site");
  await page.goto(`${page.app.url}#/clients/1`);
  await shows(page.getByRole("note"), "maintenance du site, depuis le 24 novembre 2026");
  await page.getByRole("link", { name: "Voir le dossier" }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  page.app.assertNoProblem();
});

test("an invoice sent before is noted with its proof; one way of three asks for a second", async () => {
  const { page, claim } = await open({ events: [] });
  await shows(claim.sendings, "Aucun envoi noté");
  await claim.sendings.getByText("Noter un envoi déjà fait…").click();
  await claim.sendings.getByLabel("Envoyée le").fill("14/02/2026");
  await claim.sendings.getByLabel("À qui").fill("compta@brun.example");
  await claim.sendings.getByRole("button", { name: "Noter cet envoi" }).click();
  await shows(claim.sendings, "Facture envoyée par 1 canal sur 3. Un deuxième canal");
  assert.match(await seen(claim.sendings), /14 février 2026/);
  await shows(line(page), "Envoi noté");
  page.app.assertNoProblem();
});

test("a formal notice that counsel sent before counts: for the ladder, the evidence, the file, and a consumer's interest", async () => {
  const { page, claim } = await open({ client: { kind: "consumer" } });
  const { sendings } = claim;
  await sendings.getByText("Noter un envoi déjà fait…").click();
  assert.equal(await sendings.getByLabel("Rédigé par").count(), 0, "an invoice is one’s own");
  await sendings.getByLabel("Ce qui est parti").selectOption({ label: "Mise en demeure" });
  await sendings.getByLabel("Comment").selectOption({ label: "Recommandé" });
  await sendings.getByLabel("Rédigé par").selectOption({ label: "Mon avocat ou conseil" });
  await sendings.getByLabel("Envoyée le").fill("01/10/2026");
  await sendings.getByLabel("Numéro du recommandé").fill("1A 234");
  await sendings.getByLabel("Paiement demandé pour le").fill("16/10/2026");
  await sendings.getByLabel("Reçue le").fill("30/09/2026");
  await sendings.getByRole("button", { name: "Noter cet envoi" }).click();
  await eventually(async () => assert.match(await faultOf(sendings.getByLabel("Reçue le")), /./));
  await sendings.getByLabel("Reçue le").fill("05/10/2026");
  await sendings.getByRole("button", { name: "Noter cet envoi" }).click();
  await shows(line(page), "Envoi noté");
  await shows(sendings, "1er octobre 2026 Mise en demeure, en recommandé avec avis de réception n° 1A 234, par un conseil");
  await shows(sendings, "Parti sans Relance : son texte n’est pas gardé ici.");
  await shows(claim.story, "Mise en demeure, en recommandé avec avis de réception, par un conseil");
  await shows(claim.story, "Les intérêts courent à partir de cette réception.");
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1/preuves`);
  await shows(page.getByRole("row").filter({ hasText: "La mise en demeure" }), "à joindre par vous");
  await page.goto(`${page.app.url}#/factures/1/documents?dossier`);
  await shows(page.getByRole("main"), "par un conseil, 1er octobre 2026 (à joindre)");
  page.app.assertNoProblem();
});

test("a dispute is opened on its own page, with what was noted of a client who is not satisfied", async () => {
  const circumstances = [{ id: 1, date: "2026-11-18", kind: { unpaid: "dissatisfied" }, note: "La finition est bâclée." }];
  const { page, claim } = await open({ circumstances });
  assert.equal(await claim.standing.getByRole("option", { name: "Litige" }).count(), 0, "one form opens disputes, not two");
  const moves = claim.standing.getByRole("group", { name: "Que faire" });
  await moves.getByRole("link", { name: "Faire une offre" }).click();
  await arrivesAt(page, "Offres");
  await eventually(async () => assert.ok(await page.getByLabel("Ce que vous reprenez").isVisible()));
  await page.goBack();
  await claim.standing.getByRole("link", { name: "Le client conteste : ouvrir un litige" }).click();
  await arrivesAt(page, "Litige");
  await eventually(async () => assert.equal(await page.getByLabel("Ce que dit le client, avec ses mots").inputValue(), "La finition est bâclée."));
  assert.equal(await page.getByLabel("Appris le").inputValue(), "18/11/2026");
  await page.getByRole("button", { name: "Ouvrir le litige" }).click();
  await shows(page.getByRole("main"), "2 480,00 € contestés");
  await page.goto(`${page.app.url}#/factures/1`);
  await claim.standing.getByRole("link", { name: "Suivre le litige" }).waitFor();
  assert.equal(await claim.standing.getByRole("link", { name: /ouvrir un litige/ }).count(), 0);
  page.app.assertNoProblem();
});

test("a client said to be insolvent: reminders pause while the register is looked up", async () => {
  const circumstances = [{ id: 1, date: "2026-11-18", kind: { unpaid: "insolvent" } }];
  const { page, claim } = await open({ circumstances });
  const moves = claim.standing.getByRole("group", { name: "Que faire" });
  assert.equal(await moves.getByRole("button", { name: "Accorder un délai" }).count(), 0);
  await moves.getByRole("button", { name: "Suspendre les relances" }).click();
  await eventually(async () => assert.match(await claim.standing.getByLabel("Note", { exact: true }).inputValue(), /BODACC/));
  await claim.saveKnown();
  await shows(claim.standing, "Relances en pause jusqu’au 1er décembre 2026");
  page.app.assertNoProblem();
});

test("an invoice the client refused: its reminders wait, and the corrected invoice is one tap away", async () => {
  const circumstances = [{ id: 1, date: "2026-11-20", kind: { "life-cycle": 210 } }];
  const { page, claim } = await open({ circumstances });
  await shows(claim.next, "Envoyer la facture corrigée");
  await page.goto(`${page.app.url}#/factures/1/texte/relance-ferme`);
  const waits = page.getByRole("region", { name: "Ce texte attend" });
  await shows(waits, "Statut 210 reçu le 20 novembre 2026 : le client a refusé la facture.");
  await waits.getByRole("link", { name: "Envoyer la facture corrigée" }).click();
  await page.waitForURL(/texte\/correction$/);
  await page.locator("#preview").waitFor();
  page.app.assertNoProblem();
});

test("an invoice that was cancelled: the credit note is named at once, and its form is ready", async () => {
  const circumstances = [{ id: 1, date: "2026-11-20", kind: { "life-cycle": 220 } }];
  const { page, claim } = await open({ circumstances });
  await shows(claim.next, "Avoir à noter");
  await claim.next.getByRole("button", { name: "Noter l’avoir" }).click();
  assert.equal(await claim.movements.locator("#movement-kind").evaluate((select) => select.selectedOptions[0].textContent.trim()), "Avoir");
  await claim.amount.fill("2480");
  await claim.date.fill("24/11/2026");
  await claim.note.click();
  await eventually(async () => assert.doesNotMatch(await seen(claim.next), /Avoir à noter/));
  page.app.assertNoProblem();
});

test("time that was granted is put in writing, and one is back on the case", async () => {
  const circumstances = [{ id: 1, date: "2026-11-24", kind: { pause: { cause: "granted", until: "2026-12-04" } } }];
  const { page, claim } = await open({ circumstances });
  await claim.standing.getByRole("link", { name: "Confirmer le délai par écrit" }).click();
  await shows(page.getByRole("main"), "Un délai de paiement est accordé jusqu’au vendredi 4 décembre 2026");
  await new Composer(page).record();
  await page.waitForURL(/#\/factures\/1$/);
  page.app.assertNoProblem();
});

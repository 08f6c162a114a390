// What changes a balance: partial payments, credit notes, payments of too much; removed, and taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, goTo, line, noteOf, recordsOf, seen, shows, undo } from "./pages/common.mjs";

async function open(movements = [], more = {}) {
  const page = await openApp({ storage: book({ movements, ...more }), hash: "#/factures/1" });
  return { page, claim: new Case(page) };
}

const totalIs = (claim, expected) => eventually(async () => assert.equal(await claim.total(), expected));

test("a partial payment splits the working at its day", async () => {
  const { page, claim } = await open();
  await totalIs(claim, "3 815,38 €");
  assert.equal((await claim.rows()).length, 2);
  await claim.move({ amount: "1000", date: "2/7/26", reference: "virement n° 12" });
  await shows(line(page), "Paiement noté.");
  await totalIs(claim, "2 766,79 €");
  const rows = await claim.rows();
  assert.deepEqual(rows.map((row) => row[3]), ["123,95 €", "2,36 €", "120,48 €"]);
  assert.deepEqual(rows.map((row) => row[1]), ["3 480,00 €", "3 480,00 €", "2 480,00 €"]);
  const [noted] = await claim.noted();
  for (const part of ["2 juillet 2026", "Paiement", "virement n° 12", "1 000,00 €"]) assert.ok(noted.includes(part), noted);
  await shows(claim.story, "Paiement 1 000,00 €");
  // The form is ready for the next one.
  assert.equal(await claim.amount.inputValue(), "");
  assert.equal(await claim.date.inputValue(), "");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("each further payment splits it again, in order of date whatever that of entry", async () => {
  const { page, claim } = await open();
  await claim.move({ amount: "500", date: "15/09/2026" });
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await claim.move({ amount: "1000", date: "02/07/2026" });
  await eventually(async () => assert.equal((await claim.noted()).length, 2));
  const rows = await claim.rows();
  assert.deepEqual(rows.map((row) => row[1]), ["3 480,00 €", "3 480,00 €", "2 480,00 €", "1 980,00 €"]);
  assert.match((await claim.noted())[0], /^2 juillet 2026/);
  page.app.assertNoProblem();
});

test("a credit note lowers the claim without touching the invoice", async () => {
  const { page, claim } = await open();
  await claim.move({ amount: "480,00", date: "01/04/2026", kind: "Avoir", reference: "A-7" });
  await shows(line(page), "Avoir noté.");
  await eventually(async () => assert.equal(await claim.figure("Reste à payer"), "3 000,00 €"));
  await shows(claim.answer, "3 480,00 € TTC, moins 480,00 € d’avoir");
  await shows(claim.facts, "Montant TTC 3 480,00 €");
  await shows(claim.story, "Avoir 480,00 €");
  page.app.assertNoProblem();
});

test("a payment of too much is announced while typed, then shown as credit", async () => {
  const { page, claim } = await open();
  await claim.amount.fill("5000");
  await claim.date.fill("22/11/2026");
  await eventually(async () => assert.match(await noteOf(claim.amount), /de trop-perçu/));
  await claim.note.click();
  await totalIs(claim, "0,00 €");
  await shows(claim.answer, /Trop-perçu, à rendre ou à imputer/);
  await shows(claim.answer, "1 184,62 €");
  await shows(page.getByRole("main"), "Réglée");
  await goTo(page, "Factures");
  await arrivesAt(page, "Factures");
  await page.getByRole("button", { name: /^Réglées/ }).click();
  await shows(page.getByRole("row").filter({ hasText: "2026-014" }), "0,00 €");
  page.app.assertNoProblem();
});

test("a payment of the principal alone leaves the penalties claimed", async () => {
  const { page, claim } = await open();
  await claim.move({ amount: "3480", date: "22/11/2026" });
  await totalIs(claim, "335,38 €");
  await shows(page.getByRole("main"), "Réglée sauf pénalités");
  await shows(claim.next, "Demander les pénalités");
  page.app.assertNoProblem();
});

test("a payment before the invoice is a deposit; one to come is refused, it is no fact yet", async () => {
  const { page, claim } = await open();
  await claim.amount.fill("100");
  await claim.date.fill("01/01/2026");
  await eventually(async () => assert.match(await noteOf(claim.date), /compté comme un acompte/));
  await claim.date.fill("25/12/2026");
  await claim.note.click();
  await eventually(async () => assert.match(await faultOf(claim.date), /pas encore venu/));
  assert.equal((await claim.noted()).length, 0);
  await totalIs(claim, "3 815,38 €");
  page.app.assertNoProblem();
});

test("a movement removed can be brought back, and one noted taken back", async () => {
  const { page, claim } = await open([{ id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" }]);
  await totalIs(claim, "2 766,79 €");
  await claim.removeMovement();
  await shows(line(page), "Mouvement supprimé.");
  await totalIs(claim, "3 815,38 €");
  await shows(claim.movements, "Aucun paiement, avoir ni remise.");
  await undo(page);
  await totalIs(claim, "2 766,79 €");
  await shows(line(page), "C’est annulé");
  await claim.move({ amount: "480", date: "03/07/2026" });
  await shows(line(page), "Paiement noté.");
  await undo(page);
  await eventually(async () => assert.equal((await claim.noted()).length, 1));
  await page.reload();
  await totalIs(claim, "2 766,79 €");
  page.app.assertNoProblem();
});

test("what a payment extinguishes first can be chosen, and is said", async () => {
  const { page, claim } = await open([{ id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" }]);
  await shows(page.getByRole("main"), "Si un paiement éteignait d’abord les intérêts, le total serait de");
  const before = await claim.total();
  await page.getByRole("button", { name: "Choisir" }).click();
  await eventually(async () => assert.notEqual(await claim.total(), before));
  await shows(claim.facts, "les intérêts d’abord");
  await undo(page);
  await totalIs(claim, before);
  page.app.assertNoProblem();
});

test("an invoice deleted can be brought back whole; a client with invoices cannot go", async () => {
  const { page, claim } = await open([{ id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" }]);
  const before = await recordsOf(page);
  await page.goto(`${page.app.url}#/factures/1`);
  await claim.facts.getByRole("button", { name: "Supprimer cette facture" }).click();
  await shows(line(page), "Facture supprimée.");
  await page.getByRole("heading", { name: "Aucune facture pour le moment" }).waitFor();
  await undo(page);
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  assert.deepEqual((await recordsOf(page))["case/1"], before["case/1"]);
  await goTo(page, "Clients");
  await page.getByRole("link", { name: "Atelier Brun & Fils" }).click();
  await page.getByRole("button", { name: "Supprimer ce client" }).click();
  await shows(line(page), "Ce client a encore des factures.");
  page.app.assertNoProblem();
});

test("a mistyped invoice is corrected, its movements kept", async () => {
  const { page, claim } = await open([{ id: 1, kind: "payment", date: "2026-07-02", amount: "1000.00" }]);
  await claim.facts.getByRole("link", { name: "Modifier" }).click();
  await arrivesAt(page, "Modifier la facture");
  await page.getByLabel("Montant TTC").fill("3 500");
  await page.getByRole("button", { name: "Enregistrer la facture" }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await eventually(async () => assert.equal(await claim.figure("Reste à payer"), "2 500,00 €"));
  await undo(page);
  await eventually(async () => assert.equal(await claim.figure("Reste à payer"), "2 480,00 €"));
  assert.ok((await seen(claim.movements)).includes("1 000,00 €"));
  page.app.assertNoProblem();
});

test("who the client is, is asked until it is said, and claims least until then", async () => {
  const { page, claim } = await open([], { client: { kind: "unknown" } });
  await totalIs(claim, "3 480,00 €");
  const question = page.getByRole("region", { name: "Qui est ce client ?" });
  await question.getByText("Professionnel", { exact: true }).click();
  await totalIs(claim, "3 815,38 €");
  await question.waitFor({ state: "hidden" });
  page.app.assertNoProblem();
});

// The story of a case: by strands on its page, whole and with the exact texts on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, pdfText } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, plain } from "./pages/common.mjs";

const text = (subject, body) => ({ subject, body, as_of: "2026-11-02", principal: "2480.00", interest: "0.00", indemnity: "0.00", rates: "2026-07-01" });
const EVENTS = [
  { id: 1, date: "2026-02-13", channel: "email", step: "invoice", deadline: "2026-02-13", to: "compta@brun.example", text: text("", "") },
  { id: 2, date: "2026-11-02", channel: "email", step: "first-reminder", deadline: "2026-11-10", to: "Mme Le Goff", text: text("Facture n° 2026-014", "Bonjour Madame Le Goff,\n\nUne phrase que personne d’autre n’écrit.") },
  { id: 3, date: "2026-11-10", channel: "phone", step: "second-call", deadline: "2026-11-10", to: "Mme Le Goff", call: { outcome: "promise", note: "Elle a retrouvé la facture.", seconds: 200 }, text: text("", "") },
];
const CIRCUMSTANCES = [
  { id: 1, date: "2026-11-10", kind: { promise: { amount: "2480.00", by: "2026-12-01", who: "Mme Le Goff", channel: "phone" } } },
  { id: 2, date: "2026-11-10", kind: { pause: { cause: "talks", until: "2026-11-20" } }, ended: "2026-11-12" },
];

async function open(hash) {
  return openApp({ storage: book({ events: EVENTS, circumstances: CIRCUMSTANCES }), hash, today: "2026-11-24" });
}

test("the story is told by strands", async () => {
  const page = await open("#/factures/1");
  const claim = new Case(page);
  const told = async (strand, expected) => {
    await claim.strand(strand);
    await eventually(async () => {
      const all = await claim.told();
      assert.equal(all.length, expected.length, all.join(" | "));
      expected.forEach((part, at) => assert.ok(all[at].includes(part), `${part}: ${all[at]}`));
    });
  };
  await told("Appels", ["Deuxième appel à Mme Le Goff : promesse de paiement"]);
  await told("Envois", ["Envoi de la facture, par e-mail", "Première relance, par e-mail"]);
  await told("Paiements", ["Paiement 1 000,00 €"]);
  await told("Promesses et litiges", ["2 480,00 € promis", "Relances en pause", "Terminé : Relances en pause"]);
  await claim.strand("Tout");
  await eventually(async () => assert.equal((await claim.told()).length, 9));
  page.app.assertNoProblem();
});

test("printed, it holds the parties, the sums as of today, every fact and the exact texts", async () => {
  const page = await open("#/factures/1/histoire");
  await arrivesAt(page, "Histoire du dossier");
  const { text: printed, pages } = await pdfText(page);
  const said = plain(printed);
  for (const part of ["Claire Morel", "Atelier Brun & Fils", "Arrêté au 24 novembre 2026", "2 480,00 €", "Deuxième appel à Mme Le Goff", "3 min 20 s", "Une phrase que personne d’autre n’écrit.", "Figé le 2 novembre 2026"]) {
    assert.ok(said.includes(part), `“${part}” is not printed: ${said}`);
  }
  assert.ok(!said.includes("Imprimer"), "buttons stay on the screen");
  assert.ok(pages <= 2, `${pages} sheets`);
  // The chronology starts below the sums, not on a sheet of its own.
  assert.ok(printed.split("\f")[0].includes("Facture émise"), "the first sheet is empty below the sums");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

// Closed cases leave for a file that was read back, and are looked at again from it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted, openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, downloadBy, eventually, goTo, line, plain, shows, stored, undo } from "./pages/common.mjs";
import { Settings } from "./pages/settings.mjs";

const paid = {
  case: {
    invoice: { id: 2, client: 1, number: "2026-001", issued: "2026-10-01", due: "2026-10-31", amount: "500.00", currency: "EUR", allocation: "principal-first" },
    movements: [{ id: 9, kind: "payment", date: "2026-10-15", amount: "500.00" }],
    events: [],
  },
};

const open = async (storage = { ...book(), "relance/case/2": paid }) => {
  const page = await openApp({ storage, hash: "#/donnees" });
  await arrivesAt(page, "Vos données");
  return { page, settings: new Settings(page) };
};

const download = (page, settings) =>
  downloadBy(page, () => settings.archive.getByRole("button", { name: "Télécharger l’archive" }).click());

test("closed cases leave once the saved file was read back and holds them", async () => {
  const { page, settings } = await open();
  await shows(settings.archive, /1 affaire close, soit environ \d+ caractères de place\./);
  const { name, text } = await download(page, settings);
  assert.equal(name, "relance-archive-2026-11-22.json");
  await shows(settings.kept, "1 client, 2 factures");
  const check = settings.archive.getByRole("button", { name: "Choisir l’archive enregistrée" });
  await settings.pick("{}", "autre.json", check);
  await shows(settings.archive, "Ce fichier n’est pas une archive.");
  await settings.pick(text, name, check);
  await shows(line(page), "Affaires closes archivées.");
  await shows(settings.kept, "1 client, 1 facture");
  await shows(settings.archive, "Aucune affaire close");
  await eventually(async () => assert.equal((await stored(page))["case/2"], undefined));
  page.app.assertNoProblem();
});

test("an archiving is taken back like any change, after a reload too", async () => {
  const { page, settings } = await open();
  const { name, text } = await download(page, settings);
  await shows(settings.archive, "« Annuler » les ramène aussi");
  await settings.pick(text, name, settings.archive.getByRole("button", { name: "Choisir l’archive enregistrée" }));
  await shows(line(page), "Affaires closes archivées.");
  await shows(settings.kept, "1 client, 1 facture");
  await page.reload();
  await mounted(page);
  await shows(settings.kept, "1 client, 1 facture");
  await undo(page);
  await shows(line(page), "C’est annulé : affaires closes archivées.");
  await shows(settings.kept, "1 client, 2 factures");
  await page.goto(`${page.app.url}#/factures/2`);
  await shows(page.getByRole("main"), "500,00 €");
  page.app.assertNoProblem();
});

test("a case changed since its archive was saved stays", async () => {
  const { page, settings } = await open();
  const { name, text } = await download(page, settings);
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/2`);
  await mounted(other);
  await new Case(other).removeMovement();
  await shows(line(page), "Modifié dans un autre onglet");
  await shows(settings.archive, "Aucune affaire close");
  await shows(settings.kept, "2 factures, 1 mouvement");
  await other.close();
  assert.ok(text.length > 0 && name);
});

test("an archive is looked at in place of the data, cannot be changed, and gives the data back as it is by then", async () => {
  const { page, settings } = await open();
  const { name, text } = await download(page, settings);
  await settings.pick(text, name, settings.archive.getByRole("button", { name: "Consulter une archive" }));
  await arrivesAt(page, "Factures");
  const main = page.getByRole("main");
  await shows(main, "Vous regardez une archive.");
  await shows(main, "Archive du 22 novembre 2026");
  await page.getByRole("button", { name: /^Toutes/ }).click().catch(() => {});
  assert.equal(await page.getByRole("row").filter({ hasText: "2026-014" }).count(), 0);
  await page.goto(`${page.app.url}#/factures/2`);
  await shows(main, "500,00 €");
  const before = await stored(page);
  await new Case(page).move({ amount: "10", date: "03/11/2026" });
  await shows(line(page), "Ces données sont seulement affichées");
  await new Case(page).amount.fill("77");
  assert.deepEqual(await stored(page), before);
  // A backup is of the data, and nothing is restored beside it.
  await page.goto(`${page.app.url}#/donnees`);
  await shows(main, "la sauvegarde contient vos données, pas cette archive");
  await shows(main, "Pour restaurer une sauvegarde, revenez d’abord à vos données.");
  assert.equal(await page.getByRole("button", { name: "Choisir un fichier" }).count(), 0);
  const { text: saved } = await downloadBy(page, () => settings.backup.click());
  assert.equal(JSON.parse(saved).counts.invoices, 2);
  await page.goto(`${page.app.url}#/factures/2`);
  await shows(main, "500,00 €");
  // Another tab goes on working with the data.
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/1`);
  await mounted(other);
  await new Case(other).move({ amount: "100", date: "03/07/2026" });
  await shows(line(other), "Paiement noté.");
  await page.getByRole("button", { name: "Revenir à mes données" }).click();
  await arrivesAt(page, "Vos données");
  await shows(settings.kept, "1 client, 2 factures, 3 mouvements");
  await goTo(page, "Factures");
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  await new Case(other).removeMovement();
  await shows(line(page), "Modifié dans un autre onglet");
  page.app.assertNoProblem();
});

test("what was paid but for its penalties leaves where the user no longer claims them; what stays says why", async () => {
  const late = { case: { ...paid.case, invoice: { ...paid.case.invoice, id: 3, number: "2026-003", due: "2026-03-15", issued: "2026-02-13" }, movements: [{ ...paid.case.movements[0], id: 10 }] } };
  const over = { case: { invoice: { ...paid.case.invoice, id: 4, number: "2026-004" }, movements: [{ id: 11, kind: "payment", date: "2026-10-15", amount: "600.00" }], events: [] } };
  const sold = { id: 1, kind: "sold", date: "2026-11-02", with: "Rachat SA", amount: "100.00" };
  const given = { id: 1, kind: "written-off", date: "2026-11-02", write_off: { reason: "irrecoverable", vat: "exempt" } };
  const open_ = (id, proceeding) => ({ case: { invoice: { ...paid.case.invoice, id, number: `2026-00${id}` }, movements: [], events: [], proceedings: [proceeding] } });
  const { page, settings } = await open({ ...book(), "relance/case/2": paid, "relance/case/3": late, "relance/case/4": over, "relance/case/5": open_(5, sold), "relance/case/6": open_(6, given) });
  await shows(settings.archive, "2 affaires closes, soit environ");
  await shows(settings.archive, "1 affaire close, à garder ici pour l’instant : le client a un trop-perçu ou un avoir à rembourser.");
  await shows(settings.archive, "1 affaire close, à garder ici pour l’instant : la cession reste à notifier, ou son prix à recevoir.");
  await settings.archive.getByLabel(/que vous ne réclamerez pas\s:\s1\sfacture/).check();
  await shows(settings.archive, "3 affaires closes, soit environ");
  const { text } = await download(page, settings);
  assert.deepEqual(Object.keys(JSON.parse(text).records).filter((key) => key.startsWith("case/")), ["case/2", "case/3", "case/6"]);
  page.app.assertNoProblem();
});

test("an archive comes back into the data by the preview of a merge, and a word from the user", async () => {
  const { page, settings } = await open();
  const { name, text } = await download(page, settings);
  await settings.pick(text, name, settings.archive.getByRole("button", { name: "Choisir l’archive enregistrée" }));
  await shows(line(page), "Affaires closes archivées.");
  await shows(settings.kept, "1 client, 1 facture");
  await settings.pick(text, name, settings.archive.getByRole("button", { name: "Consulter une archive" }));
  await arrivesAt(page, "Factures");
  await page.getByRole("button", { name: "Remettre dans mes données…" }).click();
  await arrivesAt(page, "Vos données");
  await shows(settings.data, "Archive du 22 novembre 2026");
  assert.deepEqual((await settings.standing("1 nouveau")).map(plain), ["Facture 2026-001 · Atelier Brun & Fils"]);
  assert.equal(await settings.replace.count(), 0, "an archive is not all there is");
  await shows(settings.kept, "1 client, 1 facture");
  await settings.merge.click();
  await shows(line(page), "Données réunies.");
  await shows(settings.kept, "1 client, 2 factures");
  // It is there again: nothing more to bring.
  await settings.pick(text, name, settings.archive.getByRole("button", { name: "Consulter une archive" }));
  await arrivesAt(page, "Factures");
  await page.getByRole("button", { name: "Remettre dans mes données…" }).click();
  await shows(settings.data, "Tout ce que contient ce fichier est déjà ici.");
  assert.ok(await settings.merge.isDisabled());
  page.app.assertNoProblem();
});

test("an archive chosen as a backup opens to be looked at", async () => {
  const { page, settings } = await open();
  const { name, text } = await download(page, settings);
  await settings.pick(text, name);
  await arrivesAt(page, "Factures");
  await shows(page.getByRole("main"), "Vous regardez une archive.");
  await page.reload();
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
});

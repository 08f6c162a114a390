// Every regime and movement from the screen: waivers on condition, refunds, instalments, foreign law, one payment on
// several invoices, acts and limitation, own rates, the claim three ways and compared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Calculator } from "./pages/calculator.mjs";
import { Case } from "./pages/case.mjs";
import { Composer } from "./pages/composer.mjs";
import { arrivesAt, clipboard, eventually, faultOf, line, noteOf, plain, recordsOf, seen, shows, undo } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { Ways } from "./pages/ways.mjs";

const CLAIM = "#/factures/1";
const totalIs = (claim, total) => eventually(async () => assert.equal(await claim.total(), total));

async function openClaim(changes = {}) {
  const page = await openApp({ storage: book(changes), hash: CLAIM });
  return { page, claim: new Case(page) };
}

test("penalties given up are gone from the claim, and no more than is owed can be", async () => {
  const { page, claim } = await openClaim();
  await claim.movements.getByLabel("Nature").selectOption({ label: "Abandon de pénalités" });
  await claim.amount.fill("300");
  await claim.date.fill("22/11/2026");
  await claim.note.click();
  await eventually(async () => assert.match(await faultOf(claim.amount), /246,79 étaient dus à ce titre/));
  await claim.movements.getByRole("button", { name: "Tout ce qui reste dû à ce titre" }).click();
  assert.equal(plain(await claim.amount.inputValue()), "246,79");
  await claim.note.click();
  await shows(line(page), "Abandon noté.");
  await totalIs(claim, "2 520,00 €");
  await shows(claim.answer, "246,79 € dus, dont 246,79 € abandonnés");
  await undo(page);
  await totalIs(claim, "2 766,79 €");
  page.app.assertNoProblem();
});

test("a waiver on condition counts once all is settled in time", async () => {
  const { page, claim } = await openClaim();
  await claim.movements.getByLabel("Nature").selectOption({ label: "Abandon de pénalités" });
  await claim.amount.fill("10");
  await claim.date.fill("20/11/2026");
  await page.getByLabel(/^Seulement si tout le principal/).check();
  await page.getByLabel("Réglé au plus tard le").fill("31/12/2026");
  await claim.note.click();
  await shows(claim.movements, "en attente");
  await totalIs(claim, "2 766,79 €");
  await claim.move({ kind: "Paiement", amount: "2480", date: "22/11/2026" });
  await shows(claim.movements, "condition remplie");
  await totalIs(claim, "40,00 €");
  page.app.assertNoProblem();
});

test("a bounced payment brings the debt back; more than was received cannot be given back", async () => {
  const { page, claim } = await openClaim();
  await claim.move({ kind: "Remboursement ou rejet", amount: "1500", date: "10/07/2026" });
  await eventually(async () => assert.match(await faultOf(claim.amount), /1 000,00 avaient été reçus/));
  await claim.move({ kind: "Remboursement ou rejet", amount: "1000", date: "10/07/2026" });
  await shows(line(page), "Remboursement noté.");
  await eventually(async () => assert.equal(await claim.figure("Reste à payer"), "3 480,00 €"));
  page.app.assertNoProblem();
});

test("the same movement twice is asked about, not refused", async () => {
  const { page, claim } = await openClaim();
  await claim.amount.fill("1000");
  await claim.date.fill("02/07/2026");
  await eventually(async () => assert.match(await noteOf(claim.amount), /identique est déjà noté/));
  page.app.assertNoProblem();
});

test("an invoice payable in several instalments: each late on its own, what is to come apart", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, amount: "1800" });
  await page.locator("summary").filter({ hasText: "Facultatif" }).click();
  const add = page.getByRole("button", { name: "Ajouter une échéance" });
  await add.click();
  await page.getByLabel("Échéance suivante").first().fill("1800");
  await page.getByLabel("Due le").first().fill("15/08/2026");
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Échéance suivante").first()), /ne laissent rien/));
  await page.getByLabel("Échéance suivante").first().fill("600");
  await add.click();
  await page.getByLabel("Échéance suivante").nth(1).fill("600");
  await page.getByLabel("Due le").nth(1).fill("15/12/2026");
  await form.save.click();
  await arrivesAt(page, REFERENCE.client);
  const claim = new Case(page);
  const instalments = page.getByRole("region", { name: "Échéances" });
  await shows(instalments, "15 août 2026 600,00 € 600,00 €");
  await shows(instalments, "À échoir");
  assert.equal(await claim.figure("Reste à payer"), "1 200,00 €");
  assert.equal(await claim.figure("À échoir"), "600,00 €");
  await claim.remind.click();
  await new Composer(page).confirmSent();
  await shows(page.getByRole("main"), "1 200,00 € sont exigibles à ce jour, 600,00 € le seront plus tard");
  page.app.assertNoProblem();
});

test("a fault in what is folded away is unfolded and has the focus", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill(REFERENCE);
  const more = page.locator("summary").filter({ hasText: "Facultatif" });
  await more.click();
  await page.getByLabel("Taux du contrat").fill("3 fois le taux de la BCE");
  await more.click();
  await form.save.click();
  await page.getByLabel("Taux du contrat").waitFor();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Taux du contrat")), /Écrivez un taux/));
  assert.equal(await page.evaluate(() => document.activeElement.id), "rate");
  page.app.assertNoProblem();
});

test("an invoice under foreign law takes its rate, its fixed sum and its currency, and says what is unsure", async () => {
  const page = await openApp({ hash: "#/calcul" });
  const calculator = new Calculator(page);
  await calculator.amount.fill("12000");
  await calculator.due.fill("15/03/2026");
  await page.locator("summary").filter({ hasText: "Plus de précisions" }).click();
  await page.getByLabel("Loi applicable").selectOption({ label: "Royaume-Uni" });
  await shows(page.getByRole("main"), "À confirmer : le taux après juin 2026");
  await shows(calculator.answer, "100,00 £");
  // 252 days of 12 000 £ at 11.75 %.
  await shows(calculator.answer, "973,48 £");
  await page.getByText("Particulier", { exact: true }).first().click();
  await eventually(async () => assert.equal(await calculator.total(), "12 000,00 £"));
  page.app.assertNoProblem();
});

test("an agreed multiple of the legal rate is understood as such", async () => {
  const page = await openApp({ hash: "#/calcul?m=3480.00&e=2026-03-15&k=pro" });
  await page.locator("summary").filter({ hasText: "Plus de précisions" }).click();
  await page.getByLabel("Taux du contrat").fill("3 fois le taux légal");
  const calculator = new Calculator(page);
  await shows(calculator.working, "7,86 %");
  await shows(calculator.working, "8,25 %");
  await eventually(async () => assert.match(decodeURIComponent(new URL(page.url()).hash), /r=3x/));
  page.app.assertNoProblem();
});

test("one payment on several invoices: as the law shares it out, or as the client said; taken back in one go", async () => {
  const second = { case: { invoice: { id: 2, client: 1, number: "2026-020", issued: "2026-05-01", due: "2026-06-30", amount: "1000.00" } } };
  const page = await openApp({ storage: { ...book({ movements: [] }), "relance/case/2": second }, hash: "#/clients/1" });
  await page.locator("summary").filter({ hasText: "Noter un paiement sur plusieurs factures" }).click();
  await page.getByLabel("Montant reçu").fill("4000");
  await page.getByLabel("Reçu le").fill("22/11/2026");
  const share = (number) => page.getByRole("textbox", { name: number, exact: true });
  await eventually(async () => assert.equal(plain(await share("2026-014").inputValue()), "3 480,00"));
  assert.equal(plain(await share("2026-020").inputValue()), "520,00");
  await share("2026-020").fill("1000");
  await shows(page.getByRole("main"), "Reste à répartir : −480,00 €");
  await share("2026-014").fill("3000");
  await page.getByRole("button", { name: "Noter le paiement" }).click();
  await shows(line(page), "Paiement noté sur chaque facture.");
  const records = await recordsOf(page);
  const paid = (key) => records[key].case.movements.map(({ amount }) => amount);
  assert.deepEqual([paid("case/1"), paid("case/2")], [["3000.00"], ["1000.00"]]);
  await undo(page);
  await eventually(async () => assert.deepEqual((await recordsOf(page))["case/2"].case.movements, []));
  page.app.assertNoProblem();
});

test("an acknowledgement starts limitation again; a reminder does not", async () => {
  const { page } = await openClaim({ movements: [] });
  const clock = page.getByRole("region", { name: "Prescription et actes" });
  await shows(clock, "Vous pouvez agir en justice jusqu’au 13 février 2031 (5 ans depuis le 13 février 2026, C. com. art. L110-4).");
  await clock.locator("summary").click();
  await clock.getByLabel("Date").fill("01/10/2026");
  await clock.getByLabel("Référence").fill("e-mail de Mme Le Goff");
  await clock.getByRole("button", { name: "Noter l’acte" }).click();
  await shows(clock, "jusqu’au 1er octobre 2031 (5 ans depuis la reconnaissance du 1er octobre 2026");
  await clock.getByLabel("Date").fill("01/10/2027");
  await clock.getByRole("button", { name: "Noter l’acte" }).click();
  await eventually(async () => assert.match(await faultOf(clock.getByLabel("Date")), /pas encore venu/));
  await page.reload();
  await shows(clock, "e-mail de Mme Le Goff");
  page.app.assertNoProblem();
});

test("a rate noted by hand ends the provisional mark everywhere, beside the built-in value; and is withdrawn as easily", async () => {
  const page = await openApp({ storage: book(), today: "2027-02-10", hash: CLAIM });
  const claim = new Case(page);
  await shows(claim.answer, "taux provisoire");
  const provisional = await claim.total();
  await page.goto(`${page.app.url}#/taux`);
  await page.locator("summary").filter({ hasText: "Noter un taux" }).click();
  await page.getByLabel("Semestre").selectOption({ label: "1er semestre 2027" });
  await page.getByLabel("Taux annuel").fill("deux");
  await page.getByRole("button", { name: "Utiliser ce taux" }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("Taux annuel")), /Écrivez un taux/));
  await page.getByLabel("Taux annuel").fill("2,65");
  await page.getByLabel("Lu où").fill("site de la BCE");
  await page.getByRole("button", { name: "Utiliser ce taux" }).click();
  await shows(line(page), "Taux enregistrés");
  await shows(page.getByRole("region", { name: "Vos taux" }), /1er semestre 2027 2,65 % table d’origine : inconnu – noté le 10 février 2027, site de la BCE/);
  await shows(page.getByRole("row").filter({ hasText: "1er semestre 2027" }), "12,65 %");
  await page.reload();
  await page.goto(page.app.url + CLAIM);
  await eventually(async () => assert.notEqual(await claim.total(), provisional));
  assert.doesNotMatch(await seen(page.getByRole("main")), /provisoire/i);
  await page.locator("summary").filter({ hasText: "Comparer avec une autre date" }).click();
  await shows(page.getByRole("main"), "Comparer avec la table des taux d’origine");
  await page.goto(`${page.app.url}#/taux`);
  await page.getByRole("button", { name: "Retirer" }).click();
  await page.goto(page.app.url + CLAIM);
  await totalIs(claim, provisional);
  page.app.assertNoProblem();
});

test("a rate table from a file: each fault is named, a sound newer one is previewed and used", async () => {
  const page = await openApp({ storage: book(), hash: "#/taux" });
  const own = page.getByRole("region", { name: "Vos taux" });
  const [download] = await Promise.all([page.waitForEvent("download"), own.getByRole("button", { name: "Télécharger la table utilisée" }).click()]);
  let json = "";
  for await (const chunk of (await download.createReadStream()).setEncoding("utf8")) json += chunk;
  await own.locator("summary").filter({ hasText: "Importer une table" }).click();
  const give = async (text) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), own.getByRole("button", { name: "Choisir un fichier" }).click()]);
    await chooser.setFiles({ name: "taux.json", mimeType: "application/json", buffer: Buffer.from(text) });
  };
  const changed = (change) => {
    const table = JSON.parse(json);
    change(table, table.series["ecb-mro-half-year"]);
    return JSON.stringify(table);
  };
  for (const [text, message] of [
    ["{", /n’est pas du JSON/],
    ["[]", /n’a pas la forme/],
    [changed((table) => { table.schema = 2; }), /Ce format de table \(2\) n’est pas connu/],
    [changed((table) => { delete table.series["uk-bank"]; }), /« uk-bank » manque/],
    [changed((_, anchors) => { anchors.rows[3].rate = "deux"; }), /« deux » n’est pas un taux/],
    [changed((_, anchors) => { anchors.rows[3].from = "2010-02-30"; }), /« 2010-02-30 » n’est pas une date/],
    [changed((_, anchors) => { anchors.rows[4].from = anchors.rows[3].from; }), /deux lignes se chevauchent/],
    [changed((_, anchors) => { anchors.rows.splice(5, 1); }), /2e semestre 2011 manque/],
    [changed((_, anchors) => { anchors.rows[5].source = "nowhere"; }), /« nowhere » n’est pas décrite/],
    [json, /pas plus récente/],
  ]) {
    await give(text);
    await shows(own, message);
  }
  await give(changed((table, anchors) => {
    table.version = "2027-01-05";
    anchors.to = "2027-06-30";
    anchors.rows.push({ from: "2027-01-01", rate: "2.65", source: anchors.rows[0].source, confirmed: true });
  }));
  await shows(own, "1er semestre 2027, Entre professionnels inconnu 12,65 %");
  await own.getByRole("button", { name: "Utiliser cette table" }).click();
  await shows(own, "Table importée, édition du 5 janvier 2027");
  await page.reload();
  await shows(own, "Table importée, édition du 5 janvier 2027");
  await own.getByRole("button", { name: "Revenir à la table d’origine" }).click();
  await eventually(async () => assert.doesNotMatch(await seen(own), /Table importée/));
  page.app.assertNoProblem();
});

test("the claim three ways, the price of each concession, and what another day came to", async () => {
  const { page } = await openClaim();
  await page.locator("summary").filter({ hasText: "Réclamer moins, réclamer plus" }).click();
  const main = page.getByRole("main");
  await shows(main, "Renoncer à l’indemnité forfaitaire − 40,00 €");
  await shows(main, "Renoncer aux pénalités − 246,79 €");
  await page.locator("summary").filter({ hasText: "Comparer avec une autre date" }).click();
  await page.getByLabel("Chiffres du").fill("30/06/2026");
  const table = page.getByRole("region", { name: "Comparer avec une autre date" });
  await shows(table, "Total 3 643,95 € 2 766,79 € − 877,16 €");
  await page.getByRole("button", { name: "Copier le décompte détaillé" }).click();
  await shows(line(page), "Copié.");
  assert.match(plain(await clipboard(page)), /Décompte de créance – facture n° 2026-014, arrêté au 22 novembre 2026/);
  page.app.assertNoProblem();
});

test("an insolvent client: interest stops, and the page says what to do instead of chasing", async () => {
  const { page, claim } = await openClaim({ client: { insolvency: "2026-07-03" }, movements: [] });
  await shows(page.getByRole("main"), "Procédure collective ouverte le 3 juillet 2026");
  // 107 days at 12.15 %, 2 days at 12.40 %.
  assert.equal(await claim.figure("Pénalités de retard"), "126,31 €");
  page.app.assertNoProblem();
});

test("under another law no time to sue is claimed to be over: the page says that it is to be checked", async () => {
  const { page } = await openClaim({ invoice: { issued: "2018-02-13", due: "2018-03-15", contract: { law: "british" } } });
  await shows(page.getByRole("region", { name: "Prescription et actes" }), "suit la loi applicable à cette facture, que Relance ne connaît pas");
  const main = await seen(page.getByRole("main"));
  assert.ok(!main.includes("Prescrite"), main);
  await page.goto(`${page.app.url}#/factures/1/voies`);
  const order = await new Ways(page).open("Injonction de payer");
  await shows(order, "prescription : selon le droit de la facture, que Relance ne connaît pas");
  page.app.assertNoProblem();
});

test("a judgment that is to come is refused at its field, and one of today is not", async () => {
  const page = await openApp({ storage: book(), hash: "#/clients/1/modifier" });
  const field = page.locator("#client-insolvency");
  await field.fill("23/11/2026");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await eventually(async () => assert.match(await faultOf(field), /pas encore venu/));
  await field.fill("22/11/2026");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await eventually(async () => assert.equal((await recordsOf(page))["client/1"].client.insolvency, "2026-11-22"));
  page.app.assertNoProblem();
});

// From the first unpaid invoice to a formal notice on paper: client, invoice, payment, missing facts, print, sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, pdfText } from "./harness.mjs";
import { book, sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, eventually, goTo, line, plain, seen, shows } from "./pages/common.mjs";
import { Composer, FACTS } from "./pages/composer.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";

test("a stranger enters an invoice and a payment, and prints a formal notice that holds all it must", async () => {
  const page = await openApp();
  await goTo(page, "Factures");
  await page.getByRole("heading", { name: "Aucune facture pour le moment" }).waitFor();
  await page.getByRole("link", { name: "Nouvelle facture" }).click();
  await arrivesAt(page, "Nouvelle facture");
  const form = new InvoiceForm(page);
  await form.fill(REFERENCE);
  await form.save.click();

  await arrivesAt(page, REFERENCE.client);
  const claim = new Case(page);
  assert.equal(await claim.total(), "3 815,38 €");
  await shows(page.getByRole("main"), "252 jours de retard");

  await claim.answer.getByRole("button", { name: "Noter un paiement" }).click();
  await claim.move({ amount: "1 000,00", date: "02/07/2026", reference: "virement" });
  await shows(line(page), "Paiement noté.");
  await eventually(async () => assert.equal(await claim.total(), "2 766,79 €"));
  assert.equal(await claim.figure("Reste à payer"), "2 480,00 €");
  assert.equal(await claim.figure("Pénalités de retard"), "246,79 €");
  assert.equal(await claim.figure("Indemnité forfaitaire"), "40,00 €");
  await shows(claim.answer, "+ 0,84 € par jour");

  await claim.remind.click();
  const composer = new Composer(page);
  await arrivesAt(page, /Écrire à Atelier Brun & Fils/);
  await composer.confirmSent();
  await composer.which("Mise en demeure");
  await composer.letter.getByText("Mise en demeure de payer").waitFor();
  await shows(page.getByRole("main"), "Aucune relance n’est notée.");

  // What is unknown is shown as missing; the sending cannot be noted while it is.
  for (const lacking of ["votre nom", "votre adresse", "votre ville", "votre SIREN", "votre IBAN", "adresse du client"]) {
    await composer.letter.locator("mark", { hasText: lacking }).first().waitFor();
  }
  assert.ok(await composer.saveSending.isDisabled());
  for (const [label, text] of Object.entries(FACTS)) {
    await composer.missing.getByLabel(label, { exact: true }).fill(text);
  }
  await composer.saveMissing.click();
  await eventually(async () => assert.equal(await composer.letter.locator("mark").count(), 0));
  await composer.missing.waitFor({ state: "hidden" });

  const printed = await composer.print.evaluate((button) => {
    let count = 0;
    window.print = () => (count += 1);
    button.click();
    return count;
  });
  assert.equal(printed, 1, "« Imprimer » asks the browser to print");
  const { text, pages, pdf } = await pdfText(page);
  assertNotice(plain(text));
  await assertPaper(page, text, pages, pdf);

  await composer.copy.click();
  await shows(line(page), "Copié.");
  // Sent the day before: the text is that of that day.
  await composer.sentOn.fill("21/11/2026");
  await shows(composer.letter, "Lyon, le 21 novembre 2026");
  await composer.copy.click();
  await shows(line(page), "Copié.");
  const letter = await eventually(async () => {
    const text = await clipboard(page);
    assert.match(plain(text), /le 21 novembre 2026/);
    return text;
  });
  await composer.whyAtOnce.fill("Relances faites avant, par téléphone.");
  await composer.saveSending.click();
  await shows(line(page), "Envoi noté, avec le texte exact.");
  await arrivesAt(page, REFERENCE.client);
  const sent = claim.story.getByRole("listitem").filter({ hasText: "Mise en demeure, en recommandé avec avis de réception" });
  await shows(sent, "21 nov. 2026");
  await sent.getByText("Le texte exact").click();
  await shows(sent, "Figé le 21 novembre 2026");
  const kept = await sent.locator(".frozen-text").innerText();
  // Line by line the same but for tables, which stand in columns in what is copied, in the order of the page.
  const lines = (text, isRow) => text.split("\n").filter((line) => line.trim() && !isRow.test(line)).map(plain).sort();
  assert.deepEqual(lines(letter, /\S {2,}\S|^– .* · /), lines(kept, / \| /));
  const words = (text) => new Set(plain(text).split(/[\s|·–:]+/).filter(Boolean));
  const [frozen, copied] = [words(kept), words(letter)];
  assert.deepEqual([...copied].filter((word) => !frozen.has(word)), []);
  assert.deepEqual([...frozen].filter((word) => !copied.has(word)), []);
  await shows(page.getByRole("main"), "Mise en demeure en cours");
  await shows(claim.next, /Mise en demeure .*jusqu’au mardi 1er décembre 2026/);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

function assertNotice(text) {
  const elements = {
    sender: /Claire Morel 12 rue des Lilas|Claire Morel/,
    "address of the sender": /12 rue des Lilas/,
    "city of the sender": /69003 Lyon/,
    SIREN: /732 829 320/,
    addressee: /Atelier Brun & Fils/,
    "address of the addressee": /4 place du Marché[^]*38000 Grenoble/,
    "place and date": /Lyon, le 22 novembre 2026/,
    "registered post": /Lettre recommandée avec avis de réception/,
    title: /Mise en demeure de payer – facture n° 2026-014/,
    "number of the invoice": /2026-014/,
    "issue date": /13\/02\/2026/,
    "due date": /15\/03\/2026/,
    amount: /3 480,00 €/,
    "amount paid": /1 000,00 €/,
    balance: /2 480,00 €/,
    "stated at": /arrêtée? au 22 novembre 2026/,
    "article on penalties": /L441-10/,
    "article on the fixed sum": /D441-5/,
    penalties: /246,79 €/,
    "fixed sum": /40,00 € d’indemnité forfaitaire/,
    total: /2 766,79 €/,
    growth: /0,84 € par jour/,
    "deadline in full words": /au plus tard le mercredi 2 décembre 2026/,
    "what follows": /injonction de payer/,
    IBAN: /FR76 3000 6000 0112 3456 7890 189/,
    enclosures: /copie de la facture n° 2026-014/,
    "first row of the working": /16 mars – 30 juin 2026 3 480,00 € 12,15 % × 107 jours 123,95 €/,
    "second row": /1er – 2 juil\. 2026 3 480,00 € 12,40 % × 2 jours 2,36 €/,
    "third row": /3 juil\. – 22 nov\. 2026 2 480,00 € 12,40 % × 143 jours 120,48 €/,
    "page number": /page 1\/\d/,
  };
  for (const [name, element] of Object.entries(elements)) assert.match(text, element, name);
  assert.doesNotMatch(text, /[⟦⟧]|undefined|NaN|Noter l’envoi|Réglages|Rien ne quitte/, "nothing but the letter is printed");
}

async function assertPaper(page, text, pages, pdf) {
  const sizes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  assert.ok(sizes.length >= 1);
  for (const [, width, height] of sizes) {
    // A4 in points, to the rounding of the printer.
    assert.ok(Math.abs(Number(width) - 595.28) < 1 && Math.abs(Number(height) - 841.89) < 1, `${width} × ${height}`);
  }
  assert.ok(pages >= 1 && pages <= 2, `${pages} pages`);
  text.split("\f").slice(0, pages).forEach((sheet, at) => {
    assert.match(sheet, new RegExp(`page ${at + 1}/${pages}`), `foot of page ${at + 1}`);
  });
}

test("the addressee stands in the window of the envelope", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/texte/mise-en-demeure" });
  await new Composer(page).letter.getByText("Mise en demeure de payer").waitFor();
  await page.emulateMedia({ media: "print" });
  const recipient = page.locator("address").filter({ hasText: "Atelier Brun & Fils" });
  const sheet = await page.locator("article > section").first().boundingBox();
  const box = await recipient.boundingBox();
  const millimetres = (pixels) => (pixels * 25.4) / 96;
  const left = millimetres(box.x - sheet.x);
  const top = millimetres(box.y - sheet.y);
  assert.ok(Math.abs(left - 110) < 2, `left edge at ${left.toFixed(1)} mm`);
  assert.ok(Math.abs(top - 50) < 2, `top edge at ${top.toFixed(1)} mm`);
  const fits = await recipient.evaluate((element) => element.scrollHeight <= element.clientHeight + 1);
  assert.ok(fits, "the address is cut");
  page.app.assertNoProblem();
});

test("a sent text stays as it was, whatever changes later", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/texte/relance-ferme" });
  const composer = new Composer(page);
  await composer.channel("Courrier");
  await composer.record();
  const claim = new Case(page);
  await arrivesAt(page, REFERENCE.client);
  const sent = claim.story.getByRole("listitem").filter({ hasText: "Relance ferme, par courrier" });
  await sent.getByText("Le texte exact").click();
  const before = await seen(sent.locator(".frozen-text"));
  assert.match(before, /Total à régler \| 2 766,79 €/);
  await claim.move({ amount: "480", date: "22/11/2026" });
  await shows(line(page), "Paiement noté.");
  await page.reload();
  await sent.getByText("Le texte exact").click();
  assert.equal(await seen(sent.locator(".frozen-text")), before);
  await shows(page.getByRole("main"), "Relancée 1 fois");
  page.app.assertNoProblem();
});

test("terms instead of a due date: the date is computed, shown, and kept with the terms", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  const { due: _, ...known } = REFERENCE;
  await form.fill(known);
  await page.getByRole("button", { name: "J’ai le délai" }).click();
  await form.terms.selectOption({ label: "30 jours" });
  await shows(page.getByRole("main"), "Échéance : dimanche 15 mars 2026");
  await form.save.click();
  await arrivesAt(page, REFERENCE.client);
  const facts = new Case(page).facts;
  await shows(facts, "Délai 30 jours");
  await shows(facts, "Échéance 15 mars 2026");
  page.app.assertNoProblem();
});

test("terms left alone are either shown and taken, or asked for", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  const { due: _, ...known } = REFERENCE;
  await form.fill(known);
  await page.getByRole("button", { name: "J’ai le délai" }).click();
  await form.save.click();
  // Saved with the terms the reader saw, or a fault at the field: never a button that does nothing.
  const saved = page.getByRole("heading", { level: 1, name: REFERENCE.client });
  const fault = page.locator("#terms[aria-invalid=true]");
  await saved.or(fault).first().waitFor();
  page.app.assertNoProblem();
});

test("a second visit opens on the day’s list, and the list of invoices shows the claim", async () => {
  const page = await openApp({ storage: book() });
  await arrivesAt(page, "Aujourd’hui");
  await goTo(page, "Factures");
  await arrivesAt(page, "Factures");
  const row = page.getByRole("row").filter({ hasText: "2026-014" });
  await shows(row, "Atelier Brun & Fils");
  await shows(row, "15/03/2026");
  await shows(row, "2 766,79 €");
  await page.getByRole("searchbox", { name: "Chercher une facture" }).fill("brun");
  await row.getByRole("link").click();
  await arrivesAt(page, "Atelier Brun & Fils");
  page.app.assertNoProblem();
});

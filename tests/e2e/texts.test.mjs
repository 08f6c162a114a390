// The texts of a claim: tones, form of address, language, clipboard, mail program; and nothing invented.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { sentBook as book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, eventually, line, plain, seen, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const FIRST = "#/factures/1/texte/premiere-relance";
const FIRM = "#/factures/1/texte/relance-ferme";
const NOTICE = "#/factures/1/texte/mise-en-demeure";

async function open(hash, options = {}) {
  const page = await openApp({ storage: book(), hash, ...options });
  return { page, composer: new Composer(page) };
}

test("the first reminder comes in four tones, from warm to firm", async () => {
  const { page, composer } = await open(FIRST);
  const tones = {
    Amical: /petit rappel[^]*J’espère que tout va bien de votre côté/,
    Cordial: /règlement en attente[^]*Sauf erreur de ma part/,
    Direct: /2 480,00 € à régler[^]*un retard de 252 jours/,
    Ferme: /règlement attendu au plus tard le lundi 30 novembre 2026[^]*s’élève à 2 766,79 €/,
  };
  const texts = new Set();
  for (const [tone, words] of Object.entries(tones)) {
    await composer.tone(tone);
    await shows(composer.preview, words);
    const text = await seen(composer.preview);
    assert.match(text, /Bonjour Madame Le Goff,/, `${tone}: titles are written out`);
    assert.match(text, /2026-014/, tone);
    assert.match(text, /1 000,00 € le 2 juillet 2026/, `${tone}: the payment is acknowledged`);
    assert.match(text, /FR76 3000 6000 0112 3456 7890 189/, tone);
    assert.match(text, /lundi 30 novembre 2026/, `${tone}: deadline in full words`);
    assert.match(text, /Claire Morel/, tone);
    assert.doesNotMatch(text, /undefined|NaN|\{\{|\[object/, tone);
    texts.add(text);
  }
  assert.equal(texts.size, 4);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("vous or tu, throughout the text", async () => {
  const { page, composer } = await open(FIRST);
  for (const tone of ["Amical", "Cordial", "Direct", "Ferme"]) {
    await composer.tone(tone);
    await composer.address("tu");
    await eventually(async () => assert.doesNotMatch(await seen(composer.message), /\bvous\b|\bvotre\b|\bvos\b/i, tone));
    await composer.address("vous");
    await eventually(async () => assert.doesNotMatch(await seen(composer.message), /\btu\b|\btoi\b|\bton\b|\btes\b/i, tone));
  }
  page.app.assertNoProblem();
});

test("the firm reminder gives the exact sums and a deadline", async () => {
  const { page, composer } = await open(FIRM);
  await shows(composer.preview, /2 766,79 € à régler au plus tard le lundi 30 novembre 2026/);
  for (const part of [
    "principal restant dû : 2 480,00 €",
    "pénalités de retard : 246,79 €",
    "indemnité forfaitaire : 40,00 €",
    "total à régler : 2 766,79 €",
    "Chaque jour de retard supplémentaire ajoute 0,84 €",
    "arrêté au 22 novembre 2026",
    "L441-10",
    "D441-5",
  ]) await shows(composer.preview, part);
  page.app.assertNoProblem();
});

test("copy puts subject and body on the clipboard, as previewed", async () => {
  for (const hash of [FIRST, FIRM]) {
    const { page, composer } = await open(hash);
    await composer.copy.click();
    await shows(line(page), "Copié.");
    const raw = await clipboard(page);
    const subject = await seen(composer.preview.locator(".message-subject"));
    const body = await seen(composer.preview.locator(".message-body"));
    assert.equal(plain(raw), `Objet : ${subject} ${body}`);
    // Paragraphs are kept: a mail program gets plain text with blank lines.
    assert.match(raw, /\n\nBonjour\sMadame\sLe\sGoff,\n\n/);
    page.app.assertNoProblem();
  }
});

test("the account of an e-mail is a table where it is pasted, and stands in columns elsewhere", async () => {
  const { page, composer } = await open(FIRM);
  await composer.copy.click();
  await shows(line(page), "Copié.");
  const raw = await clipboard(page);
  const rows = raw.split("\n").filter((row) => /^– .*€$/.test(row));
  assert.equal(rows.length, 4);
  assert.equal(new Set(rows.map((row) => row.length)).size, 1, "figures end below one another");
  // Read as text: a page under our policy may not parse styles of its own.
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  const cells = html.match(/<tr.*?<\/tr>/gs).map((row) => row.match(/<t[dh]\b/g).length);
  assert.deepEqual(cells, [2, 2, 2, 2]);
  page.app.assertNoProblem();
});

test("the mail link carries addressee, subject and body, and survives +, & and accents", async () => {
  const { page, composer } = await open(FIRM, {
    storage: book({ client: { name: "Été & Fils", contact: "M. Çelik & Cie?" }, invoice: { number: "F#1&2=3%?" } }),
  });
  await shows(composer.preview, "F#1&2=3%?");
  const mail = await composer.mailto();
  assert.equal(mail.protocol, "mailto:");
  assert.equal(mail.to, "compta+factures@brun.example");
  assert.match(mail.raw, /compta%2Bfactures@/, "a + must be encoded");
  assert.equal(plain(mail.subject), await seen(composer.preview.locator(".message-subject")));
  assert.equal(plain(mail.body), await seen(composer.preview.locator(".message-body")));
  assert.match(mail.body, /Bonjour\sMonsieur\sÇelik\s&\sCie\?,\r\n\r\n/);
  assert.doesNotMatch(mail.raw, /[ \n#]/);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("what is unknown is shown as missing, asked for there, and never invented", async () => {
  const { page, composer } = await open(FIRST, { storage: book({ profile: null, client: { contact: "", email: "", address: "" } }) });
  const marks = composer.preview.locator("mark");
  await marks.first().waitFor();
  assert.deepEqual([...new Set((await marks.allInnerTexts()).map(plain))].sort(), ["votre IBAN", "votre nom"]);
  await shows(composer.preview, /Bonjour,/);
  await shows(page.getByRole("main"), "Il manque encore : votre nom et votre IBAN.");
  assert.ok(await composer.saveSending.isDisabled());
  assert.equal((await composer.mailto()).to, "");
  await composer.missing.getByLabel("Nom ou raison sociale").fill("Claire Morel");
  await composer.missing.getByLabel("IBAN").fill("FR76 3000 6000 0112 3456 7890 189");
  await composer.saveMissing.click();
  await eventually(async () => assert.equal(await marks.count(), 0));
  assert.ok(await composer.saveSending.isEnabled());
  // Known from now on, for every text.
  await page.reload();
  await shows(composer.preview, "Claire Morel");
  assert.equal(await marks.count(), 0);
  page.app.assertNoProblem();
});

test("a wrong IBAN is said at its field, also when sent by Enter, and nothing typed is lost", async () => {
  const { page, composer } = await open(FIRST, { storage: book({ profile: null }) });
  const iban = composer.missing.getByLabel("IBAN");
  await composer.missing.getByLabel("Nom ou raison sociale").fill("Claire Morel");
  await iban.fill("FR76 3000 6000 0112 3456 7890 188");
  await iban.press("Enter");
  await eventually(async () => assert.equal(await iban.getAttribute("aria-invalid"), "true", "the fault is not shown"));
  await shows(composer.missing, "la clé de l’IBAN ne correspond pas");
  assert.equal(await iban.inputValue(), "FR76 3000 6000 0112 3456 7890 188");
  assert.equal(await composer.missing.getByLabel("Nom ou raison sociale").inputValue(), "Claire Morel");
  page.app.assertNoProblem();
});

test("the text has its own language, whatever that of the screens", async () => {
  const { page, composer } = await open(FIRST);
  await composer.language("Anglais");
  await shows(composer.preview, /Subject/);
  const text = await seen(composer.preview.locator(".message-body"));
  assert.match(text, /€1,000\.00/);
  assert.match(text, /Monday 30 November 2026/);
  assert.doesNotMatch(text, /Bonjour|échéance|règlement/);
  // A screen reader pronounces it as English.
  const lang = await composer.preview.locator(".message-body").evaluate((body) => body.closest("[lang]")?.lang);
  assert.equal(lang, "en", "the preview does not say its language");
  await arrivesAt(page, /Écrire à/);
  await composer.copy.click();
  await shows(line(page), "Copié.");
  assert.match(await clipboard(page), /^Subject: /);
  await composer.which("Mise en demeure");
  await composer.letter.waitFor();
  page.app.assertNoProblem();
});

test("the language of the text stays when another text is chosen", async () => {
  const { page, composer } = await open(FIRST);
  await composer.language("Anglais");
  await shows(composer.preview, /Subject/);
  await composer.which("Relance ferme");
  await eventually(async () => assert.match(await seen(composer.preview), /Reminder|2,766\.79/, "the language chosen was forgotten"), 4_000);
  page.app.assertNoProblem();
});

test("the formal notice too can be had in English", async () => {
  const { page, composer } = await open(NOTICE);
  await composer.language("Anglais");
  await shows(composer.letter, /€2,766\.79/);
  await shows(composer.letter, /Registered letter with acknowledgement of receipt/);
  assert.equal(await composer.letter.getByRole("article").getAttribute("lang"), "en");
  page.app.assertNoProblem();
});

test("marking as sent records date, channel and the exact text; the text can be had again", async () => {
  const { page, composer } = await open(FIRST);
  await composer.tone("Direct");
  await shows(composer.preview, "un retard de 252 jours");
  await composer.sentOn.fill("20/11/2026");
  // The figures are those of the day it was sent.
  await shows(composer.preview, "un retard de 250 jours");
  const body = await seen(composer.preview.locator(".message-body"));
  await composer.saveSending.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  const claim = new Case(page);
  const sent = claim.story.getByRole("listitem").filter({ hasText: "Première relance, par e-mail" });
  await shows(sent, "20 nov. 2026");
  await sent.getByText("Le texte exact").click();
  assert.ok((await seen(sent.locator(".frozen-text"))).includes(body));
  // The time it gave is waited for.
  await shows(claim.next, "mardi 1er décembre 2026");
  page.app.assertNoProblem();
});

test("a sending in the future is refused at its field", async () => {
  const { page, composer } = await open(FIRST);
  await composer.sentOn.fill("23/11/2026");
  await composer.saveSending.click();
  await eventually(async () => assert.equal(await composer.sentOn.getAttribute("aria-invalid"), "true"));
  await shows(page.getByRole("main"), "Ce jour n’est pas encore venu.");
  page.app.assertNoProblem();
});

test("nothing late, nothing to write; and it says so", async () => {
  const { page, composer } = await open(FIRST, { storage: book({ invoice: { due: "2026-12-15" }, movements: [] }) });
  await shows(page.getByRole("main"), "Rien n’est en retard : il n’y a rien à relancer pour l’instant.");
  assert.equal(await composer.copy.count(), 0);
  page.app.assertNoProblem();
});

test("texts of a provisional rate say so", async () => {
  const { page, composer } = await open(FIRM, { today: "2027-02-10" });
  await shows(composer.preview, "repose sur un taux provisoire");
  await shows(page.getByRole("note").first(), "Un taux n’est pas encore connu");
  page.app.assertNoProblem();
});

test("a consumer is asked for the balance alone", async () => {
  const { page, composer } = await open(FIRM, { storage: book({ client: { kind: "consumer", contact: "" } }) });
  await shows(composer.preview, "2 480,00 €");
  assert.doesNotMatch(await seen(composer.preview), /L441-10|D441-5|40 €|pénalités/);
  await shows(composer.preview, "Le solde restant dû, arrêté au 22 novembre 2026, est de 2 480,00 €.");
  page.app.assertNoProblem();
});

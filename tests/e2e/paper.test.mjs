// Documents on paper: each as it comes out of the printer, opened again as it was sent, many in one go.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { axe, openApp, pdfText, settled } from "./harness.mjs";
import { another, sentBook } from "./pages/book.mjs";
import { arrivesAt, choose, clipboard, eventually, line, plain, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";
import { Paper } from "./pages/paper.mjs";

const run = promisify(execFile);
const sent = (id, date, step, more = {}) => ({
  id,
  date,
  channel: "email",
  step,
  deadline: date,
  text: { subject: `Objet ${id}`, body: `Bonjour,\nle texte ${id}.`, as_of: date, principal: "0.00", interest: "0.00", indemnity: "0.00", rates: date },
  ...more,
});
const NOTICE = sent(3, "2026-08-20", "formal-notice", { channel: "registered-post", deadline: "2026-08-31", received: "2026-08-22" });
// What ends a contract must have been announced.
NOTICE.text.body = "Mise en demeure.\n\nÀ défaut de paiement dans ce délai, je serai en droit de résoudre le contrat.";
const CHASED = [sent(1, "2026-05-04", "first-reminder"), NOTICE];
const PLAN = {
  "relance/plan/1": {
    plan: {
      id: 1, client: 1, invoices: [1], proposed: "2026-11-22", answer_by: "2026-11-30", paid_before: "1000.00", penalties: "frozen", interest: "stops", notice_days: 8,
      instalments: [{ due: "2026-12-15", amount: "1240.00" }, { due: "2027-01-15", amount: "1240.00" }],
    },
  },
};
const chased = (more = {}) => ({ ...sentBook({ events: CHASED, client: { siren: "552100554" }, ...more }), ...PLAN });

/** Opens a document of the first invoice. */
const open = async (name, storage = chased(), more = {}) => {
  const page = await openApp({ storage, hash: `#/factures/1/${name}`, ...more });
  await settled(page);
  return { page, paper: new Paper(page) };
};

/** The printed pages, and the names of fonts that are not in the file. */
async function printed(page) {
  const { text, pages, pdf } = await pdfText(page);
  const file = join(tmpdir(), `relance-${process.pid}-${Math.random().toString(36).slice(2)}.pdf`);
  await writeFile(file, pdf);
  const { stdout } = await run("pdffonts", [file]);
  const strange = stdout.split("\n").slice(2).filter((font) => font.trim() && !/\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(font.trimEnd()));
  return { texts: text.split("\f").slice(0, pages).map(plain), pages, strange };
}

const millimetres = (pixels) => (pixels * 25.4) / 96;

for (const [route, title, count, says] of [
  ["documents?releve", "Relevé de compte", [1, 3], /2 480,00 €.*FR76 3000 6000/],
  ["documents?recu", "Reçu", [1, 1], /mille euros/],
  ["documents?decharge", "Décharge", [1, 1], /copie de la facture n° 2026-014/i],
  ["documents?offre", "Offre de règlement", [1, 1], /2 décembre 2026/],
  ["documents?protocole", "Protocole d’échelonnement", [2, 4], /deux mille sept cent soixante-six euros et soixante-dix-neuf centimes/],
  ["documents?resiliation", "Résiliation", [1, 2], /20 août 2026/],
  ["documents?dossier", "Dossier de créance", [3, 6], /Pièce n° 1.*le texte 1/],
  ["documents?injonction", "njonction de payer", [2, 5], /2 766,79 €/],
  ["texte/premiere-relance", "Facture", [1, 1], /2 480,00 €/],
  ["texte/relance-ferme", "Relance", [1, 1], /2 766,79 €/],
  ["texte/derniere-relance", "Dernière relance", [1, 1], /2 766,79 €/],
  ["texte/note-de-penalites", "Note de pénalités", [2, 2], /n’entrent pas dans le champ d’application de la TVA/],
  ["texte/mise-en-demeure", "Mise en demeure de payer", [2, 2], /Annexe – Décompte des pénalités de retard/],
  ["texte/suspension", "Suspension", [1, 1], /1219/],
  ["texte/remerciement", "merci pour votre règlement", [1, 1], /1 000,00 €/],
]) {
  test(`on paper: ${title}`, async () => {
    const { page, paper } = await open(route);
    if (route.startsWith("texte")) {
      const channel = route.endsWith("mise-en-demeure") ? "Recommandé" : "Courrier";
      await choose(page, "Comment", channel);
    }
    await shows(paper.sheets.first(), title);
    const { texts, pages, strange } = await printed(page);
    assert.ok(count[0] <= pages && pages <= count[1], `${pages} pages`);
    texts.forEach((text, at) => assert.match(text, new RegExp(`SHA-256 [0-9a-f]{64} page ${at + 1}/${pages}$`), `foot of page ${at + 1}`));
    assert.match(texts.join(" "), says);
    assert.doesNotMatch(texts.join(" "), /[⟦⟧]|undefined|NaN|Noter l’envoi|Rien ne quitte|Quel document/);
    assert.deepEqual(strange, [], "fonts that are not in the file");
    assert.equal(await paper.sheets.getByRole("img").count(), 0, "no code where none is wanted");
    // Nothing sticks out of its sheet, and who it is for stands in the window.
    await page.emulateMedia({ media: "print" });
    const out = await paper.sheets.evaluateAll((sheets) =>
      sheets.flatMap((sheet) => {
        const paper = sheet.getBoundingClientRect();
        const foot = sheet.querySelector("footer").getBoundingClientRect();
        const inside = [...sheet.querySelectorAll("p, td, th, dd, li, h2, h3, blockquote")].filter((it) => !it.closest("footer"));
        return inside.filter((it) => {
          const box = it.getBoundingClientRect();
          return box.width > 0 && (box.right > paper.right - 30 || box.bottom > foot.top + 1);
        }).map((it) => it.textContent);
      }),
    );
    assert.deepEqual(out, []);
    if (!route.endsWith("dossier") && !route.endsWith("injonction")) {
      const sheet = await paper.sheets.first().boundingBox();
      const box = await page.locator("address").filter({ hasText: "Atelier Brun & Fils" }).boundingBox();
      const [left, top] = [millimetres(box.x - sheet.x), millimetres(box.y - sheet.y)];
      assert.ok(Math.abs(left - 110) < 2 && Math.abs(top - 50) < 2, `the address is at ${left.toFixed(1)} × ${top.toFixed(1)} mm`);
    }
    page.app.assertNoProblem();
    page.app.assertNothingLeft();
  });
}

test("a letter that was recorded opens again exactly as it was, also as a duplicate", async () => {
  const { page, paper } = await open("texte/mise-en-demeure");
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), "Mise en demeure de payer");
  const before = await paper.read();
  await new Composer(page).record();
  await shows(line(page), "Envoi");
  // What is known of the case changes afterwards; the letter does not.
  await page.goto(`${page.app.url}#/factures/1`);
  await paper.reopen.first().click();
  await arrivesAt(page, "Copie de ce qui a été envoyé");
  await page.getByText("Conforme à ce qui a été noté").waitFor();
  assert.deepEqual(await paper.read(), before);
  assert.match(before[0].hash, /^[0-9a-f]{64}$/);
  await paper.duplicate.check();
  await eventually(async () => assert.match((await paper.read())[1].text, /^Duplicata imprimé le 22 novembre 2026/));
  await page.reload();
  await page.getByText("Conforme à ce qui a été noté").waitFor();
  assert.deepEqual(await paper.read(), before);
  page.app.assertNoProblem();
});

test("a document is put in one's own words, checked, copied with its form, downloaded, recorded", async () => {
  const { page, paper } = await open("documents?offre");
  await paper.edit.click();
  await paper.text.fill(`${await paper.text.inputValue()}\n\nDernier avis avant saisie.`);
  await page.getByRole("heading", { name: "À corriger avant d’imprimer" }).waitFor();
  assert.equal(await paper.print.getAttribute("aria-disabled"), "true");
  await paper.text.fill((await paper.text.inputValue()).replace("Dernier avis avant saisie.", "Je reste à votre écoute ce mois-ci."));
  await shows(paper.sheets.last(), "Je reste à votre écoute ce mois-ci.");
  assert.equal(await paper.print.getAttribute("aria-disabled"), null);
  await paper.copy.click();
  await eventually(async () => assert.match(await clipboard(page), /Je reste à votre écoute/));
  const [download] = await Promise.all([page.waitForEvent("download"), paper.download.click()]);
  const html = await readFile(await download.path(), "utf8");
  assert.match(html, /Je reste à votre écoute/);
  assert.doesNotMatch(html, /<script|https?:\/\/(?!www\.w3\.org)/);
  await paper.record.click();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1`);
  await paper.reopen.first().click();
  await shows(paper.sheets.last(), "Je reste à votre écoute ce mois-ci.");
  page.app.assertNoProblem();
});

test("a hundred letters are prepared, printed and recorded in one go", async () => {
  const storage = sentBook();
  for (let id = 2; id <= 100; id += 1) {
    storage[`relance/client/${id}`] = { client: { id, name: `Client ${id}`, kind: "business", address: "1 rue A\n38000 Grenoble" } };
    const [[key, { case: one }]] = Object.entries(another(id, { number: `B-${id}`, due: "2026-09-15", amount: `${100 + id}.50` }));
    storage[key] = { case: { ...one, invoice: { ...one.invoice, client: id } } };
  }
  const page = await openApp({ storage, hash: "#/courriers" });
  await settled(page);
  const paper = new Paper(page);
  await choose(page, "Quels courriers", "Relevés de compte");
  await page.getByRole("checkbox", { name: /^Client 2 / }).uncheck();
  await paper.prepare.click();
  await page.getByText("99 courriers prêts.").waitFor();
  const { texts, pages } = await printed(page);
  assert.equal(texts.filter((text) => /page 1\/\d+$/.test(text)).length, 99, "each letter counts its own pages");
  assert.ok(pages >= 99);
  await paper.recordAll.click();
  await page.goto(`${page.app.url}#/factures/57`);
  await paper.reopen.click();
  await shows(paper.sheets.first(), "Client 57");
  page.app.assertNoProblem();
});

test("hostile names, right-to-left text, emoji, markup and three hundred invoices lay out without breaking", async () => {
  const name = `שלום <b>Société</b> 🧾 ${"Vandenbroucke".repeat(380)}`;
  const storage = { ...sentBook({ client: { name, address: `${"A".repeat(300)}\n38000 Grenoble` }, invoice: { number: `${"9".repeat(200)}<i>` } }) };
  for (let id = 2; id <= 300; id += 1) {
    Object.assign(storage, another(id, { number: `B-${id}`, due: `2026-0${1 + (id % 9)}-15`, amount: `${100 + id}.50` }));
  }
  const { page, paper } = await open("documents?releve", storage);
  await eventually(async () => assert.ok((await paper.sheets.count()) > 5), 30_000);
  const { texts, pages } = await printed(page);
  texts.forEach((text, at) => assert.match(text, new RegExp(`page ${at + 1}/${pages}$`)));
  for (let id = 2; id <= 300; id += 1) assert.ok(texts.some((text) => text.includes(`B-${id},`)), `B-${id} is missing`);
  const heads = texts.filter((text) => /^Opérations.*\(suite\) Date Opération Débit Crédit Solde/.test(text));
  assert.ok(heads.length > 3, `the table repeats its head: ${texts.map((text) => text.slice(0, 90)).join(" | ")}`);
  assert.equal(await page.locator("article b, article i").count(), 0, "markup is text");
  page.app.assertNoProblem();
});

test("logo, signature, transfer code and folding marks are chosen once and stand on the letter", async () => {
  const { page, paper } = await open("texte/relance-ferme");
  await page.goto(`${page.app.url}#/reglages`);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 30 } });
  await page.getByLabel("Logo, en tête de lettre").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
  await page.getByRole("img", { name: "Logo, en tête de lettre" }).waitFor();
  await page.getByLabel("Image de votre signature").setInputFiles({ name: "non.png", mimeType: "image/png", buffer: Buffer.from("pas une image") });
  await page.getByText("Cette image ne peut pas être gardée.").waitFor();
  await page.getByLabel("Code de virement à scanner").check();
  await page.getByLabel("Repères de pliage").check();
  await page.goto(`${page.app.url}#/factures/1/texte/relance-ferme`);
  await choose(page, "Comment", "Courrier");
  await paper.sheets.getByRole("img", { name: /^Code de virement/ }).waitFor();
  assert.equal(await page.locator("article header img").count(), 1);
  assert.equal(await paper.sheets.count(), 1);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("what is not lawful or possible is not offered, and says why", async () => {
  const { page, paper } = await open("documents?resiliation", sentBook({ client: { kind: "public" } }));
  await shows(paper.which, "Un marché public ne se résilie pas ainsi");
  assert.equal(await paper.print.count(), 0);
  page.app.assertNoProblem();
});

test("the screens of documents have no serious fault of accessibility, and fit a narrow window", async () => {
  for (const route of ["documents?releve", "documents?offre", "documents?injonction", "documents?dossier", "documents?protocole"]) {
    const { page, paper } = await open(route, chased(), { viewport: { width: 360, height: 740 } });
    await paper.sheets.first().waitFor();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.deepEqual([await axe(page), isWide], [[], false], route);
    await page.context().close();
  }
});

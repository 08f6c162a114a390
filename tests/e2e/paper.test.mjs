// Documents on paper: each as it comes out of the printer, opened again as it was sent, many in one go.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import jsQR from "jsqr";
import { axe, openApp, pdfText, settled } from "./harness.mjs";
import { another, chasedBook as chased, sentBook } from "./pages/book.mjs";
import { arrivesAt, choose, clipboard, eventually, line, plain, shows } from "./pages/common.mjs";
import { Case } from "./pages/case.mjs";
import { Composer } from "./pages/composer.mjs";
import { Paper } from "./pages/paper.mjs";
import { printed, stickingOut } from "./pages/print.mjs";

const run = promisify(execFile);
/** Opens a document of the first invoice. */
const open = async (name, storage = chased(), more = {}) => {
  const page = await openApp({ storage, hash: `#/factures/1/${name}`, ...more });
  await settled(page);
  return { page, paper: new Paper(page) };
};

/** What a phone reads in the transfer code of a printed page, at 200 points an inch. */
async function scanned(pdf, page = 1) {
  const file = join(tmpdir(), `relance-code-${process.pid}-${Math.random().toString(36).slice(2)}.pdf`);
  await writeFile(file, pdf);
  const pages = ["-f", page, "-l", page].map(String);
  const { stdout } = await run("pdftoppm", ["-r", "200", "-gray", ...pages, file], { encoding: "buffer", maxBuffer: 2 ** 26 });
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 64).toString("latin1"));
  const grey = stdout.subarray(head.length);
  return readCode(Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => (at % 4 === 3 ? 255 : grey[at >> 2])), +width, +height);
}

const readCode = (pixels, width, height) => jsQR(pixels, width, height)?.data;

/** The pixels of a picture of an element, as the screen shows them. */
async function pixels(page, locator) {
  const picture = await locator.screenshot();
  const blank = await page.context().newPage();
  const { width, height, data } = await blank.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { width, height, data } = canvas.getImageData(0, 0, image.width, image.height);
    return { width, height, data: Array.from(data) };
  }, picture.toString("base64"));
  await blank.close();
  return readCode(Uint8ClampedArray.from(data), width, height);
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
  ["texte/derniere-relance", "Relance après mise en demeure", [1, 1], /les suites annoncées dans ma mise en demeure/],
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
    assert.equal(await paper.sheets.getByRole("img", { name: /^Code/ }).count(), 0, "no code where none is wanted");
    // Nothing sticks out of its sheet, and who it is for stands in the window.
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await stickingOut(paper.sheets), []);
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
  const last = paper.paragraphs.last();
  const proposed = await last.inputValue();
  await last.fill(`Dernier avis avant saisie. ${proposed}`);
  await page.getByText("1 point à corriger avant l’envoi.").waitFor();
  assert.equal(await paper.print.getAttribute("aria-disabled"), "true");
  // A button that is off says why all the same: it takes the press.
  await paper.print.click({ force: true });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "checks"));
  // What is refused is not recorded either.
  await paper.record.click({ force: true });
  await page.goto(`${page.app.url}#/factures/1`);
  await page.getByRole("link", { name: "Documents et dossier à transmettre" }).waitFor();
  assert.equal(await page.getByText("Offre de règlement").count(), 0);
  // Left half written, found again.
  await page.goto(`${page.app.url}#/factures/1/documents?offre`);
  await page.getByText("1 point à corriger avant l’envoi.").waitFor();
  await last.fill(`Je reste à votre écoute ce mois-ci. ${proposed}`);
  await shows(paper.sheets.first(), "Je reste à votre écoute ce mois-ci.");
  assert.equal(await paper.print.getAttribute("aria-disabled"), null);
  // What it no longer says is noticed, and said again by a press.
  const asked = await paper.paragraphs.evaluateAll((fields) => fields.findIndex((field) => /2\s+décembre\s+2026/.test(field.value)));
  assert.ok(asked >= 0, "the offer has a last day");
  const dated = paper.paragraphs.nth(asked);
  const before = await dated.inputValue();
  await dated.fill(before.replace(/[a-z]+\s+2\s+décembre\s+2026/g, "bientôt"));
  assert.notEqual(await dated.inputValue(), before);
  await page.getByText("Le texte ne dit plus la date limite en toutes lettres").waitFor();
  await page.getByRole("button", { name: "Remettre la date limite en toutes lettres" }).click();
  await eventually(async () => assert.match(await dated.inputValue(), /2\s+décembre\s+2026/));
  await page.getByText("Rien à corriger.").waitFor();
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
  await shows(paper.sheets.first(), "Je reste à votre écoute ce mois-ci.");
  page.app.assertNoProblem();
});

test("a statement tells a period, and what is open alone", async () => {
  const { page, paper } = await open("documents?releve", chased({}));
  await shows(paper.sheets.first(), "Opérations jusqu’au 22 novembre 2026");
  await page.getByLabel(/^Du /).fill("01/07/2026");
  await shows(paper.sheets.first(), /Opérations du 1er juillet 2026 au 22 novembre 2026.*30\/06\/2026 Solde au 30 juin 2026 3 480,00 €.*Total en principal 0,00 € 1 000,00 € 2 480,00 €/);
  await page.getByLabel(/^Au /).fill("30/09/2026");
  await shows(paper.sheets.first(), "arrêtée au 30 septembre 2026");
  assert.match((await paper.read())[0].text, /Lyon, le 22 novembre 2026/);
  await page.getByLabel("Seulement les factures non soldées").check();
  await shows(paper.sheets.first(), "limité à ce qui n’est pas soldé");
  await page.getByLabel(/^Au /).fill("30/06/2026");
  await page.getByText("La période finit avant de commencer").waitFor();
  page.app.assertNoProblem();
});

test("the life of a claim is drawn below its working, in black and with its legend", async () => {
  const { page, paper } = await open("texte/mise-en-demeure");
  await choose(page, "Comment", "Recommandé");
  const picture = paper.sheets.last().getByRole("img", { name: /^Vie de la facture n°\s2026-014, échéance 15\/03\/2026 – 22\/11\/2026$/ });
  await picture.waitFor();
  const legend = plain(await paper.sheets.last().getByRole("listitem").allInnerTexts().then((all) => all.join(" ")));
  assert.match(legend, /avant l’échéance somme due à 12,15 % somme due à .* part réglée ou déduite règlement ou avoir relance ou courrier/);
  await page.emulateMedia({ media: "print" });
  const colours = await picture.locator("path, rect, circle, text").evaluateAll((shapes) =>
    shapes.flatMap((shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke]),
  );
  const grey = /^(none|rgb\((\d+), \2, \2\))$/;
  assert.deepEqual(colours.filter((colour) => !grey.test(colour)), [], "no colour");
  page.app.assertNoProblem();
});

test("a formal notice that announces it lets the contract be ended afterwards", async () => {
  const { page, paper } = await open("texte/mise-en-demeure", sentBook({ client: { siren: "552100554" } }));
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), "Mise en demeure de payer");
  assert.doesNotMatch((await paper.read())[0].text, /résoudre le contrat/);
  await page.getByLabel("Annoncer que le contrat pourra être résolu").check();
  await shows(paper.sheets.first(), "en droit de résoudre le contrat auquel se rapporte cette facture (article 1226 du Code civil)");
  assert.equal(await paper.sheets.count(), 2, "the notice still is one page and its annex");
  const day = page.getByLabel("Envoyé le");
  await day.fill("01/10/2026");
  await shows(paper.sheets.first(), "Lyon, le 1er octobre 2026");
  await new Composer(page).record();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1/documents?resiliation`);
  await shows(paper.sheets.first(), "Par ma mise en demeure du 1er octobre 2026");
  await shows(paper.sheets.first(), "vous indiquais qu’à défaut je serais en droit de mettre fin au contrat");
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
  await page.getByText("99 courriers prêts.").waitFor({ timeout: 60_000 });
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
  const code = paper.sheets.getByRole("img", { name: /^Code de virement/ });
  await code.waitFor();
  assert.equal(await page.locator("article header img").count(), 1);
  // A phone reads it, on the screen and on the paper.
  const transfer = /^BCD\n002\n1\nSCT\nAGRIFRPP\nClaire Morel\nFR7630006000011234567890189\nEUR2766\.79\n\n\n2026-014$/;
  assert.match(await pixels(page, code), transfer);
  assert.match(await scanned((await pdfText(page)).pdf), transfer);
  assert.equal(await paper.sheets.count(), 1);
  // A copy keeps the logo it was sent with, whatever is chosen afterwards.
  const logo = () => page.locator("article header img").getAttribute("src");
  const first = await logo();
  await new Composer(page).record();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/reglages`);
  const other = await page.screenshot({ clip: { x: 0, y: 100, width: 90, height: 40 } });
  await page.getByLabel("Logo, en tête de lettre").setInputFiles({ name: "autre.png", mimeType: "image/png", buffer: other });
  await eventually(async () => assert.notEqual(await page.getByRole("img", { name: "Logo, en tête de lettre" }).getAttribute("src"), first));
  await page.goto(`${page.app.url}#/factures/1`);
  await paper.reopen.first().click();
  await page.getByText("Conforme à ce qui a été noté").waitFor();
  await eventually(async () => assert.equal(await logo(), first));
  await page.goto(`${page.app.url}#/factures/1/texte/derniere-relance`);
  await choose(page, "Comment", "Courrier");
  await eventually(async () => assert.notEqual(await logo(), first));
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the number of a registered letter stands on the letter and on its copy, and follows its sending", async () => {
  const { page, paper } = await open("texte/mise-en-demeure");
  await choose(page, "Comment", "Recommandé");
  const number = page.getByLabel("Numéro du recommandé");
  await number.fill("1A 234 567 8901 2");
  await shows(paper.sheets.first(), "Lettre recommandée avec avis de réception n° 1A 234 567 8901 2");
  // It is for this letter alone: an ordinary one has none, and it waits for the letter where that is left.
  await choose(page, "Comment", "Courrier");
  await eventually(async () => assert.doesNotMatch((await paper.read())[0].text, /1A 234/));
  assert.equal(await number.count(), 0);
  await page.reload();
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), "avis de réception n° 1A 234 567 8901 2");
  await paper.copy.click();
  await eventually(async () => assert.match(plain(await clipboard(page)), /2026-014 13\/02\/2026 15\/03\/2026 3 480,00 € 1 000,00 € 2 480,00 €/));
  const [download] = await Promise.all([page.waitForEvent("download"), paper.download.click()]);
  assert.match(await readFile(await download.path(), "utf8"), /@page\{size:A4;margin:0\}/);
  await new Composer(page).record();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1/documents?dossier`);
  await eventually(async () => {
    const text = (await paper.read()).map((sheet) => sheet.text).join(" ");
    assert.match(text, /Mise en demeure, en recommandé avec avis de réception n° 1A 234 567 8901 2/);
    assert.match(text, /Pièce n° \d+ – Décompte des pénalités de retard/);
  });
  page.app.assertNoProblem();
});

test("there is room to sign below what is written by hand", async () => {
  for (const route of ["documents?protocole", "documents?decharge"]) {
    const { page, paper } = await open(route);
    await paper.sheets.first().waitFor();
    await page.emulateMedia({ media: "print" });
    const rooms = await page.locator(".letter-mention").evaluateAll((mentions) =>
      mentions.map((mention) => {
        const words = document.createRange();
        words.selectNodeContents(mention);
        return mention.closest(".letter-signatures").getBoundingClientRect().bottom - words.getBoundingClientRect().bottom;
      }),
    );
    assert.ok(rooms.length === 1 && millimetres(rooms[0]) >= 22, `${route}: ${rooms.map(millimetres)} mm`);
    await page.context().close();
  }
});

test("a name of five thousand characters fits every document, and its pages count right", async () => {
  const name = `Société ${"Vandenbroucke".repeat(384)}`;
  const storage = chased();
  const key = Object.keys(storage).find((key) => key.endsWith("client/1"));
  storage[key] = { client: { ...storage[key].client, name } };
  for (const route of ["documents?recu", "documents?decharge", "documents?injonction", "documents?dossier", "documents?protocole"]) {
    const { page, paper } = await open(route, storage);
    await paper.sheets.first().waitFor();
    const sheets = await paper.sheets.count();
    const { texts, pages } = await printed(page);
    assert.equal(pages, sheets, `${route} is as many pages as sheets`);
    texts.forEach((text, at) => assert.match(text, new RegExp(`page ${at + 1}/${pages}$`), route));
    await page.context().close();
  }
});

test("what is not lawful or possible is not offered, and says why", async () => {
  const { page, paper } = await open("documents?resiliation", sentBook({ client: { kind: "public" } }));
  await shows(paper.which, "Un marché public ne se résilie pas ainsi");
  assert.equal(await paper.print.count(), 0);
  await page.goto(`${page.app.url}#/factures/1/texte/suspension`);
  await page.getByText("Le titulaire d’un marché public ne suspend pas ses prestations").first().waitFor();
  page.app.assertNoProblem();
});

test("on a narrow screen the preview is the page as it prints, made smaller, and can be read large", async () => {
  const lines = (page) =>
    page.locator("article > section").first().locator(".letter-text").evaluateAll((texts) =>
      texts.map((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return new Set([...range.getClientRects()].map((box) => Math.round(box.bottom))).size;
      }),
    );
  const wide = await open("documents?offre");
  await wide.paper.sheets.first().waitFor();
  const [printed, pages] = [await lines(wide.page), await wide.paper.sheets.count()];
  assert.equal(await wide.page.getByRole("button", { name: "Lire en grand" }).count(), 0, "there is room for the paper");
  await wide.page.context().close();
  const { page, paper } = await open("documents?offre", chased(), { viewport: { width: 360, height: 740 } });
  await paper.sheets.first().waitFor();
  const { width, height, x } = await paper.sheets.first().boundingBox();
  assert.ok(x >= 0 && x + width <= 360 && width > 280, `${width} px wide from ${x}`);
  assert.ok(Math.abs(height / width - 297 / 210) < 0.01, "the proportions of the paper");
  assert.equal(await paper.sheets.count(), pages);
  assert.deepEqual(await lines(page), printed, "the same lines");
  const desk = await page.locator(".sheet-desk").boundingBox();
  assert.ok(desk.height < pages * (height + 40), "no empty room below");
  await page.getByRole("button", { name: "Lire en grand" }).click();
  const type = await paper.sheets.first().locator(".letter-text").first().evaluate((text) => parseFloat(getComputedStyle(text).fontSize) * (text.getBoundingClientRect().width / text.offsetWidth));
  assert.ok(type >= 13, `${type} px`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  page.app.assertNoProblem();
});

test("a formal notice grants the time chosen and lists what was ticked, and both are kept with it", async () => {
  const { page, paper } = await open("texte/mise-en-demeure");
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), "dans un délai de 10 jours");
  await choose(page, "Délai accordé", "15 jours");
  await shows(paper.sheets.first(), "dans un délai de 17 jours");
  await page.getByLabel("Bon de livraison").check();
  await page.getByLabel("Relances écrites").uncheck();
  await shows(paper.sheets.first(), "Pièces jointes (2) : 1. copie de la facture n° 2026-014 ; 2. copie du bon de livraison.");
  // Left half said, found again.
  await page.reload();
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), "Pièces jointes (2) : 1. copie de la facture n° 2026-014 ; 2. copie du bon de livraison.");
  await new Composer(page).record();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1`);
  const sendings = page.getByRole("region", { name: "Envois" });
  await shows(sendings, "Délai accordé : 15 jours. Joint : facture et bon de livraison.");
  await sendings.getByRole("link", { name: /^Mise en demeure, / }).last().click();
  await arrivesAt(page, "Copie de ce qui a été envoyé");
  await shows(paper.sheets.first(), "Pièces jointes (2)");
  page.app.assertNoProblem();
});

test("a formal notice joins what is on file, with its day, and lines of one's own, numbered", async () => {
  const storage = chased();
  storage["relance/case/1"].case.proofs = [{ id: 1, kind: "contract", date: "2026-01-12", place: "classeur" }];
  const { page, paper } = await open("texte/mise-en-demeure", storage);
  await choose(page, "Comment", "Recommandé");
  await page.getByLabel("Relances écrites").uncheck();
  const contract = page.getByLabel("Contrat (au dossier : 12 janvier 2026)");
  await contract.check();
  await page.getByLabel("Autres pièces, une par ligne").fill("Photos du chantier\n\nPlan A3");
  const listed = "Pièces jointes (4) : 1. copie de la facture n° 2026-014 ; 2. copie du contrat du 12 janvier 2026 ; 3. Photos du chantier ; 4. Plan A3.";
  await shows(paper.sheets.first(), listed);
  assert.deepEqual(await axe(page), []);
  // Left half said, found again.
  await page.reload();
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), listed);
  await new Composer(page).record();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("region", { name: "Envois" }), "Joint : facture, contrat, Photos du chantier et Plan A3.");
  page.app.assertNoProblem();
});

test("a statement of two invoices is noted on both, and its words are found from either", async () => {
  const { page, paper } = await open("documents?releve", { ...chased(), ...another(2, { number: "B-2", due: "2026-09-15", amount: "150.00" }) });
  await shows(paper.sheets.first(), "votre compte (2 factures)");
  await paper.record.click();
  await shows(line(page), "Envoi");
  for (const id of [1, 2]) {
    await page.goto(`${page.app.url}#/factures/${id}`);
    const sendings = page.getByRole("region", { name: "Envois" });
    await shows(sendings, /22 novembre 2026 Relevé de compte, /);
    await sendings.getByRole("link", { name: /^Relevé de compte/ }).click();
    await arrivesAt(page, "Copie de ce qui a été envoyé");
    await shows(paper.sheets.first(), "votre compte (2 factures)");
  }
  page.app.assertNoProblem();
});

test("a termination says how and on which day it leaves", async () => {
  const { page, paper } = await open("documents?resiliation");
  await shows(paper.sheets.first(), /Lyon, le 22 novembre 2026 Lettre recommandée avec avis de réception/);
  await choose(page, "Comment", "En main propre");
  await shows(paper.sheets.first(), "Remise en main propre contre décharge");
  await choose(page, "Comment", "Courrier");
  await eventually(async () => assert.doesNotMatch((await paper.read())[0].text, /recommandée|main propre/));
  await page.getByLabel("Remis ou envoyé le").fill("20/11/2026");
  await shows(paper.sheets.first(), "Lyon, le 20 novembre 2026");
  await shows(paper.sheets.first(), "Montant arrêté au 20 novembre 2026");
  // A day on which there was none to send is said, and can be put right where it was typed.
  const day = page.getByLabel("Remis ou envoyé le");
  await day.fill("25/08/2026");
  await shows(page.locator(".composer-preview [role=status]").first(), "31 août 2026");
  await eventually(async () => assert.equal(await paper.sheets.count(), 0));
  await day.fill("20/11/2026");
  await shows(paper.sheets.first(), "Lyon, le 20 novembre 2026");
  await paper.record.click();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("region", { name: "Envois" }), /20 novembre 2026 Résiliation/);
  page.app.assertNoProblem();
});

test("a batch takes the words prepared for a letter, and has them read again where figures moved", async () => {
  const { page, paper } = await open("documents?releve", chased());
  await paper.edit.click();
  const last = paper.paragraphs.last();
  await last.fill(`Je reste à votre écoute ce mois-ci. ${await last.inputValue()}`);
  await shows(paper.sheets.first(), "Je reste à votre écoute ce mois-ci.");
  const toBatch = async () => {
    await page.goto(`${page.app.url}#/courriers`);
    await choose(page, "Quels courriers", "Relevés de compte");
  };
  await toBatch();
  await page.getByText("Avec les mots que vous avez préparés.").waitFor();
  await paper.prepare.click();
  await page.getByText("1 courrier prêt.").waitFor();
  await eventually(async () => assert.match((await paper.read()).map(({ text }) => text).join(" "), /Je reste à votre écoute ce mois-ci\./));
  await paper.recordAll.click();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1`);
  await paper.reopen.first().click();
  await eventually(async () => assert.match((await paper.read()).map(({ text }) => text).join(" "), /Je reste à votre écoute/));
  // What was sent is not sent again: the next statement is the usual one.
  await toBatch();
  await page.getByRole("checkbox", { name: /^Atelier Brun/ }).waitFor();
  assert.equal(await page.getByText("Avec les mots que vous avez préparés.").count(), 0);
  // Prepared once more; then a payment comes in.
  await page.goto(`${page.app.url}#/factures/1/documents?releve`);
  await paper.edit.click();
  await last.fill(`Autrement dit. ${await last.inputValue()}`);
  await shows(paper.sheets.first(), "Autrement dit.");
  await page.goto(`${page.app.url}#/factures/1`);
  const claim = new Case(page);
  await claim.amount.fill("100");
  await claim.date.fill("20/11/2026");
  await claim.note.click();
  await shows(line(page), "noté");
  await toBatch();
  await page.getByText("avant que les chiffres ou les faits ne changent").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /^Atelier Brun/ }).isDisabled());
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "La relire" }).click();
  await arrivesAt(page, "Documents");
  page.app.assertNoProblem();
});

test("each sending has its name, its day and a link to what was sent, laid out or not", async () => {
  const { page, paper } = await open("documents?releve");
  await paper.record.click();
  await shows(line(page), "Envoi");
  await page.goto(`${page.app.url}#/factures/1`);
  const sendings = page.getByRole("region", { name: "Envois" });
  await shows(sendings, /22 novembre 2026 Relevé de compte – facture n° 2026-014, /);
  await sendings.getByRole("link", { name: /^Relevé de compte/ }).click();
  await shows(paper.sheets.first(), "Voici le relevé");
  await page.goBack();
  await sendings.getByRole("link", { name: /^1re relance|^Première relance/ }).first().click();
  await arrivesAt(page, "Copie de ce qui a été envoyé");
  await page.getByText("le texte 1.").waitFor();
  page.app.assertNoProblem();
});

test("an address that does not fit its window is set smaller, and what is not printed is said", async () => {
  const lines = (many) => Array.from({ length: many }, (_, at) => `Bâtiment ${at + 1}, escalier ${at + 1}`).join("\n");
  const { page, paper } = await open("documents?offre", chased({}));
  await paper.sheets.first().waitFor();
  assert.equal(await page.locator(".sheet-warning").count(), 0);
  await page.context().close();
  for (const [many, said] of [
    [5, null],
    [11, "Six lignes se lisent mieux"],
    [30, /n’est pas imprimée en entier : « .*Bâtiment 29, escalier 29/],
  ]) {
    const storage = chased({});
    const key = Object.keys(storage).find((key) => key.endsWith("client/1"));
    storage[key] = { client: { ...storage[key].client, address: lines(many) } };
    const { page, paper } = await open("documents?offre", storage);
    await paper.sheets.first().waitFor();
    const warning = page.locator(".sheet-warning");
    assert.equal(await warning.count(), said ? 1 : 0, `${many} lines`);
    if (said) await shows(warning, said);
    await shows(page.locator(".sheet-page .letter-recipient"), `Bâtiment ${many}, escalier ${many}`);
    const type = await page.locator(".sheet-page .letter-recipient").evaluate((box) => parseFloat(getComputedStyle(box).fontSize));
    assert.ok(type >= (8 / 72) * 96 - 0.01, `${type} px`);
    const fits = await page.locator(".sheet-page .letter-recipient").evaluate((box) => box.getBoundingClientRect().height <= (40.5 / 25.4) * 96);
    assert.ok(fits, "it stays in the window");
    await page.context().close();
  }
});

test("what is contested in part leaves its penalties out, on the notice and on the page of the claim", async () => {
  const dispute = { id: 1, date: "2026-11-10", kind: { dispute: { amount: "500.00", cause: "quality", answer_by: "2026-11-20" } } };
  const { page, paper } = await open("texte/mise-en-demeure", sentBook({ circumstances: [dispute] }));
  await choose(page, "Comment", "Recommandé");
  await shows(paper.sheets.first(), "soit 1 980,00 € en principal, 204,35 € de pénalités de retard et 40,00 € d’indemnité forfaitaire");
  await shows(paper.sheets.first(), "Ce que coûte le retard de cette part est réservé");
  await shows(paper.sheets.last(), "2 980,00 €");
  await page.goto(`${page.app.url}#/factures/1`);
  await page.getByText(/500,00\s€ sont contestés. Sans cette part, les textes demandent 2\s224,35\s€, dont 244,35\s€ en raison du retard. Ce que coûte le retard de la part contestée, 42,44\s€, est réservé./).waitFor();
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

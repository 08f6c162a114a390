// A text in one's own words: what is copied, refused, noticed, kept, and taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { sentBook as book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, clipboard, eventually, focused, line, plain, seen, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const FIRST = "#/factures/1/texte/premiere-relance";
const FIRM = "#/factures/1/texte/relance-ferme";
const NOTICE = "#/factures/1/texte/mise-en-demeure";
const THREAT = "Dernier avis avant saisie de vos biens.";

async function open(hash, options = {}) {
  const page = await openApp({ storage: book(), hash, ...options });
  return { page, composer: new Composer(page) };
}

/** Puts a sentence before all else. */
async function addTo(field, sentence) {
  await field.waitFor();
  await field.fill(`${sentence}\n\n${await field.inputValue()}`);
}

test("an e-mail in one's own words: that is what is copied, mailed, recorded and kept exactly", async () => {
  const { page, composer } = await open(FIRST);
  await shows(composer.preview, "Rien à corriger.");
  await composer.edit.click();
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), await composer.body.getAttribute("id")));
  await composer.subject.fill("Votre facture, en deux mots");
  await addTo(composer.body, "J’espère que le salon s’est bien passé.");
  await shows(composer.preview, "Ce sont vos mots");
  await composer.copy.click();
  await shows(line(page), "Copié.");
  const copied = plain(await clipboard(page));
  assert.match(copied, /^Objet : Votre facture, en deux mots J’espère que le salon s’est bien passé\. Bonjour/);
  const mail = await composer.mailto();
  assert.equal(mail.subject, "Votre facture, en deux mots");
  assert.match(mail.body, /^J’espère que le salon/);
  await composer.record();
  await arrivesAt(page, "Atelier Brun & Fils");
  const sent = new Case(page).story.getByRole("listitem").filter({ hasText: "Première relance, par e-mail" });
  await sent.getByText("Le texte exact").click();
  await shows(sent.locator(".frozen-text"), "J’espère que le salon s’est bien passé.");
  // Recorded, the draft is gone.
  await page.goto(page.app.url + FIRST);
  await composer.edit.waitFor();
  assert.equal(await composer.body.count(), 0);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("what may not be written blocks copying, mailing and recording; one press puts lawful words there", async () => {
  const { page, composer } = await open(FIRM);
  await composer.edit.click();
  await addTo(composer.body, THREAT);
  const item = composer.checks.filter({ hasText: "avant saisie" });
  await shows(item, /À corriger.*titre exécutoire/);
  await shows(composer.preview, /Ces mots ne peuvent pas partir : « [^»]*avant saisie/);
  await page.evaluate(() => navigator.clipboard.writeText("avant"));
  for (const control of [composer.copy, page.getByRole("button", { name: "Ouvrir dans ma messagerie" }), composer.saveSending]) {
    assert.equal(await control.getAttribute("aria-disabled"), "true");
    const why = await control.getAttribute("aria-describedby");
    await shows(page.locator(`#${why}`), /avant saisie/);
    await control.click({ force: true });
    await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "checks"));
  }
  assert.equal(await clipboard(page), "avant");
  assert.match(page.url(), /relance-ferme$/, "it was recorded");
  // Shown in its place.
  await item.getByRole("button", { name: "Voir" }).click();
  const selected = await composer.body.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.match(selected, /avant saisie/);
  await item.getByRole("button", { name: /^Écrire/ }).click();
  await shows(composer.preview, "Rien à corriger.");
  assert.match(await composer.body.inputValue(), /^Dernière relance/);
  await composer.copy.click();
  await shows(line(page), "Copié.");
  await composer.record();
  await arrivesAt(page, "Atelier Brun & Fils");
  page.app.assertNoProblem();
});

test("a true fact goes once it is said to be true; a threat never", async () => {
  const { page, composer } = await open(FIRM);
  await composer.edit.click();
  await addTo(composer.body, "Hier, j’ai saisi le tribunal.");
  await shows(composer.preview, "Ces mots ne peuvent pas partir");
  await page.getByLabel("C’est exact, et je peux le prouver").check();
  await eventually(async () => assert.equal(await composer.copy.getAttribute("aria-disabled"), null));
  await composer.copy.click();
  await shows(line(page), "Copié.");
  await addTo(composer.body, "Vous irez en prison.");
  await eventually(async () => assert.equal(await composer.copy.getAttribute("aria-disabled"), "true"));
  assert.equal(await page.getByLabel("C’est exact, et je peux le prouver").count(), 1);
  page.app.assertNoProblem();
});

test("what was removed is noticed and put back", async () => {
  const { page, composer } = await open(FIRM);
  await composer.edit.click();
  await composer.body.waitFor();
  const proposed = await composer.body.inputValue();
  await composer.body.fill(proposed.replace(/\nIBAN[^\n]*/, ""));
  const lost = composer.checks.filter({ hasText: "où payer" });
  await shows(lost, /FR76/);
  assert.equal(await composer.copy.getAttribute("aria-disabled"), null, "a warning never blocks");
  await lost.getByRole("button", { name: /^Remettre/ }).click();
  await shows(composer.preview, "Rien à corriger.");
  assert.equal(await composer.body.inputValue(), proposed);
  await composer.subject.fill("Relance");
  await composer.body.fill(proposed.replaceAll("2026-014", "…"));
  await composer.checks.filter({ hasText: "numéro de la facture" }).getByRole("button", { name: /^Remettre/ }).click();
  await shows(composer.preview, "Rien à corriger.");
  assert.match(await composer.body.inputValue(), /2026-014/);
  page.app.assertNoProblem();
});

test("a reload keeps the words; back to the proposed text, and back again", async () => {
  const { page, composer } = await open(FIRST);
  await composer.tone("Direct");
  await composer.edit.click();
  await addTo(composer.body, "Un mot de plus.");
  await page.reload();
  await composer.body.waitFor();
  assert.match(await composer.body.inputValue(), /^Un mot de plus\./);
  assert.doesNotMatch(await seen(composer.preview), /Le texte proposé a changé/);
  await composer.back.click();
  await shows(composer.preview, "un retard de 252 jours");
  assert.doesNotMatch(await seen(composer.preview), /Un mot de plus/);
  await composer.again.click();
  await eventually(async () => assert.match(await composer.body.inputValue(), /^Un mot de plus\./));
  await composer.back.click();
  await composer.edit.waitFor();
  await page.reload();
  await composer.edit.waitFor();
  assert.equal(await composer.body.count(), 0);
  page.app.assertNoProblem();
});

test("when what is proposed changes, it says so and lets one choose", async () => {
  const { page, composer } = await open(FIRST);
  await composer.edit.click();
  await composer.body.waitFor();
  // Untouched, the fields follow.
  await composer.tone("Ferme");
  await eventually(async () => assert.match(await composer.body.inputValue(), /2.766,79/));
  await addTo(composer.body, "Un mot de plus.");
  await composer.tone("Amical");
  await shows(composer.preview, "Le texte proposé a changé");
  await page.getByRole("button", { name: "Garder le mien" }).click();
  await eventually(async () => assert.doesNotMatch(await seen(composer.preview), /Le texte proposé a changé/));
  assert.match(await composer.body.inputValue(), /^Un mot de plus\./);
  await composer.sentOn.fill("20/11/2026");
  await shows(composer.preview, "Le texte proposé a changé");
  await shows(composer.checks.filter({ hasText: "la somme réclamée" }), /2 765,11/);
  await page.getByRole("button", { name: "Prendre le nouveau" }).click();
  await eventually(async () => assert.match(await composer.body.inputValue(), /2.765,11/));
  assert.doesNotMatch(await composer.body.inputValue(), /Un mot de plus/);
  page.app.assertNoProblem();
});

test("the paragraphs of a formal notice are edited; its facts stay; its demand is watched over", async () => {
  const { page, composer } = await open(NOTICE);
  await composer.edit.click();
  await addTo(composer.paragraph(2), "Voici le troisième courrier.");
  await shows(composer.letter, "Voici le troisième courrier.");
  const at = await page.locator("textarea").evaluateAll((all) => all.findIndex((one) => /mets en demeure/.test(one.value)));
  await page.locator("textarea").nth(at).fill("Merci de payer, par virement :");
  await shows(composer.checks.filter({ hasText: "qu’il met en demeure" }), "Remettre");
  // Without its demand it is no formal notice, and is not printed.
  assert.equal(await composer.print.getAttribute("aria-disabled"), "true");
  await shows(composer.letter, "FR76 3000 6000 0112 3456 7890 189");
  await composer.checks.filter({ hasText: "qu’il met en demeure" }).getByRole("button", { name: /^Remettre/ }).click();
  await shows(composer.letter, /Je vous mets en demeure de me régler la somme de 2 766,79 €[^.]*\. Merci de payer/);
  await shows(composer.preview, "Rien à corriger.");
  await addTo(composer.paragraph(2), THREAT);
  await eventually(async () => assert.equal(await composer.print.getAttribute("aria-disabled"), "true"));
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await composer.print.click({ force: true });
  assert.equal(await page.evaluate(() => window.printed), undefined);
  await composer.checks.getByRole("button", { name: /^Écrire/ }).click();
  await shows(composer.preview, "Rien à corriger.");
  await composer.print.click();
  assert.equal(await page.evaluate(() => window.printed), true);
  page.app.assertNoProblem();
});

test("in English", async () => {
  const { page } = await open(FIRM, { storage: book({ settings: { language: "en" } }) });
  await page.getByRole("button", { name: "Edit the text" }).click();
  const body = page.getByLabel("Message", { exact: true });
  await addTo(body, "FINAL COURT NOTICE");
  await shows(page.getByRole("main"), /These words cannot be sent: “[^”]*COURT NOTICE”/i);
  await page.getByRole("button", { name: /^Write/ }).click();
  await shows(page.getByRole("main"), "Nothing to correct.");
  await page.getByRole("button", { name: "Copy the e-mail" }).click();
  await eventually(async () => assert.match(await clipboard(page), /FINAL REMINDER/));
  page.app.assertNoProblem();
});

test("by the keyboard alone", async () => {
  const { page, composer } = await open(FIRM);
  await composer.edit.focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), await composer.body.getAttribute("id")));
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(`${THREAT} `);
  const swap = page.getByRole("button", { name: /^Écrire/ });
  await swap.waitFor();
  for (let steps = 0; !(await swap.evaluate((one) => one === document.activeElement)); steps += 1) {
    assert.ok(steps < 12, "the proposed wording is out of reach");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await shows(composer.preview, "Rien à corriger.");
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "checks"));
  page.app.assertNoProblem();
});

for (const [size, viewport] of Object.entries({ desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`edited and with findings, nothing is out of place: ${size}, ${colorScheme}`, async () => {
      for (const hash of [FIRM, NOTICE]) {
        const { page, composer } = await open(hash, { viewport, colorScheme });
        await composer.edit.click();
        await addTo(page.locator("textarea[id^=passage]").first(), `${THREAT} Hier, j’ai saisi le tribunal.`);
        await composer.checks.first().waitFor();
        assert.deepEqual(await axe(page), []);
        const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(wide <= shown, `${wide} px on ${shown}`);
        page.app.assertNoProblem();
      }
    });
  }
}

// Templates of one's own: made from a proposed text, checked while they are written, used, and put back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { clipboard, eventually, focused, line, plain, seen, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const PAGE = "#/modeles";
const FIRST = "#/factures/1/texte/premiere-relance";

const create = (page) => page.getByRole("button", { name: "Copier le texte proposé" }).click();
const body = (page) => page.getByLabel("Texte", { exact: true });
const save = (page) => page.getByRole("button", { name: "Enregistrer le modèle" }).click();
const preview = (page) => page.getByRole("region", { name: "Aperçu sur un dossier" });

async function open(options = {}) {
  const page = await openApp({ storage: sentBook(), hash: PAGE, today: "2026-11-24", ...options });
  await page.getByRole("heading", { level: 1, name: "Vos modèles" }).waitFor();
  return page;
}

test("a template is made of the proposed text, changed, seen on a real case, and used", async () => {
  const page = await open();
  await create(page);
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "template-name"));
  await page.getByLabel("Nom du modèle").fill("Ma relance douce");
  assert.match(await body(page).inputValue(), /\{\{ invoice\.number \}\}|\{\{ numbers \}\}/);
  await body(page).fill("Bonjour {{ client.greeting }},\n\nIl reste ");
  await body(page).focus();
  await page.keyboard.press("Control+End");
  await page.locator("summary", { hasText: "Variables" }).click();
  await page.getByRole("button", { name: "le reste dû, toutes factures réunies" }).click();
  assert.match(await body(page).inputValue(), /Il reste \{\{ principal \}\}$/);
  await page.keyboard.type(" pour la facture n° {{ invoice.number }}, avant le {{ deadline }}.");
  await shows(preview(page), /Bonjour Madame Le Goff, Il reste 2 480,00 € pour la facture n° 2026-014/);
  await save(page);
  await shows(line(page), "Modèles enregistrés.");
  await shows(page.getByRole("region", { name: "Modèles enregistrés" }), "Ma relance douce");

  await page.goto(page.app.url + FIRST);
  const composer = new Composer(page);
  await composer.source.selectOption({ label: "Mon modèle : Ma relance douce" });
  await shows(composer.preview, "Il reste 2 480,00 € pour la facture n° 2026-014");
  // What it does not say is told, as of any text of one's own.
  await shows(composer.checks.filter({ hasText: "où payer" }), /FR76/);
  await composer.copy.click();
  await shows(line(page), "Copié.");
  assert.match(plain(await clipboard(page)), /Il reste 2 480,00 €/);
  await composer.source.selectOption({ label: "Texte proposé" });
  await eventually(async () => assert.doesNotMatch(await seen(composer.preview), /Il reste 2 480,00 € pour/));
  page.app.assertNoProblem();
});

test("what one says on the telephone has templates too: made of the proposed script, and said in the call", async () => {
  const page = await open({ storage: sentBook({ client: { phone: "04 76 00 00 01" } }) });
  await page.getByLabel("Pour quel texte").selectOption({ label: "Relance ferme" });
  await page.getByLabel("Envoyé ou dit par").selectOption({ label: "Téléphone" });
  await create(page);
  assert.equal(await page.getByLabel("Objet", { exact: true }).count(), 0, "a call has no subject");
  await page.getByLabel("Nom du modèle").fill("Ma façon");
  assert.match(await body(page).inputValue(), /\n\n/);
  await body(page).fill("Bonjour, {{ sender.name }}.\n\nIl reste {{ principal }}. Quand le virement part-il ?");
  await eventually(async () => assert.equal(await preview(page).locator(".turn").count(), 2));
  await shows(preview(page), "Il reste 2 480,00 €. Quand le virement part-il ?");
  await save(page);
  await shows(page.getByRole("region", { name: "Modèles enregistrés" }), "Ma façon");
  // A word that must not be said is refused here as anywhere.
  await page.getByRole("button", { name: "Modifier" }).click();
  await body(page).fill("Bonjour, dernier avis avant saisie.");
  await save(page);
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "template-faults"));
  await page.getByRole("button", { name: "Fermer" }).first().click();

  await page.goto(`${page.app.url}#/factures/1/appel`);
  const script = page.getByRole("region", { name: "Le déroulé" });
  await shows(script, "Relance ferme");
  // One's own words are said without choosing; the proposed ones are one choice away.
  await shows(script, "Bonjour, Claire Morel. Il reste 2 480,00 €. Quand le virement part-il ?");
  const whose = script.getByRole("combobox");
  await whose.selectOption({ label: "Texte proposé" });
  await shows(script, "(Se taire et laisser répondre.)");
  await whose.selectOption({ label: "Mon modèle : Ma façon" });
  await shows(script, "Quand le virement part-il ?");
  page.app.assertNoProblem();
});

test("back to the proposed text, and without the template at all", async () => {
  const page = await open();
  await create(page);
  const proposed = await body(page).inputValue();
  await body(page).fill("Autre chose.");
  await save(page);
  await page.getByRole("button", { name: "Modifier" }).click();
  await eventually(async () => assert.equal(await body(page).inputValue(), "Autre chose."));
  await page.getByRole("button", { name: "Revenir au texte proposé" }).click();
  assert.equal(await body(page).inputValue(), proposed);
  await save(page);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await shows(page.getByRole("main"), "Aucun modèle pour l’instant.");
  await undo(page);
  await page.getByRole("button", { name: "Modifier" }).waitFor();
  await page.getByRole("button", { name: "Supprimer" }).click();
  await page.goto(page.app.url + FIRST);
  const composer = new Composer(page);
  await composer.copy.waitFor();
  assert.equal(await composer.source.count(), 0);
  page.app.assertNoProblem();
});

test("an unknown variable is told with its line and what was meant; nothing is saved", async () => {
  const page = await open();
  await create(page);
  await body(page).fill("Bonjour,\n\n{{ client.nam }} doit {{ principal }.");
  const faults = page.locator("#template-faults");
  await shows(faults, "Ligne 3 : cette variable n’existe pas : client.nam. Vouliez-vous dire {{ client.name }} ?");
  await save(page);
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "template-faults"));
  assert.doesNotMatch(await seen(line(page)).catch(() => ""), /client\.nam/);
  await body(page).fill("Bonjour,\n\nDernier avis avant saisie. {{ principal }}");
  await shows(faults, /À corriger.*avant saisie/i);
  await save(page);
  await eventually(async () => assert.equal(await focused(page).getAttribute("id"), "template-faults"));
  await faults.getByRole("button", { name: /^Écrire/ }).first().click();
  await shows(faults, "Rien à corriger dans les mots.");
  page.app.assertNoProblem();
});

test("what is half written survives a reload", async () => {
  const page = await open();
  await create(page);
  await body(page).fill("À moitié écrit.");
  await page.reload();
  await page.getByRole("button", { name: "Modifier" }).click();
  await eventually(async () => assert.equal(await body(page).inputValue(), "À moitié écrit."));
  page.app.assertNoProblem();
});

for (const [size, viewport] of Object.entries({ desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`nothing is out of place: ${size}, ${colorScheme}`, async () => {
      const page = await open({ viewport, colorScheme });
      assert.deepEqual(await axe(page), []);
      await create(page);
      await body(page).fill("{{ nobody }} Dernier avis avant saisie.");
      await shows(page.locator("#template-faults"), "nobody");
      assert.deepEqual(await axe(page), []);
      const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= shown, `${wide} px on ${shown}`);
      page.app.assertNoProblem();
    });
  }
}

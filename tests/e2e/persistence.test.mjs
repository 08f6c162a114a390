// Nothing is lost: reloads, half-typed forms, a storage that refuses, records that cannot be read, two tabs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted, openApp, openBlank } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, downloadBy, eventually, goTo, line, plain, seen, shows, stored } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";
import { Settings } from "./pages/settings.mjs";

const unsaved = (page) => page.getByRole("alert").filter({ hasText: "Non enregistré." });

/** Makes every write fail as a browser does that refuses this time, until `mend`. */
async function breakStorage(page, name = "UnknownError") {
  // The book must be open: what is mended there is written too.
  await new Case(page).amount.waitFor();
  await page.evaluate((name) => {
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException("refused by the test", name);
    };
    globalThis.mendStorage = () => {
      Storage.prototype.setItem = real;
    };
  }, name);
}

const mendStorage = (page) => page.evaluate(() => globalThis.mendStorage());

test("everything entered is there after a reload, and after the tab was closed", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, paid: "1000", paidOn: "02/07/2026" });
  await form.details.click();
  await form.subject.fill("Refonte du site");
  await form.save.click();
  await arrivesAt(page, REFERENCE.client);
  const claim = new Case(page);
  const shown = async () => ({
    total: await claim.total(),
    facts: await seen(claim.facts),
    noted: await claim.noted(),
    story: await seen(claim.story),
  });
  const before = await shown();
  assert.match(before.facts, /Refonte du site/);
  await page.reload();
  await arrivesAt(page, REFERENCE.client);
  assert.deepEqual(await shown(), before);
  const context = page.context();
  const url = page.url();
  const { problems } = page.app;
  await page.close();
  const again = await context.newPage();
  await again.goto(url);
  await mounted(again);
  await shows(again.getByRole("main"), "2 766,79 €");
  assert.deepEqual(problems, []);
});

/** What is kept of the only invoice, as a page that is opened now would read it: a backup says. */
async function keptCase(page) {
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/donnees`);
  await arrivesAt(other, "Vos données");
  const { text } = await downloadBy(other, () => new Settings(other).backup.click());
  await other.close();
  return JSON.parse(text).records["case/1"].case;
}

test("what is said to be saved is there for a page that is opened at once", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const claim = new Case(page);
  await claim.move({ amount: "1000", date: "02/07/2026" });
  await shows(line(page), "Paiement noté.");
  assert.equal((await keptCase(page)).movements.length, 1);
  page.app.assertNoProblem();
});

test("a half-typed invoice is found again after a reload, exactly as typed, and can be dropped", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.client.fill("Atelier Brun");
  await form.amount.fill(" 3 480,0");
  await form.issued.fill("13/2");
  await page.reload();
  await arrivesAt(page, "Nouvelle facture");
  await shows(page.getByRole("note"), "Votre saisie en cours a été retrouvée.");
  assert.equal(await form.client.inputValue(), "Atelier Brun");
  assert.equal(await form.amount.inputValue(), " 3 480,0");
  assert.equal(await form.issued.inputValue(), "13/2");
  await page.getByRole("button", { name: "Repartir de zéro" }).click();
  await eventually(async () => assert.equal(await form.client.inputValue(), ""));
  await page.reload();
  await arrivesAt(page, "Nouvelle facture");
  assert.equal(await form.client.inputValue(), "");
  page.app.assertNoProblem();
});

test("so is a half-typed invoice left by the navigation, a movement, a client, one's own details", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/nouvelle" });
  const form = new InvoiceForm(page);
  await form.number.fill("F-99");
  await goTo(page, "Factures");
  await page.getByRole("row").filter({ hasText: "2026-014" }).getByRole("link").click();
  const claim = new Case(page);
  await claim.amount.fill("12,3");
  await goTo(page, "Réglages");
  const settings = new Settings(page);
  await settings.profile.getByLabel("Ville des lettres").fill("Villeurb");
  await goTo(page, "Clients");
  await page.getByRole("link", { name: "Nouveau client" }).click();
  await page.getByLabel("Nom ou raison sociale").fill("Vandenbr");
  await page.reload();
  await shows(page.getByRole("note"), "Votre saisie en cours a été retrouvée.");
  assert.equal(await page.getByLabel("Nom ou raison sociale").inputValue(), "Vandenbr");
  await goTo(page, "Réglages");
  assert.equal(await settings.profile.getByLabel("Ville des lettres").inputValue(), "Villeurb");
  await goTo(page, "Factures");
  await page.getByRole("row").filter({ hasText: "2026-014" }).getByRole("link").click();
  await arrivesAt(page, "Atelier Brun & Fils");
  assert.equal(await claim.amount.inputValue(), "12,3");
  await goTo(page, "Factures");
  await page.getByRole("link", { name: "Nouvelle facture" }).click();
  await arrivesAt(page, "Nouvelle facture");
  assert.equal(await form.number.inputValue(), "F-99");
  page.app.assertNoProblem();
});

test("a saved form leaves no draft behind", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  await new InvoiceForm(page).fill(REFERENCE);
  await new InvoiceForm(page).save.click();
  await arrivesAt(page, REFERENCE.client);
  assert.deepEqual(Object.keys(await stored(page)).filter((key) => key.startsWith("draft")), []);
  await goTo(page, "Factures");
  await page.getByRole("link", { name: "Nouvelle facture" }).click();
  await arrivesAt(page, "Nouvelle facture");
  assert.equal(await new InvoiceForm(page).client.inputValue(), "");
  assert.equal(await page.getByText("Votre saisie en cours a été retrouvée.").count(), 0);
  page.app.assertNoProblem();
});

test("a write that fails stays visible until it succeeds, and nothing entered is lost", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const claim = new Case(page);
  await breakStorage(page);
  await claim.move({ amount: "1000", date: "02/07/2026" });
  await shows(unsaved(page), "Le navigateur refuse d’écrire.");
  // The change is there to be seen, and to be had as a file.
  await eventually(async () => assert.equal(await claim.total(), "2 766,79 €"));
  const { text } = await downloadBy(page, () => unsaved(page).getByRole("button", { name: "Télécharger mes données" }).click());
  assert.equal(JSON.parse(text).records["case/1"].case.movements.length, 1);
  // It stays wherever one goes, and a further try that fails changes nothing.
  await goTo(page, "Clients");
  await arrivesAt(page, "Clients");
  await unsaved(page).getByRole("button", { name: "Réessayer" }).click();
  await unsaved(page).waitFor();
  assert.equal((await keptCase(page)).movements.length, 0);
  await mendStorage(page);
  await unsaved(page).getByRole("button", { name: "Réessayer" }).click();
  await unsaved(page).waitFor({ state: "hidden" });
  assert.equal((await keptCase(page)).movements.length, 1);
  page.app.assertNoProblem();
});

test("it is tried again by itself", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  await breakStorage(page, "UnknownError");
  await new Case(page).move({ amount: "1000", date: "02/07/2026" });
  await shows(unsaved(page), "Le navigateur refuse d’écrire.");
  await mendStorage(page);
  await unsaved(page).waitFor({ state: "hidden" });
  assert.equal((await keptCase(page)).movements.length, 1);
  page.app.assertNoProblem();
});

test("leaving while something is not written is asked about first", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  await breakStorage(page);
  await new Case(page).move({ amount: "1000", date: "02/07/2026" });
  await unsaved(page).waitFor();
  const asked = new Promise((resolve) => {
    page.once("dialog", async (dialog) => {
      resolve(dialog.type());
      await dialog.dismiss();
    });
  });
  await page.evaluate(() => location.reload());
  assert.equal(await asked, "beforeunload");
  await unsaved(page).waitFor();
  await mendStorage(page);
  await unsaved(page).waitFor({ state: "hidden" });
});

test("a browser that refuses storage says so, and the page works until it is closed", async () => {
  const page = await openApp();
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("refused by the test", "SecurityError");
      },
    });
  });
  await page.goto("about:blank");
  await page.goto(`${page.app.url}#/factures/nouvelle`);
  await mounted(page);
  await shows(page.getByRole("main"), "Ce navigateur refuse de garder vos données.");
  await new InvoiceForm(page).fill(REFERENCE);
  await new InvoiceForm(page).save.click();
  await arrivesAt(page, REFERENCE.client);
  const { text } = await downloadBy(page, () => page.getByRole("button", { name: "Télécharger mes données" }).click());
  assert.equal(JSON.parse(text).counts.invoices, 1);
  page.app.assertNoProblem();
});

test("a browser that does not give back what it keeps: what happened and what to do is said, and reading is tried again", async () => {
  const page = await openBlank({ storage: book() });
  await page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      if (key === "relance/seq" && window.name !== "mended") throw new DOMException("refused by the test", "UnknownError");
      return getItem.call(this, key);
    };
  });
  await page.goto(`${page.app.url}#/factures`);
  await mounted(page);
  const banner = page.locator(".banner").filter({ hasText: "Vos données ne peuvent pas être lues." });
  await shows(banner, "Le navigateur ne rend pas ce qu’il garde ; rien n’y a été changé.");
  assert.doesNotMatch(await seen(banner), /nouvel essai/);
  await page.evaluate(() => {
    window.name = "mended";
  });
  await banner.getByRole("button", { name: "Recharger la page" }).click();
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  await banner.waitFor({ state: "detached" });
});

test("a record that cannot be read is set aside whole, shown, downloadable, and never overwritten", async () => {
  const broken = '{"client":{"id":1,"name":"Établissements Vandenbroucke","kind":';
  const storage = { ...book(), "relance/client/2": broken, "relance/case/2": '{"case":"not a case"}' };
  const page = await openApp({ storage, hash: "#/factures" });
  // The rest is not blocked.
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  await shows(page.getByRole("main"), "Des données sont illisibles.");
  await page.getByRole("link", { name: "Les voir" }).click();
  const settings = new Settings(page);
  await shows(settings.data, "Données illisibles, mises de côté");
  const item = settings.data.getByRole("listitem").filter({ hasText: "Client n° 2" });
  const { text } = await downloadBy(page, () => item.getByRole("button", { name: /Télécharger/ }).click());
  assert.equal(text, broken);
  assert.ok(Object.values(await stored(page)).includes(broken), "the record is no longer in the storage");
  // A new client takes another number, and the record stays, through a reload too.
  await goTo(page, "Clients");
  await page.getByRole("link", { name: "Nouveau client" }).click();
  await page.getByLabel("Nom ou raison sociale").fill("Nouveau");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await arrivesAt(page, "Nouveau");
  assert.match(page.url(), /#\/clients\/3$/);
  await page.reload();
  await shows(page.getByRole("main"), "Des données sont illisibles.");
  assert.ok(Object.values(await stored(page)).includes(broken));
  // Settled, it need not be kept: asked once more, one piece or all of them.
  await page.goto(`${page.app.url}#/donnees`);
  await item.getByRole("button", { name: /^Ne plus garder/ }).click();
  await shows(item, "Sans retour possible.");
  await item.getByRole("button", { name: "Non, garder" }).click();
  assert.ok(Object.values(await stored(page)).includes(broken));
  await item.getByRole("button", { name: /^Ne plus garder/ }).click();
  await item.getByRole("button", { name: "Oui, pour de bon" }).click();
  await item.waitFor({ state: "detached" });
  assert.ok(!Object.values(await stored(page)).includes(broken));
  await settings.data.getByRole("button", { name: /^Ne plus garder/ }).click();
  await settings.data.getByRole("button", { name: "Oui, pour de bon" }).click();
  await settings.data.getByText("Données illisibles, mises de côté").waitFor({ state: "detached" });
  await page.reload();
  await goTo(page, "Factures");
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  assert.ok(!(await seen(page.getByRole("main"))).includes("Des données sont illisibles."));
  page.app.assertNoProblem();
});

test("it goes with the backup", async () => {
  const broken = "{";
  const page = await openApp({ storage: { ...book(), "relance/client/2": broken }, hash: "#/donnees" });
  const { text } = await downloadBy(page, () => new Settings(page).backup.click());
  assert.deepEqual(JSON.parse(text).aside, [{ key: "client/2", raw: broken }]);
  page.app.assertNoProblem();
});

test("unreadable settings do not keep the page from starting", async () => {
  const page = await openApp({ storage: { ...book(), "relance/settings": "\u0000{", "relance/profile": "[]" }, hash: "#/factures" });
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  await shows(page.getByRole("main"), "Des données sont illisibles.");
  page.app.assertNoProblem();
});

test("data of a newer version is shown and left alone", async () => {
  const storage = { ...book(), "relance/schema": "99" };
  const page = await openApp({ storage, hash: "#/factures/1" });
  await shows(page.getByRole("main"), "Données plus récentes que cette version.");
  await shows(page.getByRole("main"), "2 766,79 €");
  const before = await stored(page);
  await new Case(page).move({ amount: "10", date: "03/07/2026" });
  await shows(line(page), "Rien n’a été enregistré");
  const after = await stored(page);
  for (const key of ["schema", "case/1", "client/1"]) assert.equal(after[key], before[key]);
  page.app.assertNoProblem();
});

test("two tabs: each sees what the other saved, and neither undoes it", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/1`);
  await mounted(other);
  const [here, there] = [new Case(page), new Case(other)];
  await there.move({ amount: "1000", date: "02/07/2026", reference: "là-bas" });
  await eventually(async () => assert.equal(await here.total(), "2 766,79 €"));
  await shows(line(page), "Modifié dans un autre onglet");
  await here.move({ amount: "480", date: "03/07/2026", reference: "ici" });
  await eventually(async () => assert.equal((await there.noted()).length, 2));
  const { movements } = await keptCase(page);
  assert.deepEqual(movements.map(({ reference }) => reference), ["là-bas", "ici"]);
  assert.equal(new Set(movements.map(({ id }) => id)).size, 2);
  page.app.assertNoProblem();
});

test("two tabs: what is being typed in one is not disturbed by the other", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/1`);
  await mounted(other);
  const here = new Case(page);
  await here.amount.fill("123,4");
  await here.date.fill("02/07/2026");
  await new Case(other).move({ amount: "1000", date: "02/07/2026" });
  await shows(line(page), "Modifié dans un autre onglet");
  assert.equal(await here.amount.inputValue(), "123,4");
  assert.equal(await here.date.inputValue(), "02/07/2026");
  page.app.assertNoProblem();
});

test("two tabs: what is saved while the other one is on its way is in both", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const other = await page.context().newPage();
  // The other one has read what is kept, and its program comes later.
  await other.route("**/*_bg.wasm", async (route) => {
    await new Promise((done) => setTimeout(done, 2_000));
    await route.continue();
  });
  await other.goto(`${page.app.url}#/factures/1`);
  await other.waitForFunction(() => globalThis.relanceAhead?.then(({ names }) => names !== undefined));
  const [here, there] = [new Case(page), new Case(other)];
  await here.move({ amount: "1000", date: "02/07/2026" });
  await shows(line(page), "noté");
  await mounted(other);
  await eventually(async () => assert.equal(await there.total(), "2 766,79 €"));
  await there.move({ amount: "480", date: "03/07/2026" });
  await eventually(async () => assert.equal((await here.noted()).length, 2));
  assert.equal((await keptCase(page)).movements.length, 2);
  page.app.assertNoProblem();
});

test("two tabs: one whose program never comes does not keep the other from saving", async () => {
  const page = await openApp({ storage: book({ movements: [] }), hash: "#/factures/1" });
  const other = await page.context().newPage();
  await other.route("**/*.wasm", () => {});
  await other.goto(`${page.app.url}#/factures/1`, { waitUntil: "commit" });
  await other.waitForFunction(() => globalThis.relanceAhead?.then(({ names }) => names !== undefined));
  await new Case(page).move({ amount: "1000", date: "02/07/2026" });
  await eventually(() => shows(line(page), "noté"), 14_000);
  assert.equal((await keptCase(page)).movements.length, 1);
});

test("two tabs: two invoices entered side by side are both kept", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/nouvelle`);
  await mounted(other);
  await new InvoiceForm(page).fill(REFERENCE);
  await new InvoiceForm(other).fill({ ...REFERENCE, client: "Autre", number: "2026-015" });
  await new InvoiceForm(page).save.click();
  await arrivesAt(page, REFERENCE.client);
  await new InvoiceForm(other).save.click();
  await arrivesAt(other, "Autre");
  for (const tab of [page, other]) {
    await goTo(tab, "Factures");
    for (const number of ["2026-014", "2026-015"]) await tab.getByRole("row").filter({ hasText: number }).waitFor();
  }
  page.app.assertNoProblem();
});

test("two tabs: an invoice that gets another number stays the one shown, with what is noted on it", async () => {
  const page = await openApp({ hash: "#/factures/nouvelle" });
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/nouvelle`);
  await mounted(other);
  await new InvoiceForm(page).fill(REFERENCE);
  await new InvoiceForm(other).fill({ ...REFERENCE, client: "Autre", number: "2026-015" });
  // Neither tab can write: both count on from what they have.
  const third = await page.context().newPage();
  await third.goto(`${page.app.url}#/taux`);
  await third.evaluate(() => {
    const held = new Promise((done) => (globalThis.letGo = done));
    return new Promise((granted) => navigator.locks.request("relance/write", () => (granted(), held)));
  });
  await new InvoiceForm(page).save.click();
  await arrivesAt(page, REFERENCE.client);
  await new InvoiceForm(other).save.click();
  await arrivesAt(other, "Autre");
  await new Case(other).move({ amount: "480", date: "03/07/2026" });
  await third.evaluate(() => globalThis.letGo());
  await eventually(async () => assert.equal((await stored(other))["case/2"] !== undefined, true));
  await shows(line(other), "noté");
  for (const [tab, client, moves] of [[page, REFERENCE.client, 0], [other, "Autre", 1]]) {
    assert.equal(await tab.getByRole("heading", { level: 1 }).innerText(), client);
    assert.equal((await new Case(tab).noted()).length, moves);
    await tab.reload();
    await arrivesAt(tab, client);
    assert.equal((await new Case(tab).noted()).length, moves);
  }
  page.app.assertNoProblem();
});

test("a storage emptied elsewhere is noticed, not silently ignored", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures" });
  await page.getByRole("row").filter({ hasText: "2026-014" }).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/taux`);
  await mounted(other);
  await other.evaluate(() => localStorage.clear());
  // What the page shows is kept again, and it says so; or it shows it no longer. Never the one without the other.
  await eventually(async () => {
    const shown = (await page.getByRole("main").innerText()).includes("2026-014");
    assert.equal(Boolean((await stored(page))["case/1"]), shown, "the page shows what is kept nowhere");
  }, 5_000);
});

test("two tabs: a form being typed in takes up what the other tab saved, and keeps what was typed", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1/modifier" });
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures/1/modifier`);
  await mounted(other);
  const [here, there] = [new InvoiceForm(page), new InvoiceForm(other)];
  await here.number.fill("2026-014-BIS");
  await there.amount.fill("5000");
  await there.save.click();
  await arrivesAt(other, "Atelier Brun & Fils");
  await shows(page.getByRole("main"), "Cette fiche a changé ailleurs");
  await eventually(async () => assert.equal(plain(await here.amount.inputValue()), "5 000,00"));
  await here.save.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  const { number, amount } = (await keptCase(page)).invoice;
  assert.deepEqual([number, amount], ["2026-014-BIS", "5000.00"]);
  page.app.assertNoProblem();
});

test("what was half typed about an invoice goes with it, and never into another", async () => {
  const page = await openApp({ storage: book(), hash: "#/factures/1/modifier" });
  await new InvoiceForm(page).amount.fill("7777");
  await goTo(page, "Factures");
  await page.getByRole("row").filter({ hasText: "2026-014" }).getByRole("link").click();
  await page.getByRole("button", { name: "Supprimer cette facture" }).click();
  await shows(line(page), "Facture supprimée.");
  assert.equal((await stored(page))["draft/invoice/1"], undefined);
  await page.reload();
  await page.goto(`${page.app.url}#/factures/nouvelle`);
  const form = new InvoiceForm(page);
  await form.fill({ ...REFERENCE, client: "Neuf SARL", number: "N-1", amount: "100" });
  await form.save.click();
  await arrivesAt(page, "Neuf SARL");
  await page.getByRole("link", { name: "Modifier" }).click();
  await eventually(async () => assert.equal(plain(await form.amount.inputValue()), "100,00"));
  assert.equal(await form.client.inputValue(), "Neuf SARL");
  page.app.assertNoProblem();
});

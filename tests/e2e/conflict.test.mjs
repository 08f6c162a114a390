// Two tabs give one field two values in the same instant: both are shown, and the user says which one stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp, settled } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { ClientPage } from "./pages/client.mjs";
import { eventually, seen, shows } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";

const [ONE, OTHER] = ["01 01 01 01 01", "02 02 02 02 02"];

/** Nobody writes until the page that holds this lock lets it go. */
const holdLock = (holder) =>
  holder.evaluate(() => {
    const held = new Promise((release) => (globalThis.letGo = release));
    return new Promise((granted) => {
      navigator.locks.request("relance/write", () => {
        granted();
        return held;
      });
    });
  });

/** Waits until so many tabs wait for the lock: the one that acted first comes first. */
const waiting = (holder, n) =>
  holder.waitForFunction(
    async (n) => (await navigator.locks.query()).pending.filter(({ name }) => name === "relance/write").length === n,
    n,
  );

/** Two tabs that changed the telephone number of one client while neither could write; gives the one that came second. */
async function clash() {
  const first = await openApp({ storage: book(), hash: "#/clients/1/modifier" });
  const [second, holder] = [await first.context().newPage(), await first.context().newPage()];
  for (const [page, hash] of [[second, "#/clients/1/modifier"], [holder, "#/taux"]]) {
    await page.goto(first.app.url + hash);
    await settled(page);
  }
  await settled(first);
  await holdLock(holder);
  for (const [page, phone] of [[first, ONE], [second, OTHER]]) {
    await page.getByLabel("Téléphone").first().fill(phone);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  }
  await holder.evaluate(() => globalThis.letGo());
  const pages = [first, second];
  const late = await eventually(async () => {
    const shown = await Promise.all(pages.map((page) => banner(page).count()));
    assert.deepEqual([...shown].sort(), [0, 1], "one tab came second, and says so");
    return pages[shown.indexOf(1)];
  });
  const early = pages.find((page) => page !== late);
  const [mine, theirs] = late === second ? [OTHER, ONE] : [ONE, OTHER];
  return { late, early, mine, theirs, app: first.app };
}

const banner = (page) => page.locator(".banner").filter({ hasText: "Modifié au même instant dans un autre onglet" });

const phoneIs = async (pages, phone, app) => {
  for (const page of pages) {
    await page.goto(`${app.url}#/clients/1`);
    await shows(page.getByRole("main"), phone);
  }
};

test("both values are shown, with where they are; the other one is taken, in both tabs", async () => {
  const { late, early, mine, theirs, app } = await clash();
  assert.equal(
    await seen(banner(late).locator("p")),
    `Modifié au même instant dans un autre onglet : Atelier Brun & Fils, téléphone. Gardé ici : ${mine}. L’autre valeur : ${theirs}.`,
  );
  assert.deepEqual(await axe(late), []);
  await phoneIs([late, early], mine, app);
  assert.equal(await banner(late).count(), 1, "it stays from screen to screen");
  await banner(late).getByRole("button", { name: "Prendre l’autre valeur" }).click();
  await banner(late).waitFor({ state: "detached" });
  await phoneIs([late, early], theirs, app);
  await late.reload();
  await phoneIs([late], theirs, app);
  app.assertNoProblem();
});

test("the value here is kept, and nothing changes", async () => {
  const { late, early, mine, app } = await clash();
  await banner(late).getByRole("button", { name: "Garder", exact: true }).click();
  await banner(late).waitFor({ state: "detached" });
  await phoneIs([late, early], mine, app);
  await late.reload();
  await phoneIs([late], mine, app);
  app.assertNoProblem();
});

/** Three tabs of one book: two at a screen each, and one that holds the lock. */
async function threeTabs(hashes) {
  const first = await openApp({ storage: book(), hash: hashes[0] });
  const [second, holder] = [await first.context().newPage(), await first.context().newPage()];
  for (const [page, hash] of [[second, hashes[1]], [holder, "#/taux"]]) {
    await page.goto(first.app.url + hash);
    await settled(page);
  }
  await settled(first);
  await holdLock(holder);
  return { first, second, holder };
}

const dropped = (page) => page.getByRole("alert").filter({ hasText: "Non enregistré, à cause d’une modification faite dans un autre onglet" });

test("a payment on an invoice that another tab deleted is said not to be saved, and what was entered can be copied", async () => {
  const { first, second, holder } = await threeTabs(["#/factures/1", "#/factures/1"]);
  await first.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: first.app.origin });
  await first.getByRole("button", { name: "Supprimer cette facture" }).click();
  await waiting(holder, 1);
  await new Case(second).move({ amount: "1234", date: "2/7/26", reference: "virement du 2" });
  await waiting(holder, 2);
  await holder.evaluate(() => globalThis.letGo());
  const said = dropped(second);
  await shows(said, "paiement noté");
  await shows(said, "Atelier Brun");
  await said.locator("summary").click();
  await shows(said.getByRole("listitem"), /1[\s\u202f]234,00.*virement du 2/);
  assert.deepEqual(await axe(second), []);
  await second.bringToFront();
  await said.getByRole("button", { name: "Copier ma saisie" }).click();
  await eventually(async () => assert.match(await second.evaluate(() => navigator.clipboard.readText()), /virement du 2/));
  await second.goto(`${first.app.url}#/factures`);
  await settled(second);
  assert.equal(await said.count(), 1, "it stays from screen to screen");
  await said.getByRole("button", { name: "C’est noté" }).click();
  await said.waitFor({ state: "detached" });
  assert.equal(await dropped(first).count(), 0);
  first.app.assertNoProblem();
});

test("two tabs enter an invoice of one number: the second is said not to be saved, with its fields", async () => {
  const { first, second, holder } = await threeTabs(["#/factures/nouvelle", "#/factures/nouvelle"]);
  for (const [n, page, amount] of [[1, first, "100,00"], [2, second, "200,00"]]) {
    const form = new InvoiceForm(page);
    await form.fill({ ...REFERENCE, number: "X-9", amount });
    await form.save.click();
    await waiting(holder, n);
  }
  await holder.evaluate(() => globalThis.letGo());
  const said = dropped(second);
  await shows(said, "facture enregistrée");
  await said.locator("summary").click();
  await shows(said, "200,00");
  first.app.assertNoProblem();
});

test("what is being typed in one’s own details stays when another tab saves them, and both are kept", async () => {
  const first = await openApp({ storage: book(), hash: "#/reglages" });
  const second = await first.context().newPage();
  await second.goto(`${first.app.url}#/reglages`);
  await settled(second);
  const field = (page, name) => page.getByRole("region", { name: "Vos coordonnées" }).getByLabel(name);
  await field(second, "Téléphone").fill(OTHER);
  await field(first, "Ville des lettres").fill("Grenoble");
  await first.locator("#profile-save").click();
  await shows(first.locator(".quiet-line"), "Vos coordonnées sont enregistrées");
  await eventually(async () => assert.equal(await field(second, "Ville des lettres").inputValue(), "Grenoble"));
  assert.equal(await field(second, "Téléphone").inputValue(), OTHER);
  await second.locator("#profile-save").click();
  await shows(second.locator(".quiet-line"), "Vos coordonnées sont enregistrées");
  await first.reload();
  await settled(first);
  assert.equal(await field(first, "Téléphone").inputValue(), OTHER);
  assert.equal(await field(first, "Ville des lettres").inputValue(), "Grenoble");
  first.app.assertNoProblem();
});

test("the form of an invoice that another tab deleted keeps only what was typed, and saves nothing", async () => {
  const first = await openApp({ storage: book(), hash: "#/factures/1/modifier" });
  const second = await first.context().newPage();
  await second.goto(`${first.app.url}#/factures/1`);
  await settled(second);
  await new InvoiceForm(first).number.fill("2026-014-bis");
  await second.getByRole("button", { name: "Supprimer cette facture" }).click();
  const main = first.getByRole("main");
  await shows(main, "Ce que vous aviez tapé, et qui n’est pas enregistré");
  await shows(main, "2026-014-bis");
  const said = await seen(main);
  assert.ok(!said.includes("Atelier Brun"), said);
  assert.equal(await first.getByRole("button", { name: /Enregistrer/ }).count(), 0);
  const drafts = () => first.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")));
  await eventually(async () => assert.deepEqual(await drafts(), []));
  assert.deepEqual(await axe(first), []);
  first.app.assertNoProblem();
});

test("a person being corrected stays the same one when another tab removes the one before", async () => {
  const contacts = ["M. Un", "Mme Deux"].map((name) => ({ role: "accounts", name }));
  const first = await openApp({ storage: book({ client: { contacts } }), hash: "#/clients/1" });
  const second = await first.context().newPage();
  await second.goto(`${first.app.url}#/clients/1`);
  await settled(second);
  const [one, other] = [new ClientPage(first), new ClientPage(second)];
  await one.person("Mme Deux").getByRole("button", { name: "Modifier Mme Deux" }).click();
  await one.contacts.getByLabel("Téléphone professionnel").fill(ONE);
  await other.person("M. Un").getByRole("button", { name: "Retirer M. Un" }).click();
  await eventually(async () => assert.equal(await one.person("M. Un").count(), 0));
  assert.equal(await one.contacts.getByLabel("Téléphone professionnel").inputValue(), ONE);
  await one.contacts.getByRole("button", { name: "Enregistrer" }).click();
  await shows(one.person("Mme Deux"), ONE);
  await shows(other.person("Mme Deux"), ONE);
  assert.equal(await one.contacts.getByRole("listitem").count(), 1);
  first.app.assertNoProblem();
});

test("work corrected in two tabs keeps what each of them typed; taken off, it does not come back", async () => {
  const works = [{ id: 1, client: "Studio Kermarec", what: "Affiche", done: "2026-11-10", alert_days: 7 }];
  const first = await openApp({ storage: { ...book(), "relance/unbilled": { unbilled: { works } } }, hash: "#/a-facturer" });
  const second = await first.context().newPage();
  await second.goto(`${first.app.url}#/a-facturer`);
  await settled(second);
  const list = (page) => page.getByRole("list", { name: "Travaux à facturer" }).getByRole("listitem");
  const edit = (page) => list(page).first().getByRole("button", { name: /^Modifier/ }).click();
  const save = (page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await edit(first);
  await first.getByLabel("Montant TTC").fill("1200");
  await edit(second);
  await second.getByLabel("Travail").fill("Grande affiche");
  await save(second);
  await eventually(async () => assert.equal(await first.getByLabel("Travail").inputValue(), "Grande affiche"));
  await save(first);
  await shows(list(second).first(), "Grande affiche");
  await shows(list(second).first(), /1[\s\u202f]200,00/);
  await edit(first);
  await first.getByLabel("Travail").fill("Tout autre chose");
  await list(second).first().getByRole("button", { name: /^Supprimer/ }).click();
  await eventually(async () => assert.equal(await list(first).count(), 0));
  assert.equal(await first.getByRole("button", { name: "Enregistrer", exact: true }).count(), 0);
  first.app.assertNoProblem();
});

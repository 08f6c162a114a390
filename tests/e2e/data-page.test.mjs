// « Vos données »: what is kept and how safely, encrypted backups, copies to a folder, the passphrase of the data.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, mounted, openApp, openBlank } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { Safety } from "./pages/safety.mjs";
import { arrivesAt, downloadBy, eventually, faultOf, journaled, line, seen, shows, stored } from "./pages/common.mjs";
import { InvoiceForm, REFERENCE } from "./pages/invoice-form.mjs";

const COUNTS = "1 client, 1 facture, 1 mouvement, 0 envoi";
const PHRASE = "bougie pluie tracteur violon";

const open = async (storage = book(), more = {}) => {
  const page = await openApp({ storage, hash: "#/donnees", ...more });
  return { page, safety: new Safety(page) };
};

const CASE = "2026-014";

/** Makes that many changes, each a saved one. */
async function change(page, times) {
  await page.goto(`${page.app.url}#/factures/1`);
  await arrivesAt(page, /Brun/);
  const before = (await new Case(page).noted()).length;
  for (let n = 1; n <= times; n += 1) {
    await new Case(page).move({ amount: "10", date: "2/7/26", reference: `virement ${n}` });
    await eventually(async () => assert.equal((await new Case(page).noted()).length, before + n));
  }
}

/** The checksum that files carry: CRC-32. */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** What local storage and the browser's database hold, as one text. */
const everything = async (page) => [await stored(page), await journaled(page)];

test("what is kept is counted, placed and measured, and the policy of the page is shown", async () => {
  const { page, safety } = await open();
  await shows(safety.counts, COUNTS);
  await shows(safety.kept, "local storage");
  await shows(safety.kept, "un journal des modifications");
  await shows(safety.room, /^\d+ Ko sur environ 10 400 Ko \(0 %\)/);
  await shows(safety.room, "De quoi ajouter environ 10 000 factures.");
  await shows(safety.kept, "Ce qui est dit enregistré le reste");
  await shows(safety.promise, "connect-src 'self'");
  await shows(safety.promise, "form-action 'none'");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("from 70 % of the room, the page and every screen say what to do", async () => {
  // What was set aside earlier takes room too.
  const { page, safety } = await open({ ...book(), "relance/aside/1/client/9": "x".repeat(3_700_000) });
  await shows(safety.room, /\(7\d %\)/);
  await shows(safety.room, "La place se réduit.");
  await page.goto(`${page.app.url}#/factures`);
  const banner = page.getByRole("status").filter({ hasText: "La place se réduit." });
  await shows(banner, "archivez les affaires closes");
  await banner.getByRole("link", { name: "Faire de la place" }).click();
  await arrivesAt(page, "Vos données");
  page.app.assertNoProblem();
});

test("where there is no room left, the page and every screen say so, and what to do", async () => {
  const { page, safety } = await open({ ...book(), "relance/aside/1/client/9": "x".repeat(5_201_000) });
  await shows(safety.room, "(100 %)");
  await shows(safety.room, "Il n’y a plus de place.");
  await shows(safety.room, "archivez les affaires closes");
  await shows(safety.room, "Plus assez pour une facture comme les vôtres.");
  assert.equal(await page.getByText("La place se réduit.").count(), 0);
  await page.goto(`${page.app.url}#/factures`);
  await shows(page.getByRole("status").filter({ hasText: "Il n’y a plus de place." }), "archivez les affaires closes");
  page.app.assertNoProblem();
});

test("a backup is suggested once ten changes are nowhere else, and one press makes it", async () => {
  const { page, safety } = await open();
  await shows(safety.backups, "Aucune sauvegarde pour l’instant.");
  await change(page, 9);
  const banner = page.getByRole("status").filter({ hasText: "Pensez à sauvegarder." });
  assert.equal(await banner.count(), 0);
  await new Case(page).move({ amount: "10", date: "2/7/26", reference: "virement 10" });
  await shows(banner, "10 modifications ne sont que dans ce navigateur.");
  const { text } = await downloadBy(page, () => banner.getByRole("button", { name: "Sauvegarder" }).click());
  assert.equal(JSON.parse(text).counts.movements, 11);
  await banner.waitFor({ state: "hidden" });
  await page.goto(`${page.app.url}#/donnees`);
  await shows(safety.backups, "Dernière sauvegarde il y a moins d’une heure. Rien n’a changé depuis.");
  page.app.assertNoProblem();
});

test("an encrypted backup holds no word in plain, and says so of a short or mistyped passphrase", async () => {
  const { page, safety } = await open();
  await safety.backups.getByText("Sauvegarde chiffrée", { exact: true }).click();
  const button = safety.backups.getByRole("button", { name: "Chiffrer et télécharger" });
  await safety.make(safety.backups, "court");
  await button.click();
  assert.match(await faultOf(safety.backups.getByLabel("Phrase secrète", { exact: true })), /douze caractères/);
  await safety.make(safety.backups, PHRASE, `${PHRASE}s`);
  await button.click();
  assert.match(await faultOf(safety.backups.getByLabel("La même, encore une fois")), /diffèrent/);
  await safety.backups.getByText("Sauvegarde chiffrée", { exact: true }).click();
  const text = await safety.seal(PHRASE);
  await shows(safety.backups, `Sauvegarde chiffrée vérifiée, déchiffrée et relue : ${COUNTS}.`);
  const file = JSON.parse(text);
  assert.equal(file.format, "relance-backup-encrypted");
  assert.ok(file.kdf.iterations >= 600_000);
  assert.ok(!text.includes("Brun") && !text.includes(CASE));
  await shows(safety.backups, "Dernière sauvegarde il y a moins d’une heure.");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("an encrypted backup opens in another browser with its passphrase, and with no other", async () => {
  const { page, safety } = await open();
  const text = await safety.seal(PHRASE);
  await page.context().close();
  const { page: fresh, safety: there } = await open({});
  await shows(there.counts, "0 client, 0 facture");
  const choose = there.backups.getByRole("button", { name: "Choisir un fichier" });
  const [chooser] = await Promise.all([fresh.waitForEvent("filechooser"), choose.click()]);
  await chooser.setFiles({ name: "relance.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const field = fresh.locator("#restore-passphrase");
  await field.fill("une autre phrase secrète");
  await field.press("Enter");
  await shows(there.backups, "Ce n’est pas la phrase secrète de ce fichier.");
  assert.equal((await stored(fresh))["case/1"], undefined);
  await field.fill(PHRASE);
  await field.press("Enter");
  await shows(there.backups, COUNTS);
  assert.equal((await stored(fresh))["case/1"], undefined);
  fresh.app.assertNoProblem();
  fresh.app.assertNothingLeft();
});

test("an encrypted backup that someone altered is not opened, and is told from one that is damaged", async () => {
  const { page, safety } = await open();
  const file = JSON.parse(await safety.seal(PHRASE));
  await page.context().close();
  // With one byte of the content changed, and the digest made anew as only somebody who means to would.
  const data = Buffer.from(file.data, "base64");
  data[20] ^= 1;
  const altered = { ...file, data: data.toString("base64") };
  const { kdf, cipher } = file;
  const header = [file.format, file.version, kdf.name, kdf.iterations, kdf.salt, cipher.name, cipher.iv, file.check];
  const digest = crc32(Buffer.from(`${header.join("\n")}\n${altered.data}`)).toString(16).padStart(8, "0");
  const { page: fresh, safety: there } = await open({});
  const pick = async (text) => {
    const choose = there.backups.getByRole("button", { name: "Choisir un fichier" });
    const [chooser] = await Promise.all([fresh.waitForEvent("filechooser"), choose.click()]);
    await chooser.setFiles({ name: "relance.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(text)) });
  };
  await pick(altered);
  await shows(there.backups, /abîmé ou modifié/);
  await pick({ ...altered, digest });
  const field = fresh.locator("#restore-passphrase");
  await field.fill(PHRASE);
  await field.press("Enter");
  await shows(there.backups, "Ce fichier a été modifié après son chiffrement : il n’est pas ouvert.");
  await shows(there.counts, "0 client, 0 facture");
  // The original opens, with the digest found in the same way.
  await pick(file);
  await field.fill(PHRASE);
  await field.press("Enter");
  await shows(there.backups, COUNTS);
  fresh.app.assertNoProblem();
});

test("under a passphrase nothing is left in plain; it is asked for at every opening, and taken off again", async () => {
  const { page, safety } = await open();
  await change(page, 1);
  await page.goto(`${page.app.url}#/donnees`);
  await safety.switchOn(PHRASE);
  await shows(safety.lock, "Vos données sont chiffrées dans ce navigateur.");
  const held = JSON.stringify(await everything(page));
  for (const word of ["Brun", "Morel", CASE, "virement"]) assert.ok(!held.includes(word), word);

  // Locked: no screen but the calculator, and nothing is written.
  await page.goto(`${page.app.url}#/factures`);
  await page.reload();
  await arrivesAt(page, "Vos données sont sous phrase secrète");
  assert.ok(!(await seen(page.locator("main"))).includes("Brun"));
  const before = await stored(page);
  await safety.unlock("une autre phrase secrète");
  await eventually(async () =>
    assert.match(await faultOf(page.getByLabel("Phrase secrète", { exact: true })), /pas la bonne phrase/),
  );
  assert.deepEqual(await stored(page), before);
  await page.goto(`${page.app.url}#/calcul`);
  await page.getByLabel("Montant").first().waitFor();
  await page.goto(`${page.app.url}#/factures`);
  await safety.unlock(PHRASE);
  await page.getByRole("row").filter({ hasText: CASE }).waitFor();

  // Changed while it is on, and taken back after another opening.
  await change(page, 1);
  await page.goto(`${page.app.url}#/donnees`);
  await shows(safety.counts, "1 client, 1 facture, 3 mouvements");
  await safety.lock.getByRole("button", { name: "Ne plus chiffrer" }).click();
  await shows(safety.lock, "Vos données ne sont plus chiffrées dans ce navigateur.");
  assert.equal((await stored(page)).lock, undefined);
  await page.reload();
  await shows(safety.counts, "1 client, 1 facture, 3 mouvements");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("another passphrase opens after a change, and the old one no longer does", async () => {
  const { page, safety } = await open();
  await safety.switchOn(PHRASE);
  await shows(safety.lock, "Vos données sont chiffrées dans ce navigateur.");
  await safety.lock.getByText("Changer la phrase", { exact: true }).first().click();
  await safety.lock.getByLabel("Phrase actuelle").fill(PHRASE);
  await safety.lock.getByLabel("Nouvelle phrase").fill("soleil tambour mercredi lampe");
  await safety.lock.getByLabel("La même, encore une fois").fill("soleil tambour mercredi lampe");
  await safety.lock.getByRole("button", { name: "Changer la phrase" }).click();
  await shows(safety.lock, "La phrase est changée.");
  await safety.lock.getByRole("button", { name: "Verrouiller maintenant" }).click();
  await arrivesAt(page, "Vos données sont sous phrase secrète");
  await safety.unlock(PHRASE);
  await eventually(async () =>
    assert.match(await faultOf(page.getByLabel("Phrase secrète", { exact: true })), /pas la bonne phrase/),
  );
  await safety.unlock("soleil tambour mercredi lampe");
  await shows(safety.counts, COUNTS);
  page.app.assertNoProblem();
});

test("a second tab follows when the passphrase is switched on and off", async () => {
  const { page, safety } = await open();
  const other = await page.context().newPage();
  await other.goto(`${page.app.url}#/factures`);
  await other.getByRole("row").filter({ hasText: CASE }).waitFor();
  await safety.switchOn(PHRASE);
  await shows(safety.lock, "Vos données sont chiffrées dans ce navigateur.");
  await arrivesAt(other, "Vos données sont sous phrase secrète");
  await new Safety(other).unlock(PHRASE);
  await other.getByRole("row").filter({ hasText: CASE }).waitFor();
  await safety.lock.getByRole("button", { name: "Ne plus chiffrer" }).click();
  await shows(safety.lock, "ne sont plus chiffrées");
  await other.goto(`${page.app.url}#/factures/nouvelle`);
  await new InvoiceForm(other).fill({ ...REFERENCE, number: "X-2" });
  await new InvoiceForm(other).save.click();
  await shows(line(other), "Facture enregistrée.");
  await page.reload();
  await shows(safety.counts, /2 factures/);
  page.app.assertNoProblem();
});

test("data whose passphrase is forgotten is erased only on a word typed", async () => {
  const { page, safety } = await open();
  await safety.switchOn(PHRASE);
  await shows(safety.lock, "Vos données sont chiffrées dans ce navigateur.");
  await page.reload();
  await arrivesAt(page, "Vos données sont sous phrase secrète");
  await page.getByText("Phrase oubliée ?").click();
  const erase = page.getByRole("button", { name: "Effacer ce qui est ici" });
  await erase.click();
  assert.ok((await stored(page))["case/1"]);
  await page.getByLabel("Tapez EFFACER pour confirmer").fill("effacer");
  await Promise.all([page.waitForEvent("load"), erase.click()]);
  await mounted(page);
  await shows(safety.counts, "0 client, 0 facture");
  page.app.assertNoProblem();
});

test("copies go to a folder the user chose, one a day, and count as backups", async () => {
  const page = await openBlank({ storage: book() });
  // The browser's own window cannot be pressed in a test: a private folder of the page takes the place of the chosen one.
  await page.addInitScript(() => {
    globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("copies", { create: true });
  });
  await page.goto(`${page.app.url}#/donnees`);
  await mounted(page);
  const safety = new Safety(page);
  await safety.folder.getByRole("button", { name: "Choisir un dossier" }).click();
  await shows(safety.folder, "Dossier copies");
  await shows(safety.folder, "Dernière copie, il y a moins d’une heure");
  const files = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("copies");
      const found = {};
      for await (const [name, handle] of folder) found[name] = await (await handle.getFile()).text();
      return found;
    });
  const first = await files();
  assert.deepEqual(Object.keys(first), ["relance-auto-2026-11-22.json"]);
  assert.equal(JSON.parse(first["relance-auto-2026-11-22.json"]).counts.invoices, 1);
  await shows(safety.backups, "Dernière sauvegarde il y a moins d’une heure.");

  // After a reload the folder is still known; when the page is left, what changed is copied.
  await page.reload();
  await shows(safety.folder, "Dossier copies");
  await change(page, 1);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await eventually(async () =>
    assert.equal(JSON.parse((await files())["relance-auto-2026-11-22.json"]).counts.movements, 2),
  );
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("where the part that makes backups cannot be fetched, the buttons and the copies say so, and work once it can", async () => {
  const page = await openBlank({ storage: book() });
  await page.addInitScript(() => {
    globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("copies", { create: true });
  });
  await page.goto(`${page.app.url}#/donnees`);
  await mounted(page);
  await new Safety(page).folder.getByRole("button", { name: "Choisir un dossier" }).click();
  await shows(new Safety(page).folder, "Dernière copie, il y a moins d’une heure");
  let isCut = true;
  await page.route(/split_rare/, (route) => (isCut ? route.abort() : route.continue()));
  await page.goto("about:blank");
  await page.goto(`${page.app.url}#/factures/1`);
  await mounted(page);
  await new Case(page).move({ amount: "10", date: "2/7/26" });
  await shows(line(page), "Paiement noté.");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  const banner = page.locator(".banner").filter({ hasText: "La copie automatique est en retard." });
  await shows(banner, "n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.");
  // By a button too, which says it at once.
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("refused by the test", "UnknownError");
    };
  });
  await new Case(page).move({ amount: "11", date: "3/7/26" });
  const unsaved = page.getByRole("alert").filter({ hasText: "Non enregistré." });
  await unsaved.getByRole("button", { name: "Télécharger mes données" }).click();
  await shows(line(page), "Rien n’a été fait : cette partie de Relance n’a pas pu être chargée.");
  isCut = false;
  const { text } = await downloadBy(page, () => unsaved.getByRole("button", { name: "Télécharger mes données" }).click());
  assert.equal(JSON.parse(text).counts.movements, 3);
});

test("the browser is asked to keep the data from the second invoice on, once", async () => {
  const { page, safety } = await open();
  await shows(safety.kept, "Stockage persistant");
  assert.equal((await stored(page)).asked, undefined);
  await page.goto(`${page.app.url}#/factures/nouvelle`);
  await new InvoiceForm(page).fill({ ...REFERENCE, number: "B-2" });
  await new InvoiceForm(page).save.click();
  await shows(line(page), "Facture enregistrée.");
  await eventually(async () => assert.match((await stored(page)).asked ?? "", /^(granted|refused)$/));
  page.app.assertNoProblem();
});

test("the page and the place to unlock have no serious fault of accessibility, and fit a narrow window", async () => {
  const { page, safety } = await open(book(), { viewport: { width: 360, height: 700 } });
  await safety.switchOn(PHRASE);
  await shows(safety.lock, "Vos données sont chiffrées dans ce navigateur.");
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.deepEqual([await axe(page), await isWide()], [[], false]);
  await page.reload();
  await arrivesAt(page, "Vos données sont sous phrase secrète");
  await page.getByText("Phrase oubliée ?").click();
  assert.deepEqual([await axe(page), await isWide()], [[], false]);
});

test("where storage is refused, the page says so, and a backup can still be made", async () => {
  const page = await openBlank({ storage: {} });
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  });
  await page.goto(`${page.app.url}#/donnees`);
  await mounted(page);
  const safety = new Safety(page);
  await shows(safety.kept, "Nulle part");
  await shows(page.getByRole("main"), "Ce navigateur refuse de garder vos données.");
  await shows(safety.lock, "il n’y a rien à chiffrer");
  const { text } = await downloadBy(page, () => safety.download.click());
  assert.equal(JSON.parse(text).format, "relance-backup");
});

for (const [how, stub] of [
  ["is not there", () => Object.defineProperty(globalThis, "indexedDB", { get: () => undefined })],
  ["refuses to be opened", () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused by the test", "SecurityError");
    };
  }],
  ["fails to open", () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      setTimeout(() => {
        request.error = new DOMException("refused by the test", "UnknownError");
        request.onerror?.(new Event("error"));
        request.dispatchEvent(new Event("error"));
      });
      return request;
    };
  }],
]) {
  test(`where the database ${how}, what is saved is not said to outlive a sudden stop`, async () => {
    const page = await openBlank({ storage: book() });
    await page.addInitScript(stub);
    await page.goto(`${page.app.url}#/factures/1`);
    await mounted(page);
    await new Case(page).move({ amount: "10", date: "2/7/26" });
    await shows(line(page), "Paiement noté. Le navigateur l’écrit pour de bon d’ici quelques minutes.");
    await page.goto(`${page.app.url}#/donnees`);
    const safety = new Safety(page);
    await shows(safety.kept, "Ce navigateur refuse le journal.");
    await shows(safety.kept, "fermez-le normalement, et sauvegardez souvent");
    const said = await seen(safety.kept);
    assert.ok(!said.includes("Ce qui est dit enregistré le reste") && !said.includes("un journal des modifications"));
    await page.reload();
    await shows(safety.counts, "1 client, 1 facture, 2 mouvements");
    page.app.assertNoProblem();
  });
}

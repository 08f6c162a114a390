// A reply card there and back: made with an e-mail, answered by the client in a browser of its own, its code pasted back;
// forged, damaged and spent codes refused; the same from the file that stands alone.

import assert from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { axe, mounted, openApp, openBlank } from "./harness.mjs";
import { another, sentBook } from "./pages/book.mjs";
import { arrivesAt, eventually, faultOf, line, plain, shows } from "./pages/common.mjs";
import { Case } from "./pages/case.mjs";
import { Composer } from "./pages/composer.mjs";

const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}/;
const REMINDER = "#/factures/1/texte/premiere-relance";

/** The creditor’s page with a card in the e-mail, and its link. */
async function carded() {
  const page = await openApp({ storage: sentBook(), hash: REMINDER });
  const composer = new Composer(page);
  await composer.message.waitFor();
  assert.ok(!(await composer.message.innerText()).includes("#/reponse"), "off until it is asked for");
  await page.getByLabel("Ajouter une carte de réponse").check();
  await shows(page.getByRole("note").filter({ hasText: "Le lien montre à qui l’ouvre" }), "les numéros de facture, le solde");
  await shows(composer.message, "#/reponse?");
  const link = (await composer.message.innerText()).match(/http\S+#\/reponse\?[\w-]+/)[0];
  return { page, link };
}

/** The client’s browser on the card: another profile, with nothing in it. */
async function client(link, options = {}) {
  const page = await openBlank(options);
  await page.goto(link);
  await mounted(page);
  return page;
}

/** What the client sends. */
async function answer(page, fill) {
  await fill(page);
  await page.getByRole("button", { name: "Préparer ma réponse" }).click();
  await page.getByRole("heading", { name: "Votre réponse, à relire" }).waitFor();
  const href = await page.getByRole("link", { name: "Ouvrir dans ma messagerie" }).getAttribute("href");
  const [, to, query] = href.match(/^mailto:([^?]*)\?(.*)$/);
  const mail = new URLSearchParams(query.replaceAll("+", "%2B"));
  return { to, subject: mail.get("subject"), body: mail.get("body") };
}

const paste = (page, text) => page.getByLabel("Le code reçu, ou tout l’e-mail").fill(text);

test("a client answers in a browser of its own, and the creditor notes the promise", async () => {
  const { page, link } = await carded();
  const theirs = await client(link);
  await shows(theirs.getByRole("main"), "Facture n° 2026-014");
  await shows(theirs.locator(".reply-balance"), "2 480,00 €");
  await shows(theirs.getByRole("main"), "Claire Morel");
  assert.equal(await theirs.getByRole("navigation").count(), 0, "nothing of the creditor’s program");
  assert.deepEqual(await axe(theirs), []);
  await theirs.getByRole("button", { name: "Préparer ma réponse" }).click();
  await eventually(async () => assert.notEqual(await faultOf(theirs.getByLabel("Jour du paiement")), ""));
  const mail = await answer(theirs, async (card) => {
    await card.getByLabel("Jour du paiement").fill("15/12/2026");
    await card.getByLabel("Montant").fill("1500");
    await card.getByLabel("Un mot à ajouter").fill("Le reste en janvier & merci.");
  });
  assert.equal(mail.to, "claire@morel.example");
  assert.match(plain(mail.subject), /Facture n° 2026-014 : ma réponse/);
  assert.match(plain(mail.body), /je paie 1 500,00 € au plus tard le 15 décembre 2026/);
  assert.match(plain(mail.body), /Le reste en janvier & merci\./);
  const kept = await theirs.evaluate(async () => [localStorage.length, (await indexedDB.databases?.())?.length ?? 0]);
  assert.deepEqual(kept, [0, 0], "nothing is kept at the client’s");
  theirs.app.assertNoProblem();
  theirs.app.assertNothingLeft();

  await page.goto(`${page.app.url}#/factures/1`);
  await page.getByRole("link", { name: "Lire une réponse de carte" }).click();
  await arrivesAt(page, "Réponses de clients");
  await paste(page, mail.body);
  await shows(page.locator(".reply-says"), "Atelier Brun & Fils répond : « je paie 1 500,00 € au plus tard le 15 décembre 2026 »");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Noter la promesse" }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(page.getByRole("main"), "1 500,00 €");
  await shows(page.getByRole("main"), "15 décembre 2026");
  await page.goto(`${page.app.url}#/reponses`);
  await shows(page.getByRole("region", { name: "Cartes données" }), "répondu, noté le 22 novembre 2026");
  await paste(page, mail.body.match(CODE)[0]);
  await shows(page.getByRole("alert"), "déjà notée");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("forged, damaged and foreign codes are refused with what to do; a cut link says so", async () => {
  const { page, link } = await carded();
  const theirs = await client(link);
  const { body } = await answer(theirs, (card) => card.getByLabel("Jour du paiement").fill("15/12/2026"));
  const [code] = body.match(CODE);
  // A card of somebody else: the same page on a link of another book.
  const other = await carded();
  const foreign = await answer(await client(other.link), (card) => card.getByLabel("Jour du paiement").fill("15/12/2026"));
  await page.goto(`${page.app.url}#/reponses`);
  await paste(page, foreign.body);
  await shows(page.getByRole("alert"), "ne vient d’aucune de vos cartes");
  for (let at = 0; at < code.length; at += 7) {
    const wrong = code.slice(0, at) + (code[at] === "7" ? "8" : "7") + code.slice(at + 1);
    await paste(page, wrong);
    await shows(page.getByRole("alert"), "abîmé");
  }
  await paste(page, "Bonjour, je paie demain.");
  await shows(page.getByRole("alert"), "Aucun code");
  assert.equal(await page.getByRole("button", { name: "Noter la promesse" }).count(), 0);
  await paste(page, code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Noter la promesse" }).waitFor();
  const cut = await client(link.slice(0, -3));
  await shows(cut.getByRole("alert"), "Ce lien est incomplet");
  page.app.assertNoProblem();
});

test("instalments lead to a plan to look at, a dispute is noted, a payment is looked for first", async () => {
  const { page, link } = await carded();
  const proposes = await answer(await client(link), async (card) => {
    await card.getByText("Je propose de payer en plusieurs fois").click();
    await card.getByLabel("Nombre de fois").fill("4");
    await card.getByLabel("Jour du premier paiement").fill("15/12/2026");
  });
  const contests = await answer(await client(link), async (card) => {
    await card.getByText("Je ne suis pas d’accord").click();
    await card.getByLabel("Montant contesté").fill("300");
  });
  const paid = await answer(await client(link), async (card) => {
    await card.getByText("J’ai déjà payé").click();
    await card.getByLabel("Jour de votre paiement").fill("20/11/2026");
  });
  await page.goto(`${page.app.url}#/reponses`);
  await paste(page, contests.body);
  await shows(page.locator(".reply-says"), "je conteste 300,00 €");
  await page.getByRole("button", { name: "Noter le litige" }).waitFor();
  await paste(page, paid.body);
  await shows(page.getByRole("main"), "Vérifiez d’abord votre compte.");
  await page.getByRole("button", { name: "Pas encore vu : attendre cinq jours" }).waitFor();
  await paste(page, proposes.body);
  await page.getByLabel(/noter la reconnaissance/).check();
  await page.getByRole("button", { name: "Préparer cet échéancier" }).click();
  await arrivesAt(page, "Échéancier");
  await eventually(async () => assert.equal(await page.getByLabel("Nombre d’échéances").inputValue(), "4"));
  assert.equal(await page.getByLabel("Première échéance").inputValue(), "15/12/2026");
  // Exactly what the card showed: the balance, and no penalties it said nothing of.
  await shows(page.getByRole("main"), "sur le solde que sa carte montrait : 2 480,00 € au 22 novembre 2026");
  await shows(page.locator(".plan-answer").first(), "4 × 620,00 €");
  assert.ok(await page.getByRole("radio", { name: "Gelées, dues ensuite" }).isChecked());
  await page.getByText("Comprises", { exact: true }).click();
  await shows(page.getByRole("main"), "Ce calendrier porte sur une autre somme");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Réponse de carte, par e-mail");
  page.app.assertNoProblem();
});

test("the file that stands alone opens from a disk without a network, and its code reads", async () => {
  const { page } = await carded();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger la carte en fichier" }).click();
  const file = path.join(await mkdtemp(path.join(tmpdir(), "relance-card-")), "carte.html");
  await (await download).saveAs(file);
  const theirs = await openBlank();
  await theirs.context().setOffline(true);
  await theirs.goto(pathToFileURL(file).href);
  await shows(theirs.getByRole("main"), "2 480,00 €");
  assert.deepEqual(await axe(theirs), []);
  await theirs.getByText("Je propose de payer en plusieurs fois").click();
  await theirs.getByLabel("Nombre de fois").fill("1");
  await theirs.getByLabel("Jour du premier paiement").fill("2026-12-15");
  await theirs.getByRole("button", { name: "Préparer ma réponse" }).click();
  await shows(theirs.getByRole("alert").filter({ hasText: "24" }), "Un nombre de 2 à 24.");
  await theirs.getByLabel("Nombre de fois").fill("3");
  const mail = await answer(theirs, () => {});
  assert.equal(mail.to, "claire@morel.example");
  assert.match(plain(mail.body), /en 3 fois, une fois par mois, à partir du 15 décembre 2026/);
  assert.deepEqual(theirs.app.foreign.filter((url) => !url.startsWith("file:")), []);
  theirs.app.assertNoProblem();
  await page.goto(`${page.app.url}#/reponses`);
  await paste(page, mail.body);
  await shows(page.locator(".reply-says"), "je propose de payer en 3 fois");
  // Each kind of answer is coded alike by the file and by the page.
  await theirs.getByRole("button", { name: "Changer ma réponse" }).click();
  await theirs.getByText("Je ne suis pas d’accord").click();
  await theirs.getByLabel("Montant contesté").fill("1 240,50");
  await paste(page, (await answer(theirs, () => {})).body);
  await shows(page.locator(".reply-says"), "je conteste 1 240,50 €");
  await theirs.getByRole("button", { name: "Changer ma réponse" }).click();
  await theirs.getByText("J’ai déjà payé").click();
  await theirs.getByLabel("Jour de votre paiement").fill("2026-11-20");
  await paste(page, (await answer(theirs, () => {})).body);
  // An amount is of the answer it was typed for: another begins with the balance again.
  await shows(page.locator(".reply-says"), "j’ai payé 2 480,00 € le 20 novembre 2026");
  page.app.assertNoProblem();
});

test("where storage is refused, on a phone, in the dark, in English, a client can answer all the same", async () => {
  const { page } = await carded();
  await page.getByRole("group", { name: "Langue du texte" }).getByText("Anglais").click();
  await page.getByLabel("Ajouter une carte de réponse").check();
  const composer = new Composer(page);
  await shows(composer.message, "To answer in a minute");
  const link = (await composer.message.innerText()).match(/http\S+#\/reponse\?[\w-]+/)[0];
  const theirs = await openBlank({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await theirs.context().addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
  });
  await theirs.goto(link);
  await mounted(theirs);
  await shows(theirs.getByRole("main"), "Invoice 2026-014");
  await shows(theirs.locator(".reply-balance"), "€2,480.00");
  await theirs.getByLabel("Day of payment").fill("15/12/2026");
  await theirs.getByRole("button", { name: "Prepare my answer" }).click();
  await shows(theirs.locator(".reply-text"), /I pay €2,480\.00 by 15 December 2026/);
  const width = await theirs.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(theirs), []);
  theirs.app.assertNoProblem();
});

test("what the client says is kept; a dispute opens with it; instalments leave a trace", async () => {
  const { page, link } = await carded();
  const proposes = await answer(await client(link), async (card) => {
    await card.getByText("Je propose de payer en plusieurs fois").click();
    await card.getByLabel("Nombre de fois").fill("4");
    await card.getByLabel("Jour du premier paiement").fill("15/12/2026");
  });
  await page.goto(`${page.app.url}#/reponses`);
  await paste(page, proposes.body);
  await page.getByRole("button", { name: "Préparer cet échéancier" }).click();
  await arrivesAt(page, "Échéancier");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("region", { name: "Où en est-on" }), "Le client propose de payer en 4 fois, une fois par mois, à partir du 15 décembre 2026");
  await shows(page.getByRole("region", { name: "Prochaine étape" }), "Rien n’est accordé");
  page.app.assertNoProblem();
  const other = await carded();
  const contests = await answer(await client(other.link), async (card) => {
    await card.getByText("Je ne suis pas d’accord").click();
    await card.getByLabel("Montant contesté").fill("300");
    await card.getByLabel("Un mot à ajouter").fill("La page d’accueil\nn’est pas finie.");
  });
  await other.page.goto(`${other.page.app.url}#/reponses`);
  await paste(other.page, contests.body);
  await eventually(async () => assert.equal(await other.page.getByLabel("Ce que dit le client").inputValue(), "La page d’accueil\nn’est pas finie."));
  await other.page.getByRole("button", { name: "Noter le litige" }).click();
  await arrivesAt(other.page, "Litige");
  await shows(other.page.getByRole("main"), "n’est pas finie.");
  other.page.app.assertNoProblem();
});

test("a card is seen while the text is edited, and goes with its tick; a card given can be taken back", async () => {
  const { page, link } = await carded();
  const composer = new Composer(page);
  await composer.edit.click();
  await shows(page.locator(".card-added"), link);
  await page.getByLabel("Ajouter une carte de réponse").uncheck();
  await eventually(async () => assert.equal(await page.locator(".card-added").count(), 0));
  await composer.back.click();
  await composer.message.waitFor();
  assert.ok(!(await composer.message.innerText()).includes("#/reponse"), "the link is gone from the text");
  await page.goto(`${page.app.url}#/reponses`);
  assert.equal(await page.getByRole("region", { name: "Cartes données" }).count(), 0, "a card nobody got is no card");
  const given = await carded();
  await given.page.goto(`${given.page.app.url}#/reponses`);
  await given.page.getByRole("button", { name: "Retirer la carte" }).click();
  await eventually(async () => assert.equal(await given.page.getByRole("region", { name: "Cartes données" }).count(), 0));
  page.app.assertNoProblem();
});

test("a stale card says what changed since, and proposes what is still right", async () => {
  const { page, link } = await carded();
  const mail = await answer(await client(link), (card) => card.getByLabel("Jour du paiement").fill("15/12/2026"));
  const theirs = await client(link);
  await theirs.getByLabel("Jour du paiement").fill("15/12/2026");
  await theirs.getByLabel("Montant").fill("0");
  await theirs.getByRole("button", { name: "Préparer ma réponse" }).click();
  await eventually(async () => assert.equal(plain(await faultOf(theirs.getByLabel("Montant"))), "Plus de zéro, et 2 480,00 € au plus."));
  await page.goto(`${page.app.url}#/factures/1`);
  const claim = new Case(page);
  await claim.move({ amount: "1500", date: "22/11/2026" });
  await page.goto(`${page.app.url}#/reponses`);
  await paste(page, mail.body);
  const says = page.getByRole("note").filter({ hasText: "Depuis cette carte" });
  await shows(says, "paiement de 1 500,00 € le 22 novembre 2026");
  await shows(says, "Elle montrait un solde de 2 480,00 €");
  await page.getByRole("button", { name: /^Noter la promesse pour/ }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(claim.standing, /promis pour le 15 décembre 2026/);
  page.app.assertNoProblem();
});

test("a promise years ahead is not taken, and who owes is told why, on the page and in the file", async () => {
  const { page, link } = await carded();
  const theirs = await client(link);
  await theirs.getByLabel("Jour du paiement").fill("22/11/2036");
  await theirs.getByRole("button", { name: "Préparer ma réponse" }).click();
  await eventually(async () => assert.match(plain(await faultOf(theirs.getByLabel("Jour du paiement"))), /Dans les six mois : au-delà, les relances ne peuvent pas attendre/));
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger la carte en fichier" }).click();
  const file = path.join(await mkdtemp(path.join(tmpdir(), "relance-card-")), "carte.html");
  await (await download).saveAs(file);
  const alone = await openBlank();
  await alone.goto(pathToFileURL(file).href);
  await alone.getByLabel("Jour du paiement").fill("2036-11-22");
  await alone.getByRole("button", { name: "Préparer ma réponse" }).click();
  await shows(alone.getByRole("alert").filter({ hasText: "six mois" }), "Dans les six mois");
  await alone.getByLabel("Jour du paiement").fill("2027-05-20");
  await alone.getByRole("button", { name: "Préparer ma réponse" }).click();
  await shows(alone.locator("#text"), "20 mai 2027");
  page.app.assertNoProblem();
});

test("two answers pasted at once are both there, and treated in turn", async () => {
  const storage = { ...sentBook(), ...another(2, { number: "2026-031", due: "2026-09-01", amount: "520.00" }) };
  storage["relance/case/2"].case.invoice.client = 2;
  storage["relance/client/2"] = { client: { id: 2, name: "Studio Vert", kind: "business", email: "compta@vert.example" } };
  const page = await openApp({ storage, hash: REMINDER });
  const linkOf = async ([hash, number]) => {
    await page.goto(`${page.app.url}${hash}`);
    await shows(new Composer(page).message, number);
    await page.getByLabel("Ajouter une carte de réponse").check();
    const message = new Composer(page).message;
    await shows(message, "#/reponse?");
    return (await message.innerText()).match(/http\S+#\/reponse\?[\w-]+/)[0];
  };
  const pays = (day) => (card) => card.getByLabel("Jour du paiement").fill(day);
  const mails = [];
  for (const [day, ...text] of [["15/12/2026", REMINDER, "2026-014"], ["08/01/2027", "#/factures/2/texte/premiere-relance", "2026-031"]]) {
    mails.push(await answer(await client(await linkOf(text)), pays(day)));
  }
  await page.goto(`${page.app.url}#/reponses`);
  await paste(page, mails.map(({ body }) => body).join("\n> "));
  const which = page.getByRole("group", { name: "Ce texte contient 2 réponses" });
  for (const part of ["15 décembre 2026", "8 janvier 2027"]) await shows(which, part);
  await shows(page.locator(".reply-says"), "15 décembre 2026");
  assert.deepEqual(await axe(page), []);
  await which.getByText("8 janvier 2027").click();
  await shows(page.locator(".reply-says"), "8 janvier 2027");
  await page.getByRole("button", { name: "Noter la promesse" }).click();
  await shows(which, "Déjà notée");
  // The other is next, and the paste stays until it is dealt with.
  await shows(page.locator(".reply-says"), "15 décembre 2026");
  await page.getByRole("button", { name: "Noter la promesse" }).click();
  await eventually(async () => assert.equal(await page.locator(".reply-says").count(), 0));
  await shows(page.getByRole("region", { name: "Cartes données" }), "répondu, noté le 22 novembre 2026");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a text that asks for no balance of its own is offered no card", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/offres" });
  await page.getByRole("button", { name: "Noter et écrire l’offre" }).click();
  const composer = new Composer(page);
  await composer.message.waitFor();
  await shows(composer.message, "2 480,00 €");
  assert.doesNotMatch(plain(await page.getByRole("main").innerText()), /carte/);
  page.app.assertNoProblem();
});

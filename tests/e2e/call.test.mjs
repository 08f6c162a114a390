// A call: the number is tapped, the outcome is one tap, and the recap is written and stays due until it is sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { Call } from "./pages/call.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, line, plain, recordsOf, seen, shows, undo } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";

const UNKNOWN = { subject: "", body: "", as_of: "2026-02-13", principal: "0.00", interest: "0.00", indemnity: "0.00", rates: "2026-02-13" };
const SENT = { id: 900, date: "2026-02-13", channel: "email", step: "invoice", deadline: "2026-02-13", text: UNKNOWN };

/** A Tuesday, 11 in the morning in Paris. */
const TUESDAY = "2026-11-24";

async function open(more = {}, options = {}) {
  const storage = book({ client: { phone: "04 76 00 00 01" }, events: [SENT], ...more });
  const page = await openApp({ storage, hash: "#/factures/1/appel", today: TUESDAY, ...options });
  return { page, call: new Call(page), claim: new Case(page) };
}

test("a promise by telephone: noted in one tap, put in writing, and due until it is sent", async () => {
  const { page, call, claim } = await open();
  await shows(call.top, "2 768,48 €");
  assert.equal(await call.number.getAttribute("href"), "tel:0476000001");
  // One sum is asked for, the one of the script; what lateness adds is smaller, beside it.
  const size = (part) => call.top.locator(part).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  await shows(call.top, "2 480,00 € à demander aujourd’hui");
  assert.ok((await size(".call-sum")) > 1.8 * (await size(".call-whole")));
  await call.notes.fill("Elle a retrouvé la facture.");
  await call.ended("Promet de payer");
  await shows(call.noted, "Appel noté");
  await shows(line(page), "Appel noté");
  assert.equal(plain(await call.field("Montant promis").inputValue()), "2 480,00");
  assert.equal(await call.field("Promis pour le").inputValue(), "01/12/2026");
  await call.on.click();
  await arrivesAt(page, /Écrire à/);
  const preview = new Composer(page).preview;
  for (const part of ["2 480,00 €", "1er décembre 2026"]) await shows(preview, part);
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(claim.next, "Écrire le récapitulatif");
  await shows(claim.standing, /2 480,00 € promis pour le 1er décembre 2026 par Mme Le Goff, au téléphone en cours/);
  await claim.strand("Appels");
  await eventually(async () => assert.equal((await claim.told()).length, 1));
  await shows(claim.story, "Elle a retrouvé la facture.");
  // Sent, it is no longer due.
  await claim.next.getByRole("link", { name: "Écrire le récapitulatif" }).click();
  await new Composer(page).saveSending.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await eventually(async () => assert.doesNotMatch(await seen(claim.next), /récapitulatif/i));
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a plan is the sum to the cent on working days", async () => {
  const { page, call, claim } = await open();
  await call.ended("En plusieurs fois");
  await call.field("Premier versement").fill("01/12/2026");
  await eventually(async () =>
    assert.deepEqual(await call.plan(), [
      "mardi 1er décembre 2026 826,66 €",
      "lundi 4 janvier 2027 826,66 €",
      "lundi 1er février 2027 826,68 €",
    ]),
  );
  await call.on.click();
  // The plan is worked out, compared and signed there; the recap stays due.
  await arrivesAt(page, "Échéancier");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(claim.next, "Écrire le récapitulatif");
  await eventually(async () => assert.equal((await claim.known()).length, 3));
  page.app.assertNoProblem();
});

test("what is missing of the circuit is asked, and the answer is kept at once", async () => {
  const { page, call } = await open();
  const asked = call.questions.getByRole("listitem");
  await eventually(async () => assert.equal(await asked.count(), 5));
  await asked.filter({ hasText: "numéro de commande" }).getByRole("button", { name: "Oui" }).click();
  await eventually(async () => assert.equal(await asked.count(), 4));
  await asked.filter({ hasText: "virements" }).getByLabel("Réponse").fill("le 10 et le 25");
  await asked.filter({ hasText: "virements" }).getByRole("button", { name: "Garder" }).click();
  await eventually(async () => assert.equal(await asked.count(), 3));
  await page.goto(`${page.app.url}#/clients/1`);
  const circuit = page.getByRole("region", { name: "Circuit de paiement" });
  await shows(circuit, "à mettre sur la facture");
  await shows(circuit, "le 10 et le 25");
  page.app.assertNoProblem();
});

test("the tap on the number starts the timer; notes outlive the page", async () => {
  const { page, call } = await open();
  assert.equal(await seen(call.time), "00:00");
  // The link is to the telephone, which is not ours to open.
  await page.evaluate(() => document.addEventListener("click", (event) => event.target.closest("a[href^='tel:']") && event.preventDefault(), true));
  await call.number.click();
  await eventually(async () => assert.notEqual(await seen(call.time), "00:00"));
  await call.notes.fill("rappeler après 14 h");
  await page.reload();
  await eventually(async () => assert.equal(await call.notes.inputValue(), "rappeler après 14 h"));
  page.app.assertNoProblem();
});

test("on a Sunday it is better to wait; calling all the same says why", async () => {
  const { page, call, claim } = await open({}, { today: "2026-11-22" });
  await shows(call.conduct, "C’est le week-end");
  await call.ended("Pas de réponse");
  // Nothing is noted without the reason.
  await shows(call.noted, "Encore un mot");
  await eventually(async () => assert.match(await faultOf(call.exception), /nécessaire/));
  assert.equal(await call.field("Rappeler le").inputValue(), "23/11/2026");
  await call.exception.fill("Elle m’a demandé d’appeler dimanche.");
  await call.on.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(claim.story, "Elle m’a demandé d’appeler dimanche.");
  assert.equal((await kept(page)).events.length, 2);
  page.app.assertNoProblem();
});

test("an invoice to send again leads to the duplicate; somebody else becomes a contact", async () => {
  const { page, call } = await open();
  await call.ended("Facture à renvoyer");
  await page.waitForURL(/texte\/duplicata$/);
  await page.goto(`${page.app.url}#/factures/1/appel`);
  await call.ended("Voir avec un autre");
  if (await call.exception.isVisible()) await call.exception.fill("Il m’a passé la ligne.");
  await call.field("Nom").fill("M. Perrin");
  await call.field("Téléphone").fill("04 76 00 00 09");
  await call.on.click();
  await page.waitForURL(/texte\/recapitulatif$/);
  await page.goto(`${page.app.url}#/clients/1`);
  await shows(page.getByRole("region", { name: "Contacts" }), "M. Perrin");
  // One thing was done, and one thing takes it back: the call and the person it told of.
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.doesNotMatch(await seen(page.getByRole("region", { name: "Contacts" })), /Perrin/));
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(new Case(page).sendings, "1 canal sur 3");
  await eventually(async () => assert.doesNotMatch(await seen(new Case(page).story), /Voir avec un autre|autre interlocuteur/i));
  page.app.assertNoProblem();
});

test("an invoice never noted as sent is not called about before it is said when it went out", async () => {
  const { page, call } = await open({ events: [] });
  await shows(page.getByRole("main"), "Cette facture n’est pas notée comme envoyée");
  assert.equal(await call.top.count(), 0);
  await page.getByRole("button", { name: "C’est envoyé, voir le script" }).click();
  await call.number.waitFor();
  page.app.assertNoProblem();
});

/** The events of the claim as they are kept. */
const kept = async (page) => (await recordsOf(page))["case/1"].case;

test("on a telephone every outcome is within the reach of a thumb, and one touch notes the call", async () => {
  const { page, call } = await open({}, { viewport: { width: 360, height: 740 }, touch: true });
  await call.number.waitFor();
  const outcomes = call.ending.locator(".outcome");
  assert.equal(await outcomes.count(), 10);
  for (const where of ["top", "bottom"]) {
    await page.evaluate((where) => scrollTo(0, where === "top" ? 0 : document.body.scrollHeight), where);
    for (const box of await outcomes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))) {
      assert.ok(box.top > 370 && box.bottom <= 740 && box.left >= 0 && box.right <= 360, `${where}: ${JSON.stringify(box)}`);
      assert.ok(box.height >= 44 && box.width >= 60, JSON.stringify(box));
    }
  }
  // What is read is not hidden: the figure at the top and the end of the page above the bar.
  const end = await page.locator("#call-note").evaluate((field) => field.getBoundingClientRect().bottom);
  const bar = await call.ending.evaluate((bar) => bar.getBoundingClientRect().top);
  assert.ok(end <= bar, `${end} below ${bar}`);
  assert.deepEqual(await axe(page), []);
  await call.ending.getByRole("button", { name: "Promet de payer" }).tap();
  await shows(call.noted, "Appel noté");
  assert.equal(await call.done.locator("h2").evaluate((title) => title === document.activeElement), true);
  // The way on is within reach, too.
  const on = await call.on.boundingBox();
  assert.ok(on.y > 370 && on.y + on.height <= 740, JSON.stringify(on));
  assert.deepEqual(await axe(page), []);
  // What is suggested was said by nobody yet: going on says so.
  await shows(call.done, "Proposé par Relance, et pas encore noté");
  await call.on.tap();
  await arrivesAt(page, /Écrire à/);
  const { events, circumstances } = await kept(page);
  assert.deepEqual(events.map((event) => event.call?.outcome ?? "sent"), ["sent", "promise"]);
  assert.equal(circumstances.length, 1);
  page.app.assertNoProblem();
});

test("where nothing precise was said nothing is put in the client’s mouth, and the recap asks", async () => {
  const { page, call } = await open();
  await call.ended("Promet de payer");
  await shows(call.noted, "Appel noté");
  await call.done.getByRole("button", { name: "Rien de précis n’a été dit" }).click();
  await arrivesAt(page, /Écrire à/);
  await shows(new Composer(page).preview, "Vous m’avez annoncé un règlement prochain. Pouvez-vous me confirmer par retour son montant et sa date");
  assert.equal((await kept(page)).circumstances?.length ?? 0, 0);
  page.app.assertNoProblem();
});

test("on a small telephone half of the screen is what is said, under one figure, and nothing hides what was noted", async () => {
  const { page, call } = await open({}, { viewport: { width: 360, height: 640 }, touch: true });
  await call.number.waitFor();
  const box = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());
  await page.locator("#script").evaluate((title) => title.scrollIntoView({ block: "start" }));
  const head = await box(".call-line");
  assert.ok(head.top <= 1, `it stays in sight: ${JSON.stringify(head)}`);
  const said = (await box(".call-ends")).top - head.bottom;
  assert.ok(said >= 320, `${said} px for the script`);
  // One figure, with what it is; the number is tapped there.
  const sums = (await seen(page.locator(".call-line"))).match(/\d €/g);
  assert.equal(sums.length, 1);
  await shows(page.locator(".call-line"), "à demander aujourd’hui");
  const number = await call.number.boundingBox();
  assert.ok(number.height >= 44 && number.y < head.bottom, JSON.stringify(number));
  // No word touches the border of its button, in either language.
  const touching = () => call.ending.locator(".outcome").evaluateAll((all) => all.filter((button) => {
    const range = document.createRange();
    range.selectNodeContents(button);
    const [words, edge] = [range.getBoundingClientRect(), button.getBoundingClientRect()];
    return words.left - edge.left < 3 || edge.right - words.right < 3;
  }).map((button) => button.textContent));
  assert.deepEqual(await touching(), []);
  await call.ending.getByRole("button", { name: "Promet de payer" }).tap();
  await shows(call.noted, "Appel noté");
  await line(page).waitFor();
  const toast = await box(".quiet-line");
  for (const field of ["#call-amount", "#call-by", "#call-to"]) {
    const shown = await box(field);
    assert.ok(toast.bottom <= shown.top || shown.bottom <= toast.top, `${field} is below the line`);
  }
  page.app.assertNoProblem();
});

test("the length of the call is kept; another day takes the place of the usual one, and is one promise", async () => {
  const { page, call } = await open();
  await page.evaluate(() => document.addEventListener("click", (event) => event.target.closest("a[href^='tel:']") && event.preventDefault(), true));
  await call.number.click();
  await eventually(async () => assert.match(await seen(call.time), /00:0[1-9]/));
  await call.ended("Promet de payer");
  await shows(call.noted, /Appel noté · \d+ s/);
  await call.field("Promis pour le").fill("04/12/2026");
  await call.field("Montant promis").fill("1000");
  await call.field("Montant promis").blur();
  await call.on.click();
  await arrivesAt(page, /Écrire à/);
  for (const part of ["1 000,00 €", "4 décembre 2026"]) await shows(new Composer(page).preview, part);
  // The next call starts empty.
  await page.goto(`${page.app.url}#/factures/1/appel`);
  await call.number.waitFor();
  assert.equal(await call.done.count(), 0);
  const { events, circumstances } = await kept(page);
  assert.deepEqual([events.length, circumstances.length], [2, 1]);
  assert.match(JSON.stringify(circumstances[0]), /"amount":"1000.00","by":"2026-12-04"/);
  assert.ok(events[1].call.seconds > 0);
  page.app.assertNoProblem();
});

for (const [how, takeBack] of Object.entries({
  "by the line at the bottom": ({ page }) => undo(page),
  "by keyboard": ({ page }) => page.keyboard.press("Control+z"),
  "by going back to the call": ({ call }) => call.back.click(),
})) {
  test(`taken back ${how}, nothing of the call is left and its notes are still there`, async () => {
    const { page, call } = await open();
    await call.notes.fill("Elle rappelle sa comptable.");
    await call.ended("Conteste");
    await shows(line(page), "Appel noté");
    await takeBack({ page, call });
    await call.number.waitFor();
    assert.equal(await call.notes.inputValue(), "Elle rappelle sa comptable.");
    // It ends otherwise, and that is all there is.
    await call.ended("Message laissé");
    await shows(call.noted, "Appel noté");
    const { events, circumstances } = await kept(page);
    assert.deepEqual(events.map((event) => event.call?.outcome ?? "sent"), ["sent", "voicemail"]);
    assert.equal(circumstances?.length ?? 0, 0);
    page.app.assertNoProblem();
  });
}

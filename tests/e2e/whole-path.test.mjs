// The whole way of one unpaid invoice, day after day in the same browser: a first reminder, a call with a promise, the
// promise broken and recalled, two more reminders, the penalty note, the formal notice. What is next is what the app
// proposes, never chosen by the test.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onDay, openApp, pdfText } from "./harness.mjs";
import { sentBook } from "./pages/book.mjs";
import { Call } from "./pages/call.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, line, plain, recordsOf, seen, shows } from "./pages/common.mjs";
import { Composer } from "./pages/composer.mjs";
import { Today } from "./pages/today.mjs";

const CLIENT = "Atelier Brun & Fils";
const INVOICE = { issued: "2026-08-14", due: "2026-09-15" };

/** The app of one browser, through the days. */
class Path {
  constructor(page) {
    this.page = page;
    this.today = new Today(page);
    this.claim = new Case(page);
    this.composer = new Composer(page);
    this.call = new Call(page);
  }

  /** On a day, the list proposes this for the client; it is taken up. */
  async takesUp(day, verb) {
    await onDay(this.page, day);
    const act = this.today.act(CLIENT);
    await shows(act, verb);
    await act.click();
  }

  /** The text that is shown says these things, and is noted as sent. */
  async sends(...parts) {
    for (const part of parts) await shows(this.composer.preview, part);
    await this.composer.saveSending.waitFor();
    assert.equal(await this.composer.whyNow.count(), 0, "nothing speaks against writing on this day");
    await this.composer.saveSending.click();
    await shows(line(this.page), "noté");
    await arrivesAt(this.page, CLIENT);
  }

  /** Whatever day it is before the next step, nothing is to be done. */
  async isQuietOn(day) {
    await onDay(this.page, day);
    await this.page.getByRole("heading", { level: 1 }).waitFor();
    await eventually(async () => assert.equal(await this.today.line(CLIENT).count(), 0));
  }
}

test("from the first reminder over a broken promise to the formal notice", { timeout: 240_000 }, async () => {
  const storage = sentBook({ client: { phone: "04 76 00 00 01" }, invoice: INVOICE, movements: [], events: [] });
  const page = await openApp({ storage, hash: "#/aujourdhui", today: "2026-09-23" });
  const path = new Path(page);

  // Two weeks after the due date nothing was done: the call was missed, the first reminder comes.
  await path.takesUp("2026-09-28", "Écrire la première relance");
  await path.sends("2026-014", "3 480,00 €", "mardi 6 octobre 2026");
  await path.isQuietOn("2026-10-05");

  // Its time is over: a call, which ends with a promise; the recap stays due until it is sent.
  await path.takesUp("2026-10-07", "Appeler");
  await shows(path.call.top, "04 76 00 00 01");
  await path.call.ended("Promet de payer");
  await path.call.field("Promis pour le").fill("14/10/2026");
  await path.call.on.click();
  await arrivesAt(page, /Écrire à/);
  await path.sends("3 480,00 €", "14 octobre 2026");
  await shows(path.claim.standing, /3 480,00 € promis pour le 14 octobre 2026.* en cours/);
  await path.isQuietOn("2026-10-13");

  // Two days of grace, a weekend, and it is broken.
  await path.takesUp("2026-10-19", "Rappeler la promesse");
  await path.sends("3 480,00 €", "14 octobre 2026", "lundi 26 octobre 2026");
  await shows(path.claim.standing, "non tenue");
  await path.isQuietOn("2026-10-26");

  await path.takesUp("2026-10-28", "Relancer fermement");
  await path.sends("28 septembre", "jeudi 5 novembre 2026");
  await path.takesUp("2026-11-06", "Écrire la dernière relance");
  await path.sends("lundi 16 novembre 2026");
  await path.takesUp("2026-11-17", "Établir la note de pénalités");
  await path.sends("40,00 €", "114,48 €");
  await path.isQuietOn("2026-11-24");

  // The formal notice cites what came before, is printed, and is recorded.
  await path.takesUp("2026-11-26", "Mettre en demeure");
  for (const part of ["Mise en demeure", "3 480,00 €", "28 septembre 2026", "6 novembre 2026"]) {
    await shows(path.composer.letter, part);
  }
  await path.composer.print.waitFor();
  const printed = plain((await pdfText(page)).text);
  for (const part of ["Mise en demeure", "2026-014", "lundi 7 décembre 2026"]) {
    assert.ok(printed.includes(part), `“${part}” is not printed: ${printed}`);
  }
  await path.sends();
  await shows(path.claim.next, "Fin du délai de mise en demeure");
  await path.isQuietOn("2026-12-07");

  // Nothing came: a way out is to be chosen. Every text was kept as it was sent, in this order.
  await onDay(page, "2026-12-08", "#/factures/1");
  await shows(path.claim.next, "Choisir la suite");
  assert.match(await seen(path.claim.standing), /non tenue/);
  const { events } = (await recordsOf(page))["case/1"].case;
  assert.deepEqual(
    events.map(({ step, date }) => `${date} ${step}`),
    [
      "2026-02-13 invoice",
      "2026-09-28 first-reminder",
      "2026-10-07 second-call",
      "2026-10-07 recap",
      "2026-10-19 broken-promise",
      "2026-10-28 firm-reminder",
      "2026-11-06 last-reminder",
      "2026-11-17 penalty-note",
      "2026-11-26 formal-notice",
    ],
  );
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

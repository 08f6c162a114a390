// Firefox prints the same: as many pages, the same words on each. Three documents stand for all.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startFirefox } from "./firefox.mjs";
import { openApp, pdfText, settled, startClockAt, textOf } from "./harness.mjs";
import { chasedBook } from "./pages/book.mjs";
import { choose, plain } from "./pages/common.mjs";
import { Paper } from "./pages/paper.mjs";

let firefox;

before(async () => {
  firefox = await startFirefox();
  await firefox.before(String(startClockAt), Date.parse("2026-11-22T10:00:00Z"));
});

after(async () => {
  await firefox?.close();
});

/** The letters of a page, whatever order a reader of the file finds its columns in, and wherever its lines break. */
const letters = (text) => [...text.replaceAll(" ", "")].sort().join("");

// Runs in the page.
const isReady = () => document.documentElement.dataset.ready === "all";
const isSet = () => document.querySelectorAll("article.letter > .sheet-page footer").length > 0;
const press = (name) => {
  const choice = [...document.querySelectorAll("fieldset label")].find((label) => label.textContent.trim() === name);
  choice?.click();
  return Boolean(choice);
};

for (const [name, route, channel] of [
  ["the formal notice", "texte/mise-en-demeure", "Recommandé"],
  ["the statement of account", "documents?releve"],
  ["the case file", "documents?dossier"],
]) {
  test(`${name} comes out of Firefox as out of Chromium`, async () => {
    const storage = chasedBook();
    const hash = `#/factures/1/${route}`;
    const page = await openApp({ storage, hash });
    await settled(page);
    if (channel) await choose(page, "Comment", channel);
    await new Paper(page).sheets.first().waitFor();
    const expected = await pdfText(page);

    const other = await firefox.newPage();
    const { origin } = new URL(page.app.url);
    // What a browser holds that has been used before, written from a page of the same origin that starts no program.
    await other.goto(`${origin}/rien`);
    await other.evaluate(
      String((stored) => {
        for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, typeof value === "string" ? value : JSON.stringify(value));
      }),
      storage,
    );
    await other.goto(page.app.url + hash);
    await other.waitFor("the program is not ready", String(isReady));
    if (channel) await other.waitFor(`« ${channel} » is not offered`, String(press), channel);
    await other.waitFor("the sheets are not set", String(isSet));
    // Fonts may come after the first layout.
    await other.evaluate(String(() => document.fonts.ready.then(() => true)));
    const printed = await textOf(await other.pdf());

    assert.equal(printed.pages, expected.pages, "as many pages");
    const pages = ({ text }) => text.split("\f").slice(0, expected.pages).map(plain);
    const [theirs, ours] = [pages(printed), pages(expected)];
    ours.forEach((text, at) => {
      const both = `page ${at + 1}\n– Firefox –\n${theirs[at]}\n– Chromium –\n${text}`;
      assert.ok(letters(theirs[at]) === letters(text), `the words differ on ${both}`);
      assert.match(theirs[at], new RegExp(`page ${at + 1}/${expected.pages}$`), `the foot of ${both}`);
    });
    page.app.assertNoProblem();
    await other.close();
    await page.context().close();
  });
}

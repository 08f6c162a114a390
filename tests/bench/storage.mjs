// Prints how long a book of ten thousand invoices takes to open, to change and to restore in the published site.

import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROUNDS = 7;
const PAUSE = 2_000;
// Where the list keeps what it showed last.
const GLIMPSE = "relance/glimpse";

/** Times the site at `url` in `browser`; `stored` are the keys of the book as a browser keeps them, `backup` its file. */
export async function timeStorage(browser, { url, origin }, { stored, backup }) {
  const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", acceptDownloads: true });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(watchForList);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await context.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "<title>blank</title>" }));
  await page.goto(`${origin}/blank`);
  await page.evaluate((pairs) => {
    for (const [key, value] of JSON.parse(pairs)) localStorage.setItem(key, value);
  }, stored);

  // A route that is watched keeps the browser from using its cache.
  await context.unroute("**/blank");

  // With nothing kept of the list, as after an update; again the same day; then as on the next day.
  const tomorrow = await context.newPage();
  await tomorrow.addInitScript(goToTomorrow);
  const [unknown, opened, next] = [[], [], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [times, tab] of [
      [unknown, page],
      [opened, page],
      [next, tomorrow],
    ]) {
      await tab.goto(`${url}#/factures`);
      const painted = await tab.waitForFunction(() => globalThis.listPainted).then((handle) => handle.jsonValue());
      // The first round fills the caches.
      if (round > 0) times.push(painted);
      await tab.waitForFunction((key) => localStorage.getItem(key), GLIMPSE);
      // The browser keeps a program compiled once that is done in full.
      await tab.waitForFunction(() => document.documentElement.dataset.ready === "all");
      await tab.waitForTimeout(PAUSE);
      if (times === next) await tab.evaluate((key) => localStorage.removeItem(key), GLIMPSE);
      await tab.goto("about:blank");
      // What was left is cleared away.
      await tab.waitForTimeout(PAUSE);
    }
  }
  await tomorrow.close();

  await page.goto(`${url}#/factures/77`);
  await page.waitForFunction(() => document.documentElement.dataset.ready === "all");
  const changes = await page.evaluate(changeOften, ROUNDS * 3);

  const fresh = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris" });
  fresh.setDefaultTimeout(60_000);
  const folder = await mkdtemp(join(tmpdir(), "relance-"));
  const file = join(folder, "relance-2026-06-30.json");
  await writeFile(file, backup);
  const other = await fresh.newPage();
  other.on("pageerror", (error) => console.error(error));
  await other.goto(`${url}#/donnees`);
  await other.waitForFunction(() => document.documentElement.dataset.ready === "all");
  const replace = other.getByRole("button", { name: /^Remplacer/ });
  const start = Date.now();
  await other.locator("input[type=file]").first().setInputFiles(file);
  await replace.first().waitFor();
  const previewed = Date.now() - start;
  const again = Date.now();
  await replace.first().click();
  await other.locator(".quiet-line").filter({ hasText: "restaurée" }).waitFor();
  const restored = Date.now() - again;
  await rm(folder, { recursive: true });
  await context.close();
  await fresh.close();
  return { unknown, opened, next, changes, previewed, restored };
}

// Runs before the page's own scripts: notes when the first rows of a list have been painted.
function watchForList() {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("main tbody tr")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.listPainted = performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true });
}

// Runs before the page's own scripts: its calendar is a day ahead.
function goToTomorrow() {
  const Now = Date;
  globalThis.Date = class extends Now {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Date.now()]));
    }
    static now() {
      return Now.now() + 86_400_000;
    }
  };
}

// Runs in the page: notes payments, and times each until it is said to be saved. Gives the milliseconds of the main
// thread (until the program has nothing more to do at once) and of the whole.
async function changeOften(rounds) {
  const field = (name) => document.getElementById(`movement-${name}`);
  const type = (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const turn = () => new Promise((done) => setTimeout(done));
  const line = document.querySelector(".quiet-line");
  const said = () =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!line.textContent.includes("noté")) return;
        observer.disconnect();
        done(performance.now());
      });
      observer.observe(line, { childList: true, subtree: true, characterData: true });
    });
  const thread = [];
  const saved = [];
  for (let round = 0; round < rounds; round += 1) {
    document.querySelector(".quiet-line button:last-child")?.click();
    await turn();
    type(field("amount"), `0,${String(round % 90 + 10)}`);
    type(field("date"), "02/02/2026");
    await turn();
    const isSaid = said();
    const start = performance.now();
    field("amount").form.requestSubmit();
    thread.push(performance.now() - start);
    saved.push((await isSaid) - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return { thread, saved };
}

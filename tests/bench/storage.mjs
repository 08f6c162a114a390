// Prints how long a book of ten thousand invoices takes to open, to change and to restore in the published site.

import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROUNDS = 7;
const PAUSE = 2_000;
// Where the list keeps what it showed last.
const GLIMPSE = "relance/glimpse";
// What is written last of a change: from then on it stands in local storage.
const SEQ = "relance/seq";

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
      // Watching the page meanwhile would take its time.
      await tab.waitForTimeout(PAUSE);
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
  const drawn = await page.evaluate(changeOften, { rounds: ROUNDS * 3, key: SEQ, change: "a payment" });
  // The same payments taken back where nothing of them is shown: what is left is the saving itself.
  await page.goto(`${url}#/taux`);
  await page.waitForTimeout(PAUSE);
  const bare = await page.evaluate(changeOften, { rounds: ROUNDS * 2, key: SEQ, change: "taken back" });
  const folder = await mkdtemp(join(tmpdir(), "relance-"));
  const over = await restore(page, url, folder, another(backup));
  await context.close();

  const fresh = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris" });
  fresh.setDefaultTimeout(60_000);
  const other = await fresh.newPage();
  other.on("pageerror", (error) => console.error(error));
  const empty = await restore(other, url, folder, backup);
  await rm(folder, { recursive: true });
  await fresh.close();
  return { unknown, opened, next, drawn, bare, restored: { empty, over } };
}

/** Puts a backup in the place of what a page holds: milliseconds to its preview, and from the press to « restaurée ». */
async function restore(page, url, folder, backup) {
  const file = join(folder, "relance-2026-06-30.json");
  await writeFile(file, backup);
  await page.goto("about:blank");
  await page.goto(`${url}#/donnees`);
  await page.waitForFunction(() => document.documentElement.dataset.ready === "all");
  await page.waitForTimeout(PAUSE);
  const replace = page.getByRole("button", { name: /^Remplacer/ }).first();
  const start = Date.now();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await replace.waitFor();
  const preview = Date.now() - start;
  const pressed = Date.now();
  await replace.click();
  await page.locator(".quiet-line").filter({ hasText: "restaurée" }).waitFor();
  return { preview, written: Date.now() - pressed };
}

/** The same backup with other numbers for its invoices: in the place of the book, all of them go and as many come. */
function another(backup) {
  const { format, saved, counts, records } = JSON.parse(backup);
  const renumbered = Object.entries(records).map(([key, record]) => {
    if (!key.startsWith("case/")) return [key, record];
    const id = record.case.invoice.id + 100_000;
    return [`case/${id}`, { case: { ...record.case, invoice: { ...record.case.invoice, id } } }];
  });
  // The first format, which states no digest.
  return JSON.stringify({ format, schema: 1, saved, counts, records: Object.fromEntries(renumbered) });
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

// Runs in the page: changes the book, by noting a payment on the page of its claim or by taking one back, and times each change
// from the press. Gives the milliseconds until it stands in local storage, how many of them the main thread was busy, and
// those until it is said to be saved, on the disk.
async function changeOften({ rounds, key, change }) {
  const field = (name) => document.getElementById(`movement-${name}`);
  const type = (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const turn = () => new Promise((done) => setTimeout(done));
  const line = document.querySelector(".quiet-line");
  const kinds = {
    "a payment": {
      prepare: (round) => {
        type(field("amount"), `0,${String((round % 90) + 10)}`);
        type(field("date"), "02/02/2026");
      },
      press: () => field("amount").form.requestSubmit(),
    },
    "taken back": {
      prepare: () => {},
      press: () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true })),
    },
  };
  const { prepare, press } = kinds[change];
  const said = () =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!/noté|annulé/i.test(line.textContent)) return;
        observer.disconnect();
        done(performance.now());
      });
      observer.observe(line, { childList: true, subtree: true, characterData: true });
    });
  const setItem = Storage.prototype.setItem;
  const written = () =>
    new Promise((done) => {
      Storage.prototype.setItem = function (name, value) {
        setItem.call(this, name, value);
        if (name !== key) return;
        Storage.prototype.setItem = setItem;
        done(performance.now());
      };
    });
  // What comes between two turns of a loop that does nothing is work; the clock of a page tells tenths.
  const LEAST = 0.25;
  const watchWork = () => {
    const { port1, port2 } = new MessageChannel();
    let work = 0;
    let last = performance.now();
    const count = () => {
      const now = performance.now();
      if (now - last >= LEAST) work += now - last;
      last = now;
      return work;
    };
    port1.onmessage = () => {
      count();
      port2.postMessage(null);
    };
    port2.postMessage(null);
    return () => {
      port1.onmessage = null;
      return count();
    };
  };
  const [stands, thread, saved] = [[], [], []];
  for (let round = 0; round < rounds * 2; round += 1) {
    document.querySelector(".quiet-line button:last-child")?.click();
    await turn();
    prepare(round);
    await turn();
    const [isSaid, isWritten] = [said(), written()];
    // Watching takes time itself: every other round goes without.
    const worked = round % 2 === 0 ? undefined : watchWork();
    const start = performance.now();
    press();
    const end = await isWritten;
    if (worked) thread.push(worked());
    else stands.push(end - start);
    const durable = (await isSaid) - start;
    if (!worked) saved.push(durable);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return { stands, thread, saved };
}

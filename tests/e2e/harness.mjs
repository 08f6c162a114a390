// What every end-to-end test starts from: one browser and one server per test file, a fresh profile per page,
// and a record of everything that went wrong or left the machine.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./chromium.mjs";
import { startServer } from "./server.mjs";

let browser;
let server;

before(async () => {
  server = await startServer();
  browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Opens the app in a fresh profile and waits until it has mounted.
 *
 * - `viewport`: `{ width, height }`; `colorScheme`: "light" or "dark"; `locale`: "fr-FR", "en-GB"…
 * - `today`: the date the page believes in, "2026-11-22"; it is 10:00 UTC at the start and time passes as usual.
 *   Workers keep the real date.
 * - `hash`: the route, "#/factures"; `storage`: what localStorage holds before the first visit (texts, or values
 *   to be written as JSON).
 * - `bypassCSP`: only for a test that must inject a script into the page.
 *
 * On the page returned: `page.app.url`, `page.app.problems` (console errors, exceptions), `page.app.foreign`
 * (addresses asked outside the app's origin), `page.app.assertNothingLeft()`, `page.app.assertNoProblem()`.
 * The profile is closed after the test file, or by `page.context().close()`.
 */
export async function openApp(options = {}) {
  const page = await openBlank(options);
  await allStored(page, entries(options.storage ?? {}));
  await page.goto(page.app.url + (options.hash ?? ""));
  await mounted(page);
  return page;
}

/** What a test stores reaches the pages of its origin in pieces: a large book is waited for where the app does not run. */
async function allStored(page, stored) {
  const size = stored.reduce((sum, { value }) => sum + value.length, 0);
  if (stored.length < 100 && size < 100_000) return;
  const nowhere = new URL("/nowhere", page.app.url).href;
  await page.route(nowhere, (route) => route.fulfill({ contentType: "text/html", body: "<title>nowhere</title>" }));
  await page.goto(nowhere);
  await page.waitForFunction((keys) => localStorage.length >= keys, stored.length);
  await page.unroute(nowhere);
}

/** The same without going to the app: for tests of what happens before it has started. */
export async function openBlank({
  viewport = { width: 1280, height: 800 },
  colorScheme = "light",
  locale = "fr-FR",
  today = "2026-11-22",
  storage = {},
  bypassCSP = false,
  touch = false,
} = {}) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale,
    timezoneId: "Europe/Paris",
    bypassCSP,
    hasTouch: touch,
    isMobile: touch,
    acceptDownloads: true,
    storageState: { cookies: [], origins: [{ origin: server.origin, localStorage: entries(storage) }] },
  });
  // Long enough for a busy machine, short enough that a failure says itself.
  context.setDefaultTimeout(15_000);
  context.setDefaultNavigationTimeout(60_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.origin });
  await context.addInitScript(startClockAt, Date.parse(`${today}T10:00:00Z`));
  const problems = [];
  const foreign = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (event) => problems.push(`exception: ${event.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== server.origin) foreign.push(url);
  });
  const page = await context.newPage();
  page.app = {
    url: server.url,
    problems,
    foreign,
    assertNothingLeft: () => assert.deepEqual(foreign, [], "requests left the app's origin"),
    assertNoProblem: () => assert.deepEqual(problems, [], "the console is not clean"),
  };
  return page;
}

/** The same browser on another day: the page is opened again, and from then on it is 10:00 UTC of that day. */
export async function onDay(page, today, hash = "#/aujourdhui") {
  // Wraps the clock that is there: the last one set is the one that counts.
  await page.context().addInitScript(startClockAt, Date.parse(`${today}T10:00:00Z`));
  await page.goto("about:blank");
  await page.goto(page.app.url + hash);
  await mounted(page);
  await settled(page);
}

/** Resolves when the program has replaced the static shell. */
export function mounted(page) {
  return page.waitForFunction(() => !document.getElementById("shell"));
}

/** Waits until every part of the program is there and the book is open: what is stored is then in its present form. */
export function settled(page) {
  return page.waitForFunction(() => document.documentElement.dataset.ready === "all");
}

/** The text of the page as printed, layout kept; `pages` tells how many sheets it takes. */
export async function pdfText(page) {
  return textOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** The text of a printed file, layout kept; `pages` tells how many sheets it has. */
export async function textOf(pdf) {
  const text = await new Promise((resolve, reject) => {
    const done = (error, output) => (error ? reject(error) : resolve(output));
    const pdftotext = execFile("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], { maxBuffer: 2 ** 26 }, done);
    pdftotext.stdin.end(pdf);
  });
  // pdftotext ends each sheet with a form feed.
  return { text, pages: text.split("\f").length - 1, pdf };
}

/** The serious and critical accessibility violations of the page, each as one line. */
export async function axe(page) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // Evaluated by the debugger, which the Content Security Policy does not concern.
  await page.evaluate(source);
  // A line that fades in is judged as it stands afterwards, not halfway.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join(", ")})`);
}

// Runs in the page. Playwright's own clock would do, but it replaces the timers too and swallows what they throw.
export function startClockAt(start) {
  const RealDate = Date;
  const shift = start - RealDate.now();
  const now = () => RealDate.now() + shift;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, made) => Reflect.construct(target, values.length > 0 ? values : [now()], made),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}

function entries(storage) {
  return Object.entries(storage).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));
}

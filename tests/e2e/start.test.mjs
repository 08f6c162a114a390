// The app starts on a static host, under a sub-path, without a word in the console or a request elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, mounted, openApp, openBlank, pdfText } from "./harness.mjs";
import { eventually, seen } from "./pages/common.mjs";

test("the app starts cleanly under a sub-path", async () => {
  const page = await openApp();
  assert.match(new URL(page.url()).pathname, /^\/un\/sous-chemin\/$/);
  assert.match(await page.title(), /Relance/);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the policy allows nothing inline in general, and is enforced", async () => {
  const page = await openApp();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'/);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.head.append(script);
    return window.intruder === true;
  });
  assert.equal(ran, false);
});

test("each file of the first load is fetched once, compressed", async () => {
  const page = await openBlank();
  const fetched = [];
  page.on("response", (response) => fetched.push(response));
  await page.goto(page.app.url);
  await mounted(page);
  const files = fetched.map((response) => new URL(response.url()).pathname.split("/").pop() || "index.html");
  assert.deepEqual(files.length, new Set(files).size, files.join(" "));
  for (const response of fetched) {
    assert.equal(response.headers()["content-encoding"], "br", response.url());
    assert.ok(response.ok(), response.url());
  }
});

test("the page's date is the test's and its timers run", async () => {
  const page = await openApp({ today: "2027-01-31" });
  const date = await page.evaluate(() => new Promise((resolve) => {
    setTimeout(() => resolve(new Date().toLocaleDateString("fr-FR")), 20);
  }));
  assert.equal(date, "31/01/2027");
});

test("the chosen language and theme are there before the program", async () => {
  const storage = { "relance/settings": { settings: { language: "en", theme: "dark" } } };
  const page = await openBlank({ storage });
  await page.route("**/*.wasm", () => {});
  await page.goto(page.app.url, { waitUntil: "commit" });
  const heading = page.locator("#shell h1");
  await heading.waitFor();
  // The style that hides the other language may come a moment after the text.
  await eventually(async () => assert.equal(await seen(heading), "What are you owed today?"));
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.context().close();
});

test("a program that cannot be loaded is announced, in words that fit", async () => {
  const page = await openBlank();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(page.app.url);
  const notice = page.getByRole("alertdialog");
  await notice.waitFor();
  assert.match(await notice.innerText(), /n’a pas pu démarrer/);
  assert.doesNotMatch(await notice.innerText(), /s’est arrêté|could not start/);
  // Its name is the sentence shown, not the one for another mishap, nor both languages.
  await page.getByRole("alertdialog", { name: /^Relance n’a pas pu démarrer[^]*ce navigateur\.$/ }).waitFor();
});

test("the same in English, where English was chosen", async () => {
  const page = await openBlank({ storage: { "relance/settings": { settings: { language: "en", theme: "auto" } } } });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(page.app.url);
  const notice = page.getByRole("alertdialog");
  await notice.waitFor();
  assert.match(await notice.innerText(), /could not start/);
  assert.doesNotMatch(await notice.innerText(), /démarrer|Recharger/);
});

test("so is a loader that is missing", async () => {
  const page = await openBlank();
  await page.route("**/relance-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(page.app.url);
  await page.getByText("n’a pas pu démarrer").waitFor();
});

test("after a crash, the saved data can be downloaded without the program", async () => {
  const saved = { "relance/book": { clients: ["Établissements Vandenbroucke"] }, other: "not ours" };
  const page = await openApp({ storage: saved });
  await page.evaluate(() => window.dispatchEvent(new CustomEvent("relance:crash")));
  const notice = page.getByRole("alertdialog");
  assert.match(await notice.innerText(), /s’est arrêté/);
  assert.deepEqual(await axe(page), []);
  const waiting = page.waitForEvent("download");
  await notice.getByRole("button", { name: "Télécharger mes données" }).click();
  const download = await waiting;
  assert.match(download.suggestedFilename(), /^relance-2026-11-22\.json$/);
  const rescued = JSON.parse(await text(await download.createReadStream()));
  assert.equal(rescued.format, "relance-rescue");
  assert.equal(rescued.keys["relance/book"], JSON.stringify(saved["relance/book"]));
  assert.equal(rescued.keys.other, undefined);
  page.app.assertNoProblem();
  await notice.getByRole("button", { name: "Recharger la page" }).click();
  await mounted(page);
  await notice.waitFor({ state: "hidden" });
});

test("a failure inside the program shows the notice; one from elsewhere does not", async () => {
  const page = await openApp();
  const fail = (error) => page.evaluate(`setTimeout(() => { throw ${error} })`);
  await fail('new Error("from an extension")');
  await page.waitForTimeout(100);
  assert.equal(await page.getByRole("alertdialog").isVisible(), false);
  await fail('new WebAssembly.RuntimeError("unreachable")');
  await page.getByText("s’est arrêté").waitFor();
});

test("the page prints", async () => {
  const page = await openApp();
  const { pages } = await pdfText(page);
  assert.ok(pages >= 1);
});

async function text(stream) {
  let all = "";
  for await (const chunk of stream.setEncoding("utf8")) all += chunk;
  return all;
}

test("a later part that cannot be loaded says so where it is needed, and comes when asked for again", async () => {
  const page = await openBlank();
  let cut = true;
  await page.route(/split_later/, (route) => (cut ? route.abort() : route.continue()));
  await page.goto(`${page.app.url}#/factures`);
  await page.getByRole("heading", { name: "Cette page n’a pas pu être chargée" }).waitFor();
  cut = false;
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.getByRole("heading", { level: 1, name: "Factures" }).waitFor();
});

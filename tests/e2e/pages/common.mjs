// What every page object and test shares: reading the screen as a person does, waiting for it, and going about.

import assert from "node:assert/strict";

/** A text with every kind and run of spaces as one space: what a reader sees. */
export const plain = (text) => text.replace(/\s+/g, " ").trim();

/** What an element shows. */
export const seen = async (locator) => plain(await locator.innerText());

/** Repeats a check until it holds; fails with its last complaint. */
export async function eventually(check, within = 10_000) {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Waits until an element shows a text, or a text that matches. */
export const shows = (locator, expected) =>
  eventually(async () => {
    const text = await seen(locator);
    if (expected instanceof RegExp) assert.match(text, expected);
    else assert.ok(text.includes(expected), `“${expected}” is not in “${text}”`);
  });

/** What stands beside a term of a description list. */
export const valueOf = (scope, term) =>
  scope.getByRole("term").filter({ hasText: term }).first().locator("xpath=following-sibling::dd[1]");

/** Takes one of the choices side by side under a name. */
export const choose = (scope, group, choice) =>
  scope.getByRole("group", { name: group }).locator("label").filter({ hasText: new RegExp(`^\\s*${choice}\\s*$`) }).click();

/** What is on the clipboard. */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The sentence of a field's fault, as assistive technology finds it; empty where there is none. */
export async function faultOf(field) {
  if ((await field.getAttribute("aria-invalid")) !== "true") return "";
  return described(field, "-error");
}

/** What else is said about a field: its hint and its note. */
export const noteOf = (field) => described(field, "-note");

async function described(field, suffix) {
  const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ").filter((id) => id.endsWith(suffix));
  const texts = await field.evaluate((_, ids) => ids.map((id) => document.getElementById(id)?.textContent ?? ""), ids);
  return plain(texts.join(" "));
}

/** The line at the bottom that says what was done. */
export const line = (page) => page.getByRole("status").filter({ has: page.getByRole("button", { name: /^(Fermer|Close)$/ }) });

/** Takes back what was just done: by the line while it stands (ten seconds, which a slow machine may have used up), else by the keys. */
export async function undo(page) {
  const button = line(page).getByRole("button", { name: /^(Annuler|Undo)$/ });
  if (await button.isVisible()) {
    const pressed = await button.click({ timeout: 2_000 }).then(() => true, () => false);
    if (pressed) return;
  }
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Control+z");
}

/** Goes to a screen by the main navigation. */
export const goTo = (page, name) => page.getByRole("navigation", { name: /^(Navigation principale|Main navigation)$/ }).getByRole("link", { name }).click();

/** Waits for the heading of a screen. */
export const arrivesAt = (page, heading) => page.getByRole("heading", { level: 1, name: heading, exact: typeof heading === "string" }).waitFor();

/** The element that has the focus. */
export const focused = (page) => page.locator(":focus");

/** The records this browser keeps, by key without prefix. */
export const stored = (page) =>
  page.evaluate(() => {
    const ours = Object.entries(localStorage).filter(([key]) => key.startsWith("relance/"));
    return Object.fromEntries(ours.map(([key, value]) => [key.slice("relance/".length), value]));
  });

/** All that the browser's database holds. */
export const journaled = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open("relance");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = (store) =>
      new Promise((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const held = { journal: await all("journal"), things: await all("things") };
    database.close();
    return held;
  });

/** The text of a file offered to keep, and its name. */
export async function downloadBy(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  let text = "";
  for await (const chunk of (await download.createReadStream()).setEncoding("utf8")) text += chunk;
  return { name: download.suggestedFilename(), text };
}

/** The records as a backup holds them, by key; taken on the page of the data, which is shown from then on. */
export async function recordsOf(page) {
  await page.goto(`${page.app.url}#/donnees`);
  const backup = page.getByRole("button", { name: /^(Télécharger une sauvegarde|Download a backup)$/ });
  return JSON.parse((await downloadBy(page, () => backup.click())).text).records;
}

/** Counts what a person does: one for a field filled in, one for a press. */
export class Hand {
  actions = 0;

  async fill(field, text) {
    this.actions += 1;
    await field.fill(text);
  }

  async press(control) {
    this.actions += 1;
    await control.click();
  }
}

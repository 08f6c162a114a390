// node tests/bench/look.mjs DIST "#/route" ... ; env WIDTHS=1280,360 DARK=1 PDF=1 STORAGE=file.json (a backup-like {key: value} of localStorage) SCRIPT=file.mjs(export default async (page)=>{}) WAIT=1500 OUT=/tmp/shots TODAY=2026-11-22 LOCALE=fr-FR
import { mkdir, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../e2e/chromium.mjs";
import { startServer } from "../e2e/server.mjs";
const [dist, ...routes] = process.argv.slice(2);
const out = process.env.OUT ?? "/tmp/shots";
await mkdir(out, { recursive: true });
const server = await startServer({ dist: dist.startsWith("/") ? dist : `${process.cwd()}/${dist}` });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
const storage = process.env.STORAGE ? JSON.parse(await readFile(process.env.STORAGE, "utf8")) : {};
const script = process.env.SCRIPT ? (await import(pathToFileURL(process.env.SCRIPT))).default : null;
for (const width of (process.env.WIDTHS ?? "1280,360").split(",").map(Number)) {
  const context = await browser.newContext({
    viewport: { width, height: width < 700 ? 740 : 900 }, colorScheme: process.env.DARK ? "dark" : "light",
    locale: process.env.LOCALE ?? "fr-FR", timezoneId: "Europe/Paris",
    storageState: { cookies: [], origins: [{ origin: server.origin, localStorage: Object.entries(storage).map(([name, value]) => ({ name, value: typeof value === "string" ? value : JSON.stringify(value) })) }] },
  });
  await context.addInitScript((t) => { const D = Date; const start = D.now(); const N = class extends D { constructor(...a) { a.length ? super(...a) : super(t + D.now() - start); } static now() { return t + D.now() - start; } }; globalThis.Date = N; }, Date.parse(`${process.env.TODAY ?? "2026-11-22"}T10:00:00Z`));
  const page = await context.newPage();
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log(m.type(), m.text()));
  page.on("pageerror", (e) => console.log("exception", e.message));
  let n = 0;
  for (const route of routes) {
    await page.goto(server.url + route);
    await page.waitForTimeout(Number(process.env.WAIT ?? 2500));
    if (script) await script(page, n);
    const name = `${out}/${width}${process.env.DARK ? "-dark" : ""}-${n++}-${route.replace(/[^a-z0-9]+/gi, "_").slice(0, 50)}`;
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) console.log("SIDEWAYS", overflow, name);
    await page.screenshot({ path: `${name}.png`, fullPage: true });
    if (process.env.PDF && width > 700) await page.pdf({ path: `${name}.pdf`, preferCSSPageSize: true, printBackground: true });
    console.log(`${name}.png`);
  }
  await context.close();
}
await browser.close();
await server.close();

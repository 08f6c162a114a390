// node tests/bench/look.mjs dist route... ; writes /tmp/shots
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../e2e/chromium.mjs";
import { startServer } from "../e2e/server.mjs";
import { sentBook, another, SENT_INVOICE } from "../e2e/pages/book.mjs";
const [dist, ...routes] = process.argv.slice(2);
mkdirSync("/tmp/shots", { recursive: true });
const server = await startServer({ dist });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
let storage = { ...sentBook({}), ...another(2, { number: "2026-031", due: "2026-08-31", amount: "1850.40" }) };
if (process.env.MANY) for (let i = 3; i < 3 + Number(process.env.MANY); i++) Object.assign(storage, another(i, { number: `2026-${100 + i}`, due: `2026-0${1 + (i % 9)}-11`, amount: `${100 + i}.50` }));
if (process.env.STORAGE) storage = { ...storage, ...JSON.parse(process.env.STORAGE) };
for (const [i, route] of routes.entries()) {
  for (const width of (process.env.WIDTHS ?? "1280").split(",").map(Number)) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "fr-FR", timezoneId: "Europe/Paris", colorScheme: process.env.DARK ? "dark" : "light",
      storageState: { cookies: [], origins: [{ origin: server.origin, localStorage: Object.entries(storage).map(([name, value]) => ({ name, value: typeof value === "string" ? value : JSON.stringify(value) })) }] } });
    await context.addInitScript((start) => { const R = Date; const shift = start - R.now(); globalThis.Date = new Proxy(R, { construct: (t, v, m) => Reflect.construct(t, v.length ? v : [R.now() + shift], m), get: (t, k) => k === "now" ? () => R.now() + shift : Reflect.get(t, k) }); }, Date.parse("2026-11-22T10:00:00Z"));
    const page = await context.newPage();
    page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log(m.text()); });
    page.on("pageerror", (e) => console.log("exception", e.message));
    await page.goto(server.url + route);
    await page.waitForFunction(() => !document.getElementById("shell"));
    await page.waitForTimeout(Number(process.env.WAIT ?? 2500));
    for (const act of (process.env.ACT ?? "").split(";").filter(Boolean)) { const [role, name] = act.split("="); await page.getByRole(role, { name }).first().click(); await page.waitForTimeout(800); }
    const name = `${i}-${width}${process.env.DARK ? "-dark" : ""}`;
    await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
    if (process.env.PDF) {
      writeFileSync(`/tmp/shots/${name}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      execFileSync("pdftoppm", ["-r", "60", "-png", `/tmp/shots/${name}.pdf`, `/tmp/shots/${name}-p`]);
    }
    await context.close();
  }
}
await browser.close(); await server.close();

// Prints how long claims take in a browser, beside the same claims computed with decimal.js in the same page, and how
// long a keystroke in the calculator and a large book take in the published site. `cargo xtask bench` builds both first.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../e2e/chromium.mjs";
import { startServer } from "../e2e/server.mjs";
import { timeLetters } from "./letters.mjs";
import { timeStorage } from "./storage.mjs";

const INVOICES = 10_000;
const ROUNDS = 31;
const [built] = process.argv.slice(2);
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const median = (values) => quantile(values, 0.5);
const ms = (value) => `${value.toFixed(2).padStart(9)} ms`;

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const file = path === "/decimal.mjs" ? join(modules, "decimal.js/decimal.mjs") : join(built, path);
  try {
    const body = path === "/" ? "<!doctype html><title>bench</title>" : await readFile(file);
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
const page = await browser.newPage();
page.on("pageerror", (error) => console.error(error));
await page.goto(`http://127.0.0.1:${server.address().port}/`);

const figures = await page.evaluate(async ({ invoices, rounds }) => {
  const wasm = await import("/bench.js");
  const { memory } = await wasm.default();
  const { default: Decimal } = await import("/decimal.mjs");
  const empty = memory.buffer.byteLength;
  wasm.make(invoices);

  // The same rules with decimal.js: rows by half-year and payment, each rounded once, half a cent up.
  const dayNumber = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  const rates = wasm.rates().trim().split("\n").map((line) => {
    const [from, rate] = line.split(" ");
    return { from: dayNumber(from), rate: new Decimal(rate) };
  });
  const AS_OF = dayNumber("2026-06-30");
  const DUE = ["2024-09-14", "2024-09-30", "2024-10-15", "2024-11-30"].map(dayNumber);
  const PAID = ["2025-02-10", "2025-10-03"].map(dayNumber);
  const cases = Array.from({ length: invoices }, (_, at) => {
    const id = at + 1;
    const cents = 10_000 + ((id * 7_919) % 990_000);
    return {
      amount: new Decimal(cents).div(100),
      due: DUE[id % 4],
      payments: [Math.floor(cents / 4), Math.floor(cents / 3)].map((paid, n) => ({ day: PAID[n], amount: new Decimal(paid).div(100) })),
    };
  });
  const claim = ({ amount, due, payments }) => {
    let base = amount;
    let counted = due;
    let interest = new Decimal(0);
    const working = [];
    const accrue = (to) => {
      while (counted < to) {
        let at = rates.length - 1;
        while (at > 0 && rates[at].from > counted + 1) at -= 1;
        const end = Math.min(to, (rates[at + 1]?.from ?? Infinity) - 1);
        const days = end - counted;
        const row = base.mul(rates[at].rate).mul(days).div(36_500).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        working.push({ from: counted + 1, to: end, days, base, rate: rates[at].rate, interest: row });
        interest = interest.add(row);
        counted = end;
      }
    };
    for (const payment of payments) {
      accrue(payment.day);
      base = Decimal.max(0, base.sub(payment.amount));
    }
    accrue(AS_OF);
    return { interest, working, total: base.add(interest).add(40) };
  };
  const inDecimalJs = () => cases.reduce((sum, one) => sum.add(claim(one).interest), new Decimal(0)).toFixed(2);

  const timed = (work) => {
    const start = performance.now();
    const result = work();
    return [performance.now() - start, result];
  };
  // A list is opened once: before the browser has compiled for speed what is called often.
  const [opened] = timed(() => wasm.list());
  const times = { wasm: [], list: [], decimal: [] };
  let results;
  for (let round = 0; round < rounds; round += 1) {
    const [wasmTime, wasmSum] = timed(() => wasm.claims());
    const [decimalTime, decimalSum] = timed(inDecimalJs);
    times.wasm.push(wasmTime);
    times.decimal.push(decimalTime);
    times.list.push(timed(() => wasm.list())[0]);
    results = [wasmSum, decimalSum];
  }
  const full = memory.buffer.byteLength;
  const book = { stored: wasm.stored(invoices), backup: wasm.backup_file(invoices) };
  const opening = Array.from({ length: 9 }, () => timed(() => wasm.open_stored())[0]);
  return { times, opened, opening, results, memory: full, empty, book };
}, { invoices: INVOICES, rounds: ROUNDS });
await page.close();

const site = await startServer();
const calculator = await browser.newPage();
await calculator.goto(`${site.url}#/calcul?m=3480.00&e=2024-03-15&k=pro&p=1000.00_2026-07-02`);
await calculator.waitForFunction(() => document.documentElement.dataset.ready === "all");
await calculator.locator("output").waitFor();
const keystrokes = await calculator.evaluate(async (rounds) => {
  const field = document.querySelector("#amount");
  const total = () => document.querySelector("output").textContent;
  const computed = [];
  const painted = [];
  for (let round = 0; round < rounds * 2; round += 1) {
    const before = total();
    field.value = `${3_480 + round},00`;
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // Figures come in a microtask or with the next task: whichever, the figure is what is waited for.
    for (let turn = 0; total() === before && turn < 1_000; turn += 1) {
      await (turn < 50 ? null : new Promise((done) => setTimeout(done)));
    }
    computed.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    painted.push(performance.now() - start);
  }
  return { computed, painted };
}, ROUNDS);
await calculator.close();
const storage = await timeStorage(browser, site, figures.book);
const letters = await timeLetters(browser, site);
await browser.close();
await site.close();
server.close();

const { times, results } = figures;
// The first round is left out: the browser is still compiling. Both of a round ran one right after the other, so that a
// busy machine slows them alike and their ratio holds.
for (const series of Object.values(times)) series.shift();
const ratios = times.wasm.map((wasm, round) => times.decimal[round] / wasm);
const ratio = (share) => quantile(ratios, share).toFixed(1);
console.log(`
${INVOICES.toLocaleString("en")} claims with their working, 4 half-years and 2 payments each (medians of ${ROUNDS - 1}, one page)
  WebAssembly              ${ms(median(times.wasm))}   budget 25; quickest ${quantile(times.wasm, 0).toFixed(2)}
  decimal.js               ${ms(median(times.decimal))}   ${ratio(0.5)} times as long, at least 5 wanted; half of all rounds ${ratio(0.25)} to ${ratio(0.75)}, all ${ratio(0)} to ${ratio(1)}
  rows of the list         ${ms(median(times.list))}   ${figures.opened.toFixed(2)} the first time
  interest in both         ${results[0] === results[1] ? `${results[0]}, the same to the cent` : `DIFFERS: ${results.join(" and ")}`}
  memory, empty and full   ${(figures.empty / 1e6).toFixed(1)} and ${(figures.memory / 1e6).toFixed(1)} MB, budget 60

One keystroke in the calculator of the published site
  to new figures           ${ms(median(keystrokes.computed))}   budget 4
  to the next picture      ${ms(median(keystrokes.painted))}

A book of ${INVOICES.toLocaleString("en")} invoices with movements, contact events and texts, in the published site
  read and checked         ${ms(median(figures.opening))}   ${figures.opening[0].toFixed(0)} the first time
  opened, list painted     ${ms(median(storage.opened))}   budget 350; quickest ${quantile(storage.opened, 0).toFixed(0)}
  opened the next day      ${ms(median(storage.next))}   budget 350; quickest ${quantile(storage.next, 0).toFixed(0)}
  as after an update       ${ms(median(storage.unknown))}   quickest ${quantile(storage.unknown, 0).toFixed(0)}
  a change saved where nothing of it is shown, main thread until it stands in local storage
                           ${ms(median(storage.bare.thread))}   budget 10; quickest ${quantile(storage.bare.thread, 0).toFixed(1)}
  until saved on the disk  ${ms(median(storage.bare.saved))}
  a payment noted on the page of its claim, which is drawn anew, until it stands in local storage
                           ${ms(median(storage.drawn.stands))}   budget 50; quickest ${quantile(storage.drawn.stands, 0).toFixed(1)}
  of it, main thread       ${ms(median(storage.drawn.thread))}   quickest ${quantile(storage.drawn.thread, 0).toFixed(1)}
  until saved on the disk  ${ms(median(storage.drawn.saved))}
  a backup, to its preview ${ms(storage.restored.empty.preview)}   budget 2000
  and restored, into an empty browser
                           ${ms(storage.restored.empty.written)}   budget 2000
  another, to its preview over this book
                           ${ms(storage.restored.over.preview)}
  and restored in its place: all go, and as many come
                           ${ms(storage.restored.over.written)}

A batch of 100 statements in the published site
  until ready to print     ${ms(median(letters))}   budget 3000; quickest ${quantile(letters, 0).toFixed(0)}
`);
if (results[0] !== results[1]) process.exitCode = 1;

// Times a batch in the published site: a hundred letters, from the press to the last one ready to print.

const COUNT = 100;
const ROUNDS = 5;

/** Milliseconds of each round; the first, which fills the caches, is left out. */
export async function timeLetters(browser, { url, origin }) {
  const localStorage = Object.entries(records()).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
  const context = await browser.newContext({
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    storageState: { cookies: [], origins: [{ origin, localStorage }] },
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto("about:blank");
    await page.goto(`${url}#/courriers`);
    await page.waitForFunction(() => document.documentElement.dataset.ready === "all");
    await page.getByText("Relevés de compte", { exact: true }).click();
    await page.getByRole("checkbox", { name: /^Client 100 / }).waitFor();
    const time = await page.evaluate(prepare, COUNT);
    if (round > 0) times.push(time);
  }
  await context.close();
  return times;
}

// Runs in the page: presses, and waits until every letter is set and painted.
async function prepare(count) {
  const button = [...document.querySelectorAll("button")].find((it) => it.textContent.trim() === "Préparer les courriers");
  const start = performance.now();
  button.click();
  const isSet = () => document.querySelectorAll("article.letter > .sheet-page:first-child").length === count;
  while (!isSet()) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}

/** A client and a late invoice for each letter. */
function records() {
  const book = {
    "relance/schema": 1,
    "relance/profile": {
      profile: { name: "Claire Morel", address: "12 rue des Lilas\n69003 Lyon", city: "Lyon", email: "claire@morel.example", siren: "732829320", iban: "FR7630006000011234567890189" },
    },
  };
  for (let id = 1; id <= COUNT; id += 1) {
    const amount = `${100 + id}.50`;
    const invoice = { id, client: id, number: `B-${id}`, issued: "2026-02-13", due: "2026-03-15", amount, currency: "EUR", allocation: "principal-first" };
    book[`relance/client/${id}`] = { client: { id, name: `Client ${id}`, kind: "business", address: "1 rue A\n38000 Grenoble" } };
    book[`relance/case/${id}`] = { case: { invoice, movements: [], events: [] } };
  }
  return book;
}

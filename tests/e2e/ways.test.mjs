// The ways out of a claim: what is under way comes first, what is not in euros asks for its rate, what is over-age is said,
// and who can help depends on the client.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { chasedBook, sentBook } from "./pages/book.mjs";
import { Case } from "./pages/case.mjs";
import { arrivesAt, eventually, faultOf, recordsOf, shows } from "./pages/common.mjs";
import { Ways } from "./pages/ways.mjs";

/** The chased book without its payment plan. */
const ripe = (more) => Object.fromEntries(Object.entries(chasedBook(more)).filter(([key]) => !key.includes("/plan/")));
const PROMISE = { id: 1, date: "2026-11-20", kind: { promise: { amount: "2480.00", by: "2026-12-02", who: "Mme Le Goff", channel: "phone" } } };

test("a running promise comes before a court", async () => {
  const page = await openApp({ storage: ripe({ circumstances: [PROMISE] }), hash: "#/factures/1/voies" });
  const ways = new Ways(page);
  await shows(ways.answer, "Attendez jusqu’au 4 décembre 2026");
  await shows(ways.answer, "2 480,00 € promis pour le 2 décembre 2026 par Mme Le Goff");
  await shows(ways.row("Injonction de payer"), "d’abord : ce qui est en cours");
  await shows(await ways.open("Injonction de payer"), "3 mois au plus pour une ordonnance rendue aujourd’hui");
  await shows(ways.row("Injonction de payer"), "6 mois pour une ordonnance rendue avant le 1er septembre 2026");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "Voir où ça en est" }).click();
  await shows(page.getByRole("region", { name: "Prochaine étape" }), "2 480,00 € promis pour le 2 décembre 2026");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a claim in dollars asks for its rate, keeps it, and is compared; costs say why they are not until then", async () => {
  const storage = ripe({ invoice: { currency: "USD" } });
  storage["relance/case/1"].case.costs = [{ id: 1, date: "2026-11-02", kind: { fee: "35.21" } }];
  const page = await openApp({ storage, hash: "#/factures/1/couts", viewport: { width: 360, height: 740 } });
  await shows(page.locator(".cost-answer"), "sans taux de change");
  await page.getByRole("link", { name: "Dire le taux" }).click();
  const ways = new Ways(page);
  await shows(ways.answer, "Dites d’abord le taux de change");
  const rate = page.getByLabel("Ce que valent 100 unités de la devise");
  await rate.fill("zéro");
  await page.getByRole("button", { name: "Retenir ce taux" }).click();
  await eventually(async () => assert.match(await faultOf(rate), /./));
  await rate.fill("86,15");
  await page.getByRole("button", { name: "Retenir ce taux" }).click();
  await shows(ways.line("Injonction de payer"), "€");
  assert.equal((await recordsOf(page))["case/1"].case.outlook.hundred, "86.15");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a consumer’s over-age claim is not asked for as owed, and its mediator is named", async () => {
  const storage = ripe({ client: { kind: "consumer" }, invoice: { issued: "2023-02-13", due: "2023-03-15" }, movements: [] });
  const page = await openApp({ storage, hash: "#/factures/1/voies" });
  const ways = new Ways(page);
  await shows(ways.answer, "La créance est prescrite depuis le 13 février 2025");
  await shows(ways.row("Continuer les relances"), "pas ici");
  await shows(page.getByRole("region", { name: "Qui peut m’aider" }), "Le médiateur de la consommation");
  await page.getByRole("link", { name: "Passer en perte" }).click();
  await arrivesAt(page, "Suites");
  page.app.assertNoProblem();
});

test("chasing on goes to the step the page of the case says comes next", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1", today: "2026-11-24" });
  const step = new Case(page).next.getByRole("link").first();
  const [label, href] = [await step.innerText(), await step.getAttribute("href")];
  await page.goto(`${page.app.url}#/factures/1/voies`);
  const way = await new Ways(page).open("Continuer les relances");
  const link = way.getByRole("link").first();
  await shows(link, label);
  assert.equal(await link.getAttribute("href"), href);
  page.app.assertNoProblem();
});

test("the title of a way no page follows is noted from that way", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/voies", today: "2026-11-24" });
  const way = page.locator(".way-row").filter({ has: page.locator(".way-name", { hasText: "Créances commerciales incontestées" }) });
  await way.locator("summary").first().click();
  await way.getByRole("link", { name: "Noter le titre obtenu" }).click();
  await arrivesAt(page, "Atelier Brun & Fils");
  const form = page.locator(".act-form");
  await form.waitFor();
  await form.getByLabel("Date").fill("20/11/2026");
  await form.getByRole("button").click();
  await eventually(async () => {
    const { acts } = (await recordsOf(page))["case/1"].case;
    assert.deepEqual(acts.map(({ kind, date }) => `${date} ${kind}`), ["2026-11-20 uncontested-title"]);
  });
  page.app.assertNoProblem();
});

test("a public buyer is sued before the administrative court", async () => {
  const page = await openApp({ storage: ripe({ client: { kind: "public", name: "Commune de Voiron" } }), hash: "#/factures/1/voies" });
  const ways = new Ways(page);
  await shows(ways.row("Injonction de payer"), "pas ici");
  await shows(await ways.open("Référé-provision"), "tribunal administratif");
  await shows(page.getByRole("region", { name: "Qui peut m’aider" }), "Le comité consultatif de règlement amiable");
  page.app.assertNoProblem();
});

test("a quote of one’s own takes the place of the estimated costs, and the picture follows", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/voies", today: "2026-11-24" });
  const ways = new Ways(page);
  const way = await ways.open("Lettre d’avocat");
  const before = await ways.line("Lettre d’avocat").innerText();
  const quote = way.getByLabel("Votre devis, en euros");
  await quote.fill("-3");
  await eventually(async () => assert.match(await faultOf(quote), /./));
  await quote.fill("960");
  await way.getByLabel("Votre délai, en jours").fill("20");
  await way.getByRole("button", { name: "Retenir" }).click();
  await shows(way, "à la place des frais estimés");
  await shows(way, "20 jours");
  await eventually(async () => assert.notEqual(await ways.line("Lettre d’avocat").innerText(), before));
  const { quotes, delays } = (await recordsOf(page))["case/1"].case.outlook;
  assert.deepEqual([quotes, delays], [{ "lawyer-letter": "960.00" }, { "lawyer-letter": 20 }]);
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

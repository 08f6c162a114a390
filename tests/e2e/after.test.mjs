// What becomes of a claim after the amicable way: an order followed from its request to enforcement, insolvency with its
// declaration, a loss and its VAT, an agency.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp } from "./harness.mjs";
import { another, sentBook } from "./pages/book.mjs";
import { arrivesAt, downloadBy, eventually, faultOf, line, plain, recordsOf, seen, shows, undo } from "./pages/common.mjs";
import { Paper } from "./pages/paper.mjs";

const answer = (page) => page.locator(".plan-answer").first();
const stage = (page) => page.locator(".stage-form");

/** Notes a stage: the usual one unless another is named. */
async function note(page, { what, date, amount }) {
  const form = stage(page).first();
  if (what) await form.getByLabel("Étape").selectOption({ label: what });
  await form.getByLabel("Date").fill(date);
  if (amount) await form.getByLabel(/^Somme/).fill(amount);
  await form.getByRole("button", { name: "Noter l’étape" }).click();
}

const proceeding = (facts) => ({ id: 1, ...facts });
const withProceedings = (proceedings, more = {}) => {
  const storage = sentBook(more);
  storage["relance/case/1"].case.proceedings = proceedings;
  return storage;
};
const ORDER = proceeding({
  kind: "payment-order",
  date: "2026-11-02",
  with: "Tribunal de commerce de Grenoble",
  commercial: true,
  stages: [{ stage: "fee-paid", date: "2026-11-04" }, { stage: "made", date: "2026-11-30", amount: "2480.00" }],
});
const NOTICED = {
  id: 3,
  date: "2026-10-12",
  channel: "registered-post",
  step: "formal-notice",
  deadline: "2026-10-20",
  text: { subject: "Mise en demeure", body: "Bonjour", as_of: "2026-10-12", principal: "2480.00", interest: "0.00", indemnity: "0.00", rates: "2026-10-12" },
};

test("an order is filed from its kit, made, and its last day to be served is what Today asks for", async () => {
  const page = await openApp({ storage: sentBook({ client: { siren: "552100554" } }), hash: "#/factures/1/documents?injonction", today: "2026-12-01" });
  // The kit: the court, the sums to copy, the exhibits, the costs.
  const kit = plain((await new Paper(page).read()).map(({ text }) => text).join(" "));
  for (const part of [/tribunal de commerce/i, /Grenoble/, /2 480,00/, /552/, /pièce/i, /greffe/i]) assert.match(kit, part);
  await page.getByRole("link", { name: "Noter la suite" }).click();
  await arrivesAt(page, "Suites");
  await page.locator(".begin-form").getByLabel("Date").fill("02/11/2026");
  await page.locator("#begin-with").fill("Tribunal de commerce de Grenoble");
  await page.getByLabel("Je passe outre et je note cette suite").check();
  await page.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "Frais de greffe : délai passé");
  await note(page, { what: "Ordonnance rendue", date: "30/11/2026", amount: "2480" });
  await shows(answer(page), "Ordonnance à faire signifier");
  await shows(answer(page), "lundi 1er mars 2027");
  await shows(page.getByRole("main"), "CPC art. 1411");
  assert.deepEqual(await axe(page), []);
  const { text } = await downloadBy(page, async () => {
    await page.goto(`${page.app.url}#/aujourdhui`);
    await page.getByRole("button", { name: "Mettre dans mon agenda" }).click();
  });
  assert.match(text, /20270301/);
  await shows(page.locator(".todo").first(), "avant la fin du 1er mars 2027");
  await page.locator(".todo-act").first().click();
  await arrivesAt(page, "Suites");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.locator(".why"), "En procédure");
  await shows(page.getByRole("region", { name: "Prochaine étape" }), "Ordonnance à faire signifier");
  assert.equal(await page.getByText("Autres textes").count(), 0, "no reminder is offered meanwhile");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("served in time and not opposed, it becomes enforceable; each step is undone", async () => {
  const page = await openApp({ storage: withProceedings([ORDER]), hash: "#/factures/1/suites", today: "2027-03-15" });
  await shows(answer(page), "Ordonnance caduque");
  await note(page, { what: "Signifiée au débiteur", date: "11/01/2027" });
  await shows(answer(page), "Certificat de non-opposition à demander");
  await note(page, { date: "12/03/2027" });
  await shows(answer(page), "Exécution à lancer");
  await undo(page);
  await shows(answer(page), "Certificat de non-opposition à demander");
  await note(page, { date: "12/03/2027" });
  await note(page, { what: "Frais récupérés", date: "14/03/2027", amount: undefined });
  await eventually(async () => assert.match(await faultOf(stage(page).getByLabel("Dépens")), /./));
  await stage(page).getByLabel("Dépens").fill("96,40");
  await stage(page).getByLabel("Article 700").fill("300");
  await stage(page).getByRole("button", { name: "Noter l’étape" }).click();
  await shows(page.getByRole("main"), "Frais récupérés, en plus de la facture : 96,40 €, et au titre de l’article 700 : 300,00 €");
  await page.goto(`${page.app.url}#/factures/1`);
  const limitation = page.getByRole("region", { name: /Prescription/ });
  await shows(limitation, "Vous pouvez faire exécuter le titre jusqu’au 12 mars 2037");
  await shows(limitation, "CPCE art. L111-4");
  await page.goto(`${page.app.url}#/factures/1/suites`);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await shows(page.getByRole("main"), "Rien n’est engagé");
  await undo(page);
  await shows(answer(page), "Exécution à lancer");
  page.app.assertNoProblem();
});

test("a void order is not served, a title is not noted while it can be opposed, and each says what to do", async () => {
  const page = await openApp({ storage: withProceedings([ORDER]), hash: "#/factures/1/suites", today: "2027-03-15" });
  await shows(answer(page), "Ordonnance caduque");
  assert.equal(await stage(page).getByLabel("Étape").locator("option:checked").innerText(), "Abandonnée ou sans suite");
  await note(page, { what: "Signifiée au débiteur", date: "02/03/2027" });
  await eventually(async () => assert.match(await faultOf(stage(page).getByLabel("Date")), /pas possible/));
  await shows(stage(page), "devait être signifiée avant la fin du 1er mars 2027");
  await shows(stage(page), "déposez une nouvelle requête");
  assert.deepEqual(await axe(page), []);
  await note(page, { date: "01/03/2027" });
  await note(page, { what: "Titre exécutoire", date: "10/03/2027" });
  await eventually(async () => assert.match(await faultOf(stage(page).getByLabel("Date")), /pas possible/));
  await shows(stage(page), "Le débiteur peut s’opposer jusqu’à la fin du 1er avril 2027");
  page.app.assertNoProblem();
});

test("what a stage cost is counted once in the costs of the claim, and what came back is shown as such", async () => {
  const order = { ...ORDER, cost: "10.00", stages: [{ ...ORDER.stages[0], cost: "35.21" }, ORDER.stages[1]] };
  const page = await openApp({ storage: withProceedings([order]), hash: "#/factures/1/suites", today: "2027-01-15" });
  const form = stage(page);
  await form.getByLabel("Ce que cela vous a coûté").fill("64,80");
  await note(page, { date: "11/01/2027" });
  await shows(page.getByRole("main"), "Frais payés par vous jusqu’ici : 110,01 €");
  await note(page, { what: "Frais récupérés", date: "15/01/2027" });
  await form.getByLabel("Dépens").fill("100");
  await form.getByRole("button", { name: "Noter l’étape" }).click();
  await shows(page.getByRole("main"), "Frais récupérés, en plus de la facture : 100,00 €");
  await page.goto(`${page.app.url}#/factures/1/couts`);
  await shows(page.locator(".ways-head"), "10 € à votre charge, 0 % de ce qui reste à recevoir");
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  await shows(row("frais de greffe payés"), "35,21 €");
  await shows(row("signifiée au débiteur"), "64,80 €");
  await shows(row("Injonction de payer · frais récupérés"), "−100,00 €");
  await shows(row("Total"), "110,01 €");
  await shows(row("À votre charge"), "10,01 €");
  await page.getByText("Frais", { exact: true }).click();
  await page.getByLabel("Montant").fill("64,80");
  await shows(page.locator(".cost-form"), "Le même montant est déjà compté dans les suites");
  assert.deepEqual(await axe(page), []);
  page.app.assertNoProblem();
});

test("costs recovered are shown although none were noted", async () => {
  const order = { ...ORDER, stages: [...ORDER.stages, { stage: "served", date: "2027-01-11" }, { stage: "costs-recovered", date: "2027-01-15", amount: "100.00" }] };
  const page = await openApp({ storage: withProceedings([order]), hash: "#/factures/1/couts", today: "2027-01-20" });
  await shows(page.locator(".ways-head"), "100 € de frais récupérés, rien de noté en face");
  await shows(page.locator(".cost-answer"), "100,00 € récupérés");
  await shows(page.getByRole("row").filter({ hasText: "Injonction de payer · frais récupérés" }), "−100,00 €");
  page.app.assertNoProblem();
});

test("insolvency: reminders are refused, the declaration is printed and noted on every invoice of before", async () => {
  const storage = { ...sentBook(), ...another(2, { number: "2026-031", due: "2026-09-01", amount: "520.00" }) };
  const page = await openApp({ storage, hash: "#/factures/1/suites" });
  await page.getByText("Une procédure collective est ouverte contre ce client").click();
  await page.getByLabel("Jugement d’ouverture").fill("28/10/2026");
  await page.getByLabel("Nature").selectOption({ label: "Redressement judiciaire" });
  await page.getByLabel("Publication au BODACC").fill("08/11/2026");
  await page.getByLabel("Mandataire judiciaire ou liquidateur").fill("SELARL Dufour");
  await page.getByLabel("Adresse du mandataire ou liquidateur").fill("8 rue Hoche\n38000 Grenoble");
  await page.getByRole("button", { name: "Enregistrer la procédure" }).click();
  await shows(answer(page), "Créance à déclarer avant la fin du vendredi 8 janvier 2027");
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1/texte/premiere-relance`);
  await shows(page.getByRole("main"), "procédure collective");
  await page.goto(`${page.app.url}#/aujourdhui`);
  await page.getByRole("link", { name: /Déclarer la créance/ }).first().click();
  await arrivesAt(page, "Suites");
  await page.getByRole("link", { name: "Imprimer la déclaration de créance" }).click();
  const sheets = (await new Paper(page).read()).map(({ text }) => text).join(" ");
  assert.match(sheets, /SELARL Dufour/);
  assert.match(sheets, /procédure de redressement judiciaire ouverte le 28 octobre 2026/);
  assert.match(sheets, /arrêtées au 27 octobre 2026/);
  assert.match(sheets, /2026-014.*2026-031/);
  await page.getByRole("link", { name: "Noter la suite" }).click();
  await page.getByLabel("Envoyée le").fill("20/11/2026");
  await page.getByRole("button", { name: "Noter la déclaration" }).click();
  await shows(answer(page), "Créance déclarée le 20 novembre 2026");
  const records = await recordsOf(page);
  for (const id of [1, 2]) {
    assert.equal(records[`case/${id}`].case.proceedings[0].kind, "lodged", `invoice ${id}`);
  }
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a loss asks about VAT, prints the duplicate where it comes back, and leaves the totals", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/suites" });
  await page.getByLabel("Quoi").selectOption({ label: "Passée en perte" });
  const asked = page.locator(".begin-form .field-error");
  await page.getByRole("button", { name: "Noter", exact: true }).click();
  await eventually(async () => assert.equal(await asked.count(), 2, "why it is lost and how VAT is due are asked"));
  await page.getByLabel("Motif").selectOption({ label: "Certificat d’irrécouvrabilité" });
  await page.getByLabel("TVA sur cette facture").selectOption({ label: "Franchise : pas de TVA facturée" });
  await shows(page.getByRole("main"), "Rien à récupérer");
  await page.getByLabel("TVA sur cette facture").selectOption({ label: "Sur les débits, ou vente de biens" });
  await page.getByRole("button", { name: "Noter", exact: true }).click();
  await eventually(async () => assert.match(await faultOf(page.getByLabel("TVA comprise")), /./));
  await page.getByLabel("TVA comprise").fill("413,33");
  await page.reload();
  await eventually(async () => assert.equal(await page.getByLabel("TVA comprise").inputValue(), "413,33"));
  await page.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(page.getByRole("main"), "416");
  await page.getByRole("link", { name: "Imprimer le duplicata pour la TVA" }).click();
  const sheets = (await new Paper(page).read()).map(({ text }) => text).join(" ");
  assert.ok(
    sheets.includes(
      "Facture demeurée impayée pour la somme de 2 066,67 € (prix net) et pour la somme de 413,33 € (TVA correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI).",
    ),
    sheets,
  );
  await page.goto(`${page.app.url}#/factures`);
  await shows(page.getByRole("main"), "cédé ou passé en perte, hors total");
  await page.getByRole("button", { name: /Cédées, en perte/ }).click();
  await shows(page.getByRole("table"), "Passée en perte");
  await page.goto(`${page.app.url}#/factures/1/suites`);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await shows(line(page), "corbeille");
  await page.goto(`${page.app.url}#/factures`);
  await page.getByRole("button", { name: /À encaisser/ }).click();
  await shows(page.getByRole("table"), "2026-014");
  page.app.assertNoProblem();
});

test("an agency: what it passes on is a payment, and what it keeps is said; on a phone, dark and in English", async () => {
  const agency = proceeding({ kind: "handed-over", date: "2026-10-01", with: "Recouvre SA", reference: "M-77" });
  const storage = withProceedings([agency], { settings: { language: "en" } });
  const page = await openApp({ storage, hash: "#/factures/1/suites", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await shows(answer(page), "News from the collector");
  // Nothing was heard for more than thirty days: news come first, money is a choice away.
  await shows(page.getByRole("main"), "No news since 1 October 2026");
  const form = stage(page);
  await form.getByLabel("Stage", { exact: true }).selectOption({ label: "Money passed on" });
  await form.getByLabel("Collected from the client").fill("1000");
  await form.getByLabel("Kept by the collector").fill("150");
  await form.getByRole("button", { name: "Note the stage" }).click();
  await shows(page.getByRole("main"), "Collected from the client: €1,000.00, kept by the collector: €150.00, passed on: €850.00");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1`);
  await eventually(async () => assert.match(plain(await seen(page.getByRole("main"))), /Handed over/));
  await shows(page.getByRole("main"), "€1,480.00");
  page.app.assertNoProblem();
});

test("a sale is walked from the ways out to its price: notified by letter, paid by the buyer, out of what is owed", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/voies" });
  const sale = page.locator(".way-row").filter({ hasText: "Vente de la créance" });
  await sale.locator("summary").first().click();
  await sale.getByRole("link", { name: "Noter la cession" }).click();
  await arrivesAt(page, "Suites");
  const form = page.locator(".begin-form");
  await eventually(async () => assert.equal(await form.getByLabel("Quoi").locator("option:checked").innerText(), "Créance cédée"));
  await form.getByLabel("À qui").fill("Rachat Pro SAS");
  await form.getByLabel("Prix de cession").fill("900");
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "Cession à notifier");
  await shows(page.getByRole("main"), "Écart entre le principal et le prix : 1 580,00 €");
  await page.getByRole("link", { name: "Écrire la notification" }).click();
  await arrivesAt(page, "Documents");
  const letter = (await new Paper(page).read()).map(({ text }) => text).join(" ");
  for (const part of ["j’ai cédé à Rachat Pro SAS ma créance sur vous", "articles 1321 et 1324 du Code civil"]) {
    assert.ok(letter.includes(part), letter);
  }
  await page.goto(`${page.app.url}#/factures/1/suites`);
  await note(page, { what: "Cession notifiée au client", date: "22/11/2026" });
  await shows(answer(page), "Prix de cession attendu");
  await stage(page).getByLabel("Reçu de l’acheteur").fill("900");
  await stage(page).getByRole("button", { name: "Noter l’étape" }).click();
  await shows(answer(page), "Hors de ce qui vous est dû");
  await shows(page.getByRole("main"), "Reçu de l’acheteur : 900,00 €");
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Ce total n’entre plus dans ce qui vous est dû.");
  await page.goto(`${page.app.url}#/factures/1/voies`);
  await shows(page.locator(".ways-answer"), "Créance cédée le 22 novembre 2026");
  assert.equal(await page.locator(".way-row").count(), 0, "there is nothing left to compare");
  await page.goto(`${page.app.url}#/previsions`);
  await eventually(async () => assert.doesNotMatch(await seen(page.getByRole("main")), /Atelier Brun/));
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the last day to oppose an order is a date, here and in the calendar, with what comes after it", async () => {
  const stages = [...ORDER.stages, { stage: "served", date: "2027-01-11", in_person: true }];
  const page = await openApp({ storage: withProceedings([{ ...ORDER, stages }]), hash: "#/factures/1/suites", today: "2027-01-12" });
  await shows(answer(page), "Délai d’opposition en cours jusqu’à la fin du jeudi 11 février 2027");
  await shows(page.getByRole("main"), "un mois après la signification en personne du 11 janvier 2027 (CPC art. 1416");
  await shows(page.getByRole("main"), "à partir du vendredi 12 mars 2027");
  const { text } = await downloadBy(page, () => page.getByRole("button", { name: "Mettre la prochaine échéance dans mon agenda" }).click());
  assert.match(text, /DTSTART;VALUE=DATE:20270211/);
  assert.match(text, /DTSTART;VALUE=DATE:20270312/);
  page.app.assertNoProblem();
});

test("a declaration says that the representative's address is missing, and leads to its field", async () => {
  const storage = sentBook({ client: { insolvency: "2026-11-02", collective: { kind: "liquidation", office: "SELARL Dufour" } } });
  const page = await openApp({ storage, hash: "#/factures/1/documents?declaration" });
  await shows(page.getByRole("main"), "L’adresse du mandataire manque");
  await page.getByRole("link", { name: "Donner l’adresse" }).click();
  await arrivesAt(page, "Suites");
  await page.getByRole("button", { name: "Donner l’adresse" }).click();
  const address = page.getByLabel("Adresse du mandataire ou liquidateur");
  await eventually(async () => assert.ok(await address.evaluate((field) => field === document.activeElement)));
  await address.fill("8 rue Hoche\n38000 Grenoble");
  await page.getByRole("button", { name: "Enregistrer la procédure" }).click();
  await page.getByRole("link", { name: "Imprimer la déclaration de créance" }).click();
  const sheets = (await new Paper(page).read()).map(({ text }) => text).join(" ");
  assert.ok(sheets.includes("8 rue Hoche") && sheets.includes("arrêté au 1er novembre 2026"), sheets);
  page.app.assertNoProblem();
});

test("whoever gives no news is asked for some: on the day's list, until it is noted when to look again", async () => {
  const agency = proceeding({ kind: "handed-over", date: "2026-10-01", with: "Recouvre SA" });
  const page = await openApp({ storage: withProceedings([agency]), hash: "#/aujourdhui", today: "2026-11-24" });
  await shows(page.locator(".todo").first(), "Sans nouvelles depuis le 1er octobre 2026, 54 jours");
  await page.locator(".todo-act").first().click();
  await arrivesAt(page, "Suites");
  const form = stage(page);
  assert.equal(await form.getByLabel("Étape").locator("option:checked").innerText(), "Nouvelles reçues ou demandées");
  await form.getByLabel("Date", { exact: true }).fill("24/11/2026");
  await form.getByLabel(/^Prochain point le/).fill("08/12/2026");
  await form.getByLabel(/^Remarque/).fill("Relance envoyée par l’agence");
  await form.getByRole("button", { name: "Noter l’étape" }).click();
  await shows(answer(page), "mardi 8 décembre 2026");
  await shows(page.locator(".after-days"), "prochain point le mardi 8 décembre 2026");
  await page.goto(`${page.app.url}#/aujourdhui`);
  await eventually(async () => assert.doesNotMatch(await seen(page.getByRole("main")), /Sans nouvelles/));
  page.app.assertNoProblem();
});

test("a mediator is asked from the ways out, both agree to it, and time stands still until it is over", async () => {
  const page = await openApp({ storage: sentBook(), hash: "#/factures/1/voies", today: "2026-11-24" });
  const way = page.locator(".way-row").filter({ has: page.locator(".way-name", { hasText: "Médiateur des entreprises" }) });
  await way.locator("summary").first().click();
  await way.getByRole("link", { name: "Noter la saisine du médiateur" }).click();
  await arrivesAt(page, "Suites");
  const form = page.locator(".begin-form");
  await eventually(async () => assert.equal(await form.getByLabel("Quoi").locator("option:checked").innerText(), "Médiation"));
  await form.getByLabel("Saisi le").fill("20/11/2026");
  await form.locator("#begin-with").fill("Médiateur des entreprises");
  await form.getByLabel(/^Réponse attendue le/).fill("04/12/2026");
  assert.deepEqual(await axe(page), []);
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "Réponse attendue");
  await shows(answer(page), "vendredi 4 décembre 2026");
  const { text } = await downloadBy(page, () => page.getByRole("button", { name: "Mettre la prochaine échéance dans mon agenda" }).click());
  assert.match(text, /DTSTART;VALUE=DATE:20261207/);
  await note(page, { what: "Médiation commencée", date: "23/11/2026" });
  await shows(answer(page), "Médiation en cours");
  await shows(page.getByRole("main"), "la prescription est suspendue jusqu’à sa fin");
  await note(page, { what: "Médiation terminée sans suite", date: "24/11/2026" });
  await shows(answer(page), "Médiation terminée sans suite");
  await shows(page.getByRole("main"), "Comparer les autres voies");
  await page.goto(`${page.app.url}#/factures/1`);
  await shows(page.getByRole("main"), "Médiation terminée sans suite");
  page.app.assertNoProblem();
});

test("a lawyer's letter on two invoices has its deadline and its cost, and is deleted on both or on one", async () => {
  const storage = { ...sentBook({ events: [NOTICED] }), ...another(2, { number: "2026-031", due: "2026-09-01", amount: "620.00" }) };
  const page = await openApp({ storage, hash: "#/factures/1/suites", today: "2026-11-24" });
  const form = page.locator(".begin-form");
  await form.getByLabel("Quoi").selectOption({ label: "Lettre d’avocat" });
  await form.getByLabel("Envoyée le").fill("20/11/2026");
  await form.locator("#begin-with").fill("Maître Roux");
  await form.getByLabel(/^Délai laissé au client/).fill("30/11/2026");
  await form.getByLabel("Ce que cela vous a coûté").fill("100");
  const also = form.getByRole("group", { name: "Aussi pour ces factures en retard" }).getByLabel("2026-031");
  await also.check();
  await form.getByRole("button", { name: "Noter", exact: true }).click();
  await shows(answer(page), "lundi 30 novembre 2026");
  await shows(page.getByRole("main"), "Frais payés par vous jusqu’ici : 100,00 €");
  await shows(page.getByRole("main"), "Aussi sur la facture 2026-031");
  const left = async (wanted) => {
    await eventually(async () => {
      const records = await recordsOf(page);
      const of = (id) => (records[`case/${id}`].case.proceedings ?? []).map(({ cost }) => cost ?? "");
      assert.deepEqual([of(1), of(2)], wanted);
    });
    await page.goto(`${page.app.url}#/factures/1/suites`);
  };
  await left([["100.00"], [""]]);
  await page.getByLabel("Aussi sur la facture 2026-031").uncheck();
  await page.getByRole("button", { name: "Supprimer", exact: true }).click();
  await left([[], ["100.00"]]);
  await undo(page);
  await left([["100.00"], [""]]);
  await page.getByRole("button", { name: "Supprimer", exact: true }).click();
  await left([[], []]);
  page.app.assertNoProblem();
});

test("the invoices a file was made about are ticked in the form that notes what it was made for", async () => {
  const storage = { ...sentBook(), ...another(2, { number: "2026-031", due: "2026-09-01", amount: "620.00" }) };
  const page = await openApp({ storage, hash: "#/factures/1/documents?dossier", today: "2026-11-24" });
  const sheet = page.locator(".composer-choices");
  await sheet.getByLabel(/2026-031/).check();
  await page.goto(`${page.app.url}#/factures/1/suites`);
  const form = page.locator(".begin-form");
  await form.getByLabel("Quoi").selectOption({ label: "Médiation" });
  const also = form.getByRole("group", { name: "Aussi pour ces factures en retard" }).getByLabel("2026-031");
  await eventually(async () => assert.ok(await also.isChecked()));
  page.app.assertNoProblem();
});

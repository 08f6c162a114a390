// Every document as it comes out of the printer for every kind of client, in both languages: pages, foot, fonts, the
// address in the window of the envelope, nothing that sticks out; and what a name, a logo or an address can do to them.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, openApp, settled } from "./harness.mjs";
import { chasedBook } from "./pages/book.mjs";
import { eventually, shows } from "./pages/common.mjs";
import { InvoiceForm } from "./pages/invoice-form.mjs";
import { Paper } from "./pages/paper.mjs";
import { isInWindow, places, printed, signing, stickingOut, tooSmall } from "./pages/print.mjs";

/** A document, its title in both languages, the pages it may have. Court papers are to nobody: they have no window. */
const DOCUMENTS = [
  { route: "documents?releve", fr: "Relevé de compte", en: "Statement of account", pages: [2, 2] },
  { route: "documents?recu", fr: "Reçu", en: "Receipt for a", pages: [1, 1] },
  { route: "documents?decharge", fr: "Décharge", en: "Receipt for documents", pages: [1, 1] },
  { route: "documents?offre", fr: "Offre de règlement", en: "Settlement offer", pages: [1, 1], not: ["public"] },
  { route: "documents?protocole", fr: "Protocole d’échelonnement", en: "Payment-plan agreement", pages: [2, 4], not: ["public"] },
  { route: "documents?resiliation", fr: "Résiliation", en: "Termination", pages: [1, 2], not: ["public"] },
  { route: "documents?dossier", fr: "Dossier de créance", en: "Case file", pages: [3, 6], isForOthers: true },
  { route: "documents?injonction", fr: "Injonction de payer", en: "Order for payment", pages: [2, 5], isForOthers: true, not: ["public"] },
  { route: "texte/premiere-relance", fr: "Facture", en: "Invoice", pages: [1, 1] },
  { route: "texte/relance-ferme", fr: "Relance", en: "Reminder", pages: [1, 1] },
  { route: "texte/derniere-relance", fr: "Relance après mise en demeure", en: "Reminder after formal notice", pages: [1, 1] },
  { route: "texte/note-de-penalites", fr: "Note", en: "Statement of late-payment interest", pages: [1, 2], not: ["consumer"] },
  { route: "texte/mise-en-demeure", fr: "Mise en demeure de payer", en: "Formal notice to pay", pages: [2, 2] },
  { route: "texte/suspension", fr: "Suspension", en: "will be suspended", pages: [1, 1], not: ["public"] },
  { route: "texte/remerciement", fr: "merci pour votre règlement", en: "thank you for your payment", pages: [1, 1] },
];

const proceeding = (facts) => ({ case: { proceedings: [{ id: 1, date: "2026-11-18", ...facts }] } });

/** The documents of an event of their own, with what has happened. */
const OF_EVENTS = [
  {
    route: "documents?declaration",
    fr: "Déclaration de créance",
    en: "Declaration of claim",
    pages: [1, 3],
    client: {
      insolvency: "2026-11-02",
      collective: { kind: "liquidation", published: "2026-11-12", office: "SELARL Dufour, mandataire judiciaire", office_address: "8 rue Hoche\n38000 Grenoble" },
    },
    says: { fr: /Maître,.*L622-24.*chirographaire/, en: /L622-24/ },
  },
  {
    route: "documents?cession",
    fr: "Cession de créance",
    en: "Assignment of a claim",
    pages: [1, 1],
    ...proceeding({ kind: "sold", with: "Rachat Pro SAS", reference: "C-118", amount: "900.00" }),
    says: { fr: /Lettre recommandée avec avis de réception.*cédé à Rachat Pro SAS/, en: /Registered letter.*Rachat Pro SAS/ },
  },
  {
    route: "documents?facture-impayee",
    fr: "Duplicata",
    en: "Duplicate",
    pages: [1, 1],
    ...proceeding({ kind: "written-off", write_off: { reason: "irrecoverable", vat: "debits", vat_amount: "290.00" } }),
    says: { fr: /Facture demeurée impayée pour la somme de 2 190,00 €.*290,00 €/, en: /Facture demeurée impayée pour la somme de 2 190,00 €/ },
  },
  { route: "texte/duplicata", fr: "Duplicata de la facture", en: "Copy of invoice", pages: [1, 1], says: { fr: /2026-014/, en: /2026-014/ } },
  {
    route: "texte/echeance-manquee",
    fr: "Mise en demeure",
    en: "Formal notice",
    pages: [1, 2],
    today: "2026-11-24",
    plan: { proposed: "2026-10-01", answer_by: "2026-10-09", accepted: "2026-10-05", instalments: [{ due: "2026-11-02", amount: "1240.00" }, { due: "2026-12-01", amount: "1240.00" }] },
    says: { fr: /Lettre recommandée avec avis de réception.*échéancier du 5 octobre 2026.*1 240,00 €/, en: /Registered letter.*€1,240\.00/ },
  },
  {
    route: "texte/reprise",
    fr: "Reprise de mes prestations",
    en: "My work resumes",
    pages: [1, 1],
    case: { circumstances: [{ id: 1, date: "2026-10-01", kind: { suspension: { work: "maintenance du site" } }, ended: "2026-11-20" }] },
    says: { fr: /maintenance du site/, en: /maintenance du site/ },
  },
  {
    route: "texte/offre",
    fr: "une offre pour la régler",
    en: "an offer to settle it",
    pages: [1, 1],
    case: { offers: [{ id: 1, date: "2026-11-20", kind: "penalties", pay: "2480.00", paid_before: "1000.00", until: "2026-12-04" }] },
    says: { fr: /2 480,00 €.*4 décembre 2026/, en: /€2,480\.00.*4 December 2026/ },
  },
];

const CLIENTS = {
  business: { name: "Atelier Brun & Fils", siren: "552100554" },
  consumer: { name: "M. Jean Dupont", contact: "", siren: undefined },
  public: { name: "Commune de Saint-Martin", siren: "217500016" },
};

const CHANNELS = { fr: ["Courrier", "Recommandé"], en: ["Post", "Registered"] };

/** Goes from document to document in one window: what is quick enough to be done for all of them. */
async function browse(lang, client, more = {}) {
  const storage = { ...chasedBook({ client, settings: { language: lang }, ...more.book }), ...more.storage };
  storage["relance/case/1"] = { case: { ...storage["relance/case/1"].case, ...more.case } };
  storage["relance/plan/1"] = { plan: { ...storage["relance/plan/1"].plan, ...more.plan } };
  const page = await openApp({ storage, hash: "#/factures/1/documents?releve", ...(more.today && { today: more.today }) });
  await settled(page);
  const paper = new Paper(page);
  const goTo = async (document) => {
    await page.emulateMedia({ media: null });
    await page.goto(`${page.app.url}#/factures/1/${document.route}`);
    if (document.route.startsWith("texte")) {
      const [post, registered] = CHANNELS[lang];
      const channel = /(mise-en-demeure|echeance-manquee)$/.test(document.route) ? registered : post;
      await page.locator("fieldset label").filter({ hasText: new RegExp(`^\\s*${channel}\\s*$`) }).first().click();
    }
    await shows(paper.sheets.first(), document[lang]);
  };
  return { page, paper, goTo };
}

/** Prints a document and checks its pages, foot, fonts, sizes and margins, and that the address is in the window; what it says. */
async function checked(page, paper, document, lang, what) {
  if (lang === "fr") assert.deepEqual(await axe(page), [], what);
  const { texts, pages, strange, pdf } = await printed(page);
  const [least, most] = document.pages;
  assert.ok(least <= pages && pages <= most, `${what}: ${pages} pages`);
  texts.forEach((text, at) => assert.match(text, new RegExp(`SHA-256 [0-9a-f]{64} page ${at + 1}/${pages}$`), what));
  const whole = texts.join(" ");
  assert.doesNotMatch(whole, /[⟦⟧]|undefined|NaN/, what);
  // A sum is never written with its cents beside one without; a table in English has no date of digits, but what is
  // written for a French court.
  assert.doesNotMatch(whole, /[^\d\u202f ]40 €|€40(?!\.)/, what);
  if (lang === "en" && !document.route.endsWith("injonction")) assert.doesNotMatch(whole, /\d\d\/\d\d\/\d{4}/, what);
  assert.deepEqual(strange, [], `${what}: fonts that are not in the file`);
  assert.deepEqual(await tooSmall(paper.sheets), [], what);
  const signers = await signing(paper.sheets);
  if (document.route.endsWith("protocole")) {
    // A sentence in figures and words, a date and a signature, by hand (C. civ. art. 1376).
    assert.ok(signers.some(({ isWide, room }) => isWide && room >= 60), `${what}: ${JSON.stringify(signers)}`);
  } else {
    assert.equal(new Set(signers.map(({ top }) => top)).size, Math.min(1, signers.length), `${what}: ${JSON.stringify(signers)}`);
  }
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await stickingOut(paper.sheets), [], what);
  if (!document.isForOthers) {
    const town = await places(pdf, "Grenoble");
    assert.ok(town.some(isInWindow), `${what}: the address is at ${JSON.stringify(town)}`);
  }
  return whole;
}

for (const [lang, kind] of [
  ["fr", "consumer"],
  ["fr", "public"],
  ["en", "business"],
  ["en", "consumer"],
  ["en", "public"],
]) {
  test(`every document on paper: ${kind}, ${lang}`, async () => {
    const client = { kind, ...CLIENTS[kind] };
    const invoice = kind === "public" ? { order: "4500012345", service: "FACT-DSI" } : { order: "BC-77" };
    const { page, paper, goTo } = await browse(lang, client, { book: { invoice } });
    const quoted = {
      fr: { public: /n° d’engagement 4500012345, code service FACT-DSI/i, consumer: /bon de commande BC-77/i },
      en: { public: /commitment number 4500012345, service code FACT-DSI/i, business: /purchase order BC-77/i, consumer: /purchase order BC-77/i },
    }[lang][kind];
    for (const document of DOCUMENTS.filter(({ not }) => !not?.includes(kind))) {
      const what = `${document.route}, ${kind}, ${lang}`;
      await goTo(document);
      assert.match(await checked(page, paper, document, lang, what), quoted, what);
    }
    page.app.assertNoProblem();
    page.app.assertNothingLeft();
    await page.context().close();
  });
}

for (const [lang, kind] of [
  ["fr", "business"],
  ["en", "consumer"],
]) {
  test(`every document of an event of its own on paper: ${kind}, ${lang}`, async () => {
    for (const document of OF_EVENTS) {
      const client = { kind, ...CLIENTS[kind], ...document.client };
      const { page, paper, goTo } = await browse(lang, client, document);
      await goTo(document);
      const what = `${document.route}, ${kind}, ${lang}`;
      assert.match(await checked(page, paper, document, lang, what), document.says[lang], what);
      page.app.assertNoProblem();
      page.app.assertNothingLeft();
      await page.context().close();
    }
  });
}

/** A picture of one colour, as large as is kept. */
const picture = (page, width, height) =>
  page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").fillRect(0, 0, width, height);
      return canvas.toDataURL("image/png");
    },
    [width, height],
  );

test("a formal notice with logo, signature and transfer code is one page and its annex", async () => {
  const blank = await browse("fr", CLIENTS.business);
  const [logo, signature] = [await picture(blank.page, 300, 150), await picture(blank.page, 300, 120)];
  await blank.page.context().close();
  const stationery = { logo, signature, payment_code: true, folding_marks: true };
  for (const [kind, client] of Object.entries(CLIENTS)) {
    const { page, paper, goTo } = await browse("fr", { kind, ...client }, {
      book: { invoice: { order: "4500012345", service: "FACT-DSI" } },
      storage: { "relance/stationery": { stationery } },
    });
    await goTo(DOCUMENTS.find(({ route }) => route.endsWith("mise-en-demeure")));
    await eventually(async () => assert.equal(await page.locator("article img").count(), 2));
    await page.waitForFunction(() => [...document.querySelectorAll("article img")].every((image) => image.complete));
    const { pages, pdf, texts } = await printed(page);
    assert.equal(pages, 2, `${kind}: ${texts.map((text) => text.slice(0, 60)).join(" | ")}`);
    assert.ok((await places(pdf, "Grenoble")).some(isInWindow), kind);
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await stickingOut(paper.sheets), [], kind);
    await page.context().close();
  }
});

test("right-to-left text, emoji, markup and the widest letters break no document, and leave no page blank", async () => {
  const files = DOCUMENTS.filter(({ isForOthers }) => isForOthers);
  for (const [name, documents] of [
    [`שלום <b>Société</b> 🧾 مرحبا ${"W".repeat(2500)}`, DOCUMENTS],
    ["W".repeat(1900), files],
  ]) {
    const { page, paper, goTo } = await browse("fr", { ...CLIENTS.business, name, contact: "🧾 <i>مرحبا</i>" }, {
      book: { invoice: { number: "2026-014<i>שלום", order: "🧾<b>W".repeat(20) } },
    });
    for (const document of documents) {
      await goTo({ ...document, fr: document.fr.split(" ")[0] });
      const sheets = await paper.sheets.count();
      const { texts, pages } = await printed(page);
      assert.equal(pages, sheets, `${document.route} is as many pages as sheets`);
      texts.forEach((text, at) => assert.match(text, new RegExp(`page ${at + 1}/${pages}$`), document.route));
      const first = texts[0].replace(/SHA-256.*/, "");
      assert.ok(first.length > 600, `${document.route} begins with a page that says nothing: ${first}`);
      await page.emulateMedia({ media: "print" });
      assert.deepEqual(await stickingOut(paper.sheets), [], document.route);
      assert.equal(await page.locator("article b, article i").count(), 0, "markup is text");
    }
    page.app.assertNoProblem();
    await page.context().close();
  }
});

test("what a public buyer asks to be quoted is asked for first, kept, found, and stands on its texts", async () => {
  const { page, paper } = await browse("fr", { kind: "public", ...CLIENTS.public });
  const form = new InvoiceForm(page);
  const [commitment, service] = [page.getByLabel("N° d’engagement"), page.getByLabel("Code service")];
  await page.goto(`${page.app.url}#/factures/1/modifier`);
  await commitment.fill("4500012345");
  await service.fill("FACT-DSI");
  // For a firm it is a purchase order, among what is optional; what was typed goes along.
  await form.kind("Professionnel");
  await eventually(async () => assert.equal(await service.count(), 0));
  await form.details.click();
  assert.equal(await page.getByLabel("Bon de commande").inputValue(), "4500012345");
  await form.kind("Public");
  // Left half typed, found again.
  await page.reload();
  await eventually(async () => assert.equal(await service.inputValue(), "FACT-DSI"));
  await form.save.click();
  await shows(page.getByRole("region", { name: "La facture" }), /N° d’engagement 4500012345 Code service FACT-DSI/);
  await page.goto(`${page.app.url}#/factures/1/texte/relance-ferme`);
  const email = page.getByRole("region", { name: "Aperçu", exact: true });
  await shows(email, /Référence : 2026-014 N° d’engagement : 4500012345 Code service : FACT-DSI/);
  await page.goto(`${page.app.url}#/factures/1/documents?releve`);
  await shows(paper.sheets.first(), /N° d’engagement 4500012345, code service FACT-DSI/);
  await page.goto(`${page.app.url}#/factures`);
  await page.getByRole("searchbox", { name: "Chercher une facture" }).fill("450001");
  await shows(page.getByRole("table").first(), "2026-014");
  page.app.assertNoProblem();
});

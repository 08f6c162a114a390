// A first visit, an unpaid invoice: what is owed at every keystroke, and the text for it on the clipboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./harness.mjs";
import { Calculator } from "./pages/calculator.mjs";
import { Hand, arrivesAt, clipboard, eventually, line, plain, seen, shows, stored } from "./pages/common.mjs";
import { InvoiceForm } from "./pages/invoice-form.mjs";

const TOTAL = "3 815,38 €";

async function withReference(page) {
  const calculator = new Calculator(page);
  await calculator.amount.fill("3 480,00");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.answer, TOTAL);
  return calculator;
}

test("a first visit opens on the calculator, with nothing to set", async () => {
  const page = await openApp();
  await arrivesAt(page, "Que vous doit-on aujourd’hui ?");
  const calculator = new Calculator(page);
  assert.equal(await calculator.total(), "");
  assert.ok(await page.getByRole("radio", { name: "Professionnel" }).isChecked());
  await shows(calculator.answer, "Entrez un montant et une échéance.");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("the claim follows every keystroke", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.due.fill("15/03/2026");
  assert.equal(await calculator.total(), "");
  const totals = [];
  for (const key of "3480,00") {
    await calculator.amount.press(key);
    totals.push(await eventually(async () => {
      const total = await calculator.total();
      assert.notEqual(total, totals.at(-1) ?? "", `after ${key}`);
      return total;
    }, key === "," || key === "0" ? 0 : 5_000).catch(() => totals.at(-1)));
  }
  assert.equal(totals.at(0), "43,26 €");
  assert.equal(totals.at(-1), TOTAL);
  assert.equal(new Set(totals).size, 4, totals.join(" "));
  page.app.assertNoProblem();
});

test("the reference invoice: principal, penalties by half-year, fixed sum, growth, legal basis", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await shows(calculator.answer, "Total dû au 22 novembre 2026");
  await shows(calculator.answer, "+ 1,18 € par jour");
  assert.equal(await calculator.figure("Reste à payer"), "3 480,00 €");
  assert.equal(await calculator.figure("Pénalités de retard"), "295,38 €");
  assert.equal(await calculator.figure("Indemnité forfaitaire"), "40,00 €");
  await shows(calculator.answer, /L441-10/);
  await shows(calculator.answer, /D441-5/);
  const rows = await calculator.rows();
  assert.deepEqual(rows.map(([period]) => period.replace(/ sur .*$/, "")), ["16 mars – 30 juin 2026", "1er juil. – 22 nov. 2026"]);
  assert.deepEqual(rows.map(([, , rate]) => rate), ["12,15 % × 107 j", "12,40 % × 145 j"]);
  assert.deepEqual(rows.map(([, , , interest]) => interest), ["123,95 €", "171,43 €"]);
  await shows(calculator.working, /Pénalités de retard 295,38 €/);
  page.app.assertNoProblem();
});

test("a payment already received changes the claim", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await calculator.paid().fill("1000");
  await calculator.paidOn().fill("2/7/26");
  await shows(calculator.answer, "2 766,79 €");
  assert.equal(await calculator.figure("Pénalités de retard"), "246,79 €");
  await shows(calculator.answer, "+ 0,84 € par jour");
  assert.deepEqual((await calculator.rows()).map((row) => row.at(-1)), ["123,95 €", "2,36 €", "120,48 €"]);
  page.app.assertNoProblem();
});

test("the claim can be stated at another day, and computed from issue date and terms", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await calculator.asOf.fill("30/06/2026");
  await shows(calculator.answer, "3 643,95 €");
  await calculator.asOf.fill("");
  await page.getByRole("button", { name: "J’ai la date d’émission" }).click();
  await calculator.issued.fill("13/02/2026");
  await shows(page.getByRole("main"), "Échéance : dimanche 15 mars 2026");
  await shows(calculator.answer, TOTAL);
  await calculator.terms.selectOption("60");
  await shows(page.getByRole("main"), "Échéance : mardi 14 avril 2026");
  page.app.assertNoProblem();
});

test("a consumer owes no fixed sum and no penalty before a formal notice", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await calculator.kind("Particulier");
  await eventually(async () => assert.equal(await calculator.total(), "3 480,00 €"));
  assert.equal(await calculator.figure("Indemnité forfaitaire"), "0,00 €");
  await shows(calculator.answer, "Jamais due par un particulier");
  page.app.assertNoProblem();
});

test("a rate that is not known yet is marked provisional", async () => {
  const page = await openApp({ today: "2027-02-10" });
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/03/2026");
  await shows(calculator.working, "taux provisoire");
  await shows(page.getByRole("note").filter({ hasText: "Taux provisoire." }), "1er semestre 2027");
  page.app.assertNoProblem();
});

test("the reminder is on the clipboard in under ten actions", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  const hand = new Hand();
  await hand.fill(calculator.amount, "3480");
  await hand.fill(calculator.due, "15/03/2026");
  await hand.fill(calculator.clientName, "Atelier Brun & Fils");
  await hand.fill(calculator.invoiceNumber, "2026-014");
  await hand.fill(calculator.email.getByLabel("Nom ou raison sociale"), "Claire Morel");
  await hand.fill(calculator.email.getByLabel("IBAN"), "FR76 3000 6000 0112 3456 7890 189");
  await hand.press(calculator.email.getByRole("button", { name: "Enregistrer" }));
  await shows(calculator.email, "FR76 3000 6000 0112 3456 7890 189");
  await hand.press(calculator.copyEmail);
  await shows(line(page), "Copié.");
  assert.ok(hand.actions < 10, `${hand.actions} actions`);
  const text = plain(await clipboard(page));
  assert.match(text, /^Objet : Facture n° 2026-014 échue le 15 mars 2026 : 3 480,00 € à régler/);
  assert.match(text, /Bonjour,/);
  assert.match(text, /un retard de 252 jours/);
  assert.match(text, /IBAN : FR76 3000 6000 0112 3456 7890 189/);
  assert.match(text, /L441-10/);
  assert.match(text, /Claire Morel$/);
  assert.doesNotMatch(text, /[⟦⟧]|undefined|NaN/);
  // What is copied is what was shown.
  assert.ok(text.includes(await seen(calculator.email.locator(".message-subject"))));
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("a text copied at once marks what it lacks and invents nothing", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await calculator.copyEmail.click();
  await shows(line(page), "Copié.");
  const text = plain(await clipboard(page));
  for (const lacking of ["votre nom", "votre IBAN", "numéro de la facture"]) assert.ok(text.includes(`⟦${lacking}⟧`), text);
  page.app.assertNoProblem();
});

test("the sentence to say on the phone and the working can be had at once", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await shows(calculator.phone, "3 815,38 €");
  await shows(calculator.phone, "295,38 €");
  await shows(calculator.phone, "1,18 €");
  assert.doesNotMatch(await seen(calculator.phone), /[⟦⟧]/);
  await calculator.copyWorking.click();
  await shows(line(page), "Copié.");
  assert.match(plain(await clipboard(page)), /3 480,00 € × 12,15 % × 107 jours ÷ 365 = 123,95 €/);
  page.app.assertNoProblem();
});

test("the link holds the claim after # only, no name in it, and opens the same claim elsewhere", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await calculator.paid().fill("1 000,00");
  await calculator.paidOn().fill("02/07/2026");
  await calculator.clientName.fill("Atelier Brun & Fils");
  await shows(calculator.answer, "2 766,79 €");
  await calculator.copyLink.click();
  await shows(line(page), "aucun serveur ne les voit");
  const link = new URL(await clipboard(page));
  assert.equal(link.href.split("#")[0], page.app.url);
  assert.equal(link.search, "");
  assert.match(link.hash, /3480\.00/);
  assert.doesNotMatch(decodeURIComponent(link.hash), /Brun/);
  const other = await openApp({ hash: link.hash, today: "2026-11-22" });
  const reopened = new Calculator(other);
  await shows(reopened.answer, "2 766,79 €");
  assert.equal(await reopened.amount.inputValue().then(plain), "3 480,00");
  assert.equal(await reopened.due.inputValue(), "15/03/2026");
  assert.equal(await reopened.paidOn().inputValue(), "02/07/2026");
  // What is in a link is not saved by opening it.
  assert.deepEqual(Object.keys(await stored(other)).filter((key) => /case|client/.test(key)), []);
  for (const one of [page, other]) {
    one.app.assertNoProblem();
    one.app.assertNothingLeft();
  }
});

test("the figures outlive a reload, though nothing is saved", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await eventually(async () => assert.match(new URL(page.url()).hash, /m=3480\.00&e=2026-03-15/));
  await page.reload();
  await shows(calculator.answer, TOTAL);
  assert.deepEqual(Object.keys(await stored(page)), []);
  page.app.assertNoProblem();
});

test("« Enregistrer comme facture » keeps the claim, with what is known filled in", async () => {
  const page = await openApp();
  const calculator = await withReference(page);
  await calculator.paid().fill("1000");
  await calculator.paidOn().fill("02/07/2026");
  await calculator.clientName.fill("Atelier Brun & Fils");
  await calculator.invoiceNumber.fill("2026-014");
  await calculator.keep.click();
  await arrivesAt(page, "Nouvelle facture");
  const form = new InvoiceForm(page);
  const typed = async (field) => plain(await field.inputValue());
  assert.equal(await typed(form.client), "Atelier Brun & Fils");
  assert.equal(await typed(form.number), "2026-014");
  assert.equal(await typed(form.amount), "3 480,00");
  assert.equal(await typed(form.due), "15/03/2026");
  assert.equal(await typed(form.paid.first()), "1 000,00");
  assert.equal(await typed(form.paidOn.first()), "02/07/2026");
  assert.ok(await page.getByRole("radio", { name: "Professionnel" }).isChecked());
  await form.issued.fill("13/02/2026");
  await form.save.click();
  await arrivesAt(page, "Atelier Brun & Fils");
  await shows(page.getByRole("main"), "2 766,79 €");
  await shows(line(page), "Facture enregistrée.");
  page.app.assertNoProblem();
  page.app.assertNothingLeft();
});

test("before the due date nothing is claimed and no reminder is written", async () => {
  const page = await openApp();
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("15/12/2026");
  await shows(calculator.answer, "3 480,00 €");
  await shows(calculator.answer, "L’échéance n’est pas passée");
  assert.ok(await calculator.copyEmail.isDisabled());
  await shows(calculator.email, "il n’y a pas de relance à écrire");
  page.app.assertNoProblem();
});

test("nothing lies over the working, however far one scrolls", async () => {
  const page = await openApp({ hash: "#/calcul?m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02" });
  const calculator = new Calculator(page);
  await calculator.working.waitFor();
  for (const where of ["start", "center", "end"]) {
    const covered = await calculator.working.evaluate((table, block) => {
      table.scrollIntoView({ block });
      return [...table.querySelectorAll("td, th")]
        .filter((cell) => {
          const { left, top, width, height } = cell.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          return width > 1 && y > 0 && y < innerHeight && !cell.contains(document.elementFromPoint(x, y));
        })
        .map((cell) => cell.textContent);
    }, where);
    assert.deepEqual(covered, [], where);
  }
});

test("a day that is past or to come: the sentence says which, and the e-mail is one that can be sent", async () => {
  const page = await openApp({ hash: "#/calcul?m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02&a=2026-05-01" });
  const calculator = new Calculator(page);
  await shows(calculator.answer, "Au 1er mai 2026, la facture s’élève à");
  await shows(page.getByRole("main"), "videz « Arrêté au » pour le lire");
  assert.ok(await calculator.copyEmail.isDisabled());
  await page.getByLabel("Arrêté au").fill("15/03/2027");
  await shows(calculator.answer, "Au 15 mars 2027, la facture s’élève à");
  await shows(calculator.answer, "à un taux encore provisoire");
  await shows(page.getByRole("main"), "À envoyer le 15 mars 2027.");
  await shows(page.getByRole("main"), "au plus tard le mardi 23 mars 2027");
  page.app.assertNoProblem();
});

test("the fault of a due date stays until it is mended, whatever else is touched", async () => {
  const page = await openApp({ hash: "#/calcul" });
  const calculator = new Calculator(page);
  await calculator.amount.fill("3480");
  await calculator.due.fill("31/02/2026");
  await calculator.paid().fill("1");
  await page.getByText("Public", { exact: true }).first().click();
  await eventually(async () => assert.equal(await calculator.due.getAttribute("aria-invalid"), "true"));
  await shows(calculator.answer, "Corrigez la saisie");
  await calculator.due.fill("15/03/2026");
  await eventually(async () => assert.equal(await calculator.due.getAttribute("aria-invalid"), null));
  page.app.assertNoProblem();
});

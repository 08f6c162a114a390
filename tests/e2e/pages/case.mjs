// The page of one claim.

import { choose, plain, seen, valueOf } from "./common.mjs";

export class Case {
  constructor(page) {
    this.page = page;
    this.answer = page.getByRole("region", { name: "Ce qui vous est dû" });
    this.working = page.getByRole("table", { name: /^Décompte des .+ arrêté au/ });
    this.movements = page.getByRole("region", { name: "Mouvements" });
    this.story = page.getByRole("region", { name: "Ce qui s’est passé" });
    this.facts = page.getByRole("region", { name: "La facture" });
    this.amount = this.movements.getByLabel("Montant");
    this.date = this.movements.getByLabel("Date");
    this.reference = this.movements.getByLabel("Référence");
    this.note = this.movements.getByRole("button", { name: "Noter", exact: true });
    this.next = page.getByRole("region", { name: "Prochaine étape" });
    this.otherTexts = this.next.locator("summary");
    this.firstReminder = this.next.getByRole("link", { name: /première relance$/i });
    this.formalNotice = { click: () => this.write("Mise en demeure") };
    this.remind = { click: () => this.write(/première relance$/i) };
    this.standing = page.getByRole("region", { name: "Où en est-on" });
    this.sendings = page.getByRole("region", { name: "Envois", exact: true });
  }

  /** Goes to a text, by the button of the next step or from the other texts. */
  async write(name) {
    const link = this.next.getByRole("link", { name }).first();
    await this.otherTexts.waitFor();
    if (!(await link.isVisible())) await this.otherTexts.click();
    await link.click();
  }

  /** Opens the form for what is known of the case, at a kind of it. */
  async know(kind) {
    const sort = this.standing.getByLabel("Ce que vous savez");
    if (!(await sort.isVisible())) await this.standing.getByText("Noter une promesse, une raison, une pause…").click();
    await sort.selectOption({ label: kind });
  }

  /** Notes it. */
  saveKnown() {
    return this.standing.getByRole("button", { name: "Noter", exact: true }).click();
  }

  /** What is known, one text for each. */
  async known() {
    return (await this.standing.locator(".standing").allInnerTexts()).map(plain);
  }

  /** Shows one strand of the story. */
  strand(name) {
    return this.story.getByRole("button", { name, exact: true }).click();
  }

  /** What the story tells, one text for each fact. */
  async told() {
    return (await this.story.getByRole("listitem").allInnerTexts()).map(plain);
  }

  total() {
    return seen(this.answer.locator("output"));
  }

  figure(name) {
    return seen(valueOf(this.answer, name));
  }

  /** The interest of each row of the working, and the base it runs on. */
  async rows() {
    const rows = [];
    for (const row of await this.working.locator("tbody tr").all()) {
      const cells = row.getByRole("cell");
      rows.push(await Promise.all([0, 1, 2, 3].map((at) => seen(cells.nth(at)))));
    }
    return rows;
  }

  /** Notes a movement; a payment unless said otherwise. */
  async move({ amount, date, reference, kind }) {
    if (kind) await this.movements.getByLabel("Nature").selectOption({ label: kind });
    await this.amount.fill(amount);
    await this.date.fill(date);
    if (reference) await this.reference.fill(reference);
    await this.note.click();
  }

  /** What is noted, one text for each movement. */
  async noted() {
    const rows = await this.movements.locator("tbody tr").allInnerTexts();
    return rows.map(plain);
  }

  removeMovement(row = 0) {
    return this.movements.getByRole("button", { name: "Supprimer ce mouvement" }).nth(row).click();
  }
}

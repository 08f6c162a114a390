// Quick calculator.

import { choose, seen, valueOf } from "./common.mjs";

export class Calculator {
  constructor(page) {
    this.page = page;
    this.amount = page.getByLabel("Montant TTC");
    this.due = page.getByLabel("Échéance", { exact: true });
    this.issued = page.getByLabel("Date d’émission");
    this.terms = page.getByLabel("Délai de paiement");
    this.asOf = page.getByLabel("Arrêté au");
    this.clientName = page.getByLabel("Nom du client");
    this.invoiceNumber = page.getByLabel("Numéro de la facture");
    this.answer = page.getByRole("region", { name: "Ce qui vous est dû" });
    this.copyEmail = this.answer.getByRole("button", { name: "Copier l’e-mail" });
    this.copyLink = this.answer.getByRole("button", { name: "Copier le lien" });
    this.copyWorking = this.answer.getByRole("button", { name: "Copier le décompte" });
    this.keep = this.answer.getByRole("link", { name: "Enregistrer comme facture" });
    this.phone = this.answer.locator("blockquote");
    this.working = page.getByRole("table", { name: /^Décompte des .+ arrêté au/ });
    this.email = page.getByRole("region", { name: "L’e-mail" });
  }

  paid(row = 0) {
    return this.page.getByLabel("Déjà payé").nth(row);
  }

  paidOn(row = 0) {
    return this.page.getByLabel("Reçu le").nth(row);
  }

  kind(name) {
    return choose(this.page, "Votre client", name);
  }

  /** The total as read, empty while there is none. */
  async total() {
    const output = this.answer.locator("output");
    return (await output.count()) === 0 ? "" : seen(output);
  }

  /** The amount of a line of the claim. */
  figure(name) {
    return seen(valueOf(this.answer, name));
  }

  /** The rows of the working as texts: period, base, rate × days, interest. */
  async rows() {
    const rows = [];
    for (const row of await this.working.locator("tbody tr").all()) {
      const cells = row.getByRole("cell");
      rows.push(await Promise.all([0, 1, 2, 3].map((at) => seen(cells.nth(at)))));
    }
    return rows;
  }
}

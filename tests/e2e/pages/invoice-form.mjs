// The form for an invoice, new or to correct.

import { choose } from "./common.mjs";

export class InvoiceForm {
  constructor(page) {
    this.page = page;
    this.client = page.getByLabel("Client", { exact: true });
    this.number = page.getByLabel("Numéro de facture");
    this.amount = page.getByLabel("Montant TTC");
    this.issued = page.getByLabel("Date d’émission");
    this.due = page.getByLabel("Échéance", { exact: true });
    this.terms = page.getByLabel("Délai de paiement");
    this.paid = page.getByLabel("Déjà payé");
    this.paidOn = page.getByLabel("Reçu le");
    this.details = page.getByText("Facultatif", { exact: true });
    this.subject = page.getByLabel("Objet");
    this.rate = page.getByLabel("Taux du contrat");
    this.save = page.getByRole("button", { name: "Enregistrer la facture" });
  }

  kind(name) {
    return choose(this.page, "Votre client", name);
  }

  /** Fills in the fields given, by their names here. */
  async fill({ kind, ...fields }) {
    for (const [name, text] of Object.entries(fields)) await this[name].fill(text);
    if (kind) await this.kind(kind);
  }
}

/** The invoice every document of the project speaks of. */
export const REFERENCE = {
  client: "Atelier Brun & Fils",
  kind: "Professionnel",
  number: "2026-014",
  amount: "3 480,00",
  issued: "13/02/2026",
  due: "15/03/2026",
};

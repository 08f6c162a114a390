// The screen of a call.

import { plain } from "./common.mjs";

export class Call {
  constructor(page) {
    this.page = page;
    this.top = page.getByRole("region", { name: "À dire" });
    this.number = this.top.getByRole("link", { name: /^Appeler/ });
    this.time = this.top.getByRole("timer");
    this.questions = page.getByRole("region", { name: "À demander" });
    this.notes = page.getByLabel("Notes");
    this.ending = page.getByRole("region", { name: "Comment ça s’est terminé" });
    this.covered = this.ending.getByRole("group", { name: "Factures dont vous avez parlé" });
    this.conduct = page.getByRole("note").filter({ hasText: "Mieux vaut attendre" });
    this.exception = page.getByLabel("Pourquoi appeler quand même");
    this.save = this.ending.getByRole("button", { name: /^Enregistrer/ });
  }

  /** One tap: how it ended. */
  ended(how) {
    return this.ending.getByRole("button", { name: how, exact: true }).click();
  }

  field(label) {
    return this.ending.getByLabel(label, { exact: true });
  }

  /** The instalments of a plan, one text for each. */
  async plan() {
    return (await this.ending.locator(".plan-row").allInnerTexts()).map(plain);
  }
}

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
    this.done = page.locator(".call-done");
    this.noted = this.done.getByRole("status");
    this.covered = page.getByRole("group", { name: "Factures dont vous avez parlé" });
    this.conduct = page.getByRole("note").filter({ hasText: "Mieux vaut attendre" });
    this.exception = page.getByLabel("Pourquoi appeler quand même");
    this.on = this.done.locator("button[type=submit]");
    this.back = this.done.getByRole("button", { name: "Reprendre l’appel" });
  }

  /** One tap: how it ended; the call is noted. */
  ended(how) {
    return this.ending.getByRole("button", { name: how, exact: true }).click();
  }

  field(label) {
    return this.done.getByLabel(label, { exact: true });
  }

  /** The instalments of a plan, one text for each. */
  async plan() {
    return (await this.done.locator(".plan-row").allInnerTexts()).map(plain);
  }
}

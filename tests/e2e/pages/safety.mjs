// « Vos données »: what is kept, the backups, the copies, the passphrase.

import { readFile } from "node:fs/promises";
import { valueOf } from "./common.mjs";

export class Safety {
  constructor(page) {
    this.page = page;
    this.kept = page.getByRole("region", { name: "Enregistré ici" });
    this.backups = page.getByRole("region", { name: "Sauvegarde" });
    this.folder = page.getByRole("region", { name: "Copie automatique" });
    this.lock = page.getByRole("region", { name: "Phrase secrète" });
    this.promise = page.getByRole("region", { name: "Ce que vous pouvez vérifier" });
    this.download = this.backups.getByRole("button", { name: "Télécharger une sauvegarde" });
    this.counts = valueOf(this.kept, "Contenu");
    this.room = valueOf(this.kept, "Place");
  }

  /** Types a new passphrase in the two fields of a form. */
  async make(scope, passphrase, again = passphrase) {
    await scope.getByLabel("Phrase secrète", { exact: true }).fill(passphrase);
    await scope.getByLabel("La même, encore une fois").fill(again);
  }

  /** Makes an encrypted backup; gives its text. */
  async seal(passphrase) {
    await this.backups.getByText("Sauvegarde chiffrée", { exact: true }).click();
    await this.make(this.backups, passphrase);
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.backups.getByRole("button", { name: "Chiffrer et télécharger" }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  }

  /** Puts the data under a passphrase. */
  async switchOn(passphrase) {
    await this.make(this.lock, passphrase);
    await this.lock.getByRole("button", { name: "Chiffrer mes données" }).click();
  }

  /** Gives the passphrase in the place of a screen. */
  async unlock(passphrase) {
    await this.page.getByLabel("Phrase secrète", { exact: true }).fill(passphrase);
    await this.page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  }
}

// Settings, and « Vos données »: the file to keep and the file to bring back.

import { valueOf } from "./common.mjs";

export class Settings {
  constructor(page) {
    this.page = page;
    this.profile = page.getByRole("region", { name: "Vos coordonnées" });
    this.display = page.getByRole("region", { name: "Affichage" });
    this.save = this.profile.getByRole("button", { name: "Enregistrer" });
    this.data = page.getByRole("main");
    this.backup = this.data.getByRole("button", { name: "Télécharger une sauvegarde", exact: true });
    this.choose = this.data.getByRole("button", { name: "Choisir un fichier", exact: true });
    this.merge = this.data.getByRole("button", { name: "Fusionner", exact: true });
    this.replace = this.data.getByRole("button", { name: "Remplacer tout", exact: true });
    this.kept = valueOf(page.getByRole("region", { name: "Enregistré ici" }), "Contenu");
    this.story = page.getByRole("region", { name: "Journal" });
    this.trash = page.getByRole("region", { name: "Corbeille" });
    this.archive = page.getByRole("region", { name: "Archive" });
    this.erase = page.getByRole("region", { name: "Effacer" });
  }

  /** Chooses a file as a person does: by the button. */
  async pick(text, name = "relance-2026-11-22.json", button = this.choose) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), button.click()]);
    const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text);
    await chooser.setFiles({ name, mimeType: "application/json", buffer });
  }

  /** How many records of the file stand so, with their names: « 2 nouveaux ». */
  async standing(words) {
    const list = this.data.locator("details").filter({ hasText: words });
    await list.locator("summary").click();
    return list.getByRole("listitem").allInnerTexts();
  }
}

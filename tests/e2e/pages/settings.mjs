// Settings and « Vos données ».

export class Settings {
  constructor(page) {
    this.page = page;
    this.profile = page.getByRole("region", { name: "Vos coordonnées" });
    this.display = page.getByRole("region", { name: "Affichage" });
    this.data = page.getByRole("region", { name: "Vos données" });
    this.save = this.profile.getByRole("button", { name: "Enregistrer" });
    this.backup = this.data.getByRole("button", { name: "Télécharger une sauvegarde" });
    this.choose = this.data.getByRole("button", { name: "Choisir un fichier" });
    this.replace = this.data.getByRole("button", { name: "Remplacer par la sauvegarde" });
    this.kept = this.data.getByRole("term").filter({ hasText: "Enregistré ici" }).locator("xpath=following-sibling::dd[1]");
  }

  /** Chooses a file as a person does: by the button. */
  async pick(text, name = "relance-2026-11-22.json") {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.choose.click()]);
    const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text);
    await chooser.setFiles({ name, mimeType: "application/json", buffer });
  }
}

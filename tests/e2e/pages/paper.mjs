// The screens of documents on paper: one document, a copy of what was sent, many letters.

import { plain } from "./common.mjs";

export class Paper {
  constructor(page) {
    this.page = page;
    this.which = page.getByRole("navigation", { name: "Quel document" });
    this.sheets = page.locator("article > section");
    this.print = page.getByRole("button", { name: /^Imprimer( ou enregistrer en PDF)?$/ });
    this.copy = page.getByRole("button", { name: /^Copier (avec la mise en forme|le texte)$/ });
    this.download = page.getByRole("button", { name: "Télécharger la page" });
    this.edit = page.getByRole("button", { name: "Modifier le texte" });
    this.paragraphs = page.getByLabel(/^Paragraphe \d+$/);
    this.record = page.getByRole("button", { name: "Noter l’envoi" });
    this.reopen = page.getByRole("link", { name: "Rouvrir la lettre" });
    this.duplicate = page.getByLabel("Marquer « Duplicata »");
    this.prepare = page.getByRole("button", { name: "Préparer les courriers" });
    this.recordAll = page.getByRole("button", { name: "Noter tous ces envois" });
  }

  /** What each sheet says, and the fingerprint at its foot. */
  async read() {
    await this.sheets.first().waitFor();
    const texts = await this.sheets.allInnerTexts();
    return texts.map(plain).map((text) => ({ text, hash: /SHA-256 ([0-9a-f]{64})/.exec(text)?.[1], foot: /page (\d+)\/(\d+)/.exec(text)?.slice(1) }));
  }
}

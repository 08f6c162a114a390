// The page where a text is chosen, completed and sent.

import { choose } from "./common.mjs";

export class Composer {
  constructor(page) {
    this.page = page;
    this.texts = page.getByRole("navigation", { name: "Quel texte" });
    this.choices = page.getByText("Factures, destinataire, ton…");
    this.preview = page.getByRole("region", { name: "Aperçu", exact: true });
    this.message = this.preview.locator(".message");
    this.letter = page.getByRole("region", { name: "Aperçu de la lettre" });
    this.copy = page.getByRole("button", { name: /^Copier (l’e-mail|le texte|le SMS|le message)$/ });
    this.mail = page.getByRole("link", { name: "Ouvrir dans ma messagerie" });
    this.print = page.getByRole("button", { name: "Imprimer" });
    this.missing = page.getByRole("form", { name: "Ce qui manque à ce texte" });
    this.saveMissing = this.missing.getByRole("button", { name: "Enregistrer" });
    this.edit = page.getByRole("button", { name: "Modifier le texte" });
    this.back = page.getByRole("button", { name: "Revenir au texte proposé" });
    this.again = page.getByRole("button", { name: "Reprendre mes modifications" });
    this.subject = page.getByLabel("Objet", { exact: true });
    this.body = page.getByLabel("Message", { exact: true });
    this.checks = page.locator(".check-item");
    this.sentOn = page.getByLabel("Envoyé le");
    this.guard = page.getByRole("region", { name: "Cette facture n’est pas notée comme envoyée" });
    this.wasSent = this.guard.getByRole("button", { name: "C’est envoyé, voir le texte" });
    this.sendNow = this.guard.getByRole("link", { name: "L’envoyer maintenant" });
    this.conduct = page.getByRole("note").filter({ hasText: "Ce n’est pas le meilleur moment" });
    this.whyNow = page.getByLabel("Pourquoi maintenant ?");
    this.whyAtOnce = page.getByLabel("Pourquoi sans relance préalable ?");
    this.about = page.getByRole("group", { name: "Quelles factures" });
    this.recipient = page.getByLabel("À qui");
    this.source = page.getByLabel("Texte de départ");
    this.saveSending = page.getByRole("button", { name: "Noter l’envoi" });
  }

  async which(name) {
    const link = this.texts.getByRole("link", { name: new RegExp(`^${name}`) });
    const others = this.texts.locator("summary");
    await others.waitFor();
    if (!(await link.isVisible())) await others.click();
    return link.click();
  }

  /** Says that the invoice went out, where that is asked before a reminder can be written. */
  confirmSent() {
    return this.wasSent.click();
  }

  /** Notes the sending; beyond the contact budget or outside working days, with a reason. */
  async record(reason = "Il me l’a demandé.") {
    await this.saveSending.waitFor();
    for (const why of [this.whyNow, this.whyAtOnce]) if (await why.isVisible()) await why.fill(reason);
    await this.saveSending.click();
  }

  /** The field of a paragraph of a letter, counted from one. */
  paragraph(number) {
    return this.page.getByLabel(`Paragraphe ${number}`, { exact: true });
  }

  tone(name) {
    return choose(this.page, "Ton", name);
  }

  address(name) {
    return choose(this.page, "On se dit", name);
  }

  language(name) {
    return choose(this.page, "Langue du texte", name);
  }

  channel(name) {
    return choose(this.page, "Comment", name);
  }

  /** The address of the link to the mail program, taken apart. */
  async mailto() {
    const link = new URL(await this.mail.getAttribute("href"));
    const part = (name) => new RegExp(`[?&]${name}=([^&]*)`).exec(link.href)?.[1] ?? "";
    return {
      raw: link.href,
      protocol: link.protocol,
      to: decodeURIComponent(link.pathname),
      subject: decodeURIComponent(part("subject")),
      body: decodeURIComponent(part("body")),
    };
  }
}

/** What a formal notice needs of the user and of the client. */
export const FACTS = {
  "Nom ou raison sociale": "Claire Morel",
  Adresse: "12 rue des Lilas\n69003 Lyon",
  "Ville des lettres": "Lyon",
  "SIREN ou SIRET": "732 829 320",
  IBAN: "FR76 3000 6000 0112 3456 7890 189",
  "Adresse du client": "4 place du Marché\n38000 Grenoble",
};

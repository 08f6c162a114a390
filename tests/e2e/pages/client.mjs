// The page of one client.

export class ClientPage {
  constructor(page) {
    this.page = page;
    this.record = page.getByRole("region", { name: "Fiche" });
    this.contacts = page.getByRole("region", { name: "Contacts" });
    this.circuit = page.getByRole("region", { name: "Circuit de paiement" });
    this.manner = page.getByRole("region", { name: "Comment on se parle" });
    this.habits = page.getByRole("region", { name: "Comment il paie" });
  }

  /** Adds a person. */
  async add({ name, role, email, phone, personal }) {
    await this.contacts.getByRole("button", { name: "Ajouter une personne" }).click();
    await this.contacts.getByLabel("Nom", { exact: true }).fill(name);
    if (role) await this.contacts.getByLabel("Ce que fait cette personne").selectOption({ label: role });
    if (email) await this.contacts.getByLabel("E-mail").fill(email);
    if (phone) await this.contacts.getByLabel("Téléphone professionnel").fill(phone);
    if (personal) await this.contacts.getByLabel("Téléphone personnel").fill(personal);
    await this.contacts.getByRole("button", { name: "Enregistrer" }).click();
  }

  /** One person. */
  person(name) {
    return this.contacts.getByRole("listitem").filter({ hasText: name });
  }
}

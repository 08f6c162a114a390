// The screens of the ways out and of what a claim costs.

export class Ways {
  constructor(page) {
    this.page = page;
    this.answer = page.locator(".ways-answer");
    this.picture = page.getByRole("region", { name: "Ce que chaque voie rapporterait" });
  }

  /** The line of a way in the picture. */
  line(name) {
    return this.picture.getByRole("row").filter({ hasText: name });
  }

  /** The row of a way, which opens. */
  row(name) {
    const exact = this.page.locator(".way-name").getByText(name, { exact: true });
    return this.page.locator("details.way-row").filter({ has: exact });
  }

  async open(name) {
    await this.row(name).locator("summary").first().click();
    return this.row(name);
  }
}

export class Costs {
  constructor(page) {
    this.page = page;
    this.answer = page.locator(".cost-answer");
    this.confirm = page.getByRole("region", { name: "À confirmer" });
    this.noted = page.getByRole("region", { name: "Noté" });
    this.add = page.getByRole("region", { name: "Noter une dépense" });
  }
}

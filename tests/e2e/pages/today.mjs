// The day's list, and books with much to do.

import { book } from "./book.mjs";

export class Today {
  constructor(page) {
    this.page = page;
    this.list = page.getByRole("region", { name: /^(À faire, dans cet ordre|To do, in this order)/ });
    this.lines = this.list.getByRole("listitem");
    this.bank = page.getByRole("button", { name: "Vérifiée aujourd’hui" });
    this.agenda = page.getByRole("button", { name: "Mettre dans mon agenda" });
    this.aged = page.getByRole("img", { name: /^(Balance âgée|Aged balance)/ });
    this.round = page.getByRole("navigation", { name: "Tour du jour" });
    this.next = this.round.getByRole("link", { name: /^Suivant/ });
  }

  line(client) {
    return this.lines.filter({ hasText: client });
  }

  /** The button of a line. */
  act(client) {
    return this.line(client).locator(".todo-act");
  }
}

/** The day an invoice was sent before it was entered here. */
const sent = (id, date) => ({ id, date, channel: "email", step: "invoice", deadline: date, text: { subject: "", body: "", as_of: date, principal: "0.00", interest: "0.00", indemnity: "0.00", rates: "2026-11-22", program: "0.1.0" } });

/** So many clients, each with one late invoice that was sent; all of the same kind, with the amounts falling. */
export function lateBook(count, { due = "2026-10-15", today = "2026-11-24" } = {}) {
  const records = { ...book() };
  delete records["relance/client/1"];
  delete records["relance/case/1"];
  for (let id = 1; id <= count; id += 1) {
    const name = `Client ${String(id).padStart(2, "0")}`;
    records[`relance/client/${id}`] = { client: { id, name, kind: "business", address: "1 rue Longue\n69001 Lyon", email: `compta@client${id}.example` } };
    records[`relance/case/${id}`] = {
      case: {
        invoice: { id, client: id, number: `F-${id}`, issued: "2026-09-15", due, amount: `${(count - id + 1) * 100}.00`, currency: "EUR", allocation: "principal-first" },
        movements: [],
        events: [sent(id, "2026-09-15")],
      },
    };
  }
  return { storage: records, today };
}

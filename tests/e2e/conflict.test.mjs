// Two tabs give one field two values in the same instant: both are shown, and the user says which one stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openApp, settled } from "./harness.mjs";
import { book } from "./pages/book.mjs";
import { eventually, seen, shows } from "./pages/common.mjs";

const [ONE, OTHER] = ["01 01 01 01 01", "02 02 02 02 02"];

/** Two tabs that changed the telephone number of one client while neither could write; gives the one that came second. */
async function clash() {
  const first = await openApp({ storage: book(), hash: "#/clients/1/modifier" });
  const [second, holder] = [await first.context().newPage(), await first.context().newPage()];
  for (const [page, hash] of [[second, "#/clients/1/modifier"], [holder, "#/taux"]]) {
    await page.goto(first.app.url + hash);
    await settled(page);
  }
  await settled(first);
  // Nobody writes until this lock is let go.
  await holder.evaluate(() => {
    const held = new Promise((release) => (globalThis.letGo = release));
    return new Promise((granted) => {
      navigator.locks.request("relance/write", () => {
        granted();
        return held;
      });
    });
  });
  for (const [page, phone] of [[first, ONE], [second, OTHER]]) {
    await page.getByLabel("Téléphone").first().fill(phone);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  }
  await holder.evaluate(() => globalThis.letGo());
  const pages = [first, second];
  const late = await eventually(async () => {
    const shown = await Promise.all(pages.map((page) => banner(page).count()));
    assert.deepEqual([...shown].sort(), [0, 1], "one tab came second, and says so");
    return pages[shown.indexOf(1)];
  });
  const early = pages.find((page) => page !== late);
  const [mine, theirs] = late === second ? [OTHER, ONE] : [ONE, OTHER];
  return { late, early, mine, theirs, app: first.app };
}

const banner = (page) => page.locator(".banner").filter({ hasText: "Modifié au même instant dans un autre onglet" });

const phoneIs = async (pages, phone, app) => {
  for (const page of pages) {
    await page.goto(`${app.url}#/clients/1`);
    await shows(page.getByRole("main"), phone);
  }
};

test("both values are shown, with where they are; the other one is taken, in both tabs", async () => {
  const { late, early, mine, theirs, app } = await clash();
  assert.equal(
    await seen(banner(late).locator("p")),
    `Modifié au même instant dans un autre onglet : Atelier Brun & Fils, téléphone. Gardé ici : ${mine}. L’autre valeur : ${theirs}.`,
  );
  assert.deepEqual(await axe(late), []);
  await phoneIs([late, early], mine, app);
  assert.equal(await banner(late).count(), 1, "it stays from screen to screen");
  await banner(late).getByRole("button", { name: "Prendre l’autre valeur" }).click();
  await banner(late).waitFor({ state: "detached" });
  await phoneIs([late, early], theirs, app);
  await late.reload();
  await phoneIs([late], theirs, app);
  app.assertNoProblem();
});

test("the value here is kept, and nothing changes", async () => {
  const { late, early, mine, app } = await clash();
  await banner(late).getByRole("button", { name: "Garder", exact: true }).click();
  await banner(late).waitFor({ state: "detached" });
  await phoneIs([late, early], mine, app);
  await late.reload();
  await phoneIs([late], mine, app);
  app.assertNoProblem();
});

// Where the focus is, and how it is moved by keyboard alone.

import assert from "node:assert/strict";

/** What is wrong with how the focus shows; empty where it is plain to see. */
export const unseen = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const name = `${element.tagName.toLowerCase()}#${element.id} “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}”`;
    if (element === document.body) return "";
    const marked = (one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
    };
    // A choice hidden under its label is shown by the label.
    const label = element.matches("input") ? element.closest("label") : null;
    if (!marked(element) && !(label && marked(label))) return `${name}: no outline`;
    const box = (label ?? element).getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return `${name}: nothing to see`;
    if (box.bottom <= 0 || box.top >= innerHeight) return `${name}: off the screen`;
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    const shown = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (top === element || element.contains(top) || top.contains(element) || label?.contains(top));
    });
    return shown ? "" : `${name}: covered`;
  });

/** Presses Tab until a control has the focus, which must be plain to see. */
export async function tabTo(page, control, key = "Tab") {
  await control.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      assert.equal(await unseen(page), "");
      return;
    }
    await page.keyboard.press(key);
  }
  assert.fail(`${await control.evaluate((element) => element.outerHTML.slice(0, 200))} is not reached by ${key}`);
}

// What comes out of the printer: pages, their words and where they stand, fonts, what sticks out of a sheet.

import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pdfText } from "../harness.mjs";
import { plain } from "./common.mjs";

const run = promisify(execFile);

/** Runs a reader of printed files on one. */
async function read(pdf, command, ...flags) {
  const file = join(tmpdir(), `relance-${process.pid}-${Math.random().toString(36).slice(2)}.pdf`);
  await writeFile(file, pdf);
  try {
    return (await run(command, [...flags, file, ...(command === "pdftotext" ? ["-"] : [])], { maxBuffer: 2 ** 26 })).stdout;
  } finally {
    await rm(file);
  }
}

/** The printed pages, and the names of fonts that are not in the file. */
export async function printed(page) {
  const { text, pages, pdf } = await pdfText(page);
  const fonts = (await read(pdf, "pdffonts")).split("\n").slice(2);
  const strange = fonts.filter((font) => font.trim() && !/\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(font.trimEnd()));
  return { texts: text.split("\f").slice(0, pages).map(plain), pages, strange, pdf };
}

const MILLIMETRE = 72 / 25.4;

/** Where words stand on the first page of the paper, in millimetres from its left and upper edges. */
export async function places(pdf, text) {
  const xml = await read(pdf, "pdftotext", "-bbox", "-l", "1");
  const found = [...xml.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)];
  const words = found.map(([, left, top, right, bottom, word]) => ({
    word,
    left: left / MILLIMETRE,
    top: top / MILLIMETRE,
    right: right / MILLIMETRE,
    bottom: bottom / MILLIMETRE,
  }));
  return words.filter(({ word }) => word === text);
}

/** The window of a French envelope, in millimetres of the folded sheet, with a hair for rounding. */
export const isInWindow = ({ left, top, right, bottom }) => left > 109 && right < 201 && top > 49 && bottom < 91;

/** What sticks out of its sheet, or stands on its foot. */
export const stickingOut = (sheets) =>
  sheets.evaluateAll((sheets) =>
    sheets.flatMap((sheet) => {
      const paper = sheet.getBoundingClientRect();
      const foot = sheet.querySelector("footer").getBoundingClientRect();
      const inside = [...sheet.querySelectorAll("p, td, th, dd, li, h2, h3, blockquote")].filter((it) => !it.closest("footer"));
      return inside.filter((it) => {
        const box = it.getBoundingClientRect();
        return box.width > 0 && (box.right > paper.right - 30 || box.bottom > foot.top + 1);
      }).map((it) => it.textContent);
    }),
  );

/** Words set too small to be read at arm's length: below 10 points, below 9 in tables and notes. An address may be smaller,
    to stay in its window, and so may the fingerprint. */
export const tooSmall = (sheets) =>
  sheets.evaluateAll((sheets) =>
    sheets.flatMap((sheet) => {
      const notes = "table, svg, .letter-sender, .letter-sending, .letter-enclosures, .letter-foot, .letter-mention, .letter-about, .life-legend, dt";
      const hasWords = (it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      const inside = [...sheet.querySelectorAll("*")].filter((it) => hasWords(it) && !it.closest("footer, .letter-recipient, .sheet-mark"));
      return inside.flatMap((it) => {
        const picture = it.closest("svg");
        const scale = picture ? picture.getBoundingClientRect().width / picture.viewBox.baseVal.width : 1;
        const points = (parseFloat(getComputedStyle(it).fontSize) * scale * 72) / 96;
        const least = it.closest(notes) ? 9 : 10;
        return points === 0 || points > least - 0.05 ? [] : [`${points.toFixed(1)}: ${it.textContent.slice(0, 40)}`];
      });
    }),
  );

/** Where those who sign have their name, in millimetres from the top of their block, and the room below what they write. */
export const signing = (sheets) =>
  sheets.locator(".letter-signature").evaluateAll((signers) =>
    signers.map((signer) => {
      const millimetres = (pixels) => (pixels / 96) * 25.4;
      const block = signer.parentElement.getBoundingClientRect();
      const mention = signer.querySelector(".letter-mention");
      return {
        isWide: signer.classList.contains("is-wide"),
        top: Math.round(millimetres(signer.querySelector("p").getBoundingClientRect().top - block.top)),
        room: mention ? millimetres(parseFloat(getComputedStyle(mention).paddingBlockEnd)) : 0,
      };
    }),
  );

// A browser of its own on a profile that stays on the disk, to be killed and opened again.

import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./chromium.mjs";

/** A new profile; `open` starts a browser on it, `kill` ends that as a power cut would, `remove` deletes the profile. */
export async function startProfile() {
  const folder = await mkdtemp(join(tmpdir(), "relance-"));
  let context;
  return {
    async open() {
      context = await chromium.launchPersistentContext(folder, {
        executablePath: chromiumPath(),
        args: CHROMIUM_ARGUMENTS,
        locale: "fr-FR",
        timezoneId: "Europe/Paris",
        acceptDownloads: true,
      });
      context.setDefaultTimeout(30_000);
      return context.pages()[0] ?? context.newPage();
    },
    newPage: () => context.newPage(),
    /** Kills the processes of its pages, without a word; the browser goes on. */
    killPages: () => killEvery(folder, "--type=renderer"),
    /** Ends it as a person does. */
    async close() {
      await context.close();
    },
    async kill() {
      await killEvery(folder);
      await context.close().catch(() => {});
    },
    async remove() {
      await context?.close().catch(() => {});
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Fills the local storage of an origin, on a blank document of it; what is a value and no text is written as JSON. */
export async function seedAt(page, origin, storage) {
  await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "<title>blank</title>" }));
  await page.goto(`${origin}/blank`);
  await page.evaluate((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, Object.entries(storage).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]));
}

/**
 * Kills every process started on this profile, the browser's own and those of its pages, without a word; or those alone
 * whose command says `kind`, once: the browser may start others.
 */
async function killEvery(folder, kind = "") {
  for (;;) {
    let killed = 0;
    for (const process_ of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
      const command = await readFile(`/proc/${process_}/cmdline`, "utf8").catch(() => "");
      if (command.includes(folder) && command.includes(kind) && Number(process_) !== process.pid) {
        try {
          process.kill(Number(process_), "SIGKILL");
          killed += 1;
        } catch {
          // Gone already.
        }
      }
    }
    if (killed === 0 || kind !== "") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

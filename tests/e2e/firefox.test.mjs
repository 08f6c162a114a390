// Firefox prints the same: as many pages, the same words on each, nothing lost. Three documents stand for all.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startFirefox } from "./firefox.mjs";
import { openApp, pdfText, settled, startClockAt, textOf } from "./harness.mjs";
import { chasedBook, choose, plain } from "./pages/common.mjs";

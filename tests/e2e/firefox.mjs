// Firefox, driven by WebDriver BiDi over a WebSocket of our own: Node has none before its version 22, and the tests need only a
// few commands of one page.

import { spawn, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long anything may take on a busy machine, in milliseconds. */
const PATIENCE = 90_000;

export function firefoxPath() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  for (const name of ["firefox-esr", "firefox"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // Not under this name.
    }
  }
  throw new Error("No Firefox found: install it (sudo apt-get install -y firefox-esr), or give its path in $FIREFOX.");
}

/** Starts Firefox on a profile of its own; `close` ends it and forgets the profile. */
export async function startFirefox() {
  const profile = await mkdtemp(join(tmpdir(), "relance-firefox-"));
  // Nothing that asks, updates or reports; the language and the zone are those of the other browser.
  const settings = {
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.page": 0,
    "app.update.disabledForTesting": true,
    "datareporting.policy.dataSubmissionEnabled": false,
    "intl.accept_languages": "fr-FR",
    "toolkit.telemetry.reportingpolicy.firstRun": false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(join(profile, "user.js"), lines.join("\n"));
  const program = spawn(firefoxPath(), ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    env: { ...process.env, TZ: "Europe/Paris", MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const close = async () => {
    program.kill();
    const late = setTimeout(() => program.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const address = await within("Firefox does not say where it listens", whereItListens(program));
    const socket = await within("Firefox does not answer", connect(`${address}/session`));
    const session = new Session(socket);
    await session.send("session.new", { capabilities: {} });
    /** A page with storage of its own. */
    const newPage = async () => {
      const { userContext } = await session.send("browser.createUserContext", {});
      const { context } = await session.send("browsingContext.create", { type: "tab", userContext });
      return new FirefoxPage(session, context);
    };
    /** Runs a function at every start of a page, before its own scripts do. */
    const before = (what, ...values) =>
      session.send("script.addPreloadScript", { functionDeclaration: `() => { (${what})(...${JSON.stringify(values)}); }` });
    return { newPage, before, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Firefox writes the address of its WebSocket among its messages. */
function whereItListens(program) {
  return new Promise((resolve, reject) => {
    let said = "";
    program.stderr.setEncoding("utf8");
    program.stderr.on("data", (text) => {
      said = (said + text).slice(-20_000);
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    program.once("error", reject);
    program.once("exit", (code) => reject(new Error(`Firefox ended with ${code}: ${said.slice(-2_000)}`)));
  });
}

async function within(trouble, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${trouble} within ${PATIENCE / 1_000} s`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** One page. */
class FirefoxPage {
  constructor(session, context) {
    this.session = session;
    this.context = context;
  }

  goto(url) {
    return this.session.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** What a function gives in the page, by way of JSON. */
  async evaluate(what, ...values) {
    const expression = `(async () => JSON.stringify(await (${what})(...${JSON.stringify(values)})))()`;
    const target = { context: this.context };
    const answer = await this.session.send("script.evaluate", { expression, target, awaitPromise: true });
    if (answer.type === "exception") throw new Error(`in Firefox: ${answer.exceptionDetails.text}`);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  }

  /** Asks until the answer is true. */
  async waitFor(trouble, what, ...values) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (await this.evaluate(what, ...values)) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`Firefox: ${trouble} within ${PATIENCE / 1_000} s`);
  }

  close() {
    return this.session.send("browsingContext.close", { context: this.context });
  }

  /** The printed page, as a PDF. */
  async pdf() {
    const { data } = await this.session.send("browsingContext.print", {
      context: this.context,
      background: true,
      margin: { top: 0, bottom: 0, left: 0, right: 0 },
      page: { width: 21, height: 29.7 },
      shrinkToFit: false,
    });
    return Buffer.from(data, "base64");
  }
}

/** Commands and their answers, by number. */
class Session {
  constructor(socket) {
    this.socket = socket;
    this.number = 0;
    this.waiting = new Map();
    socket.onMessage = (text) => {
      const message = JSON.parse(text);
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.type === "error") waiting?.reject(new Error(`${waiting.method}: ${message.error}, ${message.message}`));
      else waiting?.resolve(message.result);
    };
    socket.onEnd = () => {
      for (const { method, reject } of this.waiting.values()) reject(new Error(`${method}: Firefox closed the connection`));
      this.waiting.clear();
    };
  }

  send(method, params) {
    const id = (this.number += 1);
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { method, resolve, reject }));
    this.socket.send(JSON.stringify({ id, method, params }));
    return within(`${method} is not answered`, answer);
  }
}

// A WebSocket of RFC 6455, as far as a client of text needs it: what it sends is one masked frame, what it gets may be in parts.
const [CONTINUED, TEXT, CLOSE, PING, PONG] = [0x0, 0x1, 0x8, 0x9, 0xa];

function connect(address) {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-key": randomBytes(16).toString("base64"),
      "sec-websocket-version": "13",
    };
    const request = get(address.replace(/^ws:/, "http:"), { headers });
    request.once("error", reject);
    request.once("response", (response) => reject(new Error(`Firefox refused the connection: ${response.statusCode}`)));
    request.once("upgrade", (_, socket, head) => resolve(new Socket(socket, head)));
  });
}

class Socket {
  constructor(socket, head) {
    this.socket = socket;
    this.pending = head;
    this.parts = [];
    this.onMessage = () => {};
    this.onEnd = () => {};
    socket.on("data", (data) => {
      this.pending = Buffer.concat([this.pending, data]);
      while (this.take());
    });
    socket.on("error", () => this.onEnd());
    socket.on("close", () => this.onEnd());
  }

  send(text) {
    this.frame(TEXT, Buffer.from(text));
  }

  frame(code, data) {
    const mask = randomBytes(4);
    const head = [0x80 | code];
    if (data.length < 126) {
      head.push(0x80 | data.length);
    } else {
      const size = Buffer.alloc(8);
      size.writeBigUInt64BE(BigInt(data.length));
      const short = data.length < 65_536;
      head.push(0x80 | (short ? 126 : 127), ...size.subarray(short ? 6 : 0));
    }
    this.socket.write(Buffer.concat([Buffer.from(head), mask, data.map((byte, at) => byte ^ mask[at % 4])]));
  }

  /** Takes one frame from what has come; false while there is none whole. */
  take() {
    const { pending } = this;
    if (pending.length < 2) return false;
    const [isLast, code, size] = [pending[0] & 0x80, pending[0] & 0x0f, pending[1] & 0x7f];
    const start = size < 126 ? 2 : size === 126 ? 4 : 10;
    if (pending.length < start) return false;
    const length = size < 126 ? size : size === 126 ? pending.readUInt16BE(2) : Number(pending.readBigUInt64BE(2));
    if (pending.length < start + length) return false;
    const data = pending.subarray(start, start + length);
    this.pending = pending.subarray(start + length);
    if (code === PING) this.frame(PONG, data);
    if (code === CLOSE) this.socket.end();
    if (code === TEXT || code === CONTINUED) {
      this.parts.push(data);
      if (isLast) {
        const text = Buffer.concat(this.parts).toString("utf8");
        this.parts = [];
        this.onMessage(text);
      }
    }
    return true;
  }
}

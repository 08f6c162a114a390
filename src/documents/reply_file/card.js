// A reply card that stands alone: the answer becomes an e-mail and a code. Nothing is sent or kept. The code is the one
// that src/domain/reply/code.rs describes and reads.
(() => {
  const find = (id) => document.getElementById(id);
  const facts = JSON.parse(find("facts").textContent);
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const KINDS = ["pays", "contests", "instalments", "paid"];

  // SHA-256 (FIPS 180-4), written out: a page opened from a file may not be given the browser’s own.
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) if (primes.every((prime) => number % prime)) primes.push(number);
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));
  const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const sha256 = (bytes) => {
    const padded = [...bytes, 0x80];
    while (padded.length % 64 !== 56) padded.push(0);
    for (let shift = 56; shift >= 0; shift -= 8) padded.push(shift > 31 ? 0 : ((bytes.length * 8) >>> shift) & 255);
    let state = START;
    for (let block = 0; block < padded.length; block += 64) {
      const words = [];
      for (let at = 0; at < 64; at += 1) {
        if (at < 16) {
          const from = block + 4 * at;
          words[at] = (padded[from] << 24) | (padded[from + 1] << 16) | (padded[from + 2] << 8) | padded[from + 3];
        } else {
          const [two, fifteen] = [words[at - 2], words[at - 15]];
          const late = turn(two, 17) ^ turn(two, 19) ^ (two >>> 10);
          const early = turn(fifteen, 7) ^ turn(fifteen, 18) ^ (fifteen >>> 3);
          words[at] = (late + words[at - 7] + early + words[at - 16]) | 0;
        }
      }
      let [a, b, c, d, e, f, g, h] = state;
      words.forEach((word, at) => {
        const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[at] + word) | 0;
        const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
      });
      state = [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) | 0);
    }
    return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
  };
  const hmac = (key, message) => {
    const padded = (by) => Array.from({ length: 64 }, (_, at) => (key[at] ?? 0) ^ by);
    return sha256([...padded(0x5c), ...sha256([...padded(0x36), ...message])]);
  };
  const bytesOf = (text) => Array.from(new TextEncoder().encode(text));
  const secret = Array.from(atob(facts.secret.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

  // Numbers as symbols of five bits, the highest first.
  const split = (number, symbols) =>
    Array.from({ length: symbols }, (_, at) => Number((BigInt(number) >> BigInt(5 * (symbols - 1 - at))) & 31n));
  const times = (one, other) => {
    let product = 0;
    for (; other; other >>= 1) {
      if (other & 1) product ^= one;
      one = (one << 1) & 32 ? (one << 1) ^ 37 : one << 1;
    }
    return product;
  };
  const encode = (kind, day, number) => {
    const days = Math.round((Date.parse(day) - Date.UTC(2020, 0, 1)) / 86_400_000);
    const symbols = [8 | KINDS.indexOf(kind), ...split(days, 3), ...split(number, 8)];
    const said = symbols.map((symbol) => ALPHABET[symbol]).join("");
    const digest = hmac(secret, bytesOf(`relance-reply-1:${said}`));
    const first = digest.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    symbols.push(...split(first >> 14n, 10));
    const checks = [0, 0];
    let [once, twice] = [1, 1];
    for (const symbol of symbols) {
      checks[0] ^= times(symbol, once);
      checks[1] ^= times(symbol, twice);
      [once, twice] = [times(once, 2), times(twice, 4)];
    }
    return [...symbols, ...checks].map((symbol) => ALPHABET[symbol]).join("").match(/.{4}/g).join("-");
  };

  const form = find("form");
  const ready = find("ready");
  const kindNow = () => form.elements.answer.value;
  const shows = { pays: ["day", "amount"], instalments: ["count", "day"], paid: ["day", "amount"], contests: ["cause", "amount"] };
  const arrange = () => {
    const kind = kindNow();
    for (const id of ["count", "cause", "day", "amount"]) find(`${id}-field`).hidden = !shows[kind].includes(id);
    if (facts.dates[kind]) find("day-field").firstElementChild.textContent = facts.dates[kind];
    if (facts.amounts[kind]) find("amount-field").firstElementChild.textContent = facts.amounts[kind];
  };
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const iso = (day) => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  const today = iso(now);
  // Further ahead nobody can wait for it.
  const furthest = iso(new Date(now.getFullYear(), now.getMonth(), now.getDate() + facts.ahead));
  const fault = (id, text) => {
    find(`${id}-fault`).textContent = text;
    if (text) find(id).setAttribute("aria-invalid", "true");
    else find(id).removeAttribute("aria-invalid");
    return !text;
  };
  const money = (cents) =>
    new Intl.NumberFormat(facts.lang, { style: "currency", currency: facts.currency }).format(cents / 100);
  const date = (day) => {
    const written = new Intl.DateTimeFormat(facts.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
    return facts.ordinal ? written.replace(/^1 /, "1er ") : written;
  };
  const cents = () => {
    // « 2 480,00 », « 2,480.00 », « 2480.5 »: what groups the thousands goes.
    const typed = find("amount").value.replace(/[\s€£]/g, "").match(/^(\d{1,3}(?:[.,]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/);
    return typed ? Number(typed[1].replace(/[.,]/g, "")) * 100 + Number((typed[2] ?? "").padEnd(2, "0")) : 0;
  };

  const faultOfDay = (kind) => {
    const day = find("day").value;
    if (!day) return facts.faults.required;
    if (Number.isNaN(Date.parse(day)) || day < "2020-01-01" || day > "2099-12-31") return facts.faults.date;
    if (kind === "paid") return day > today ? facts.faults.past : "";
    if (day > furthest) return facts.faults.far;
    return day < today ? facts.faults.toCome : "";
  };
  const faultOf = {
    day: faultOfDay,
    amount: () => (cents() > 0 && cents() <= facts.cents ? "" : facts.faults.amount),
    count: () => (/^\d+$/.test(find("count").value.trim()) && +find("count").value >= 2 && +find("count").value <= 24 ? "" : facts.faults.count),
    cause: () => "",
  };

  const wholeBalance = () => {
    find("amount").value = (facts.cents / 100).toFixed(2).replace(".", facts.ordinal ? "," : ".");
  };
  form.addEventListener("change", (event) => {
    // An amount is of the answer it was typed for.
    if (event.target.name === "answer") wholeBalance();
    arrange();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const kind = kindNow();
    const wrong = shows[kind].filter((id) => !fault(id, faultOf[id](kind)));
    if (wrong.length > 0) return find(wrong[0]).focus();
    const cause = Number(find("cause").value);
    const count = Number(find("count").value);
    const day = kind === "contests" ? today : find("day").value;
    const number = { pays: cents(), paid: cents(), instalments: count, contests: cents() * 8 + cause }[kind];
    const code = encode(kind, day, number);
    const said = facts.patterns[kind]
      .replace("{amount}", money(cents()))
      .replace("{date}", date(day))
      .replace("{count}", String(count))
      .replace("{cause}", facts.causes[cause]);
    const word = find("word").value.trim();
    const body = facts.body
      .replace("{answer}", () => said)
      .replace("{code}", code)
      .replace("{word}", () => (word ? `${word}\n\n` : ""));
    find("text").textContent = body;
    find("code").textContent = code;
    const lines = body.replace(/\r?\n/g, "\r\n");
    find("mail").href = `mailto:${encodeURIComponent(facts.email).replace("%40", "@")}?subject=${encodeURIComponent(facts.subject)}&body=${encodeURIComponent(lines)}`;
    form.hidden = true;
    ready.hidden = false;
    ready.querySelector("h2").focus();
  });
  find("copy").addEventListener("click", async () => {
    const text = find("text").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(find("text"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    find("said").textContent = facts.copied;
  });
  find("change").addEventListener("click", () => {
    ready.hidden = true;
    form.hidden = false;
    find("said").textContent = "";
  });
  wholeBalance();
  arrange();
  form.hidden = false;
})();

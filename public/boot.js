// Before the first paint: the program asked for; the language and theme chosen last time, so that the page does not
// flash in another; and whether the program will open elsewhere than at the calculator, which the static shell draws.
(() => {
  const root = document.documentElement;
  const attempt = (step) => {
    try {
      step();
    } catch {
      // Storage refused or unreadable: the program will say so; the page starts in French, in the system's theme.
    }
  };
  // Compiling is the work of other threads: it is begun before the storage is touched, which takes a while to open where
  // it is large. Taken up by the scripts that put the parts together; one that fails is asked for again there.
  const parts = (globalThis.relanceParts = new Map());
  const compile = async (file) => {
    const response = await fetch(file);
    if (!response.ok) throw new TypeError(`${file}: ${response.status}`);
    const isTyped = response.headers.get("content-type") === "application/wasm";
    return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  };
  const begin = (files = "") => {
    for (const file of files.split(" ").filter(Boolean)) {
      const part = compile(file);
      part.catch(() => parts.delete(file));
      parts.set(file, part);
    }
  };
  begin(root.dataset.program);
  // What is kept, many keys at a time: their names without the prefix, and the values under some of them, each joined by
  // a sign. A loop here takes a third of what as many calls from the program take. A key that is gone leaves a sign too
  // many, so that it is noticed.
  const kept = () => Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
  globalThis.relanceNames = (prefix, sign) =>
    kept().filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).join(sign);
  globalThis.relanceValues = (prefix, names, sign) =>
    names.split(sign).map((name) => localStorage.getItem(prefix + name) ?? sign).join(sign);
  // All of it is read while the program is on its way: under the lock of all writing, so that no other tab writes
  // meanwhile, and the program takes over the lock with what was read. One that does not come must not keep others waiting.
  const PATIENCE = 10_000;
  const AT_ONCE = 500;
  const readAhead = () => {
    const ahead = { prefix: "relance/", sign: "\0", values: [] };
    // In pieces: in between, what is fetched goes on to those who compile it.
    const pieces = (function* () {
      ahead.names = globalThis.relanceNames(ahead.prefix, ahead.sign);
      const names = ahead.names.split(ahead.sign);
      for (let at = 0; at < names.length; at += AT_ONCE) {
        yield;
        const some = names.slice(at, at + AT_ONCE).join(ahead.sign);
        ahead.values.push(globalThis.relanceValues(ahead.prefix, some, ahead.sign));
      }
    })();
    const read = () => {
      while (!pieces.next().done);
    };
    const readOn = () => {
      if (!pieces.next().done) setTimeout(() => attempt(readOn));
    };
    const granted = new Promise((grant, refuse) => {
      const hold = (release) => {
        const timer = setTimeout(() => {
          globalThis.relanceAhead = undefined;
          release();
        }, PATIENCE);
        ahead.take = () => {
          clearTimeout(timer);
          globalThis.relanceAhead = undefined;
          attempt(read);
          return release;
        };
        // The page is painted first.
        requestAnimationFrame(() => setTimeout(() => attempt(readOn)));
        grant(ahead);
      };
      navigator.locks.request(`${ahead.prefix}write`, () => new Promise(hold)).catch(refuse);
    });
    granted.catch(() => (globalThis.relanceAhead = undefined));
    globalThis.relanceAhead = granted;
  };
  const startsElsewhere = () => {
    root.dataset.start = "elsewhere";
    // The screens that come later are needed at once.
    begin(root.dataset.later);
    attempt(readAhead);
  };
  const isNamed = location.hash.length >= 3;
  // A client’s page: nothing of the creditor’s program is drawn or asked for.
  const isReply = /^#\/reponse(\?|$)/.test(location.hash);
  if (isReply) root.dataset.start = "reply";
  else if (isNamed && !location.hash.startsWith("#/calcul")) startsElsewhere();
  // As the first version kept it.
  const first = () => {
    const { language, theme } = JSON.parse(localStorage.getItem("relance/settings"))?.settings ?? {};
    return `${language} ${theme}`;
  };
  root.dataset.theme = "auto";
  attempt(() => {
    const [language, theme] = (localStorage.getItem("relance/look") ?? first()).split(" ");
    if (["fr", "en"].includes(language)) root.lang = language;
    if (["light", "dark"].includes(theme)) root.dataset.theme = theme;
  });
  attempt(() => {
    const hasInvoices = () => kept().some((key) => key.startsWith("relance/case/"));
    if (!isNamed && hasInvoices()) startsElsewhere();
  });
})();

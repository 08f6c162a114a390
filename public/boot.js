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
  const startsElsewhere = () => {
    root.dataset.start = "elsewhere";
    // The screens that come later are needed at once.
    begin(root.dataset.later);
  };
  const isNamed = location.hash.length >= 3;
  if (isNamed && !location.hash.startsWith("#/calcul")) startsElsewhere();
  // All that is kept, in two texts: names and values, each joined by a sign. Called when the book is opened. A loop here
  // takes a third of what the language's own ways to list a storage take.
  globalThis.relanceStored = (sign) => {
    const storage = localStorage;
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    return [names.join(sign), names.map((name) => storage.getItem(name)).join(sign)];
  };
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
    const hasInvoices = () => Object.keys(localStorage).some((key) => key.startsWith("relance/case/"));
    if (!isNamed && hasInvoices()) startsElsewhere();
  });
})();

// Before the first paint: the language and theme chosen last time, so that the page does not flash in another; and
// whether the program will open elsewhere than at the calculator, which the static shell draws.
(() => {
  const root = document.documentElement;
  const attempt = (step) => {
    try {
      step();
    } catch {
      // Storage refused or unreadable: the program will say so; the page starts in French, in the system's theme.
    }
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
    const hasInvoices = Object.keys(localStorage).some((key) => key.startsWith("relance/case/"));
    const isCalculator = location.hash.startsWith("#/calcul") || (location.hash.length < 3 && !hasInvoices);
    if (isCalculator) return;
    root.dataset.start = "elsewhere";
    // The screens that come later are needed at once: asked for together with the program that opens them.
    for (const file of (root.dataset.later ?? "").split(" ").filter(Boolean)) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: file });
      document.head.append(link);
    }
  });
})();

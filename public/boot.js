// Before the first paint: the language and theme chosen last time, so that the page does not flash in another.
(() => {
  const root = document.documentElement;
  const languages = ["fr", "en"];
  const themes = ["auto", "light", "dark"];
  // The settings may stand at the top of the stored object or some levels below, beside a version number.
  const find = (value, key, allowed, depth) => {
    if (!value || typeof value !== "object" || depth > 3) return undefined;
    if (allowed.includes(value[key])) return value[key];
    for (const inner of Object.values(value)) {
      const found = find(inner, key, allowed, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  try {
    const settings = JSON.parse(localStorage.getItem("relance/settings"));
    root.lang = find(settings, "language", languages, 0) ?? root.lang;
    root.dataset.theme = find(settings, "theme", themes, 0) ?? "auto";
  } catch {
    // Storage refused or unreadable: the program will say so; the page starts in French, in the system's theme.
  }
})();

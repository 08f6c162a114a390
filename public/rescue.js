// The crash notice. It must not depend on the program whose failure it announces.
(() => {
  const patience = 20_000;
  let started = false;

  const notice = () => document.getElementById("crash");

  // The kind, "crash" or "start", chooses the sentence.
  const show = (kind) => {
    const dialog = notice();
    if (!dialog) {
      addEventListener("DOMContentLoaded", () => show(kind), { once: true });
      return;
    }
    if (dialog.open) return;
    for (const sentence of dialog.querySelectorAll("[data-when]")) sentence.hidden = sentence.dataset.when !== kind;
    dialog.dataset.kind = kind;
    dialog.showModal();
  };

  // Browser extensions fail on our page too; only our own failures count.
  const judge = (error) => {
    const stack = String((error && error.stack) || "");
    if (error instanceof WebAssembly.RuntimeError || (started && stack.includes("wasm"))) show("crash");
    else if (!started && stack.includes(location.origin)) show("start");
  };

  const download = () => {
    const keys = {};
    let refusal;
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("relance/")) keys[key] = localStorage.getItem(key);
      }
    } catch (error) {
      refusal = String(error);
    }
    const text = JSON.stringify({ format: "relance-rescue", keys, refusal }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `relance-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  addEventListener("relance:crash", () => show("crash"));
  addEventListener("unhandledrejection", (event) => judge(event.reason));
  // In the capture phase, because the failure of a <script> to load does not bubble.
  addEventListener("error", (event) => {
    if (event.target instanceof HTMLScriptElement) show("start");
    else judge(event.error);
  }, true);

  // Trunk's loader says when the program has run; a late start takes the notice back.
  addEventListener("TrunkApplicationStarted", () => {
    started = true;
    if (notice()?.dataset.kind === "start") notice().close();
  });
  setTimeout(() => { if (!started) show("start"); }, patience);

  addEventListener("click", (event) => {
    const action = event.target.closest?.("[data-crash]")?.dataset.crash;
    if (action === "download") download();
    if (action === "reload") location.reload();
  });
})();

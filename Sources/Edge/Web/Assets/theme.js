// Runs before the first paint: a reader who follows the system's setting gets no flash of the other one.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = () => {
    if (root.dataset.theme !== "system") return;
    root.dataset.bsTheme = dark.matches ? "dark" : "light";
    dispatchEvent(new Event("themechange"));
  };
  // Paper is white: what is drawn on a canvas is drawn again in the light colours, and back afterwards.
  let before = "";
  addEventListener("beforeprint", () => {
    before = root.dataset.bsTheme ?? "light";
    root.dataset.bsTheme = "light";
    dispatchEvent(new Event("themechange"));
  });
  addEventListener("afterprint", () => {
    root.dataset.bsTheme = before;
    dispatchEvent(new Event("themechange"));
  });
  set();
  dark.addEventListener("change", set);
})();

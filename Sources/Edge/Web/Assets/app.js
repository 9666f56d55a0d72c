// @ts-check
// Small behaviours of every page. Everything works without them, only less conveniently.
const token = () => document.querySelector('meta[name="form-token"]')?.getAttribute("content") ?? "";

document.addEventListener("htmx:configRequest", (event) => {
  const detail = /** @type {CustomEvent} */ (event).detail;
  detail.headers["X-Form-Token"] = token();
});

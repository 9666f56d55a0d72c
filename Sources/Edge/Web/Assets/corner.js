// @ts-check
/** The form token of this page. */
export const token = () => document.querySelector('meta[name="form-token"]')?.getAttribute("content") ?? "";

/**
 * Shows for a while what the server said went wrong.
 * @param {string} html a fragment of our own server, escaped there
 */
export function corner(html) {
  const place = document.createElement("div");
  place.className = "notice-corner";
  place.innerHTML = html;
  document.body.append(place);
  setTimeout(() => place.remove(), 8000);
}

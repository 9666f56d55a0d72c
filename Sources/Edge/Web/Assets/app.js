// @ts-check
// Small behaviours of every page. Everything works without them, only less conveniently.
import "./live-region.js";
import "./tour.js";
import "./upload-form.js";
import "./drag.js";
import { cells } from "./cells.js";
import { corner, token } from "./corner.js";
import { keys } from "./keys.js";

document.addEventListener("htmx:configRequest", (event) => {
  const { headers, triggeringEvent } = /** @type {CustomEvent} */ (event).detail;
  headers["X-Form-Token"] = token();
  // A form that is looked at again after each change says which of its fields it was.
  if (triggeringEvent?.type === "change") headers["X-Changed"] = encodeURIComponent(triggeringEvent.target.name ?? "");
});

/** What the server said went wrong with a partial update is shown in the corner. */
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = /** @type {CustomEvent} */ (event).detail;
  corner(xhr.responseText);
});

/** Menus that fold away when something else is clicked. */
const menus = "details.person-menu[open], details.drop-down[open]";

const opened = Date.now();
const stale = 10 * 60_000;

document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const question = form.dataset.confirm;
  if (question && form.dataset.asked !== "yes" && !confirm(question)) return event.preventDefault();
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[name="_token"]'));
  if (!field || form.dataset.fresh === "yes" || Date.now() - opened < stale) return;
  // The session may have been renewed in another tab meanwhile: what was typed here must not be lost for that.
  event.preventDefault();
  const answer = await fetch("/form-token");
  if (answer.ok) field.value = await answer.text();
  form.dataset.fresh = form.dataset.asked = "yes";
  form.requestSubmit(event.submitter);
});

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  const toggle = target.closest("[data-toggle]");
  if (toggle) {
    const open = document.getElementById(toggle.getAttribute("data-toggle") ?? "")?.classList.toggle("open") ?? false;
    toggle.setAttribute("aria-expanded", String(open));
  }
  if (target.closest("[data-print]")) print();
  const copy = target.closest("[data-copy]");
  if (copy) {
    const text = document.querySelector(copy.getAttribute("data-copy") ?? "")?.textContent ?? "";
    navigator.clipboard?.writeText(text).then(() => copy.classList.add("btn-primary"));
  }
  for (const menu of document.querySelectorAll(menus)) {
    if (!menu.contains(target)) menu.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.querySelector(menus);
    menu?.removeAttribute("open");
    menu?.querySelector("summary")?.focus();
  }
});

/** Filters take effect as soon as they are changed. */
document.addEventListener("change", (event) => {
  const target = /** @type {Element} */ (event.target);
  /** @type {HTMLFormElement | null} */ (target.closest("form[data-auto]"))?.requestSubmit();
});

cells();
keys();

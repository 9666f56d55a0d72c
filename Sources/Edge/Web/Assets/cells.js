// @ts-check
/**
 * Cells of a list that are changed in place. A double click or Enter opens one; Enter saves, Tab saves and opens the next,
 * Esc takes back. The control, the checks and the row come from the server.
 */
export function cells() {
  /** What to do when the row is back: which cell had it, and which is opened next. */
  let last = "";
  let next = "";

  first();
  document.addEventListener("dblclick", (event) => {
    const cell = cellOf(event.target);
    if (cell && !isInside(event.target)) open(cell);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const form = event.target instanceof Element ? /** @type {HTMLFormElement | null} */ (event.target.closest(".cell-form")) : null;
    if (form) return inForm(event, form);
    if (event.target instanceof HTMLElement && event.target.matches("td[data-field]")) onCell(event, event.target);
  });
  document.addEventListener("click", (event) => {
    const form = event.target instanceof Element ? event.target.closest("[data-cancel]")?.closest(".cell-form") : null;
    if (form) cancel(form);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const row = event.target instanceof Element ? event.target.closest("tr[data-path]") : null;
    if (!row) return;
    first();
    const form = row.querySelector(".cell-form");
    if (form) {
      next = "";
      const control = /** @type {HTMLElement | null} */ (
        form.querySelector("input:not([type=hidden]):checked, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])") ??
          form.querySelector("input:not([type=hidden])"));
      control?.focus();
      if (control instanceof HTMLInputElement && control.type === "text") control.select();
      return;
    }
    const [wanted, opens] = next ? [next, true] : [last, false];
    next = "";
    const cell = /** @type {HTMLElement | null} */ (wanted ? document.querySelector(wanted) : null);
    if (opens && cell) open(cell);
    else cell?.focus();
  });

  document.addEventListener("change", ticks);

  /** @param {KeyboardEvent} event @param {HTMLFormElement} form */
  function inForm(event, form) {
    const cell = cellOf(form);
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cancel(form);
    } else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement) && !(event.target instanceof HTMLTextAreaElement && !event.shiftKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Tab" && cell) {
      const all = [...document.querySelectorAll("td[data-field]")];
      const other = all[all.indexOf(cell) + (event.shiftKey ? -1 : 1)];
      if (!other) return;
      event.preventDefault();
      next = address(other);
      form.requestSubmit();
    }
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} cell */
  function onCell(event, cell) {
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      return open(cell);
    }
    const row = cell.closest("tr");
    const inRow = row ? [...row.querySelectorAll("td[data-field]")] : [];
    const column = `td[data-field="${cell.dataset.field}"]`;
    const other = {
      ArrowRight: () => inRow[inRow.indexOf(cell) + 1],
      ArrowLeft: () => inRow[inRow.indexOf(cell) - 1],
      ArrowDown: () => row?.nextElementSibling?.querySelector(column),
      ArrowUp: () => row?.previousElementSibling?.querySelector(column),
    }[event.key]?.();
    if (!(other instanceof HTMLElement)) return;
    event.preventDefault();
    cell.tabIndex = -1;
    other.tabIndex = 0;
    other.focus();
  }

  /** One cell is open at a time: what is open elsewhere is saved first. @param {Element} cell */
  function open(cell) {
    const busy = /** @type {HTMLFormElement | null} */ (document.querySelector(".cell-form"));
    if (busy) {
      if (cellOf(busy) === cell) return;
      next = address(cell);
      return busy.requestSubmit();
    }
    last = address(cell);
    const path = cell.closest("tr")?.getAttribute("data-path");
    const field = cell.getAttribute("data-field");
    // @ts-ignore htmx is loaded before this module
    htmx.ajax("GET", `${path}/cell/${field}`, { target: cell, swap: "innerHTML" });
  }

  /** @param {Element} form */
  function cancel(form) {
    const row = form.closest("tr");
    next = "";
    // @ts-ignore
    if (row) htmx.ajax("GET", `${row.getAttribute("data-path")}/row`, { target: row, swap: "outerHTML" });
  }

  /** The first cell of the table is reached with Tab, the others from there with the arrows. */
  function first() {
    if (!document.querySelector('td[data-field][tabindex="0"]')) document.querySelector("td[data-field]")?.setAttribute("tabindex", "0");
  }
}

/** @param {EventTarget | null} target */
const cellOf = (target) => (target instanceof Element ? target.closest("td[data-field]") : null);
/** @param {EventTarget | null} target */
const isInside = (target) => target instanceof Element && target.closest(".cell-form, a") !== null;
/** @param {Element} cell */
const address = (cell) => `tr[data-path="${cell.closest("tr")?.getAttribute("data-path")}"] td[data-field="${cell.getAttribute("data-field")}"]`;

/** How many are ticked; the box in the heading ticks all. @param {Event} event */
function ticks(event) {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
  const form = box.dataset.tickAll ?? box.getAttribute("form");
  if (!form) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`input[type=checkbox][form="${form}"]`)]);
  if (box.dataset.tickAll) for (const other of boxes) other.checked = box.checked;
  const place = document.querySelector(`#${form} [data-ticked]`);
  const count = boxes.filter((other) => other.checked).length;
  if (place) place.textContent = (place.getAttribute("data-ticked") ?? "#").replace("#", String(count));
}

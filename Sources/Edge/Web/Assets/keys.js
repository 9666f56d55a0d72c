// @ts-check
/**
 * Keyboard: `/` goes to the search field, `g` and a letter to a step of the loop, `?` shows the list. An element may name a key of
 * its own with `data-shortcut`: links are followed, everything else gets the focus, so that nothing is sent by one key. In a list
 * with `data-walk`, `j` and `k` move over what the selector names.
 */
export function keys() {
  const sheet = /** @type {HTMLDialogElement | null} */ (document.getElementById("keys"));
  let waiting = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (waiting) {
      waiting = false;
      const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`[data-key="${CSS.escape(event.key)}"]`));
      if (link) {
        event.preventDefault();
        location.href = link.href;
      }
      return;
    }
    if (event.key === "g") {
      waiting = true;
      setTimeout(() => (waiting = false), 1200);
    } else if (event.key === "/") {
      const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search]"));
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    } else if (event.key === "?") {
      sheet?.showModal();
    } else if (/^[a-z]$/.test(event.key)) {
      own(event);
    }
  });
}

/** @param {KeyboardEvent} event */
function own(event) {
  const target = /** @type {HTMLElement | null} */ (document.querySelector(`[data-shortcut="${event.key}"]`));
  if (target) {
    event.preventDefault();
    if (target instanceof HTMLAnchorElement) location.href = target.href;
    else target.focus();
    return;
  }
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-walk]"));
  if (!list || (event.key !== "j" && event.key !== "k")) return;
  const stops = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(list.dataset.walk ?? "a")]);
  const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = event.key === "j" ? Math.min(place + 1, stops.length - 1) : Math.max(place - 1, 0);
  event.preventDefault();
  stops[next]?.focus();
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

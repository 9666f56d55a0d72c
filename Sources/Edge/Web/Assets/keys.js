// @ts-check
/** Keyboard: `/` goes to the search field, `g` and a letter to a step of the loop, `?` shows the list. */
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
    }
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

// @ts-check
/**
 * `<tour-guide data-target=".kpi">`: frames what the tour's card speaks of, brings it into view, and lets the keyboard lead:
 * right and left arrow go on and back, Esc ends the tour. The card itself and its buttons come from the server.
 */
class TourGuide extends HTMLElement {
  connectedCallback() {
    const card = /** @type {HTMLElement | null} */ (this.querySelector(".tour"));
    const selector = this.dataset.target;
    const target = selector ? document.querySelector(selector) : null;
    if (target) {
      target.classList.add("tour-target");
      target.scrollIntoView({ block: "center", behavior: "instant" });
    }
    card?.focus({ preventScroll: true });
    document.addEventListener("keydown", this);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
  }

  /** @param {KeyboardEvent} event */
  handleEvent(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const place = /** @type {HTMLElement} */ (event.target);
    const busy = place.closest("input, select, textarea, dialog[open], details[open], .table-scroll, [data-chart]");
    const wish = { ArrowRight: "[data-tour=next]", ArrowLeft: "[data-tour=back]", Escape: ".tour-close" }[event.key];
    const button = wish && !busy ? /** @type {HTMLElement | null} */ (this.querySelector(wish)) : null;
    if (!button) return;
    event.preventDefault();
    button.click();
  }
}
customElements.define("tour-guide", TourGuide);

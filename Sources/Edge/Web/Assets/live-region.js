// @ts-check
/**
 * `<live-region src="/settings/jobs/events">`: keeps its parts up to date by server-sent events. Each `part` event brings
 * one element; it takes the place of the one with its id, or goes to the top of the nearest `[data-live-list]`.
 * After `end` nothing more comes.
 */
class LiveRegion extends HTMLElement {
  connectedCallback() {
    const src = this.getAttribute("src");
    if (!src) return;
    const source = new EventSource(src);
    source.addEventListener("part", (event) => this.place(event.data));
    source.addEventListener("end", () => source.close());
    this.source = source;
  }

  disconnectedCallback() {
    this.source?.close();
  }

  /** @param {string} html written and escaped by our own server */
  place(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const part = template.content.firstElementChild;
    if (!part) return;
    const old = document.getElementById(part.id);
    if (old) old.replaceWith(part);
    else this.querySelector("[data-live-list]")?.prepend(part);
  }
}
customElements.define("live-region", LiveRegion);

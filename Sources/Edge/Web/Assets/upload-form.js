// @ts-check
/**
 * `<upload-form src="/data/import/uploads">`: sends the chosen file as it is, piece by piece, shows how far it has come,
 * and goes to the page the server names. All words come from the server, in the reader's language.
 */
class UploadForm extends HTMLElement {
  connectedCallback() {
    this.file = /** @type {HTMLInputElement} */ (this.querySelector('input[type="file"]'));
    this.target = /** @type {HTMLSelectElement} */ (this.querySelector("select"));
    this.button = /** @type {HTMLButtonElement} */ (this.querySelector("[data-send]"));
    this.stop = /** @type {HTMLButtonElement} */ (this.querySelector("[data-stop]"));
    this.bar = /** @type {HTMLProgressElement} */ (this.querySelector("progress"));
    this.message = /** @type {HTMLElement} */ (this.querySelector("[data-message]"));
    this.button.addEventListener("click", () => this.send());
    this.stop.addEventListener("click", () => this.request?.abort());
  }

  disconnectedCallback() {
    this.request?.abort();
  }

  async send() {
    const file = this.file?.files?.[0];
    if (!file) return this.say(this.dataset.choose);
    if (file.size > Number(this.dataset.limit)) return this.say(this.dataset.tooLarge);
    this.show(true);
    this.say("");
    const token = await fetch("/form-token").then((answer) => (answer.ok ? answer.text() : ""), () => "");
    const request = (this.request = new XMLHttpRequest());
    const query = new URLSearchParams({ name: file.name, target: this.target?.value ?? "" });
    request.open("POST", `${this.getAttribute("src")}?${query}`);
    request.responseType = "json";
    request.setRequestHeader("X-Form-Token", token);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => this.progress(event));
    request.addEventListener("load", () => {
      if (request.status === 200) return location.assign(request.response.next);
      this.fail(request.response?.message ?? this.dataset.failed);
    });
    request.addEventListener("error", () => this.fail(this.dataset.failed));
    request.addEventListener("abort", () => this.fail(this.dataset.stopped));
    request.send(file);
  }

  /** @param {ProgressEvent} event */
  progress(event) {
    if (!this.bar || !event.lengthComputable) return;
    this.bar.value = event.loaded / event.total;
    this.say(event.loaded < event.total ? `${Math.floor((event.loaded / event.total) * 100)} %` : this.dataset.reading);
  }

  /** @param {string | undefined} text */
  fail(text) {
    this.show(false);
    this.say(text);
  }

  /** @param {boolean} busy */
  show(busy) {
    if (this.button) this.button.disabled = busy;
    if (this.stop) this.stop.hidden = !busy;
    if (this.bar) this.bar.hidden = !busy;
    if (this.bar) this.bar.value = 0;
  }

  /** @param {string | undefined} text */
  say(text) {
    if (this.message) this.message.textContent = text ?? "";
  }
}
customElements.define("upload-form", UploadForm);

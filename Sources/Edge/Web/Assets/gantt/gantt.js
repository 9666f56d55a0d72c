// @ts-check
// <gantt-chart>: tree and bars of several plans. Only what is in sight is drawn; every change goes to the server, which
// reckons all dates.
import { text, zooms } from "./scale.js";
import { HEAD, ROW, paint } from "./paint.js";
import { listen, stop } from "./pointer.js";
import { Edits, say } from "./edits.js";
import { form } from "./form.js";
import { picture } from "./picture.js";

const svg = "http://www.w3.org/2000/svg";

class GanttChart extends HTMLElement {
  async connectedCallback() {
    /** @type {any} */ this.data = null;
    this.rows = /** @type {any[]} */ ([]);
    this.links = /** @type {any[]} */ ([]);
    this.place = new Map();
    this.cells = /** @type {HTMLElement[]} */ ([]);
    this.folded = new Set(JSON.parse(sessionStorage.getItem("gantt-folded") ?? "[]"));
    this.zoom = localStorage.getItem("gantt-zoom") ?? "week";
    if (!(this.zoom in zooms)) this.zoom = "week";
    this.showsPath = true;
    this.drag = this.hover = this.chosen = null;
    this.pending = new Map();
    this.edits = new Edits(this);
    await this.load(true);
  }

  async load(isFirst = false) {
    const answer = await fetch(this.dataset.source ?? "", { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    if (isFirst) this.build();
    this.show(await answer.json());
    if (!isFirst) return;
    this.toToday();
    this.dataset.ready = "yes";
  }

  build() {
    this.innerHTML = '<div class="gantt-scroll" tabindex="0"><div class="gantt-size"><div class="gantt-view"><div class="gantt-side"><div class="gantt-corner"></div><div class="gantt-clip"><div class="gantt-tree" role="tree"></div></div></div></div></div></div>';
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.querySelector(name));
    this.scroll = find(".gantt-scroll");
    this.size = find(".gantt-size");
    this.view = find(".gantt-view");
    this.side = find(".gantt-side");
    this.tree = find(".gantt-tree");
    find(".gantt-corner").textContent = say("任务", "Task");
    this.tree.setAttribute("aria-label", say("任务", "Tasks"));
    this.svg = document.createElementNS(svg, "svg");
    this.svg.setAttribute("class", "gantt-svg");
    this.view.append(this.svg);
    [this.ground, this.lines, this.bars, this.head] = ["ground", "lines", "bars", "head"].map((name) => {
      const group = document.createElementNS(svg, "g");
      group.setAttribute("class", `g-${name}s`);
      this.svg.append(group);
      return group;
    });
    this.scroll.addEventListener("scroll", () => this.redraw(), { passive: true });
    new ResizeObserver(() => this.measure()).observe(this.scroll);
    this.tree.addEventListener("click", (event) => this.clicked(event));
    this.tree.addEventListener("dblclick", () => this.chosen?.task && this.open(this.chosen.task));
    this.scroll.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("click", (event) => this.commanded(/** @type {Element} */ (event.target)));
    listen(this);
    form(this);
  }

  show(data) {
    this.data = data;
    const days = data.plans.flatMap((plan) => plan.tasks.flatMap((task) => [task.start, task.end, task.expected])).concat(data.today);
    for (const plan of data.plans) days.push(plan.starts);
    this.origin = days.reduce((a, b) => Math.min(a, b)) - 21;
    this.last = days.reduce((a, b) => Math.max(a, b)) + 90;
    this.arrange();
  }

  /** Rows in sight of the tree: what is folded away is left out. */
  arrange() {
    const kept = this.chosen?.key;
    this.rows = [];
    this.place = new Map();
    this.links = [];
    for (const plan of this.data.plans) {
      const key = `p${plan.number}`;
      const dates = plan.ends ? `${text(plan.starts).slice(2)} – ${text(plan.ends).slice(2)}` : "";
      this.rows.push({ key, title: plan.title, depth: 0, hasParts: plan.tasks.length > 0, dates, plan, version: plan.ends });
      if (!this.folded.has(key)) this.arrangeTasks(plan);
    }
    this.chosen = this.rows.find((row) => row.key === kept) ?? null;
    this.cells.forEach((cell) => delete cell.dataset.stamp);
    this.measure();
  }

  arrangeTasks(plan) {
    let hidden = Infinity;
    for (const task of plan.tasks) {
      if (task.depth > hidden) continue;
      hidden = Infinity;
      const key = `t${task.number}`;
      if (task.group && this.folded.has(key)) hidden = task.depth;
      this.place.set(task.number, this.rows.length);
      const dates = task.milestone ? text(task.end).slice(2) : `${text(task.start).slice(2)} – ${text(task.end).slice(2)}`;
      this.rows.push({ key, title: task.title, depth: task.depth + 1, hasParts: task.group, dates, task, plan, version: `${task.version} ${dates}` });
      for (const link of task.links) this.links.push({ ...link, to: task.number });
    }
  }

  measure() {
    if (!this.data) return;
    this.px = zooms[this.zoom];
    const left = this.side.offsetWidth;
    const total = Math.ceil((this.last - this.origin) * this.px);
    this.height = this.scroll.clientHeight;
    this.width = Math.max(100, this.scroll.clientWidth - left);
    this.size.style.width = `${left + Math.max(total, this.width)}px`;
    this.size.style.height = `${HEAD + this.rows.length * ROW + 20}px`;
    this.view.style.width = `${left + this.width}px`;
    this.view.style.height = `${this.height}px`;
    this.svg.setAttribute("width", String(this.width));
    this.svg.setAttribute("height", String(this.height));
    for (const button of document.querySelectorAll("[data-gantt-zoom]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-gantt-zoom") === this.zoom));
    }
    this.redraw();
  }

  /** The place of a day's beginning in the drawing. */
  x(day) {
    return (day - this.origin) * this.px - this.scroll.scrollLeft;
  }

  redraw() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      paint(this);
    });
  }

  task(number) {
    for (const plan of this.data.plans) for (const task of plan.tasks) if (task.number === number) return task;
    return null;
  }

  say(words) {
    const place = document.querySelector(".gantt-said");
    if (place) place.textContent = words;
  }

  updateUndo() {
    document.querySelector('[data-gantt="undo"]')?.toggleAttribute("disabled", this.edits.past.length === 0);
  }

  choose(entry) {
    this.chosen = entry;
    const row = this.rows.indexOf(entry);
    this.scroll.setAttribute("aria-activedescendant", `gantt-row-${row}`);
    const top = row * ROW;
    if (top < this.scroll.scrollTop) this.scroll.scrollTop = top;
    if (top + ROW + HEAD > this.scroll.scrollTop + this.height) this.scroll.scrollTop = top + ROW + HEAD - this.height;
    this.redraw();
  }

  fold(entry, isFolded = !this.folded.has(entry.key)) {
    if (!entry.hasParts) return;
    if (isFolded) this.folded.add(entry.key); else this.folded.delete(entry.key);
    sessionStorage.setItem("gantt-folded", JSON.stringify([...this.folded]));
    this.arrange();
  }

  clicked(event) {
    const cell = /** @type {HTMLElement | null} */ (event.target.closest(".gantt-row"));
    const entry = cell && this.rows[Number(cell.dataset.row)];
    if (!entry) return;
    this.choose(entry);
    if (event.target.closest("button")) this.fold(entry);
    this.scroll.focus({ preventScroll: true });
  }

  toToday() {
    this.scroll.scrollLeft = Math.max(0, (this.data.today - this.origin) * this.px - this.width / 4);
  }

  setZoom(zoom) {
    const middle = this.origin + (this.scroll.scrollLeft + this.width / 2) / this.px;
    this.zoom = zoom;
    localStorage.setItem("gantt-zoom", zoom);
    this.measure();
    this.scroll.scrollLeft = (middle - this.origin) * this.px - this.width / 2;
    this.redraw();
  }

  /** The finest scale in which everything fits. */
  fit() {
    const days = this.last - this.origin;
    const names = Object.keys(zooms);
    this.setZoom(names.find((name) => days * zooms[name] <= this.width) ?? "year");
    this.scroll.scrollLeft = 0;
  }

  commanded(target) {
    const zoom = target.closest("[data-gantt-zoom]")?.getAttribute("data-gantt-zoom");
    if (zoom) this.setZoom(zoom);
    const button = target.closest("[data-gantt]");
    switch (button?.getAttribute("data-gantt")) {
      case "today": return this.toToday();
      case "fit": return this.fit();
      case "undo": return this.edits.undo();
      case "png": return void picture(this);
      case "add": return this.open(null);
      case "path":
        this.showsPath = !this.showsPath;
        button?.setAttribute("aria-pressed", String(this.showsPath));
        return this.redraw();
      case "fold": {
        const groups = this.data.plans.flatMap((plan) => plan.tasks.filter((task) => task.group).map((task) => `t${task.number}`));
        const keys = groups.length > 0 ? groups : this.data.plans.map((plan) => `p${plan.number}`);
        const isOpen = keys.some((key) => !this.folded.has(key));
        for (const key of keys) if (isOpen) this.folded.add(key); else this.folded.delete(key);
        sessionStorage.setItem("gantt-folded", JSON.stringify([...this.folded]));
        return this.arrange();
      }
    }
  }

  pressed(event) {
    const row = this.rows.indexOf(this.chosen);
    const { task } = this.chosen ?? {};
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if ((event.ctrlKey || event.metaKey) && event.key === "z") this.edits.undo();
    else if (event.key === "Escape" && this.drag) stop(this);
    else if (event.altKey && step && task && !task.group && this.data.canEdit) {
      if (event.shiftKey) this.edits.resize(task, step); else this.edits.move(task, step);
    } else if (event.key === "ArrowDown") this.choose(this.rows[Math.min(row + 1, this.rows.length - 1)]);
    else if (event.key === "ArrowUp") this.choose(this.rows[Math.max(row - 1, 0)]);
    else if (step && this.chosen?.hasParts) this.fold(this.chosen, step < 0);
    else if (event.key === "Enter" && task) this.open(task);
    else if (event.key === "+" || event.key === "-") {
      const names = Object.keys(zooms);
      this.setZoom(names[Math.min(Math.max(names.indexOf(this.zoom) + (event.key === "+" ? -1 : 1), 0), names.length - 1)]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define("gantt-chart", GanttChart);

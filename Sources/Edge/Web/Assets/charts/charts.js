// @ts-check
/**
 * `<data-chart kind="trend|bars|columns|stacked" unit="money|count|percent|number" symbol="¥" base="100">` draws the table inside it.
 * Colours come from the style sheet, so a change of theme draws again; numbers and axes follow the page's language.
 */
import { echarts } from "../lib/echarts/index.js";
import { full, short } from "./numbers.js";
import { option } from "./options.js";

class DataChart extends HTMLElement {
  connectedCallback() {
    this.canvas = /** @type {HTMLElement} */ (this.querySelector(".chart-canvas"));
    this.redraw = () => this.draw();
    this.refit = () => this.chart?.resize();
    addEventListener("themechange", this.redraw);
    this.watch = new ResizeObserver(this.refit);
    this.watch.observe(this.canvas);
    addEventListener("beforeprint", this.refit);
    this.draw();
  }

  disconnectedCallback() {
    removeEventListener("themechange", this.redraw);
    removeEventListener("beforeprint", this.refit);
    this.watch?.disconnect();
    this.chart?.dispose();
  }

  /** The numbers, as they stand in the table. */
  get numbers() {
    const heads = [...this.querySelectorAll("thead th")].slice(1);
    const rows = [...this.querySelectorAll("tbody tr")];
    return {
      labels: rows.map((row) => row.querySelector("th")?.textContent ?? ""),
      links: rows.map((row) => row.querySelector("a")?.href),
      series: heads.map((head, column) => ({
        name: head.textContent ?? "",
        part: head.getAttribute("data-part") ?? "other",
        values: rows.map((row) => {
          const cell = row.querySelectorAll("td")[column];
          return cell?.dataset.v === undefined ? null : Number(cell.dataset.v);
        }),
      })),
    };
  }

  draw() {
    const zh = document.documentElement.lang.startsWith("zh");
    const unit = { kind: this.getAttribute("unit") ?? "number", symbol: this.getAttribute("symbol") ?? "", zh };
    const base = this.getAttribute("base");
    const numbers = { ...this.numbers, base: base === null ? null : Number(base) };
    this.chart?.dispose();
    this.chart = echarts.init(this.canvas, null, { renderer: "canvas", locale: zh ? "ZH" : "EN" });
    this.chart.setOption(option(this.getAttribute("kind") ?? "trend", numbers, {
      full: (/** @type {number} */ value) => full(value, unit),
      short: (/** @type {number} */ value) => short(value, unit),
    }));
    this.chart.on("click", (/** @type {{dataIndex: number}} */ event) => {
      const link = numbers.links[event.dataIndex];
      if (link) location.href = link;
    });
  }
}
customElements.define("data-chart", DataChart);

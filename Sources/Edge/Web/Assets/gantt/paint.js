// @ts-check
// Draws what can be seen and nothing else: some forty rows, however many tasks there are.
import { marks } from "./scale.js";

export const ROW = 30;
export const HEAD = 46;
const most = 500;

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

/** @param {any} chart @returns {{from: number, to: number, left: number, right: number}} rows and days in sight */
export function sight(chart) {
  const { scrollTop, scrollLeft } = chart.scroll;
  const from = Math.max(0, Math.floor(scrollTop / ROW));
  const to = Math.min(chart.rows.length, from + Math.ceil(chart.height / ROW) + 1);
  const left = chart.origin + Math.floor(scrollLeft / chart.px) - 1;
  return { from, to, left, right: left + Math.ceil(chart.width / chart.px) + 3 };
}

/** First and last day of a bar, as it is dragged. @param {any} chart @param {any} task */
export function span(chart, task) {
  const drag = chart.drag?.task === task && chart.drag.days ? chart.drag : chart.pending?.get(task.number);
  if (!drag) return [task.start, task.end];
  if (drag.kind === "resize") return [task.start, Math.max(task.start, task.end + drag.days)];
  return drag.kind === "move" ? [task.start + drag.days, task.end + drag.days] : [task.start, task.end];
}

/** Left and right edge in the drawing. @param {any} chart @param {any} task */
export function edges(chart, task) {
  const [start, end] = span(chart, task);
  return [chart.x(start), chart.x(end + 1)];
}

/** @param {any} chart @param {number} row */
const top = (chart, row) => HEAD + row * ROW - chart.scroll.scrollTop;

/** What was drawn last, by layer. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** While a bar is dragged most layers stay as they are, and taking in the same drawing again is what costs. @param {Element} layer @param {string} drawing */
function put(layer, drawing) {
  if (drawn.get(layer) === drawing) return;
  layer.innerHTML = drawing;
  drawn.set(layer, drawing);
}

/** @param {any} chart */
export function paint(chart) {
  const view = sight(chart);
  put(chart.ground, ground(chart, view));
  put(chart.lines, lines(chart, view));
  let bars = "";
  for (let row = view.from; row < view.to; row++) {
    const { task } = chart.rows[row];
    if (task) bars += bar(chart, task, top(chart, row), chart.rows[row] === chart.chosen);
  }
  put(chart.bars, bars + pull(chart));
  put(chart.head, head(chart, view));
  tree(chart, view);
}

function ground(chart, view) {
  let out = "";
  if (chart.px >= 5) {
    const { idle } = chart.data.plans[0] ?? { idle: [] };
    for (let i = 0; i < idle.length; i += 2) {
      if (idle[i + 1] < view.left || idle[i] > view.right) continue;
      out += `<rect class="g-idle" x="${chart.x(idle[i])}" y="${HEAD}" width="${(idle[i + 1] - idle[i] + 1) * chart.px}" height="${chart.height}"/>`;
    }
  }
  for (const mark of marks(chart.zoom, view.left, view.right)[1]) {
    const x = Math.round(chart.x(mark.day)) + 0.5;
    out += `<line class="g-rule" x1="${x}" x2="${x}" y1="${HEAD}" y2="${chart.height}"/>`;
  }
  const row = chart.rows.indexOf(chart.chosen);
  if (row >= view.from && row < view.to) out += `<rect class="g-chosen" x="0" y="${top(chart, row)}" width="${chart.width}" height="${ROW}"/>`;
  const now = chart.x(chart.data.today);
  return out + `<line class="g-today" x1="${now}" x2="${now}" y1="${HEAD - 8}" y2="${chart.height}"/>`;
}

function bar(chart, task, y, isChosen) {
  const [left, right] = edges(chart, task);
  if (right < -400 || left > chart.width + 400) return "";
  const critical = chart.showsPath && task.critical ? " critical" : "";
  let out = "";
  if (task.base) out += `<rect class="g-base" x="${chart.x(task.base[0])}" y="${y + 24}" width="${Math.max(2, (task.base[1] - task.base[0] + 1) * chart.px)}" height="3" rx="1.5"/>`;
  const width = Math.max(2, right - left);
  if (task.milestone) {
    const middle = left + chart.px / 2;
    out += `<path class="g-stone${critical}" d="M${middle} ${y + 7}l8 8l-8 8l-8 -8z"/>`;
    return out + name(chart, task, middle + 13, y);
  }
  if (task.group) {
    out += `<path class="g-group${critical}" d="M${left} ${y + 9}h${width}v11l-5 -5h${-Math.max(0, width - 10)}l-5 5z"/>`;
    return out + name(chart, task, right + 8, y);
  }
  if (task.expected > task.end) out += `<rect class="g-late" x="${right}" y="${y + 12}" width="${(task.expected - task.end) * chart.px}" height="5"/>`;
  out += `<rect class="g-bar${critical}" x="${left}" y="${y + 6}" width="${width}" height="16" rx="4"/>`;
  if (task.progress > 0) out += `<rect class="g-done${critical}" x="${left}" y="${y + 6}" width="${width * Math.min(1, task.progress)}" height="16" rx="4"/>`;
  if ((isChosen || chart.hover === task) && chart.data.canEdit && !chart.drag) {
    out += `<circle class="g-dot" cx="${left - 7}" cy="${y + 14}" r="4.5"/><circle class="g-dot" cx="${right + 7}" cy="${y + 14}" r="4.5"/>`;
    out += `<rect class="g-grip" x="${right - 4}" y="${y + 9}" width="2" height="10"/>`;
  }
  return out + name(chart, task, Math.max(right, chart.x(task.expected + 1)) + 15, y);
}

/** What stands beside a bar: the owner, and how much it is late or has drifted. */
function name(chart, task, x, y) {
  if (chart.px < 1.5) return "";
  const drift = task.base && task.end !== task.base[1] ? ` ${task.end > task.base[1] ? "+" : "−"}${Math.abs(task.end - task.base[1])}d` : "";
  const late = task.slip > 0 ? ` ▲${task.slip}` : "";
  const words = (task.group ? "" : task.owner) + late;
  return `<text class="g-name" x="${x}" y="${y + 18}">${escaped(words)}${drift ? `<tspan class="g-drift">${drift}</tspan>` : ""}</text>`;
}

function lines(chart, view) {
  let out = "";
  let count = 0;
  for (const link of chart.links) {
    const [a, b] = [chart.place.get(link.from), chart.place.get(link.to)];
    if (a === undefined || b === undefined || Math.max(a, b) < view.from || Math.min(a, b) >= view.to) continue;
    if (++count > most) break;
    out += line(chart, link, a, b);
  }
  return out;
}

function line(chart, link, a, b) {
  const [first, second] = [chart.rows[a].task, chart.rows[b].task];
  const middle = (/** @type {any} */ t) => (t.milestone ? chart.px / 2 : 0);
  const [l1, r1] = edges(chart, first);
  const [l2, r2] = edges(chart, second);
  const fromEnd = link.kind[0] === "F";
  const toStart = link.kind[1] === "S";
  const x1 = fromEnd ? (first.milestone ? l1 + middle(first) : r1) : l1;
  const x2 = toStart ? (second.milestone ? l2 + middle(second) - 9 : l2) : r2;
  const [y1, y2] = [top(chart, a) + 14, top(chart, b) + 14];
  if (Math.max(x1, x2) < -50 || Math.min(x1, x2) > chart.width + 50) return "";
  const out = fromEnd ? 8 : -8;
  const into = toStart ? -8 : 8;
  const isTight = chart.showsPath && first.critical && second.critical;
  const turn = toStart && fromEnd && x2 - x1 >= 12 ? `H${x2 + into}V${y2}H${x2}` : `h${out}V${(y1 + y2) / 2}H${x2 + into}V${y2}H${x2}`;
  return `<path class="g-line${isTight ? " critical" : ""}" d="M${x1} ${y1}${turn}"/><path class="g-head${isTight ? " critical" : ""}" d="M${x2} ${y2}l${toStart ? -6 : 6} -3.5v7z"/>`;
}

/** The line that is being pulled from a dot. */
function pull(chart) {
  const { drag } = chart;
  if (drag?.kind !== "link") return "";
  return `<path class="g-pull" d="M${drag.x0} ${drag.y0}L${drag.x} ${drag.y}"/>`;
}

function head(chart, view) {
  const [upper, lower] = marks(chart.zoom, view.left, view.right);
  let out = `<rect class="g-headground" x="0" y="0" width="${chart.width}" height="${HEAD}"/>`;
  upper.forEach((mark, i) => {
    const end = upper[i + 1] ? chart.x(upper[i + 1].day) - 60 : chart.width;
    const x = Math.min(Math.max(chart.x(mark.day), 0), Math.max(end, chart.x(mark.day))) + 6;
    out += `<text class="g-upper" x="${x}" y="17">${mark.name}</text>`;
  });
  if (chart.zoom !== "year") for (const mark of lower) out += `<text class="g-lower" x="${chart.x(mark.day) + 4}" y="38">${mark.name}</text>`;
  return out + `<line class="g-rule" x1="0" x2="${chart.width}" y1="${HEAD - 0.5}" y2="${HEAD - 0.5}"/>`;
}

/** The names at the left: elements are made once and filled again. */
function tree(chart, view) {
  while (chart.cells.length < view.to - view.from) {
    const cell = document.createElement("div");
    cell.className = "gantt-row";
    cell.innerHTML = '<button type="button" tabindex="-1"></button><span class="gantt-title"></span><span class="gantt-owner"></span><span class="gantt-dates"></span>';
    chart.tree.append(cell);
    chart.cells.push(cell);
  }
  chart.cells.forEach((/** @type {HTMLElement} */ cell, /** @type {number} */ i) => {
    const row = view.from + i;
    const entry = chart.rows[row];
    cell.hidden = row >= view.to;
    if (!entry || cell.hidden) return;
    cell.style.transform = `translateY(${top(chart, row) - HEAD}px)`;
    const stamp = `${row} ${entry.version} ${entry === chart.chosen} ${chart.folded.has(entry.key)}`;
    if (cell.dataset.stamp === stamp) return;
    cell.dataset.stamp = stamp;
    fill(chart, cell, entry, row);
  });
}

function fill(chart, cell, entry, row) {
  const [fold, title, owner, dates] = cell.children;
  cell.id = `gantt-row-${row}`;
  cell.setAttribute("role", "treeitem");
  cell.setAttribute("aria-level", String(entry.depth + 1));
  cell.setAttribute("aria-selected", String(entry === chart.chosen));
  cell.dataset.row = String(row);
  cell.classList.toggle("gantt-plan", !entry.task);
  cell.classList.toggle("gantt-strong", entry.hasParts);
  cell.style.paddingLeft = `${6 + Math.min(entry.depth, 10) * 14}px`;
  const isOpen = !chart.folded.has(entry.key);
  fold.textContent = entry.hasParts ? (isOpen ? "▾" : "▸") : "";
  if (entry.hasParts) cell.setAttribute("aria-expanded", String(isOpen)); else cell.removeAttribute("aria-expanded");
  fold.toggleAttribute("disabled", !entry.hasParts);
  fold.setAttribute("aria-hidden", String(!entry.hasParts));
  title.textContent = entry.title;
  title.setAttribute("title", entry.title);
  owner.textContent = entry.task ? entry.task.owner : "";
  dates.textContent = entry.dates;
  cell.classList.toggle("gantt-late", (entry.task?.slip ?? 0) > 0);
}

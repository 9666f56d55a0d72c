// @ts-check
// Dragging: the middle of a bar moves it, its right end makes it longer, a dot beside it pulls a link to another bar.
import { HEAD, ROW, edges } from "./paint.js";

/** What lies under the pointer. @param {any} chart @param {PointerEvent} event */
function under(chart, event) {
  const box = chart.svg.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const entry = y < HEAD ? undefined : chart.rows[Math.floor((y - HEAD + chart.scroll.scrollTop) / ROW)];
  const task = entry?.task;
  if (!task) return { x, y, entry };
  const [left, right] = task.milestone ? [chart.x(task.start) + chart.px / 2 - 9, chart.x(task.start) + chart.px / 2 + 9] : edges(chart, task);
  let part = "";
  if (x >= left - 2 && x <= right + 2) part = !task.milestone && x > right - 7 ? "resize" : "move";
  else if (Math.abs(x - right - 7) <= 8) part = "link-end";
  else if (Math.abs(x - left + 7) <= 8) part = "link-start";
  if (task.group && part !== "") part = "whole";
  return { x, y, entry, task, part, isLeft: x < (left + right) / 2 };
}

/** @param {any} chart */
export function listen(chart) {
  const { svg } = chart;
  svg.addEventListener("pointerdown", (event) => press(chart, event));
  svg.addEventListener("pointermove", (event) => move(chart, event));
  svg.addEventListener("pointerup", (event) => drop(chart, event));
  svg.addEventListener("pointercancel", () => stop(chart));
  svg.addEventListener("dblclick", (event) => {
    const { entry } = under(chart, event);
    if (entry?.task) chart.open(entry.task);
  });
}

/** @param {any} chart */
export function stop(chart) {
  chart.drag = null;
  chart.redraw();
}

function press(chart, event) {
  if (event.button !== 0) return;
  const { x, y, entry, task, part } = under(chart, event);
  if (entry) chart.choose(entry);
  // A finger scrolls; with it, tasks are changed in the form.
  if (!task || !part || part === "whole" || !chart.data.canEdit || event.pointerType === "touch" || task.state === "done") return;
  chart.svg.setPointerCapture(event.pointerId);
  event.preventDefault();
  chart.scroll.focus({ preventScroll: true });
  const isLink = part.startsWith("link");
  chart.drag = { task, kind: isLink ? "link" : part, from: part === "link-start" ? "S" : "F", x0: x, y0: y, x, y, days: 0, scroll: chart.scroll.scrollLeft };
}

function move(chart, event) {
  const { drag } = chart;
  if (!drag) {
    const { task, part } = under(chart, event);
    chart.svg.dataset.over = !chart.data.canEdit || task?.state === "done" ? "" : (part ?? "");
    if (chart.hover !== (task ?? null)) {
      chart.hover = task ?? null;
      chart.redraw();
    }
    return;
  }
  const box = chart.svg.getBoundingClientRect();
  drag.x = event.clientX - box.left;
  drag.y = event.clientY - box.top;
  drag.days = Math.round((drag.x - drag.x0 + chart.scroll.scrollLeft - drag.scroll) / chart.px);
  chart.redraw();
}

function drop(chart, event) {
  const { drag } = chart;
  if (!drag) return;
  if (drag.kind === "link") {
    const target = under(chart, event);
    chart.drag = null;
    if (target.task && target.part && target.task !== drag.task) chart.edits.link(drag.task, target.task, drag.from + (target.isLeft ? "S" : "F"));
  } else if (drag.days) {
    chart.pending.set(drag.task.number, drag);
    chart.drag = null;
    if (drag.kind === "move") chart.edits.move(drag.task, drag.days);
    else chart.edits.resize(drag.task, drag.days);
  } else chart.drag = null;
  chart.redraw();
}

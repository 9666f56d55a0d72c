// @ts-check
// The form for one task: the same fields as in the table, filled from what the chart knows.
import { text } from "./scale.js";
import { say } from "./edits.js";

/** @param {any} chart */
export function form(chart) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("gantt-dialog"));
  const fields = /** @type {HTMLFormElement} */ (document.getElementById("gantt-form"));
  const trouble = /** @type {HTMLElement} */ (fields.querySelector('[role="alert"]'));
  const record = /** @type {HTMLAnchorElement} */ (document.getElementById("gantt-record"));
  let number = 0;

  const set = (/** @type {string} */ name, /** @type {string} */ value) => {
    const field = /** @type {HTMLInputElement} */ (fields.elements.namedItem(name));
    field.value = value;
  };

  chart.open = (/** @type {any} */ task) => {
    const plan = task ? chart.data.plans.find((one) => one.tasks.includes(task)) : (chart.chosen?.plan ?? chart.data.plans[0]);
    number = task?.number ?? 0;
    trouble.hidden = true;
    record.hidden = !task;
    record.href = `${chart.dataset.record}/${number}`;
    const title = dialog.querySelector("h2");
    if (title) title.textContent = task ? `TASK-${number}` : say("新建任务", "New task");
    set("version", String(task?.version ?? ""));
    set("plan", String(plan?.number ?? ""));
    set("title", task?.title ?? "");
    if (task) set("owner", task.owner);
    set("starts_on", task && task.release !== null && task.release !== undefined ? text(task.release) : "");
    set("days", String(task?.days ?? 1));
    set("follows", task?.follows ?? "");
    set("progress", String(Math.round((task?.progress ?? 0) * 100)));
    set("load", String(Math.round((task?.load ?? 1) * 100)));
    set("parent", String(task?.parent ?? (chart.chosen?.task?.group && !task ? chart.chosen.task.number : "")));
    for (const field of fields.querySelectorAll("input, select, button[type=submit]")) field.toggleAttribute("disabled", !chart.data.canEdit);
    dialog.showModal();
  };

  fields.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const all = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(fields).entries()));
    const problem = await chart.edits.send(number ? `/${number}` : "", all);
    trouble.hidden = !problem;
    trouble.textContent = problem ?? "";
    if (!problem) dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest('[data-gantt="close"]')) dialog.close();
  });
}

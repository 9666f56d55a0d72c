// @ts-check
// Changes on their way to the server, one after the other. Each names the version that was seen; what somebody else changed
// meanwhile is never written over. The last changes can be taken back.
import { text } from "./scale.js";

const chinese = document.documentElement.lang.startsWith("zh");
export const say = (/** @type {string} */ zh, /** @type {string} */ en) => (chinese ? zh : en);

export class Edits {
  /** @param {any} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {{number: number, fields: Record<string, string>}[]} */
    this.past = [];
    this.queue = Promise.resolve();
  }

  move(task, days) {
    this.change(task.number, (now) => ({ starts_on: text(now.start + days) }));
  }

  resize(task, days) {
    this.change(task.number, (now) => ({ ends_on: text(Math.max(now.start, now.end + days)) }));
  }

  link(first, second, kind) {
    if (second.links.some((link) => link.from === first.number)) return this.chart.say(say("这两个任务之间已有关联。", "These two are linked already."));
    this.change(second.number, () => ({ link: `${first.number}${kind}` }));
  }

  undo() {
    const last = this.past.pop();
    if (last) this.change(last.number, () => last.fields, true);
    this.chart.updateUndo();
  }

  /** @param {number} number @param {(task: any) => Record<string, string>} fields @param {boolean} isUndo */
  change(number, fields, isUndo = false) {
    this.queue = this.queue.then(async () => {
      const task = this.chart.task(number);
      if (!task) return;
      const before = { starts_on: task.release === null || task.release === undefined ? "" : text(task.release), days: String(task.days), follows: task.follows };
      const wanted = fields(task);
      const problem = await this.send(`/${number}`, { version: String(task.version), ...wanted });
      this.chart.pending.delete(number);
      if (problem) this.chart.say(problem);
      else {
        if (!isUndo) this.past.push({ number, fields: before });
        this.answer(number, wanted, isUndo);
      }
      this.chart.updateUndo();
      this.chart.redraw();
    });
    return this.queue;
  }

  /** Says what became of it: a task that waits for another may not begin where it was put. */
  answer(number, wanted, isUndo) {
    const task = this.chart.task(number);
    if (!task) return;
    const held = wanted.starts_on && !isUndo && text(task.start) > wanted.starts_on && task.links.length > 0;
    const span = `${text(task.start)} – ${text(task.end)}`;
    this.chart.say(
      held ? say(`${task.title}：受前置任务限制，最早 ${text(task.start)} 开始。`, `${task.title}: what comes before holds it until ${text(task.start)}.`)
        : isUndo ? say(`已撤销：${task.title} ${span}`, `Taken back: ${task.title} ${span}`) : `${task.title} ${span}`);
  }

  /** Returns what went wrong, in words; nothing if all went well. @param {string} path @param {Record<string, string>} fields */
  async send(path, fields) {
    const token = document.querySelector('meta[name="form-token"]')?.getAttribute("content") ?? "";
    const { tasks, source } = this.chart.dataset;
    const query = source?.includes("?") ? source.slice(source.indexOf("?")) : "";
    try {
      const answer = await fetch(tasks + path + query, {
        method: "POST", headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded", "X-Form-Token": token },
        body: new URLSearchParams(fields),
      });
      const body = await answer.json();
      if (answer.ok) return void this.chart.show(body);
      if (answer.status === 409) await this.chart.load();
      return body.message;
    } catch {
      return say("没有连上服务器，修改未保存。请稍后重试。", "The server could not be reached; nothing was saved. Try again.");
    }
  }
}

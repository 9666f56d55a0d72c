// @ts-check
// Days are whole numbers since 1970 and dates are reckoned in UTC, so that no zone and no change of clocks moves a bar.

/** Pixels a day, by zoom. */
export const zooms = { day: 34, week: 15, month: 5, quarter: 2, year: 0.7 };

const chinese = document.documentElement.lang.startsWith("zh");
const two = (/** @type {number} */ n) => String(n).padStart(2, "0");

/** @param {number} day */
export function date(day) {
  return new Date(day * 86_400_000);
}

/** `2027-01-15` @param {number} day */
export function text(day) {
  const d = date(day);
  return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;
}

/** @param {number} year @param {number} month from 0 */
function first(year, month) {
  return Math.round(Date.UTC(year, month, 1) / 86_400_000);
}

/** The first day of the unit that holds `day`. @param {string} unit @param {number} day */
function start(unit, day) {
  const d = date(day);
  if (unit === "day") return day;
  if (unit === "week") return day - ((d.getUTCDay() + 6) % 7);
  if (unit === "month") return first(d.getUTCFullYear(), d.getUTCMonth());
  if (unit === "quarter") return first(d.getUTCFullYear(), Math.floor(d.getUTCMonth() / 3) * 3);
  return first(d.getUTCFullYear(), 0);
}

/** @param {string} unit @param {number} day a first day */
function next(unit, day) {
  if (unit === "day") return day + 1;
  if (unit === "week") return day + 7;
  const d = date(day);
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  return first(d.getUTCFullYear(), d.getUTCMonth() + months);
}

/** @param {string} unit @param {number} day @param {boolean} isUpper */
function name(unit, day, isUpper) {
  const d = date(day);
  const [year, month] = [d.getUTCFullYear(), d.getUTCMonth() + 1];
  if (unit === "day") return String(d.getUTCDate());
  if (unit === "week") return `${month}/${d.getUTCDate()}`;
  if (unit === "month") return isUpper ? `${year}-${two(month)}` : chinese ? `${month}月` : date(day).toLocaleString("en", { month: "short", timeZone: "UTC" });
  if (unit === "quarter") return `Q${Math.floor((month - 1) / 3) + 1}`;
  return String(year);
}

const units = { day: ["month", "day"], week: ["month", "week"], month: ["year", "month"], quarter: ["year", "quarter"], year: ["year", "year"] };

/** The marks of the head between two days, upper and lower row. @param {keyof typeof zooms} zoom @param {number} from @param {number} to */
export function marks(zoom, from, to) {
  return units[zoom].map((unit, row) => {
    const found = [];
    for (let day = start(unit, from); day <= to; day = next(unit, day)) found.push({ day, name: name(unit, day, row === 0) });
    return found;
  });
}

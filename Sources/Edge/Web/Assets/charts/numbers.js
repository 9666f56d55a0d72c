// @ts-check
/** @typedef {{kind: string, symbol: string, zh: boolean}} Unit */

/** @param {number} value @param {number} digits */
const plain = (value, digits) => value.toLocaleString("en-US", { maximumFractionDigits: digits });

/** The whole number, for tooltips. @param {number | null | undefined} value @param {Unit} unit */
export function full(value, unit) {
  if (value === null || value === undefined || Number.isNaN(value)) return "—";
  if (unit.kind === "percent") return `${plain(value * 100, 2)}%`;
  return (value < 0 ? "−" : "") + unit.symbol + plain(Math.abs(value), unit.kind === "count" ? 0 : 2);
}

/** Three digits and a unit, for axes: 万 and 亿 in Chinese, K, M and B in English. @param {number} value @param {Unit} unit */
export function short(value, unit) {
  if (unit.kind === "percent") return `${plain(value * 100, 1)}%`;
  const size = Math.abs(value);
  /** @type {[number, string][]} */
  const steps = unit.zh ? [[1e8, "亿"], [1e4, "万"]] : [[1e9, "B"], [1e6, "M"], [1e3, "K"]];
  const step = steps.find(([least]) => size >= least);
  return step ? plain(value / step[0], 2) + step[1] : plain(value, 2);
}

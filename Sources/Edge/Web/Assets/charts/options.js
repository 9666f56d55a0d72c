// @ts-check
/**
 * @typedef {{name: string, part: string, values: (number | null)[]}} Series
 * @typedef {{labels: string[], links: (string | undefined)[], series: Series[], base: number | null}} Numbers
 * @typedef {{full: (value: number) => string, short: (value: number) => string}} Format
 */
const css = (/** @type {string} */ name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const FONT = 'Inter, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** @param {string} kind @param {Numbers} numbers @param {Format} format */
export function option(kind, numbers, format) {
  const look = { ink: css("--ink"), soft: css("--ink-2"), line: css("--line"), surface: css("--raised"), palette: palette() };
  const common = {
    animation: false,
    aria: { enabled: false },
    color: look.palette,
    textStyle: { fontFamily: FONT, color: look.soft },
    tooltip: tooltip(kind, format, look),
    legend: { type: "scroll", show: numbers.series.length > 1, top: 0, right: 0, itemWidth: 14, itemHeight: 8, itemGap: 16, textStyle: { color: look.soft, fontSize: 12 } },
  };
  return { ...common, ...(kind === "bars" ? bars(numbers, format, look) : upright(kind, numbers, format, look)) };
}

const palette = () => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => css(`--chart-${n}`));

/** Drawn on the canvas: HTML tooltips carry inline styles, which the content policy refuses. */
function tooltip(/** @type {string} */ kind, /** @type {Format} */ format, /** @type {any} */ look) {
  return {
    trigger: "axis", renderMode: "richText", confine: true, backgroundColor: look.surface, borderColor: look.line, borderWidth: 1, padding: [8, 12],
    textStyle: { color: look.ink, fontSize: 12, fontFamily: FONT, lineHeight: 20 },
    axisPointer: { type: kind === "trend" ? "line" : "shadow", lineStyle: { color: look.soft, type: "dashed" }, shadowStyle: { color: "rgba(128,140,160,.10)" } },
    valueFormatter: (/** @type {number} */ value) => format.full(value),
  };
}

/** Lines and upright bars. */
function upright(/** @type {string} */ kind, /** @type {Numbers} */ numbers, /** @type {Format} */ format, /** @type {any} */ look) {
  const isTrend = kind === "trend";
  return {
    grid: { left: 4, right: 24, top: numbers.series.length > 1 ? 34 : 14, bottom: 2, containLabel: true },
    xAxis: {
      type: "category", data: numbers.labels, boundaryGap: !isTrend, axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.soft, fontSize: 11, hideOverlap: true, margin: 10 },
    },
    yAxis: {
      type: "value", splitNumber: 4, ...range(numbers, isTrend),
      splitLine: { lineStyle: { color: look.line, type: [3, 4] } }, axisLabel: { color: look.soft, fontSize: 11, formatter: format.short },
    },
    series: numbers.series.map((series, index) => (isTrend ? line(series, index, look, numbers.base) : {
      name: series.name, type: "bar", data: series.values, barMaxWidth: 26, stack: kind === "stacked" ? "all" : undefined,
      itemStyle: { borderRadius: kind === "stacked" ? 0 : [3, 3, 0, 0], color: colour(series, index, look) },
    })),
  };
}

/** From where to where the axis goes. Beside a base it frames the data and the base evenly; else it begins at zero, unless all values lie close together above it. */
function range(/** @type {Numbers} */ numbers, /** @type {boolean} */ isTrend) {
  const all = numbers.series.flatMap((s) => s.values.filter((v) => v !== null)).map(Number);
  if (numbers.base !== null && all.length > 0) {
    const low = Math.min(numbers.base, ...all), high = Math.max(numbers.base, ...all);
    const step = 10 ** Math.floor(Math.log10(Math.max(high - low, 1e-9) / 2));
    return { min: Math.floor((low - step / 2) / step) * step, max: Math.ceil((high + step / 2) / step) * step };
  }
  return { scale: isTrend && all.every((v) => v > 0) && spread(numbers) < 0.35 };
}

/** How far the values lie apart, as a share of the largest. */
function spread(/** @type {Numbers} */ numbers) {
  const all = numbers.series.flatMap((s) => s.values.filter((v) => v !== null)).map(Number);
  const high = Math.max(...all), low = Math.min(...all);
  return high > 0 ? (high - low) / high : 1;
}

function line(/** @type {Series} */ series, /** @type {number} */ index, /** @type {any} */ look, /** @type {number | null} */ base) {
  const quiet = series.part === "target" || series.part === "last-year", tint = colour(series, index, look);
  return {
    name: series.name, type: "line", data: series.values, symbol: "circle", symbolSize: 5, showSymbol: series.values.length < 2, connectNulls: false,
    lineStyle: { width: quiet ? 1.5 : 2.25, type: series.part === "target" ? [4, 4] : "solid", color: tint }, itemStyle: { color: tint },
    areaStyle: index === 0 && !quiet && base === null ? { opacity: 0.08, color: tint } : undefined, z: quiet ? 1 : 3, emphasis: { disabled: true },
  };
}

function colour(/** @type {Series} */ series, /** @type {number} */ index, /** @type {any} */ look) {
  if (series.part === "target") return look.soft;
  if (series.part === "last-year") return css("--line-strong");
  return look.palette[index % look.palette.length];
}

/** Horizontal bars, with their values at the end. */
function bars(/** @type {Numbers} */ numbers, /** @type {Format} */ format, /** @type {any} */ look) {
  const one = numbers.series.length === 1;
  return {
    grid: { left: 4, right: one ? 64 : 16, top: one ? 4 : 34, bottom: 2, containLabel: true },
    xAxis: { type: "value", splitNumber: 4, splitLine: { lineStyle: { color: look.line, type: [3, 4] } }, axisLabel: { color: look.soft, fontSize: 11, formatter: format.short, hideOverlap: true } },
    yAxis: { type: "category", inverse: true, data: numbers.labels, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: look.ink, fontSize: 12, width: 110, overflow: "truncate" } },
    series: numbers.series.map((series, index) => ({
      name: series.name, type: "bar", data: series.values, barMaxWidth: 18, itemStyle: { borderRadius: [0, 3, 3, 0], color: colour(series, index, look) },
      label: { show: one, position: "right", color: look.soft, fontSize: 11, formatter: (/** @type {any} */ p) => format.short(p.value) },
    })),
  };
}

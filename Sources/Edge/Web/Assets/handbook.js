// @ts-check
/**
 * Page numbers for the contents of a printed handbook. CSS has `target-counter()` for this, but no browser knows it; so the
 * document is laid out once out of sight, with the rules for paper, in columns as large as a page. A column breaks where a
 * page does, and the place of a heading says its page.
 */
const MILLIMETRE = 96 / 25.4;
/** What `@page handbook` leaves of A4. */
const PAPER = { width: 170 * MILLIMETRE, height: 255 * MILLIMETRE };
const GAP = 40;

/**
 * All rules of the page as they hold on paper.
 * @param {CSSRuleList} list
 * @returns {string}
 */
function onPaper(list) {
  let text = "";
  for (const rule of list) {
    if (rule instanceof CSSMediaRule) {
      if (holds(rule.media.mediaText)) text += onPaper(rule.cssRules);
    } else if (rule instanceof CSSStyleRule) {
      const selector = rule.selectorText.replace(/(^|[\s,>])(:root|html|body)(?=$|[\s,>])/g, "$1:host");
      text += selector + rule.cssText.slice(rule.selectorText.length) + "\n";
    } else if (rule instanceof CSSImportRule || rule instanceof CSSPageRule || rule instanceof CSSFontFaceRule) {
      continue;
    } else {
      text += rule.cssText + "\n";
    }
  }
  return text;
}

/**
 * @param {string} query
 */
function holds(query) {
  if (/screen|hover|pointer|prefers/.test(query)) return false;
  const least = query.match(/min-width:\s*([\d.]+)px/);
  const most = query.match(/max-width:\s*([\d.]+)px/);
  return !(least && Number(least[1]) > PAPER.width) && !(most && Number(most[1]) < PAPER.width);
}

/**
 * @param {Element} book
 */
function number(book) {
  const style = new CSSStyleSheet();
  const own = [...document.styleSheets].filter((sheet) => !sheet.href || sheet.href.startsWith(location.origin));
  const rules = own.map((sheet) => onPaper(sheet.cssRules)).join("");
  style.replaceSync(rules.replace(/break-(before|after): page/g, "break-$1: column"));
  const host = document.createElement("div");
  host.setAttribute("aria-hidden", "true");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const pages = document.createElement("div");
  const copy = /** @type {Element} */ (book.cloneNode(true));
  copy.querySelectorAll("link, script, .d-print-none").forEach((part) => part.remove());
  // Figures are there already when it breaks: three digits at most.
  copy.querySelectorAll(".book-page").forEach((page) => (page.textContent = "000"));
  pages.append(copy);
  root.append(pages);
  Object.assign(host.style, { position: "absolute", left: "-99999px", top: "0", visibility: "hidden", fontSize: "9.5pt" });
  Object.assign(pages.style, {
    width: `${PAPER.width}px`, height: `${PAPER.height}px`, columnWidth: `${PAPER.width}px`, columnGap: `${GAP}px`,
    columnFill: "auto", orphans: "3", widows: "3",
  });
  document.body.append(host);
  const left = pages.getBoundingClientRect().left;
  for (const page of book.querySelectorAll("[data-page-of]")) {
    const place = copy.querySelector(`[id="${/** @type {HTMLElement} */ (page).dataset.pageOf}"]`);
    if (!place) continue;
    const from = place.getClientRects()[0]?.left ?? left;
    page.textContent = String(Math.round((from - left) / (PAPER.width + GAP)) + 1);
  }
  host.remove();
}

const book = document.querySelector(".handbook");
if (book) {
  document.fonts.ready.then(() => {
    number(book);
    book.setAttribute("data-numbered", "");
  });
}

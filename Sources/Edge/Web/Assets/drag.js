// @ts-check
/**
 * Cards of a board and entries of a month are dragged to where they shall be. The server decides; what it refuses goes back
 * to its place, and a step that asks for more leads to the page that asks. The keyboard has the card's own choice.
 */
import { corner, token } from "./corner.js";

/** @type {HTMLElement | null} */
let dragged = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target instanceof Element ? event.target.closest("[data-board] [draggable=true]") : null;
  if (!dragged || !event.dataTransfer) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.path ?? "");
  dragged.classList.add("dragging");
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragging");
  dragged = null;
  mark(null);
});

document.addEventListener("dragover", (event) => {
  const place = placeOf(event.target);
  mark(place);
  if (place) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const place = placeOf(event.target);
  const tile = dragged;
  if (!place || !tile) return;
  event.preventDefault();
  mark(null);
  if (place !== tile.parentElement) void put(tile, place);
});

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function placeOf(target) {
  const place = dragged && target instanceof Element ? target.closest("[data-drop]") : null;
  return place && dragged?.closest("[data-board]") === place.closest("[data-board]") ? /** @type {HTMLElement} */ (place) : null;
}

/** @param {Element | null} place */
function mark(place) {
  for (const other of document.querySelectorAll(".drop-here")) if (other !== place) other.classList.remove("drop-here");
  place?.classList.add("drop-here");
}

/** @param {HTMLElement} tile @param {HTMLElement} place */
async function put(tile, place) {
  const board = /** @type {HTMLElement} */ (tile.closest("[data-board]"));
  const home = tile.parentElement;
  const after = tile.nextSibling;
  const back = () => home?.insertBefore(tile, after);
  place.append(tile);
  const field = board.dataset.field ?? "";
  const target = place.dataset.drop ?? "";
  const body = new URLSearchParams({
    version: tile.dataset.version ?? "", field, as: board.dataset.board ?? "", drop: "1", [field ? "to" : "state"]: target,
  });
  try {
    const answer = await fetch(`${tile.dataset.path}/place`, {
      method: "POST", body, headers: { "X-Form-Token": token(), "HX-Request": "true" },
    });
    const next = answer.headers.get("hx-redirect");
    if (next) return location.assign(next);
    const html = await answer.text();
    if (answer.ok) tile.outerHTML = html; // a fragment of our own server, escaped there
    else {
      back();
      corner(html);
    }
  } catch {
    back();
  }
  for (const column of board.querySelectorAll(".board-column")) {
    const count = column.querySelector("[data-count]");
    if (count) count.textContent = String(column.querySelectorAll(".board-tile").length);
  }
}

import { Board } from "./board.js";
import { Puzzle } from "./puzzle.js";
import { fromAddress, fromFiles } from "./sources.js";

const status = document.querySelector("#status");
const hint = document.querySelector("#hint");
const buttons = Object.fromEntries(
  ["shuffle", "farther", "fit", "nearer"].map((name) => [name, document.querySelector(`#${name}`)]),
);
let board;

/** Opens a puzzle: a promise of its description, and what finds its sheets. */
async function open(source) {
  status.textContent = "Opening…";
  const { description, readSheet } = await source;
  const puzzle = new Puzzle(description);
  const sheets = await Promise.all(
    description.sheets.map(async ({ file, width, height }, index) => {
      const sheet = await createImageBitmap(await readSheet(index));
      if (sheet.width !== width || sheet.height !== height) throw new Error(`${file} is not the sheet of this puzzle.`);
      return sheet;
    }),
  );
  board?.close();
  board = new Board(document.querySelector("#board"), puzzle, sheets, show);
  for (const button of [hint, ...Object.values(buttons)]) button.disabled = false;
  setHint(false);
  board.shuffle();
  return board;
}

function show(puzzle) {
  const { length } = puzzle.pieces;
  status.textContent = puzzle.isSolved
    ? `Solved: all ${length} pieces are in place.`
    : `${puzzle.joinedCount} of ${length} pieces joined.`;
}

function setHint(isHinting) {
  hint.setAttribute("aria-pressed", String(isHinting));
  board.isHinting = isHinting;
}

function report(error) {
  status.textContent = `The puzzle cannot be opened: ${error.message}`;
}

buttons.shuffle.addEventListener("click", () => board.shuffle());
buttons.farther.addEventListener("click", () => board.zoomBy(1 / 1.5));
buttons.nearer.addEventListener("click", () => board.zoomBy(1.5));
buttons.fit.addEventListener("click", () => board.fit());
hint.addEventListener("click", () => setHint(hint.getAttribute("aria-pressed") !== "true"));
document.querySelector("#files").addEventListener("change", ({ target: { files } }) => {
  open(fromFiles(files)).catch(report);
});

const address = new URLSearchParams(location.search).get("puzzle");
if (address) {
  /** The board, once the puzzle is there: what tests wait for. */
  window.opening = open(fromAddress(new URL(address, location.href)));
  window.opening.catch(report);
}

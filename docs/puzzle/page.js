import { Board } from "./board.js";
import { Puzzle } from "./puzzle.js";

const status = document.querySelector("#status");
const shuffle = document.querySelector("#shuffle");
const hint = document.querySelector("#hint");
let board;

/** Opens a puzzle whose files `read` finds by name: puzzle.json as given, sheets as it names them. */
async function open(documentName, read) {
  status.textContent = "Opening…";
  const puzzle = new Puzzle(JSON.parse(await (await read(documentName)).text()));
  const sheets = await Promise.all(
    puzzle.description.sheets.map(async ({ file, width, height }) => {
      const sheet = await createImageBitmap(await read(file));
      if (sheet.width !== width || sheet.height !== height) throw new Error(`${file} is not the sheet of this puzzle.`);
      return sheet;
    }),
  );
  board?.close();
  board = new Board(document.querySelector("#board"), puzzle, sheets, show);
  for (const button of [shuffle, hint]) button.disabled = false;
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

/** Reads files from where puzzle.json lies. */
function remote(base) {
  return async (name) => {
    const answer = await fetch(new URL(name, base));
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
    return answer.blob();
  };
}

/** Reads files that were chosen on this computer. */
function local(files) {
  const named = new Map([...files].map((file) => [file.name, file]));
  return async (name) => {
    if (!named.has(name)) throw new Error(`${name} was not chosen.`);
    return named.get(name);
  };
}

shuffle.addEventListener("click", () => board.shuffle());
hint.addEventListener("click", () => setHint(hint.getAttribute("aria-pressed") !== "true"));
document.querySelector("#files").addEventListener("change", ({ target: { files } }) => {
  const document = [...files].find(({ name }) => name.endsWith(".json"))?.name ?? "puzzle.json";
  open(document, local(files)).catch(report);
});

const address = new URLSearchParams(location.search).get("puzzle");
if (address) {
  const url = new URL(address, location.href);
  /** The board, once the puzzle is there: what tests wait for. */
  window.opening = open(url.href, remote(url));
  window.opening.catch(report);
}

import { Hands } from "./hands.js";
import { Painter } from "./painter.js";
import { View } from "./view.js";

/** How much table there is around the picture, as a share of it. */
const MARGIN = 0.35;

/** A puzzle on a canvas: draws it and lets pieces be dragged by mouse, pen or finger. */
export class Board {
  constructor(canvas, puzzle, sheets, onChange) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.puzzle = puzzle;
    this.painter = new Painter(puzzle, sheets);
    this.onChange = onChange;
    this.view = new View(puzzle.description.picture, this.margin);
    this.hands = new Hands(canvas, this);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(canvas);
    this.resize();
  }

  /** Ends the play: another puzzle takes the canvas. */
  close() {
    this.hands.close();
    this.resizing.disconnect();
  }

  /** The table around the picture, in pixels of the picture. */
  get margin() {
    const { width, height } = this.puzzle.description.picture;
    return { x: width * MARGIN, y: height * MARGIN };
  }

  get scale() {
    return this.view.scale;
  }

  shuffle(random) {
    this.puzzle.shuffle(this.margin, random);
    this.changed();
  }

  /** Shows the finished picture under the pieces, or no longer. */
  set isHinting(isHinting) {
    this.hint = isHinting ? this.painter.picture(this.puzzle.pieces) : undefined;
    this.draw();
  }

  /** Where the middle of a piece lies on the page. */
  placeOf(id) {
    const { position, rectangle } = this.puzzle.pieces[id];
    const group = this.puzzle.groupOf.get(id);
    const bounds = this.canvas.getBoundingClientRect();
    const place = this.view.placeOf({
      x: position.x + rectangle.width / 2 + group.x,
      y: position.y + rectangle.height / 2 + group.y,
    });
    return { x: bounds.left + place.x, y: bounds.top + place.y };
  }

  /** Takes the piece at a place of the canvas, if there is one, and all that hang on it. */
  take(place) {
    const { x, y } = this.view.locate(place);
    const group = this.puzzle.groups.findLast((each) => this.painter.hits(this.context, each, x, y));
    if (!group) return;
    this.puzzle.raise(group);
    this.held = { group, x: x - group.x, y: y - group.y };
    this.draw();
  }

  /** Moves what is in the hand, and says whether there is something. */
  carry(place) {
    if (!this.held) return false;
    const { x, y } = this.view.locate(place);
    this.held.group.x = x - this.held.x;
    this.held.group.y = y - this.held.y;
    this.draw();
    return true;
  }

  drop() {
    if (!this.held) return;
    const { group } = this.held;
    this.held = undefined;
    this.puzzle.drop(group);
    this.changed();
  }

  pan(x, y) {
    this.view.pan(x, y);
    this.seen();
  }

  zoomAt(place, factor) {
    this.view.zoomAt(place, factor);
    this.seen();
  }

  /** Zooms about the middle. */
  zoomBy(factor) {
    const { width, height } = this.view.size;
    this.zoomAt({ x: width / 2, y: height / 2 }, factor);
  }

  /** Shows the whole table. */
  fit() {
    this.view.fit();
    this.seen();
  }

  /** Another part of the table is seen. */
  seen() {
    this.backdrop = undefined;
    this.draw();
  }

  changed() {
    this.onChange(this.puzzle);
    this.draw();
  }

  resize() {
    const { width, height } = this.canvas.getBoundingClientRect();
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    this.view.resize({ width, height });
    this.seen();
  }

  /** Draws at the next frame, however often it is asked. */
  draw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.drawNow();
    });
  }

  drawNow() {
    const held = this.held?.group;
    if (!held) this.backdrop = undefined;
    else this.backdrop ??= this.paintBackdrop(held);
    if (this.backdrop) {
      this.context.resetTransform();
      this.context.drawImage(this.backdrop, 0, 0);
      this.paint([held], held);
    } else {
      this.clear();
      this.paint(this.puzzle.groups);
    }
  }

  /** Everything but the group in the hand, which alone changes while it is moved. */
  paintBackdrop(held) {
    this.clear();
    this.paint(this.puzzle.groups.filter((group) => group !== held));
    const backdrop = document.createElement("canvas");
    [backdrop.width, backdrop.height] = [this.canvas.width, this.canvas.height];
    backdrop.getContext("2d").drawImage(this.canvas, 0, 0);
    return backdrop;
  }

  clear() {
    this.context.resetTransform();
    this.context.fillStyle = "#23282d";
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.useTable();
    this.painter.drawFrame(this.context, this.hint);
  }

  paint(groups, held) {
    this.useTable();
    const { isSolved } = this.puzzle;
    for (const group of groups) {
      const isHeld = group === held;
      this.painter.drawGroup(this.context, group, { isHeld, isSolved, pixelSize: 1 / this.scale });
    }
  }

  /** Lets the context count in pixels of the picture. */
  useTable() {
    const scale = this.scale * devicePixelRatio;
    const { left, top } = this.view;
    this.context.setTransform(scale, 0, 0, scale, left * devicePixelRatio, top * devicePixelRatio);
  }
}

import { Painter } from "./painter.js";

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
    this.events = new AbortController();
    const { signal } = this.events;
    canvas.addEventListener("pointerdown", (event) => this.take(event), { signal });
    canvas.addEventListener("pointermove", (event) => this.move(event), { signal });
    canvas.addEventListener("pointerup", (event) => this.release(event), { signal });
    canvas.addEventListener("pointercancel", (event) => this.release(event), { signal });
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(canvas);
    this.resize();
  }

  /** Ends the play: another puzzle takes the canvas. */
  close() {
    this.events.abort();
    this.resizing.disconnect();
  }

  /** The table around the picture, in pixels of the picture. */
  get margin() {
    const { width, height } = this.puzzle.description.picture;
    return { x: width * MARGIN, y: height * MARGIN };
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
    return {
      x: bounds.left + this.left + this.scale * (position.x + rectangle.width / 2 + group.x),
      y: bounds.top + this.top + this.scale * (position.y + rectangle.height / 2 + group.y),
    };
  }

  /** A place on the page, in pixels of the picture. */
  locate(event) {
    const bounds = this.canvas.getBoundingClientRect();
    return {
      x: (event.clientX - bounds.left - this.left) / this.scale,
      y: (event.clientY - bounds.top - this.top) / this.scale,
    };
  }

  take(event) {
    if (this.held || event.button !== 0) return;
    const place = this.locate(event);
    const group = this.puzzle.groups.findLast((each) => this.painter.hits(this.context, each, place.x, place.y));
    if (!group) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.puzzle.raise(group);
    this.held = { group, pointer: event.pointerId, x: place.x - group.x, y: place.y - group.y };
    this.draw();
  }

  move(event) {
    if (this.held?.pointer !== event.pointerId) return;
    const place = this.locate(event);
    this.held.group.x = place.x - this.held.x;
    this.held.group.y = place.y - this.held.y;
    this.draw();
  }

  release(event) {
    if (this.held?.pointer !== event.pointerId) return;
    const { group } = this.held;
    this.held = undefined;
    this.puzzle.drop(group);
    this.changed();
  }

  changed() {
    this.onChange(this.puzzle);
    this.draw();
  }

  resize() {
    const { width, height } = this.canvas.getBoundingClientRect();
    const { picture } = this.puzzle.description;
    const { x, y } = this.margin;
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    this.scale = Math.min(width / (picture.width + 2 * x), height / (picture.height + 2 * y));
    this.left = (width - this.scale * picture.width) / 2;
    this.top = (height - this.scale * picture.height) / 2;
    this.backdrop = undefined;
    this.draw();
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
    this.context.setTransform(scale, 0, 0, scale, this.left * devicePixelRatio, this.top * devicePixelRatio);
  }
}

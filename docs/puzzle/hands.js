/**
 * What pointers do on a canvas: one takes a piece or moves the table, two zoom. It turns events into calls of `board`'s
 * `take`, `carry`, `drop`, `pan` and `zoomAt`, with places in pixels of the canvas as the page shows it.
 */
export class Hands {
  constructor(canvas, board) {
    this.canvas = canvas;
    this.board = board;
    this.places = new Map();
    this.events = new AbortController();
    const { signal } = this.events;
    const listen = (name, act) => canvas.addEventListener(name, act, { signal, passive: false });
    listen("pointerdown", (event) => this.press(event));
    listen("pointermove", (event) => this.move(event));
    listen("pointerup", (event) => this.lift(event));
    listen("pointercancel", (event) => this.lift(event));
    listen("wheel", (event) => this.turn(event));
    listen("keydown", (event) => this.type(event));
  }

  close() {
    this.events.abort();
  }

  place(event) {
    const bounds = this.canvas.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  }

  press(event) {
    if (event.button !== 0 || this.places.size === 2) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.places.set(event.pointerId, this.place(event));
    if (this.places.size === 2) this.board.drop();
    else this.board.take(this.place(event));
  }

  move(event) {
    const before = this.places.get(event.pointerId);
    if (!before) return;
    const now = this.place(event);
    if (this.places.size === 2) this.pinch(event.pointerId, before, now);
    else if (!this.board.carry(now)) this.board.pan(now.x - before.x, now.y - before.y);
    this.places.set(event.pointerId, now);
  }

  /** Two fingers: the table follows what lies between them. */
  pinch(pointer, before, now) {
    const [other] = [...this.places].filter(([id]) => id !== pointer).map(([, place]) => place);
    const distance = (place) => Math.max(1, Math.hypot(place.x - other.x, place.y - other.y));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.board.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.board.zoomAt(middle, distance(now) / distance(before));
  }

  lift(event) {
    if (this.places.delete(event.pointerId)) this.board.drop();
  }

  /** Browsers send a pinch on a touch pad as a wheel with the control key, in smaller steps. */
  turn(event) {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    this.board.zoomAt(this.place(event), Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)));
  }

  type(event) {
    const act = { "+": () => this.board.zoomBy(1.5), "-": () => this.board.zoomBy(1 / 1.5), 0: () => this.board.fit() }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  }
}

/** How far one can come nearer than the whole table, and how far away. */
const NEAREST = 24;
const FARTHEST = 0.5;

/** Which part of the table is seen, and how large: pixels of the page to a pixel of the picture. */
export class View {
  /** Shows a table of the given size around a picture as a whole. */
  constructor(picture, margin) {
    this.table = { width: picture.width + 2 * margin.x, height: picture.height + 2 * margin.y };
    this.picture = picture;
    this.size = { width: 1, height: 1 };
    this.zoom = 1;
    this.fit();
  }

  /** Pixels of the page to a pixel of the picture when the whole table is seen. */
  get whole() {
    return Math.min(this.size.width / this.table.width, this.size.height / this.table.height);
  }

  get scale() {
    return this.whole * this.zoom;
  }

  /** Shows the whole table. */
  fit() {
    this.zoom = 1;
    this.left = (this.size.width - this.scale * this.picture.width) / 2;
    this.top = (this.size.height - this.scale * this.picture.height) / 2;
  }

  /** Gives the view another size; what was in its middle stays there. */
  resize(size) {
    const middle = this.locate({ x: this.size.width / 2, y: this.size.height / 2 });
    this.size = size;
    if (this.zoom === 1) return this.fit();
    this.left = size.width / 2 - this.scale * middle.x;
    this.top = size.height / 2 - this.scale * middle.y;
  }

  /** Comes nearer by a factor; the given place of the view stays where it is. */
  zoomAt({ x, y }, factor) {
    const place = this.locate({ x, y });
    this.zoom = Math.min(NEAREST, Math.max(FARTHEST, this.zoom * factor));
    this.left = x - this.scale * place.x;
    this.top = y - this.scale * place.y;
  }

  pan(x, y) {
    this.left += x;
    this.top += y;
  }

  /** A place of the view, in pixels of the picture. */
  locate({ x, y }) {
    return { x: (x - this.left) / this.scale, y: (y - this.top) / this.scale };
  }

  /** The place of the view where a place of the picture is seen. */
  placeOf({ x, y }) {
    return { x: this.left + this.scale * x, y: this.top + this.scale * y };
  }
}

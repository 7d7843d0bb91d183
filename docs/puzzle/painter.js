/** Draws pieces from their sheets. */
export class Painter {
  constructor(puzzle, sheets) {
    this.sheets = sheets;
    this.size = puzzle.description.picture;
    this.paths = new Map(puzzle.pieces.map((piece) => [piece.id, new Path2D(piece.path)]));
  }

  /** Draws the frame that the picture will fill, and the finished picture faintly where a hint is wanted. */
  drawFrame(context, hint) {
    context.fillStyle = "#2c3238";
    context.fillRect(0, 0, this.size.width, this.size.height);
    if (hint) {
      context.globalAlpha = 0.25;
      context.drawImage(hint, 0, 0);
      context.globalAlpha = 1;
    }
  }

  /** Draws a group at its place; a group in the hand casts a longer shadow. */
  drawGroup(context, group, { isHeld, isSolved, pixelSize }) {
    context.save();
    context.translate(group.x, group.y);
    context.shadowColor = "rgb(0 0 0 / 60%)";
    context.shadowBlur = isHeld ? 14 : 4;
    context.shadowOffsetY = isHeld ? 6 : 1;
    const { canvas, x, y } = this.pictureOf(group);
    context.drawImage(canvas, x, y);
    context.shadowColor = "transparent";
    context.lineWidth = pixelSize;
    context.strokeStyle = isSolved ? "rgb(0 0 0 / 12%)" : "rgb(0 0 0 / 45%)";
    for (const piece of group.pieces) context.stroke(this.paths.get(piece.id));
    context.restore();
  }

  /** Whether a place of the picture lies inside a piece of a group. */
  hits(context, group, x, y) {
    context.save();
    context.resetTransform();
    const isHit = group.pieces.some((piece) => context.isPointInPath(this.paths.get(piece.id), x - group.x, y - group.y));
    context.restore();
    return isHit;
  }

  /** The whole picture, from all pieces. */
  picture(pieces) {
    return this.compose(pieces, { x: 0, y: 0, ...this.size });
  }

  /** A group's pieces as one picture, kept until the group changes. */
  pictureOf(group) {
    if (!group.picture) {
      const box = boxAround(group.pieces);
      group.picture = { canvas: this.compose(group.pieces, box), x: box.x, y: box.y };
    }
    return group.picture;
  }

  /** Coverages of neighbours add up to one: adding the pieces gives the picture without a seam. */
  compose(pieces, box) {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [box.width, box.height];
    const context = canvas.getContext("2d");
    context.globalCompositeOperation = "lighter";
    for (const { sheet, rectangle: from, position } of pieces) {
      context.drawImage(
        this.sheets[sheet],
        from.x, from.y, from.width, from.height,
        position.x - box.x, position.y - box.y, from.width, from.height,
      );
    }
    return canvas;
  }
}

function boxAround(pieces) {
  const x = Math.min(...pieces.map(({ position }) => position.x));
  const y = Math.min(...pieces.map(({ position }) => position.y));
  const right = Math.max(...pieces.map(({ position, rectangle }) => position.x + rectangle.width));
  const bottom = Math.max(...pieces.map(({ position, rectangle }) => position.y + rectangle.height));
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * The state of a puzzle that is being played: which pieces hang together, and how far each group lies from where it
 * belongs. It knows no screen; all lengths are pixels of the picture.
 */
export class Puzzle {
  /** @param description What puzzle.json holds. */
  constructor(description) {
    if (description.version !== 1) throw new Error(`This page cannot read version ${description.version}.`);
    this.description = description;
    this.pieces = description.pieces;
    const { picture, rows, columns } = description;
    /** How near a piece must be dropped to snap. */
    this.tolerance = Math.min(picture.width / columns, picture.height / rows) / 5;
    this.groups = this.pieces.map((piece) => ({ pieces: [piece], x: 0, y: 0 }));
    this.groupOf = new Map(this.groups.map((group) => [group.pieces[0].id, group]));
  }

  /** Takes everything apart and lays the pieces around at random over a table of the given size around the picture. */
  shuffle(margin, random = Math.random) {
    const { picture } = this.description;
    this.groups = this.pieces.map((piece) => {
      const { width, height } = piece.rectangle;
      const left = -margin.x + random() * (picture.width + 2 * margin.x - width);
      const top = -margin.y + random() * (picture.height + 2 * margin.y - height);
      return { pieces: [piece], x: left - piece.position.x, y: top - piece.position.y };
    });
    this.groupOf = new Map(this.groups.map((group) => [group.pieces[0].id, group]));
  }

  /** Puts a group on top of all others. */
  raise(group) {
    this.groups.splice(this.groups.indexOf(group), 1);
    this.groups.push(group);
  }

  /**
   * Lets go of a group: it snaps to the table's frame or to every neighbour that lies as it should.
   * @returns The group that it is part of now.
   */
  drop(group) {
    let joined = group;
    if (this.isNear(group, { x: 0, y: 0 })) [group.x, group.y] = [0, 0];
    for (const piece of [...group.pieces]) {
      for (const neighbour of this.neighbours(piece)) {
        const other = this.groupOf.get(neighbour.id);
        if (other !== joined && this.isNear(joined, other)) joined = this.join(joined, other);
      }
    }
    return joined;
  }

  /** How many pieces the largest group has. */
  get joinedCount() {
    return Math.max(...this.groups.map((group) => group.pieces.length));
  }

  get isSolved() {
    return this.groups.length === 1;
  }

  isNear(one, other) {
    return Math.hypot(one.x - other.x, one.y - other.y) <= this.tolerance;
  }

  neighbours({ row, column }) {
    const { rows, columns } = this.description;
    return [[row - 1, column], [row, column + 1], [row + 1, column], [row, column - 1]]
      .filter(([r, c]) => r >= 0 && r < rows && c >= 0 && c < columns)
      .map(([r, c]) => this.pieces[r * columns + c]);
  }

  /** The larger group stays where it lies and takes the other's pieces. */
  join(one, other) {
    const [large, small] = one.pieces.length > other.pieces.length ? [one, other] : [other, one];
    large.pieces.push(...small.pieces);
    for (const piece of small.pieces) this.groupOf.set(piece.id, large);
    this.groups.splice(this.groups.indexOf(small), 1);
    large.picture = undefined;
    this.raise(large);
    return large;
  }
}

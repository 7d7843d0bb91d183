/// Adds the area to the right of lines to the cells of an accumulation buffer.
struct LineCells {
    let changes: UnsafeMutableBufferPointer<Int32>
    let stride: Int
    /// Rows of cells; what lies above or below them is left out.
    let rowCount: Int
    /// 1 where downward lines have the inside to their right, -1 where to their left.
    let sign: Int

    /// Adds a line; its places count from the buffer's corner, and its columns lie inside it.
    ///
    /// Where the line crosses from one row or column of pixels into the next is rounded toward the line's start on the
    /// same side whoever draws it, as every edge is drawn in its own direction.
    func add(from start: CutPoint, to end: CutPoint) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        guard dy != 0, max(start.y, end.y) > 0, min(start.y, end.y) < rowCount << 8 else { return }
        var (x, y) = (start.x, start.y)
        while y != end.y {
            let row = dy > 0 ? y >> 8 : (y - 1) >> 8
            let nextY = dy > 0 ? min((row + 1) << 8, end.y) : max(row << 8, end.y)
            let nextX = nextY == end.y ? end.x : start.x + Self.quotient(dx * (nextY - start.y), dy)
            if row >= 0, row < rowCount {
                addInRow(row, from: CutPoint(x: x, y: y), to: CutPoint(x: nextX, y: nextY))
            }
            (x, y) = (nextX, nextY)
        }
    }

    private func addInRow(_ row: Int, from start: CutPoint, to end: CutPoint) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        guard dx != 0 else { return addInCell(row, start.x >> 8, from: start, to: end) }
        var (x, y) = (start.x, start.y)
        while x != end.x {
            let column = dx > 0 ? x >> 8 : (x - 1) >> 8
            let nextX = dx > 0 ? min((column + 1) << 8, end.x) : max(column << 8, end.x)
            let nextY = nextX == end.x ? end.y : start.y + Self.quotient(dy * (nextX - start.x), dx)
            addInCell(row, column, from: CutPoint(x: x, y: y), to: CutPoint(x: nextX, y: nextY))
            (x, y) = (nextX, nextY)
        }
    }

    private func addInCell(_ row: Int, _ column: Int, from start: CutPoint, to end: CutPoint) {
        let height = sign * (end.y - start.y)
        let left = height * (start.x + end.x - column << 9)
        let cell = row * stride + column
        changes[cell] += Int32(truncatingIfNeeded: height << 9 - left)
        changes[cell + 1] += Int32(truncatingIfNeeded: left)
    }

    /// The quotient rounded down, whatever the signs.
    private static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}

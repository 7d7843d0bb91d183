/// The upper contour of what lies in a sheet, as far as rectangles are laid onto it from above.
///
/// Here "up" is toward growing rows: a gap's level is the first free row.
struct Skyline {
    /// A run of columns with the same first free row.
    struct Gap {
        var left: Int
        var width: Int
        var level: Int
    }

    private var gaps: [Gap]

    init(width: Int) {
        gaps = [Gap(left: 0, width: width, level: 0)]
    }

    /// The gap with the lowest level, the leftmost of several.
    var lowest: Gap {
        gaps[lowestIndex]
    }

    private var lowestIndex: Int {
        // A skyline has one gap at least.
        gaps.indices.min { (gaps[$0].level, $0) < (gaps[$1].level, $1) } ?? 0
    }

    /// Whether nothing but one level is left.
    var isFlat: Bool {
        gaps.count == 1
    }

    /// Lays a rectangle into the left end of the lowest gap, which is wide enough.
    mutating func fill(width: Int, height: Int) {
        let index = lowestIndex
        let gap = gaps[index]
        gaps[index] = Gap(left: gap.left, width: width, level: gap.level + height)
        if gap.width > width {
            let rest = Gap(left: gap.left + width, width: gap.width - width, level: gap.level)
            gaps.insert(rest, at: index + 1)
        }
        joinEqualLevels()
    }

    /// Gives the lowest gap up: it rises to its lower neighbour.
    mutating func raise() {
        let index = lowestIndex
        let neighbours = [index - 1, index + 1].filter(gaps.indices.contains).map { gaps[$0].level }
        guard let level = neighbours.min() else { return }
        gaps[index].level = level
        joinEqualLevels()
    }

    private mutating func joinEqualLevels() {
        var joined: [Gap] = []
        for gap in gaps {
            if let last = joined.last, last.level == gap.level {
                joined[joined.count - 1].width += gap.width
            } else {
                joined.append(gap)
            }
        }
        gaps = joined
    }
}

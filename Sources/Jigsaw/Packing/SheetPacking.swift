import Imaging

/// Where every piece lies in the sheets.
///
/// The best-fit heuristic of Burke, Kendall and Whitwell ("A New Placement Heuristic for the Orthogonal Stock-Cutting
/// Problem", Operations Research 52, 2004): the lowest gap gets the piece that fills it best. It chooses among the
/// pieces of a few rows at a time, so that the sheets grow in the order in which the picture's rows arrive.
struct SheetPacking {
    /// The places, in the order of the boxes.
    private(set) var places: [SheetPlace]
    /// The sizes of the sheets.
    private(set) var sheets: [PixelSize] = []

    private let boxes: [PixelBox]
    private let limit: PixelSize
    private var skyline: Skyline
    /// The columns and rows of the open sheet that are used.
    private var used = PixelSize(width: 0, height: 0)

    /// Packs `boxes` into sheets of at most `limit`, choosing among `poolCount` at a time.
    init(_ boxes: [PixelBox], poolCount: Int, limit: PixelSize) {
        (self.boxes, self.limit) = (boxes, limit)
        skyline = Skyline(width: limit.width)
        places = [SheetPlace](repeating: SheetPlace(sheet: 0, left: 0, top: 0), count: boxes.count)
        for start in stride(from: 0, to: boxes.count, by: poolCount) {
            place(Array(start..<min(start + poolCount, boxes.count)))
        }
        closeSheet()
    }

    private mutating func place(_ indices: [Int]) {
        // The highest first: what is left at the end then fits into small gaps.
        var waiting = indices.sorted { (boxes[$1].height, $0) < (boxes[$0].height, $1) }
        while !waiting.isEmpty {
            let gap = skyline.lowest
            if let best = bestFit(for: gap, among: waiting) {
                put(waiting.remove(at: best), into: gap)
            } else if skyline.isFlat {
                closeSheet()
            } else {
                skyline.raise()
            }
        }
    }

    /// The widest piece that fits, the highest of several.
    private func bestFit(for gap: Skyline.Gap, among waiting: [Int]) -> Int? {
        var best: Int?
        for (position, index) in waiting.enumerated() {
            let box = boxes[index]
            guard box.width <= gap.width, gap.level + box.height <= limit.height else { continue }
            if best.map({ boxes[waiting[$0]].width < box.width }) ?? true { best = position }
        }
        return best
    }

    private mutating func put(_ index: Int, into gap: Skyline.Gap) {
        let box = boxes[index]
        places[index] = SheetPlace(sheet: sheets.count, left: gap.left, top: gap.level)
        skyline.fill(width: box.width, height: box.height)
        used.width = max(used.width, gap.left + box.width)
        used.height = max(used.height, gap.level + box.height)
    }

    private mutating func closeSheet() {
        sheets.append(used)
        used = PixelSize(width: 0, height: 0)
        skyline = Skyline(width: limit.width)
    }
}

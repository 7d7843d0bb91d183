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

    /// How many pieces there are to choose from at least.
    private static let poolCount = 48

    private let boxes: [PixelBox]
    private let limit: PixelSize
    private var skyline: Skyline
    /// The columns and rows of the open sheet that are used.
    private var used = PixelSize(width: 0, height: 0)

    /// Packs `boxes`, which arrive in batches of `batch`.
    init(_ boxes: [PixelBox], batch: Int, sheetPixelCount: Int) {
        self.boxes = boxes
        limit = Self.sheetLimit(boxes, sheetPixelCount)
        skyline = Skyline(width: limit.width)
        places = [SheetPlace](repeating: SheetPlace(sheet: 0, left: 0, top: 0), count: boxes.count)
        let poolCount = (Self.poolCount + batch - 1) / batch * batch
        for start in stride(from: 0, to: boxes.count, by: poolCount) {
            place(Array(start..<min(start + poolCount, boxes.count)))
        }
        closeSheet()
    }

    /// The width of all sheets and the largest height: as square as the pieces allow, all sheets about equally full.
    private static func sheetLimit(_ boxes: [PixelBox], _ sheetPixelCount: Int) -> PixelSize {
        let (widest, highest) = boxes.reduce((0, 0)) { (max($0.0, $1.width), max($0.1, $1.height)) }
        // Gaps take a tenth of a sheet with many pieces.
        let total = boxes.reduce(0) { $0 + $1.pixelCount } * 10 / 9
        let sheetCount = (total + sheetPixelCount - 1) / sheetPixelCount
        let area = total / sheetCount
        let width = min(PuzzleLimits.sheetSide, max(widest, squareRoot(of: area)))
        let height = sheetCount == 1 ? PuzzleLimits.sheetSide : max(highest, area / width + highest / 2)
        return PixelSize(width: width, height: min(PuzzleLimits.sheetSide, height))
    }

    /// The whole root of a number, by Newton's method: no machine rounds it differently.
    private static func squareRoot(of number: Int) -> Int {
        var root = number
        while root > number / max(root, 1) {
            root = (root + number / root) / 2
        }
        return root
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

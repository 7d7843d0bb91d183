/// The scans of a JPEG in the order of the file, with the tables that stand before them.
struct JPEGScanList {
    /// The scans themselves.
    private(set) var list: [JPEGScan] = []
    /// All tables and the frame header, which later scans' decoders need, too.
    private var tables: [JPEGStructure.Segment] = []

    /// Takes the next segment of the file.
    mutating func take(_ segment: JPEGStructure.Segment) {
        if segment.isTable || segment.isFrame { tables.append(segment) }
        guard segment.marker == JPEGMarker.startOfScan else { return }
        list.append(JPEGScan(segment: segment, tableCount: tables.count))
    }

    /// What a file would begin with that had no scan but this one, up to its first entropy-coded byte.
    func header(of scan: JPEGScan) -> [UInt8] {
        let start: [UInt8] = [0xff, JPEGMarker.startOfImage]
        return (tables.prefix(scan.tableCount) + [scan.segment]).reduce(into: start) { header, segment in
            header += JPEGMarker.segment(segment.marker, segment.payload.slice)
        }
    }

    /// Whether all scans can be decoded side by side, row by row.
    ///
    /// They must give each coefficient of each component once and whole, as files do that were not cut off: what is coarser
    /// than it was meant to be is made smooth by libjpeg, which looks at rows above and below for that.
    func canBeJoined(in frame: JPEGFrame) -> Bool {
        guard list.count > 1, headerByteCount <= Self.maximumHeaderByteCount else { return false }
        var refinement = CoefficientRefinement(frame)
        return list.allSatisfy { refinement.take($0) } && refinement.isComplete
    }

    /// Bytes of the headers of all scans together.
    private var headerByteCount: Int {
        var (total, tableTotal, index) = (0, 0, 0)
        for scan in list {
            while index < scan.tableCount {
                tableTotal += tables[index].range.count
                index += 1
            }
            total += tableTotal + scan.segment.range.count
        }
        return total
    }

    /// Each scan's header repeats the tables before it: of usual files some kilobytes.
    private static let maximumHeaderByteCount = 1 << 20
}

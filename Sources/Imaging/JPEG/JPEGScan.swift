/// One scan of a JPEG: what its header says and where its bytes lie (ITU-T T.81 B.2.3).
struct JPEGScan {
    /// The SOS segment.
    let segment: JPEGStructure.Segment
    /// Segments of tables, and of the frame, that stand before it in the file.
    let tableCount: Int

    /// The entropy-coded bytes, up to the next marker, in offsets of the file.
    var data: Range<Int> { segment.following }

    /// What scans call the components that this one codes.
    var identifiers: [UInt8] {
        let payload = segment.payload
        return (0..<Int(payload.byte(0) ?? 0)).compactMap { payload.byte(1 + 2 * $0) }
    }

    /// The coefficients that it codes, in zigzag order, and their bits: all above `high` came before, those down to `low` come.
    ///
    /// Nil where the header makes no sense.
    var band: (coefficients: ClosedRange<Int>, high: Int, low: Int)? {
        let payload = segment.payload
        let place = 1 + 2 * identifiers.count
        guard let first = payload.byte(place), let last = payload.byte(place + 1),
            let bits = payload.byte(place + 2), first <= last, last < 64
        else { return nil }
        return (Int(first)...Int(last), Int(bits >> 4), Int(bits & 15))
    }
}

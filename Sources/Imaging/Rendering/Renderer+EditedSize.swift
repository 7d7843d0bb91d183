extension Renderer {
    /// The size that the upright picture of `source` has after `operations`.
    ///
    /// It follows from the header, unless there is a trim: then everything up to the last trim is done once, and the
    /// rows are thrown away.
    ///
    /// - Throws: What rendering would throw.
    package func editedSize(
        of source: [UInt8],
        by operations: [Operation]
    ) throws(ImagingError) -> PixelSize {
        let info = try ImageInfo(reading: source, toleratingDamage: toleratesDamage, limits: limits)
        try limits.admit(info)
        var size = info.size
        let count = operations.lastIndex(where: \.isTrim).map { $0 + 1 } ?? 0
        if count > 0 {
            let tap = RowTap(Resize(), memoryByteCount: 0) { format throws(ImagingError) in
                size = format.size
                return NoRows()
            }
            _ = try render(source, [], taps: [tap], operations: Array(operations[..<count]))
        }
        return try size.edited(by: Array(operations[count...]), limits: limits)
    }
}

extension Operation {
    fileprivate var isTrim: Bool {
        if case .trim = self { true } else { false }
    }
}

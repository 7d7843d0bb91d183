import CJPEG

/// Brings a JPEG upright in the DCT domain: blocks are moved, coefficients change places and signs, none is rounded.
struct JPEGTurner {
    private let limits: ImageLimits
    private let damage: SourceDamage

    init(limits: ImageLimits, damage: SourceDamage) {
        self.limits = limits
        self.damage = damage
    }

    /// The upright JPEG without metadata.
    ///
    /// Nil where an edge that would come first cuts through blocks, where memory may not hold the coefficients, and where
    /// damage that is tolerated left none.
    ///
    /// - Throws: `truncated`, `damaged` or an error of the limits while decoding.
    func turned(
        _ source: [UInt8],
        _ structure: JPEGStructure,
        by orientation: Orientation
    ) throws(ImagingError) -> [UInt8]? {
        guard structure.frame.coefficientByteCount <= limits.maximumMemoryByteCount else { return nil }
        let probe = DeadlineProbe(limits)
        return try source.withUnsafeBufferPointer { file throws(ImagingError) in
            let bounds = limits.jpeg(probe, toleratesDamage: damage.isTolerated)
            guard let turner = cjpeg_turner_create(file.baseAddress, file.count, bounds) else {
                throw ImagingError(.outOfMemory, "no memory for turning a JPEG")
            }
            defer { cjpeg_turner_destroy(turner) }
            // C asks the probe, which nothing in Swift does any more.
            return try withExtendedLifetime(probe) { () throws(ImagingError) in try run(turner, orientation) }
        }
    }

    private func run(
        _ turner: OpaquePointer,
        _ orientation: Orientation
    ) throws(ImagingError) -> [UInt8]? {
        let kind = cjpeg_turn_kind(
            transposes: orientation.swapsSides ? 1 : 0,
            reverses_columns: orientation.reversesColumns ? 1 : 0,
            reverses_rows: orientation.reversesRows ? 1 : 0
        )
        switch cjpeg_turner_run(turner, kind) {
        case CJPEG_OK:
            if cjpeg_turner_is_damaged(turner) != 0 { damage.note() }
            var count = 0
            let bytes = cjpeg_turner_output(turner, &count)
            return Array(UnsafeBufferPointer(start: bytes, count: count))
        case CJPEG_MISALIGNED:
            return nil
        case let status:
            try damage.tolerate(JPEGFailure.decoding(status, cjpeg_turner_message(turner)))
            return nil
        }
    }
}

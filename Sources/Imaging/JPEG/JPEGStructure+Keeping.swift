extension JPEGStructure.Segment {
    /// What stays of the parameters in a picture without metadata; nil where its pixels and colours do not depend on them.
    ///
    /// An application's data of a known length lose what is behind it: a thumbnail, or whatever else.
    var neededPayload: [UInt8]? {
        if isJFIF { return payload.slice.prefix(Self.jfifByteCount - 2) + [0, 0] }
        if isAdobe { return Array(payload.slice.prefix(Self.adobeByteCount)) }
        return isTable || isFrame || isColorProfile ? payload.array : nil
    }

    /// Identifier, version, density and, in the last two bytes, the sides of a thumbnail.
    private static let jfifByteCount = 14
    /// Identifier, version, flags and the transform of colours.
    private static let adobeByteCount = 12

    /// Whether the JFIF header, which libjpeg takes for the promise of YCbCr.
    var isJFIF: Bool {
        marker == JPEGMarker.application(0) && payload.starts(with: "JFIF\0")
            && payload.count >= Self.jfifByteCount
    }

    /// Whether Adobe's, which names the transform of colours.
    private var isAdobe: Bool {
        marker == JPEGMarker.application(14) && payload.starts(with: "Adobe")
            && payload.count >= Self.adobeByteCount
    }

    /// Whether it sets up decoding: quantisation, codes, restarts.
    var isTable: Bool {
        [JPEGMarker.quantisationTables, JPEGMarker.codeTables, JPEGMarker.restartInterval].contains(marker)
    }

    /// Whether a frame header.
    var isFrame: Bool {
        JPEGMarker.frames.contains(marker)
    }
}

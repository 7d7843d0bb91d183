extension JPEGStructure {
    /// How a file must be written so that little of the picture is lost: as finely as this one, with as much colour.
    ///
    /// `isTransposed` says whether rows become columns, with which the halves of colour change places.
    func coding(_ options: Encoding.JPEGOptions, isTransposed: Bool) -> Encoding.JPEGOptions {
        var options = options
        options.quality = max(options.quality, quality ?? options.quality)
        options.chromaSubsampling = chromaSubsampling(isTransposed: isTransposed)
        options.isProgressive = frame.isProgressive
        return options
    }

    /// How the colours that are decoded become those to be shown; nil for inks.
    var ownColor: ColorConversion? {
        let count = frame.components.count
        return count <= 3 ? color(of: count == 1 ? .gray : .rgb) : nil
    }

    /// Whether the colours that are decoded are those to be shown: no inks, and no profile but one much like sRGB, or of no use.
    var hasColorsOfSRGB: Bool { ownColor.map { !$0.isNeeded } ?? false }

    /// The lowest of libjpeg's qualities whose luma is as fine as the file's, by the sum of the steps; nil without a table.
    var quality: Int? {
        guard let table = lumaSteps, table > 0 else { return nil }
        return (1...100).first { Self.lumaSteps(of: $0) <= table }
    }

    /// The sum of the 64 steps of table 0 (ITU-T T.81 B.2.4.1).
    private var lumaSteps: Int? {
        for segment in header where segment.marker == JPEGMarker.quantisationTables {
            var tables = segment.payload
            while let kind = tables.byte(0) {
                let bytes = kind >> 4 == 0 ? 1 : 2
                let steps = (0..<64).compactMap {
                    tables.number(1 + bytes * $0, byteCount: bytes, bigEndian: true)
                }
                if kind & 15 == 0, steps.count == 64 { return steps.reduce(0, +) }
                tables = tables.dropping(1 + 64 * bytes)
            }
        }
        return nil
    }

    /// What libjpeg makes of the table of ITU-T T.81 K.1 at a quality.
    private static func lumaSteps(of quality: Int) -> Int {
        let scale = quality < 50 ? 5_000 / quality : 200 - 2 * quality
        return usualLumaSteps.reduce(0) { $0 + min(255, max(1, ($1 * scale + 50) / 100)) }
    }

    private static let usualLumaSteps = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ]

    /// The kind that has all of the file's colour samples.
    private func chromaSubsampling(isTransposed: Bool) -> Encoding.JPEGOptions.ChromaSubsampling {
        let factors = frame.components.map { component in
            isTransposed
                ? [component.verticalSampling, component.horizontalSampling]
                : [component.horizontalSampling, component.verticalSampling]
        }
        switch factors {
        case [[2, 2], [1, 1], [1, 1]]: return .quarter
        case [[2, 1], [1, 1], [1, 1]]: return .halfWidth
        default: return frame.components.count == 1 ? .quarter : .full
        }
    }
}

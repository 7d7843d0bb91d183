/// The file format of an output and its options; an absent option leaves the choice to the encoder.
package struct OutputEncoding: Encodable, Equatable, Sendable {
    /// The file format.
    package let format: OutputFormat
    /// JPEG and lossy WebP: 1 (small) to 100 (good).
    package let quality: Int?
    /// JPEG and lossy WebP: the largest file in bytes; the best quality that fits is searched.
    package let maximumBytes: Int?
    /// JPEG: the detail of colour.
    package let chroma: ChromaSubsampling?
    /// JPEG: whether the picture comes in passes from coarse to fine.
    package let progressive: Bool?
    /// JPEG: whether a second pass over the coefficients makes the file smaller.
    package let optimize: Bool?
    /// PNG: effort from 0 (none) to 9.
    package let compression: Int?
    /// PNG: whether a palette is used where that loses nothing.
    package let palette: Bool?
    /// WebP: whether every pixel is kept exactly.
    package let lossless: Bool?
    /// WebP: effort from 0 (fast) to 6 (small).
    package let effort: Int?
}

extension OutputEncoding: ReadableObject {
    init?(reading reader: ObjectReader) {
        format = reader.choice("format") ?? .preserve
        quality = reader.integer("quality", in: 1...100)
        maximumBytes = reader.integer("maximumBytes", in: 256...268_435_456)
        chroma = reader.choice("chroma")
        progressive = reader.bool("progressive")
        optimize = reader.bool("optimize")
        compression = reader.integer("compression", in: 0...9)
        palette = reader.bool("palette")
        lossless = reader.bool("lossless")
        effort = reader.integer("effort", in: 0...6)
        reader.forbid(Self.options.subtracting(format.options).sorted(), "is no option of \(format.rawValue)")
        if lossless == true {
            reader.forbid(["quality", "maximumBytes"], "has no effect on a lossless file")
        }
    }

    fileprivate static let options: Set = [
        "quality", "maximumBytes", "chroma", "progressive", "optimize", "compression", "palette", "lossless",
        "effort",
    ]
}

extension OutputEncoding {
    /// What was asked for and changes nothing in a file of that format, which only the source could tell.
    ///
    /// A limit is never in vain: a file that has no quality to lower keeps it, or is said to miss it.
    func optionsWithoutEffect(in format: OutputFormat) -> [String] {
        let asked = [
            ("quality", quality != nil), ("chroma", chroma != nil),
            ("progressive", progressive == true), ("optimize", optimize == true),
            ("compression", compression != nil), ("palette", palette == true), ("lossless", lossless == true),
            ("effort", effort != nil),
        ]
        return asked.filter { $0.1 && !format.options.contains($0.0) }.map(\.0)
    }
}

extension OutputFormat {
    /// The options that mean something for the format.
    fileprivate var options: Set<String> {
        switch self {
        case .jpeg: ["quality", "maximumBytes", "chroma", "progressive", "optimize"]
        case .png: ["compression", "palette"]
        case .webp: ["quality", "maximumBytes", "lossless", "effort"]
        case .preserve: OutputEncoding.options
        }
    }
}

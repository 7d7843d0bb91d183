import Imaging

/// One decoder and its normaliser: whatever the file, pictures or an error.
enum DecoderTarget {
    private static let plans = [
        RenditionPlan(Resize(width: 20), as: .jpeg()),
        RenditionPlan(Resize(width: 33, height: 17, fit: .cover), as: .png()),
    ]

    /// Small enough for many inputs a second.
    private static var limits: ImageLimits {
        var limits = ImageLimits()
        limits.maximumPixelCount = 1 << 20
        limits.maximumMemoryByteCount = 256 << 20
        return limits
    }

    /// Decodes, resizes, and normalises twice.
    ///
    /// - Returns: Whether the input has that format.
    static func run(_ input: [UInt8], _ format: ImageFormat) -> Bool {
        guard let info = try? ImageInfo(reading: input) else { return true }
        guard info.format == format else { return false }
        for image in (try? Renderer(limits: limits).render(input, plans)) ?? [] {
            precondition(
                (try? ImageInfo(reading: image.bytes))?.size == image.size,
                "an output is no picture"
            )
        }
        let normaliser = Normaliser(limits: limits)
        if case .rewritten(let bytes, _) = try? normaliser.normalise(input, info) {
            guard let again = try? ImageInfo(reading: bytes) else {
                preconditionFailure("a copy is no picture")
            }
            precondition((try? normaliser.normalise(bytes, again)) == .unchanged, "a copy is not normal")
        }
        return true
    }
}

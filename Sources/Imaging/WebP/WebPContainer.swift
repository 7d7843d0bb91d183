/// Writes WebP files from the chunks of others (RFC 9649 section 2.7).
struct WebPContainer {
    private let structure: WebPStructure

    /// The bits of the extended header's first byte.
    private enum Flag {
        static let profile: UInt8 = 0x20
        static let alpha: UInt8 = 0x10
        static let exif: UInt8 = 0x08
    }

    init(_ structure: WebPStructure) {
        self.structure = structure
    }

    /// The same picture with a colour profile.
    func adding(profile: [UInt8]) -> [UInt8] {
        still(structure.chunks, structure.size, hasAlpha: structure.hasAlpha, profile: profile, exif: nil)
    }

    /// The same picture without metadata other than its profile and `exif`.
    func stripped(exif: [UInt8]?) -> [UInt8] {
        let profile = structure.first("ICCP")?.data.array
        return still(
            structure.chunks,
            structure.size,
            hasAlpha: structure.hasAlpha,
            profile: profile,
            exif: exif
        )
    }

    /// The picture of one frame as a still of the frame's own size.
    func still(of frame: WebPFrame, exif: [UInt8]? = nil) -> [UInt8] {
        let hasAlpha = frame.chunks.contains { $0.type == "ALPH" || $0.type == "VP8L" }
        let profile = structure.first("ICCP")?.data.array
        return still(frame.chunks, frame.size, hasAlpha: hasAlpha, profile: profile, exif: exif)
    }

    private func still(
        _ chunks: [WebPStructure.Chunk],
        _ size: PixelSize,
        hasAlpha: Bool,
        profile: [UInt8]?,
        exif: [UInt8]?
    ) -> [UInt8] {
        let picture = chunks.filter { ["ALPH", "VP8 ", "VP8L"].contains($0.type) }
        var parts = picture.map { WebPChunks.encoded($0.type, $0.data.slice) }
        guard profile != nil || exif != nil || picture.count > 1 else { return WebPChunks.file(parts) }
        if let profile {
            parts.insert(WebPChunks.encoded("ICCP", profile), at: 0)
        }
        if let exif {
            parts.append(WebPChunks.encoded("EXIF", exif))
        }
        var flags: UInt8 = profile == nil ? 0 : Flag.profile
        flags |= exif == nil ? 0 : Flag.exif
        flags |= hasAlpha ? Flag.alpha : 0
        parts.insert(WebPChunks.encoded("VP8X", Self.extendedHeader(flags, size)), at: 0)
        return WebPChunks.file(parts)
    }

    private static func extendedHeader(_ flags: UInt8, _ size: PixelSize) -> [UInt8] {
        let sides = [size.width - 1, size.height - 1].flatMap { side in
            (0..<3).map { UInt8(truncatingIfNeeded: side >> (8 * $0)) }
        }
        return [flags, 0, 0, 0] + sides
    }
}

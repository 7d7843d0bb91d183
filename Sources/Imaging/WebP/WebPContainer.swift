/// Writes WebP files from the chunks of others (RFC 9649 section 2.7).
struct WebPContainer {
    private let structure: WebPStructure

    /// The bits of the extended header's first byte.
    private enum Flag {
        static let profile: UInt8 = 0x20
        static let alpha: UInt8 = 0x10
        static let exif: UInt8 = 0x08
        static let animation: UInt8 = 0x02
    }

    init(_ structure: WebPStructure) {
        self.structure = structure
    }

    /// The same picture without metadata other than `exif` and, where it is kept, its profile.
    func stripped(exif: [UInt8]?, profile keepsProfile: Bool = true) -> [UInt8] {
        let (chunks, size, hasAlpha) = (structure.chunks, structure.size, structure.hasAlpha)
        let profile = keepsProfile ? ownProfile : nil
        return still(chunks, size, hasAlpha: hasAlpha, profile: profile, exif: exif)
    }

    /// The picture of one frame as a still of the frame's own size.
    func still(of frame: WebPFrame, exif: [UInt8]? = nil) -> [UInt8] {
        let hasAlpha = frame.picture.contains { $0.type == "ALPH" || $0.type == "VP8L" }
        return still(frame.chunks, frame.size, hasAlpha: hasAlpha, profile: ownProfile, exif: exif)
    }

    /// An animation of one frame that does not cover its canvas, without what else lies in the frame than its picture.
    func animation(of frame: WebPFrame, exif: [UInt8]?) -> [UInt8] {
        let header = structure.chunks.filter { $0.type == "ANIM" }
        let picture = frame.picture.flatMap { WebPChunks.encoded($0.type, $0.data.slice) }
        let parts =
            header.map { WebPChunks.encoded($0.type, $0.data.slice) }
            + [WebPChunks.encoded("ANMF", frame.header.array + picture)]
        let flags = Flag.animation | (structure.hasAlpha ? Flag.alpha : 0)
        return extended(parts, structure.size, flags, profile: ownProfile, exif: exif)
    }

    private var ownProfile: [UInt8]? {
        structure.first("ICCP")?.data.array
    }

    private func still(
        _ chunks: [WebPStructure.Chunk],
        _ size: PixelSize,
        hasAlpha: Bool,
        profile: [UInt8]?,
        exif: [UInt8]?
    ) -> [UInt8] {
        let parts = chunks.picture.map { WebPChunks.encoded($0.type, $0.data.slice) }
        guard profile != nil || exif != nil || parts.count > 1 else { return WebPChunks.file(parts) }
        return extended(parts, size, hasAlpha ? Flag.alpha : 0, profile: profile, exif: exif)
    }

    private func extended(
        _ parts: [[UInt8]],
        _ size: PixelSize,
        _ flags: UInt8,
        profile: [UInt8]?,
        exif: [UInt8]?
    ) -> [UInt8] {
        let allFlags = flags | (profile == nil ? 0 : Flag.profile) | (exif == nil ? 0 : Flag.exif)
        let before = [
            WebPChunks.encoded("VP8X", Self.extendedHeader(allFlags, size)),
            profile.map { WebPChunks.encoded("ICCP", $0) },
        ]
        let after = exif.map { WebPChunks.encoded("EXIF", $0) }
        return WebPChunks.file(before.compactMap { $0 } + parts + [after].compactMap { $0 })
    }

    private static func extendedHeader(_ flags: UInt8, _ size: PixelSize) -> [UInt8] {
        let sides = [size.width - 1, size.height - 1].flatMap { side in
            (0..<3).map { UInt8(truncatingIfNeeded: side >> (8 * $0)) }
        }
        return [flags, 0, 0, 0] + sides
    }
}

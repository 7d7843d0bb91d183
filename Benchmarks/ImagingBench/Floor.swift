import Imaging

/// What the codecs cost without any work between them: a decode to RGB at a scale, and encodes of pixels in memory.
struct Floor {
    /// Whether the encodes are libwebp's.
    let isWebP: Bool
    /// The widths of the encodes.
    let widths: [Int]

    /// The decode of `file` and the encodes.
    func prepared(_ file: [UInt8]) throws -> () throws -> Void {
        let denominator = try denominator(for: file)
        let pictures = try Renderer().render(
            file,
            widths.map { RenditionPlan(Resize(width: $0), as: .jpeg(Encoding.JPEGOptions(quality: 95))) }
        ).map { try FloorPicture(decoding: $0.bytes, denominator: 1) }
        return {
            _ = try FloorPicture(decoding: file, denominator: denominator, keepsPixels: false)
            for picture in pictures {
                try isWebP ? picture.encodeWebP() : picture.encodeJPEG()
            }
        }
    }

    /// That of our own decode: of a sequential JPEG, the largest that leaves twice the pixels of the widest rendition along a
    /// side, and a little more in a small picture.
    private func denominator(for file: [UInt8]) throws -> Int {
        let info = try ImageInfo(reading: file)
        guard !info.isProgressive else { return 1 }
        let reduction = Double(info.size.width) / Double(widths.max() ?? 1)
        let isSmall = info.size.pixelCount <= DecodeScale.smallPixelCount
        let headRoom = isSmall ? DecodeScale.headRoomOfSmall : DecodeScale.headRoom
        return [8, 4, 2].first { Double($0) * headRoom <= reduction } ?? 1
    }
}

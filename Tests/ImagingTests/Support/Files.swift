@testable import Imaging

/// Files with metadata, put together by hand.
enum Files {
    /// The format's file of `picture`, exact except for JPEG.
    static func file(_ format: ImageFormat, _ picture: Picture) throws(ImagingError) -> [UInt8] {
        switch format {
        case .jpeg:
            var options = Encoding.JPEGOptions(quality: 95)
            options.chromaSubsampling = .full
            return try picture.encoded(as: .jpeg(options))
        case .png: return try picture.encoded(as: .png())
        case .webp:
            var options = Encoding.WebPOptions()
            options.isLossless = true
            return try picture.encoded(as: .webp(options))
        }
    }

    /// `file` with an EXIF block, where its format has it.
    static func adding(exif block: [UInt8], to file: [UInt8]) throws(ImagingError) -> [UInt8] {
        switch ImageFormat(sniffing: file) {
        case .jpeg: return adding(marker: 0xe1, Array("Exif\0\0".utf8) + block, to: file)
        case .png: return adding(chunk: "eXIf", block, to: file)
        case .webp: return WebPContainer(try WebPStructure(reading: file)).stripped(exif: block)
        case nil: return file
        }
    }

    /// `file` with an EXIF block that says nothing but `orientation`.
    static func adding(_ orientation: Orientation, to file: [UInt8]) throws(ImagingError) -> [UInt8] {
        try adding(exif: TIFFBlock.make([(EXIF.Tag.orientation, .short(orientation.rawValue))]), to: file)
    }

    /// An animation of a single frame, the picture of a still WebP, in the upper left corner of a `canvas`.
    static func animation(of still: [UInt8], on canvas: PixelSize) throws(ImagingError) -> [UInt8] {
        func sides(_ size: PixelSize) -> [UInt8] {
            [size.width - 1, size.height - 1].flatMap { side in
                (0..<3).map { UInt8(truncatingIfNeeded: side >> (8 * $0)) }
            }
        }
        let structure = try WebPStructure(reading: still)
        let picture = structure.chunks.picture.flatMap {
            WebPChunks.encoded($0.type, $0.data.slice)
        }
        let frame = [0, 0, 0, 0, 0, 0] + sides(structure.size) + [100, 0, 0, 0] + picture
        return WebPChunks.file([
            WebPChunks.encoded("VP8X", [0x12, 0, 0, 0] + sides(canvas)),
            WebPChunks.encoded("ANIM", [0, 0, 0, 0, 0, 0]), WebPChunks.encoded("ANMF", frame),
        ])
    }

    /// A JPEG with one more segment in front.
    static func adding(marker: UInt8, _ payload: [UInt8], to jpeg: [UInt8]) -> [UInt8] {
        let length = payload.count + 2
        return jpeg[..<2] + [0xff, marker, UInt8(length >> 8), UInt8(length & 255)] + payload + jpeg[2...]
    }

    /// A PNG with one more chunk behind its header.
    static func adding(chunk type: String, _ data: [UInt8], to png: [UInt8]) -> [UInt8] {
        png[..<33] + PNGChunk.encoded(type, data) + png[33...]
    }

    /// A PNG with one more chunk behind its first of another type.
    static func adding(
        chunk type: String,
        _ data: [UInt8],
        behind other: String,
        in png: [UInt8]
    ) throws(ImagingError) -> [UInt8] {
        let place = try PNGStructure(reading: png).first(other)?.range.upperBound ?? 33
        return png[..<place] + PNGChunk.encoded(type, data) + png[place...]
    }

    /// A PNG of nothing but a header that claims `width` × `height`, one empty data chunk and an end.
    static func hollowPNG(_ width: Int, _ height: Int, depth: UInt8 = 8, interlaced: Bool = false) -> [UInt8]
    {
        let sides = [width, height].flatMap { side in
            (0..<4).reversed().map { UInt8(truncatingIfNeeded: side >> (8 * $0)) }
        }
        let header = sides + [depth, 2, 0, 0, interlaced ? 1 : 0]
        return PNGStructure.signature + PNGChunk.encoded("IHDR", header) + PNGChunk.encoded("IDAT", [])
            + PNGChunk.encoded("IEND", [])
    }

    /// A JPEG whose frame header claims `width` × `height`, with `scans` empty scans.
    static func hollowJPEG(_ width: Int, _ height: Int, frame: UInt8 = 0xc2, scans: Int = 1) -> [UInt8] {
        func bigEndian(_ side: Int) -> [UInt8] { [UInt8(side >> 8), UInt8(side & 255)] }
        let components: [UInt8] = [3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]
        let header = [0xff, frame, 0, 17, 8] + bigEndian(height) + bigEndian(width) + components
        let scan: [UInt8] = [0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0]
        return [0xff, 0xd8] + header + (0..<scans).flatMap { _ in scan } + [0xff, 0xd9]
    }
}

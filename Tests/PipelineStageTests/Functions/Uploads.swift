import Testing

@testable import Imaging

/// Files as callers upload them, made by the imaging engine.
enum Uploads {
    /// A photo; its sides are whole blocks of a JPEG, so that it can be turned without loss.
    static func photo(width: Int = 64, height: Int = 48) throws -> [UInt8] {
        try SyntheticPhoto(size: PixelSize(width: width, height: height)).encoded()
    }

    /// A photo that says that it must be turned by a quarter to be upright.
    static func lyingPhoto(width: Int = 64, height: Int = 48) throws -> [UInt8] {
        let jpeg = try photo(width: width, height: height)
        var exif = EXIF()
        exif.copyright = "© Ada"
        let writer = EXIFWriter(exif, keeping: .copyright, orientation: .rotate90)
        let payload = Array("Exif\0\0".utf8) + (try #require(writer.block))
        let length = payload.count + 2
        return jpeg[..<2] + [0xff, 0xe1, UInt8(length >> 8), UInt8(length & 255)] + payload + jpeg[2...]
    }

    /// A photo with a remark in it, which no copy of it may keep.
    static func annotatedPhoto() throws -> [UInt8] {
        let jpeg = try photo()
        return jpeg[..<2] + [0xff, 0xfe, 0x00, 0x08] + Array("remark".utf8) + jpeg[2...]
    }

    /// A PNG of 64 × 48 pixels within a white frame of eight.
    static func framed() throws -> [UInt8] {
        var rows = Framed()
        return try rows.encode(as: .png())
    }

    /// A PNG whose left half is transparent.
    static func drawing() throws -> [UInt8] {
        var rows = HalfTransparent()
        return try rows.encode(as: .png())
    }
}

/// Red inside of a white frame of eight pixels.
private struct Framed: RowProducer {
    let format = RowFormat(size: PixelSize(width: 80, height: 64), layout: .rgb)
    private var index = 0

    mutating func readRow(into row: inout MutableSpan<UInt8>) {
        for column in 0..<80 {
            let isInside = (8..<72).contains(column) && (8..<56).contains(index)
            for channel in 0..<3 { row[3 * column + channel] = isInside && channel > 0 ? 10 : 255 }
        }
        index += 1
    }

    mutating func finish() {}
}

/// Red on the right, nothing on the left.
private struct HalfTransparent: RowProducer {
    let format = RowFormat(size: PixelSize(width: 40, height: 30), layout: .rgba)

    mutating func readRow(into row: inout MutableSpan<UInt8>) {
        for column in 0..<format.size.width {
            let channels: [UInt8] = column < format.size.width / 2 ? [0, 0, 0, 0] : [200, 10, 10, 255]
            for (index, channel) in channels.enumerated() { row[4 * column + index] = channel }
        }
    }

    mutating func finish() {}
}

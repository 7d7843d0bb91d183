import Imaging

/// Small pictures.
enum Photo {
    /// A landscape of 240 × 160 pixels.
    static func jpeg() throws -> [UInt8] { try file(.jpeg()) }

    /// The same in any format.
    static func file(_ encoding: Encoding) throws -> [UInt8] {
        try SyntheticPhoto(size: PixelSize(width: 240, height: 160)).encoded(as: encoding)
    }
}

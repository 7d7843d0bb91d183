/// The file formats that are read and written.
package enum ImageFormat: String, CaseIterable, Hashable, Sendable {
    /// ITU-T T.81 in a JFIF, EXIF or Adobe file.
    case jpeg
    /// ISO/IEC 15948.
    case png
    /// RFC 9649.
    case webp

    /// The media type for `Content-Type`.
    package var mediaType: String {
        "image/\(rawValue)"
    }

    /// The usual end of a file name, without the dot.
    package var fileExtension: String {
        self == .jpeg ? "jpg" : rawValue
    }

    /// The longest side that a file can store.
    var maximumSide: Int {
        switch self {
        case .jpeg: 65_500
        case .png: Int(Int32.max)
        case .webp: 16_383
        }
    }

    /// The format that the first bytes announce, whatever the file is called; nil where it is none of ours.
    package init?(sniffing bytes: [UInt8]) {
        let view = ByteView(bytes)
        if view.starts(with: [0xff, 0xd8, 0xff]) {
            self = .jpeg
        } else if view.starts(with: PNGStructure.signature) {
            self = .png
        } else if view.starts(with: "RIFF"), view.dropping(8).starts(with: "WEBP") {
            self = .webp
        } else {
            return nil
        }
    }
}

/// Writes the few EXIF fields that outputs keep: how to turn the rows, and whose picture it is.
struct EXIFWriter {
    private struct Field {
        let tag: Int
        let type: Int
        let count: Int
        let bytes: [UInt8]
    }

    private let fields: [Field]

    /// A writer of `orientation` (left out where upright), artist and copyright.
    init(orientation: Orientation, artist: String?, copyright: String?) {
        let turn: [Field] = orientation == .up ? [] : [Self.short(EXIF.Tag.orientation, orientation.rawValue)]
        let texts = [
            artist.map { Self.text(EXIF.Tag.artist, $0) },
            copyright.map { Self.text(EXIF.Tag.copyright, $0) },
        ]
        // TIFF wants the tags in ascending order.
        fields = turn + texts.compactMap { $0 }
    }

    private static func short(_ tag: Int, _ value: Int) -> Field {
        Field(tag: tag, type: 3, count: 1, bytes: bigEndian(value, 2))
    }

    private static func text(_ tag: Int, _ value: String) -> Field {
        let bytes = Array(value.utf8) + [0]
        return Field(tag: tag, type: 2, count: bytes.count, bytes: bytes)
    }

    private static func bigEndian(_ value: Int, _ byteCount: Int) -> [UInt8] {
        (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// A TIFF block of one directory; nil where there is nothing to say.
    var block: [UInt8]? {
        guard !fields.isEmpty else { return nil }
        var directory: [UInt8] = []
        var data: [UInt8] = []
        let dataStart = 8 + 2 + 12 * fields.count + 4
        for field in fields {
            directory +=
                Self.bigEndian(field.tag, 2) + Self.bigEndian(field.type, 2) + Self.bigEndian(field.count, 4)
            if field.bytes.count <= 4 {
                directory += field.bytes + [UInt8](repeating: 0, count: 4 - field.bytes.count)
            } else {
                directory += Self.bigEndian(dataStart + data.count, 4)
                data += field.bytes
                data += [UInt8](repeating: 0, count: data.count % 2)
            }
        }
        let header = Array("MM\0*".utf8) + Self.bigEndian(8, 4) + Self.bigEndian(fields.count, 2)
        return header + directory + [0, 0, 0, 0] + data
    }
}

/// A directory of a TIFF block that is written (TIFF 6.0 section 2), big-endian.
struct TIFFDirectory {
    private var fields: [TIFFField] = []

    /// Whether nothing was added.
    var isEmpty: Bool {
        fields.isEmpty
    }

    /// Adds fields as they are.
    mutating func add(_ others: [TIFFField]) {
        fields += others
    }

    /// Adds bytes of no meaning to TIFF (UNDEFINED), or of type BYTE.
    mutating func add(_ tag: Int, bytes: [UInt8], type: Int = 7) {
        fields.append(TIFFField(tag: tag, type: type, count: bytes.count, bytes: bytes))
    }

    /// Adds a SHORT, or a LONG where it does not fit; nothing for nil and what fits neither.
    mutating func add(_ tag: Int, number: Int?) {
        guard let number, 0...Int(UInt32.max) ~= number else { return }
        let isShort = number <= 0xffff
        let bytes = Self.bigEndian(number, isShort ? 2 : 4)
        fields.append(TIFFField(tag: tag, type: isShort ? 3 : 4, count: 1, bytes: bytes))
    }

    /// Adds the offset of another directory.
    mutating func add(_ tag: Int, offset: Int) {
        fields.append(TIFFField(tag: tag, type: 4, count: 1, bytes: Self.bigEndian(offset, 4)))
    }

    /// Adds an ASCII field, in UTF-8 as cameras and programs do; nothing for nil.
    mutating func add(_ tag: Int, text: String?) {
        add(tag, texts: [text].compactMap(\.self))
    }

    /// Adds an ASCII field of texts with a NUL behind each; nothing for none.
    mutating func add(_ tag: Int, texts: [String]) {
        guard !texts.isEmpty else { return }
        let bytes = texts.flatMap { text -> [UInt8] in Array(text.utf8) + [0] }
        fields.append(TIFFField(tag: tag, type: 2, count: bytes.count, bytes: bytes))
    }

    /// Adds a list of RATIONALs; nothing where one is negative or too large.
    mutating func add(_ tag: Int, rationals: [EXIF.Rational]) {
        let numbers = rationals.flatMap { [$0.numerator, $0.denominator] }
        guard !numbers.isEmpty, numbers.allSatisfy({ 0...Int(UInt32.max) ~= $0 }) else { return }
        let bytes = numbers.flatMap { Self.bigEndian($0, 4) }
        fields.append(TIFFField(tag: tag, type: 5, count: rationals.count, bytes: bytes))
    }

    /// The directory with the values that do not fit into it, to lie at `offset` of its block.
    func encoded(at offset: Int) -> [UInt8] {
        var directory: [UInt8] = []
        var data: [UInt8] = []
        let dataStart = offset + 2 + 12 * fields.count + 4
        // TIFF wants the tags in ascending order.
        for field in fields.sorted(by: { $0.tag < $1.tag }) {
            directory += Self.bigEndian(field.tag, 2) + Self.bigEndian(field.type, 2)
            directory += Self.bigEndian(field.count, 4)
            if field.bytes.count <= 4 {
                directory += field.bytes + [UInt8](repeating: 0, count: 4 - field.bytes.count)
            } else {
                directory += Self.bigEndian(dataStart + data.count, 4)
                data += field.bytes
                data += [UInt8](repeating: 0, count: data.count % 2)
            }
        }
        return Self.bigEndian(fields.count, 2) + directory + [0, 0, 0, 0] + data
    }

    private static func bigEndian(_ value: Int, _ byteCount: Int) -> [UInt8] {
        (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

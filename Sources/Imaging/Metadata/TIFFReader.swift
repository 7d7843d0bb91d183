/// Reads the directories of a TIFF block as EXIF uses them (TIFF 6.0 section 2).
///
/// Nothing in the block is trusted: offsets and counts are checked, tags may come in any order, and no chain of
/// directories is followed, so that a cycle cannot hold the reader.
struct TIFFReader {
    private let block: ByteView
    private let bigEndian: Bool

    /// One entry of a directory.
    struct Entry {
        /// The field type of TIFF 6.0 or EXIF.
        let type: Int
        /// How many values.
        let count: Int
        /// The values' bytes.
        let values: ByteView
    }

    /// A directory by tag; the first of equal tags counts.
    typealias Directory = [Int: Entry]

    /// A reader of `block`; nil unless it begins with a TIFF header.
    init?(_ block: ByteView) {
        guard block.starts(with: "II*\0") || block.starts(with: "MM\0*") else { return nil }
        self.block = block
        bigEndian = block.byte(0) == UInt8(ascii: "M")
    }

    /// The first directory.
    var mainDirectory: Directory {
        block.number(4, byteCount: 4, bigEndian: bigEndian).map(directory(at:)) ?? [:]
    }

    /// The directory that the entry `tag` of `parent` points to; empty where there is none.
    func directory(_ tag: Int, of parent: Directory) -> Directory {
        integer(parent[tag]).map(directory(at:)) ?? [:]
    }

    private func directory(at offset: Int) -> Directory {
        guard let count = block.number(offset, byteCount: 2, bigEndian: bigEndian) else { return [:] }
        var directory: Directory = [:]
        for index in 0..<count {
            let start = offset + 2 + 12 * index
            guard let tag = block.number(start, byteCount: 2, bigEndian: bigEndian) else { break }
            guard directory[tag] == nil, let entry = entry(at: start) else { continue }
            directory[tag] = entry
        }
        return directory
    }

    private func entry(at start: Int) -> Entry? {
        guard let type = block.number(start + 2, byteCount: 2, bigEndian: bigEndian),
            let count = block.number(start + 4, byteCount: 4, bigEndian: bigEndian),
            let size = Self.sizes[type], count > 0
        else { return nil }
        let byteCount = count * size
        let offset = byteCount <= 4 ? start + 8 : block.number(start + 8, byteCount: 4, bigEndian: bigEndian)
        guard let offset, let values = block.part(offset, byteCount) else { return nil }
        return Entry(type: type, count: count, values: values)
    }

    /// BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED, SLONG, SRATIONAL, and UTF-8 of EXIF 3.0.
    private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8, 129: 1]

    /// The first value as a whole number.
    func integer(_ entry: Entry?) -> Int? {
        guard let entry, let size = Self.sizes[entry.type], size <= 4, entry.type != 2 else { return nil }
        return number(entry.values, 0, size, signed: entry.type == 9)
    }

    /// The values that are fractions, of which those over zero are none; empty unless the type is RATIONAL or SRATIONAL.
    func rationals(_ entry: Entry?) -> [EXIF.Rational] {
        rationalPlaces(entry).compactMap(\.self)
    }

    /// All values as fractions, nil for those over zero; empty unless the type is RATIONAL or SRATIONAL.
    func rationalPlaces(_ entry: Entry?) -> [EXIF.Rational?] {
        guard let entry, entry.type == 5 || entry.type == 10 else { return [] }
        // GPS positions have three; more than that no field of ours has.
        return (0..<min(entry.count, 3)).map { index in
            guard let numerator = number(entry.values, 8 * index, 4, signed: entry.type == 10),
                let denominator = number(entry.values, 8 * index + 4, 4, signed: entry.type == 10)
            else { return nil }
            return EXIF.Rational(numerator, over: denominator)
        }
    }

    /// The text up to the first NUL, without surrounding blanks; nil where nothing is left.
    func text(_ entry: Entry?) -> String? {
        guard let entry, entry.type == 2 || entry.type == 129 else { return nil }
        return EXIFText.decode(Self.start(of: entry).prefix { $0 != 0 })
    }

    /// The texts that NULs part, in order and without surrounding blanks; nil for one in which nothing is left.
    func texts(_ entry: Entry?) -> [String?] {
        guard let entry, entry.type == 2 || entry.type == 129 else { return [] }
        let parts = Self.start(of: entry).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        return parts.prefix(2).map(EXIFText.decode)
    }

    private static func start(of text: Entry) -> ArraySlice<UInt8> {
        text.values.slice.prefix(EXIFText.maximumFieldByteCount)
    }

    /// A field as it is; nil for one that is longer than any text of a record.
    func field(_ tag: Int, _ entry: Entry?) -> TIFFField? {
        guard let entry, entry.values.count <= 4_096, let size = Self.sizes[entry.type] else { return nil }
        // A fraction is two numbers.
        let width = entry.type == 5 || entry.type == 10 ? 4 : size
        let bytes = entry.values.array
        let starts = stride(from: 0, to: bytes.count, by: width)
        let swapped = starts.flatMap { bytes[$0..<min($0 + width, bytes.count)].reversed() }
        return TIFFField(
            tag: tag,
            type: entry.type,
            count: entry.count,
            bytes: bigEndian ? bytes : swapped
        )
    }

    private func number(_ view: ByteView, _ offset: Int, _ size: Int, signed: Bool) -> Int? {
        let value = view.number(offset, byteCount: size, bigEndian: bigEndian)
        return signed ? value.map { Int(Int32(truncatingIfNeeded: $0)) } : value
    }
}

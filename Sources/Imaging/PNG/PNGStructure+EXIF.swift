extension PNGStructure {
    /// Texts of one subject that are read until one says something: programs write one.
    ///
    /// Without a bound, a small file of blank ones that are compressed would take minutes before any limit is asked.
    private static let maximumTextCount = 4

    /// The photographic metadata: of the chunk for them (PNG third edition, clause 11.3.4.3), or of the text in which programs kept
    /// them before there was one; with the notice of a text of copyright where they have none.
    static func exif(of chunks: [Chunk]) -> EXIF? {
        let stored = storedEXIF(of: chunks)
        guard stored?.copyright == nil, let notice = copyrightNotice(of: chunks) else { return stored }
        var exif = stored ?? EXIF()
        exif.copyright = notice
        return exif
    }

    private static func copyrightNotice(of chunks: [Chunk]) -> String? {
        text(["Copyright"], of: chunks, as: EXIFText.decode)
    }

    private static func storedEXIF(of chunks: [Chunk]) -> EXIF? {
        if let data = chunks.first(where: { $0.type == "eXIf" })?.data {
            return EXIF(tiff: data.withoutEXIFHeader)
        }
        return text(profileKeywords, of: chunks, as: rawProfile).flatMap {
            EXIF(tiff: ByteView($0).withoutEXIFHeader)
        }
    }

    /// What the first text of one of the keywords says that `read` understands.
    private static func text<Content>(
        _ keywords: [String],
        of chunks: [Chunk],
        as read: (ArraySlice<UInt8>) -> Content?
    ) -> Content? {
        let prefixes = keywords.map { Array("\($0)\0".utf8) }
        var count = 0
        for chunk in chunks {
            guard let prefix = prefixes.first(where: { chunk.data.starts(with: $0) }) else { continue }
            if let content = chunk.text(after: prefix.count).flatMap(read) { return content }
            count += 1
            guard count < maximumTextCount else { break }
        }
        return nil
    }

    /// The keywords of ImageMagick's; Exiftool writes the second, too.
    private static let profileKeywords = ["Raw profile type exif", "Raw profile type APP1"]

    /// The bytes of a profile of EXIF as text: a line with its name, one with its length, then two digits of base 16 for each byte.
    private static func rawProfile(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let lines = text.split(separator: 10, maxSplits: 2)
        guard lines.count == 3, let count = Int(word(lines[1])), 1...Chunk.maximumProfileByteCount ~= count
        else {
            return nil
        }
        let digits = lines[2].compactMap(digit)
        guard digits.count >= 2 * count else { return nil }
        return (0..<count).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
    }

    private static func word(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.filter { $0 != 32 }, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        case 0x41...0x46: byte - 0x41 + 10
        default: nil
        }
    }
}

extension PNGStructure.Chunk {
    /// A profile that is longer is no camera's: a segment of a JPEG holds less.
    fileprivate static let maximumProfileByteCount = 1 << 16

    /// The text behind a keyword of `count` bytes (clause 11.3.3), of compressed ones up to 256 KiB; nil for other chunks, and for
    /// what cannot be read.
    fileprivate func text(after count: Int) -> ArraySlice<UInt8>? {
        let rest = data.dropping(count)
        switch type {
        case "tEXt": return rest.slice
        case "zTXt" where rest.byte(0) == 0: return Self.inflated(rest.dropping(1))
        case "iTXt": return Self.international(rest)
        default: return nil
        }
    }

    /// The text behind a flag and method of compression, a language and the keyword in that language.
    private static func international(_ rest: ByteView) -> ArraySlice<UInt8>? {
        let parts = rest.dropping(2).slice.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let flag = rest.byte(0), rest.byte(1) == 0 else { return nil }
        return flag == 0 ? parts[2] : inflated(rest.dropping(rest.count - parts[2].count))
    }

    private static func inflated(_ stream: ByteView) -> ArraySlice<UInt8>? {
        PNGText.inflated(stream, atMost: 4 * maximumProfileByteCount)?[...]
    }
}

extension ByteView {
    /// The same without the header that EXIF has in a JPEG, and should have nowhere else.
    var withoutEXIFHeader: ByteView { starts(with: "Exif\0\0") ? dropping(6) : self }
}

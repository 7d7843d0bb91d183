extension PNGStructure {
    /// The photographic metadata: of the chunk for them (PNG third edition, clause 11.3.4.3), or of the text in which programs kept
    /// them before there was one; with the notice of a text of copyright where they have none.
    var exif: EXIF? {
        let stored = storedEXIF
        guard stored?.copyright == nil, let notice = copyrightNotice else { return stored }
        var exif = stored ?? EXIF()
        exif.copyright = notice
        return exif
    }

    private var copyrightNotice: String? {
        chunks.lazy.compactMap { $0.text("Copyright") }.compactMap { EXIFText.decode($0) }.first
    }

    private var storedEXIF: EXIF? {
        if let data = first("eXIf")?.data { return EXIF(tiff: data.withoutEXIFHeader) }
        return chunks.lazy.compactMap(\.rawProfile).first.flatMap {
            EXIF(tiff: ByteView($0).withoutEXIFHeader)
        }
    }
}

extension PNGStructure.Chunk {
    /// The keywords of ImageMagick's; Exiftool writes the second, too.
    private static let keywords = ["Raw profile type exif\0", "Raw profile type APP1\0"]
    /// A profile that is longer is no camera's: a segment of a JPEG holds less.
    private static let maximumByteCount = 1 << 16

    /// The bytes of a profile of EXIF as text: a line with its name, one with its length, then two digits of base 16 for each byte.
    fileprivate var rawProfile: [UInt8]? {
        guard let text = profileText else { return nil }
        let lines = text.split(separator: 10, maxSplits: 2)
        guard lines.count == 3, let count = Int(Self.word(lines[1])), 1...Self.maximumByteCount ~= count
        else {
            return nil
        }
        let digits = lines[2].compactMap(Self.digit).prefix(2 * count)
        guard digits.count == 2 * count else { return nil }
        let pairs = zip(digits.indices, digits).filter { $0.0 % 2 == 0 }.map(\.0)
        return pairs.map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private var profileText: ArraySlice<UInt8>? {
        guard let keyword = Self.keywords.first(where: { data.starts(with: $0) }) else { return nil }
        return text(after: keyword)
    }

    /// The text of a keyword (clause 11.3.3), up to 256 KiB of it; nil for other chunks, and for what cannot be read.
    fileprivate func text(_ keyword: String) -> ArraySlice<UInt8>? {
        let prefix = "\(keyword)\0"
        return data.starts(with: prefix) ? text(after: prefix) : nil
    }

    private func text(after keyword: String) -> ArraySlice<UInt8>? {
        let rest = data.dropping(keyword.utf8.count)
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
        PNGText.inflated(stream, atMost: 4 * maximumByteCount)?[...]
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

extension ByteView {
    /// The same without the header that EXIF has in a JPEG, and should have nowhere else.
    var withoutEXIFHeader: ByteView { starts(with: "Exif\0\0") ? dropping(6) : self }
}

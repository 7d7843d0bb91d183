import StageContracts

extension Record {
    /// The file name of the original, fit to be read in a subject; nil where there is none.
    ///
    /// The last part of an address that is no file's name says nothing to people.
    var originalName: String? {
        guard let place = source?.url ?? source?.key else { return nil }
        // The first two parts of an address are its scheme and its host.
        let parts = place.unicodeScalars.split(separator: "/").dropFirst(source?.url == nil ? 0 : 2)
        // By scalars: a mark behind a slash makes one character of the two.
        guard let last = parts.last.map(Substring.init), source?.url == nil || last.contains(".") else {
            return nil
        }
        return Self.visible(last)
    }

    /// The host that the original was to be fetched from; nil for an upload.
    var originalHost: String? {
        guard let url = source?.url, let address = try? WebAddress(reading: url) else { return nil }
        return Self.visible(address.host[...])
    }

    /// Whether the original is an upload, which stays until it expires.
    var isOfUpload: Bool { source?.url == nil && source?.key != nil }

    /// A stranger's name without the characters that can be seen but turn text around or hide.
    private static func visible(_ name: Substring) -> String? {
        let scalars = Array(name.unicodeScalars)
        let visible = scalars.indices.filter { index in
            if scalars[index].isVisible { return true }
            let (before, after) = (scalars[..<index].last, scalars[(index + 1)...].first)
            return scalars[index].isJoiner && before?.isVisible == true && after?.isVisible == true
        }
        let shown = String(String.UnicodeScalarView(visible.map { scalars[$0] })).abridged
        return shown.allSatisfy(\.isWhitespace) ? nil : shown
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            false
        default: true
        }
    }

    /// Whether it only says how its neighbours are written: a family is people with joiners between them, and a Persian word
    /// may need a non-joiner.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }
}

extension String {
    /// How many scalars of a name a subject has room for.
    private static let maximumNameLength = 60

    /// How many scalars the ending of a file's name has at most, with its dot.
    private static let maximumExtensionLength = 8

    /// A long name as its begin, each character whole, an ellipsis, and what it ends in if that is short.
    fileprivate var abridged: String {
        guard unicodeScalars.count > Self.maximumNameLength else { return self }
        let dot = lastIndex(of: ".").map { self[$0...] } ?? ""
        let ending = dot.unicodeScalars.count <= Self.maximumExtensionLength ? dot : ""
        let room = Self.maximumNameLength - 1 - ending.unicodeScalars.count
        return "\(beginning(room))…\(ending)"
    }

    /// The first characters of at most so many scalars; only of one that is longer by itself its begin.
    private func beginning(_ scalarCount: Int) -> String {
        var count = 0
        let whole = prefix { character in
            count += character.unicodeScalars.count
            return count <= scalarCount
        }
        let start = String.UnicodeScalarView(unicodeScalars.prefix(scalarCount))
        return whole.isEmpty ? String(start) : String(whole)
    }
}

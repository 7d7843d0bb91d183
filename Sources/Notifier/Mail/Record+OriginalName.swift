import StageContracts

extension Record {
    /// How many characters of a name a subject has room for.
    private static let maximumNameLength = 60

    /// The file name of the original, fit to be read in a subject; nil where there is none.
    ///
    /// The last part of an address that is no file's name says nothing to people.
    var originalName: String? {
        guard let place = source?.url ?? source?.key else { return nil }
        // The first two parts of an address are its scheme and its host.
        let parts = place.split(separator: "/").dropFirst(source?.url == nil ? 0 : 2)
        guard let last = parts.last, source?.url == nil || last.contains(".") else { return nil }
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
        let visible = name.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                false
            default: true
            }
        }
        let shown = String(String.UnicodeScalarView(visible.prefix(maximumNameLength)))
        return shown.allSatisfy(\.isWhitespace) ? nil : shown
    }
}

import StageContracts

extension Record {
    /// How many characters of a name a subject has room for.
    private static let maximumNameLength = 60

    /// The file name of the original, fit to be read in a subject; nil where there is none.
    ///
    /// Characters that can be seen but turn text around or hide are left out: the name is a stranger's.
    var originalName: String? {
        let place = source?.url.map { $0.prefix { $0 != "?" } } ?? source?.key?[...]
        guard let last = place?.split(separator: "/").last else { return nil }
        let visible = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                false
            default: true
            }
        }
        let name = String(String.UnicodeScalarView(visible.prefix(Self.maximumNameLength)))
        return name.allSatisfy(\.isWhitespace) ? nil : name
    }
}

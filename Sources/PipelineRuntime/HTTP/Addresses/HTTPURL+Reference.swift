extension HTTPURL {
    /// The URL that a reference means when it is read here, such as a redirect's `Location` (RFC 3986, section 5.2).
    ///
    /// - Returns: `nil` when that is no URL of the web; see `init(_:)`.
    package func resolving(_ reference: String) -> HTTPURL? {
        let reference = reference.prefix { $0 != "#" }
        if Self.hasScheme(reference) { return HTTPURL(String(reference)) }
        if reference.hasPrefix("//") { return HTTPURL("\(isSecure ? "https" : "http"):\(reference)") }
        let path = reference.prefix { $0 != "?" }
        let rest = reference.dropFirst(path.count)
        if path.isEmpty {
            return HTTPURL(origin + self.path + (rest.isEmpty ? query.map { "?\($0)" } ?? "" : String(rest)))
        }
        let whole = path.hasPrefix("/") ? String(path) : directory + path
        return HTTPURL(origin + Self.withoutDotSegments(whole) + rest)
    }

    /// The path up to its last slash.
    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "/" }
        return String(path[...slash])
    }

    /// Whether the text begins with letters, digits, `+`, `-` or `.` and a colon.
    private static func hasScheme(_ text: Substring) -> Bool {
        let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" }
        return scheme.count < text.count && text[scheme.endIndex] == ":" && !scheme.isEmpty
    }

    /// RFC 3986, section 5.2.4.
    private static func withoutDotSegments(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}

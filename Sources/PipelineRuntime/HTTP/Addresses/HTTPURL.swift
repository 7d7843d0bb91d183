/// The parts of an absolute `http` or `https` URL that is already percent-encoded (RFC 3986).
package struct HTTPURL: Sendable, Hashable {
    /// Whether the scheme is `https`.
    package let isSecure: Bool
    /// The host as written; an IPv6 address keeps its brackets.
    package let host: String
    /// The port as written, if any.
    package let port: Int?
    /// The path as written, `/` when there is none.
    package let path: String
    /// What follows the first `?`, without it; `nil` when there is none.
    package let query: String?

    /// What the `Host` header field says: the host, and the port unless it is the scheme's own.
    package var authority: String {
        guard let port, port != (isSecure ? 443 : 80) else { return host }
        return "\(host):\(port)"
    }

    /// The scheme and the authority, without a path.
    package var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }

    /// The whole URL, put together again.
    package var text: String { origin + path + (query.map { "?\($0)" } ?? "") }

    /// The port that is connected to.
    var effectivePort: Int { port ?? (isSecure ? 443 : 80) }

    /// Takes a URL apart; `nil` unless it is printable ASCII with a plain host and without credentials.
    ///
    /// A fragment is dropped: it is not sent.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let withoutFragment = text.prefix { $0 != "#" }
        guard let scheme = Self.scheme(of: withoutFragment) else { return nil }
        let rest = withoutFragment.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let (host, port) = Self.hostAndPort(of: authority) else { return nil }
        let target = rest.dropFirst(authority.count)
        let path = target.prefix { $0 != "?" }
        isSecure = scheme.count == "https://".count
        self.host = String(host)
        self.port = port
        self.path = path.isEmpty ? "/" : String(path)
        query = path.count == target.count ? nil : String(target.dropFirst(path.count + 1))
    }

    private static func scheme(of text: Substring) -> Substring? {
        ["https://", "http://"]
            .map { text.prefix($0.count) == $0 || text.prefix($0.count).lowercased() == $0 ? $0 : "" }
            .first { !$0.isEmpty }
            .map { text.prefix($0.count) }
    }

    private static func hostAndPort(of authority: Substring) -> (host: Substring, port: Int?)? {
        let host = authority.first == "[" ? bracketed(authority) : authority.prefix { $0 != ":" }
        guard isHost(host) else { return nil }
        let rest = authority.dropFirst(host.count)
        if rest.isEmpty { return (host, nil) }
        guard rest.first == ":", rest.dropFirst().first != "+", let port = UInt16(rest.dropFirst()), port > 0
        else { return nil }
        return (host, Int(port))
    }

    private static func bracketed(_ authority: Substring) -> Substring {
        guard let end = authority.firstIndex(of: "]") else { return "" }
        return authority[...end]
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.first == "[" {
            return host.count > 2
                && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        return !host.isEmpty
            && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" }
    }
}

/// An `http` or `https` address with a host, without credentials or a fragment, of at most 2,048 ASCII characters.
///
/// Only its form is checked here; whether it may be contacted is decided where the connection is made.
package struct WebAddress: ReadableText, Hashable {
    package let text: String

    /// The address without its query, which may hold a token: as records, events and mails show it.
    package var shownText: String { String(text.prefix { $0 != "?" }) }

    /// The address without its query.
    var shown: WebAddress { WebAddress(shownText: shownText) }

    /// The host, without a port.
    package var host: String {
        let authority = Self.authority(of: text) ?? ""
        guard !authority.hasPrefix("[") else { return String(authority.prefix { $0 != "]" }) + "]" }
        return String(authority.prefix { $0 != ":" })
    }

    /// Takes a text as address, if it may be one.
    package init(reading text: String) throws(TextRefusal) {
        guard text.utf8.count <= 2048 else {
            throw TextRefusal("must have at most 2048 bytes", code: .invalidURL)
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.forbidden.contains($0) }) else {
            throw TextRefusal("must be a URL in ASCII, other characters percent-encoded", code: .invalidURL)
        }
        guard let authority = Self.authority(of: text) else {
            throw TextRefusal("must begin with https:// or http:// and a host", code: .invalidURL)
        }
        guard !authority.contains("@") else {
            throw TextRefusal("must not hold a user name or password", code: .invalidURL)
        }
        guard !text.contains("#") else { throw TextRefusal("must not have a fragment", code: .invalidURL) }
        self.text = text
    }

    private init(shownText text: String) { self.text = text }

    /// Characters that RFC 3986 does not allow anywhere in a URI; readers disagree about them.
    private static let forbidden = Set(#""<>\^`{|}"#.utf8)

    private static func authority(of text: String) -> Substring? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[colon...]
        guard ["http", "https"].contains(text[..<colon].lowercased()), rest.hasPrefix("://") else {
            return nil
        }
        let authority = rest.dropFirst(3).prefix { !"/?#".contains($0) }
        return authority.isEmpty || authority.hasPrefix(":") ? nil : authority
    }
}

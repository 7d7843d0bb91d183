/// The header fields that a signature covers: small names in order, values joined and trimmed.
struct CanonicalHeaders: Sendable {
    private let fields: [(name: String, value: String)]

    /// Fields that proxies and libraries add or change on the way; AWS's own clients leave them out too.
    private static let unsigned: Set = [
        "authorization", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization",
        "te",
        "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]

    /// Takes all fields that can be signed.
    init(_ headers: HTTPHeaders) {
        let named = headers.map { (name: $0.name.lowercased(), value: Self.collapsed($0.value)) }
        let groups = Dictionary(grouping: named.filter { !Self.unsigned.contains($0.name) }, by: \.name)
        fields = groups.map { ($0.key, $0.value.map(\.value).joined(separator: ",")) }.sorted { $0.0 < $1.0 }
    }

    /// The names, joined by semicolons.
    var signedNames: String { fields.map(\.name).joined(separator: ";") }

    /// One line for each field, each with its line end.
    var lines: String { fields.map { "\($0.name):\($0.value)\n" }.joined() }

    /// Without white space around it, and with single blanks inside.
    private static func collapsed(_ value: String) -> String {
        value.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
    }
}

/// A body of names and values, as services of the Query protocol take it.
struct FormBody: Sendable {
    private var items: [(name: String, value: String)]

    /// The `Content-Type` of such a body.
    static let contentType = "application/x-www-form-urlencoded; charset=utf-8"

    /// Makes a body of `items`, in order.
    init(_ items: [(String, String)]) {
        self.items = items.map { (name: $0.0, value: $0.1) }
    }

    /// Appends an item; `nil` appends none.
    mutating func add(_ name: String, _ value: String?) {
        if let value { items.append((name, value)) }
    }

    /// The encoded body.
    var bytes: [UInt8] {
        let pairs = items.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
        return Array(pairs.joined(separator: "&").utf8)
    }
}

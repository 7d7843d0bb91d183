/// A label of a table.
struct Tag: Codable, Sendable {
    var key: String
    var value: String
}

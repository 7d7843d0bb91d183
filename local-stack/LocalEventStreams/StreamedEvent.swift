import LocalServiceKit
import LocalStore

/// One event of a stream.
struct StreamedEvent: Sendable, Equatable, RowReadable {
    /// Its place in the stream; the next one has a greater number.
    let number: Int
    let name: String
    /// The message's text.
    let text: String
    /// Whether nothing comes after it.
    let isLast: Bool

    init(number: Int, name: String, text: String, isLast: Bool) {
        self.number = number
        self.name = name
        self.text = text
        self.isLast = isLast
    }

    init(_ row: Row) throws(StoreError) {
        number = try row.integer("number")
        name = try row.text("name")
        text = try row.text("text")
        isLast = try row.bool("is_last")
    }
}

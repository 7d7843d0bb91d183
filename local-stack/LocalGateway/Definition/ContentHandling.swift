import CloudTemplate

/// How a body of a binary media type is turned into text or back.
enum ContentHandling: String, Sendable {
    case toText = "CONVERT_TO_TEXT"
    case toBinary = "CONVERT_TO_BINARY"

    init?(_ reader: PropertyReader) {
        guard let word = reader.word("contentHandling", of: ["CONVERT_TO_TEXT", "CONVERT_TO_BINARY"]) else {
            return nil
        }
        self.init(rawValue: word)
    }
}

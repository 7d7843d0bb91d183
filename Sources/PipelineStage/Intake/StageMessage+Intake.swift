import StageContracts

extension StageMessage {
    /// Reads a message from another stage; nil for anything else.
    init?(_ message: IncomingMessage) {
        // The strict reader first: it refuses hostile nesting before the decoder sees it.
        guard let members = (try? JSONValue(parsing: message.body))?.members, members["kind"] != nil else {
            return nil
        }
        guard let read = try? StageMessage(decodingJSON: message.body) else { return nil }
        self = read
    }
}

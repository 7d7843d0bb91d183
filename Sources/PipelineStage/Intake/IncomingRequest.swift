import StageContracts

/// A caller's request as it arrived: its id, and what it asks or everything wrong with it.
struct IncomingRequest: Sendable {
    let id: RequestID
    /// Which posting of it this is, where it came by the API.
    let submission: Submission?
    /// What is kept to be read again and to be compared with a request of the same id: the canonical spelling of
    /// a valid request, the text itself of an invalid one and of one that would be too large with every default in it.
    let text: String
    let content: Result<ProcessingRequest, InvalidRequest>
}

extension IncomingRequest {
    /// Reads a message as a request.
    ///
    /// The id is that of the body, else that of the message attribute, else the message's own.
    ///
    /// - Throws: ``UnreadableMessage`` for what is no JSON object at all.
    init(_ message: IncomingMessage) throws(UnreadableMessage) {
        let value = try Self.object(message.body)
        id = try Self.id(in: value, message)
        submission = message.submission
        do {
            let request = try Self.request(value, message.body)
            let canonical = request.encodedText
            text =
                Self.isStorable(canonical.utf8.count)
                ? canonical : String(decoding: message.body, as: UTF8.self)
            content = .success(request)
        } catch {
            let isStorable = Self.isStorable(message.body.count)
            (text, content) = (
                isStorable ? String(decoding: message.body, as: UTF8.self) : "{}", .failure(error)
            )
        }
    }

    /// Whether a text of this size is read again.
    private static func isStorable(_ byteCount: Int) -> Bool {
        byteCount <= JSONLimits.request.maximumByteCount
    }

    private static func request(
        _ value: JSONValue?,
        _ body: [UInt8]
    ) throws(InvalidRequest) -> ProcessingRequest {
        guard let value else { return try ProcessingRequest(reading: body) }
        return try ProcessingRequest(reading: value)
    }

    /// The message's JSON object; nil for one that is too large, too deep or names a member twice, which breaks the
    /// contract but has an owner who can be told.
    private static func object(_ body: [UInt8]) throws(UnreadableMessage) -> JSONValue? {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: body)
        } catch {
            switch error.reason {
            case .tooLarge, .tooDeep, .duplicateMember: return nil
            default: throw UnreadableMessage(detail: "the body \(error.text)")
            }
        }
        guard value.members != nil else { throw UnreadableMessage(detail: "the body is no JSON object") }
        return value
    }

    private static func id(
        in value: JSONValue?,
        _ message: IncomingMessage
    ) throws(UnreadableMessage) -> RequestID {
        let own = (value?.members?["requestId"]?.text).flatMap { try? RequestID(reading: $0) }
        guard let id = own ?? message.attributeID ?? (try? RequestID(reading: message.messageID)) else {
            throw UnreadableMessage(detail: "neither body, attribute nor message has an id")
        }
        return id
    }
}

/// One log line before it is written.
struct LogRecord: Sendable, Hashable {
    /// The members that every line has; a field of the same name gives way to them.
    static let reservedNames: Set<String> = ["timestamp", "level", "message"]

    let time: WallTime
    let level: LogLevel
    let message: String
    let fields: [String: LogValue]
}

extension LogRecord: Encodable {
    /// Writes `timestamp`, `level`, `message` and the fields as members of one object.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encode(time.description, forKey: "timestamp")
        try container.encode(level.rawValue, forKey: "level")
        try container.encode(message, forKey: "message")
        for (name, value) in fields {
            let isReserved = Self.reservedNames.contains(name)
            try container.encode(value, forKey: FieldName(stringValue: isReserved ? "field.\(name)" : name))
        }
    }
}

extension LogRecord {
    /// Timestamp, level, request id and message with tabs between, then the fields as `name=value`.
    var textLine: String {
        var others = fields
        let requestID = others.removeValue(forKey: "requestId")?.description ?? "-"
        let columns = [time.description, level.rawValue, requestID, message]
        let pairs = others.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return (columns + pairs).map(\.escapingControlCharacters).joined(separator: "\t")
    }
}

extension String {
    /// The text with every control character and line separator written as an escape, so that it stays one line.
    fileprivate var escapingControlCharacters: String {
        guard unicodeScalars.contains(where: \.breaksLines) else { return self }
        return unicodeScalars.map { $0.breaksLines ? $0.escaped(asASCII: true) : String($0) }.joined()
    }
}

extension Unicode.Scalar {
    fileprivate var breaksLines: Bool {
        properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }
}

/// Why the bytes of an event are not what they should be.
package struct EventError: Error, Sendable, Hashable {
    /// The member that is missing or of another type, as a path such as `Records.0.messageId`; empty for the whole.
    package let path: String
    /// What is wrong with it, for the log line.
    package let detail: String

    /// Makes an error.
    package init(path: String, detail: String) {
        self.path = path
        self.detail = detail
    }

    init(_ error: DecodingError) {
        let context = error.context
        let keys = context.codingPath.map(\.plainName) + [error.missingKey].compactMap(\.self)
        self.init(path: keys.joined(separator: "."), detail: context.debugDescription)
    }
}

extension EventError: CustomStringConvertible {
    /// The path and the detail.
    package var description: String {
        path.isEmpty ? detail : "\(path): \(detail)"
    }
}

extension DecodingError {
    fileprivate var context: Context {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default:
            Context(codingPath: [], debugDescription: "unreadable")
        }
    }

    fileprivate var missingKey: String? {
        guard case .keyNotFound(let key, _) = self else { return nil }
        return key.stringValue
    }
}

extension CodingKey {
    fileprivate var plainName: String { intValue.map(String.init) ?? stringValue }
}

import Foundation
import LocalHTTP

/// What the service answered.
struct DynamoDBAnswer {
    let status: Int
    let headers: HTTPHeaders
    let bytes: [UInt8]

    init(_ response: HTTPResponse) {
        status = response.status
        headers = response.headers
        if case .bytes(let bytes) = response.body { self.bytes = bytes } else { bytes = [] }
    }

    /// The body as it came.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body with sorted members, so that it can be compared with a text.
    var sorted: String { Self.sorted(text) }

    /// The member of the body, by the names that lead to it, as sorted JSON; nil where there is none.
    func member(_ path: String...) -> String? {
        var value = try? JSONSerialization.jsonObject(with: Data(bytes))
        for name in path { value = (value as? [String: Any])?[name] }
        return value.map(Self.json)
    }

    /// The code of an error, without what stands before it.
    var code: String? {
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        return (object?["__type"] as? String)?.split(separator: "#").last.map(String.init)
    }

    /// The text of an error.
    var message: String? {
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        return object?["message"] as? String
    }

    /// A JSON text with sorted members.
    static func sorted(_ text: String) -> String {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))).map(json) ?? text
    }

    private static func json(_ value: Any) -> String {
        let data = try? JSONSerialization.data(
            withJSONObject: value,
            options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes]
        )
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}

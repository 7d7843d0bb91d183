import LocalHTTP
import Testing

@testable import LocalServiceKit

/// What a service answered.
struct Answer {
    let status: Int
    let headers: HTTPHeaders
    let bytes: [UInt8]

    init(_ response: HTTPResponse) {
        status = response.status
        headers = response.headers
        bytes = if case .bytes(let bytes) = response.body { bytes } else { [] }
    }

    /// The body as a text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; null where it is none.
    var json: WireValue { (try? WireValue(json: bytes)) ?? .null }

    /// The member of the JSON body.
    subscript(_ name: String) -> WireValue { json[name] }

    /// The texts of all XML elements of that name that hold no others.
    func elements(_ name: String) -> [String] {
        text.split(separator: "<\(name)>", omittingEmptySubsequences: false).dropFirst().map { part in
            var text = String(part.prefix { $0 != "<" })
            for (escape, character) in Self.escapes { text = text.replacing(escape, with: character) }
            return text
        }
    }

    /// The escapes of XML, that of `&` last.
    private static let escapes = [
        ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#9;", "\t"), ("&#10;", "\n"), ("&#13;", "\r"),
        ("&amp;", "&"),
    ]

    /// The text of the first XML element of that name.
    func element(_ name: String) -> String? { elements(name).first }

    /// The error's code, whatever the protocol; nil for a success.
    var errorCode: String? {
        guard status >= 300 else { return nil }
        if let type = json["__type"].text { return type.split(separator: "#").last.map(String.init) }
        return headers["x-amzn-ErrorType"] ?? element("Code")
    }

    /// The error's text, whatever the protocol.
    var errorMessage: String? { json["message"].text ?? element("Message") }
}

extension WireValue {
    /// The member of that name; null where there is none.
    subscript(_ name: String) -> WireValue { object?[name] ?? .null }

    /// The element at that place; null where there is none.
    subscript(_ index: Int) -> WireValue {
        guard let elements, elements.indices.contains(index) else { return .null }
        return elements[index]
    }

    /// How many elements or members there are.
    var count: Int { elements?.count ?? object?.members.count ?? 0 }

    /// A JSON text as a value; null where it is none.
    init(json text: String) {
        self = (try? WireValue(json: Array(text.utf8))) ?? .null
    }
}

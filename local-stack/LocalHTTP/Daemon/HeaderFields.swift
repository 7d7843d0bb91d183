import CMicroHTTPD

/// Collects the header fields of a request (`MHD_get_connection_values_n`).
struct HeaderFields {
    private(set) var headers = HTTPHeaders()
    private(set) var hasInvalidField = false

    static func read(_ connection: OpaquePointer) -> HeaderFields {
        var fields = HeaderFields()
        withUnsafeMutablePointer(to: &fields) { pointer in
            _ = MHD_get_connection_values_n(connection, .HEADER_KIND, takeHeaderField, pointer)
        }
        return fields
    }

    /// RFC 9110, 5.5 and 5.6.2: a name is a token; a value has no control characters but the tab.
    fileprivate mutating func add(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
        let isValid =
            !name.isEmpty && name.allSatisfy(\.isTokenCharacter)
            && value.allSatisfy { $0 == 9 || ($0 >= 32 && $0 != 127) }
        guard isValid, let text = String(validating: value, as: UTF8.self) else {
            hasInvalidField = true
            return
        }
        let end = text.utf8.lastIndex { $0 != 32 && $0 != 9 }.map { text.utf8.index(after: $0) }
        headers.append(String(decoding: name, as: UTF8.self), String(text[..<(end ?? text.startIndex)]))
    }
}

extension UInt8 {
    /// RFC 9110, 5.6.2, tchar.
    var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}

private func takeHeaderField(
    context: UnsafeMutableRawPointer?,
    kind: MHD_ValueKind,
    name: UnsafePointer<CChar>?,
    nameCount: Int,
    value: UnsafePointer<CChar>?,
    valueCount: Int
) -> MHD_Result {
    context?.assumingMemoryBound(to: HeaderFields.self).pointee.add(
        UnsafeRawBufferPointer(start: name, count: nameCount),
        UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueCount)
    )
    return .YES
}

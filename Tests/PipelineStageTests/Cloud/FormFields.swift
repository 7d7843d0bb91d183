/// The fields of an `application/x-www-form-urlencoded` body.
struct FormFields {
    let text: String
    private let fields: [String: String]

    init(_ body: [UInt8]) {
        text = String(decoding: body, as: UTF8.self)
        let pairs = text.split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(sides[0]), sides.count == 2 ? Self.decoded(sides[1]) : "")
        }
        fields = Dictionary(pairs) { $1 }
    }

    subscript(name: String) -> String? { fields[name] }

    /// The message attributes of a publication.
    var messageAttributes: [String: String] {
        var attributes: [String: String] = [:]
        var index = 1
        while let name = fields["MessageAttributes.entry.\(index).Name"] {
            attributes[name] = fields["MessageAttributes.entry.\(index).Value.StringValue"]
            index += 1
        }
        return attributes
    }

    static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

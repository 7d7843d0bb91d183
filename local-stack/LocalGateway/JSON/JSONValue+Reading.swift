import LocalJSON

extension JSONValue: JSONReadable {
    /// Reads bytes as one JSON value; of members with the same name the last one counts, at the place of the first.
    ///
    /// - Throws: `JSONSyntaxError` if they are anything else.
    init(json bytes: [UInt8]) throws(JSONSyntaxError) {
        self = try JSONReader.read(bytes)
    }

    /// Reads text as one JSON value.
    init(json text: String) throws(JSONSyntaxError) {
        try self.init(json: Array(text.utf8))
    }

    static func bool(_ flag: Bool) -> JSONValue { .boolean(flag) }

    static func object(named members: [(name: String, value: JSONValue)]) -> JSONValue {
        var kept: [JSONMember] = []
        var positions: [String: Int] = [:]
        for (name, value) in members {
            if let position = positions.updateValue(kept.count, forKey: name) {
                positions[name] = position
                kept[position].value = value
            } else {
                kept.append(JSONMember(name: name, value: value))
            }
        }
        return .object(kept)
    }
}

import FoundationEssentials

/// A parsed JSON value, for tests that look into what was written.
enum JSONObject: Decodable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case null
    case flag(Bool)
    case number(Double)
    case string(String)
    case list([JSONObject])
    case members([String: JSONObject])

    init(stringLiteral value: String) { self = .string(value) }

    init(integerLiteral value: Int) { self = .number(Double(value)) }

    init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSONObject.self, from: Data(text.utf8))
    }

    init(parsing bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONObject.self, from: Data(bytes))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let list = try? container.decode([JSONObject].self) {
            self = .list(list)
        } else {
            self = .members(try container.decode([String: JSONObject].self))
        }
    }

    /// The names of an object's members, empty for any other value.
    var names: Set<String> {
        guard case .members(let members) = self else { return [] }
        return Set(members.keys)
    }

    subscript(name: String) -> JSONObject? {
        guard case .members(let members) = self else { return nil }
        return members[name]
    }

    subscript(index: Int) -> JSONObject? {
        guard case .list(let list) = self, list.indices.contains(index) else { return nil }
        return list[index]
    }
}

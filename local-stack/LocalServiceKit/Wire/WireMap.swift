/// A dictionary by text, whose keys are data and not the names of properties.
protocol WireMap {
    /// The dictionary of an object's members.
    init(members decoder: WireDecoder) throws

    /// The object with the dictionary's entries, in the order of their keys.
    func wireObject() throws -> WireObject
}

extension Dictionary: WireMap where Key == String, Value: Codable {
    init(members decoder: WireDecoder) throws {
        self.init()
        for member in try decoder.object().members where member.value != .null {
            do {
                self[member.name] = try decoder.nested(member.value).decode(Value.self)
            } catch let error as WireError {
                throw error.inside(member.name)
            }
        }
    }

    func wireObject() throws -> WireObject {
        var object = WireObject()
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            object.members.append(WireObject.Member(key, try WireValue.of(value)))
        }
        return object
    }
}

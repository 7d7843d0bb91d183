import LocalJSON
package import LocalStore

extension Row {
    /// The value that a column holds as JSON, by the rules of the wire.
    package func decoded<Value: Decodable>(_ column: String, as type: Value.Type) throws(StoreError) -> Value
    {
        let text = try text(column)
        do {
            return try WireDecoder(try WireValue(json: Array(text.utf8))).decode(type)
        } catch {
            throw .unexpectedValue(column: column)
        }
    }

    /// A dictionary of texts that a column holds as JSON.
    package func texts(_ column: String) throws(StoreError) -> [String: String] {
        try decoded(column, as: [String: String].self)
    }
}

extension SQLValue {
    /// A value as JSON, by the rules of the wire.
    package static func json(_ value: some Encodable) throws(ServiceError) -> SQLValue {
        do {
            return .text(JSONWriter.text(try WireValue.of(value)))
        } catch {
            throw .internalFailure(error)
        }
    }
}

extension [String: String] {
    /// The dictionary as a JSON text, to be stored.
    package var json: String {
        let members = sorted { $0.key < $1.key }.map { WireObject.Member($0.key, .string($0.value)) }
        return JSONWriter.text(WireValue.object(WireObject(members)))
    }
}

import LocalJSON
import LocalStore

extension Row {
    /// The value that a column holds as JSON, by the rules of the wire.
    func decoded<Value: Decodable>(_ column: String, as type: Value.Type) throws(ServiceError) -> Value {
        let text = try value { row throws(StoreError) in try row.text(column) }
        do {
            return try WireDecoder(try WireValue(json: Array(text.utf8))).decode(type)
        } catch {
            throw .internalFailure(error)
        }
    }
}

extension SQLValue {
    /// A value as JSON, by the rules of the wire.
    static func json(_ value: some Encodable) throws(ServiceError) -> SQLValue {
        do {
            return .text(JSONWriter.text(try WireValue.of(value)))
        } catch {
            throw .internalFailure(error)
        }
    }
}

/// The key after which a query or scan begins, as an earlier page answered it.
struct StartKey: Decodable, Sendable {
    private let key: Item

    /// Reads the key; throws `ServiceError`.
    init(from decoder: any Decoder) throws {
        key = try WireDecoder.reading(decoder).decode(Item.self)
    }

    /// Its place among the items of a query; throws where the query could not have ended there.
    func place(in keys: KeySchema, inside range: KeyRange) throws(ServiceError) -> ItemKey {
        let place = try place(in: keys)
        guard place.hash == range.hash else {
            throw .validation(
                "The provided starting key is outside query boundaries based on provided conditions"
            )
        }
        guard range.contains(sort: place.sort) else {
            throw .validation("The provided starting key does not match the range key predicate")
        }
        return place
    }

    /// Its place among the items of a scan.
    func place(in keys: KeySchema) throws(ServiceError) -> ItemKey {
        do throws(ServiceError) {
            return try keys.place(ofKey: key)
        } catch {
            throw .validation("The provided starting key is invalid: \(error.message)")
        }
    }
}

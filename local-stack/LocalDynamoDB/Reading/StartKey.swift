import LocalServiceKit

/// The key after which a query or scan begins, as an earlier page answered it.
struct StartKey: Decodable, Sendable {
    private let key: Item

    /// Reads the key; throws `ServiceError`.
    init(from decoder: any Decoder) throws {
        key = try WireDecoder.reading(decoder).decode(Item.self)
    }

    /// Its position among the items of a query; throws where the query could not have ended there.
    func position(in source: ItemSource, inside range: KeyRange) throws(ServiceError) -> ItemPosition {
        let position = try position(in: source)
        guard position.place.hash == range.hash else {
            throw .validation(
                "The provided starting key is outside query boundaries based on provided conditions"
            )
        }
        guard range.contains(sort: position.place.sort) else {
            throw .validation("The provided starting key does not match the range key predicate")
        }
        return position
    }

    /// Its position among the items of a scan.
    func position(in source: ItemSource) throws(ServiceError) -> ItemPosition {
        guard source.index == nil || Set(key.keys) == source.positionNames else {
            throw .validation("The provided starting key is invalid")
        }
        do throws(ServiceError) {
            let tableKey = source.index == nil ? key : source.table.keys.key(in: key)
            let indexKey = source.index == nil ? key : source.keys.key(in: key)
            return ItemPosition(
                place: try source.keys.place(ofKey: indexKey),
                key: try source.table.keys.place(ofKey: tableKey)
            )
        } catch {
            throw .validation("The provided starting key is invalid: \(error.message)")
        }
    }
}

import LocalServiceKit

/// Refuses batches that name an item twice.
struct BatchDuplicates {
    /// A table and a key in it.
    private struct Place: Hashable {
        let table: Int
        let key: ItemKey
    }

    /// What is thrown for an item that is named twice.
    let error: ServiceError
    private var places: Set<Place> = []

    /// Nothing named yet.
    init(error: ServiceError) {
        self.error = error
    }

    /// Throws where the item was named before.
    mutating func note(_ key: ItemKey, in table: Table) throws(ServiceError) {
        guard places.insert(Place(table: table.id, key: key)).inserted else { throw error }
    }
}

extension ServiceError {
    /// A transaction that names an item twice.
    static let repeatedItem = ServiceError.validation(
        "Transaction request cannot include multiple operations on one item"
    )

    /// A batch that names an item twice.
    static let duplicateKeys = ServiceError.validation("Provided list of item keys contains duplicates")
}

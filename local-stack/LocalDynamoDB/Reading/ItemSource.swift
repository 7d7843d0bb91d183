import LocalServiceKit

/// Where a query or scan reads: a table, or one of its indexes.
struct ItemSource: Sendable {
    /// The table.
    let table: Table
    /// The index; nil where the table itself is read.
    let index: SecondaryIndex?

    /// The key by which items are ordered there.
    var keys: KeySchema { index?.keys ?? table.keys }

    /// The names of all attributes that say where an item lies: the index's key and the table's.
    var positionNames: Set<String> { Set((keys.attributes + table.keys.attributes).map(\.name)) }

    /// The table itself.
    init(_ table: Table) {
        self.table = table
        index = nil
    }

    /// The table's index of that name, or the table where there is no name; throws where there is no such index.
    init(_ table: Table, index name: String?, isConsistent: Bool?) throws(ServiceError) {
        self.table = table
        guard let name else {
            index = nil
            return
        }
        guard let index = table.indexes.first(where: { $0.name == name }) else {
            throw .validation("The table does not have the specified index: \(name)")
        }
        guard !index.isGlobal || isConsistent != true else {
            throw .validation("Consistent reads are not supported on global secondary indexes")
        }
        self.index = index
    }

    /// The attributes that answers may hold when the request names none; nil for all.
    ///
    /// Throws where they must be all and the index does not have them.
    func attributes(_ select: Select?) throws(ServiceError) -> Set<String>? {
        guard let index, let held = index.attributes(in: table) else { return nil }
        guard select == .allAttributes else { return held }
        // A local index fetches from the table what it does not hold itself.
        guard index.isGlobal else { return nil }
        throw .invalidParameter(
            "Select type ALL_ATTRIBUTES is not supported for global secondary index \(index.name) "
                + "because its projection type is not ALL"
        )
    }

    /// Throws where a projection wants what a global index does not hold.
    func require(_ projection: ProjectionExpression?) throws(ServiceError) {
        guard let projection, let index, index.isGlobal, let held = index.attributes(in: table) else {
            return
        }
        let missing = projection.paths.map(\.attribute).filter { !held.contains($0) }
        guard missing.isEmpty else {
            throw .invalidParameter(
                "Global secondary index \(index.name) does not project [\(missing.joined(separator: ", "))]"
            )
        }
    }
}

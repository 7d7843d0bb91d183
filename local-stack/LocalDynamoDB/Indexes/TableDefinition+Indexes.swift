import LocalServiceKit

extension TableDefinition {
    /// The secondary indexes of the definition, which must have passed the check.
    var indexes: [SecondaryIndex] {
        (globalSecondaryIndexes ?? []).compactMap { $0.index(in: self, isGlobal: true) }
            + (localSecondaryIndexes ?? []).compactMap { $0.index(in: self, isGlobal: false) }
    }

    /// Throws where an index breaks a rule.
    func checkIndexes() throws(ServiceError) {
        try Self.checkCount(localSecondaryIndexes, "LocalSecondaryIndexes", maximum: 5)
        try Self.checkCount(globalSecondaryIndexes, "GlobalSecondaryIndexes", maximum: 20)
        for index in localSecondaryIndexes ?? [] { try checkLocal(index) }
        for index in globalSecondaryIndexes ?? [] { try checkGlobal(index) }
        var names: Set<String> = []
        for index in (localSecondaryIndexes ?? []) + (globalSecondaryIndexes ?? []) {
            guard names.insert(index.indexName).inserted else {
                throw .invalidParameter("Duplicate index name: \(index.indexName)")
            }
        }
    }

    private static func checkCount(
        _ indexes: [IndexDefinition]?,
        _ member: String,
        maximum: Int
    ) throws(ServiceError) {
        guard let indexes else { return }
        guard !indexes.isEmpty else {
            throw .invalidParameter("List of \(member) is empty")
        }
        guard indexes.count <= maximum else {
            let what =
                maximum == 20 ? "GlobalSecondaryIndex count exceeds the" : "Number of \(member) exceeds"
            throw .invalidParameter("\(what) per-table limit of \(maximum)")
        }
    }

    private func checkLocal(_ index: IndexDefinition) throws(ServiceError) {
        guard keySchema.count == 2 else {
            throw .invalidParameter(
                "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
            )
        }
        try checkAny(index)
        guard index.keySchema.count == 2 else {
            throw .invalidParameter(
                "Index KeySchema does not have a range key for index: \(index.indexName)"
            )
        }
        let (hash, tableHash) = (index.keySchema[0].attributeName, keySchema[0].attributeName)
        guard hash == tableHash else {
            throw .invalidParameter(
                "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                    + "\(index.indexName). index hash key: \(hash), table hash key: \(tableHash)"
            )
        }
    }

    private func checkGlobal(_ index: IndexDefinition) throws(ServiceError) {
        try checkAny(index)
        guard billingMode != .payPerRequest || index.provisionedThroughput == nil else {
            throw .invalidParameter(
                "ProvisionedThroughput should not be specified for index: \(index.indexName) "
                    + "when BillingMode is PAY_PER_REQUEST"
            )
        }
    }

    private func checkAny(_ index: IndexDefinition) throws(ServiceError) {
        try TableName.violations(of: index.indexName, at: "indexName").requireNone()
        try checkKeys(index.keySchema)
        let type = index.projection.projectionType
        guard let type, ["ALL", "INCLUDE", "KEYS_ONLY"].contains(type) else {
            throw .invalidParameter("Unknown ProjectionType: \(type ?? "null")")
        }
        let others = index.projection.nonKeyAttributes
        guard others == nil || type == "INCLUDE" else {
            throw .invalidParameter("ProjectionType is \(type), but NonKeyAttributes is specified")
        }
        guard type != "INCLUDE" || others?.isEmpty == false else {
            throw .invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")
        }
    }

    /// The attributes that are part of some key.
    private var usedAttributes: Set<String> {
        let indexes = (localSecondaryIndexes ?? []) + (globalSecondaryIndexes ?? [])
        return Set((keySchema + indexes.flatMap(\.keySchema)).map(\.attributeName))
    }

    /// Takes away the attributes that are part of no key any more.
    mutating func dropUnusedAttributes() {
        let used = usedAttributes
        attributeDefinitions.removeAll { !used.contains($0.attributeName) }
    }

    /// Every attribute that is defined must be part of some key.
    func checkAllUsed() throws(ServiceError) {
        let used = usedAttributes
        let defined = Set(attributeDefinitions.map(\.attributeName))
        guard used != defined else { return }
        guard globalSecondaryIndexes != nil || localSecondaryIndexes != nil else {
            throw .invalidParameter(
                "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                    + "AttributeDefinitions"
            )
        }
        throw .invalidParameter(
            "Some AttributeDefinitions are not used. "
                + "AttributeDefinitions: [\(defined.sorted().joined(separator: ", "))], "
                + "keys used: [\(used.sorted().joined(separator: ", "))]"
        )
    }
}

import LocalServiceKit

extension Array {
    /// Throws unless a transaction may have that many parts.
    func requireTransactionSize() throws(ServiceError) {
        var constraints: [Constraint] = []
        if isEmpty { constraints.append(Constraint("[]", at: "transactItems", .minimumLength(1))) }
        if count > 100 {
            constraints.append(Constraint("[\(count) items]", at: "transactItems", .maximumLength(100)))
        }
        try constraints.requireNone()
    }
}

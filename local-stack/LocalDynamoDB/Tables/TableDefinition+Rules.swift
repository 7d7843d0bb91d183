import LocalServiceKit

extension TableDefinition {
    /// Throws where the definition breaks a rule, in the order in which DynamoDB looks.
    func check() throws(ServiceError) {
        try violations.requireNone()
        try checkThroughput()
        try checkKeys(keySchema)
        try checkIndexes()
        try checkAllUsed()
    }

    /// The rules of the service's model that members break.
    private var violations: [Constraint] {
        var constraints: [Constraint] = []
        for (index, attribute) in attributeDefinitions.enumerated()
        where !["B", "N", "S"].contains(attribute.attributeType) {
            let member = "attributeDefinitions.\(index + 1).member.attributeType"
            constraints.append(
                Constraint(attribute.attributeType, at: member, .enumeration(["B", "N", "S"]))
            )
        }
        if keySchema.isEmpty { constraints.append(Constraint("[]", at: "keySchema", .minimumLength(1))) }
        if keySchema.count > 2 {
            constraints.append(Constraint(keySchemaText, at: "keySchema", .maximumLength(2)))
        }
        for (index, element) in keySchema.enumerated() where !["HASH", "RANGE"].contains(element.keyType) {
            let member = "keySchema.\(index + 1).member.keyType"
            constraints.append(Constraint(element.keyType, at: member, .enumeration(["HASH", "RANGE"])))
        }
        let throughput = provisionedThroughput
        for (number, name) in [
            (throughput?.readCapacityUnits, "readCapacityUnits"),
            (throughput?.writeCapacityUnits, "writeCapacityUnits"),
        ] {
            constraints.require(number, in: 1...Int.max, at: "provisionedThroughput.\(name)")
        }
        return constraints
    }

    private var keySchemaText: String {
        let elements = keySchema.map {
            "KeySchemaElement(attributeName=\($0.attributeName), keyType=\($0.keyType))"
        }
        return "[\(elements.joined(separator: ", "))]"
    }

    private func checkThroughput() throws(ServiceError) {
        if billingMode == .payPerRequest {
            guard provisionedThroughput == nil else {
                throw .invalidParameter(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
                        + "PAY_PER_REQUEST"
                )
            }
        } else if provisionedThroughput == nil {
            throw .invalidParameter(
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
            )
        }
    }

    /// Throws where those elements do not make a key.
    func checkKeys(_ elements: [Element]) throws(ServiceError) {
        let names = elements.map(\.attributeName)
        let defined = attributeDefinitions.map(\.attributeName)
        guard names.count <= defined.count else {
            throw .validation("Invalid KeySchema: Some index key attribute have no definition")
        }
        guard names.allSatisfy(defined.contains) else {
            throw .invalidParameter(
                "Some index key attributes are not defined in AttributeDefinitions. "
                    + "Keys: [\(names.joined(separator: ", "))], "
                    + "AttributeDefinitions: [\(defined.joined(separator: ", "))]"
            )
        }
        guard Set(names).count == names.count else {
            throw .validation(
                "Both the Hash Key and the Range Key element in the KeySchema have the same name"
            )
        }
        guard elements.first?.keyType == "HASH" else {
            throw .validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
        guard elements.dropFirst().allSatisfy({ $0.keyType == "RANGE" }) else {
            throw .validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")
        }
    }
}

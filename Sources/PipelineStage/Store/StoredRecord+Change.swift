import PipelineRuntime
import StageContracts

extension StoredRecord {
    /// The change that makes the item of an earlier version this one; many names are reserved words of DynamoDB.
    var change: ItemExpression {
        let changes = changingAttributes.map { (name: $0.key.rawValue, value: $0.value) }.sorted {
            $0.name < $1.name
        }
        let clauses = changes.map { "#\($0.name) = :\($0.name)" }
        return ItemExpression(
            "SET " + clauses.joined(separator: ", "),
            names: Dictionary(uniqueKeysWithValues: changes.map { ("#" + $0.name, $0.name) }),
            values: Dictionary(uniqueKeysWithValues: changes.map { (":" + $0.name, $0.value) })
        )
    }

    /// The condition that the item is still as it is here, and its caller has not taken the request back.
    var isUnchanged: ItemExpression {
        ItemExpression(
            "\(Self.isSameVersion) AND attribute_not_exists(#cancelRequestedAt)",
            names: conditionNames.merging(["#cancelRequestedAt": Attribute.cancelRequestedAt.rawValue]) {
                $1
            },
            values: conditionValues
        )
    }

    /// The condition that the item is still as it is here, whether or not its caller has taken the request back.
    var isUnchangedByStages: ItemExpression {
        ItemExpression(Self.isSameVersion, names: conditionNames, values: conditionValues)
    }

    private static let isSameVersion = "#version = :expectedVersion AND #status = :expectedStatus"

    private var conditionNames: [String: String] {
        ["#version": Attribute.version.rawValue, "#status": Attribute.status.rawValue]
    }

    private var conditionValues: [String: AttributeValue] {
        [
            ":expectedVersion": .number(String(version)),
            ":expectedStatus": .string(record.status.rawValue),
        ]
    }
}

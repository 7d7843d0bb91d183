import PipelineRuntime
import StageContracts

extension StoredRecord {
    /// The change that makes the item of an earlier version this one; many names are reserved words of DynamoDB.
    var change: ItemChange {
        let changes = changingAttributes.map { (name: $0.key.rawValue, value: $0.value) }.sorted {
            $0.name < $1.name
        }
        let clauses = changes.map { "#\($0.name) = :\($0.name)" }
        return ItemChange(
            "SET " + clauses.joined(separator: ", "),
            names: Dictionary(uniqueKeysWithValues: changes.map { ("#" + $0.name, $0.name) }),
            values: Dictionary(uniqueKeysWithValues: changes.map { (":" + $0.name, $0.value) })
        )
    }

    /// The condition that the item is still as it is here.
    var isUnchanged: ItemCondition {
        ItemCondition(
            "#version = :expectedVersion AND #status = :expectedStatus",
            names: ["#version": Attribute.version.rawValue, "#status": Attribute.status.rawValue],
            values: [
                ":expectedVersion": .number(String(version)),
                ":expectedStatus": .string(record.status.rawValue),
            ]
        )
    }
}

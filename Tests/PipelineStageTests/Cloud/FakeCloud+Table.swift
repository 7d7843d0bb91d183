import PipelineRuntime
import StageContracts
import Testing

extension FakeCloud {
    func getItem(_ input: [String: JSONValue]) -> HTTPResponse {
        #expect(input["ConsistentRead"] == .bool(true))
        guard let id = Self.id(input["Key"]), let item = table[id] else { return .json([:]) }
        return .json(["Item": .object(item)])
    }

    /// A conditional write, understood as far as the stages' expressions go.
    func write(_ input: [String: JSONValue]) -> HTTPResponse {
        guard let id = Self.id(input["Item"] ?? input["Key"]) else {
            Issue.record("a write without a key: \(input)")
            return HTTPResponse(status: 400)
        }
        let expressions = TableExpressions(input)
        guard expressions.conditionHolds(for: table[id]) else { return refusal(of: table[id], input) }
        table[id] = input["Item"]?.members ?? expressions.updated(table[id] ?? [:])
        return .json([:])
    }

    private func refusal(of item: [String: JSONValue]?, _ input: [String: JSONValue]) -> HTTPResponse {
        var members: [String: JSONValue] = [
            "__type": .string("com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"),
            "message": .string("The conditional request failed"),
        ]
        if let item, input["ReturnValuesOnConditionCheckFailure"] == .string("ALL_OLD") {
            members["Item"] = .object(item)
        }
        return .json(members, status: 400)
    }

    private static func id(_ value: JSONValue?) -> String? {
        value?.members?["requestId"]?.members?["S"]?.text
    }

    /// The record of a request as `GET /requests/{id}` would answer it.
    func record(_ id: String) throws -> Record {
        try #require(storedRecord(id))
    }

    /// The record of a request; nil where there is none that can be read.
    func storedRecord(_ id: String) -> Record? {
        let text = table[id]?["document"]?.members?["S"]?.text
        return text.flatMap { try? Record(decodingJSON: Array($0.utf8)) }
    }
}

/// The forms of condition and the one form of update that the stages write.
struct TableExpressions {
    private let condition: String
    private let update: String
    private let names: [String: JSONValue]
    private let values: [String: JSONValue]

    private static let absence = "attribute_not_exists("

    init(_ input: [String: JSONValue]) {
        condition = input["ConditionExpression"]?.text ?? ""
        update = input["UpdateExpression"]?.text ?? ""
        names = input["ExpressionAttributeNames"]?.members ?? [:]
        values = input["ExpressionAttributeValues"]?.members ?? [:]
    }

    func conditionHolds(for item: [String: JSONValue]?) -> Bool {
        let clauses = condition.components(separatedBy: " AND ")
        let absences = clauses.filter { $0.hasPrefix(Self.absence) }
        let isAbsent = absences.allSatisfy { item?[name($0.dropFirst(Self.absence.count).dropLast())] == nil }
        let rest = clauses.filter { !$0.hasPrefix(Self.absence) }.joined(separator: " AND ")
        return isAbsent && equations(rest, separator: " AND ").allSatisfy { item?[$0.name] == $0.value }
    }

    func updated(_ item: [String: JSONValue]) -> [String: JSONValue] {
        #expect(update.hasPrefix("SET "))
        return equations(update.dropFirst(4), separator: ", ").reduce(into: item) { $0[$1.name] = $1.value }
    }

    private func equations(
        _ text: some StringProtocol,
        separator: String
    ) -> [(name: String, value: JSONValue)] {
        (text.isEmpty ? [] : text.components(separatedBy: separator)).compactMap { equation in
            let sides = equation.components(separatedBy: " = ")
            guard sides.count == 2, let value = values[sides[1]] else {
                Issue.record("not understood: \(equation)")
                return nil
            }
            return (name(sides[0]), value)
        }
    }

    private func name(_ placeholder: some StringProtocol) -> String {
        names[String(placeholder)]?.text ?? String(placeholder)
    }
}

extension StringProtocol {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts = [""]
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
            } else {
                parts[parts.count - 1].append(rest.removeFirst())
            }
        }
        return parts
    }
}

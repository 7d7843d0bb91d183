import Foundation
import Testing

/// Queries by the key of a table.
struct QueryTests {
    let store: DynamoDBStore
    /// The sort keys in their order as numbers, which is none of their order as texts.
    static let numbers = ["-100", "-2.5", "-2", "0", "0.5", "1", "2", "10", "11", "100"]

    init() throws {
        store = try DynamoDBStore()
        try store.createTable("sorted", isSorted: true)
        for number in Self.numbers.shuffled() {
            try store.put(
                #"{"id": {"S": "a"}, "n": {"N": "\#(number)"}, "even": {"BOOL": \#(Self.isEven(number))}}"#
            )
        }
        try store.put(#"{"id": {"S": "b"}, "n": {"N": "1"}}"#)
    }

    private static func isEven(_ number: String) -> Bool { Int(number).map { $0 % 2 == 0 } ?? false }

    @Test(arguments: [
        ("", numbers), (" AND n = :two", ["2"]), (" AND n < :two", Array(numbers.prefix(6))),
        (" AND n <= :two", Array(numbers.prefix(7))), (" AND n > :two", ["10", "11", "100"]),
        (" AND :two <= n", ["2", "10", "11", "100"]),
        (" AND n BETWEEN :zero AND :two", ["0", "0.5", "1", "2"]),
    ])
    func `a key condition selects sort keys in the order of numbers`(
        _ condition: String,
        _ expected: [String]
    ) throws {
        var values = [#"":a": {"S": "a"}"#]
        if condition.contains(":two") { values.append(#"":two": {"N": "2"}"#) }
        if condition.contains(":zero") { values.append(#"":zero": {"N": "0"}"#) }
        let input =
            #""KeyConditionExpression": "id = :a\#(condition)", "ExpressionAttributeValues": {\#(values.joined(separator: ", "))}"#
        #expect(try query(input).sortKeys == expected)
        #expect(try query(input + #", "ScanIndexForward": false"#).sortKeys == expected.reversed())
    }

    @Test(arguments: [true, false])
    func `pages follow each other without a gap`(_ isAscending: Bool) throws {
        var found: [String] = []
        var start = ""
        var pageCount = 0
        repeat {
            let page = try query(
                Self.partition + #", "Limit": 3, "ScanIndexForward": \#(isAscending)\#(start)"#
            )
            found += page.sortKeys
            pageCount += 1
            start = page.member("LastEvaluatedKey").map { #", "ExclusiveStartKey": \#($0)"# } ?? ""
        } while !start.isEmpty
        #expect(found == (isAscending ? Self.numbers : Self.numbers.reversed()))
        #expect(pageCount == 4)
    }

    @Test func `a filter takes items out of the answer, not out of the page`() throws {
        let answer = try query(
            #""KeyConditionExpression": "id = :a", "FilterExpression": "even = :true", "Limit": 6, "#
                + #""ExpressionAttributeValues": {":a": {"S": "a"}, ":true": {"BOOL": true}}"#
        )
        #expect(answer.sortKeys == ["-100", "-2", "0"])
        #expect(answer.member("Count") == "3")
        #expect(answer.member("ScannedCount") == "6")
        #expect(answer.member("LastEvaluatedKey") == #"{"id":{"S":"a"},"n":{"N":"1"}}"#)
    }

    @Test func `a count answers no items, a projection parts of them`() throws {
        let count = try query(Self.partition + #", "Select": "COUNT""#)
        #expect(count.sorted == #"{"Count":10,"ScannedCount":10}"#)
        let parts = try query(Self.partition + #", "ProjectionExpression": "n", "Limit": 1"#)
        #expect(parts.member("Items") == #"[{"n":{"N":"-100"}}]"#)
    }

    @Test func `a query tells the capacity of what it looked at`() throws {
        let answer = try query(Self.partition + #", "ReturnConsumedCapacity": "TOTAL""#)
        #expect(answer.member("ConsumedCapacity") == #"{"CapacityUnits":0.5,"TableName":"sorted"}"#)
    }

    @Test(arguments: [
        ("id = :a OR n = :n", "Invalid operator used in KeyConditionExpression: OR"),
        ("NOT id = :a", "Invalid operator used in KeyConditionExpression: NOT"),
        ("id IN (:a)", "Invalid operator used in KeyConditionExpression: IN"),
        ("id <> :a", "Invalid operator used in KeyConditionExpression: <>"),
        (
            "id = :a AND attribute_exists(n)",
            "Invalid operator used in KeyConditionExpression: attribute_exists"
        ),
        ("size(id) = :n", "KeyConditionExpressions cannot contain nested operations"),
        (
            "id = n",
            "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"
        ),
        (":a = :a", "Invalid condition in KeyConditionExpression: No key attribute specified"),
        ("id.x = :a", "KeyConditionExpressions cannot have conditions on nested attributes"),
        ("id = :a AND id = :a", "KeyConditionExpressions must only contain one condition per key"),
        ("n = :n", "Query condition missed key schema element: id"),
        ("id = :a AND x = :n", "Query condition missed key schema element: n"),
        ("id > :a", "Query key condition not supported"),
        (
            "id = :n",
            "One or more parameter values were invalid: Condition parameter type does not match schema type"
        ),
        ("id = :a AND n = :n AND x = :n", "Conditions can be of length 1 or 2 only"),
        (
            ":a BETWEEN id AND :n",
            "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand"
        ),
    ])
    func `a key condition that is no range of keys is refused`(_ condition: String, _ message: String) throws
    {
        var values: [String] = []
        if condition.contains(":a") { values.append(#"":a": {"S": "a"}"#) }
        if condition.contains(":n") { values.append(#"":n": {"N": "1"}"#) }
        let more =
            values.isEmpty ? "" : #", "ExpressionAttributeValues": {\#(values.joined(separator: ", "))}"#
        let answer = try query(#""KeyConditionExpression": "\#(condition)"\#(more)"#)
        #expect(answer.message == message)
    }

    @Test(arguments: [
        (
            #"{"id": {"S": "b"}, "n": {"N": "1"}}"#,
            "The provided starting key is outside query boundaries based on provided conditions"
        ),
        (
            #"{"id": {"S": "a"}}"#,
            "The provided starting key is invalid: The provided key element does not match the schema"
        ),
        (
            #"{"id": {"S": "a"}, "n": {"N": "100"}}"#,
            "The provided starting key does not match the range key predicate"
        ),
    ])
    func `a start that the query cannot have come from is refused`(_ key: String, _ message: String) throws {
        let answer = try query(
            #""KeyConditionExpression": "id = :a AND n < :n", "ExclusiveStartKey": \#(key), "#
                + #""ExpressionAttributeValues": {":a": {"S": "a"}, ":n": {"N": "2"}}"#
        )
        #expect(answer.message == message)
    }

    @Test(arguments: [
        (#", "Limit": 0"#, "Value at 'Limit' failed to satisfy constraint"),
        (#", "FilterExpression": "n > :a""#, "Filter Expression can only contain non-primary key attributes"),
        (#", "IndexName": "nothing""#, "The table does not have the specified index: nothing"),
        (#", "Select": "SPECIFIC_ATTRIBUTES""#, "Must specify the AttributesToGet or ProjectionExpression"),
        (#", "Select": "ALL_PROJECTED_ATTRIBUTES""#, "ALL_PROJECTED_ATTRIBUTES can be used only when"),
    ])
    func `parameters that do not fit each other are refused`(_ more: String, _ message: String) throws {
        let answer = try query(Self.partition + more)
        #expect(answer.code == "ValidationException")
        #expect(answer.message?.contains(message) == true, "\(answer.text)")
    }

    private static let partition =
        #""KeyConditionExpression": "id = :a", "ExpressionAttributeValues": {":a": {"S": "a"}}"#

    private func query(_ members: String) throws -> DynamoDBAnswer {
        try store.call("Query", #"{"TableName": "sorted", \#(members)}"#)
    }
}

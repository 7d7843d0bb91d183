import Testing

/// The parameters that expressions replaced.
struct LegacyParameterTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable("sorted", isSorted: true)
        for number in 1...5 {
            try store.put(
                #"{"id": {"S": "a"}, "n": {"N": "\#(number)"}, "text": {"S": "t\#(number)"}, "tags": {"SS": ["x", "y"]}}"#
            )
        }
    }

    private static let key = #""Key": {"id": {"S": "a"}, "n": {"N": "1"}}"#

    private func call(_ action: String, _ members: String) throws -> DynamoDBAnswer {
        try store.call(action, #"{"TableName": "sorted", \#(members)}"#)
    }

    @Test(arguments: [
        (#"{"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "t2"}]}"#, ["2"]),
        (#"{"ComparisonOperator": "NE", "AttributeValueList": [{"S": "t2"}]}"#, ["1", "3", "4", "5"]),
        (#"{"ComparisonOperator": "LT", "AttributeValueList": [{"S": "t2"}]}"#, ["1"]),
        (#"{"ComparisonOperator": "LE", "AttributeValueList": [{"S": "t2"}]}"#, ["1", "2"]),
        (#"{"ComparisonOperator": "GT", "AttributeValueList": [{"S": "t4"}]}"#, ["5"]),
        (#"{"ComparisonOperator": "GE", "AttributeValueList": [{"S": "t4"}]}"#, ["4", "5"]),
        (#"{"ComparisonOperator": "IN", "AttributeValueList": [{"S": "t1"}, {"S": "t5"}]}"#, ["1", "5"]),
        (
            #"{"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"S": "t2"}, {"S": "t3"}]}"#,
            ["2", "3"]
        ),
        (
            #"{"ComparisonOperator": "BEGINS_WITH", "AttributeValueList": [{"S": "t"}]}"#,
            ["1", "2", "3", "4", "5"]
        ),
        (#"{"ComparisonOperator": "CONTAINS", "AttributeValueList": [{"S": "3"}]}"#, ["3"]),
        (#"{"ComparisonOperator": "NOT_CONTAINS", "AttributeValueList": [{"S": "t"}]}"#, []),
        (#"{"ComparisonOperator": "NULL"}"#, []),
        (#"{"ComparisonOperator": "NOT_NULL"}"#, ["1", "2", "3", "4", "5"]),
    ])
    func `a scan filters by operators`(_ condition: String, _ expected: [String]) throws {
        #expect(try call("Scan", #""ScanFilter": {"text": \#(condition)}"#).sortKeys == expected)
    }

    @Test func `a query takes key conditions, a filter and attributes`() throws {
        let answer = try call(
            "Query",
            """
            "KeyConditions": {
                "id": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]},
                "n": {"ComparisonOperator": "GE", "AttributeValueList": [{"N": "2"}]}},
            "QueryFilter": {
                "text": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "t3"}]},
                "tags": {"ComparisonOperator": "NULL"}},
            "ConditionalOperator": "OR", "AttributesToGet": ["n"]
            """
        )
        #expect(answer.sorted == #"{"Count":1,"Items":[{"n":{"N":"3"}}],"ScannedCount":4}"#)
    }

    @Test(arguments: [
        (#""text": {"Value": {"S": "t1"}}"#, true), (#""text": {"Value": {"S": "t2"}}"#, false),
        (#""text": {"Exists": false}"#, false), (#""other": {"Exists": false}"#, true),
        (#""text": {"ComparisonOperator": "BEGINS_WITH", "Value": {"S": "t"}}"#, true),
        (#""text": {"Value": {"S": "t1"}}, "other": {"Value": {"S": "x"}}"#, false),
    ])
    func `a write expects attributes`(_ expected: String, _ isMet: Bool) throws {
        let answer = try call("DeleteItem", #"\#(Self.key), "Expected": {\#(expected)}"#)
        #expect(answer.code == (isMet ? nil : "ConditionalCheckFailedException"))
        #expect(try call("Scan", #""Select": "COUNT""#).member("Count") == (isMet ? "4" : "5"))
    }

    @Test func `an update puts, adds and deletes`() throws {
        let answer = try call(
            "UpdateItem",
            """
            \(Self.key), "ReturnValues": "ALL_NEW", "AttributeUpdates": {
                "text": {"Action": "DELETE"}, "tags": {"Action": "DELETE", "Value": {"SS": ["x"]}},
                "hits": {"Action": "ADD", "Value": {"N": "2"}}, "list": {"Action": "ADD", "Value": {"L": [{"N": "1"}]}},
                "new": {"Value": {"S": "value"}}}
            """
        )
        #expect(
            answer.member("Attributes")
                == #"{"hits":{"N":"2"},"id":{"S":"a"},"list":{"L":[{"N":"1"}]},"n":{"N":"1"},"new":{"S":"value"},"tags":{"SS":["y"]}}"#
        )
    }

    private static let invalid = "One or more parameter values were invalid: "

    @Test(arguments: [
        (
            "DeleteItem", #"\#(key), "Expected": {"x": {"Exists": true}}"#,
            invalid + "Value must be provided when Exists is true for Attribute: x"
        ),
        (
            "DeleteItem", #"\#(key), "Expected": {"x": {"Exists": false, "Value": {"S": "a"}}}"#,
            invalid + "Value cannot be used when Exists is false for Attribute: x"
        ),
        (
            "Scan", #""ScanFilter": {"x": {"ComparisonOperator": "EQ", "AttributeValueList": []}}"#,
            invalid + "Invalid number of argument(s) for the EQ ComparisonOperator"
        ),
        (
            "Scan",
            #""ScanFilter": {"x": {"ComparisonOperator": "LT", "AttributeValueList": [{"BOOL": true}]}}"#,
            invalid + "ComparisonOperator LT is not valid for BOOL AttributeValue type"
        ),
        (
            "UpdateItem", #"\#(key), "AttributeUpdates": {"x": {"Action": "ADD", "Value": {"S": "a"}}}"#,
            invalid + "ADD action is not supported for the type S"
        ),
        (
            "UpdateItem", #"\#(key), "AttributeUpdates": {"n": {"Value": {"N": "7"}}}"#,
            invalid + "Cannot update attribute n. This attribute is part of the key"
        ),
        (
            "DeleteItem",
            #"\#(key), "Expected": {"x": {"Exists": false}}, "ConditionExpression": "attribute_exists(x)""#,
            "Can not use both expression and non-expression parameters in the same request: "
                + "Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"
        ),
        (
            "GetItem", #"\#(key), "AttributesToGet": ["x", "x"]"#,
            invalid + "Duplicate value in attribute name: x"
        ),
    ])
    func `what makes no sense is refused`(_ action: String, _ members: String, _ message: String) throws {
        #expect(try call(action, members).message == message)
    }
}

import Testing

/// What is refused, in DynamoDB's words.
struct RefusalTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
        try store.createTable("sorted", isSorted: true)
    }

    /// An action, its input, and the text of the error.
    struct Case: Sendable, CustomTestStringConvertible {
        let action: String
        let input: String
        let message: String

        init(_ action: String, _ input: String, _ message: String) {
            self.action = action
            self.input = input
            self.message = message
        }

        var testDescription: String { "\(action) \(input.prefix(100))" }
    }

    private static let invalid = "One or more parameter values were invalid: "
    private static let emptyKey =
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "

    static let keys = [
        Case(
            "GetItem",
            #"{"TableName": "photos", "Key": {}}"#,
            "The provided key element does not match the schema"
        ),
        Case(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"N": "1"}}}"#,
            "The provided key element does not match the schema"
        ),
        Case(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}, "x": {"S": "b"}}}"#,
            "The provided key element does not match the schema"
        ),
        Case(
            "DeleteItem",
            #"{"TableName": "sorted", "Key": {"id": {"S": "a"}}}"#,
            "The provided key element does not match the schema"
        ),
        Case(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"S": ""}}}"#,
            emptyKey + "string value. Key: id"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": ""}}}"#,
            emptyKey + "string value. Key: id"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"x": {"S": "a"}}}"#,
            invalid + "Missing the key id in the item"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"N": "1"}}}"#,
            invalid + "Type mismatch for key id expected: S actual: N"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "\#(String(repeating: "k", count: 2049))"}}}"#,
            invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"
        ),
        Case(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "REMOVE id"}"#,
            invalid + "Cannot update attribute id. This attribute is part of the key"
        ),
        Case(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET x = id.y"}"#,
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id"
        ),
        Case(
            "DeleteItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ConditionExpression": "attribute_exists(id[0])"}"#,
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id"
        ),
    ]

    static let expressions = [
        Case(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET x 1"}"#,
            #"Invalid UpdateExpression: Syntax error; token: "1", near: "x 1""#
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionExpression": "attribute_exists(status)"}"#,
            "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: status"
        ),
        Case(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ProjectionExpression": ""}"#,
            "Invalid ProjectionExpression: The expression can not be empty;"
        ),
        Case(
            "GetItem",
            ##"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ExpressionAttributeNames": {"#a": "b"}}"##,
            "ExpressionAttributeNames can only be specified when using expressions"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ExpressionAttributeValues": {":a": {"S": "b"}}}"#,
            "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null"
        ),
        Case(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ExpressionAttributeValues": {":a": {"S": "b"}}}"#,
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "UpdateExpression and ConditionExpression are null"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionExpression": "attribute_exists(x)", "#
                + #""ExpressionAttributeValues": {":a": {"S": "b"}}}"#,
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionExpression": "x = :a", "#
                + #""ExpressionAttributeValues": {":a": {"N": "b"}}}"#,
            "ExpressionAttributeValues contains invalid value: "
                + "The parameter cannot be converted to a numeric value: b for key :a"
        ),
    ]

    static let members = [
        Case(
            "PutItem",
            #"{"TableName": "photos"}"#,
            "1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null"
        ),
        Case(
            "GetItem",
            #"{"TableName": "ab", "Key": {}}"#,
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 3"
        ),
        Case(
            "GetItem",
            #"{"TableName": "a;", "Key": {}}"#,
            "2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
                + "Value 'a;' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 3"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ReturnValues": "ALL"}"#,
            "1 validation error detected: Value 'ALL' at 'returnValues' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"
        ),
        Case(
            "DeleteItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ReturnValues": "ALL_NEW"}"#,
            "ReturnValues can only be ALL_OLD or NONE"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": {"S": "\#(String(repeating: "x", count: 409_597))"}}}"#,
            "Item size has exceeded the maximum allowed size"
        ),
        Case(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET x = :x", "#
                + #""ExpressionAttributeValues": {":x": {"S": "\#(String(repeating: "x", count: 409_597))"}}}"#,
            "Item size to update has exceeded the maximum allowed size"
        ),
        Case(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": {"NS": ["1", "1.0"]}}}"#,
            "Input collection contains duplicates"
        ),
    ]

    @Test(arguments: keys + expressions + members)
    func `a request that breaks a rule is refused`(_ refused: Case) throws {
        let answer = try store.call(refused.action, refused.input)
        #expect(answer.status == 400)
        #expect(answer.code == "ValidationException")
        #expect(answer.message == refused.message)
        #expect(try store.call("Scan", #"{"TableName": "photos"}"#).member("Count") == "0")
    }

    @Test func `an item of exactly 400 KB is stored`() throws {
        let text = String(repeating: "x", count: 409_600 - 4)
        let input = #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": {"S": "\#(text)"}}}"#
        #expect(try store.call("PutItem", input).status == 200)
    }

    @Test(arguments: [
        ("GetItem", #""Key": {"id": {"S": "a"}}"#, "Requested resource not found"),
        ("DescribeTable", #""Limit": 1"#, "Requested resource not found: Table: nowhere not found"),
    ])
    func `a table that does not exist is not found`(
        _ action: String,
        _ members: String,
        _ message: String
    ) throws {
        let answer = try store.call(action, #"{"TableName": "nowhere", \#(members)}"#)
        #expect(answer.code == "ResourceNotFoundException")
        #expect(answer.message == message)
    }

    @Test(arguments: [
        #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "Expected": {"id": {"Exists": false}}}"#,
        #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionalOperator": "OR"}"#,
    ])
    func `a condition of the old sort is refused, not left out`(_ input: String) throws {
        let answer = try store.call("PutItem", input)
        #expect(answer.code == "ValidationException")
        #expect(answer.message?.contains("legacy parameters") == true)
    }

    @Test func `an action that does not exist is refused`() throws {
        let answer = try store.call("ExecuteStatement", "{}")
        #expect(answer.status == 400)
        #expect(answer.code == "UnknownOperationException")
    }
}

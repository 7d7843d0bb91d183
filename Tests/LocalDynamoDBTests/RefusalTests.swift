import Testing

/// What is refused, in DynamoDB's words.
struct RefusalTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
        try store.createTable("sorted", isSorted: true)
    }

    @Test(arguments: RefusedRequest.keys + RefusedRequest.expressions + RefusedRequest.members)
    func `a request that breaks a rule is refused`(_ refused: RefusedRequest) throws {
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

    /// A text inside that many lists.
    private func nested(_ count: Int) -> String {
        String(repeating: #"{"L": ["#, count: count) + #"{"S": "deep"}"#
            + String(repeating: "]}", count: count)
    }

    @Test func `values may stand 32 levels deep`() throws {
        let message =
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"
        let key = #""TableName": "photos", "Key": {"id": {"S": "a"}}"#
        let put = #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": \#(nested(31))}}"#
        #expect(try store.call("PutItem", put).status == 200)
        let deeper = #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": \#(nested(32))}}"#
        #expect(try store.call("PutItem", deeper).message == message)
        let update =
            #"{\#(key), "UpdateExpression": "SET x[1] = :v", "ExpressionAttributeValues": {":v": \#(nested(31))}}"#
        #expect(try store.call("UpdateItem", update).message == message)
    }

    @Test func `an action that does not exist is refused`() throws {
        let answer = try store.call("ExecuteStatement", "{}")
        #expect(answer.status == 400)
        #expect(answer.code == "UnknownOperationException")
    }
}

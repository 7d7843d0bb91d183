import Testing

/// Several items in one request, each for itself.
struct BatchTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
        try store.createTable("sorted", isSorted: true)
    }

    @Test func `a batch writes to several tables`() throws {
        try store.put(#"{"id": {"S": "old"}}"#, in: "photos")
        let answer = try store.call(
            "BatchWriteItem",
            """
            {"RequestItems": {
                "photos": [{"PutRequest": {"Item": {"id": {"S": "new"}}}}, {"DeleteRequest": {"Key": {"id": {"S": "old"}}}}],
                "sorted": [{"PutRequest": {"Item": {"id": {"S": "a"}, "n": {"N": "1"}}}}]},
             "ReturnConsumedCapacity": "TOTAL"}
            """
        )
        #expect(answer.member("UnprocessedItems") == "{}")
        #expect(
            answer.member("ConsumedCapacity")
                == #"[{"CapacityUnits":2,"TableName":"photos"},{"CapacityUnits":1,"TableName":"sorted"}]"#
        )
        #expect(try store.call("Scan", #"{"TableName": "photos"}"#).values(of: "id", "S") == ["new"])
        #expect(try store.call("Scan", #"{"TableName": "sorted"}"#).sortKeys == ["1"])
    }

    @Test func `a batch reads from several tables and leaves out what is not there`() throws {
        try store.put(#"{"id": {"S": "a"}, "x": {"N": "1"}}"#, in: "photos")
        try store.put(#"{"id": {"S": "a"}, "n": {"N": "1"}}"#)
        let answer = try store.call(
            "BatchGetItem",
            """
            {"RequestItems": {
                "photos": {"Keys": [{"id": {"S": "a"}}, {"id": {"S": "b"}}], "ProjectionExpression": "x"},
                "sorted": {"Keys": [{"id": {"S": "a"}, "n": {"N": "1.0"}}]}}}
            """
        )
        #expect(answer.member("Responses", "photos") == #"[{"x":{"N":"1"}}]"#)
        #expect(answer.member("Responses", "sorted") == #"[{"id":{"S":"a"},"n":{"N":"1"}}]"#)
        #expect(answer.member("UnprocessedKeys") == "{}")
    }

    private static func puts(_ count: Int) -> String {
        let requests = (0..<count).map { #"{"PutRequest": {"Item": {"id": {"S": "\#($0)"}}}}"# }
        return #"{"photos": [\#(requests.joined(separator: ", "))]}"#
    }

    private static func keys(_ count: Int) -> String {
        let keys = (0..<count).map { #"{"id": {"S": "\#($0)"}}"# }
        return #"{"photos": {"Keys": [\#(keys.joined(separator: ", "))]}}"#
    }

    @Test(arguments: [
        (
            "BatchGetItem", keys(101),
            "1 validation error detected: Value at 'RequestItems.photos.member.Keys' failed to satisfy constraint: "
                + "Member must have length less than or equal to 100"
        ),
        (
            "BatchWriteItem", "{}",
            "The requestItems parameter is required for BatchWriteItem"
        ),
        (
            "BatchWriteItem",
            #"{"photos": [{"PutRequest": {"Item": {"id": {"S": "a"}}}}, {"DeleteRequest": {"Key": {"id": {"S": "a"}}}}]}"#,
            "Provided list of item keys contains duplicates"
        ),
        (
            "BatchGetItem", #"{"photos": {"Keys": [{"id": {"S": "a"}}, {"id": {"S": "a"}}]}}"#,
            "Provided list of item keys contains duplicates"
        ),
        (
            "BatchWriteItem", #"{"photos": [{"PutRequest": {"Item": {"x": {"S": "a"}}}}]}"#,
            "The provided key element does not match the schema"
        ),
        (
            "BatchGetItem", #"{"photos": {"Keys": [{"x": {"S": "a"}}]}}"#,
            "The provided key element does not match the schema"
        ),
    ])
    func `a batch that breaks a rule changes nothing`(
        _ action: String,
        _ items: String,
        _ message: String
    ) throws {
        let answer = try store.call(action, #"{"RequestItems": \#(items)}"#)
        #expect(answer.message == message)
        #expect(try store.call("Scan", #"{"TableName": "photos"}"#).member("Count") == "0")
    }

    @Test func `a batch of more than 25 writes is refused`() throws {
        let answer = try store.call("BatchWriteItem", #"{"RequestItems": \#(Self.puts(26))}"#)
        let rule =
            "Member must have length less than or equal to 25, Member must have length greater than or equal to 1"
        #expect(
            answer.message?.hasSuffix(
                "failed to satisfy constraint: Map value must satisfy constraint: [\(rule)]"
            ) == true
        )
    }
}

import LocalHTTP
import Testing

/// Items one by one.
struct ItemActionTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
    }

    private func get(_ id: String, _ more: String = "") throws -> DynamoDBAnswer {
        try store.call("GetItem", #"{"TableName": "photos", "Key": {"id": {"S": "\#(id)"}}\#(more)}"#)
    }

    private func put(_ item: String, _ more: String = "") throws -> DynamoDBAnswer {
        try store.call("PutItem", #"{"TableName": "photos", "Item": \#(item)\#(more)}"#)
    }

    private func update(_ id: String, _ more: String) throws -> DynamoDBAnswer {
        try store.call("UpdateItem", #"{"TableName": "photos", "Key": {"id": {"S": "\#(id)"}}, \#(more)}"#)
    }

    @Test func `an item comes back as it was put, numbers in their one form`() throws {
        #expect(
            try put(#"{"id": {"S": "a"}, "n": {"N": "1.50"}, "m": {"M": {"l": {"L": [{"NULL": true}]}}}}"#)
                .text == "{}"
        )
        #expect(
            try get("a").sorted
                == #"{"Item":{"id":{"S":"a"},"m":{"M":{"l":{"L":[{"NULL":true}]}}},"n":{"N":"1.5"}}}"#
        )
        #expect(try get("b").text == "{}")
    }

    @Test func `every answer carries the checksum of its body`() throws {
        // The CRC-32 of "{}".
        #expect(try get("nobody").headers["x-amz-crc32"] == "2745614147")
        #expect(try store.call("GetItem", "{").headers["x-amz-crc32"] != nil)
    }

    @Test func `a projection answers the parts it names`() throws {
        _ = try put(
            #"{"id": {"S": "a"}, "status": {"S": "new"}, "m": {"M": {"x": {"N": "1"}, "y": {"N": "2"}}}}"#
        )
        let more =
            ##", "ProjectionExpression": "#s, m.x", "ExpressionAttributeNames": {"#s": "status"}"##
        #expect(
            try get("a", more).sorted == #"{"Item":{"m":{"M":{"x":{"N":"1"}}},"status":{"S":"new"}}}"#
        )
    }

    @Test func `a put replaces the whole item and can answer the old one`() throws {
        _ = try put(#"{"id": {"S": "a"}, "x": {"N": "1"}}"#)
        let answer = try put(#"{"id": {"S": "a"}}"#, #", "ReturnValues": "ALL_OLD""#)
        #expect(answer.sorted == #"{"Attributes":{"id":{"S":"a"},"x":{"N":"1"}}}"#)
        #expect(try get("a").sorted == #"{"Item":{"id":{"S":"a"}}}"#)
    }

    @Test func `a condition that does not hold changes nothing and can answer the item`() throws {
        let condition = #", "ConditionExpression": "attribute_not_exists(id)""#
        #expect(try put(#"{"id": {"S": "a"}, "x": {"N": "1"}}"#, condition).status == 200)
        let refused = try put(#"{"id": {"S": "a"}, "x": {"N": "2"}}"#, condition)
        #expect(refused.status == 400)
        #expect(
            refused.sorted
                == #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}"#
        )
        let told = try put(
            #"{"id": {"S": "a"}}"#,
            condition + #", "ReturnValuesOnConditionCheckFailure": "ALL_OLD""#
        )
        #expect(told.member("Item") == #"{"id":{"S":"a"},"x":{"N":"1"}}"#)
        #expect(try get("a").member("Item", "x") == #"{"N":"1"}"#)
    }

    @Test(arguments: [
        ("NONE", nil), ("ALL_OLD", #"{"a":{"N":"1"},"b":{"S":"x"},"id":{"S":"a"}}"#),
        ("ALL_NEW", #"{"a":{"N":"6"},"c":{"BOOL":true},"id":{"S":"a"}}"#),
        ("UPDATED_OLD", #"{"a":{"N":"1"},"b":{"S":"x"}}"#),
        ("UPDATED_NEW", #"{"a":{"N":"6"},"c":{"BOOL":true}}"#),
    ])
    func `an update answers the attributes that were asked for`(_ wanted: String, _ expected: String?) throws
    {
        _ = try put(#"{"id": {"S": "a"}, "a": {"N": "1"}, "b": {"S": "x"}}"#)
        let answer = try update(
            "a",
            #""UpdateExpression": "SET a = a + :five, c = :true REMOVE b", "ReturnValues": "\#(wanted)", "#
                + #""ExpressionAttributeValues": {":five": {"N": "5"}, ":true": {"BOOL": true}}"#
        )
        #expect(answer.member("Attributes") == expected)
        #expect(try get("a").member("Item") == #"{"a":{"N":"6"},"c":{"BOOL":true},"id":{"S":"a"}}"#)
    }

    @Test func `an update makes the item where there is none`() throws {
        let counter =
            #""UpdateExpression": "ADD hits :one", "ExpressionAttributeValues": {":one": {"N": "1"}}"#
        _ = try update("new", counter)
        _ = try update("new", counter)
        #expect(try get("new").member("Item") == #"{"hits":{"N":"2"},"id":{"S":"new"}}"#)
        _ = try update("empty", #""ReturnValues": "NONE""#)
        #expect(try get("empty").member("Item") == #"{"id":{"S":"empty"}}"#)
    }

    @Test func `an update whose condition does not hold makes no item`() throws {
        let answer = try update(
            "a",
            #""UpdateExpression": "SET x = :x", "ConditionExpression": "attribute_exists(id)", "#
                + #""ExpressionAttributeValues": {":x": {"N": "1"}}"#
        )
        #expect(answer.code == "ConditionalCheckFailedException")
        #expect(try get("a").text == "{}")
    }

    @Test func `a delete takes the item away, and answers it if asked to`() throws {
        _ = try put(#"{"id": {"S": "a"}, "x": {"N": "1"}}"#)
        let delete = #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ReturnValues": "ALL_OLD"}"#
        #expect(
            try store.call("DeleteItem", delete).sorted == #"{"Attributes":{"id":{"S":"a"},"x":{"N":"1"}}}"#
        )
        #expect(try store.call("DeleteItem", delete).text == "{}")
        #expect(try get("a").text == "{}")
    }

    @Test(arguments: [
        ("TOTAL", #"{"CapacityUnits":3,"TableName":"photos"}"#),
        ("INDEXES", #"{"CapacityUnits":3,"Table":{"CapacityUnits":3},"TableName":"photos"}"#), ("NONE", nil),
    ])
    func `a write tells its capacity, one unit a kilobyte`(_ report: String, _ expected: String?) throws {
        let text = String(repeating: "x", count: 2500)
        let answer = try put(
            #"{"id": {"S": "a"}, "t": {"S": "\#(text)"}}"#,
            #", "ReturnConsumedCapacity": "\#(report)""#
        )
        #expect(answer.member("ConsumedCapacity") == expected)
        // The old item counts, too.
        let smaller = try put(#"{"id": {"S": "a"}}"#, #", "ReturnConsumedCapacity": "\#(report)""#)
        #expect(smaller.member("ConsumedCapacity") == expected)
    }

    @Test func `a read tells its capacity, half a unit for 4 KB`() throws {
        let report = #", "ReturnConsumedCapacity": "TOTAL""#
        #expect(try get("a", report).member("ConsumedCapacity", "CapacityUnits") == "0.5")
        let consistent = report + #", "ConsistentRead": true"#
        #expect(try get("a", consistent).member("ConsumedCapacity", "CapacityUnits") == "1")
    }
}

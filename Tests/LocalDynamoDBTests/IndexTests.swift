import Testing

/// Secondary indexes.
struct IndexTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
    }

    /// Creates the table `photos` with the key `id` and `n` and three indexes, and puts six items into it.
    private func createTable() throws {
        let answer = try store.call(
            "CreateTable",
            """
            {"TableName": "photos", "BillingMode": "PAY_PER_REQUEST",
             "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "n", "KeyType": "RANGE"}],
             "AttributeDefinitions": [
                {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"},
                {"AttributeName": "owner", "AttributeType": "S"}, {"AttributeName": "day", "AttributeType": "S"}],
             "GlobalSecondaryIndexes": [
                {"IndexName": "by-owner", "Projection": {"ProjectionType": "ALL"},
                 "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}, {"AttributeName": "day", "KeyType": "RANGE"}]},
                {"IndexName": "by-day", "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["x"]},
                 "KeySchema": [{"AttributeName": "day", "KeyType": "HASH"}]}],
             "LocalSecondaryIndexes": [
                {"IndexName": "local", "Projection": {"ProjectionType": "KEYS_ONLY"},
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "day", "KeyType": "RANGE"}]}]}
            """
        )
        #expect(answer.status == 200, "\(answer.text)")
        for (number, day) in [(1, "tue"), (2, "mon"), (3, "mon"), (4, "mon")] {
            try put(number, #", "owner": {"S": "me"}, "day": {"S": "\#(day)"}"#)
        }
        try put(5, #", "owner": {"S": "you"}, "day": {"S": "mon"}"#)
        try put(6, "")
    }

    private func put(_ number: Int, _ more: String) throws {
        let other = #""x": {"N": "\#(number * 10)"}, "y": {"S": "why"}"#
        try store.put(#"{"id": {"S": "a"}, "n": {"N": "\#(number)"}, \#(other)\#(more)}"#, in: "photos")
    }

    private func query(
        _ index: String,
        _ condition: String,
        _ value: String,
        _ more: String = ""
    ) throws -> DynamoDBAnswer {
        let keys = ["by-owner": "owner", "by-day": "day", "local": "id"]
        return try store.call(
            "Query",
            #"{"TableName": "photos", "IndexName": "\#(index)", "KeyConditionExpression": "\#(condition)", "#
                + ##""ExpressionAttributeNames": {"#k": "\##(keys[index] ?? "")"}, "##
                + #""ExpressionAttributeValues": {":v": {"S": "\#(value)"}}\#(more)}"#
        )
    }

    @Test func `an index orders the items that have its attributes`() throws {
        try createTable()
        #expect(try query("by-owner", "#k = :v", "me").sortKeys == ["2", "3", "4", "1"])
        #expect(try query("by-owner", "#k = :v", "nobody").sortKeys == [])
        #expect(try query("local", "#k = :v", "a").sortKeys == ["2", "3", "4", "5", "1"])
        let backwards = try query("by-owner", "#k = :v", "me", #", "ScanIndexForward": false"#)
        #expect(backwards.sortKeys == ["1", "4", "3", "2"])
    }

    @Test func `pages of an index go on between items of one key`() throws {
        try createTable()
        var found: [String] = []
        var start = ""
        repeat {
            let page = try query("by-day", "#k = :v", "mon", #", "Limit": 1\#(start)"#)
            found += page.sortKeys
            start = page.member("LastEvaluatedKey").map { #", "ExclusiveStartKey": \#($0)"# } ?? ""
        } while !start.isEmpty
        #expect(found == ["2", "3", "4", "5"])
        let first = try query("by-day", "#k = :v", "mon", #", "Limit": 1"#)
        #expect(first.member("LastEvaluatedKey") == #"{"day":{"S":"mon"},"id":{"S":"a"},"n":{"N":"2"}}"#)
    }

    @Test func `an index answers what it holds`() throws {
        try createTable()
        #expect(
            try query("by-day", "#k = :v", "tue").member("Items")
                == #"[{"day":{"S":"tue"},"id":{"S":"a"},"n":{"N":"1"},"x":{"N":"10"}}]"#
        )
        let local = try query("local", "#k = :v", "a", #", "Limit": 1"#)
        #expect(local.member("Items") == #"[{"day":{"S":"mon"},"id":{"S":"a"},"n":{"N":"2"}}]"#)
        let fetched = try query("local", "#k = :v", "a", #", "Limit": 1, "Select": "ALL_ATTRIBUTES""#)
        #expect(fetched.values(of: "y", "S") == ["why"])
    }

    @Test(arguments: [
        (#", "ProjectionExpression": "y""#, "Global secondary index by-day does not project [y]"),
        (#", "Select": "ALL_ATTRIBUTES""#, "because its projection type is not ALL"),
        (#", "ConsistentRead": true"#, "Consistent reads are not supported on global secondary indexes"),
        (#", "ExclusiveStartKey": {"day": {"S": "mon"}}"#, "The provided starting key is invalid"),
    ])
    func `what a global index cannot answer is refused`(_ more: String, _ message: String) throws {
        try createTable()
        let answer = try query("by-day", "#k = :v", "mon", more)
        #expect(answer.message?.contains(message) == true, "\(answer.text)")
    }

    @Test func `an item changes its place in an index, and leaves it`() throws {
        try createTable()
        try put(1, #", "owner": {"S": "you"}, "day": {"S": "sun"}"#)
        _ = try store.call(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}, "n": {"N": "2"}}, "UpdateExpression": "REMOVE #o", "#
                + ##""ExpressionAttributeNames": {"#o": "owner"}}"##
        )
        _ = try store.call(
            "DeleteItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}, "n": {"N": "3"}}}"#
        )
        #expect(try query("by-owner", "#k = :v", "me").sortKeys == ["4"])
        #expect(try query("by-owner", "#k = :v", "you").sortKeys == ["5", "1"])
    }

    @Test func `a value that an index cannot hold is refused`() throws {
        try createTable()
        let wrong = try store.call(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "n": {"N": "9"}, "owner": {"N": "1"}}}"#
        )
        #expect(
            wrong.message
                == "One or more parameter values were invalid: Type mismatch for Index Key owner "
                + "Expected: S Actual: N IndexName: by-owner"
        )
        let key = #"{"TableName": "photos", "Key": {"id": {"S": "a"}, "n": {"N": "9"}}}"#
        #expect(try store.call("GetItem", key).text == "{}")
    }

    @Test func `an index can be scanned, and is described with its counts`() throws {
        try createTable()
        let scan = try store.call("Scan", #"{"TableName": "photos", "IndexName": "by-owner", "Limit": 4}"#)
        #expect(scan.sortKeys == ["2", "3", "4", "1"])
        let description = try store.call("DescribeTable", #"{"TableName": "photos"}"#)
        let indexes = description.member("Table", "GlobalSecondaryIndexes") ?? ""
        #expect(
            indexes.contains(
                #""IndexName":"by-owner","IndexSizeBytes":131,"IndexStatus":"ACTIVE","ItemCount":5"#
            ),
            "\(indexes)"
        )
    }

    @Test func `an index that is added holds the items that are there, one that is deleted is gone`() throws {
        try store.createTable()
        try store.put(#"{"id": {"S": "a"}, "owner": {"S": "me"}, "n": {"N": "1"}}"#, in: "photos")
        try store.put(#"{"id": {"S": "b"}, "owner": {"N": "1"}, "n": {"N": "2"}}"#, in: "photos")
        let creation = try store.call(
            "UpdateTable",
            """
            {"TableName": "photos", "AttributeDefinitions": [{"AttributeName": "owner", "AttributeType": "S"}],
             "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-owner",
                "Projection": {"ProjectionType": "ALL"}, "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}]}}]}
            """
        )
        #expect(creation.status == 200, "\(creation.text)")
        #expect(try query("by-owner", "#k = :v", "me").sortKeys == ["1"])
        let deletion = try store.call(
            "UpdateTable",
            #"{"TableName": "photos", "GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "by-owner"}}]}"#
        )
        #expect(deletion.member("TableDescription", "GlobalSecondaryIndexes") == nil)
        #expect(try query("by-owner", "#k = :v", "me").message?.contains("specified index") == true)
    }
}

import Testing

/// Tables as such.
struct TableTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
    }

    @Test func `a new table can be used at once and describes itself`() throws {
        try store.createTable("sorted", isSorted: true)
        let answer = try store.call("DescribeTable", #"{"TableName": "sorted"}"#)
        #expect(
            answer.member("Table", "KeySchema")
                == #"[{"AttributeName":"id","KeyType":"HASH"},{"AttributeName":"n","KeyType":"RANGE"}]"#
        )
        #expect(answer.member("Table", "TableStatus") == #""ACTIVE""#)
        #expect(
            answer.member("Table", "TableArn") == #""arn:aws:dynamodb:us-east-1:000000000000:table/sorted""#
        )
        #expect(answer.member("Table", "BillingModeSummary", "BillingMode") == #""PAY_PER_REQUEST""#)
        #expect(answer.member("Table", "ItemCount") == "0")
        try store.put(#"{"id": {"S": "a"}, "n": {"N": "1"}}"#)
        let filled = try store.call("DescribeTable", #"{"TableName": "sorted"}"#)
        #expect(filled.member("Table", "ItemCount") == "1")
        #expect(filled.member("Table", "TableSizeBytes") == "6")
    }

    @Test func `a table can be named by its ARN`() throws {
        try store.createTable()
        let arn = "arn:aws:dynamodb:us-east-1:000000000000:table/photos"
        try store.put(#"{"id": {"S": "a"}}"#, in: arn)
        #expect(try store.call("Scan", #"{"TableName": "photos"}"#).member("Count") == "1")
    }

    @Test func `a name is taken once`() throws {
        try store.createTable()
        let answer = try store.call(
            "CreateTable",
            #"{"TableName": "photos", "BillingMode": "PAY_PER_REQUEST", "#
                + #""KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "#
                + #""AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}"#
        )
        #expect(answer.code == "ResourceInUseException")
        #expect(answer.message == "Table already exists: photos")
    }

    @Test func `a deleted table is gone with its items`() throws {
        try store.createTable()
        try store.put(#"{"id": {"S": "a"}}"#, in: "photos")
        let answer = try store.call("DeleteTable", #"{"TableName": "photos"}"#)
        #expect(answer.member("TableDescription", "TableStatus") == #""DELETING""#)
        #expect(
            try store.call("DescribeTable", #"{"TableName": "photos"}"#).code == "ResourceNotFoundException"
        )
        try store.createTable()
        #expect(try store.call("Scan", #"{"TableName": "photos"}"#).member("Count") == "0")
    }

    @Test func `a protected table is not deleted until it is released`() throws {
        try store.createTable()
        let table = #""TableName": "photos""#
        _ = try store.call("UpdateTable", "{\(table), \"DeletionProtectionEnabled\": true}")
        #expect(try store.call("DeleteTable", "{\(table)}").code == "ValidationException")
        _ = try store.call("UpdateTable", "{\(table), \"DeletionProtectionEnabled\": false}")
        #expect(try store.call("DeleteTable", "{\(table)}").status == 200)
    }

    @Test func `tables are listed by name, page by page`() throws {
        for name in ["ccc", "aaa", "bbb"] { try store.createTable(name) }
        let first = try store.call("ListTables", #"{"Limit": 2}"#)
        #expect(first.sorted == #"{"LastEvaluatedTableName":"bbb","TableNames":["aaa","bbb"]}"#)
        let last = try store.call("ListTables", #"{"Limit": 2, "ExclusiveStartTableName": "bbb"}"#)
        #expect(last.sorted == #"{"TableNames":["ccc"]}"#)
    }

    @Test func `labels are added, replaced and taken away`() throws {
        try store.createTable()
        let arn = #""ResourceArn": "arn:aws:dynamodb:us-east-1:000000000000:table/photos""#
        let tags = #"[{"Key": "stage", "Value": "test"}, {"Key": "owner", "Value": "me"}]"#
        #expect(try store.call("TagResource", "{\(arn), \"Tags\": \(tags)}").status == 200)
        #expect(try store.call("UntagResource", "{\(arn), \"TagKeys\": [\"stage\"]}").status == 200)
        #expect(
            try store.call("ListTagsOfResource", "{\(arn)}").sorted
                == #"{"Tags":[{"Key":"owner","Value":"me"}]}"#
        )
        let other = "arn:aws:dynamodb:us-east-1:000000000000:table/other"
        #expect(
            try store.call("ListTagsOfResource", #"{"ResourceArn": "\#(other)"}"#).message
                == "Requested resource not found: ResourcArn: \(other) not found"
        )
    }

    @Test func `the choice of backups is remembered`() throws {
        try store.createTable()
        let path = ["ContinuousBackupsDescription", "PointInTimeRecoveryDescription"]
        let table = #""TableName": "photos""#
        let before = try store.call("DescribeContinuousBackups", "{\(table)}")
        #expect(before.member(path[0], path[1]) == #"{"PointInTimeRecoveryStatus":"DISABLED"}"#)
        let choice = #""PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}"#
        let after = try store.call("UpdateContinuousBackups", "{\(table), \(choice)}")
        #expect(after.member(path[0], path[1], "PointInTimeRecoveryStatus") == #""ENABLED""#)
        let missing = try store.call("DescribeContinuousBackups", #"{"TableName": "nowhere"}"#)
        #expect(missing.code == "TableNotFoundException")
    }

    private static let invalid = "One or more parameter values were invalid: "

    @Test(arguments: [
        (
            #""TableName": "ab""#,
            "Value 'ab' at 'tableName' failed to satisfy constraint"
        ),
        (#""BillingMode": "FREE""#, "Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]"),
        (
            #""BillingMode": "PROVISIONED""#,
            invalid
                + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
        ),
        (
            #""KeySchema": [{"AttributeName": "id", "KeyType": "SORT"}]"#,
            "Value 'SORT' at 'keySchema.1.member.keyType' failed to satisfy constraint"
        ),
        (
            #""KeySchema": [{"AttributeName": "id", "KeyType": "RANGE"}]"#,
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"
        ),
        (
            #""KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}]"#,
            invalid + "Some index key attributes are not defined in AttributeDefinitions. "
                + "Keys: [x], AttributeDefinitions: [id]"
        ),
        (
            #""AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "BOOL"}]"#,
            "Value 'BOOL' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint"
        ),
        (
            #""AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}]"#,
            invalid
                + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
        ),
        (#""LocalSecondaryIndexes": []"#, invalid + "List of LocalSecondaryIndexes is empty"),
    ])
    func `a table that makes no sense is refused`(_ member: String, _ message: String) throws {
        // Of a name that occurs twice the last value counts.
        let answer = try store.call(
            "CreateTable",
            #"{"TableName": "photos", "BillingMode": "PAY_PER_REQUEST", "#
                + #""KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "#
                + #""AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}], \#(member)}"#
        )
        #expect(answer.code == "ValidationException")
        #expect(answer.message?.contains(message) == true, "\(answer.text)")
        #expect(try store.call("ListTables", "{}").sorted == #"{"TableNames":[]}"#)
    }
}

import LocalStore
import TestClock
import Testing

/// Several items in one request, all or none.
struct TransactionTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
        try store.put(#"{"id": {"S": "a"}, "n": {"N": "1"}}"#, in: "photos")
        try store.put(#"{"id": {"S": "b"}, "n": {"N": "2"}}"#, in: "photos")
    }

    private func write(_ parts: String..., more: String = "") throws -> DynamoDBAnswer {
        try store.call(
            "TransactWriteItems",
            #"{"TransactItems": [\#(parts.joined(separator: ", "))]\#(more)}"#
        )
    }

    private func items() throws -> [String] {
        let answer = try store.call("Scan", #"{"TableName": "photos"}"#)
        return zip(answer.values(of: "id", "S"), answer.sortKeys).map { "\($0)=\($1)" }
    }

    private static let put = #"{"Put": {"TableName": "photos", "Item": {"id": {"S": "c"}, "n": {"N": "3"}}}}"#
    private static let delete = #"{"Delete": {"TableName": "photos", "Key": {"id": {"S": "b"}}}}"#
    private static let update =
        #"{"Update": {"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "ADD n :one", "#
        + #""ExpressionAttributeValues": {":one": {"N": "1"}}}}"#

    private static func check(_ id: String, _ condition: String, _ more: String = "") -> String {
        #"{"ConditionCheck": {"TableName": "photos", "Key": {"id": {"S": "\#(id)"}}, "#
            + #""ConditionExpression": "\#(condition)"\#(more)}}"#
    }

    @Test func `all writes happen together`() throws {
        let answer = try write(
            Self.put,
            Self.delete,
            Self.update,
            Self.check("d", "attribute_not_exists(id)"),
            more: #", "ReturnConsumedCapacity": "TOTAL""#
        )
        #expect(answer.member("ConsumedCapacity") == #"[{"CapacityUnits":8,"TableName":"photos"}]"#)
        #expect(try items() == ["a=2", "c=3"])
    }

    @Test func `one condition that does not hold keeps all from happening`() throws {
        let answer = try write(
            Self.put,
            Self.check("b", "n > n2", #", "ReturnValuesOnConditionCheckFailure": "ALL_OLD""#),
            Self.update
        )
        #expect(answer.code == "TransactionCanceledException")
        #expect(
            answer.message
                == "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + "[None, ConditionalCheckFailed, None]"
        )
        #expect(
            answer.member("CancellationReasons")
                == #"[{"Code":"None"},{"Code":"ConditionalCheckFailed","Item":{"id":{"S":"b"},"n":{"N":"2"}},"#
                + #""Message":"The conditional request failed"},{"Code":"None"}]"#
        )
        #expect(try items() == ["a=1", "b=2"])
    }

    @Test func `a write that does not fit the item is one of the reasons`() throws {
        let update =
            #"{"Update": {"TableName": "photos", "Key": {"id": {"S": "b"}}, "UpdateExpression": "SET n = n + id"}}"#
        let answer = try write(Self.put, update)
        #expect(
            answer.member("CancellationReasons")
                == #"[{"Code":"None"},{"Code":"ValidationError","#
                + #""Message":"An operand in the update expression has an incorrect data type"}]"#
        )
    }

    @Test func `a transaction with a token happens once in ten minutes`() throws {
        let token = #", "ClientRequestToken": "once""#
        #expect(try write(Self.update, more: token).status == 200)
        #expect(try write(Self.update, more: token).status == 200)
        #expect(try items() == ["a=2", "b=2"])
        let other = try write(Self.delete, more: token)
        #expect(other.code == "IdempotentParameterMismatchException")
        store.clock.advance(by: .seconds(600))
        #expect(try write(Self.update, more: token).status == 200)
        #expect(try items() == ["a=3", "b=2"])
    }

    @Test func `a transaction that was refused may be tried again with its token`() throws {
        let token = #", "ClientRequestToken": "again""#
        let conditional = Self.check("c", "attribute_exists(id)")
        #expect(try write(conditional, more: token).code == "TransactionCanceledException")
        #expect(try write(Self.put, more: token).status == 200)
    }

    @Test(arguments: [
        ([put, put], "Transaction request cannot include multiple operations on one item"),
        (["{}"], "TransactItems can only contain one of Check, Put, Update or Delete"),
        (
            [],
            "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1"
        ),
        ([check("a", "id =")], #"Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "=""#),
    ])
    func `a transaction that breaks a rule is refused`(_ parts: [String], _ message: String) throws {
        let answer = try store.call(
            "TransactWriteItems",
            #"{"TransactItems": [\#(parts.joined(separator: ", "))]}"#
        )
        #expect(answer.code == "ValidationException")
        #expect(answer.message == message)
    }

    @Test func `items are read together, those that are not there as nothing`() throws {
        let answer = try store.call(
            "TransactGetItems",
            """
            {"TransactItems": [{"Get": {"TableName": "photos", "Key": {"id": {"S": "b"}}, "ProjectionExpression": "n"}},
                {"Get": {"TableName": "photos", "Key": {"id": {"S": "z"}}}}]}
            """
        )
        #expect(answer.sorted == #"{"Responses":[{"Item":{"n":{"N":"2"}}},{}]}"#)
    }
}

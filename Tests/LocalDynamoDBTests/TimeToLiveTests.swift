import LocalStore
import TestClock
import Testing

/// Items that expire.
struct TimeToLiveTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
    }

    private func setTimeToLive(_ attribute: String, _ isEnabled: Bool) throws -> DynamoDBAnswer {
        try store.call(
            "UpdateTimeToLive",
            #"{"TableName": "photos", "TimeToLiveSpecification": {"AttributeName": "\#(attribute)", "Enabled": \#(isEnabled)}}"#
        )
    }

    private func put(_ id: String, _ attribute: String) throws {
        try store.put(#"{"id": {"S": "\#(id)"}, "expiresAt": \#(attribute)}"#, in: "photos")
    }

    private func ids() throws -> Set<String> {
        Set(try store.call("Scan", #"{"TableName": "photos"}"#).values(of: "id", "S"))
    }

    @Test func `an item goes away in the background when its moment is past`() throws {
        #expect(try setTimeToLive("expiresAt", true).status == 200)
        let now = store.clock.now.seconds
        try put("soon", #"{"N": "\#(now + 30)"}"#)
        try put("later", #"{"N": "\#(now + 90)"}"#)
        try put("text", #"{"S": "\#(now)"}"#)
        try put("milliseconds", #"{"N": "\#(now * 1000)"}"#)
        try put("long past", #"{"N": "\#(now - 6 * 365 * 86_400)"}"#)
        store.clock.advance(by: .seconds(59))
        try store.writer.settle()
        #expect(try ids().count == 5)
        store.clock.advance(by: .seconds(1))
        try store.writer.settle()
        #expect(try ids() == ["later", "text", "milliseconds", "long past"])
        store.clock.advance(by: .seconds(60))
        try store.writer.settle()
        #expect(try ids() == ["text", "milliseconds", "long past"])
    }

    @Test func `a moment comes as much later as the services' clock is ahead of the writer's`() throws {
        _ = try setTimeToLive("expiresAt", true)
        let now = store.clock.now.seconds
        try put("before", #"{"N": "\#(now + 3 * 86_400)"}"#)
        store.clock.getAhead(by: .seconds(2 * 86_400))
        try put("after", #"{"N": "\#(now + 86_400)"}"#)
        store.clock.getAhead(by: .seconds(86_400 - 60))
        try store.writer.settle()
        #expect(try ids() == ["before", "after"])
        store.clock.advance(by: .seconds(60))
        try store.writer.settle()
        #expect(try ids() == [])
    }

    @Test func `a new moment counts instead of the old one`() throws {
        _ = try setTimeToLive("expiresAt", true)
        let now = store.clock.now.seconds
        try put("a", #"{"N": "\#(now + 10)"}"#)
        _ = try store.call(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET expiresAt = :t", "#
                + #""ExpressionAttributeValues": {":t": {"N": "\#(now + 100)"}}}"#
        )
        store.clock.advance(by: .seconds(60))
        try store.writer.settle()
        #expect(try ids() == ["a"])
    }

    @Test func `items that were there before expire, too, and none once it is switched off`() throws {
        try put("a", #"{"N": "\#(store.clock.now.seconds + 10)"}"#)
        _ = try setTimeToLive("expiresAt", true)
        #expect(try setTimeToLive("expiresAt", false).status == 200)
        store.clock.advance(by: .seconds(60))
        try store.writer.settle()
        #expect(try ids() == ["a"])
        _ = try setTimeToLive("expiresAt", true)
        store.clock.advance(by: .seconds(60))
        try store.writer.settle()
        #expect(try ids() == [])
    }

    @Test func `a table tells by which attribute its items expire`() throws {
        let describe = #"{"TableName": "photos"}"#
        #expect(
            try store.call("DescribeTimeToLive", describe).sorted
                == #"{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}"#
        )
        #expect(
            try setTimeToLive("expiresAt", true).sorted
                == #"{"TimeToLiveSpecification":{"AttributeName":"expiresAt","Enabled":true}}"#
        )
        #expect(
            try store.call("DescribeTimeToLive", describe).sorted
                == #"{"TimeToLiveDescription":{"AttributeName":"expiresAt","TimeToLiveStatus":"ENABLED"}}"#
        )
    }

    @Test func `a choice that is made already is refused`() throws {
        #expect(try setTimeToLive("expiresAt", false).message == "TimeToLive is already disabled")
        _ = try setTimeToLive("expiresAt", true)
        #expect(try setTimeToLive("expiresAt", true).message == "TimeToLive is already enabled")
        #expect(
            try setTimeToLive("other", true).message
                == "TimeToLive is active on a different AttributeName: current AttributeName is expiresAt"
        )
    }
}

import LocalStore
import TestClock
import Testing

@testable import LocalServiceKit

@Suite struct `The page of the clock` {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
    }

    @Test func `says the time that the services go by`() throws {
        let now = try cloud.page("GET", "/_aws/clock")["now"]
        #expect(now == .number(String(cloud.clock.now.milliseconds)))
    }

    @Test func `moves the time, and answers when what was due is done`() throws {
        let url = try cloud.createQueue("q")
        try cloud.post("later", to: url, ["DelaySeconds": .number("900")])
        #expect(try cloud.receive(url).isEmpty)
        let before = cloud.clock.now
        let answer = try cloud.page("POST", "/_aws/clock", body: #"{"advanceSeconds": 900}"#)
        #expect(answer["now"] == .number(String(before.milliseconds + 900_000)))
        #expect(try cloud.receive(url).map { $0["Body"] } == ["later"])
    }

    @Test(arguments: [
        "", "{}", "900", #"{"advanceSeconds": "900"}"#, #"{"advanceSeconds": 0}"#, #"{"advanceSeconds": -1}"#,
        #"{"advanceSeconds": 1.5}"#, #"{"advanceSeconds": 1e400}"#, #"{"advanceSeconds": 315360001}"#,
        #"{"advanceSeconds": 99999999999999999999}"#,
    ])
    func `refuses what is no number of seconds ahead`(body: String) throws {
        let before = cloud.clock.now
        let answer = try cloud.page("POST", "/_aws/clock", body: body)
        #expect(answer.status == 400)
        #expect(answer.text.contains("advanceSeconds"))
        #expect(cloud.clock.now == before)
    }

    @Test func `has no other methods`() throws {
        #expect(try cloud.page("DELETE", "/_aws/clock").status == 405)
    }
}

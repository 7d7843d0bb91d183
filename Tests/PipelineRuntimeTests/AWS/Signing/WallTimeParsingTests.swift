import Testing

@testable import PipelineRuntime

@Suite struct `Dates on the wire` {
    private let moment = WallTime(millisecondsSince1970: 784_111_777_000)

    @Test func `HTTP's and AWS's forms are the same moment`() {
        #expect(WallTime(httpDate: "Sun, 06 Nov 1994 08:49:37 GMT") == moment)
        #expect(WallTime(httpDate: "Sunday, 06-Nov-94 08:49:37 GMT") == moment)
        #expect(WallTime(httpDate: "Sun Nov  6 08:49:37 1994") == moment)
        #expect(WallTime(httpDate: "Sunday, 22-Nov-26 08:49:37 GMT")?.basicFormat == "20261122T084937Z")
        #expect(WallTime(rfc3339: "1994-11-06T08:49:37Z") == moment)
        #expect(WallTime(rfc3339: "1994-11-06T08:49:37.999Z") == moment)
        #expect(moment.basicFormat == "19941106T084937Z")
    }

    @Test(arguments: [
        "", "Sun, 06 Nov 1994", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Foo 1994 08:49:37 GMT", "now",
        "Sun, 96 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 28:49:37 GMT", "Sunday, 06-Nov-94 08:49:37",
        "Sun Nov  6 08:49:37 94", "Sun 6 Nov 08:49:37 1994", "Sunday, 06-Nov-4 08:49:37 GMT",
    ])
    func `what is no HTTP date is refused`(text: String) {
        #expect(WallTime(httpDate: text) == nil)
    }

    @Test(arguments: [
        "", "Z", "1994-11-06", "1994-11-06T08:49:37", "1994-11-06T08:49:37+01:00", "1994-13-06T08:49:37Z",
        "1994-11-06T08:49Z", "1994-11--6T08:49:37Z", "99999999999-11-06T08:49:37Z",
    ])
    func `what is no RFC 3339 in UTC is refused`(text: String) {
        #expect(WallTime(rfc3339: text) == nil)
    }
}

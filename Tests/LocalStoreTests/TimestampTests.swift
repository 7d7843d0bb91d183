import LocalStore
import Testing

@Suite
struct TimestampTests {
    /// Texts by GNU date.
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_767_225_599_999, "2025-12-31T23:59:59.999Z", "Wed, 31 Dec 2025 23:59:59 GMT"),
        (4_107_542_399_000, "2100-02-28T23:59:59.000Z", "Sun, 28 Feb 2100 23:59:59 GMT"),
        (-1, "1969-12-31T23:59:59.999Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func `a moment is written as date and time`(milliseconds: Int, iso: String, http: String) {
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(moment.iso8601 == iso)
        #expect(moment.httpDate == http)
        #expect(Timestamp(httpDate: http)?.seconds == moment.seconds)
        #expect(Timestamp(basicISO8601: moment.basicISO8601)?.seconds == moment.seconds)
    }

    @Test(arguments: [
        "", "20260131T090500", "20260230T090500Z", "20261301T000000Z", "2026-1-1T00:00:00Z",
        "20260101T250000Z",
    ])
    func `a malformed signing date is none`(text: String) {
        #expect(Timestamp(basicISO8601: text) == nil)
    }

    @Test(arguments: [
        "", "yesterday", "Sat, 31 Feb 2026 09:05:00 GMT", "Sat, 31 Jan 2026 09:05 GMT",
        "Sat, 31 Foo 2026 09:05:00 GMT",
    ])
    func `a malformed header date is none`(text: String) {
        #expect(Timestamp(httpDate: text) == nil)
    }

    @Test func `durations move a moment and lie between two`() {
        let moment = Timestamp(seconds: 100)
        #expect(moment + .milliseconds(1500) == Timestamp(milliseconds: 101_500))
        #expect(moment - .seconds(1) == Timestamp(seconds: 99))
        #expect(Timestamp(seconds: 5) - Timestamp(seconds: 7) == .seconds(-2))
        #expect(Timestamp(milliseconds: -1).seconds == -1)
    }
}

import PipelineRuntime
import Testing

@Suite struct WallTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (951_868_800_000, "2000-03-01T00:00:00.000Z"),
            (1_769_860_800_001, "2026-01-31T12:00:00.001Z"),
            (4_107_542_399_000, "2100-02-28T23:59:59.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (-11_676_096_000_000, "1600-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] as [(Int64, String)]
    )
    func `a moment is written as RFC 3339 in UTC`(milliseconds: Int64, text: String) {
        #expect(WallTime(millisecondsSince1970: milliseconds).description == text)
    }

    @Test func `moments and lengths of time fit together`() {
        let start = WallTime(millisecondsSince1970: 1000)
        let end = start.advanced(by: .milliseconds(2500))
        #expect(start.duration(to: end) == .milliseconds(2500))
        #expect(end.duration(to: start) == .milliseconds(-2500))
        #expect(start < end)
    }

    @Test func `the system's clock goes on`() {
        let first = SystemWallClock().now
        #expect(first >= WallTime(millisecondsSince1970: 1_700_000_000_000))
        #expect(SystemWallClock().now >= first)
    }
}

import Testing

@testable import Imaging

@Suite struct EXIFDateTests {
    @Test(arguments: [
        ("2024:03:09 18:05:59", nil, "2024-03-09T18:05:59"),
        ("1999:12:31 23:59:60", "-03:30", "1999-12-31T23:59:60-03:30"),
        ("2024-03-09T18:05:59Z", "+00:00", "2024-03-09T18:05:59+00:00"),
        ("2024:03:09 18:05:59", "   :  ", "2024-03-09T18:05:59"),
    ])
    func `a date is read with its offset`(text: String, offset: String?, expected: String) {
        #expect(EXIFDate(text, offset: offset)?.description == expected)
    }

    @Test(arguments: [
        "", "    :  :     :  :  ", "0000:00:00 00:00:00", "2024:13:01 00:00:00", "2024:01:01 24:00:00",
        "2024:01:01", "\u{e9}024:01:01 00:00:00",
    ])
    func `what is no date is nil`(text: String) {
        #expect(EXIFDate(text) == nil)
    }
}

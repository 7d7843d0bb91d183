import Testing

@testable import StageContracts

@Suite struct `Moments` {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_001, "2000-02-29T00:00:00.001Z"),
        (1_709_251_199_999, "2024-02-29T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
    ])
    func `moments have one text`(milliseconds: Int, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
        #expect(Timestamp(text: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2024-02-30T00:00:00.000Z", "2023-02-29T00:00:00.000Z", "2024-13-01T00:00:00.000Z",
        "2024-00-01T00:00:00.000Z",
        "2024-01-01T24:00:00.000Z", "2024-01-01T00:60:00.000Z", "2024-01-01T00:00:60.000Z",
        "2024-01-01 00:00:00.000Z",
        "2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000+01:00", "+024-01-01T00:00:00.000Z",
    ])
    func `are read from no other text`(text: String) {
        #expect(Timestamp(text: text) == nil)
    }

    @Test func `of every day of four centuries come back the same`() {
        for day in stride(from: 0, to: 146_097, by: 1) {
            #expect(CivilDate(daysSince1970: day).daysSince1970 == day)
        }
    }
}

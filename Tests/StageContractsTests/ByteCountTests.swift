import StageContracts
import Testing

@Suite struct ByteCountTests {
    @Test(
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (1499, "1 kB"), (1500, "2 kB"),
            (999_499, "999 kB"), (999_500, "1.0 MB"), (1_049_999, "1.0 MB"), (1_050_000, "1.1 MB"),
            (26_214_400, "26.2 MB"),
        ]
    )
    func `a count of bytes has the unit that people expect`(count: Int, text: String) {
        #expect(ByteCount(count).description == text)
    }
}

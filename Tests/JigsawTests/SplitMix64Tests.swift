import Testing

@testable import Jigsaw

@Suite struct `The random numbers` {
    @Test func `are those of the published generator`() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    @Test(arguments: [0...0, 0...1, -5...5, 100...1_000_000])
    func `keep to a range and reach both of its ends where it is small`(range: ClosedRange<Int>) {
        var random = SplitMix64(seed: 7)
        let numbers = (0..<1_000).map { _ in random.number(in: range) }
        #expect(numbers.allSatisfy(range.contains))
        if range.count < 100 { #expect(Set(numbers) == Set(range)) }
    }
}

import Testing

@testable import PipelineStage

@Suite struct `The pause before another delivery` {
    @Test(arguments: [(0, 4), (1, 4), (2, 8), (3, 16), (8, 512), (9, 900), (100, 900), (.max, 900)])
    func `may be as long as`(count: Int, seconds: Int) {
        #expect(Backoff(random: { 1 }).pause(afterDeliveries: count) == .seconds(seconds))
    }

    @Test(arguments: [(1, 0), (99, 0), (100, 900), (500, 900)])
    func `is none for what cannot be read, unless nobody takes it out of the queue`(count: Int, seconds: Int)
    {
        #expect(Backoff(random: { 1 }).pause(afterUnreadableDeliveries: count) == .seconds(seconds))
    }

    @Test func `is spread over half of the time`() {
        #expect(Backoff(random: { 0 }).pause(afterDeliveries: 3) == .seconds(8))
        let pauses = Set((0..<50).map { _ in Backoff().pause(afterDeliveries: 5) })
        #expect(pauses.count > 40)
        #expect(pauses.allSatisfy { $0 >= .seconds(32) && $0 <= .seconds(64) })
    }

    /// The longest pause of all, then the shortest: chance at its worst.
    @Test func `is never shorter than the one before`() {
        var chances = [1.0, 0, 0.9, 0.1, 1, 0, 0.5, 0.2, 1, 1]
        let backoff = Backoff(random: { chances.removeFirst() })
        let pauses = (1...8).map { backoff.pause(afterDeliveries: $0) }
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(pauses.last.map { $0 > .seconds(307) } == true)
    }
}

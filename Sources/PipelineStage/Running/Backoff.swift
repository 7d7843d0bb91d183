/// The pause before a message is delivered again: never shorter than the one before.
///
/// It is random, so that messages that failed together do not come back together, but only by half ("equal jitter", AWS
/// Architecture Blog, "Exponential Backoff And Jitter"): "full jitter" calls less often, and may wait for a shorter time than
/// before.
struct Backoff {
    /// The longest pause after the first delivery.
    var base: Duration = .seconds(4)
    /// The longest pause at all.
    var limit: Duration = .seconds(900)
    /// Gives a number from 0 to 1.
    var random: () -> Double = { Double.random(in: 0...1) }

    /// A pause after a number of deliveries.
    func pause(afterDeliveries count: Int) -> Duration {
        let doublings = min(max(count - 1, 0), 16)
        let longest = min(base * (1 << doublings), limit)
        return longest / 2 + longest / 2 * random()
    }

    /// The pause of a message that cannot be read: none, so that its queue soon gives it up, until it has come so often that its
    /// queue can have no dead-letter queue.
    func pause(afterUnreadableDeliveries count: Int) -> Duration {
        count < 100 ? .zero : pause(afterDeliveries: count)
    }
}

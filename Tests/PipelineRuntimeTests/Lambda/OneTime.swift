import Synchronization

/// Says yes once.
final class OneTime: Sendable {
    private let isLeft = Atomic(true)

    func take() -> Bool {
        isLeft.exchange(false, ordering: .relaxed)
    }
}

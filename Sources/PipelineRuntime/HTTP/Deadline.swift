/// A moment on the monotonic clock after which work is in vain; changes of the wall clock do not move it.
package struct Deadline: Sendable, Hashable {
    private let instant: ContinuousClock.Instant?

    /// The deadline that never comes.
    package static let never = Deadline(nil)

    /// The moment `instant`; `nil` never comes.
    package init(_ instant: ContinuousClock.Instant?) {
        self.instant = instant
    }

    /// The moment that is `duration` after `now`.
    package static func after(_ duration: Duration, from now: ContinuousClock.Instant = .now) -> Deadline {
        Deadline(now.advanced(by: duration))
    }

    /// The time that is left, zero when the deadline has passed, `nil` when it never comes.
    package func remaining(at now: ContinuousClock.Instant = .now) -> Duration? {
        instant.map { max(.zero, now.duration(to: $0)) }
    }

    /// Whether no time is left.
    package func hasPassed(at now: ContinuousClock.Instant = .now) -> Bool {
        remaining(at: now) == .zero
    }

    /// The same deadline, `margin` earlier: time kept back for what must follow.
    package func earlier(by margin: Duration) -> Deadline {
        Deadline(instant?.advanced(by: .zero - margin))
    }
}

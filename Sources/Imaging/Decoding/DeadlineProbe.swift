/// Carries a deadline into C: libraries ask it during their long calls, libwebp from threads of its own.
///
/// Any thread may ask at any time: nothing here changes, and `isPastDeadline` is `@Sendable`.
final class DeadlineProbe: Sendable {
    private let limits: ImageLimits

    init(_ limits: ImageLimits) {
        self.limits = limits
    }

    /// What C passes back; valid as long as the probe lives.
    var context: UnsafeMutableRawPointer {
        Unmanaged.passUnretained(self).toOpaque()
    }

    /// The C callback: 1 when the deadline has passed.
    static let callback: @convention(c) (UnsafeMutableRawPointer?) -> CInt = { context in
        guard let context else { return 0 }
        return Unmanaged<DeadlineProbe>.fromOpaque(context).takeUnretainedValue().limits.isPastDeadline()
            ? 1 : 0
    }
}

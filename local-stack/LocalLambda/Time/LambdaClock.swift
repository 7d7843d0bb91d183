/// Where the emulator gets its time: the system's, or a test's that is advanced by hand.
package protocol LambdaClock: Sendable {
    /// Time since some start; it never goes backwards.
    var uptime: Duration { get }

    /// Milliseconds since 1970, as the wall clock shows them.
    var epochMilliseconds: Int64 { get }

    /// Runs `action` once after `delay`, unless the alarm is cancelled before.
    @LambdaActor
    func schedule(after delay: Duration, _ action: @escaping @LambdaActor @Sendable () -> Void) -> any Alarm
}

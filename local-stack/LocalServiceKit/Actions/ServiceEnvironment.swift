package import LocalStore

/// What every service works with.
package struct ServiceEnvironment: Sendable {
    /// The store that holds the services' state.
    package let writer: StateWriter
    /// What the services go by; the writer's clock.
    package let clock: any WallClock
    /// Verifies who signed a request.
    package let authenticator: Authenticator

    /// What services over that store work with.
    package init(writer: StateWriter, clock: any WallClock) {
        self.writer = writer
        self.clock = clock
        authenticator = Authenticator(clock: clock)
    }

    /// Runs actions over the store.
    var runner: ActionRunner { ActionRunner(writer: writer) }
}

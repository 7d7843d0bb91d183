/// What one client may use of a server.
package struct HTTPServerLimits: Sendable {
    /// Connections that are open at once; further ones wait to be accepted.
    package var connections = 4096
    /// Memory of one connection; it bounds the request's head (431 beyond) and is the unit in which bodies arrive.
    package var connectionMemoryByteCount = 64 << 10
    /// Seconds without a byte after which a connection is closed, nil for no limit; one that waits for its answer is never
    /// closed.
    package var idleSeconds: Int? = 60
    /// Threads; each serves any number of connections.
    package var threads = 4

    /// The limits that suit a development machine.
    package init() {}
}

/// Where the body of a successful (2xx) response goes; any other response's body goes to memory.
package enum HTTPResponseDestination: Sendable, Hashable {
    /// Into `HTTPResponse.body`.
    case memory
    /// Into the file at that path, created or truncated when the first 2xx header section has arrived.
    case file(path: String)
}

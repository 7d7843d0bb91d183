/// How much of an answer's body is wanted.
package enum HTTPBodyReading: Sendable, Hashable {
    /// All of it; an answer that breaks off, or is too long, is a failure.
    case whole
    /// All of it where the status is 2xx; any other answer ends with its header section.
    case ofSuccess
    /// Nothing: the header section is the answer, whatever becomes of the body.
    ///
    /// What comes within half a second, and 64 KiB of it at most, is read and dropped, so that an ordinary server can
    /// end its answer in good order; then the connection is closed.
    case none
}

/// What the process's exit status says to whoever started it.
package enum ProcessStatus: Int32, Sendable, Hashable {
    /// Asked to stop, after the work in hand was done.
    case stopped = 0
    /// Cannot go on: the handler could not be built, the Runtime API or the queue is lost.
    case failed = 1
    /// Started wrongly: a variable is missing or unusable, so that starting again cannot help.
    case misconfigured = 2
}

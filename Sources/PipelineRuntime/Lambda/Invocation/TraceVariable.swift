import Glibc

/// The variable in which libraries look for the trace of the current invocation.
///
/// It belongs to the whole process, so only a process that handles one invocation at a time may set it.
enum TraceVariable {
    /// The variable's name.
    static let name = "_X_AMZN_TRACE_ID"

    /// Sets the variable, or removes it for an invocation without a trace.
    static func set(_ traceID: String?) {
        if let traceID {
            setenv(name, traceID, 1)
        } else {
            unsetenv(name)
        }
    }
}

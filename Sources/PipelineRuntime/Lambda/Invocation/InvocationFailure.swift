/// Why an invocation, or the start before it, failed: what the invoker is told in place of an answer.
package struct InvocationFailure: Error, Sendable, Hashable {
    /// The class of failure, for metrics.
    package let type: FailureType
    /// What happened, for people; any text.
    package let message: String
    /// Where it was made, innermost first.
    package let stackTrace: [StackFrame]

    /// Makes a failure and notes where that was.
    package init(
        _ type: FailureType,
        _ message: String,
        path: String = #fileID,
        line: Int = #line,
        label: String = #function
    ) {
        self.type = type
        self.message = message
        self.stackTrace = [StackFrame(path: path, line: line, label: label)]
    }

    /// Makes a failure of whatever error ended the start.
    init(startFailedBy error: any Error) {
        switch error {
        case let failure as InvocationFailure: self = failure
        case let error as SettingsError: self.init(.runtime("InvalidSettings"), error.description)
        default: self.init(.runtime("InitError"), "\(error)")
        }
    }
}

extension InvocationFailure: CustomStringConvertible {
    /// The type and the message.
    package var description: String { "\(type.text): \(message)" }
}

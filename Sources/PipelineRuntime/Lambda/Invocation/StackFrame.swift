/// A place in the source at which a failure was made.
package struct StackFrame: Sendable, Hashable {
    /// The module and file, as `#fileID` gives them.
    package let path: String
    /// The line, counted from 1.
    package let line: Int
    /// The function.
    package let label: String

    /// Makes a frame.
    package init(path: String, line: Int, label: String) {
        self.path = path
        self.line = line
        self.label = label
    }
}

extension StackFrame: Encodable {}

extension StackFrame: CustomStringConvertible {
    /// The form of a line in a stack trace.
    package var description: String { "\(label) (\(path):\(line))" }
}

extension JSONValue {
    /// Reads a whole document that somebody wrote by hand.
    ///
    /// - Throws: ``InvalidRequest`` with the one problem for which nothing of it can be read.
    init(readingDocument bytes: [UInt8]) throws(InvalidRequest) {
        do {
            self = try JSONValue(parsing: bytes)
        } catch {
            throw InvalidRequest(problems: [Problem(error.pointer, error.problemCode, error.text)])
        }
    }
}

extension JSONSyntaxError {
    fileprivate var problemCode: ProblemCode {
        switch reason {
        case .tooLarge: .tooLarge
        case .tooDeep: .tooDeep
        case .duplicateMember: .duplicate
        case .unexpectedEnd, .unexpectedByte, .invalidString, .invalidNumber, .trailingBytes: .malformed
        }
    }
}

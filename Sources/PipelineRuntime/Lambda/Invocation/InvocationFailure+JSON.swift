extension InvocationFailure {
    /// The error request of the Runtime API: `{"errorMessage":…,"errorType":…,"stackTrace":[…]}`.
    var json: [UInt8] {
        LineEncoder.encode(ErrorRequest(self)) ?? []
    }

    /// What X-Ray shows as the cause, written in ASCII because it travels in a header.
    ///
    /// Shape: `Lambda-Runtime-Function-XRay-Error-Cause` as AWS's runtime clients send it. Lambda crops it at 64 KiB,
    /// which would break it, so a long message is cut here.
    func xRayCause(workingDirectory: String) -> String {
        let exception = Cause.Exception(
            type: type.text,
            message: String(message.prefix(2048)),
            stack: stackTrace
        )
        let cause = Cause(
            workingDirectory: workingDirectory,
            exceptions: [exception],
            paths: Set(stackTrace.map(\.path)).sorted()
        )
        let json = String(decoding: LineEncoder.encode(cause) ?? [], as: UTF8.self)
        return json.unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? String($0) : $0.jsonEscape }
            .joined()
    }

    private struct ErrorRequest: Encodable {
        let errorMessage: String
        let errorType: String
        let stackTrace: [String]

        init(_ failure: InvocationFailure) {
            errorMessage = failure.message
            errorType = failure.type.text
            stackTrace = failure.stackTrace.map(\.description)
        }
    }

    private struct Cause: Encodable {
        let workingDirectory: String
        let exceptions: [Exception]
        let paths: [String]

        struct Exception: Encodable {
            let type: String
            let message: String
            let stack: [StackFrame]
        }

        enum CodingKeys: String, CodingKey {
            case workingDirectory = "working_directory"
            case exceptions
            case paths
        }
    }
}

extension Unicode.Scalar {
    /// The scalar as `\uXXXX`, as a pair of surrogates beyond the basic plane.
    fileprivate var jsonEscape: String {
        UTF16.encode(self).map { units in
            units.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        } ?? ""
    }
}

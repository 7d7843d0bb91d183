import FoundationEssentials

/// One call of a function.
package struct Invocation: Sendable, Hashable {
    /// The invocation's id, which the function sees as its request id.
    package let requestID: String
    /// The function's name.
    package let functionName: String
    /// What the function is given.
    package let payload: [UInt8]
    /// The caller's client context, JSON; nil where there is none.
    package let clientContext: String?
    /// The value of `X-Amzn-Trace-Id`.
    package let traceID: String
    /// What the invocations of one event source have in common; nil for a caller's own.
    package let source: String?
    /// Whether the result carries the end of the log; it then comes only after the `REPORT` line.
    package let wantsLogTail: Bool

    /// A call with a new request id, and with a new unsampled trace where none is given.
    package init(
        functionName: String,
        payload: [UInt8],
        clientContext: String? = nil,
        traceID: String? = nil,
        source: String? = nil,
        wantsLogTail: Bool = false
    ) {
        let requestID = UUID().uuidString.lowercased()
        self.requestID = requestID
        self.functionName = functionName
        self.payload = payload
        self.clientContext = clientContext
        self.traceID = traceID ?? Self.unsampledTrace(requestID)
        self.source = source
        self.wantsLogTail = wantsLogTail
    }

    /// `Root=1-{8 hex digits}-{24 hex digits};Parent={16 hex digits};Sampled=0`.
    private static func unsampledTrace(_ requestID: String) -> String {
        let digits = Array(requestID.filter { $0 != "-" })
        return
            "Root=1-\(String(digits[..<8]))-\(String(digits[8...]));Parent=\(String(digits[..<16]));Sampled=0"
    }
}

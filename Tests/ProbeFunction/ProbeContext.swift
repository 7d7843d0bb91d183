import Glibc
import PipelineRuntime

/// What a handler was told about its invocation.
struct ProbeContext: Encodable {
    let process: Int32
    let requestID: String
    let invokedFunctionARN: String?
    let traceID: String?
    let traceVariable: String?
    let clientContext: String?
    let deadlineMilliseconds: Int64

    init(_ context: InvocationContext) {
        process = getpid()
        requestID = context.requestID
        invokedFunctionARN = context.invokedFunctionARN
        traceID = context.traceID
        traceVariable = getenv("_X_AMZN_TRACE_ID").map { String(cString: $0) }
        clientContext = context.clientContext
        deadlineMilliseconds = context.deadlineTime.millisecondsSince1970
    }
}

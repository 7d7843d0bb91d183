/// The value of `Lambda-Runtime-Function-Error-Type`, as the platform records it.
struct FunctionErrorType: Hashable, Sendable {
    /// The accepted text.
    let text: String

    /// Accepts `Runtime.Reason` and `Function.Reason`; another `Function.` becomes `Function.Unknown`, all else
    /// `Runtime.Unknown` (AWS's emulator, `fatalerror.go`).
    init(header: String?) {
        let header = header ?? ""
        if header.contains(#/(Runtime|Function)\.[A-Z][a-zA-Z]+/#) {
            text = header
        } else {
            text = header.hasPrefix("Function.") ? "Function.Unknown" : "Runtime.Unknown"
        }
    }
}

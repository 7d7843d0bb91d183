/// Takes what functions print and what the platform says of their invocations.
package protocol FunctionLog: Sendable {
    /// Takes one line without its end; calls come from one thread at a time.
    func write(_ line: [UInt8], function: String)
}

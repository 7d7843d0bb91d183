/// What a function does with one event.
package protocol LambdaHandler: AnyObject {
    /// Handles one event and answers it.
    ///
    /// The answer goes to whoever invoked the function; a failure is reported in its place. Called again and again
    /// from one thread, never twice at once.
    ///
    /// - Parameters:
    ///   - event: The event's bytes, JSON as a rule.
    ///   - context: What is known about the invocation.
    /// - Returns: The answer, JSON as a rule.
    /// - Throws: What the invoker is told when there is no answer.
    func handle(_ event: [UInt8], _ context: InvocationContext) throws(InvocationFailure) -> [UInt8]
}

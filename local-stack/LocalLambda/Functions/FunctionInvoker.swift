/// Something that runs functions: the pool, or a test's stand-in.
package protocol FunctionInvoker: Sendable {
    /// Runs a function; `then` is called once, from any thread, and must not block.
    func invoke(_ invocation: Invocation, then: @escaping @Sendable (InvocationResult) -> Void)
}

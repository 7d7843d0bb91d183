/// Takes a request's body while it arrives.
///
/// The calls come one after the other, though not always from the same thread. A sink that is released before `finish`
/// belongs to a request that broke off; its `deinit` cleans up.
package protocol BodySink: AnyObject, Sendable {
    /// Takes the next bytes; after a refusal no further call comes.
    func write(_ chunk: UnsafeRawBufferPointer) throws(BodyRefusal)

    /// The body has ended as the request said it would.
    func finish() throws(BodyRefusal)
}

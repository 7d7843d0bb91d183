/// Takes the next bytes of a body, in order and of any length above zero; answers whether more is wanted.
package typealias HTTPBodyReceiver = (UnsafeRawBufferPointer) -> Bool

/// Sends requests whose answers are read while they arrive, such as streams of events.
package protocol HTTPStreamingTransport: HTTPTransport {
    /// Sends one request and hands the body of a 2xx answer over as it arrives; any other body goes to memory.
    ///
    /// - Returns: The answer, without what the receiver got, once it has ended or the receiver has enough.
    /// - Throws: `HTTPError` also when the connection is lost in the middle of the body.
    func stream(
        _ request: HTTPRequest,
        to receiver: @escaping HTTPBodyReceiver
    ) throws(HTTPError) -> HTTPResponse
}

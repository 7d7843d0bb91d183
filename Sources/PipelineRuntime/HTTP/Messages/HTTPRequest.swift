/// One HTTP/1.1 request and the limits within which it must be answered; redirects are never followed.
package struct HTTPRequest: Sendable, Hashable {
    /// What the pipeline calls itself in the field `User-Agent`.
    package static let userAgent = "distributed-image-processor"

    /// The method in capitals, such as `GET`.
    package var method: String
    /// An absolute `http` or `https` URL, already percent-encoded; its path is sent exactly as written.
    package var url: String
    /// The header fields; `Host` and `Content-Length` are added by the transport when absent.
    package var headers: HTTPHeaders
    /// What is sent.
    package var body: HTTPRequestBody
    /// The longest time from the start of the request to the last byte of the response; `nil` waits for ever.
    package var timeout: Duration?
    /// The longest time until the connection, with TLS, is established.
    var connectTimeout: Duration
    /// The longest time in which fewer than `minimumBytesPerSecond` may move; whole seconds, `nil` for no limit.
    package var stallTimeout: Duration?
    /// What counts as standing still, over the time of `stallTimeout`.
    var minimumBytesPerSecond: Int
    /// The most body bytes that are accepted; one more fails with `HTTPError.Kind.responseTooLarge`.
    ///
    /// An answer that is not 2xx may have 64 KiB in any case.
    package var maximumResponseByteCount: Int?
    /// Where a 2xx response's body goes.
    package var destination: HTTPResponseDestination
    /// How much of the answer's body is read.
    package var reading: HTTPBodyReading
    /// Whether a connection is made for it even where a kept one is idle, which may have died meanwhile.
    var needsNewConnection = false
    /// Which addresses may be connected to.
    package var addressPolicy: HTTPAddressPolicy

    /// Makes a request.
    package init(
        _ method: String,
        _ url: String,
        headers: HTTPHeaders = [:],
        body: HTTPRequestBody = .none,
        timeout: Duration? = nil,
        connectTimeout: Duration = .seconds(3),
        stallTimeout: Duration? = nil,
        minimumBytesPerSecond: Int = 1,
        maximumResponseByteCount: Int? = nil,
        destination: HTTPResponseDestination = .memory,
        reading: HTTPBodyReading = .whole,
        addressPolicy: HTTPAddressPolicy = .any
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.stallTimeout = stallTimeout
        self.minimumBytesPerSecond = minimumBytesPerSecond
        self.maximumResponseByteCount = maximumResponseByteCount
        self.destination = destination
        self.reading = reading
        self.addressPolicy = addressPolicy
    }
}

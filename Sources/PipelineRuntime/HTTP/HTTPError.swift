/// Why a request got no complete response.
package struct HTTPError: Error, Sendable, Hashable {
    /// The classes of failure; their raw values are fixed texts for metrics and log fields.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The URL cannot be parsed or is neither `http` nor `https`.
        case invalidURL = "invalid_url"
        /// A header field's name or value has characters that would end it, such as a line feed.
        case invalidHeader = "invalid_header"
        /// There is no host of that name, or it has no address.
        case unknownHost = "unknown_host"
        /// The resolver did not answer, so that nobody knows.
        case unresolvedHost = "unresolved_host"
        /// No connection could be made: refused, unreachable, or a proxy in between failed.
        case connectionFailed = "connection_failed"
        /// `HTTPRequest.addressPolicy` forbids every address of the host.
        case forbiddenAddress = "forbidden_address"
        /// The TLS handshake failed or the certificate is not trusted.
        case untrustedPeer = "untrusted_peer"
        /// The request's time is over.
        case timedOut = "timed_out"
        /// The connection ended before the response was complete.
        case connectionLost = "connection_lost"
        /// What arrived is no HTTP response.
        case malformedResponse = "malformed_response"
        /// The body is longer than `HTTPRequest.maximumResponseByteCount`.
        case responseTooLarge = "response_too_large"
        /// The file to send cannot be read, or the file to write cannot be written.
        case fileFailed = "file_failed"
        /// libcurl could not do its work, for want of memory for instance.
        case curlFailed = "library_failed"
    }

    /// The class of failure.
    package let kind: Kind
    /// What happened, for the log line.
    package let detail: String

    /// Makes an error.
    package init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    /// Whether the same request may succeed when it is sent again.
    package var isRetryable: Bool {
        switch kind {
        case .unknownHost, .unresolvedHost, .connectionFailed, .timedOut: true
        case .connectionLost, .malformedResponse, .curlFailed: true
        case .invalidURL, .invalidHeader, .forbiddenAddress, .untrustedPeer, .responseTooLarge, .fileFailed:
            false
        }
    }
}

extension HTTPError: CustomStringConvertible {
    /// The kind's fixed text and the detail.
    package var description: String { "\(kind.rawValue): \(detail)" }
}

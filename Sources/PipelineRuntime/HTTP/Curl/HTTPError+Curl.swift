import CCurl

extension HTTPError {
    /// What libcurl's result code means for the caller; `message` is the text of its error buffer.
    init(_ code: CURLcode, message: String) {
        let text = message.isEmpty ? String(cString: curl_easy_strerror(code)) : message
        self.init(Self.kind(of: code), "\(text) (curl \(code.rawValue))")
    }

    private static func kind(of code: CURLcode) -> Kind {
        switch code {
        case CURLE_URL_MALFORMAT: .invalidURL
        case CURLE_COULDNT_RESOLVE_HOST: .unresolvedHost
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .connectionFailed
        // A handshake that breaks off is a network's fault as often as a certificate's, which has codes of its own.
        case CURLE_SSL_CONNECT_ERROR, CURLE_INTERFACE_FAILED, CURLE_NO_CONNECTION_AVAILABLE: .connectionFailed
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .untrustedPeer
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_PINNEDPUBKEYNOTMATCH: .untrustedPeer
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .connectionLost
        // HTTP/0.9 is reported as an unsupported protocol; other schemes never get here.
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
            .malformedResponse
        case CURLE_FILESIZE_EXCEEDED: .responseTooLarge
        default: .curlFailed
        }
    }
}

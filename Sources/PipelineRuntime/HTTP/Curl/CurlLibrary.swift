import CCurl
import Glibc

/// libcurl's process-wide state.
enum CurlLibrary {
    /// Initialises libcurl at first use; `CURLE_OK` when it is ready (`curl_global_init`).
    static let status: CURLcode = {
        ignoreBrokenPipes()
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    }()

    /// With `CURLOPT_NOSIGNAL` libcurl leaves SIGPIPE alone, and OpenSSL's writes to a closed connection raise it.
    private static func ignoreBrokenPipes() {
        var action = sigaction()
        sigaction(SIGPIPE, nil, &action)
        guard action.__sigaction_handler.sa_handler == nil else { return }
        signal(SIGPIPE, SIG_IGN)
    }
}

/// Through which proxies requests go.
package struct HTTPProxies: Sendable, Hashable {
    /// The proxy for `http` URLs.
    package var http: String?
    /// The proxy for `https` URLs.
    package var https: String?
    /// The hosts that are reached directly, in the form of `NO_PROXY`.
    package var exceptions: String

    /// No proxy at all.
    package static let none = HTTPProxies()

    /// Makes a set of proxies.
    package init(http: String? = nil, https: String? = nil, exceptions: String = "") {
        self.http = http
        self.https = https
        self.exceptions = exceptions
    }

    /// Reads the variables that curl reads: `http_proxy`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`.
    ///
    /// `HTTP_PROXY` in capitals is left out, as curl does: a CGI server sets it from a caller's `Proxy` field.
    package init(environment: [String: String]) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        http = value("http_proxy", "all_proxy", "ALL_PROXY")
        https = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        exceptions = value("no_proxy", "NO_PROXY") ?? ""
    }

    /// The proxy for `url`; `nil` for hosts on this machine or link, which no proxy can reach for us.
    ///
    /// That keeps credentials of the metadata services (169.254.0.0/16, `fd00:ec2::/32`) off the network.
    package func proxy(for url: HTTPURL) -> String? {
        if url.host.lowercased() == "localhost" || IPAddress(url.host)?.isLocal == true { return nil }
        return url.isSecure ? https : http
    }
}

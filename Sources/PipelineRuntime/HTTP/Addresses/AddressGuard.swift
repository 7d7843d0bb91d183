/// Stands before requests whose URL a caller chose: finds the host's addresses and lets none through that its policy forbids.
///
/// What it returns is what the connection is pinned to, so that a name which answers differently the next time cannot
/// lead elsewhere. The socket's address is looked at once more when it is opened.
struct AddressGuard {
    let resolver: any HostResolver

    /// Checks where a request would go.
    ///
    /// - Returns: The only addresses that may be connected to; `nil` for a request without a guard or to an address itself.
    /// - Throws: `invalidURL` for a host that programs read differently or a port of another service, `forbiddenAddress`
    ///   if any of its addresses is forbidden or there are too many to look at, `unknownHost` or `unresolvedHost` if it has
    ///   none or that cannot be found out.
    func admit(_ request: HTTPRequest, to url: HTTPURL) throws(HTTPError) -> [IPAddress]? {
        let policy = request.addressPolicy
        guard policy.isGuarded else { return nil }
        try policy.checkAsWritten(url)
        if IPAddress(url.host) != nil { return nil }
        let limit = min(request.connectTimeout, request.timeout ?? request.connectTimeout)
        let addresses = try resolver.addresses(of: url.host, within: limit)
        try policy.check(addresses, of: url)
        return addresses
    }
}

extension HTTPAddressPolicy {
    /// Why a request to a URL would be refused whatever its host's name leads to; nil where that is not known before the
    /// name is looked up.
    ///
    /// - Parameter text: The URL.
    /// - Returns: `invalidURL` or `forbiddenAddress`, with a detail for the log.
    package func refusal(of text: String) -> HTTPError? {
        guard isGuarded else { return nil }
        guard let url = HTTPURL(text) else { return HTTPError(.invalidURL, "it is no URL") }
        do {
            try checkAsWritten(url)
            return nil
        } catch {
            return error
        }
    }

    /// Checks what can be seen without looking up a name.
    fileprivate func checkAsWritten(_ url: HTTPURL) throws(HTTPError) {
        guard url.hasPlainHost else {
            throw HTTPError(.invalidURL, "\(url.host) is no plain host name or address")
        }
        guard Self.isWebPort(url.port) else {
            throw HTTPError(.invalidURL, "port \(url.port ?? 0) is no web server's")
        }
        if let literal = IPAddress(url.host) { try check([literal], of: url) }
    }

    fileprivate func check(_ addresses: [IPAddress], of url: HTTPURL) throws(HTTPError) {
        guard addresses.allSatisfy(allows) else {
            throw HTTPError(.forbiddenAddress, "\(url.host) has an address that is not public")
        }
    }

    /// Ports below 1024 other than the web's own belong to services that may take a request for something else.
    private static func isWebPort(_ port: Int?) -> Bool {
        guard let port else { return true }
        return port == 80 || port == 443 || port >= 1024
    }
}

extension HTTPURL {
    /// Whether every program reads the host alike: an IPv6 address in brackets, an IPv4 address of four decimal
    /// numbers, or a DNS name whose last label is not a number (WHATWG URL Standard, "ends in a number checker").
    var hasPlainHost: Bool {
        if host.hasPrefix("[") { return IPAddress(host) != nil }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(Self.isLabel), let last = labels.last else {
            return false
        }
        let isNumeric = last.allSatisfy(\.isNumber) || last.lowercased().hasPrefix("0x")
        return !isNumeric || IPAddress(host) != nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
    }
}

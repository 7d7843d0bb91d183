import CCurl

extension CurlTransfer {
    /// Tells the handle everything about this transfer.
    ///
    /// - Parameters:
    ///   - caBundlePath: The file of trusted authorities.
    ///   - proxies: The proxies to go through.
    ///   - addresses: The only addresses that may be connected to; `nil` leaves the look-up to libcurl.
    /// - Throws: `HTTPError.Kind.curlFailed` when libcurl refuses an option.
    func configure(
        caBundlePath: String?,
        proxies: HTTPProxies,
        addresses: [IPAddress]?
    ) throws(HTTPError) {
        handle.reset()
        setBehaviour()
        setMethodAndBody()
        setTimeouts()
        setCallbacks()
        setProxy(proxies)
        if let caBundlePath { handle.set(CURLOPT_CAINFO, caBundlePath) }
        // What was looked at is what libcurl reads: it and this program might take a text apart differently.
        handle.set(CURLOPT_URL, request.addressPolicy.isGuarded ? url.text : request.url)
        if let addresses { handle.set(hostEntry: hostEntry(addresses)) }
        handle.set(headerLines: headerLines())
        if let failure = handle.failure { throw HTTPError(failure, message: "an option was refused") }
    }

    private func setBehaviour() {
        handle.set(CURLOPT_NOSIGNAL, 1)
        handle.set(CURLOPT_TCP_NODELAY, 1)
        // Object keys may contain `..` or `//`; what was signed must be what is sent.
        handle.set(CURLOPT_PATH_AS_IS, 1)
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        if request.needsNewConnection { handle.set(CURLOPT_FRESH_CONNECT, 1) }
    }

    private func setMethodAndBody() {
        if request.method == "HEAD" { handle.set(CURLOPT_NOBODY, 1) }
        if let uploadByteCount {
            handle.set(CURLOPT_UPLOAD, 1)
            handle.set(CURLOPT_INFILESIZE_LARGE, byteCount: uploadByteCount)
        }
        handle.set(CURLOPT_CUSTOMREQUEST, request.method)
    }

    /// `+` lets libcurl forget the entry as any other answer of a name server.
    private func hostEntry(_ addresses: [IPAddress]) -> String {
        let list = addresses.map { address in
            if case .v6 = address { "[\(address)]" } else { "\(address)" }
        }
        return "+\(url.host):\(url.effectivePort):\(list.joined(separator: ","))"
    }

    private func setTimeouts() {
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.wholeMilliseconds)
        handle.set(CURLOPT_TIMEOUT_MS, request.timeout?.wholeMilliseconds ?? 0)
        if let stallTimeout = request.stallTimeout {
            handle.set(CURLOPT_LOW_SPEED_LIMIT, request.minimumBytesPerSecond)
            handle.set(CURLOPT_LOW_SPEED_TIME, (stallTimeout.wholeMilliseconds + 999) / 1_000)
        }
    }

    private func setProxy(_ proxies: HTTPProxies) {
        let isDirect = request.addressPolicy.isGuarded
        handle.set(CURLOPT_PROXY, isDirect ? "" : proxies.proxy(for: url) ?? "")
        handle.set(CURLOPT_NOPROXY, proxies.exceptions)
        if isDirect {
            // A kept connection was opened without this request's check, and is no use to others.
            handle.set(CURLOPT_FRESH_CONNECT, 1)
            handle.set(CURLOPT_FORBID_REUSE, 1)
        }
    }

    /// The fields to send; `Expect` and others that libcurl would add by itself are taken out.
    private func headerLines() -> [String] {
        let given = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        let suppressed = ["Expect:", "Accept:", "Content-Type:"]
        return suppressed.filter { request.headers[String($0.dropLast())] == nil } + given
    }
}

extension Duration {
    /// The duration in milliseconds, rounded up, at least one; libcurl takes zero for no limit.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let milliseconds = seconds.multipliedReportingOverflow(by: 1_000)
        guard !milliseconds.overflow, milliseconds.partialValue < Int64(Int32.max) else {
            return Int(Int32.max)
        }
        let fraction = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return max(1, Int(milliseconds.partialValue + fraction))
    }
}

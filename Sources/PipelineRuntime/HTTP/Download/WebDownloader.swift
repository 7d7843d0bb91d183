/// Fetches files from addresses that callers name, without ever being led into the operator's own network.
///
/// Every hop is a request of its own that is looked at afresh: its spelling, its host, the host's addresses. Nothing
/// is sent that says more than what is wanted, and nothing is unpacked.
package struct WebDownloader {
    let transport: any HTTPTransport
    let rules: WebDownloadRules

    /// The most redirects that are followed.
    package static let maximumRedirectCount = 3
    private static let connectTimeout = Duration.seconds(5)
    /// A server that gives less than this over ten seconds wastes what the function costs.
    private static let slowest = (bytesPerSecond: 1024, over: Duration.seconds(10))
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]

    /// Makes a downloader.
    ///
    /// - Parameters:
    ///   - transport: Sends requests, without proxies.
    ///   - rules: What may be reached, and how much of it.
    package init(transport: any HTTPTransport, rules: WebDownloadRules) {
        self.transport = transport
        self.rules = rules
    }

    /// Fetches a file into memory.
    ///
    /// - Parameters:
    ///   - address: An absolute URL.
    ///   - deadline: The moment by which it must be here, where that is before the time limit of the rules.
    /// - Returns: The bytes, whatever they are.
    /// - Throws: Why it was refused or failed, and whether trying again can help.
    package func download(_ address: String, until deadline: Deadline) throws(WebDownloadError) -> [UInt8] {
        let limit = min(rules.timeLimit, deadline.remaining() ?? rules.timeLimit)
        let end = Deadline.after(limit)
        guard var url = HTTPURL(address) else {
            throw .unusable(.address, detail: "it is no plain http or https URL")
        }
        for hop in 0...Self.maximumRedirectCount {
            let response = try answer(of: url, at: hop == 0 ? .address : .redirect, until: end)
            guard Self.redirects.contains(response.status) else { return try body(of: response) }
            url = try target(of: response, from: url)
        }
        throw .tooManyRedirects
    }

    private func answer(
        of url: HTTPURL,
        at place: WebDownloadError.Place,
        until end: Deadline
    ) throws(WebDownloadError) -> HTTPResponse {
        guard rules.hosts.allows(url.host) else { throw .hostNotAllowed(place, host: url.host) }
        do {
            return try transport.send(request(url, until: end))
        } catch {
            switch error.kind {
            case .invalidURL: throw .unusable(place, detail: error.detail)
            case .forbiddenAddress: throw .forbiddenAddress(place, host: url.host)
            default: throw .transfer(error)
            }
        }
    }

    private func request(_ url: HTTPURL, until end: Deadline) -> HTTPRequest {
        HTTPRequest(
            "GET",
            url.text,
            headers: ["Accept": "image/*", "User-Agent": HTTPRequest.userAgent],
            timeout: end.remaining(),
            connectTimeout: Self.connectTimeout,
            stallTimeout: Self.slowest.over,
            minimumBytesPerSecond: Self.slowest.bytesPerSecond,
            maximumResponseByteCount: rules.maximumByteCount,
            reading: .ofSuccess,
            addressPolicy: rules.addresses
        )
    }

    private func target(of response: HTTPResponse, from url: HTTPURL) throws(WebDownloadError) -> HTTPURL {
        let locations = response.headers.values(of: "Location")
        guard let location = locations.first, Set(locations).count == 1, let next = url.resolving(location)
        else { throw .unusable(.redirect, detail: "it leads to no plain http or https URL") }
        return next
    }

    private func body(of response: HTTPResponse) throws(WebDownloadError) -> [UInt8] {
        guard response.status == 200 else { throw .status(response.status) }
        let codings = response.headers.values(of: "Content-Encoding").map { $0.lowercased() }
        let transfers = response.headers.values(of: "Transfer-Encoding").map { $0.lowercased() }
        if let coding = codings.first(where: { $0 != "identity" && !$0.isEmpty }) { throw .encoded(coding) }
        if let coding = transfers.first(where: { $0 != "chunked" }) { throw .encoded(coding) }
        let lengths = Set(response.headers.values(of: "Content-Length"))
        guard lengths.count <= 1 else {
            throw .transfer(HTTPError(.malformedResponse, "the answer announces several lengths"))
        }
        // libcurl takes one that is too large for its integers for none, and the body for whole wherever it ends.
        guard lengths.allSatisfy({ $0.utf8.allSatisfy(Self.digits.contains) && Int($0) != nil }) else {
            throw .transfer(HTTPError(.malformedResponse, "the answer announces a length that is none"))
        }
        return response.body
    }
}

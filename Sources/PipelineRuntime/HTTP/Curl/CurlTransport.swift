import CCurl

/// HTTP over libcurl with kept connections: build it once and use it for everything one thread sends.
///
/// It is not `Sendable`; each thread has its own.
package final class CurlTransport: HTTPStreamingTransport {
    private let multi: CurlMultiHandle
    private let caBundlePath: String?
    private let proxies: HTTPProxies
    private let addressGuard: AddressGuard
    private var idleHandles: [CurlEasyHandle] = []

    /// The most requests of one `send` that are under way at the same time.
    private static let maximumConcurrentTransfers = 16

    /// Makes a transport without opening a connection.
    ///
    /// - Parameters:
    ///   - caBundlePath: The PEM file of trusted authorities; `nil` takes libcurl's own.
    ///   - proxies: The proxies to go through; the process environment is not looked at.
    ///   - resolver: Finds the addresses of hosts that a caller chose.
    /// - Throws: `HTTPError.Kind.curlFailed` when libcurl cannot be initialised.
    package init(
        caBundlePath: String? = nil,
        proxies: HTTPProxies = .none,
        resolver: any HostResolver = SystemHostResolver()
    ) throws(HTTPError) {
        multi = try CurlMultiHandle()
        addressGuard = AddressGuard(resolver: resolver)
        self.caBundlePath = caBundlePath
        self.proxies = proxies
    }

    /// Sends one request and waits for its complete response.
    package func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        try send([request])[0].get()
    }

    /// Sends several requests at once, each with its own time limit, and waits for all of them.
    package func send(_ requests: [HTTPRequest]) -> [Result<HTTPResponse, HTTPError>] {
        var exchange = CurlExchange(requests.count)
        var waiting = requests.indices[...]
        while !(waiting.isEmpty && exchange.running.isEmpty) {
            while exchange.running.count < Self.maximumConcurrentTransfers, let index = waiting.popFirst() {
                start(requests[index], at: index, in: &exchange)
            }
            advance(&exchange)
        }
        return exchange.finishedResults()
    }

    /// Sends one request and hands the body of a 2xx answer over as it arrives.
    package func stream(
        _ request: HTTPRequest,
        to receiver: @escaping HTTPBodyReceiver
    ) throws(HTTPError) -> HTTPResponse {
        var exchange = CurlExchange(1)
        start(request, at: 0, in: &exchange, receiver: receiver)
        advance(&exchange)
        return try exchange.finishedResults()[0].get()
    }

    private func start(
        _ request: HTTPRequest,
        at index: Int,
        in exchange: inout CurlExchange,
        receiver: HTTPBodyReceiver? = nil
    ) {
        do throws(HTTPError) {
            let handle = if let idle = idleHandles.popLast() { idle } else { try CurlEasyHandle() }
            let transfer = try CurlTransfer(request, on: handle, receiver: receiver)
            let addresses = try addressGuard.admit(request, to: transfer.url)
            try transfer.configure(caBundlePath: caBundlePath, proxies: proxies, addresses: addresses)
            try multi.add(handle)
            exchange.running.append((index, transfer))
        } catch {
            exchange.finish(index, .failure(error))
        }
    }

    /// Works on the running transfers until at least one is finished; when libcurl itself fails, all are.
    private func advance(_ exchange: inout CurlExchange) {
        do throws(HTTPError) {
            while !exchange.running.isEmpty {
                try multi.perform()
                if collectFinished(&exchange) || cutOff(&exchange) { return }
                try multi.wait(atMost: exchange.nextCutOff)
            }
        } catch {
            while let (index, transfer) = exchange.running.popLast() {
                exchange.finish(index, .failure(error))
                release(transfer)
            }
        }
    }

    private func collectFinished(_ exchange: inout CurlExchange) -> Bool {
        var hasFinished = false
        while let (handle, code) = multi.nextFinished() {
            guard let (index, transfer) = exchange.takeRunning(on: handle) else { continue }
            exchange.finish(index, transfer.result(code))
            release(transfer)
            hasFinished = true
        }
        return hasFinished
    }

    /// Ends the transfers whose answers are there while their bodies still come.
    private func cutOff(_ exchange: inout CurlExchange) -> Bool {
        let due = exchange.takeCutOff()
        for (index, transfer) in due {
            exchange.finish(index, transfer.result(CURLE_OK))
            release(transfer)
        }
        return !due.isEmpty
    }

    private func release(_ transfer: CurlTransfer) {
        multi.remove(transfer.handle)
        idleHandles.append(transfer.handle)
    }
}

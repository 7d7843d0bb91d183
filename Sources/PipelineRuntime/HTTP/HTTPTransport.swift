/// Sends requests and waits for their answers: the outermost seam, which tests replace.
package protocol HTTPTransport: AnyObject {
    /// Sends one request and waits for its complete response, whatever its status.
    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse

    /// Sends several requests at once and waits for all of them.
    ///
    /// - Returns: One result for each request, in the order of the requests.
    func send(_ requests: [HTTPRequest]) -> [Result<HTTPResponse, HTTPError>]
}

extension HTTPTransport {
    /// Sends the requests one after the other, for transports that cannot do several at once.
    package func send(_ requests: [HTTPRequest]) -> [Result<HTTPResponse, HTTPError>] {
        requests.map { request in
            Result { () throws(HTTPError) in try send(request) }
        }
    }
}

import CCurl
import Glibc

/// One request on its way: what is still to be sent, and what has been received.
///
/// libcurl's callbacks reach it through an unretained pointer; `CurlTransport` keeps it alive until the
/// transfer is removed from the multi handle.
final class CurlTransfer {
    /// The request being sent.
    let request: HTTPRequest
    /// The request's URL, taken apart.
    let url: HTTPURL
    /// The handle that carries it.
    let handle: CurlEasyHandle
    private var upload: UploadSource?
    private var head = ResponseHeadParser()
    private var body: [UInt8] = []
    private var file: OpenFile?
    private var receivedByteCount = 0
    private let receiver: HTTPBodyReceiver?
    /// Whether what has come is the answer, whatever becomes of the rest; libcurl only knows that a callback refused.
    private var isAnswered = false
    /// When the transfer is to be ended although more of the answer may come; set by its header section.
    private(set) var cutOff = Deadline.never
    /// The first failure on our side; libcurl then only knows that a callback refused.
    private(set) var failure: HTTPError?

    /// Checks the request and opens its body; nothing is sent yet.
    init(
        _ request: HTTPRequest,
        on handle: CurlEasyHandle,
        receiver: HTTPBodyReceiver? = nil
    ) throws(HTTPError) {
        guard let url = HTTPURL(request.url) else { throw HTTPError(.invalidURL, request.url) }
        if let bad = request.headers.first(where: { !$0.isValid }) {
            throw HTTPError(.invalidHeader, bad.name)
        }
        if let timeout = request.timeout, timeout <= .zero { throw HTTPError(.timedOut, "no time was left") }
        upload = try UploadSource.opening(request.body)
        self.request = request
        self.url = url
        self.handle = handle
        self.receiver = receiver
    }

    /// The number of bytes that will be sent; `nil` without a body.
    var uploadByteCount: Int? { upload?.byteCount }

    /// The answer once libcurl has finished with `code`.
    func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPError> {
        let error = isAnswered ? nil : failure ?? self.error(code)
        guard let error else {
            return .success(HTTPResponse(status: head.status, headers: head.headers, body: body))
        }
        discardFile()
        return .failure(error)
    }

    private func error(_ code: CURLcode) -> HTTPError? {
        if code == CURLE_OUT_OF_MEMORY, !head.isComplete {
            // What libcurl says of a header line of more than 100 kB.
            return HTTPError(.malformedResponse, "a header line is too long, or memory is short")
        }
        guard code == CURLE_OK else { return HTTPError(code, message: handle.message) }
        // libcurl takes a header section that ends with the connection for a whole one.
        return head.isComplete ? nil : HTTPError(.connectionLost, "the header section is cut off")
    }

    /// Half a file is no file.
    private func discardFile() {
        guard file != nil, case .file(let path) = request.destination else { return }
        unlink(path)
    }

    /// Runs what a callback does; a failure is remembered and answered with `nil`, which aborts the transfer.
    func attempt<T>(_ action: () throws(HTTPError) -> T) -> T? {
        do {
            return try action()
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    /// Copies the next bytes to send into `buffer`.
    func send(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        try upload?.read(into: buffer) ?? 0
    }

    /// Goes back, or forth, to a place in the body.
    func rewind(to offset: Int) {
        upload?.seek(to: offset)
    }

    /// Takes one line of the header section.
    ///
    /// - Returns: Whether the transfer should go on.
    func receive(headerLine line: UnsafeRawBufferPointer) throws(HTTPError) -> Bool {
        guard try head.consume(line), request.method != "HEAD" else { return true }
        switch request.reading {
        case .whole: break
        case .ofSuccess:
            isAnswered = !isSuccess
            if isAnswered { return false }
        case .none:
            isAnswered = true
            cutOff = .after(Self.courtesy)
            return true
        }
        try prepareForBody()
        return true
    }

    private var isSuccess: Bool { (200...299).contains(head.status) }

    /// How long, and how far, a body that nobody wants is read (`HTTPBodyReading.none`).
    private static let courtesy = Duration.milliseconds(500)
    private static let courtesyByteCount = 64 << 10

    private func prepareForBody() throws(HTTPError) {
        let announced = head.headers["content-length"].flatMap { Int($0) } ?? 0
        try checkLimit(announced)
        if case .file(let path) = request.destination, isSuccess {
            file = try OpenFile.writing(path)
        } else {
            // An announcement is no proof: what is reserved before a byte has come is limited.
            body.reserveCapacity(min(announced, 16 << 20))
        }
    }

    /// Takes the next bytes of the body.
    ///
    /// - Returns: Whether the transfer should go on.
    func receive(body bytes: UnsafeRawBufferPointer) throws(HTTPError) -> Bool {
        receivedByteCount += bytes.count
        if request.reading == .none { return receivedByteCount <= Self.courtesyByteCount }
        try checkLimit(receivedByteCount)
        if let receiver, isSuccess {
            isAnswered = !receiver(bytes)
            return !isAnswered
        }
        switch file {
        case .some(let file): try file.write(bytes)
        case .none: body.append(contentsOf: bytes)
        }
        return true
    }

    private func checkLimit(_ byteCount: Int) throws(HTTPError) {
        guard var limit = request.maximumResponseByteCount else { return }
        // What a service says about its refusal is worth reading where only a small object was expected.
        if !isSuccess { limit = max(limit, 64 << 10) }
        guard byteCount > limit else { return }
        throw HTTPError(.responseTooLarge, "the body has more than \(limit) bytes")
    }

    /// Opens the socket for one resolved address, or refuses it under the request's policy.
    func openSocket(_ address: inout curl_sockaddr) -> curl_socket_t {
        let policy = request.addressPolicy
        guard policy == .any || IPAddress(&address.addr).map(policy.allows) == true else {
            failure = failure ?? HTTPError(.forbiddenAddress, "\(url.host) has an address that is not public")
            return curl_socket_t(-1)
        }
        return socket(address.family, address.socktype | Int32(SOCK_CLOEXEC.rawValue), address.protocol)
    }
}

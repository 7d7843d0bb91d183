import CMicroHTTPD
import Glibc

/// Owner of one `MHD_Response` with its status code.
///
/// Unchecked: it is not changed after `init`, and libmicrohttpd counts its references under a lock.
final class PreparedResponse: @unchecked Sendable {
    let status: Int
    private let handle: OpaquePointer
    private let stream: ResponseStream?

    /// Makes the library's form of an answer; a file that cannot be opened becomes a 500.
    init(_ response: HTTPResponse, forHead isHead: Bool) {
        if case .stream(let stream) = response.body { self.stream = stream } else { stream = nil }
        if isHead { stream?.finish() }
        if let handle = Self.make(response.body, isHead: isHead) {
            status = response.status
            self.handle = handle
            add(response.headers)
        } else {
            status = 500
            handle = Self.make([])
        }
    }

    deinit {
        MHD_destroy_response(handle)
        stream?.close()
    }

    /// Queues the answer for its connection (`MHD_queue_response`).
    func queue(on connection: OpaquePointer) -> MHD_Result {
        stream?.attach(connection)
        return MHD_queue_response(connection, UInt32(status), handle)
    }

    /// Ends a body that would go on; no other has to be ended.
    func finish() {
        stream?.finish()
    }

    private func add(_ headers: HTTPHeaders) {
        for field in headers.fields where !Self.isServersOwn(field) {
            // The library takes no tabs, and drops a field with a line break in it.
            let value = String(field.value.map { $0 == "\t" ? " " : $0 })
            // Nor an empty value; the space is none to who reads it (RFC 9110, 5.5).
            MHD_add_response_header(handle, field.name, value.isEmpty ? " " : value)
        }
    }

    private static func isServersOwn(_ field: HTTPHeaders.Field) -> Bool {
        let name = field.name.lowercased()
        if name == "connection" { return field.value.lowercased() != "close" }
        return name == "content-length" || name == "transfer-encoding" || name == "date"
    }

    private static func make(_ body: HTTPResponse.Body, isHead: Bool) -> OpaquePointer? {
        switch body {
        case .bytes(let bytes): make(bytes)
        case .file(_, _, 0): make([])
        case .file(_, _, let count) where isHead: makeWithoutContent(byteCount: count)
        case .file(let path, let offset, let count): makeFromFile(path, offset, count)
        case .stream(let stream): makeFromStream(stream)
        }
    }

    private static func make(_ bytes: [UInt8]) -> OpaquePointer {
        let made = bytes.withUnsafeBytes { bytes in
            let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            return MHD_create_response_from_buffer(bytes.count, start, .RESPMEM_MUST_COPY)
        }
        guard let made else { fatalError("out of memory") }
        return made
    }

    /// An answer to HEAD: it has the length of its content, which is never read.
    private static func makeWithoutContent(byteCount: Int) -> OpaquePointer? {
        // -2 is MHD_CONTENT_READER_END_WITH_ERROR.
        MHD_create_response_from_callback(UInt64(byteCount), 1024, { _, _, _, _ in -2 }, nil, nil)
    }

    private static func makeFromFile(_ path: String, _ offset: Int, _ count: Int) -> OpaquePointer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let made = MHD_create_response_from_fd_at_offset64(UInt64(count), descriptor, UInt64(offset))
        // Otherwise the response closes it.
        if made == nil { close(descriptor) }
        return made
    }

    /// The library holds the stream for as long as it may read from it.
    private static func makeFromStream(_ stream: ResponseStream) -> OpaquePointer? {
        MHD_create_response_from_callback(
            // MHD_SIZE_UNKNOWN, a macro that Swift does not see.
            UInt64.max,
            4096,
            handleRead,
            Unmanaged.passRetained(stream).toOpaque(),
            handleReadEnd
        )
    }
}

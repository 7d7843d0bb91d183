import CMicroHTTPD
import Glibc

// libmicrohttpd's callbacks. Their context is the server's core, which outlives the daemon; the request's context is
// a retained `Exchange`, made at the request line and released at completion, which the library always reports.

let handleRequestLine:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) ->
        UnsafeMutableRawPointer? =
        { context, target, _ in
            guard let context else { return nil }
            let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
            let bytes = target.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
            return Unmanaged.passRetained(core.begin(target: bytes)).toOpaque()
        }

/// Paths and queries stay as they came: a signature covers their escapes.
let leaveEscaped:
    @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int = {
        _,
        _,
        text in text.map { strlen($0) } ?? 0
    }

let handleAccess: MHD_AccessHandlerCallback = { _, connection, _, method, version, data, count, request in
    guard let connection, let method, let version, let count, let exchange = request?.pointee else {
        return .NO
    }
    let chunk = UnsafeRawBufferPointer(start: data, count: count.pointee)
    count.pointee = 0
    return Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue().advance(
        connection,
        method: String(cString: method),
        version: String(cString: version),
        chunk: chunk
    )
}

let handleCompletion:
    @convention(c) (
        UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
        MHD_RequestTerminationCode
    ) -> Void = { context, _, request, _ in
        guard let context, let exchange = request?.pointee else { return }
        request?.pointee = nil
        let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
        core.end(Unmanaged<Exchange>.fromOpaque(exchange).takeRetainedValue())
    }

/// Reads from the stream that is the callback's context.
let handleRead: MHD_ContentReaderCallback = { context, _, buffer, count in
    // MHD_CONTENT_READER_END_WITH_ERROR.
    guard let context, let buffer else { return -2 }
    let stream = Unmanaged<ResponseStream>.fromOpaque(context).takeUnretainedValue()
    return stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: count))
}

let handleReadEnd: MHD_ContentReaderFreeCallback = { context in
    guard let context else { return }
    Unmanaged<ResponseStream>.fromOpaque(context).release()
}

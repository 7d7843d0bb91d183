import CCurl

extension CurlTransfer {
    /// Hands libcurl the functions through which it reaches this transfer.
    func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        handle.remember(ccurl_set_header_function(handle.pointer, headerArrived))
        handle.set(CURLOPT_HEADERDATA, pointer: context)
        handle.remember(ccurl_set_write_function(handle.pointer, bodyArrived))
        handle.set(CURLOPT_WRITEDATA, pointer: context)
        handle.remember(ccurl_set_read_function(handle.pointer, bodyWanted))
        handle.set(CURLOPT_READDATA, pointer: context)
        handle.remember(ccurl_set_seek_function(handle.pointer, bodyRewound))
        handle.set(CURLOPT_SEEKDATA, pointer: context)
        handle.remember(ccurl_set_open_socket_function(handle.pointer, socketWanted))
        handle.set(CURLOPT_OPENSOCKETDATA, pointer: context)
    }

    fileprivate static func at(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }
}

private let headerArrived: curl_write_callback = { bytes, size, count, context in
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    let transfer = CurlTransfer.at(context)
    let isTaken = transfer?.attempt { () throws(HTTPError) in
        try transfer?.receive(headerLine: line) ?? false
    }
    return isTaken == true ? line.count : 0
}

private let bodyArrived: curl_write_callback = { bytes, size, count, context in
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    let transfer = CurlTransfer.at(context)
    let isTaken = transfer?.attempt { () throws(HTTPError) in try transfer?.receive(body: piece) ?? false }
    return isTaken == true ? piece.count : 0
}

private let bodyWanted: curl_read_callback = { bytes, size, count, context in
    let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
    let transfer = CurlTransfer.at(context)
    return transfer?.attempt { () throws(HTTPError) in try transfer?.send(into: buffer) ?? 0 }
        ?? ccurl_read_abort
}

private let bodyRewound: curl_seek_callback = { context, offset, origin in
    guard origin == 0 else { return CURL_SEEKFUNC_CANTSEEK }  // 0 is SEEK_SET, the only origin libcurl uses
    CurlTransfer.at(context)?.rewind(to: Int(offset))
    return CURL_SEEKFUNC_OK
}

private let socketWanted: curl_opensocket_callback = { context, _, address in
    guard let transfer = CurlTransfer.at(context), let address else { return -1 }
    return transfer.openSocket(&address.pointee)
}

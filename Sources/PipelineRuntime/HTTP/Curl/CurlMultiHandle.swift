import CCurl

/// Owner of a multi handle: the kept connections, and the transfers that run on them at once.
final class CurlMultiHandle {
    private let pointer: UnsafeMutableRawPointer

    /// Makes a handle (`curl_multi_init`).
    init() throws(HTTPError) {
        guard CurlLibrary.status == CURLE_OK, let pointer = curl_multi_init() else {
            throw HTTPError(.curlFailed, "libcurl cannot be initialised")
        }
        self.pointer = pointer
    }

    deinit {
        curl_multi_cleanup(pointer)
    }

    /// Starts a transfer.
    func add(_ handle: CurlEasyHandle) throws(HTTPError) {
        try check(curl_multi_add_handle(pointer, handle.pointer))
    }

    /// Takes a transfer out, finished or not.
    func remove(_ handle: CurlEasyHandle) {
        curl_multi_remove_handle(pointer, handle.pointer)
    }

    /// Does what can be done without waiting.
    func perform() throws(HTTPError) {
        var runningCount: CInt = 0
        try check(curl_multi_perform(pointer, &runningCount))
    }

    /// Waits until a transfer can go on, a time-out of libcurl's is due or `limit` is over.
    func wait(atMost limit: Duration?) throws(HTTPError) {
        // Rounded up: a wait that ends too early would only be begun again.
        let milliseconds = limit.map { CInt(clamping: Int($0 / .milliseconds(1)) + 1) } ?? 60_000
        try check(curl_multi_poll(pointer, nil, 0, min(milliseconds, 60_000), nil))
    }

    /// The next transfer that has finished, with its result.
    func nextFinished() -> (handle: UnsafeMutableRawPointer, result: CURLcode)? {
        var leftCount: CInt = 0
        while let message = curl_multi_info_read(pointer, &leftCount) {
            if message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle {
                return (handle, ccurl_message_result(message))
            }
        }
        return nil
    }

    private func check(_ code: CURLMcode) throws(HTTPError) {
        guard code == CURLM_OK else {
            throw HTTPError(.curlFailed, String(cString: curl_multi_strerror(code)))
        }
    }
}

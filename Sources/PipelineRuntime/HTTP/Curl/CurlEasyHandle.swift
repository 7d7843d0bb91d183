import CCurl

/// Owner of one easy handle: its options and its error text.
///
/// The first option that fails is remembered.
final class CurlEasyHandle {
    /// libcurl's handle, valid as long as this object.
    let pointer: UnsafeMutableRawPointer
    private let errorText: UnsafeMutableBufferPointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var hostList: UnsafeMutablePointer<curl_slist>?
    private(set) var failure: CURLcode?

    /// Makes a handle (`curl_easy_init`).
    init() throws(HTTPError) {
        guard CurlLibrary.status == CURLE_OK, let pointer = curl_easy_init() else {
            throw HTTPError(.curlFailed, "libcurl cannot be initialised")
        }
        self.pointer = pointer
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(headerList)
        curl_slist_free_all(hostList)
        errorText.deallocate()
    }

    /// What libcurl said about the last transfer's failure.
    var message: String {
        errorText.baseAddress.map { String(cString: $0) } ?? ""
    }

    /// Forgets all options of the last transfer (`curl_easy_reset`); connections and caches stay.
    func reset() {
        curl_easy_reset(pointer)
        curl_slist_free_all(headerList)
        curl_slist_free_all(hostList)
        (headerList, hostList) = (nil, nil)
        failure = nil
        errorText[0] = 0
        set(CURLOPT_ERRORBUFFER, pointer: errorText.baseAddress)
    }

    /// Sets an option that is a number or a switch.
    func set(_ option: CURLoption, _ value: Int) {
        remember(ccurl_set_long(pointer, option, value))
    }

    /// Sets an option that is a size.
    func set(_ option: CURLoption, byteCount: Int) {
        remember(ccurl_set_offset(pointer, option, curl_off_t(byteCount)))
    }

    /// Sets an option that is a text.
    func set(_ option: CURLoption, _ value: String) {
        remember(ccurl_set_string(pointer, option, value))
    }

    /// Sets an option that is a pointer which libcurl keeps.
    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) {
        remember(ccurl_set_pointer(pointer, option, value))
    }

    /// Sets the header fields that are sent.
    func set(headerLines: [String]) {
        headerList = list(of: headerLines)
        remember(ccurl_set_list(pointer, CURLOPT_HTTPHEADER, headerList))
    }

    /// Sets the addresses of a host, in curl's notation, instead of looking them up.
    func set(hostEntry: String) {
        hostList = list(of: [hostEntry])
        remember(ccurl_set_list(pointer, CURLOPT_RESOLVE, hostList))
    }

    private func list(of lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                remember(CURLE_OUT_OF_MEMORY)
                return list
            }
            list = longer
        }
        return list
    }

    /// Remembers the result of setting an option, unless an earlier one failed already.
    func remember(_ code: CURLcode) {
        if failure == nil, code != CURLE_OK { failure = code }
    }
}

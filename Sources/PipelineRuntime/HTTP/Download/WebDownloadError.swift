/// Why a download was refused or failed.
package enum WebDownloadError: Error, Sendable, Hashable {
    /// Whether the place that was refused is the one asked for, or one that a redirect leads to.
    package enum Place: String, Sendable, Hashable {
        case address
        case redirect
    }

    /// A URL that is none of the web, or one that programs read differently.
    case unusable(Place, detail: String)
    /// A host outside the allow-list.
    case hostNotAllowed(Place, host: String)
    /// A host with an address that may not be reached.
    case forbiddenAddress(Place, host: String)
    /// More hops than are followed.
    case tooManyRedirects
    /// An answer other than the file.
    case status(Int)
    /// A compressed body, whose true size nobody has promised.
    case encoded(String)
    /// The transfer itself failed.
    case transfer(HTTPError)

    /// Whether the same download may succeed later.
    package var isRetryable: Bool {
        switch self {
        case .status(let status): status >= 500 || [408, 425, 429].contains(status)
        case .transfer(let error): error.isRetryable
        case .unusable, .hostNotAllowed, .forbiddenAddress, .tooManyRedirects, .encoded: false
        }
    }
}

import PipelineRuntime
import PipelineStage
import StageContracts

extension WebDownloadError {
    /// What a failed download means for the request.
    ///
    /// - Parameters:
    ///   - isLast: Whether what could pass has had its time.
    ///   - maximumByteCount: The size that was allowed.
    /// - Returns: A retry for what may pass, else a rejection.
    func failure(isLast: Bool, _ maximumByteCount: Int) -> StageFailure {
        if isRetryable, !isLast { return .retry(detail: detail) }
        return .reject(code, text: text(maximumByteCount), detail: detail)
    }

    private var code: FailureCode {
        if isRetryable { return .sourceUnavailable }
        return switch self {
        case .unusable: .sourceURLInvalid
        case .hostNotAllowed: .sourceHostNotAllowed
        case .forbiddenAddress: .sourceAddressForbidden
        case .tooManyRedirects: .sourceTooManyRedirects
        case .encoded: .sourceEncoded
        case .status(404), .status(410): .sourceNotFound
        case .status: .sourceRefused
        case .transfer(let error):
            switch error.kind {
            case .responseTooLarge: .sourceTooLarge
            case .untrustedPeer: .sourceUntrusted
            default: .sourceUnavailable
            }
        }
    }

    /// What the owner reads; nil for the code's own sentence.
    ///
    /// What the server wrote is never repeated.
    private func text(_ maximumByteCount: Int) -> String? {
        switch self {
        case .unusable(.redirect, _): "The source's address redirects to what is no plain web address."
        case .hostNotAllowed(.redirect, _): "The source's address redirects to a host that may not be asked."
        case .forbiddenAddress(.redirect, _): "The source's address redirects into a private network."
        case .status(let status): "The source's server answered \(status) instead of the picture."
        case .transfer(let error) where error.kind == .responseTooLarge:
            "The source has more than \(maximumByteCount) bytes."
        case .transfer(let error) where error.isRetryable:
            "The source's server did not answer as it should, time after time."
        default: nil
        }
    }

    private var detail: String {
        switch self {
        case .unusable(let place, let detail): "\(place.rawValue): \(detail)"
        case .hostNotAllowed(let place, let host): "\(place.rawValue): \(host) is not among the allowed hosts"
        case .forbiddenAddress(let place, let host): "\(place.rawValue): \(host) has a forbidden address"
        case .tooManyRedirects: "more than \(WebDownloader.maximumRedirectCount) redirects"
        case .status(let status): "the server answered \(status)"
        case .encoded(let coding): "the body is encoded as \(coding)"
        case .transfer(let error): "\(error)"
        }
    }
}

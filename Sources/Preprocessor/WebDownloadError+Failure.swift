import PipelineRuntime
import PipelineStage
import StageContracts

extension WebDownloadError {
    /// What was to be downloaded.
    enum Subject: String {
        case source
        case logo
    }

    /// What a failed download means for the request.
    ///
    /// - Parameters:
    ///   - subject: What was to be downloaded.
    ///   - address: Where it was asked for.
    ///   - isLast: Whether what could pass has had its time.
    ///   - maximumByteCount: The size that was allowed.
    /// - Returns: A retry for what may pass, else a rejection.
    func failure(
        of subject: Subject,
        at address: WebAddress,
        isLast: Bool,
        _ maximumByteCount: Int
    ) -> StageFailure {
        let detail = "\(subject.rawValue): \(detail)"
        if isRetryable, !isLast { return .retry(detail: detail) }
        let predicate = portPredicate(address) ?? predicate(maximumByteCount)
        return .reject(code, text: "The \(subject.rawValue)\(predicate).", detail: detail)
    }

    /// What the owner reads where the address itself names a port that is never asked.
    private func portPredicate(_ address: WebAddress) -> String? {
        guard case .unusable(.address, _) = self, let port = HTTPURL(address.text)?.port, port < 1024,
            port != 80, port != 443
        else { return nil }
        return "'s address names port \(port), which is no web server's; 80, 443 and those from 1024 up are"
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

    /// What the owner reads after the subject.
    ///
    /// What the server wrote is never repeated.
    private func predicate(_ maximumByteCount: Int) -> String {
        switch self {
        case .unusable(.address, _): "'s address is no plain web address"
        case .unusable(.redirect, _): "'s address redirects to what is no plain web address"
        case .hostNotAllowed(.address, _): "'s host is not among those that may be asked"
        case .hostNotAllowed(.redirect, _): "'s address redirects to a host that may not be asked"
        case .forbiddenAddress(.address, _): "'s address is not a public one"
        case .forbiddenAddress(.redirect, _): "'s address redirects to one that is not public"
        case .tooManyRedirects: "'s address redirects too often"
        case .encoded: "'s server compressed it"
        case .status(let status): "'s server answered \(status) instead of the picture"
        case .transfer(let error): Self.predicate(error, maximumByteCount)
        }
    }

    private static func predicate(_ error: HTTPError, _ maximumByteCount: Int) -> String {
        switch error.kind {
        case .responseTooLarge: " has more than \(maximumByteCount) bytes"
        case .untrustedPeer: "'s server has no trusted certificate"
        default: "'s \(error.kind.predicate), time after time (\(error.kind.rawValue))"
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

extension HTTPError.Kind {
    /// What the owner reads of a failure that may pass.
    ///
    /// The kind alone says it: the error's own text may name addresses.
    fileprivate var predicate: String {
        switch self {
        case .unknownHost: "host is not known"
        case .unresolvedHost: "host could not be looked up"
        case .connectionFailed: "server could not be reached"
        case .timedOut: "server did not answer in time"
        case .connectionLost: "server broke off before the whole of it was there"
        case .malformedResponse: "server gave an answer that breaks the rules of HTTP"
        default: "server did not answer as it should"
        }
    }
}

/// Why a request failed; the values are stable and meant for programs.
package enum FailureCode: String, Codable, CaseIterable, Sendable {
    case invalidRequest = "invalid_request"
    case requestIDTaken = "request_id_taken"
    case sourceNotFound = "source_not_found"
    case sourceURLInvalid = "source_url_invalid"
    case sourceAddressForbidden = "source_address_forbidden"
    case sourceHostNotAllowed = "source_host_not_allowed"
    case sourceTooManyRedirects = "source_too_many_redirects"
    case sourceEncoded = "source_encoded"
    case sourceUntrusted = "source_untrusted"
    case sourceRefused = "source_refused"
    case sourceUnavailable = "source_unavailable"
    case sourceTooLarge = "source_too_large"
    case unsupportedFormat = "unsupported_format"
    case damagedImage = "damaged_image"
    case tooManyPixels = "too_many_pixels"
    case tooManyFrames = "too_many_frames"
    case tooComplex = "too_complex"
    case outputTooLarge = "output_too_large"
    case impossibleOperation = "impossible_operation"
    case timedOut = "timed_out"
    case deadLetter = "dead_letter"
    case internalError = "internal_error"
}

extension FailureCode {
    /// Whether asking again with the same original can help, unless the stage knows better.
    package var isRetryable: Bool {
        switch self {
        // Under another id the same is done.
        case .requestIDTaken: true
        case .sourceUnavailable, .timedOut, .deadLetter, .internalError: true
        case .invalidRequest, .sourceNotFound, .sourceURLInvalid, .sourceAddressForbidden,
            .sourceHostNotAllowed, .sourceTooManyRedirects, .sourceEncoded, .sourceUntrusted, .sourceRefused,
            .sourceTooLarge,
            .unsupportedFormat, .damagedImage, .tooManyPixels, .tooManyFrames, .tooComplex, .outputTooLarge,
            .impossibleOperation:
            false
        }
    }

    /// The failure in a few words, the same for every request.
    package var title: String {
        switch self {
        case .invalidRequest: "The request is not valid"
        case .requestIDTaken: "Another request has this id"
        case .sourceNotFound: "The source does not exist"
        case .sourceURLInvalid: "The source's address is no plain web address"
        case .sourceAddressForbidden: "The source's address is not a public one"
        case .sourceHostNotAllowed: "The source's host is not among those that may be asked"
        case .sourceTooManyRedirects: "The source's address redirects too often"
        case .sourceEncoded: "The source's server compressed it"
        case .sourceUntrusted: "The source's server has no trusted certificate"
        case .sourceRefused: "The source's server does not hand it out"
        case .sourceUnavailable: "The source could not be fetched"
        case .sourceTooLarge: "The source has too many bytes"
        case .unsupportedFormat: "The source is not an image of a supported format"
        case .damagedImage: "The source is damaged or incomplete"
        case .tooManyPixels: "The source has too many pixels"
        case .tooManyFrames: "The source has too many frames"
        case .tooComplex: "The source would need too much memory or work"
        case .outputTooLarge: "An output would be too large"
        case .impossibleOperation: "An operation cannot be done to this picture"
        case .timedOut: "The work took too long"
        case .deadLetter: "The request failed repeatedly and was given up"
        case .internalError: "Something went wrong on our side"
        }
    }
}

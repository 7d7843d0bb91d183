import StageContracts

extension Failure {
    /// What the owner can do about it.
    ///
    /// - Parameter isOfUpload: Whether the original is an upload, which need not be sent again.
    /// - Returns: A sentence.
    func advice(isOfUpload: Bool) -> String {
        switch code {
        case .requestIDTaken: "Please send the request again under an id that was never used, or without one."
        case .invalidRequest: "Please correct the request and send it again under a new id."
        case .sourceNotFound: "Please upload the picture again and ask for the key that the upload answers."
        case .sourceURLInvalid:
            "Please give the address as https:// and a host name, without user name or number."
        case .sourceAddressForbidden, .sourceHostNotAllowed, .sourceUntrusted, .sourceEncoded, .sourceRefused:
            "Please upload the picture itself, or give another address of it."
        case .sourceTooManyRedirects: "Please give the address that the picture has in the end."
        case .damagedImage, .unsupportedFormat:
            "Please upload another copy of the picture, as JPEG, PNG or WebP."
        case .sourceTooLarge, .tooManyPixels, .tooManyFrames, .tooComplex:
            "Please upload a smaller version of the picture."
        case .impossibleOperation:
            "Please ask for operations that fit the picture, or leave them out."
        case .outputTooLarge: "Please ask for a smaller picture."
        case .sourceUnavailable, .timedOut, .deadLetter, .internalError:
            if !isRetryable {
                "Asking again would not help."
            } else if isOfUpload {
                "Please ask again under a new id; the original is still there."
            } else {
                "Please ask again under a new id."
            }
        }
    }
}

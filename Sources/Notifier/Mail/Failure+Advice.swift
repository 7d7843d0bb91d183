import StageContracts

extension Failure {
    /// What the owner can do about it.
    ///
    /// - Parameters:
    ///   - isOfUpload: Whether the original is an upload, which need not be sent again.
    ///   - isFromWeb: Whether the original lies on the web.
    /// - Returns: A sentence for a mail.
    func advice(isOfUpload: Bool, isFromWeb: Bool) -> String {
        switch subject {
        case .uploadedLogo:
            "Please upload the logo again and name the key that the upload answers, or leave the watermark out."
        case .webLogo:
            "Please give another address of the logo, or upload it and name the key that the upload answers."
        case .watermarkText:
            "Please write the watermark's text with other characters, or use a picture instead."
        case .original: originalAdvice(isOfUpload: isOfUpload, isFromWeb: isFromWeb)
        }
    }

    private func originalAdvice(isOfUpload: Bool, isFromWeb: Bool) -> String {
        switch code {
        case .requestIDTaken: "Please send the request again under an id that was never used, or without one."
        case .invalidRequest: "Please correct the request and send it again under a new id."
        case .sourceNotFound where isFromWeb: Self.otherAddress
        case .sourceNotFound: "Please upload the picture again and ask for the key that the upload answers."
        case .sourceURLInvalid:
            "Please give the address as https://, a host name and a path, without user name, port or fragment."
        case .sourceAddressForbidden, .sourceHostNotAllowed, .sourceUntrusted, .sourceEncoded, .sourceRefused:
            Self.otherAddress
        case .sourceTooManyRedirects: "Please give the address that the picture has in the end."
        case .damagedImage, .unsupportedFormat:
            "Please upload another copy of the picture, as JPEG, PNG or WebP."
        // The picture itself was within the limits of the first stage.
        case .tooComplex where stage != .preprocess:
            "Please ask for smaller outputs, fewer of them, or less effort; the original is still there."
        case .sourceTooLarge, .tooManyPixels, .tooManyFrames, .tooComplex:
            "Please upload a smaller version of the picture."
        case .impossibleOperation:
            "Please ask for operations that fit the picture, or leave them out."
        case .outputTooLarge: "Please ask for a smaller picture."
        case .sourceUnavailable where isFromWeb && isRetryable:
            "Please ask again under a new id, or upload the picture itself."
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

    private static let otherAddress = "Please upload the picture itself, or give another address of it."
}

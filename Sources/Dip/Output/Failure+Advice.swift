import StageContracts

extension Failure {
    /// What somebody at a terminal can do about it; nil where the problems say it already.
    ///
    /// - Parameter isFromWeb: Whether the picture lies on the web.
    /// - Returns: A line without its end, in small letters.
    func advice(isFromWeb: Bool) -> String? {
        switch subject {
        case .uploadedLogo:
            "upload the logo again and name the key that the upload answers, or leave the watermark out"
        case .webLogo:
            "give another address of the logo, or upload it and name the key that the upload answers"
        case .watermarkText: "write the watermark's text with other characters, or use a picture instead"
        case .original: originalAdvice(isFromWeb: isFromWeb)
        }
    }

    private func originalAdvice(isFromWeb: Bool) -> String? {
        switch code {
        case .unsupportedFormat: "send a JPEG, PNG or WebP picture"
        case .damagedImage:
            "export the picture again; \"tolerant\": true in a --request uses what can be read"
        case .sourceNotFound where isFromWeb: Self.otherAddress
        case .sourceNotFound: "the upload has expired or the key is wrong: upload the file again"
        // The picture itself was within the limits of the first stage.
        case .tooComplex where stage != .preprocess: "ask for smaller outputs, fewer of them, or less effort"
        case .tooManyPixels, .tooComplex, .sourceTooLarge: "make the picture smaller and send it again"
        case .tooManyFrames: "send a single picture"
        case .requestIDTaken: "give another --id, or none"
        case .outputTooLarge: "ask for fewer pixels, a lower quality or another format"
        case .impossibleOperation: "leave the operation out, or fit it to the picture's size"
        case .sourceURLInvalid: "give an address such as https://example.com/photo.jpg, without a user's name"
        case .sourceAddressForbidden:
            "only public addresses are asked: fetch the picture yourself and send the file instead"
        case .sourceHostNotAllowed: "fetch the picture yourself and send the file, or have the host allowed"
        case .sourceTooManyRedirects: "give the address where the redirects end (curl -sIL shows it)"
        case .sourceEncoded, .sourceUntrusted, .sourceRefused: Self.otherAddress
        case .invalidRequest: nil
        case .sourceUnavailable, .timedOut, .deadLetter, .internalError:
            isRetryable ? "ask again: run the same command once more" : nil
        }
    }

    private static let otherAddress =
        "fetch the picture yourself and send the file, or give another address of it"
}

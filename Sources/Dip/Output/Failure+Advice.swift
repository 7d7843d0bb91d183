import StageContracts

extension Failure {
    /// What somebody at a terminal can do about it.
    var advice: String? {
        switch code {
        case .unsupportedFormat: "send a JPEG, PNG or WebP picture"
        case .damagedImage:
            "export the picture again; \"tolerant\": true in a --request uses what can be read"
        case .sourceNotFound: "the upload has expired or the key is wrong: upload the file again"
        case .tooManyPixels, .tooComplex, .sourceTooLarge: "make the picture smaller and send it again"
        case .tooManyFrames: "send a single picture"
        case .requestIDTaken: "give another --id, or none"
        case .outputTooLarge: "ask for fewer pixels, a lower quality or another format"
        default: isRetryable ? "ask again: run the same command once more" : nil
        }
    }
}

package import Imaging
import StageContracts

extension ImageFailure {
    /// A source that was refused or could not be read.
    package init(_ error: ImagingError) {
        self.init(error, FailureCode(error.code))
    }

    /// A rendition that could not be made; its source was within the limits, so it is the output that is not.
    package init(rendering error: ImagingError) {
        switch error.code {
        case .tooManyPixels, .sideTooLong, .invalidRendition: self.init(error, .outputTooLarge)
        // The source alone was within the limits here, too.
        case .tooMuchWork, .tooMuchMemory:
            let need = error.code == .tooMuchWork ? "work" : "memory"
            self.init(
                .tooComplex,
                text: "The request needs too much \(need): \(error.detail). "
                    + "Ask for smaller outputs, fewer of them, or less effort.",
                detail: error.description,
                isPermanent: error.isPermanent
            )
        default: self.init(error)
        }
    }

    private init(_ error: ImagingError, _ code: FailureCode) {
        self.init(
            code,
            text: error.ownersText(code),
            detail: error.description,
            isPermanent: error.isPermanent,
            isOfFont: error.code == .fontUnavailable
        )
    }
}

extension ImagingError {
    /// What the owner reads: for a limit that was exceeded by how much, else the code's own sentence.
    fileprivate func ownersText(_ code: FailureCode) -> String? {
        switch self.code {
        case .tooManyBytes, .tooManyPixels, .sideTooLong, .tooManyFrames, .invalidRendition,
            .tooManyOutputPixels, .impossibleOperation:
            "\(code.title): \(detail)."
        default: nil
        }
    }
}

extension FailureCode {
    fileprivate init(_ code: ImagingError.Code) {
        switch code {
        case .unsupportedFormat: self = .unsupportedFormat
        case .truncated, .damaged: self = .damagedImage
        case .tooManyBytes: self = .sourceTooLarge
        case .tooManyPixels, .sideTooLong: self = .tooManyPixels
        case .tooManyFrames: self = .tooManyFrames
        case .tooManyParts, .tooMuchMemory, .tooManyScans, .tooMuchWork: self = .tooComplex
        case .deadlineExceeded: self = .timedOut
        case .invalidRendition, .tooManyOutputPixels: self = .outputTooLarge
        case .impossibleOperation: self = .impossibleOperation
        case .stoppedByCaller, .outOfMemory, .encodingFailed, .fontUnavailable: self = .internalError
        }
    }
}

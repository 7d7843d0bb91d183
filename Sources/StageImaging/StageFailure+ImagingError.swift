package import Imaging
package import PipelineStage
import StageContracts

extension StageFailure {
    /// A picture that was refused or could not be made, seen as a failure of the work.
    package init(_ error: ImagingError) {
        if error.isPermanent {
            self = .reject(FailureCode(error.code), detail: error.description)
        } else {
            self = .retry(detail: error.description)
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
        case .tooMuchMemory, .tooManyScans: self = .tooComplex
        case .deadlineExceeded: self = .timedOut
        case .invalidRendition: self = .outputTooLarge
        case .outOfMemory, .encodingFailed: self = .internalError
        }
    }
}

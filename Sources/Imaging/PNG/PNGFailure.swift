import CPNG

/// Translates what the PNG shim answers.
enum PNGFailure {
    /// The error of a failed decoder call.
    static func decoding(_ status: cpng_status, _ message: UnsafePointer<CChar>) -> ImagingError {
        let detail = "the PNG cannot be decoded: \(String(cString: message))"
        return switch status {
        case CPNG_TRUNCATED: ImagingError(.truncated, detail)
        case CPNG_OUT_OF_MEMORY: ImagingError(.outOfMemory, detail)
        default: ImagingError(.damaged, detail)
        }
    }

    /// The error of a failed encoder call.
    static func encoding(_ status: cpng_status, _ message: UnsafePointer<CChar>) -> ImagingError {
        let code = status == CPNG_OUT_OF_MEMORY ? ImagingError.Code.outOfMemory : .encodingFailed
        return ImagingError(code, "the PNG cannot be encoded: \(String(cString: message))")
    }
}

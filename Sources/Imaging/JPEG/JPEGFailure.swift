import CJPEG

/// Translates what the JPEG shim answers.
enum JPEGFailure {
    /// The error of a failed decoder call.
    static func decoding(_ status: cjpeg_status, _ message: UnsafePointer<CChar>) -> ImagingError {
        ImagingError(code(status) ?? .damaged, "the JPEG cannot be decoded: \(String(cString: message))")
    }

    /// The error of a failed encoder call.
    static func encoding(_ status: cjpeg_status, _ message: UnsafePointer<CChar>) -> ImagingError {
        let code: ImagingError.Code =
            switch status {
            case CJPEG_OUT_OF_MEMORY: .outOfMemory
            case CJPEG_INTERRUPTED: .deadlineExceeded
            default: .encodingFailed
            }
        return ImagingError(code, "the JPEG cannot be encoded: \(String(cString: message))")
    }

    private static func code(_ status: cjpeg_status) -> ImagingError.Code? {
        switch status {
        case CJPEG_TRUNCATED: .truncated
        case CJPEG_UNSUPPORTED: .unsupportedFormat
        case CJPEG_OUT_OF_MEMORY: .outOfMemory
        case CJPEG_TOO_MANY_SCANS: .tooManyScans
        case CJPEG_INTERRUPTED: .deadlineExceeded
        default: nil
        }
    }
}

extension ImageLimits {
    /// The limits as the JPEG shim takes them; `probe` must outlive their use.
    func jpeg(_ probe: DeadlineProbe, toleratesDamage: Bool) -> cjpeg_limits {
        cjpeg_limits(
            maximum_scan_count: CInt(clamping: maximumScanCount),
            maximum_memory: maximumMemoryByteCount,
            tolerates_damage: toleratesDamage ? 1 : 0,
            interrupt: DeadlineProbe.callback,
            context: probe.context
        )
    }
}

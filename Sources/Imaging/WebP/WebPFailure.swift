import CWebP

/// Translates what the WebP shim answers.
enum WebPFailure {
    /// The error of a failed decoder call.
    static func decoding(_ status: cwebp_status) -> ImagingError {
        switch status {
        case CWEBP_TRUNCATED: ImagingError(.truncated, "the WebP ends before its picture")
        case CWEBP_UNSUPPORTED: ImagingError(.unsupportedFormat, "the WebP uses an unknown feature")
        case CWEBP_OUT_OF_MEMORY: ImagingError(.outOfMemory, "no memory for decoding a WebP")
        default: ImagingError(.damaged, "the WebP cannot be decoded")
        }
    }

    /// The error of a failed encoder call.
    static func encoding(_ status: cwebp_status) -> ImagingError {
        switch status {
        case CWEBP_OUT_OF_MEMORY: ImagingError(.outOfMemory, "no memory for encoding a WebP")
        case CWEBP_INTERRUPTED: ImagingError(.deadlineExceeded, "interrupted by the deadline")
        case CWEBP_UNSUPPORTED:
            ImagingError(.invalidRendition, "a WebP's side may have \(ImageFormat.webp.maximumSide) pixels")
        default: ImagingError(.encodingFailed, "the WebP cannot be encoded")
        }
    }
}

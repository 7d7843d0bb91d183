/// Why a picture was refused or could not be produced.
///
/// `code` is stable and meant for records and metrics; `detail` is for the log line and may change.
package struct ImagingError: Error, Hashable, Sendable {
    /// The stable reason, one word per cause.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        /// The bytes are no JPEG, PNG or WebP, or use a feature of theirs that is not supported.
        case unsupportedFormat = "unsupported_format"
        /// The data end before the picture does.
        case truncated
        /// The data contradict their format.
        case damaged
        /// The encoded file is larger than the limit.
        case tooManyBytes = "too_many_bytes"
        /// The picture has more pixels than the limit.
        case tooManyPixels = "too_many_pixels"
        /// The picture is wider or higher than the limit.
        case sideTooLong = "side_too_long"
        /// The file consists of more segments or chunks than the limit.
        case tooManyParts = "too_many_parts"
        /// The animation has more frames than the limit.
        case tooManyFrames = "too_many_frames"
        /// Decoding or rendering would need more memory than the limit.
        case tooMuchMemory = "too_much_memory"
        /// A progressive JPEG has more scans than the limit.
        case tooManyScans = "too_many_scans"
        /// Decoding, or all of the request together, would take more steps than the limit.
        case tooMuchWork = "too_much_work"
        /// The renditions have more pixels together than the limit.
        case tooManyOutputPixels = "too_many_output_pixels"
        /// The work was interrupted by its deadline.
        case deadlineExceeded = "deadline_exceeded"
        /// Whoever asked for the work stopped it, for a reason of its own: see there.
        case stoppedByCaller = "stopped_by_caller"
        /// The machine had no memory left, although the limits allowed it.
        case outOfMemory = "out_of_memory"
        /// The rendition asks for something no encoder can produce, such as a side of 20,000 as WebP.
        case invalidRendition = "invalid_rendition"
        /// An operation cannot be done to this picture, such as a crop of more than there is.
        case impossibleOperation = "impossible_operation"
        /// A text was to be drawn, and the machine has no font for it.
        case fontUnavailable = "font_unavailable"
        /// An encoder failed for a reason of its own.
        case encodingFailed = "encoding_failed"
    }

    /// The stable reason.
    package let code: Code
    /// What happened exactly, for operators.
    package let detail: String

    /// An error of `code`, explained by `detail`.
    package init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// Whether the same input fails the same way again, on any machine and at any time.
    package var isPermanent: Bool {
        switch code {
        case .deadlineExceeded, .stoppedByCaller, .outOfMemory, .fontUnavailable: false
        case .unsupportedFormat, .truncated, .damaged, .tooManyBytes, .tooManyPixels, .sideTooLong,
            .tooManyParts, .tooManyFrames, .tooMuchMemory, .tooManyScans, .tooMuchWork, .tooManyOutputPixels,
            .invalidRendition, .impossibleOperation, .encodingFailed:
            true
        }
    }
}

extension ImagingError: CustomStringConvertible {
    package var description: String {
        "\(code.rawValue): \(detail)"
    }
}

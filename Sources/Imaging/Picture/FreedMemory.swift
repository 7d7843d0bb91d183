import CLinux

/// What becomes of the memory that a picture needed.
package enum FreedMemory {
    /// The most that is kept, in bytes: the turn of a JPEG of 40 megapixels holds as much, all coefficients.
    private static let most: Int32 = 256 << 20

    /// Keeps freed memory in the process, for good: for processes that work on one picture after the other.
    ///
    /// Without it the kernel maps every large buffer page by page again, which took a sixth of the time of a JPEG whose
    /// coefficients were all held.
    package static func keepForNextPicture() {
        clinux_keep_freed_memory(most)
    }
}

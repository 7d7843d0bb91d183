import CLinux

/// What becomes of the memory that a picture needed.
public enum FreedMemory {
    /// The most that is kept, in bytes: all coefficients of a JPEG of 40 megapixels, for one that is turned.
    private static let most: Int32 = 256 << 20

    /// Keeps it for the next picture, in the whole process and for good; for processes that work on one after the other.
    ///
    /// Otherwise the system takes back what is large after every picture and hands it out again page by page, which was a sixth
    /// of the time of a JPEG whose coefficients were all held.
    public static func keepForNextPicture() {
        clinux_keep_freed_memory(most)
    }
}

extension ByteSink {
    /// Takes the bytes that have come together, valid during the call, unless they are few.
    ///
    /// - Returns: Whether it took them.
    func take(
        _ bytes: UnsafeBufferPointer<UInt8>,
        atLeast minimum: Int
    ) throws(ImagingError) -> Bool {
        guard bytes.count >= minimum else { return false }
        try write(bytes.span)
        return true
    }
}

/// Takes the bytes of a file as an encoder makes them.
package protocol ByteSink: AnyObject {
    /// Takes the next bytes, valid during the call.
    func write(_ bytes: Span<UInt8>) throws(ImagingError)

    /// Called after the last byte.
    func finish() throws(ImagingError)
}

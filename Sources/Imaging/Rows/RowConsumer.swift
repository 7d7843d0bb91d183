/// Takes the rows of a picture from top to bottom: a step of a pipeline or its end.
package protocol RowConsumer: AnyObject {
    /// Takes the next row; its bytes are valid during the call.
    func consume(_ row: Span<UInt8>) throws(ImagingError)

    /// Called after the last row.
    func finish() throws(ImagingError)
}

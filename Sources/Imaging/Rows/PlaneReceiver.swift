/// Takes the rows of several planes, in whatever order they come.
protocol PlaneReceiver: AnyObject {
    /// Takes the next row of `plane`; its bytes are valid during the call.
    func receive(_ row: Span<UInt8>, ofPlane plane: Int) throws(ImagingError)

    /// Called after the last row of `plane`.
    func finishPlane(_ plane: Int) throws(ImagingError)
}

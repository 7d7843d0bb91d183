extension PixelSize {
    /// The size of an upright picture of this size after `operations`, or the largest where only the pixels tell.
    ///
    /// - Throws: `impossibleOperation`, `invalidRendition` or an error of the limits.
    package func edited(by operations: [Operation], limits: ImageLimits) throws(ImagingError) -> PixelSize {
        try OperationChain(operations[...]).admit(self, limits).size
    }
}

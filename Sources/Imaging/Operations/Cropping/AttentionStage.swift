/// Keeps the part of a picture that draws the eye.
enum AttentionStage {
    /// What keeps a part of `size` and gives its rows to `next`.
    static func consumer(
        of input: RowFormat,
        part size: PixelSize,
        limits: ImageLimits,
        found: @escaping (PixelBox) -> Void,
        next: any RowConsumer
    ) -> any RowConsumer {
        let map = AttentionMap(input)
        let buffer = PictureBuffer(input, limits: limits) { picture throws(ImagingError) in
            let part = map.part(of: size)
            found(part)
            try picture.pump(part, into: next)
        }
        return RowFanOut([map, buffer])
    }
}

/// Cutting off a border of one colour.
package struct Trim: Hashable, Sendable {
    /// How far a pixel may differ from the border's colour, as a share of all levels: 0…1.
    package var tolerance: Double
    /// The border's colour; nil for that of the upper left corner.
    package var color: Color?

    /// A trim with the given tolerance.
    package init(tolerance: Double = 0.05, color: Color? = nil) {
        (self.tolerance, self.color) = (tolerance, color)
    }
}

extension Trim: PlacedStep {
    func step(keeping part: PixelBox) -> AppliedStep { .trim(part) }

    func memoryByteCount(for size: PixelSize) -> Int {
        RowFormat(size: size, layout: .rgba).byteCount
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        found: @escaping (PixelBox) -> Void,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        PictureBuffer(input, limits: limits) { picture throws(ImagingError) in
            let border = color?.pixel ?? input.layout.pixel(at: picture.address(0, 0))
            let finder = BorderFinder(picture, border: border, largestDifference: Int32(tolerance * 255))
            guard let part = finder.inside else {
                throw ImagingError(.impossibleOperation, "a trim would leave nothing of \(input.size)")
            }
            found(part)
            let next = try open(RowFormat(size: part.size, layout: input.layout))
            try picture.pump(part, into: next)
        }
    }
}

/// A colour behind transparent parts.
package struct Background: Hashable, Sendable {
    /// The colour.
    package var color: Color

    /// A background of one colour.
    package init(_ color: Color) {
        self.color = color
    }
}

extension Background: OperationStep {
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        guard input.layout.hasAlpha else { return try open(input) }
        guard color.alpha < 255 else {
            let next = try open(RowFormat(size: input.size, layout: .rgb))
            return LayoutStage(input, to: .rgb, background: color, next: next)
        }
        let under = color.pixel
        return RowEdit(input, next: try open(input)) { row, _ in
            for column in 0..<input.size.width {
                let place = row + 4 * column
                PixelLayout.rgba.write(
                    PixelMixing.laid(PixelLayout.rgba.pixel(at: place), on: under),
                    to: place
                )
            }
        }
    }
}

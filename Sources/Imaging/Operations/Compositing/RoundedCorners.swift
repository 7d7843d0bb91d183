/// Corners rounded off by quarter circles.
package struct RoundedCorners: Hashable, Sendable {
    /// The circles' radius as a share of the shorter side, 0…½.
    package var radius: Double
    /// What lies behind the corners; clear for nothing.
    package var background: Color

    /// Corners of the given radius.
    package init(radius: Double, background: Color = .clear) {
        (self.radius, self.background) = (radius, background)
    }
}

extension RoundedCorners: OperationStep {
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let format = RowFormat(size: input.size, layout: input.layout.extended(for: background))
        let mask = CornerMask(
            format.size,
            radius: radius * Double(min(format.size.width, format.size.height))
        )
        let under = background.pixel
        let edit = RowEdit(format, next: try open(format)) { row, index in
            for (column, share) in mask.shares(ofRow: index).enumerated() where share < 256 {
                for place in [column, format.size.width - 1 - column] {
                    let bytes = row + place * format.layout.channelCount
                    let pixel = format.layout.pixel(at: bytes)
                    format.layout.write(PixelMixing.mixed(pixel, share: share, with: under), to: bytes)
                }
            }
        }
        return LayoutStage.converting(input, to: format.layout, next: edit)
    }
}

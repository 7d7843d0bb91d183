/// A text or a logo over the picture, of a size relative to it.
package struct Watermark: Hashable, Sendable {
    /// What is seen.
    package enum Mark: Hashable, Sendable {
        /// Words.
        case text(TextMark)
        /// A picture.
        case logo(Logo)
    }

    /// What is seen.
    package var mark: Mark
    /// Its width as a share of the picture's; it is narrower where it would be higher than the picture.
    package var size: Double
    /// From 0 (invisible) to 1.
    package var opacity: Double
    /// Where it is repeated, or else where it stands.
    package var arrangement: Arrangement

    /// How often it is seen, and where.
    package enum Arrangement: Hashable, Sendable {
        /// Once; the margin is a share of the picture's shorter side.
        case once(Gravity, margin: Double)
        /// All over the picture.
        case tiled
    }

    /// A mark of the given size and opacity.
    package init(_ mark: Mark, size: Double = 0.25, opacity: Double = 0.5, _ arrangement: Arrangement) {
        (self.mark, self.size, self.opacity, self.arrangement) = (mark, size, opacity, arrangement)
    }
}

extension Watermark {
    /// The room for the mark on a picture of `size`.
    private func box(on picture: PixelSize) -> PixelSize {
        PixelSize(width: max(1, Int((size * Double(picture.width)).rounded())), height: picture.height)
    }

    /// What the mark covers; all of its room where only drawing it will tell that it cannot be.
    private func size(on picture: PixelSize) -> PixelSize {
        let box = box(on: picture)
        return switch mark {
        case .text(let text): (try? text.size(fitting: box)) ?? box
        case .logo(let logo): logo.size(fitting: box)
        }
    }

    private func overlay(for picture: PixelSize, _ limits: ImageLimits) throws(ImagingError) -> Overlay {
        switch mark {
        case .text(let text): try text.overlay(fitting: box(on: picture), opacity: opacity)
        case .logo(let logo): try logo.overlay(fitting: box(on: picture), opacity: opacity, limits)
        }
    }

    private func places(of overlay: PixelSize, on picture: PixelSize) -> OverlayPlaces {
        switch arrangement {
        case .tiled: .tiled(overlay, on: picture)
        case .once(let gravity, let margin): .once(overlay, on: picture, gravity, margin: margin)
        }
    }
}

extension Watermark: OperationStep {
    func admit(_ limits: ImageLimits) throws(ImagingError) {
        if case .logo(let logo) = mark { _ = try logo.inspect(limits) }
    }

    func memoryByteCount(for size: PixelSize) -> Int {
        // The mark's pixels, and before them its coverage or rows.
        let area = 8 * self.size(on: size).pixelCount
        guard case .logo(let logo) = mark else { return area }
        return area + logo.memoryByteCount
    }

    func work(on size: PixelSize) -> Int {
        let area = arrangement == .tiled ? size.pixelCount : self.size(on: size).pixelCount
        guard case .logo(let logo) = mark else { return area * PixelWork.overlay }
        return area * PixelWork.overlay + logo.work
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let overlay = try overlay(for: input.size, limits)
        let layout = input.layout == .gray && !overlay.isGray ? PixelLayout.rgb : input.layout
        let format = RowFormat(size: input.size, layout: layout)
        let places = places(of: overlay.size, on: input.size)
        let edit = RowEdit(format, next: try open(format)) { row, index in
            places.forEach(inRow: index, width: format.size.width) { overlayRow, left in
                overlay.lay(overlayRow, on: row, format, at: left)
            }
        }
        return LayoutStage.converting(input, to: layout, next: edit)
    }
}

extension PixelLayout {
    /// The smallest layout that can show the pixels of this one and `color` beside them.
    func extended(for color: Color) -> PixelLayout {
        if hasAlpha || color.alpha < 255 { return .rgba }
        return color.isGray ? self : .rgb
    }
}

extension LayoutStage {
    /// What takes rows of `input` where `next` takes those of a layout that can show at least as much.
    static func converting(
        _ input: RowFormat,
        to layout: PixelLayout,
        next: any RowConsumer
    ) -> any RowConsumer {
        layout == input.layout ? next : LayoutStage(input, to: layout, background: .clear, next: next)
    }
}

/// Changes of colour that follow each other, done in one pass over the pixels.
struct ColorStep {
    let adjustments: [ColorAdjustment]

    /// This step and then `next`.
    func followed(by next: ColorStep) -> ColorStep {
        ColorStep(adjustments: adjustments + next.adjustments)
    }

    /// Whether grey pictures become coloured somewhere on the way.
    private var addsColor: Bool {
        adjustments.contains { $0.effect == .addsColor }
    }

    /// Whether coloured pictures are grey in the end.
    private var endsGray: Bool {
        guard let last = adjustments.lastIndex(where: { $0.effect == .removesColor }) else { return false }
        return adjustments[last...].allSatisfy { $0.effect != .addsColor }
    }
}

extension ColorStep: OperationStep {
    func work(on size: PixelSize) -> Int {
        size.pixelCount * PixelWork.adjustment * ColorPass.joined(passes(for: .rgba)).count
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let worked = input.layout == .gray && addsColor ? PixelLayout.rgb : input.layout
        let output = worked == .rgb && endsGray ? PixelLayout.gray : worked
        let next = try open(RowFormat(size: input.size, layout: output))
        let stage = AdjustmentStage(
            RowFormat(size: input.size, layout: worked),
            ColorPass.joined(passes(for: worked)),
            isGrayAfter: output == .gray,
            next: next
        )
        return LayoutStage.converting(input, to: worked, next: stage)
    }

    /// One grey channel needs nothing of what keeps grey as it is.
    private func passes(for layout: PixelLayout) -> [ColorPass] {
        adjustments.compactMap { adjustment in
            switch (layout, adjustment) {
            case (.gray, .grayscale), (.gray, .saturation), (.gray, .sepia): nil
            default: adjustment.pass
            }
        }
    }
}

/// Brings samples of 16 bits, the upper byte first, to 8 bits of sRGB, and rounds only once.
struct DeepColors {
    private enum Step {
        case rounded
        /// The level for each of 65,536.
        case curve([UInt8])
        case transform(ColorTransform)
    }

    private let step: Step
    private let layout: PixelLayout

    /// What `conversion`, that of `profile`, is for 8 bits of `layout`.
    init(_ conversion: ColorConversion, _ profile: [UInt8]?, _ layout: PixelLayout) {
        self.layout = layout
        let pixels: ColorTransform.Pixels = layout.hasAlpha ? .deepRGBA : .deepRGB
        switch (conversion, profile) {
        case (.curve(let curve), let profile?): step = .curve(Self.curve(profile) ?? Self.stretched(curve))
        case (.transform, let profile?):
            step = ColorTransform(profile, pixels).map(Step.transform) ?? .rounded
        default: step = .rounded
        }
    }

    /// Converts `count` pixels.
    func convert(_ pixels: UnsafePointer<UInt8>, into target: UnsafeMutablePointer<UInt8>, count: Int) {
        switch step {
        case .rounded: each(count) { index, _ in target[index] = Self.rounded(Self.sample(pixels, index)) }
        case .curve(let curve):
            curve.withUnsafeBufferPointer { curve in
                each(count) { index, isAlpha in
                    let sample = Self.sample(pixels, index)
                    target[index] = isAlpha ? Self.rounded(sample) : curve[sample]
                }
            }
        case .transform(let transform): transform.convert(pixels, into: target, count: count)
        }
    }

    private func each(_ count: Int, _ body: (_ index: Int, _ isAlpha: Bool) -> Void) {
        for index in 0..<count * layout.channelCount {
            body(index, layout.hasAlpha && index & 3 == 3)
        }
    }

    private static func sample(_ pixels: UnsafePointer<UInt8>, _ index: Int) -> Int {
        Int(pixels[2 * index]) << 8 | Int(pixels[2 * index + 1])
    }

    private static func rounded(_ sample: Int) -> UInt8 {
        UInt8((sample * 255 + 32_767) / 65_535)
    }

    /// What a profile, of gray or of colours, makes of each gray.
    private static func curve(_ profile: [UInt8]) -> [UInt8]? {
        let levels = (0...0xffff).map { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
        if let transform = ColorTransform(profile, .deepGray, for: .samples) {
            let colors = transform.converted(levels.flatMap(\.self), count: levels.count)
            return levels.indices.map { colors[3 * $0 + 1] }
        }
        guard let transform = ColorTransform(profile, .deepRGB, for: .samples) else { return nil }
        let colors = transform.converted(levels.flatMap { $0 + $0 + $0 }, count: levels.count)
        return levels.indices.map { colors[3 * $0 + 1] }
    }

    private static func stretched(_ curve: [UInt8]) -> [UInt8] {
        (0...0xffff).map { curve[Int(rounded($0))] }
    }
}

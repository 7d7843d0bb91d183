extension Operation: WireEncodable {
    /// The operation's name and what it is given.
    private var parts: (name: OperationName, options: any Encodable) {
        switch self {
        case .crop(let options): (.crop, options)
        case .resize(let options): (.resize, options)
        case .rotate(let options): (.rotate, options)
        case .flip: (.flip, NoOptions())
        case .flop: (.flop, NoOptions())
        case .blur(let options): (.blur, options)
        case .sharpen(let options): (.sharpen, options)
        case .grayscale: (.grayscale, NoOptions())
        case .sepia(let options): (.sepia, options)
        case .tint(let options): (.tint, options)
        case .brightness(let options): (.brightness, options)
        case .contrast(let options): (.contrast, options)
        case .saturation(let options): (.saturation, options)
        case .gamma(let options): (.gamma, options)
        case .negate: (.negate, NoOptions())
        case .watermark(let options): (.watermark, options)
        case .background(let options): (.background, options)
        case .trim(let options): (.trim, options)
        case .roundedCorners(let options): (.roundedCorners, options)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        let (name, options) = parts
        var container = encoder.container(keyedBy: OperationName.self)
        try container.encode(options, forKey: name)
    }
}

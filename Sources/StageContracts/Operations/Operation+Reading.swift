extension Operation: ReadableObject {
    init?(reading reader: ObjectReader) {
        let names = reader.names
        guard names.count == 1 else {
            for name in names { _ = reader.value(name) }
            reader.refuse(.contradiction, "must have exactly one member, the operation's name")
            return nil
        }
        guard let name = OperationName(rawValue: names[0]) else {
            _ = reader.value(names[0])
            let list = OperationName.allCases.map(\.rawValue).joined(separator: ", ")
            reader.refuse(names[0].abridged(to: 64), .unknownField, "is no operation; known are \(list)")
            return nil
        }
        guard let operation = Self.read(name, reader) else { return nil }
        self = operation
    }

    private static func read(_ name: OperationName, _ reader: ObjectReader) -> Operation? {
        func options<Options: ReadableObject>() -> Options? { reader.object(name.rawValue) }
        func plain(_ operation: Operation) -> Operation? { (options() as NoOptions?).map { _ in operation } }
        return switch name {
        case .crop: options().map(Operation.crop)
        case .resize: options().map(Operation.resize)
        case .rotate: options().map(Operation.rotate)
        case .flip: plain(.flip)
        case .flop: plain(.flop)
        case .blur: options().map(Operation.blur)
        case .sharpen: options().map(Operation.sharpen)
        case .grayscale: plain(.grayscale)
        case .sepia: options().map(Operation.sepia)
        case .tint: options().map(Operation.tint)
        case .brightness: options().map(Operation.brightness)
        case .contrast: options().map(Operation.contrast)
        case .saturation: options().map(Operation.saturation)
        case .gamma: options().map(Operation.gamma)
        case .negate: plain(.negate)
        case .watermark: options().map(Operation.watermark)
        case .background: options().map(Operation.background)
        case .trim: options().map(Operation.trim)
        case .roundedCorners: options().map(Operation.roundedCorners)
        }
    }
}

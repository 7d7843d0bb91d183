extension Operation {
    /// Whether the picture may have another size afterwards.
    package var changesSize: Bool {
        switch self {
        case .crop, .resize, .rotate, .trim: true
        default: false
        }
    }

    /// Whether only the pixels tell the picture's size afterwards.
    package var isTrim: Bool {
        if case .trim = self { true } else { false }
    }
}

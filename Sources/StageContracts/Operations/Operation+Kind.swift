extension Operation {
    /// Whether the picture may have another size afterwards.
    package var changesSize: Bool {
        switch self {
        case .crop, .resize, .rotate, .trim: true
        default: false
        }
    }

    /// Whether it lays a logo over the picture that is no upload.
    var isLogoFromWeb: Bool {
        if case .watermark(let watermark) = self, case .url? = watermark.image { true } else { false }
    }

    /// Whether only the pixels tell the picture's size afterwards.
    var isTrim: Bool {
        if case .trim = self { true } else { false }
    }
}

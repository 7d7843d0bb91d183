extension Operation {
    /// Whether it leaves every picture of `size` as it is: a crop of all, a size that the picture has, a turn that is none.
    func isIdle(on size: PixelSize) -> Bool {
        switch self {
        case .crop(let crop): crop.keeps(size)
        case .resize(let resize): resize.keeps(size)
        case .turn(let orientation): orientation == .up
        case .rotate(let rotation): !RotatedGrid.moves(size, degrees: rotation.degrees)
        case .blur, .sharpen, .adjust, .watermark, .background, .trim, .roundedCorners: false
        }
    }

    /// The size of a picture of `size` afterwards; nil where only its pixels tell, or where it cannot be done.
    fileprivate func knownSize(after size: PixelSize) -> PixelSize? {
        if case .trim = self { return nil }
        return try? step.size(after: size)
    }
}

extension [Operation] {
    /// The same without what leaves the picture as it is, as far as that follows from its size, which is `size` before.
    ///
    /// - Returns: An empty list where nothing is done. In a longer one turns by nothing stand for what is left out, so that the others
    ///   keep their places.
    package func withoutIdle(on size: PixelSize) -> [Operation] {
        var known: PixelSize? = size
        let list = map { operation in
            guard let size = known else { return operation }
            guard !operation.isIdle(on: size) else { return .turn(.up) }
            known = operation.knownSize(after: size)
            return operation
        }
        return list.allSatisfy { $0 == .turn(.up) } ? [] : list
    }
}

extension Crop {
    /// Whether the part is all of a picture of `size`.
    fileprivate func keeps(_ size: PixelSize) -> Bool {
        guard (try? partSize(in: size)) == size else { return false }
        return place == .attention || (try? box(in: size)) != nil
    }
}

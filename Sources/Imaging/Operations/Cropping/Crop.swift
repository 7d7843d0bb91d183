/// The part of a picture that is kept.
package struct Crop: Hashable, Sendable {
    /// How large the part is.
    package enum Shape: Hashable, Sendable {
        /// A size in pixels.
        case size(PixelSize)
        /// The largest part of a shape.
        case aspectRatio(width: Int, height: Int)
    }

    /// Where the part lies.
    package enum Place: Hashable, Sendable {
        /// Its upper left corner.
        case corner(left: Int, top: Int)
        /// A side or corner of the picture.
        case gravity(Gravity)
        /// As near around a point as can be, in shares of the picture's width and height, 0…1.
        case focalPoint(x: Double, y: Double)
        /// Where most is to be seen.
        case attention
    }

    /// How large the part is.
    package var shape: Shape
    /// Where the part lies.
    package var place: Place

    /// A part of the given shape at the given place.
    package init(_ shape: Shape, at place: Place) {
        self.shape = shape
        self.place = place
    }
}

extension Crop {
    /// The part's size in a picture of `size`.
    ///
    /// - Throws: `impossibleOperation` where the picture is smaller.
    func partSize(in size: PixelSize) throws(ImagingError) -> PixelSize {
        let part = wantedSize(in: size)
        guard part.width > 0, part.height > 0, part.width <= size.width, part.height <= size.height else {
            throw ImagingError(.impossibleOperation, "a crop of \(part) does not fit into \(size)")
        }
        return part
    }

    /// The part in a picture of `size`; nil where only its pixels tell.
    ///
    /// - Throws: `impossibleOperation` where the part is not wholly inside the picture.
    func box(in size: PixelSize) throws(ImagingError) -> PixelBox? {
        let part = try partSize(in: size)
        let free = PixelSize(width: size.width - part.width, height: size.height - part.height)
        switch place {
        case .attention: return nil
        case .gravity(let gravity):
            return PixelBox(left: gravity.left(of: free.width), top: gravity.top(of: free.height), size: part)
        case .focalPoint(let x, let y):
            let left = Self.edge(of: part.width, around: x, in: size.width)
            return PixelBox(
                left: left,
                top: Self.edge(of: part.height, around: y, in: size.height),
                size: part
            )
        case .corner(let left, let top):
            guard left >= 0, top >= 0, left <= free.width, top <= free.height else {
                let detail = "a crop of \(part) at \(left),\(top) reaches beyond \(size)"
                throw ImagingError(.impossibleOperation, detail)
            }
            return PixelBox(left: left, top: top, size: part)
        }
    }

    private func wantedSize(in size: PixelSize) -> PixelSize {
        guard case .aspectRatio(let width, let height) = shape else {
            guard case .size(let part) = shape else { return size }
            return part
        }
        if size.width * height > size.height * width {
            let fitting = (2 * size.height * width + height) / (2 * height)
            return PixelSize(width: max(1, fitting), height: size.height)
        }
        let fitting = (2 * size.width * height + width) / (2 * width)
        return PixelSize(width: size.width, height: max(1, fitting))
    }

    private static func edge(of part: Int, around share: Double, in whole: Int) -> Int {
        let wanted = (share * Double(whole) - Double(part) / 2).rounded()
        return Int(min(max(0, wanted), Double(whole - part)))
    }
}

extension Crop: PlacedStep {
    func step(keeping part: PixelBox) -> AppliedStep { .crop(part) }

    func size(after size: PixelSize) throws(ImagingError) -> PixelSize {
        guard let box = try box(in: size) else { return try partSize(in: size) }
        return box.size
    }

    func memoryByteCount(for size: PixelSize) -> Int {
        place == .attention ? RowFormat(size: size, layout: .rgba).byteCount : 0
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        found: @escaping (PixelBox) -> Void,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let next = try open(RowFormat(size: try partSize(in: input.size), layout: input.layout))
        guard let box = try box(in: input.size) else {
            return AttentionStage.consumer(
                of: input,
                part: try partSize(in: input.size),
                limits: limits,
                found: found,
                next: next
            )
        }
        found(box)
        return CropStage(input.layout, box, next: next)
    }
}

extension Orientation {
    /// The orientation of a picture that is brought upright by this and then turned by `other`.
    func followed(by other: Orientation) -> Orientation {
        let columns = reversesColumns != (swapsSides ? other.reversesRows : other.reversesColumns)
        let rows = reversesRows != (swapsSides ? other.reversesColumns : other.reversesRows)
        let swaps = swapsSides != other.swapsSides
        return Self.allCases.first {
            ($0.swapsSides, $0.reversesColumns, $0.reversesRows) == (swaps, columns, rows)
        } ?? .up
    }

    /// The turn that undoes this one.
    var inverse: Orientation {
        switch self {
        case .rotate90: .rotate270
        case .rotate270: .rotate90
        default: self
        }
    }
}

extension Orientation: OperationStep {
    func size(after size: PixelSize) -> PixelSize {
        applied(to: size)
    }

    func memoryByteCount(for size: PixelSize) -> Int {
        self == .up ? 0 : RowFormat(size: size, layout: .rgba).byteCount
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let next = try open(RowFormat(size: applied(to: input.size), layout: input.layout))
        return self == .up ? next : TurnStage(input, self, next: next)
    }
}

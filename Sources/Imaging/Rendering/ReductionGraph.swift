/// Builds the consumers that make the pictures of a reduction tree in one pass.
struct ReductionGraph {
    private let banks = FilterBanks()
    private let extent: GridExtent

    /// A graph whose filters weigh nothing beyond `extent`.
    init(_ extent: GridExtent) {
        self.extent = extent
    }

    /// Makes the consumers of a rendition's planes, by its index.
    typealias RenditionMaker = (Int) throws(ImagingError) -> [any RowConsumer]

    /// The consumers of a node's planes.
    func consumers(
        of node: ReductionNode,
        _ makeRendition: RenditionMaker
    ) throws(ImagingError) -> [any RowConsumer] {
        var takers: [[any RowConsumer]] = node.planes.map { _ in [] }
        for index in node.renditions {
            for (plane, consumer) in try makeRendition(index).enumerated() {
                takers[plane].append(consumer)
            }
        }
        for child in node.children {
            for (plane, consumer) in try consumers(of: child, makeRendition).enumerated() {
                takers[plane].append(reduction(ofPlane: plane, from: node, to: child, consumer))
            }
        }
        return takers.map { $0.count == 1 ? $0[0] : RowFanOut($0) }
    }

    private func reduction(
        ofPlane plane: Int,
        from parent: ReductionNode,
        to child: ReductionNode,
        _ next: any RowConsumer
    ) -> any RowConsumer {
        let (source, target) = (parent.planes[plane], child.planes[plane])
        guard let (filter, light) = child.filter else { return Halver(source.format, next: next) }
        func axis(_ side: KeyPath<PlaneGrid, GridAxis>, _ extent: AxisExtent) -> ResampleAxis {
            var axis = ResampleAxis(from: source[keyPath: side], to: target[keyPath: side], within: extent)
            if filter == .nearest { axis.spread = 0 }
            return axis
        }
        let (columns, rows) = (axis(\.columns, extent.columns), axis(\.rows, extent.rows))
        guard !columns.isIdentity || !rows.isIdentity else { return next }
        // Chroma that was subsampled is enlarged as decoders do, without the overshoot of sharp filters.
        let isEnlarged = plane > 0 && target.columns.pitch < source.columns.pitch && filter != .nearest
        return Resampler(
            source.format,
            columns: columns,
            rows: rows,
            isEnlarged ? .bilinear : filter,
            banks: banks,
            bias: source.bias,
            light: light,
            next: next
        )
    }
}

extension ReductionNode {
    /// What weighs the pixels of the parent, and their light; nil for one that is halved or decoded.
    fileprivate var filter: (ResampleFilter, LinearLight?)? {
        switch making {
        case .decoded, .halved: nil
        case .resampled(let filter): (filter, nil)
        case .resampledInLinearLight(let filter): (filter, .shared)
        }
    }
}

/// Builds the consumers that make the pictures of a reduction tree in one pass.
struct ReductionGraph {
    private let banks = FilterBanks()
    private let extent: GridExtent
    private let webps: WebPBatch

    /// A graph whose filters weigh nothing beyond `extent`, and whose WebP files are those of `webps`.
    init(_ extent: GridExtent, _ webps: WebPBatch) {
        self.extent = extent
        self.webps = webps
    }

    /// Makes the consumers of a rendition's planes, by its index.
    typealias RenditionMaker = (Int) throws(ImagingError) -> [any RowConsumer]

    /// The consumers of a node's planes.
    func consumers(
        of node: ReductionNode,
        _ makeRendition: @escaping RenditionMaker
    ) throws(ImagingError) -> [any RowConsumer] {
        var takers: [[any RowConsumer]] = node.planes.map { _ in [] }
        let pixelCountAhead = webps.pixelCountAhead
        for index in node.renditions {
            for (plane, consumer) in try makeRendition(index).enumerated() {
                takers[plane].append(consumer)
            }
        }
        guard !node.children.isEmpty else { return takers.map(Self.joined) }
        let isAhead = webps.pixelCountAhead > pixelCountAhead
        let reductions =
            isAhead ? postponedReductions(of: node, makeRendition) : try reductions(of: node, makeRendition)
        for (plane, consumer) in reductions.enumerated() {
            takers[plane].append(consumer)
        }
        return takers.map(Self.joined)
    }

    /// The same as `reductions(of:)`, later: for the node whose own picture is the largest WebP file, which is encoded while its
    /// rows come.
    ///
    /// Opening the reductions is put off as well, as it would hold up the first row.
    private func postponedReductions(
        of node: ReductionNode,
        _ makeRendition: @escaping RenditionMaker
    ) -> [any RowConsumer] {
        PlaneBuffer(node.planes.map(\.format), .up, start: webps.postpone) { () throws(ImagingError) in
            try reductions(of: node, makeRendition)
        }.inlets
    }

    /// What makes the pictures of a node's planes that are reduced from it.
    private func reductions(
        of node: ReductionNode,
        _ makeRendition: @escaping RenditionMaker
    ) throws(ImagingError) -> [any RowConsumer] {
        var takers: [[any RowConsumer]] = node.planes.map { _ in [] }
        for child in node.children {
            for (plane, consumer) in try consumers(of: child, makeRendition).enumerated() {
                takers[plane].append(reduction(ofPlane: plane, from: node, to: child, consumer))
            }
        }
        return takers.map(Self.joined)
    }

    private static func joined(_ takers: [any RowConsumer]) -> any RowConsumer {
        takers.count == 1 ? takers[0] : RowFanOut(takers)
    }

    private func reduction(
        ofPlane plane: Int,
        from parent: ReductionNode,
        to child: ReductionNode,
        _ next: any RowConsumer
    ) -> any RowConsumer {
        let (source, target) = (parent.planes[plane], child.planes[plane])
        guard let (filter, light) = child.filter else { return Halver(source.format, next: next) }
        let luma = child.planes[0]
        func axis(_ side: KeyPath<PlaneGrid, GridAxis>, _ extent: AxisExtent) -> ResampleAxis {
            var axis = ResampleAxis(
                from: source[keyPath: side],
                to: target[keyPath: side],
                beside: luma[keyPath: side],
                within: extent
            )
            if filter == .nearest { axis.spread = 0 }
            return axis
        }
        let (columns, rows) = (axis(\.columns, extent.columns), axis(\.rows, extent.rows))
        return Resampler.consumer(
            of: source.format,
            columns: columns,
            rows: rows,
            filter != .nearest && target.isUpsampled(from: source, beside: luma) ? .bilinear : filter,
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

/// Plans from which picture each rendition is reduced.
struct ReductionTree {
    /// What a rendition needs.
    struct Target {
        /// Its planes, in stored orientation.
        let planes: [PlaneGrid]
        /// What weighs the pixels.
        let filter: ResampleFilter
        /// Whether light is averaged.
        var usesLinearLight = false
    }

    /// The decoded picture.
    let root: ReductionNode
    /// What pixels may be taken from.
    private let extent: GridExtent

    /// The tree that serves all `targets` from a decoder with the given planes; the largest one comes first.
    init(decoded planes: [PlaneGrid], within extent: GridExtent, _ targets: [Target]) {
        root = ReductionNode(planes, .decoded)
        self.extent = extent
        let order = targets.indices.sorted { first, second in
            let (one, other) = (targets[first].planes[0], targets[second].planes[0])
            return (-one.format.size.pixelCount, first) < (-other.format.size.pixelCount, second)
        }
        for index in order {
            node(for: targets[index]).renditions.append(index)
        }
    }

    private func node(for target: Target) -> ReductionNode {
        let making = target.making
        if root.planes == target.planes { return root }
        if let known = root.all.first(where: { $0.planes == target.planes && $0.making == making }) {
            return known
        }
        // Nearest is for the source's own pixels; light is not what the other pictures have averaged.
        guard target.filter != .nearest, !target.usesLinearLight else {
            return root.child(target.planes, making)
        }
        var parent = self.parent(for: target)
        while parent.longerSide > Self.sideToHalve,
            reduction(from: parent, to: target) >= Self.reductionToHalve
        {
            parent = parent.halved()
        }
        return parent.child(target.planes, making)
    }

    /// Up to which side a picture is never halved: there is nothing to save, and halving an odd side counts its last pixel
    /// twice, which shows where the whole picture becomes a few pixels.
    private static let sideToHalve = 512

    /// From which reduction on a picture is halved first.
    ///
    /// The mean of four is a coarse filter: it blurs detail that should be seen and lets some through that should not. The
    /// further the picture is reduced afterwards, the less of that is left: white noise, the worst picture, is 34 dB from the
    /// exact one where halving is part of a reduction by 4, 46 dB by 8, 55 dB by 16. Up to there halving saves no time on
    /// photos; beyond it, it saves rows, as the filter holds six times as many as the reduction.
    private static let reductionToHalve = 16.0

    /// The head-room of a picture that others are reduced from: half of 1067 rows are 534 or 533.
    private static let leastReduction = 0.99 * DecodeScale.headRoom

    /// The smallest picture that has head-room and all pixels that the filter reaches for.
    private func parent(for target: Target) -> ReductionNode {
        let choices = root.all.filter { node in
            guard case .resampled(target.filter) = node.making else { return false }
            return reduction(from: node, to: target) >= Self.leastReduction && covers(node, target)
        }
        return choices.min { $0.pixelCount < $1.pixelCount } ?? root
    }

    private func reduction(from node: ReductionNode, to target: Target) -> Double {
        node.planes[0].reduction(to: target.planes[0])
    }

    private func covers(_ node: ReductionNode, _ target: Target) -> Bool {
        let (source, wanted) = (node.planes[0], target.planes[0])
        let reach = target.filter.support
        return source.columns.covers(
            wanted.columns,
            margin: reach * wanted.columns.pitch,
            within: extent.columns
        ) && source.rows.covers(wanted.rows, margin: reach * wanted.rows.pitch, within: extent.rows)
    }
}

extension ReductionNode {
    /// Pixels of the longer side.
    fileprivate var longerSide: Int {
        max(planes[0].columns.count, planes[0].rows.count)
    }
}

extension ReductionTree.Target {
    /// How the picture is made from its parent.
    fileprivate var making: ReductionNode.Making {
        usesLinearLight ? .resampledInLinearLight(filter) : .resampled(filter)
    }
}

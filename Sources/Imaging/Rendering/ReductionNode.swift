/// A picture that others are made from: the decoded one, or one reduced from it.
///
/// The nodes of a job are a tree. Its root is decoded; every other node is reduced from its parent, plane by plane; a
/// rendition takes its pixels from one node. Reducing from the smallest picture that is still large enough costs a
/// fraction of reducing from the source.
final class ReductionNode {
    /// How a node is made from its parent.
    enum Making: Hashable {
        /// By the decoder.
        case decoded
        /// By the mean of squares of four.
        case halved
        /// By a filter.
        case resampled(ResampleFilter)
        /// By a filter, in linear light.
        case resampledInLinearLight(ResampleFilter)
    }

    /// The planes of the picture.
    let planes: [PlaneGrid]
    /// How it is made.
    let making: Making
    private(set) var children: [ReductionNode] = []
    /// The renditions that take their pixels from here, by index.
    var renditions: [Int] = []

    init(_ planes: [PlaneGrid], _ making: Making) {
        self.planes = planes
        self.making = making
    }

    /// This node and all below it.
    var all: [ReductionNode] {
        [self] + children.flatMap(\.all)
    }

    /// Pixels of the first plane, the one of most samples.
    var pixelCount: Int {
        planes[0].format.size.pixelCount
    }

    /// The child with half the pixels along each side.
    func halved() -> ReductionNode {
        child(planes.map(\.halved), .halved)
    }

    /// The child with the given planes; made if there is none yet.
    func child(_ planes: [PlaneGrid], _ making: Making) -> ReductionNode {
        if let known = children.first(where: { $0.planes == planes && $0.making == making }) { return known }
        let new = ReductionNode(planes, making)
        children.append(new)
        return new
    }
}

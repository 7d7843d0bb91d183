package import Imaging
import Jigsaw
package import StageContracts

/// Makes renditions out of one decode of a source, and a puzzle out of another.
///
/// A decode serves its largest picture, and small ones are made of larger ones: so renditions beside a puzzle would change
/// its pixels by a level here and there. By itself the same wish gives the same bytes.
package struct PictureMaker {
    /// Is told the share of a puzzle's picture that is cut, 0…1; what it throws stops the work.
    package typealias Progress = (Double) throws(ImagingError) -> Void

    private let limits: ImageLimits
    private let source: [UInt8]
    private let toleratesDamage: Bool
    private let operations: [StageContracts.Operation]
    private let materials: OperationMaterials

    /// A maker of pictures of `source`, a whole file, or what is left of one where that is tolerated.
    ///
    /// The `operations` edit the source before everything that is made.
    package init(
        limits: ImageLimits,
        source: [UInt8],
        toleratesDamage: Bool,
        operations: [StageContracts.Operation],
        materials: OperationMaterials
    ) {
        self.limits = limits
        self.source = source
        self.toleratesDamage = toleratesDamage
        self.operations = operations
        self.materials = materials
    }

    /// The size of the picture after the operations; a trim lets only the pixels tell.
    package func editedSize() throws(ImageFailure) -> PixelSize {
        let list = try Imaging.Operation.list(operations, materials)
        do {
            return try renderer.editedSize(of: source, by: list)
        } catch {
            throw located(ImageFailure(rendering: error), [])
        }
    }

    private func located(_ failure: ImageFailure, _ renditions: [Rendition]) -> ImageFailure {
        failure.located(among: StageContracts.Operation.placed(operations, renditions), materials, limits)
    }

    private var renderer: Renderer {
        var renderer = Renderer(limits: limits)
        renderer.toleratesDamage = toleratesDamage
        return renderer
    }

    /// The renditions of a source of that format, in order, and the puzzle if one is ordered.
    package func make(
        _ renditions: [Rendition],
        of format: StageContracts.ImageFormat,
        _ order: PuzzleOrder?,
        _ progress: @escaping Progress
    ) throws(ImageFailure) -> (renditions: [MadeRendition], puzzle: MadePuzzle?) {
        var made: [Int: MadeRendition] = [:]
        let puzzle = try make(renditions, of: format, order, progress) { made[$0] = $1 }
        return (renditions.indices.compactMap { made[$0] }, puzzle)
    }

    /// Makes the renditions of a source of that format, and gives each to `deliver`, with its index, when it is complete.
    ///
    /// - Returns: The puzzle if one is ordered.
    package func make(
        _ renditions: [Rendition],
        of format: StageContracts.ImageFormat,
        _ order: PuzzleOrder?,
        _ progress: @escaping Progress,
        deliver: @escaping (Int, MadeRendition) throws(ImagingError) -> Void
    ) throws(ImageFailure) -> MadePuzzle? {
        let plans = try renditions.map { rendition throws(ImageFailure) in
            try RenditionPlan(rendition, of: format, materials)
        }
        if order == nil || !plans.isEmpty {
            try render(plans, [], renditions) { index, image throws(ImagingError) in
                let rendition = renditions[index]
                try deliver(
                    index,
                    MadeRendition(rendition: rendition, sourceOperations: operations, image: image)
                )
            }
        }
        return try order.flatMap { order throws(ImageFailure) in try cut(order, progress) }
    }

    private func cut(_ order: PuzzleOrder, _ progress: @escaping Progress) throws(ImageFailure) -> MadePuzzle?
    {
        var sheets: [PuzzleSheet] = []
        var thumbnail: RenderedImage?
        let tap = order.plan.tap(limits: limits, progress: progress) { sheets.append($0) }
        try render([order.thumbnail], [tap], []) { thumbnail = $1 }
        sheets.sort { $0.index < $1.index }
        return thumbnail.map { MadePuzzle(order: order, sheets: sheets, thumbnail: $0) }
    }

    private func render(
        _ plans: [RenditionPlan],
        _ taps: [RowTap],
        _ renditions: [Rendition],
        deliver: @escaping (Int, RenderedImage) throws(ImagingError) -> Void
    ) throws(ImageFailure) {
        let list = try Imaging.Operation.list(operations, materials)
        do {
            try renderer.render(source, plans, taps: taps, operations: list, deliver: deliver)
        } catch {
            throw located(ImageFailure(rendering: error), renditions)
        }
    }
}

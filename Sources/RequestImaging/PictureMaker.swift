package import Imaging
import Jigsaw
package import StageContracts

/// Makes renditions and a puzzle out of one decode of a source.
package struct PictureMaker {
    /// Is told the share of a puzzle's picture that is cut, 0…1; what it throws stops the work.
    package typealias Progress = (Double) throws(ImagingError) -> Void

    private let limits: ImageLimits
    private let source: [UInt8]

    /// A maker of pictures of `source`, a whole file.
    package init(limits: ImageLimits, source: [UInt8]) {
        self.limits = limits
        self.source = source
    }

    /// The renditions of a source of that format, and the puzzle if one is ordered.
    package func make(
        _ renditions: [Rendition],
        of format: StageContracts.ImageFormat,
        _ order: PuzzleOrder?,
        _ progress: @escaping Progress
    ) throws(ImageFailure) -> (renditions: [MadeRendition], puzzle: MadePuzzle?) {
        var sheets: [PuzzleSheet] = []
        let tap = order?.plan.tap(limits: limits, progress: progress) { sheets.append($0) }
        let plans = renditions.map { RenditionPlan($0, of: format) } + [order?.thumbnail].compactMap(\.self)
        let images = try render(plans, [tap].compactMap(\.self))
        let made = zip(renditions, images).map(MadeRendition.init)
        guard let order, let thumbnail = images.last else { return (made, nil) }
        sheets.sort { $0.index < $1.index }
        return (made, MadePuzzle(order: order, sheets: sheets, thumbnail: thumbnail))
    }

    private func render(
        _ plans: [RenditionPlan],
        _ taps: [RowTap]
    ) throws(ImageFailure) -> [RenderedImage] {
        do {
            return try Renderer(limits: limits).render(source, plans, taps: taps)
        } catch {
            throw ImageFailure(rendering: error)
        }
    }
}

import Imaging
import Jigsaw
import PipelineStage
import StageContracts
import StageImaging

/// Makes renditions and a puzzle out of one decode of a source.
struct PictureMaker {
    let limits: ImageLimits
    let source: [UInt8]

    /// The renditions of a source of that format, and the puzzle if one is ordered.
    func make(
        _ renditions: [Rendition],
        of format: StageContracts.ImageFormat,
        _ order: PuzzleOrder?,
        _ progress: CutProgress
    ) throws(StageFailure) -> (renditions: [MadeRendition], puzzle: MadePuzzle?) {
        var sheets: [PuzzleSheet] = []
        let tap = order?.plan.tap(limits: limits) { share throws(ImagingError) in
            try progress.tell(share)
        } deliver: { sheet in
            sheets.append(sheet)
        }
        let plans = renditions.map { RenditionPlan($0, of: format) } + [order?.thumbnail].compactMap(\.self)
        let images = try render(plans, [tap].compactMap(\.self), progress)
        let made = zip(renditions, images).map(MadeRendition.init)
        guard let order, let thumbnail = images.last else { return (made, nil) }
        sheets.sort { $0.index < $1.index }
        return (made, MadePuzzle(order: order, sheets: sheets, thumbnail: thumbnail))
    }

    private func render(
        _ plans: [RenditionPlan],
        _ taps: [RowTap],
        _ progress: CutProgress
    ) throws(StageFailure) -> [RenderedImage] {
        do {
            return try Renderer(limits: limits).render(source, plans, taps: taps)
        } catch {
            throw progress.failure ?? StageFailure(rendering: error)
        }
    }
}

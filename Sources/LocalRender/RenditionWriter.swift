import Imaging
import RequestImaging
import StageContracts

/// Writes renditions as they become complete, so that none is held until the end.
final class RenditionWriter {
    private let folder: OutputFolder
    private let source: SourceDescription
    private let stored: StoredImage
    private let times: StepTimes
    private var written: [Int: (output: RenderReport.Output, warnings: [Warning])] = [:]
    /// Why the engine was stopped.
    private(set) var failure: RenderError?

    init(_ folder: OutputFolder, source: SourceDescription, _ stored: StoredImage, _ times: StepTimes) {
        (self.folder, self.source, self.stored, self.times) = (folder, source, stored, times)
    }

    /// What was written, in the order of the request.
    var outputs: [RenderReport.Output] { inOrder.map(\.output) }

    /// What may not be expected of it.
    var warnings: [Warning] { inOrder.flatMap(\.warnings) }

    private var inOrder: [(output: RenderReport.Output, warnings: [Warning])] {
        written.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Writes a rendition.
    ///
    /// - Throws: `stoppedByCaller` where it cannot be written; `failure` then says why.
    func take(_ index: Int, _ made: MadeRendition) throws(ImagingError) {
        let format = StageContracts.ImageFormat(made.image.format)
        let (name, image) = (made.rendition.name.text, made.image)
        let file = "\(name).\(format.fileExtension)"
        do {
            try folder.write(image.bytes.span, to: file)
        } catch {
            failure = error
            throw ImagingError(.stoppedByCaller, "an output could not be written")
        }
        var output = RenderReport.Output(
            name,
            file: file,
            format,
            size: image.size,
            byteCount: image.bytes.count,
            times
        )
        output.operations = made.operations(since: source, by: stored)
        written[index] = (output, made.warnings)
    }
}

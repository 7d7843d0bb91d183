import PipelineRuntime
import PipelineStage
import RequestImaging
import StageImaging

/// What the file processor alone reads from the environment.
struct ProcessSettings: Sendable {
    /// The most pixels of a picture: `MAXIMUM_SOURCE_PIXELS`.
    let maximumPixelCount: Int
    /// The font of text watermarks: `WATERMARK_FONT`, a file.
    let fontPath: String

    init(reading reader: inout SettingsReader) {
        maximumPixelCount = reader.maximumPixelCount()
        fontPath = reader.string(
            "WATERMARK_FONT",
            for: "the file of the watermarks' font",
            default: OperationMaterials.standardFontPath
        )
    }
}

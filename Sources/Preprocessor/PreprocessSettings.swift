import Imaging
import PipelineRuntime
import StageImaging

/// What the preprocessor alone reads from the environment.
struct PreprocessSettings: Sendable {
    /// The most bytes of an upload: `MAXIMUM_SOURCE_BYTES`.
    let maximumByteCount: Int
    /// The most pixels of a picture: `MAXIMUM_SOURCE_PIXELS`.
    let maximumPixelCount: Int

    init(reading reader: inout SettingsReader) {
        maximumByteCount = reader.integer("MAXIMUM_SOURCE_BYTES", in: 1...1_073_741_824, default: 104_857_600)
        maximumPixelCount = reader.maximumPixelCount()
    }
}

extension PreprocessSettings {
    /// The limits of the imaging engine.
    func limits(until deadline: Deadline) -> ImageLimits {
        ImageLimits(
            maximumByteCount: maximumByteCount,
            maximumPixelCount: maximumPixelCount,
            until: deadline
        )
    }
}

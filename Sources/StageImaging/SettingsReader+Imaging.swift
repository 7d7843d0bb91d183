package import PipelineRuntime
import RequestImaging

extension SettingsReader {
    /// The most pixels of a picture, for every stage that decodes one: `MAXIMUM_SOURCE_PIXELS`.
    package mutating func maximumPixelCount() -> Int {
        integer("MAXIMUM_SOURCE_PIXELS", in: 1...1_000_000_000, default: SourceLimits.maximumPixelCount)
    }
}

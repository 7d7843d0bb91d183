/// What a caller asks for.
package struct ProcessingRequest: WireEncodable {
    /// The caller's own id; nil if one was given on arrival.
    package let requestId: RequestID?
    /// The original.
    package let source: ImageSource
    /// Edits of the picture before every rendition.
    package let operations: [Operation]
    /// The outputs.
    package let renditions: [Rendition]
    /// A set of outputs from configuration, beside those listed; a listed one takes the place of its namesake.
    package let preset: PresetName?
    /// A puzzle to be cut.
    package let puzzle: Puzzle?
    /// Who is told.
    package let notify: Notify?
    /// What becomes of the original.
    package let retention: Retention
    /// Words that travel with every event.
    package let attributes: Attributes
    /// Whether a damaged original is accepted as far as it goes.
    package let tolerant: Bool

    /// How many renditions a request may list.
    package static let maximumRenditionCount = 32
}

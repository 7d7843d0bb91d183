/// The filter that resamples a picture.
package enum ResizeFilter: String, Codable, CaseIterable, Sendable {
    case nearest
    case bilinear
    case mitchell
    case lanczos3
}

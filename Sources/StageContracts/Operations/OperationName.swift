/// The edits that a request can name.
package enum OperationName: String, CodingKey, CaseIterable, Sendable {
    case crop
    case resize
    case rotate
    case flip
    case flop
    case blur
    case sharpen
    case grayscale
    case sepia
    case tint
    case brightness
    case contrast
    case saturation
    case gamma
    case negate
    case watermark
    case background
    case trim
    case roundedCorners
}

/// One edit of the picture; written as an object with the edit's name as its only member.
package enum Operation: Equatable, Sendable {
    /// Keeps a part of the picture.
    case crop(Crop)
    /// Brings the picture to a size.
    case resize(Resize)
    /// Turns the picture.
    case rotate(Rotation)
    /// Mirrors top and bottom.
    case flip
    /// Mirrors left and right.
    case flop
    /// Blurs by a Gaussian.
    case blur(Blur)
    /// Sharpens by an unsharp mask.
    case sharpen(Sharpen)
    /// Takes the colour away.
    case grayscale
    /// Gives the tone of old photographs.
    case sepia(Strength)
    /// Mixes in a colour.
    case tint(Tint)
    /// Makes brighter or darker.
    case brightness(Adjustment)
    /// Makes the differences of light larger or smaller.
    case contrast(Adjustment)
    /// Makes the colours stronger or weaker.
    case saturation(Adjustment)
    /// Bends the tone curve.
    case gamma(GammaCurve)
    /// Inverts the colours.
    case negate
    /// Writes a text or logo over the picture.
    case watermark(Watermark)
    /// Puts a colour behind transparent parts.
    case background(BackgroundFill)
    /// Cuts off a border of one colour.
    case trim(Trim)
    /// Rounds the corners off.
    case roundedCorners(RoundedCorners)

    /// How many operations one list may have.
    package static let maximumCount = 32
}

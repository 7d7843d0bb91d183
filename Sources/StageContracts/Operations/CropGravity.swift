/// The part of a picture that a crop keeps.
package enum CropGravity: String, Codable, CaseIterable, Sendable {
    case center
    case north
    case northeast
    case east
    case southeast
    case south
    case southwest
    case west
    case northwest
    /// The part that draws the eye.
    case attention
}

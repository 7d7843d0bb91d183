/// The part of a picture that something holds on to.
package enum Gravity: String, Codable, CaseIterable, Sendable {
    case center
    case north
    case northeast
    case east
    case southeast
    case south
    case southwest
    case west
    case northwest
}

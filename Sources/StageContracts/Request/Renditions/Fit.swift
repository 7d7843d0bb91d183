/// How a picture is brought to a width and height.
package enum Fit: String, Codable, CaseIterable, Sendable {
    /// As large as fits inside, keeping its shape; one of the two sizes may be missing.
    case inside
    /// Fills the size, keeping its shape; what juts out is cut off.
    case cover
    /// Fits inside the size, keeping its shape; the rest is background.
    case contain
    /// Exactly the size, whatever that does to its shape.
    case fill
}

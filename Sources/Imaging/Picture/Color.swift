/// A colour of the picture's own colour space, not premultiplied.
package struct Color: Hashable, Sendable {
    /// 0…255.
    package var red: UInt8
    /// 0…255.
    package var green: UInt8
    /// 0…255.
    package var blue: UInt8
    /// 0 (transparent) … 255 (opaque).
    package var alpha: UInt8

    /// A colour of the given channels.
    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// Opaque white.
    package static let white = Color(red: 255, green: 255, blue: 255)
    /// Opaque black.
    package static let black = Color(red: 0, green: 0, blue: 0)
    /// Nothing at all.
    package static let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
}

extension Color {
    /// Whether the three channels are equal.
    var isGray: Bool {
        red == green && green == blue
    }

    /// The opaque colour seen where this one lies on `under`.
    package func laid(on under: Color) -> Color {
        func mixed(_ over: UInt8, _ under: UInt8) -> UInt8 {
            let sum = Int(over) * Int(alpha) + Int(under) * (255 - Int(alpha))
            return UInt8((sum + 127) / 255)
        }
        return Color(
            red: mixed(red, under.red),
            green: mixed(green, under.green),
            blue: mixed(blue, under.blue)
        )
    }
}

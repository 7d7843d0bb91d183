/// The mean colour of a small square of a picture, and what of it draws the eye.
struct AttentionCell {
    /// Light, 0…1.
    let light: Double
    /// How much the colour is that of skin, 0…1.
    let skin: Double
    /// How strong the colour is, 0…1.
    let saturation: Double

    private static let skinColor = SIMD3(0.78, 0.57, 0.44)
    private static let leastSkin = 0.8
    private static let leastSaturation = 0.4

    /// The cell of a sum of red, green, blue and the number of pixels.
    init(_ sum: SIMD4<Int32>) {
        let count = Double(sum.w) * 255
        let color = SIMD3(Double(sum.x) / count, Double(sum.y) / count, Double(sum.z) / count)
        light = 0.299 * color.x + 0.587 * color.y + 0.114 * color.z
        skin = Self.skin(color, light)
        saturation = Self.saturation(color, light)
    }

    private static func skin(_ color: SIMD3<Double>, _ light: Double) -> Double {
        let length = (color * color).sum().squareRoot()
        guard length > 0, (0.2...1).contains(light) else { return 0 }
        let difference = color / length - skinColor
        let likeness = 1 - (difference * difference).sum().squareRoot()
        return max(0, (likeness - leastSkin) / (1 - leastSkin))
    }

    private static func saturation(_ color: SIMD3<Double>, _ light: Double) -> Double {
        let (least, most) = (color.min(), color.max())
        guard most > least, (0.05...0.9).contains(light) else { return 0 }
        let middle = (least + most) / 2
        let strength = (most - least) / (middle > 0.5 ? 2 - most - least : most + least)
        return max(0, (strength - leastSaturation) / (1 - leastSaturation))
    }
}

import CLCMS
import Glibc

/// A space of red, green and blue, told in numbers.
struct RGBSpace: Equatable {
    /// What equal parts look like.
    let white: Chromaticity
    let red: Chromaticity
    let green: Chromaticity
    let blue: Chromaticity
    /// How the levels of each stand for light.
    let curve: TransferCurve

    /// The smallest triangle that is taken for one: twice its area; that of sRGB is 0.22.
    private static let smallestArea = 0.001

    /// The space as a profile (ICC); nil where its numbers are no colours or span none.
    var profile: [UInt8]? {
        guard [white, red, green, blue].allSatisfy(Self.isColor), area > Self.smallestArea else { return nil }
        var space = clcms_space(
            white: clcms_chromaticity(white),
            red: clcms_chromaticity(red),
            green: clcms_chromaticity(green),
            blue: clcms_chromaticity(blue),
            curve: clcms_curve(gamma: curve.gamma, a: curve.a, b: curve.b, c: curve.c, start: curve.start)
        )
        var count = 0
        guard let bytes = clcms_profile_create(&space, &count) else { return nil }
        defer { free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    private var area: Double {
        abs((green.x - red.x) * (blue.y - red.y) - (blue.x - red.x) * (green.y - red.y))
    }

    private static func isColor(_ point: Chromaticity) -> Bool {
        (0...1).contains(point.x) && (0.001...1).contains(point.y) && point.x + point.y <= 1.001
    }
}

extension clcms_chromaticity {
    fileprivate init(_ point: Chromaticity) {
        self.init(x: point.x, y: point.y)
    }
}

import Glibc

/// The kernels that weigh source pixels by their distance.
package enum ResampleFilter: String, CaseIterable, Hashable, Sendable {
    /// The nearest source pixel: hard edges, for pixel art.
    case nearest
    /// A triangle: soft.
    case bilinear
    /// The cubic of Mitchell and Netravali with B = C = 1/3: no ringing to speak of.
    case mitchell
    /// A windowed sinc of three lobes: sharp.
    case lanczos3

    /// How far the kernel reaches, in pixels of the coarser grid.
    var support: Double {
        switch self {
        case .nearest: 0
        case .bilinear: 1
        case .mitchell: 2
        case .lanczos3: 3
        }
    }

    /// The kernel's value at `distance`, in pixels of the coarser grid.
    func weight(at distance: Double) -> Double {
        let x = distance.magnitude
        return switch self {
        case .nearest: x <= 0.5 ? 1 : 0
        case .bilinear: max(0, 1 - x)
        case .mitchell: Self.mitchell(x)
        case .lanczos3: x < 3 ? Self.sinc(x) * Self.sinc(x / 3) : 0
        }
    }

    private static func sinc(_ x: Double) -> Double {
        x == 0 ? 1 : sin(.pi * x) / (.pi * x)
    }

    /// Mitchell and Netravali, "Reconstruction filters in computer graphics" (1988), equation 8.
    private static func mitchell(_ x: Double) -> Double {
        if x < 1 { return (7 * x * x * x - 12 * x * x + 16 / 3) / 6 }
        if x < 2 { return (-7 / 3 * x * x * x + 12 * x * x - 20 * x + 32 / 3) / 6 }
        return 0
    }
}

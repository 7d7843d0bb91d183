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

    /// The distance between neighbours, in pixels of the coarser grid; with its sines, which all windows share.
    struct Step {
        fileprivate let distance: Double
        fileprivate let outer: Turn
        fileprivate let inner: Turn

        init(_ distance: Double) {
            self.distance = distance
            (outer, inner) = (Turn(distance), Turn(distance / 3))
        }
    }

    /// Appends the kernel's values at `count` distances from `start` on, in pixels of the coarser grid.
    func appendWeights(from start: Double, step: Step, count: Int, to weights: inout [Double]) {
        guard self == .lanczos3 else {
            for index in 0..<count {
                weights.append(weight(at: (start + Double(index) * step.distance).magnitude))
            }
            return
        }
        // sinc(x) · sinc(x/3), without a sine for each weight.
        var (outer, inner) = (Turn(start), Turn(start / 3))
        weights.append(contentsOf: repeatElement(0, count: count))
        weights.withUnsafeMutableBufferPointer { weights in
            for index in 0..<count {
                let x = start + Double(index) * step.distance
                if x.magnitude < 3 {
                    let sines = 3 * outer.sine * inner.sine
                    weights[weights.count - count + index] =
                        x.magnitude < 1e-6 ? 1 : sines / (.pi * .pi * x * x)
                }
                outer.advance(by: step.outer)
                inner.advance(by: step.inner)
            }
        }
    }

    private func weight(at x: Double) -> Double {
        switch self {
        case .bilinear: max(0, 1 - x)
        case .mitchell: Self.mitchell(x)
        case .nearest, .lanczos3: 1
        }
    }

    /// Mitchell and Netravali, "Reconstruction filters in computer graphics" (1988), equation 8.
    private static func mitchell(_ x: Double) -> Double {
        if x < 1 { return (7 * x * x * x - 12 * x * x + 16 / 3) / 6 }
        if x < 2 { return (-7 / 3 * x * x * x + 12 * x * x - 20 * x + 32 / 3) / 6 }
        return 0
    }
}

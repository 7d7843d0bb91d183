/// How finely each coefficient of a JPEG is known after some of its scans (ITU-T T.81 G.1.1.1.1).
struct CoefficientRefinement {
    private let frame: JPEGFrame
    /// For each component and coefficient the lowest bit that has come; nil before the first.
    private var lowestBits: [[Int?]]

    /// No coefficient of `frame` is known.
    init(_ frame: JPEGFrame) {
        self.frame = frame
        lowestBits = frame.components.map { _ in [Int?](repeating: nil, count: 64) }
    }

    /// Whether all bits of all coefficients have come.
    var isComplete: Bool {
        lowestBits.allSatisfy { $0.allSatisfy { $0 == 0 } }
    }

    /// Adds what a scan gives; false where it does not follow from those before, or makes no sense.
    mutating func take(_ scan: JPEGScan) -> Bool {
        guard let band = scan.band, isRegular(band.coefficients, scan.identifiers.count) else { return false }
        for identifier in scan.identifiers {
            let components = frame.components.indices.filter { frame.components[$0].identifier == identifier }
            guard components.count == 1 else { return false }
            guard refine(components[0], band.coefficients, band.high, band.low) else { return false }
        }
        return !scan.identifiers.isEmpty
    }

    private func isRegular(_ coefficients: ClosedRange<Int>, _ componentCount: Int) -> Bool {
        guard frame.isProgressive else { return coefficients == 0...63 }
        return coefficients == 0...0 || (coefficients.lowerBound > 0 && componentCount == 1)
    }

    private mutating func refine(
        _ component: Int,
        _ coefficients: ClosedRange<Int>,
        _ high: Int,
        _ low: Int
    ) -> Bool {
        // Nothing of a block comes before its mean.
        guard coefficients.lowerBound == 0 || lowestBits[component][0] != nil else { return false }
        for coefficient in coefficients {
            let known = lowestBits[component][coefficient]
            let follows = known.map { $0 == high && $0 == low + 1 } ?? (high == 0)
            guard follows else { return false }
            lowestBits[component][coefficient] = low
        }
        return true
    }
}

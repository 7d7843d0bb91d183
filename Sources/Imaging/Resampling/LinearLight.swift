/// The way from 8-bit levels of sRGB to amounts of light and back (IEC 61966-2-1), by tables.
///
/// Light has the range of the samples between the passes of resampling. Of that range the darkest level is 5 parts, so
/// that every level comes back as it was.
struct LinearLight: Sendable {
    /// The tables, made once.
    static let shared = LinearLight()

    /// The light of each level, 0…`PixelKernels.maximumSample`.
    private let lights: [Int16]
    /// The level that is nearest to each amount of light.
    private let levels: [UInt8]

    private init() {
        let most = Double(PixelKernels.maximumSample)
        lights = (0...255).map { Int16((Self.light(Double($0) / 255) * most).rounded()) }
        var levels = [UInt8](repeating: 255, count: PixelKernels.maximumSample + 1)
        var next = 0
        for level in 0..<255 {
            // The border between two levels lies half-way in sRGB, which follows the eye, not half-way in light.
            let border = Int((Self.light((Double(level) + 0.5) / 255) * most).rounded(.up))
            for index in next..<border {
                levels[index] = UInt8(level)
            }
            next = max(next, border)
        }
        self.levels = levels
    }

    private static func light(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : PortableMath.power((value + 0.055) / 1.055, 2.4)
    }

    /// The light of a row; that of transparent pixels is weighed by their alpha.
    func decode(
        _ row: UnsafeBufferPointer<UInt8>,
        _ layout: PixelLayout,
        into output: UnsafeMutablePointer<Int16>
    ) {
        lights.withUnsafeBufferPointer { lights in
            guard layout.hasAlpha else {
                for index in row.indices {
                    output[index] = lights[Int(row[index])]
                }
                return
            }
            for start in stride(from: 0, to: row.count, by: 4) {
                let alpha = Int(row[start + 3])
                for index in start..<start + 3 {
                    output[index] = Int16((Int(lights[Int(row[index])]) * alpha + 127) / 255)
                }
                output[start + 3] = Int16(alpha << PixelKernels.fractionBits)
            }
        }
    }

    /// Gives the sums of the light of each two neighbours of an opaque row, with their place; the last pixel of an odd row
    /// counts twice.
    @inline(__always)
    func addNeighbours(
        _ row: UnsafeBufferPointer<UInt8>,
        _ layout: PixelLayout,
        to put: (Int, Int) -> Void
    ) {
        if layout == .gray {
            addNeighbours(row, channels: 1, to: put)
        } else {
            addNeighbours(row, channels: 3, to: put)
        }
    }

    @inline(__always)
    private func addNeighbours(
        _ row: UnsafeBufferPointer<UInt8>,
        channels: Int,
        to put: (Int, Int) -> Void
    ) {
        lights.withUnsafeBufferPointer { lights in
            let pairCount = row.count / (2 * channels)
            for pair in 0..<pairCount {
                for channel in 0..<channels {
                    let place = 2 * channels * pair + channel
                    let sum = Int(lights[Int(row[place])]) + Int(lights[Int(row[place + channels])])
                    put(channels * pair + channel, sum)
                }
            }
            for channel in 0..<row.count - 2 * channels * pairCount {
                let light = Int(lights[Int(row[2 * channels * pairCount + channel])])
                put(channels * pairCount + channel, 2 * light)
            }
        }
    }

    /// The levels of a row of light, which is weighed by alpha where there is any; overshoot of a filter is cut.
    func encode(
        _ row: UnsafeBufferPointer<Int16>,
        _ layout: PixelLayout,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        guard !layout.hasAlpha else { return encodeWeighted(row, into: output) }
        levels.withUnsafeBufferPointer { levels in
            for index in row.indices {
                output[index] = levels[Self.cut(Int(row[index]))]
            }
        }
    }

    private func encodeWeighted(
        _ lights: UnsafeBufferPointer<Int16>,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        let (most, half) = (PixelKernels.maximumSample, 1 << (PixelKernels.fractionBits - 1))
        levels.withUnsafeBufferPointer { levels in
            for start in stride(from: 0, to: lights.count, by: 4) {
                // Where a filter overshoots it does so in light and in alpha: the quotient is the colour.
                let weight = Int(lights[start + 3])
                let alpha = (Self.cut(weight) + half) >> PixelKernels.fractionBits
                for index in start..<start + 3 {
                    let light = alpha == 0 ? 0 : (Int(lights[index]) * most + weight / 2) / weight
                    output[index] = levels[Self.cut(light)]
                }
                output[start + 3] = UInt8(alpha)
            }
        }
    }

    private static func cut(_ light: Int) -> Int {
        max(0, min(PixelKernels.maximumSample, light))
    }
}

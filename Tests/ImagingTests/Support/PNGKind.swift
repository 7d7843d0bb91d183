/// One way to store pixels in a PNG.
struct PNGKind: Hashable, Sendable, CustomStringConvertible {
    let colorType: Int
    let depth: Int
    let isInterlaced: Bool
    /// Whether a transparent colour or palette entry is declared (tRNS).
    let isTransparent: Bool

    /// Every combination that the format allows.
    static let all: [PNGKind] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    .sorted { $0.key < $1.key }
    .flatMap { type, depths in
        depths.flatMap { depth in
            [false, true].flatMap { interlaced in
                (type < 4 ? [false, true] : [false]).map { transparent in
                    PNGKind(
                        colorType: type,
                        depth: depth,
                        isInterlaced: interlaced,
                        isTransparent: transparent
                    )
                }
            }
        }
    }

    var description: String {
        "type \(colorType), \(depth) bits\(isInterlaced ? ", interlaced" : "")\(isTransparent ? ", tRNS" : "")"
    }
}

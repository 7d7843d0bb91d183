/// A change of colours that is worked out in one go.
enum ColorPass: Hashable {
    /// The same for each channel by itself.
    case curve(ToneCurve)
    /// Sums of channels.
    case matrix(ColorMatrix)
}

extension ColorPass {
    /// The fewest passes that do the same as `passes` one after the other.
    static func joined(_ passes: [ColorPass]) -> [ColorPass] {
        passes.reduce(into: []) { joined, pass in
            if case .curve(let next) = pass, case .curve(let last)? = joined.last {
                joined[joined.count - 1] = .curve(last.followed(by: next))
            } else {
                joined.append(pass)
            }
        }
    }
}

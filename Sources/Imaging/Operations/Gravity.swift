/// The part of a picture or canvas that something holds on to.
package enum Gravity: String, CaseIterable, Hashable, Sendable {
    case center
    case north
    case northeast
    case east
    case southeast
    case south
    case southwest
    case west
    case northwest

    /// Free pixels left of what is placed, of `free` in all.
    func left(of free: Int) -> Int {
        switch self {
        case .northwest, .west, .southwest: 0
        case .north, .center, .south: free / 2
        case .northeast, .east, .southeast: free
        }
    }

    /// Free pixels above what is placed, of `free` in all.
    func top(of free: Int) -> Int {
        switch self {
        case .northwest, .north, .northeast: 0
        case .west, .center, .east: free / 2
        case .southwest, .south, .southeast: free
        }
    }

    /// The share of the free width that lies left: 0, ½ or 1.
    var leftShare: Double {
        Double(left(of: 2)) / 2
    }

    /// The share of the free height that lies above: 0, ½ or 1.
    var topShare: Double {
        Double(top(of: 2)) / 2
    }
}

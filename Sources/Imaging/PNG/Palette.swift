/// The colours of a picture in the order in which they come, up to a number of them.
struct Palette {
    /// The colours: alpha in the highest byte, then red, green and blue.
    private(set) var colors: [UInt32] = []
    private let maximumCount: Int
    /// Open addressing: the index of the colour that lies in a slot, -1 where none does.
    private var slots = [Int16](repeating: -1, count: 1_024)
    private var last: (color: UInt32, index: UInt8)?

    /// An empty palette for at most `maximumCount` colours, which are 256 or fewer.
    init(maximumCount: Int) {
        self.maximumCount = maximumCount
    }

    /// The index of `color`, which is added if it is new; nil where there is no room left.
    mutating func index(of color: UInt32) -> UInt8? {
        if let last, last.color == color { return last.index }
        guard let index = found(color) else { return nil }
        last = (color, index)
        return index
    }

    private mutating func found(_ color: UInt32) -> UInt8? {
        var slot = Int((color &* 2_654_435_761) >> 22)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if colors[index] == color { return UInt8(index) }
            slot = (slot + 1) % slots.count
        }
        guard colors.count < maximumCount else { return nil }
        slots[slot] = Int16(colors.count)
        colors.append(color)
        return UInt8(colors.count - 1)
    }

    /// The indices in the order in which the colours are stored: those with less alpha first, as tRNS ends with the
    /// last colour that is not opaque.
    var storedOrder: [Int] {
        colors.indices.sorted { colors[$0] < colors[$1] }
    }
}

/// Numbers of a few bits each, collected until it is known how many bits they are.
struct BitFields {
    /// The numbers, in order.
    private(set) var fields: [(bits: UInt32, count: Int)] = []

    /// Bits of all numbers together.
    var bitCount: Int { fields.reduce(0) { $0 + $1.count } }

    /// Adds the lower `count` bits of a number, at most 32.
    mutating func add(_ bits: Int, _ count: Int) {
        fields.append((UInt32(truncatingIfNeeded: bits), count))
    }
}

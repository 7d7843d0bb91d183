/// Named values in their order.
struct WireObject: Sendable, Hashable {
    /// One named value.
    struct Member: Sendable, Hashable {
        /// The name as it is on the wire.
        let name: String
        /// The value.
        let value: WireValue

        /// A named value.
        init(_ name: String, _ value: WireValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in order; a name occurs once in what this program writes.
    var members: [Member]

    /// The given members.
    init(_ members: [Member] = []) {
        self.members = members
    }

    /// The value of that name; where a client sent a name twice, the last one counts.
    subscript(_ name: String) -> WireValue? {
        members.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}

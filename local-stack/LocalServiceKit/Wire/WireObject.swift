/// Named values in their order.
package struct WireObject: Sendable, Hashable {
    /// One named value.
    package struct Member: Sendable, Hashable {
        /// The name as it is on the wire.
        package let name: String
        /// The value.
        package let value: WireValue

        /// A named value.
        package init(_ name: String, _ value: WireValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in order; a name occurs once in what this program writes.
    package var members: [Member]

    /// The given members.
    package init(_ members: [Member] = []) {
        self.members = members
    }

    /// The value of that name; where a client sent a name twice, the last one counts.
    package subscript(_ name: String) -> WireValue? {
        members.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}

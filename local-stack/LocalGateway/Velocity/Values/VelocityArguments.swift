/// Takes the arguments of a method call as the kinds of value that the method needs.
struct VelocityArguments {
    let method: String
    let values: [VelocityValue]

    /// How many there are.
    var count: Int { values.count }

    /// An argument as text; `null` counts as empty text.
    func text(_ index: Int) -> String { values[index].printed ?? "" }

    /// An argument as a whole number.
    ///
    /// Throws `VelocityFault` if it is none.
    func integer(_ index: Int) throws(VelocityFault) -> Int {
        guard case .integer(let integer) = values[index] else {
            throw VelocityFault(reason: "\(method)() takes a whole number")
        }
        return integer
    }

    /// An argument as an index within a count.
    ///
    /// Throws `VelocityFault` if it is outside.
    func index(_ position: Int, within range: ClosedRange<Int>) throws(VelocityFault) -> Int {
        let index = try integer(position)
        guard range.contains(index) else {
            throw VelocityFault(reason: "\(method)(): \(index) is out of range")
        }
        return index
    }

    /// An argument as a regular expression.
    ///
    /// Throws `VelocityFault` if it is none.
    func pattern(_ index: Int) throws(VelocityFault) -> Regex<AnyRegexOutput> {
        do {
            return try Regex(text(index)).matchingSemantics(.unicodeScalar)
        } catch {
            throw VelocityFault(reason: "\(method)(): \"\(text(index))\" is no regular expression")
        }
    }
}

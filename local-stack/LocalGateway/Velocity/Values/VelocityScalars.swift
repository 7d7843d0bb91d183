/// The methods of Java's numbers and booleans that mapping templates use.
enum VelocityScalars {
    /// Calls a method of a number or boolean; nil if there is none of that name and number of arguments.
    static func call(
        _ method: String,
        on value: VelocityValue,
        _ arguments: [VelocityValue]
    ) -> VelocityValue? {
        switch (method, arguments.count) {
        case ("toString", 0): return .text(value.printed ?? "")
        case ("equals", 1): return .boolean(value.printed == arguments[0].printed)
        case ("intValue", 0), ("longValue", 0): return value.number.flatMap(integer)
        case ("doubleValue", 0): return value.number.map { .decimal($0) }
        default: return nil
        }
    }

    private static func integer(_ number: Double) -> VelocityValue? {
        Int(exactly: number.rounded(.towardZero)).map { .integer($0) }
    }
}

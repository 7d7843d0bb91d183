/// A value while a template is rendered.
///
/// Lists and maps are shared by reference, as in Java.
enum VelocityValue {
    case null
    case boolean(Bool)
    case integer(Int)
    case decimal(Double)
    case text(String)
    case list(VelocityList)
    case map(VelocityMap)
    /// One of API Gateway's own objects, such as `$util`.
    case object(any VelocityObject)

    /// Whether a condition holds: in Velocity 1.x everything does but `null` and `false`.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .boolean(let boolean): boolean
        default: true
        }
    }

    /// Whether there is no value.
    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The characters that the value is printed as; nil for `null`.
    var printed: String? {
        switch self {
        case .null: nil
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let integer): String(integer)
        case .decimal(let decimal): "\(decimal)"
        case .text(let text): text
        case .list(let list): list.printed
        case .map(let map): map.printed
        case .object: ""
        }
    }

    /// The number, if it is one.
    var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .decimal(let decimal): decimal
        default: nil
        }
    }
}

/// An object whose methods are written in Swift.
protocol VelocityObject: AnyObject {
    /// The value of a property; nil if there is none of that name.
    func property(_ name: String) -> VelocityValue?

    /// Calls a method; nil if there is none of that name and number of arguments.
    ///
    /// Throws `VelocityFault` if an argument does not fit.
    func call(_ method: String, _ arguments: [VelocityValue]) throws(VelocityFault) -> VelocityValue?
}

/// Why a method cannot do its work; the place is added where the call stands.
struct VelocityFault: Error {
    let reason: String
}

/// A reference such as `$!{name.property.method('x')[0]}`.
struct VelocityReference: Sendable {
    enum Step: Sendable {
        case property(String)
        case method(String, [VelocityExpression])
        case element(VelocityExpression)
    }

    let name: String
    let steps: [Step]
    /// Whether nothing is printed where there is no value (`$!`).
    let isQuiet: Bool
    /// The characters it was written with; they are printed where there is no value.
    let source: String
    let line: Int
}

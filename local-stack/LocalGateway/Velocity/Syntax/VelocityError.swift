/// Why a mapping template cannot be parsed or rendered.
struct VelocityError: Error, Equatable, CustomStringConvertible {
    /// The template's line, from 1.
    let line: Int
    /// What is wrong there.
    let reason: String

    var description: String { "mapping template, line \(line): \(reason)" }
}

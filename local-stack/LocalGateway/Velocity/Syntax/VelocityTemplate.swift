/// A mapping template in the Velocity Template Language, parsed once and rendered for each request.
///
/// The language is Velocity 1.x as API Gateway documents it ("API Gateway mapping template and access logging variable
/// reference"); macros, `#parse`, `#include` and `#define` are no part of it.
struct VelocityTemplate: Sendable {
    let nodes: [VelocityNode]

    /// Parses a template.
    ///
    /// Throws `VelocityError` with the line if it is not of the language, or larger than API Gateway's 300 KB.
    init(_ text: String, limits: VelocityLimits = .standard) throws(VelocityError) {
        guard text.utf8.count <= limits.templateByteCount else {
            throw VelocityError(
                line: 1,
                reason: "the template is larger than \(limits.templateByteCount) bytes"
            )
        }
        var parser = VelocityParser(VelocityScanner(text), depth: 0)
        nodes = try parser.template()
    }

    /// Renders the template with the given variables.
    ///
    /// Throws `VelocityError` for a method that does not exist, an argument that does not fit, or a limit reached.
    func render(
        _ variables: [String: VelocityValue],
        limits: VelocityLimits = .standard
    ) throws(VelocityError) -> String {
        let evaluation = VelocityEvaluation(variables, limits: limits)
        return try evaluation.render(nodes)
    }
}

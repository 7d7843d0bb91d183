/// A path into a JSON value: `$.a.b[0]`, `$['a']`, `$..name`, `$.a[*]`, `$.a[0,2]`, `$.a[1:3]`.
///
/// The notation is Goessner's as Jayway's library reads it, which API Gateway uses; filter expressions are not among it.
struct JSONPath: Sendable {
    enum Step: Sendable, Equatable {
        case names([String])
        case indices([Int])
        case slice(Int?, Int?)
        case everything
        /// All values below, at any depth, themselves included; the next step chooses among them.
        case descendants
    }

    let steps: [Step]

    /// Whether the path can lead to one value at most.
    var isDefinite: Bool {
        steps.allSatisfy { step in
            switch step {
            case .names(let names): names.count == 1
            case .indices(let indices): indices.count == 1
            case .slice, .everything, .descendants: false
            }
        }
    }

    /// Reads a path; one that does not begin with `$` is taken as if it began with `$.`.
    ///
    /// Throws `JSONPathError` if it is not of the notation.
    init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        steps = try parser.steps()
    }

    /// What the path leads to: a value, or for a path that may lead to several an array of them; nil for nothing.
    func value(in root: JSONValue) -> JSONValue? {
        let found = steps.reduce([root]) { values, step in values.flatMap { step.values(in: $0) } }
        return isDefinite ? found.first : .array(found)
    }
}

/// Why a text is no path.
struct JSONPathError: Error, Equatable {
    let reason: String
}

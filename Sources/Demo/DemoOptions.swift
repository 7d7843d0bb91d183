/// What the demo was asked to do.
struct DemoOptions {
    /// A command line that cannot be understood.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// The photograph to send; without one the demo paints a picture.
    var photo: String?

    /// Reads `--photo PATH`.
    init(arguments: [String]) throws(Problem) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard name == "--photo" else {
                throw Problem(description: "'\(name)' is not understood; usage: demo [--photo PATH]")
            }
            guard let path = rest.popFirst() else { throw Problem(description: "--photo needs a path") }
            photo = path
        }
    }
}

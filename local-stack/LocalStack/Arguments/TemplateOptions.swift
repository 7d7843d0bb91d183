import CommandLineOptions

/// Which template, with which values.
struct TemplateOptions: Equatable {
    static let template = CommandOption.text("--template", "FILE", "what to run (template.yaml)")
        .otherwise("template.yaml")
    static let parameters = CommandOption.pairs(
        "--parameter",
        "NAME=VALUE",
        "a value for one of the template's parameters; may be given several times"
    )
    static let region = CommandOption.one(
        of: "a region's name, such as eu-west-1",
        "--region",
        "NAME",
        "the region that the stack believes to be in (us-east-1)",
        read: { $0.wholeMatch(of: /[a-z]{2}(-[a-z]+)+-[0-9]/) == nil ? nil : $0 }
    ).otherwise("us-east-1")

    /// The options of every command that reads a template.
    static let all = [template.description, parameters.description, region.description]

    /// The template's file.
    let template: String
    /// Values for its parameters.
    let parameters: [String: String]
    /// The region that the stack believes to be in.
    let region: String

    init(_ arguments: Arguments) {
        template = arguments[Self.template]
        parameters = arguments[Self.parameters]
        region = arguments[Self.region]
    }
}

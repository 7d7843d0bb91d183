/// Which template, with which values.
struct TemplateOptions: Equatable {
    /// The template's file.
    var template = "template.yaml"
    /// Values for its parameters.
    var parameters: [String: String] = [:]
    /// The region that the stack believes to be in.
    var region = "us-east-1"

    init(_ reader: inout ArgumentReader) {
        template = reader.value("--template") ?? template
        parameters = reader.pairs("--parameter")
        region = reader.value("--region") ?? region
        if region.wholeMatch(of: /[a-z]{2}(-[a-z]+)+-[0-9]/) == nil {
            reader.refuse("--region has to be a region's name, not \"\(region)\"")
        }
    }
}

/// `local-stack validate`: says whether a template can be run here, and what of it would not be acted on.
struct ValidateCommand {
    private let options: TemplateOptions

    init(_ options: TemplateOptions) {
        self.options = options
    }

    /// Prints what the stack would be.
    ///
    /// Throws `StartFailure` if the template cannot be run.
    func run() throws(StartFailure) {
        let plan = try TemplateFile(options: options).plan(endpoint: "http://127.0.0.1:4566")
        let summary = StackSummary(plan)
        Console.say("\(options.template) can be run: \(summary.counts)")
        for line in summary.notActedOn { Console.say(line) }
    }
}

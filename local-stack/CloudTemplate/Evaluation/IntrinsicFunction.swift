/// One of CloudFormation's functions.
protocol IntrinsicFunction: Sendable {
    /// The long name, such as `Fn::Join`.
    var name: String { get }

    /// The function's value; nil stands for `AWS::NoValue`.
    ///
    /// Throws `TemplateProblem` if the argument does not fit.
    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode?
}

import CloudTemplate
import LocalGateway
import LocalLambda

/// What is told of a stack.
struct StackSummary {
    private let plan: StackPlan

    init(_ plan: StackPlan) {
        self.plan = plan
    }

    /// How much of what there is, in one line.
    var counts: String {
        let counts = [
            (plan.resources.count, "resource"), (plan.functions.count, "function"),
            (plan.eventSources.count, "event source mapping"), (plan.apis.count, "API"),
        ]
        return counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }

    /// The list of what is not acted on, with its heading; empty if there is nothing.
    var notActedOn: [String] {
        let lines = plan.notActedOn.lines
        return lines.isEmpty ? [] : ["Not acted on here, though it would be in the cloud:"] + lines
    }

    /// What can be called, with the template's outputs.
    var callable: [String] {
        let routes = plan.apis.flatMap { api in api.definition.summaries.map { "  \(placed($0))" } }
        let functions = plan.functions.map {
            "  function \($0.definition.name): \($0.definition.codeDirectory)"
        }
        let outputs = plan.outputs.map { "  \($0.name) = \($0.value)" }
        return routes + functions + outputs
    }

    /// What to type next, for somebody who sees the stack for the first time.
    var nextSteps: [String] {
        let endpoint = plan.settings.endpoint
        let pages = plan.pages.map { "  \(endpoint)\($0.example)    # \($0.description)" }
        return [
            "Stop it with Ctrl-C. From another terminal:",
            "  curl \(endpoint)/health",
            "  curl \(endpoint)/openapi.json    # what the API takes and answers",
            "  curl \(endpoint)/_aws/ses    # the mails that were sent",
            "  LOCAL_STACK_URL=\(endpoint) local-stack/awslocal s3 ls",
        ] + pages
    }

    private func placed(_ route: String) -> String {
        let parts = route.split(separator: " ", maxSplits: 1)
        return "\(parts[0]) \(plan.settings.endpoint)\(parts.dropFirst().first ?? "")"
    }
}

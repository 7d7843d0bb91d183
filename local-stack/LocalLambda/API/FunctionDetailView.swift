/// The answer of `GetFunction`.
struct FunctionDetailView: Encodable {
    struct Code: Encodable {
        let location: String

        private enum CodingKeys: String, CodingKey {
            case location = "Location"
        }
    }

    struct Concurrency: Encodable {
        let reservedConcurrentExecutions: Int

        private enum CodingKeys: String, CodingKey {
            case reservedConcurrentExecutions = "ReservedConcurrentExecutions"
        }
    }

    let configuration: FunctionView
    let code: Code
    let concurrency: Concurrency?

    private enum CodingKeys: String, CodingKey {
        case configuration = "Configuration"
        case code = "Code"
        case concurrency = "Concurrency"
    }

    init(_ function: FunctionDefinition, arn: String) {
        configuration = FunctionView(function, arn: arn)
        code = Code(location: "file://\(function.codeDirectory)")
        concurrency = function.maximumConcurrency.map(Concurrency.init)
    }
}
